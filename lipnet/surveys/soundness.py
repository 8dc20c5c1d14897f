"""What `lipnet check` looks for among the answers."""

from collections.abc import Iterator

from lipnet.core.config import Config
from lipnet.core.soundness import Fault
from lipnet.surveys.counting.comparing import broken_counts
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.models import (
    Response,
    Survey,
    SurveyVersion,
    WaitingResponse,
)
from lipnet.surveys.retention import has_erased
from lipnet.surveys.sent_files.keeping import files_in
from lipnet.surveys.sent_files.models import AnswerFile
from lipnet.surveys.sent_files.switch import asks_for_files


def faults(config: Config) -> Iterator[Fault]:
    """Counts that are not the sum of their answers; answers twice, or without a right."""
    yield from _answers_without_right()
    yield from _answers_without_file()
    for version in SurveyVersion.select().where(SurveyVersion.published_at.is_null(False)):
        if not has_erased(version.survey, "answers"):  # then the counts are all there is
            yield from _counts(version)
    both = WaitingResponse.select().join(Response, on=(WaitingResponse.key == Response.key)).count()
    if both:
        yield Fault("answer_twice", "waiting_response", f"{both} stand among the responses too")


def _answers_without_right() -> Iterator[Fault]:
    """By invitation there are never more answers than rights that were used."""
    for rule in ByInvitation.select(ByInvitation, Survey).join(Survey):
        spent = rule.survey.spent.count()
        answers = sum(
            table.select().join(SurveyVersion).where(SurveyVersion.survey == rule.survey).count()
            for table in (WaitingResponse, Response)
        )
        if rule.survey.invitees.exists() and answers > spent:
            what = f"{answers} answers by {spent} personal links"
            yield Fault("answers_without_right", f"survey {rule.survey.slug}", what)


def _answers_without_file() -> Iterator[Fault]:
    """Each file an answer names is there, and each that is there is named."""
    there = {row.key for row in AnswerFile.select(AnswerFile.key)}
    named = set()
    for version in SurveyVersion.select():
        if asks_for_files(questionnaire_of(version)):
            for table in (WaitingResponse, Response):
                rows = table.select(table.answers).where(table.version == version).iterator()
                named |= {answer["file"] for row in rows for answer in files_in(row.answers)}
    if there != named:
        what = f"{len(named - there)} files are gone, {len(there - named)} belong to no answer"
        yield Fault("answer_without_file", "answer_file", what)


def _counts(version: SurveyVersion) -> Iterator[Fault]:
    where = f"survey {version.survey.slug} version {version.number}"
    yield from (Fault(code, where, what) for code, what in broken_counts(version))
