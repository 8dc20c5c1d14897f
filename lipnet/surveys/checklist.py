"""What is looked at before a survey opens: what keeps it shut, what is better looked at, what is in
order."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.questionnaire import Questionnaire, plain
from lipnet.questionnaire.readability import level, long_questions, minutes
from lipnet.questionnaire.translating import progress
from lipnet.surveys import readiness
from lipnet.surveys.counting import limits
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.offering import offered_in
from lipnet.surveys.retention import rules
from lipnet.surveys.words import language_name

LONG_SURVEY = 15
MOST_NAMED = 5


class Check(NamedTuple):
    """state: "blocking", "advice" or "done". page: what readiness calls the page that does it."""

    state: str
    title: Any
    text: Any = ""
    page: str = ""


def checks(survey: Survey) -> list[Check]:
    """Everything, in the order of the pages; blocking are the same as in readiness."""
    blocking = [
        Check("blocking", each.sentence, page=each.page)
        for each in readiness.missing_before_opening(survey)
    ]
    version = survey.latest_version
    found = [*blocking, *_of_survey(survey, {each.page for each in blocking})]
    if version is not None:
        found += _of_questionnaire(version, questionnaire_of(version))
    return found


def _of_survey(survey: Survey, lacking: set[str]) -> Iterator[Check]:
    if "describe" not in lacking:
        yield Check("done", _("The notice of collection and a contact are there."), page="describe")
    if "schedule" not in lacking:
        last = i18n.format_day(survey.closes_on)
        yield Check("done", _("It closes at the end of %(day)s.", day=last), page="schedule")
    yield from _retention(survey)
    yield from _limits(survey)


def _limits(survey: Survey) -> Iterator[Check]:
    smallest, filters = limits.smallest_of(survey), len(limits.filters_of(survey))
    few = _("Results of fewer than %(count)s people are never shown.", count=smallest)
    yield Check("done", few, page="counting")
    if filters:
        told = ngettext(
            "The tables are divided by %(n)s question.",
            "The tables are divided by %(n)s questions.",
            filters,
        )
        yield Check("done", told, page="counting")
    else:
        told = _("The tables are not divided by any question: nobody will see groups side by side.")
        yield Check("advice", told, _("This cannot be changed once it has opened."), "counting")


def _retention(survey: Survey) -> Iterator[Check]:
    """What people will read: set by the coordinator, or the house's own times."""
    days = rules.rule_of(survey, "free_text").days
    told = ngettext(
        "What people write is erased %(n)s day after the survey closes.",
        "What people write is erased %(n)s days after the survey closes.",
        days,
    )
    is_set = survey.retention_rules.exists()
    usual = "" if is_set else _("These are the usual times: look whether they fit.")
    yield Check("done", told, usual, "retention")


def _of_questionnaire(version: SurveyVersion, whole: Questionnaire) -> Iterator[Check]:
    yield from _languages(version, whole)
    yield from _identity(version.survey, whole)
    yield from _length(whole)
    for tag in ("en", "fr"):
        if tag in whole.languages:
            yield from _words(whole, tag)


def _languages(version: SurveyVersion, whole: Questionnaire) -> Iterator[Check]:
    offered = offered_in(version)
    for tag in whole.languages:
        lacks = progress(whole, tag).unfinished
        name = language_name(tag)
        if not lacks:
            yield Check("done", _("%(language)s is complete.", language=name), page="languages")
            continue
        told = ngettext(
            "%(language)s lacks %(n)s text.",
            "%(language)s lacks %(n)s texts.",
            lacks,
            language=name,
        )
        if tag in offered:
            then = _("What is missing is shown in another language, and marked.")
        else:
            then = _("It is not offered until it is ready.")
        yield Check("advice", told, then, "languages")


def _identity(survey: Survey, whole: Questionnaire) -> Iterator[Check]:
    items = readiness.identity_items(whole)
    if items and not readiness.unjustified(survey, whole):
        yield Check(
            "advice",
            _("Some questions tell who a person is: %(names)s.", names=_named(whole, items)),
            _("Each is justified. Whoever answers them is no longer anonymous to you."),
            "identity",
        )
    elif not items:
        yield Check("done", _("No question is marked as telling who a person is."))


def _length(whole: Questionnaire) -> Iterator[Check]:
    for tag in whole.languages:
        took = minutes(whole, tag)
        told = ngettext(
            "Answering in %(language)s takes about %(n)s minute.",
            "Answering in %(language)s takes about %(n)s minutes.",
            took,
            language=language_name(tag),
        )
        if took > LONG_SURVEY:
            yield Check(
                "advice", told, _("Beyond a quarter of an hour many people give up."), "edit"
            )
        else:
            yield Check("done", told)


def _words(whole: Questionnaire, tag: str) -> Iterator[Check]:
    found = level(whole, tag)
    if found is not None:
        yield _level(found)
    long = long_questions(whole, tag)
    if long:
        yield Check(
            "advice",
            _("Long questions in %(language)s: %(names)s.", language=language_name(tag),
              names=_named(whole, long)),
            _("More than 25 words are hard to keep in mind: divide them."),
            "edit",
        )  # fmt: skip


def _level(found) -> Check:
    value = i18n.format_number(found.value)
    if found.scale == "grade":
        told = _("The English reads at school grade %(value)s (Flesch-Kincaid).", value=value)
        advice = _("Grade 8 or lower is plain language: shorten sentences, choose shorter words.")
    else:
        told = _("The French has a reading ease of %(value)s of 100 (Kandel-Moles).", value=value)
        advice = _("60 or more is ordinary prose: shorten sentences, choose shorter words.")
    return Check("done", told) if found.is_plain else Check("advice", told, advice, "edit")


def _named(whole: Questionnaire, questions) -> str:
    texts = [
        plain(whole.text(each.label, whole.default_language)[0]) or each.name for each in questions
    ]
    shown = [f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”" for text in texts[:MOST_NAMED]]
    return i18n.join_list([*shown, "…"] if len(texts) > MOST_NAMED else shown)
