"""The words the partnership always translates the same way."""

from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.proofreading import folded
from lipnet.surveys.workshop.models import GlossaryTerm

KEPT = declare("surveys.term_kept", lazy("%(who)s wrote a term of the glossary."))
DROPPED = declare("surveys.term_dropped", lazy("%(who)s took a term out of the glossary."))


@operation
def keep_term(
    term: str, *, language: str, wanted: dict, locked: bool = False, note: str = "",
    row: GlossaryTerm | None = None, by,
) -> GlossaryTerm:  # fmt: skip
    """Write a new term, or change `row`. `wanted`: language -> what it is called there.

    Raises Refusal if the glossary has the term already.
    """
    known = GlossaryTerm.get_or_none(language=language, folded_term=folded(term))
    if not folded(term):
        raise Refusal(lazy("Write the term."), field="term")
    if known is not None and known != row:
        raise Refusal(lazy("The glossary has this term already."), field="term")
    row = row or GlossaryTerm()
    row.language, row.term, row.folded_term = language, term.strip(), folded(term)
    row.wanted = {tag: text.strip() for tag, text in wanted.items() if text.strip()}
    row.locked, row.note = locked, note.strip()
    row.save()
    record(KEPT, row, by=by, language=language)
    return row


@operation
def drop_term(row: GlossaryTerm, *, by) -> None:
    record(DROPPED, row, by=by, language=row.language)
    row.delete_instance()
