"""What a language of a version says, as it is worked on: strings, checks, terms, how far it is."""

from lipnet.core.documents import digest
from lipnet.questionnaire import Questionnaire, from_json
from lipnet.questionnaire.addresses import every_text
from lipnet.questionnaire.exchange import Brought
from lipnet.questionnaire.proofreading import Remark, Term, remarks
from lipnet.questionnaire.translating import Unit
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.workshop.models import GlossaryTerm


def questionnaire_worked_on(version: SurveyVersion) -> Questionnaire:
    """As it stands now: what is unpublished changes from one request to the next."""
    return from_json(version.document)


def source_of(brought: Brought, questionnaire: Questionnaire) -> str:
    """The language a file was translated from."""
    known = brought.source in questionnaire.languages
    return brought.source if known else questionnaire.default_language


def digest_of(questionnaire: Questionnaire, tag: str) -> str:
    """Tells one wording of a language from another, and from one made of other sources."""
    source = questionnaire.default_language
    return digest(
        {
            text.address: [text.texts.get(tag, ""), text.texts.get(source, "")]
            for text in every_text(questionnaire)
            if text.shows
        }
    )


def terms_from(source: str, tag: str) -> tuple[Term, ...]:
    """The glossary between two languages, as the checks want it."""
    rows = GlossaryTerm.select().where(GlossaryTerm.language == source)
    wanted = ((row, row.wanted.get(tag, "")) for row in rows)
    return tuple(Term(row.term, text, row.locked) for row, text in wanted if text)


def remarks_on(unit: Unit, tag: str, terms: tuple[Term, ...]) -> tuple[Remark, ...]:
    return remarks(unit.source, unit.translation, tag, budget=unit.text.budget, terms=terms)


def has_faults(source: str, text: str, tag: str, terms: tuple[Term, ...]) -> bool:
    """Whether a text cannot be offered like this: a place is broken, a locked term is missing."""
    return any(remark.is_fault for remark in remarks(source, text, tag, terms=terms))
