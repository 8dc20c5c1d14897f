"""What the clock does: it keeps the promises whose day has passed."""

from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.core.traces import wipe
from lipnet.surveys.models import Survey
from lipnet.surveys.retention.erasing import some_wait
from lipnet.surveys.retention.operations import erase_due
from lipnet.surveys.retention.rules import due

AN_HOUR = 3_600
TABLES = (
    "response", "tally_block", "answer_file", "withdrawn", "invitee", "spent_invitation",
    "answer_translation", "quotation", "coding", "coding_step", "agreed_coding",
)  # fmt: skip


def carry_out(config: Config) -> None:
    keep_promises()


def keep_promises() -> None:
    """Erase everything that is due, and what the engine still keeps of it."""
    erased = False
    for survey in Survey.select().where(Survey.opened_at.is_null(False)):
        if not survey.is_closed or some_wait(survey):
            continue
        for rule in due(survey):
            while erase_due(survey, rule.what, by=THE_PROGRAM):
                pass
            erased = True
    if erased:
        forget_bytes()


def forget_bytes() -> None:
    """Nothing of what was erased may be left in the files."""
    wipe(renewed=TABLES)
