"""Words come in: one by one, or as a file; a language is added or taken away."""

from collections.abc import Mapping

from lipnet import languages
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire, exchange, text_in, translating
from lipnet.questionnaire.addresses import text_at
from lipnet.questionnaire.exchange import Brought, Compared
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.operations import begin_revision, revise_version
from lipnet.surveys.workshop.hands import note_hand
from lipnet.surveys.workshop.models import KeptMessages
from lipnet.surveys.workshop.wording import (
    has_faults,
    questionnaire_worked_on,
    source_of,
    terms_from,
)

TRANSLATED = declare(
    "surveys.translated", lazy("%(who)s translated into a language of the questionnaire.")
)
BROUGHT_BACK = declare(
    "surveys.translation_brought_back", lazy("%(who)s brought back a translated file.")
)
LANGUAGE_ADDED = declare("surveys.language_added", lazy("%(who)s added a language."))
LANGUAGE_REMOVED = declare("surveys.language_removed", lazy("%(who)s removed a language."))
STATES_SAID = ("draft", "machine", "human", "reviewed")
LONGEST_TEXT = 5000
NO_SUCH_TEXT = lazy("This text is no longer in the questionnaire. Please open the page again.")


@operation
def translate(survey: Survey, tag: str, given: Mapping[str, tuple[str, str]], *, by):
    """Keep texts of one language. `given`: address -> (text, one of STATES_SAID).

    Works on the version that waits to be published, or begins one. A text whose places are broken,
    or that lacks a locked term of the glossary, is kept as a draft. Returns the version. Raises
    Refusal for an address or a language the questionnaire does not have, or a text too long.
    """
    version = _at_work(survey, by)
    questionnaire = questionnaire_worked_on(version)
    _check_language(questionnaire, tag)
    kept = {place: _checked(questionnaire, tag, place, *said) for place, said in given.items()}
    _revise(version, translating.translated(questionnaire, tag, kept), tag, by)
    if any(text != _words_at(questionnaire, place, tag) for place, (text, _) in kept.items()):
        note_hand(survey, tag, by)
    record(TRANSLATED, survey, by=by, language=tag, texts=len(kept), name=by.name)
    return version


@operation
def bring_back(
    survey: Survey, tag: str, brought: Brought, *, written_by: str = "human", by
) -> Compared:
    """Take what a translator's file changes; plural messages in it are kept for the next file.

    Raises Refusal if it would change nothing.
    """
    version = _at_work(survey, by)
    questionnaire = questionnaire_worked_on(version)
    _check_language(questionnaire, tag)
    source = source_of(brought, questionnaire)
    compared = exchange.compare(
        questionnaire, tag, brought.entries,
        written_by=written_by, source=source, terms=terms_from(source, tag),
    )  # fmt: skip
    if not (compared.changes or brought.plurals):
        raise Refusal(lazy("This file changes nothing: every text in it is here already."))
    _revise(version, exchange.with_brought(questionnaire, tag, compared.changes), tag, by)
    _keep_plurals(survey, tag, brought)
    if any(each.text != each.unit.translation for each in compared.changes):
        note_hand(survey, tag, by)
    record(BROUGHT_BACK, survey, by=by, language=tag, texts=len(compared.changes), name=by.name)
    return compared


@operation
def add_language(survey: Survey, tag: str, *, by) -> SurveyVersion:
    """One language of the registry more, empty so far."""
    known = languages.find(tag)
    if known is None or known.tag != tag:
        raise Refusal(lazy("Choose a language from the list."), field="language")
    version = _at_work(survey, by)
    questionnaire = questionnaire_worked_on(version)
    if tag in questionnaire.languages:
        raise Refusal(lazy("The questionnaire has this language already."), field="language")
    _revise(version, translating.with_language(questionnaire, tag), tag, by, "languages_changed")
    record(LANGUAGE_ADDED, survey, by=by, language=tag)
    return version


@operation
def remove_language(survey: Survey, tag: str, *, by) -> SurveyVersion:
    """Take a language out of the version that is worked on, with every text in it."""
    version = _at_work(survey, by)
    questionnaire = questionnaire_worked_on(version)
    _check_language(questionnaire, tag)
    _revise(version, translating.without(questionnaire, tag), tag, by, "languages_changed")
    record(LANGUAGE_REMOVED, survey, by=by, language=tag)
    return version


def _at_work(survey: Survey, by) -> SurveyVersion:
    """The version that waits to be published, held; else a new one that begins as a copy."""
    hold(survey)
    latest = survey.latest_version
    if latest is None:
        raise Refusal(lazy("There is no questionnaire yet."))
    return hold(latest if latest.published_at is None else begin_revision(survey, by=by))


def _revise(version: SurveyVersion, questionnaire, tag: str, by, what="translated") -> None:
    about = {"tag": tag} if what == "translated" else {}
    revise_version(version, questionnaire, revision=version.revision, what=what, about=about, by=by)


def _check_language(questionnaire: Questionnaire, tag: str) -> None:
    if tag not in questionnaire.languages or languages.find(tag) is None:
        raise Refusal(lazy("The questionnaire does not have this language any more."))
    if tag == questionnaire.default_language:
        raise Refusal(lazy("All other languages are translated from this one: it stays."))


def _checked(
    questionnaire: Questionnaire, tag: str, place: str, text: str, state: str
) -> tuple[str, str]:
    """The text as it is kept, and its state: one that cannot be offered stays a draft."""
    try:
        known = text_at(questionnaire, place)
    except KeyError:
        raise Refusal(NO_SUCH_TEXT) from None
    if len(text) > LONGEST_TEXT:
        raise Refusal(lazy("This text is too long: more than %(most)s characters.",
                           most=LONGEST_TEXT))  # fmt: skip
    default = questionnaire.default_language
    source = text_in(known.texts, default)[0] if tag != default else text
    is_broken = has_faults(source, text, tag, terms_from(default, tag))
    said = state if state in STATES_SAID else "human"
    return text.replace("\r\n", "\n").strip(), "draft" if is_broken else said


def _words_at(questionnaire: Questionnaire, place: str, tag: str) -> str:
    return text_at(questionnaire, place).texts.get(tag, "")


def _keep_plurals(survey: Survey, tag: str, brought: Brought) -> None:
    if not brought.plurals:
        return
    row = KeptMessages.get_or_none(survey=survey, language=tag)
    row = row or KeptMessages(survey=survey, language=tag)
    row.messages = [
        [each.context, each.singular, each.plural, list(each.forms)] for each in brought.plurals
    ]
    row.save()
