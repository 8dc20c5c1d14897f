"""A whole questionnaire put together from questions of the bank."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from lipnet.questionnaire import Group, Questionnaire
from lipnet.questionnaire.placing import free, names_in, only, place_from_bank
from lipnet.surveys.asked import SECONDS_A_QUESTION
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.starter import themes


def assembled(title: dict, entries: Sequence[Entry], tags: Sequence[str]) -> Questionnaire:
    """The questions in the order of the bank, each theme under its heading, in these languages."""
    questionnaire = Questionnaire(
        title=only(title, tags),
        default_language="en" if "en" in tags else tags[0],
        languages=tuple(tags),
    )
    for theme, among in groupby(entries, key=lambda entry: entry.theme):
        questionnaire = _with_theme(questionnaire, theme, list(among))
    return questionnaire


def minutes_to_answer(questions: int) -> int:
    """As the page before the first question says it; 0 for none."""
    return max(1, round(questions * SECONDS_A_QUESTION / 60)) if questions else 0


def _with_theme(questionnaire: Questionnaire, theme: str, entries: list[Entry]) -> Questionnaire:
    """Placed at the end one by one, then taken together under the heading."""
    before = len(questionnaire.items)
    for entry in entries:
        questionnaire = place_from_bank(questionnaire, entry.questionnaire)
    items = questionnaire.items
    name = free(f"theme_{theme.replace('-', '_')}", names_in(questionnaire))
    heading = only(themes().get(theme, {}), questionnaire.languages)
    group = Group(name, heading, items=items[before:])
    return replace(questionnaire, items=(*items[:before], group))
