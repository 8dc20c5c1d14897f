"""The note on method: how a survey was asked, as far as readers may know."""

from collections.abc import Iterator
from typing import Any

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.offering import offered_in
from lipnet.surveys.results import Results
from lipnet.surveys.words import language_name, mode_name


def method_of(version: SurveyVersion, found: Results) -> dict[str, Any]:
    """facts: (name, value), and notes: whole sentences; in the language being spoken."""
    return {"facts": list(_facts(version, found)), "notes": list(_notes(version, found))}


def _facts(version: SurveyVersion, found: Results) -> Iterator[tuple[str, str]]:
    survey = version.survey
    yield _("First day of answering"), i18n.format_day(survey.first_day)
    last = survey.last_day
    yield _("Last day of answering"), i18n.format_day(last) if last else _("not set")
    yield _("People who answered"), _how_many(found)
    yield _("Who could answer"), _who(version)
    yield _("Languages offered"), i18n.join_list(language_name(tag) for tag in offered_in(version))
    yield _("How people answered"), _modes(found)
    asked = [each for each in questionnaire_of(version).questions() if each.is_answered]
    yield _("Questions"), i18n.format_number(len(asked))
    yield _("Versions of the questionnaire"), i18n.join_list(_versions(version))


def _notes(version: SurveyVersion, found: Results) -> Iterator[str]:
    yield _(
        "Nobody was asked for a name or an account. Answers are kept without the hour they came "
        "and without anything of the device."
    )
    yield _(
        "All figures are rounded to fives, up or down by chance, but always the same way for the "
        "same group; so parts need not add up to the whole."
    )
    yield _(
        "Groups of fewer than %(threshold)s are not shown; where needed, neither is the "
        "next smallest, so that nobody can work them out.",
        threshold=found.threshold,
    )
    yield _(
        "Answers are counted in batches of at least %(threshold)s, so that no two tables differ "
        "by one person.",
        threshold=found.threshold,
    )
    yield _(
        "Who answers such a survey chooses to: the figures tell of those who answered, and not of "
        "everybody."
    )


def _how_many(found: Results) -> str:
    if found.n is None:
        return _("not shown")
    return _("about %(number)s", number=i18n.format_number(found.n))


def _who(version: SurveyVersion) -> str:
    if ByInvitation.of(version.survey) is None:
        return _("Anybody who knew the address")
    return _("People on a list, by a personal link, once each")


def _modes(found: Results) -> str:
    """Only the ways that readers may know of."""
    rows = found.modes.rows if found.modes else ()
    shown = [mode_name(row.code) for row in rows if row.count]
    return i18n.join_list(shown) if shown else _("not shown")


def _versions(version: SurveyVersion) -> list[str]:
    """Every version that people were asked, and this one's mark."""
    survey = version.survey
    published = survey.versions.where(SurveyVersion.published_at.is_null(False))
    return [
        _(
            "version %(number)s of %(day)s",
            number=each.number,
            day=i18n.format_day(each.published_at),
        )
        for each in published.order_by(SurveyVersion.number)
    ]
