"""Pictures, sounds and videos that a questionnaire names, to be shown with what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lipnet.questionnaire.model import Media, Questionnaire, groups_in


class ShownFile(NamedTuple):
    """kind: one of MEDIA. `name` as it is written; `language` whose readers get it."""

    kind: str
    language: str
    name: str


def shown_files(questionnaire: Questionnaire) -> Iterator[ShownFile]:
    """One for each place that shows a file: groups, questions, then the choices they offer."""
    for media in _everything_shown(questionnaire):
        for kind, names in media.items():
            for language, name in names.items():
                if name.strip():
                    yield ShownFile(kind, language, name.strip())


def _everything_shown(questionnaire: Questionnaire) -> Iterator[Media]:
    yield from (group.media for group in groups_in(questionnaire.items))
    lists = {}
    for question in questionnaire.questions():
        yield question.media
        lists[question.list_name] = questionnaire.choices_of(question)
    for choices in lists.values():
        yield from (choice.media for choice in choices)
