"""What a profile of the population says to the coordinator: findings, and who is missing."""

from typing import Any, NamedTuple

from lipnet.core.i18n import format_number, format_percent, join_list, lazy, worded
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.surveys.looking.census import ProfileFinding
from lipnet.surveys.looking.missing import Beside, Group

SEVERITIES = {"error": lazy("Left out"), "warning": lazy("Please look")}
UNREADABLE = (
    lazy("The file could not be read as a spreadsheet."),
    lazy("Save it as .xlsx or as CSV UTF-8, without a password, below 1 MB, and upload that."),
)
ONE_UNIT = lazy("Give either people or shares for all options of a question.")
FOUND = {
    "no_columns": (
        lazy("No columns for question, option and figure were found in the first rows."),
        lazy("Begin with the template: its headings are Question, Code, Label, People, Share."),
    ),
    "nothing_filled_in": (
        lazy("No figure stands under the headings."),
        lazy("Write people or a share beside each option."),
    ),
    "question_unknown": (
        lazy("%(text)s is no question of this survey with options to choose from."),
        lazy("Write the short name of the question, as in the template."),
    ),
    "option_unknown": (
        lazy("%(text)s is no option of this question."),
        lazy("Write its code or its label, as in the template."),
    ),
    "option_twice": (
        lazy("%(text)s stands here a second time."),
        lazy("Keep one row for each option."),
    ),
    "no_number": (
        lazy("%(text)s is no number that could be used."),
        lazy("Write people as 1234, and shares in percent, as 12.5."),
    ),
    "more_than_all": (
        lazy("%(text)s is more than 100 percent."),
        lazy("Write shares in percent, or use the column People."),
    ),
    "both_figures": (lazy("This row gives people and a share."), ONE_UNIT),
    "units_mixed": (
        lazy("Some options of %(question)s have people, others a share."),
        ONE_UNIT,
    ),
    "too_few_options": (
        lazy("Only one option of %(question)s has a figure, or all figures are zero."),
        lazy("Fill in at least two options."),
    ),
    "several_need_shares": (
        lazy("People may choose several options of %(question)s: numbers do not add up to all."),
        lazy("Write for each option which share of the population it holds for."),
    ),
    "not_a_whole": (
        lazy("The shares of %(question)s add up to %(sum)s percent."),
        lazy("They should add up to 100. Write people instead, if you have them."),
    ),
    "options_left_out": (
        lazy("Nothing is said about these options of %(question)s: %(codes)s."),
        lazy("They are left out on both sides. Is that what you want?"),
    ),
}


class Worded(NamedTuple):
    """A finding as a person reads it."""

    cell: str
    severity: Any
    wrong: str
    instead: str


def told_finding(finding: ProfileFinding) -> Worded:
    wrong, instead = FOUND.get(finding.code, UNREADABLE)
    places = dict(finding.particulars)
    if "codes" in places:
        places["codes"] = join_list(places["codes"])
    severity = SEVERITIES[finding.severity]
    return Worded(finding.cell, severity, worded(wrong, **places), worded(instead, **places))


def said_of(found: Beside) -> list[str]:
    """A plain sentence for each group that is clearly missing or over-represented."""
    under = sorted(_those(found, "under"), key=lambda each: each.answered - each.expected)
    over = sorted(_those(found, "over"), key=lambda each: each.expected - each.answered)
    told = [_under(each) for each in under] + [_over(each) for each in over]
    if found.groups and all(each.verdict == "alike" for each in found.groups):
        return [_("Those who answered are made up much like the population.")]
    return told or [_("Too little can be shown to say who is missing.")]


def _those(found: Beside, verdict: str) -> list[Group]:
    return [each for each in found.groups if each.verdict == verdict]


def _under(group: Group) -> str:
    return _(
        "Missing: “%(group)s”. They are %(expected)s of the population, but about %(answered)s of "
        "those who answered: of every ten to be expected, about %(ten)s answered.",
        **_places(group),
    )


def _over(group: Group) -> str:
    return _(
        "More than their share: “%(group)s”. They are %(expected)s of the population, and about "
        "%(answered)s of those who answered.",
        **_places(group),
    )


def _places(group: Group) -> dict[str, str]:
    return {
        "group": plain(group.label) or group.code,
        "expected": format_percent(group.expected),
        "answered": format_percent(group.answered or 0.0),
        "ten": format_number(group.of_ten or 0),
    }
