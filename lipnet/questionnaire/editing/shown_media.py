"""Pictures and sounds of an item and of the choices it offers, named by language."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from lipnet.questionnaire.editing.items import change
from lipnet.questionnaire.editing.trees import item_named
from lipnet.questionnaire.model import Choice, Media, Question, Questionnaire


class Shows(NamedTuple):
    """`code`: of the choice it stands beside, "" for the item itself. `kind`: one of MEDIA."""

    code: str
    kind: str
    language: str
    file: str


def media_of(questionnaire: Questionnaire, name: str) -> tuple[Shows, ...]:
    """What the item shows, then what its choices show; the same code told once."""
    item = item_named(questionnaire, name)
    shown = [("", item.media)]
    if isinstance(item, Question):
        shown += [(choice.code, choice.media) for choice in questionnaire.choices_of(item)]
    found = (
        Shows(code, kind, language, file)
        for code, media in shown
        for kind, files in media.items()
        for language, file in files.items()
    )
    return tuple(dict.fromkeys(found))


def show_file(questionnaire: Questionnaire, name: str, shows: Shows) -> Questionnaire:
    """The file shown, in place of another of its kind and language; "" as file takes it away."""
    item = item_named(questionnaire, name)
    if not shows.code:
        return change(questionnaire, name, replace(item, media=with_file(item.media, shows)))
    if not isinstance(item, Question):
        return questionnaire
    listed = tuple(
        showing(choice, shows) if choice.code == shows.code else choice
        for choice in questionnaire.choices_of(item)
    )
    return replace(questionnaire, choices={**questionnaire.choices, item.list_name: listed})


def showing(choice: Choice, shows: Shows) -> Choice:
    return replace(choice, media=with_file(choice.media, shows))


def with_file(media: Media, shows: Shows) -> Media:
    files = {**media.get(shows.kind, {}), shows.language: shows.file}
    whole = {**media, shows.kind: {tag: file for tag, file in files.items() if file}}
    return {kind: each for kind, each in whole.items() if each}
