"""The review: every page with something a person could answer, and what she answered.

The questions of a page without rules are the same for everybody, so what stands around the answers
is kept; the answers themselves never are.
"""

from collections.abc import Iterator
from typing import NamedTuple

from flask import current_app
from markupsafe import Markup, escape

from lipnet.core.i18n import gettext
from lipnet.core.markup import trusted
from lipnet.questionnaire.answering import say
from lipnet.questionnaire.state import State
from lipnet.surveys import carrying, filling
from lipnet.surveys.asked import Asked
from lipnet.surveys.carrying import Carried
from lipnet.surveys.fields import Field, as_typed, fields_of
from lipnet.surveys.filling import Reviewed
from lipnet.surveys.frozen import compiled_of, fixed_pages_of
from lipnet.surveys.keeping import KeptPages, kept_thing
from lipnet.surveys.places import MARK, Pieces, cut, filled, place
from lipnet.surveys.rendering import words

Errors = dict[str, Markup]
DEFINED, DEFINED_END = Markup("<dd>"), Markup("</dd>")
WORDED, CHOSEN = ("text", "integer", "decimal"), ("select_one", "select_multiple")


class KeptField(NamedTuple):
    """A question of nobody. `choices`: the line of each choice, where these are all it can say.
    `around`: what stands before and after an answer that is shown as it was written."""

    field: Field
    choices: tuple[tuple[str, str], ...]
    around: tuple[str, ...]
    nothing: str

    def lines(self, carried: Carried) -> str:
        answer = carried.answers.get(self.field.shown.slot)
        if answer is None or answer == "":
            return self.nothing
        if self.around and isinstance(answer, str | int | float):
            before, after = self.around
            return before + str(escape(str(answer))) + after
        if self.choices and isinstance(answer, str | list):
            given = [answer] if isinstance(answer, str) else answer
            return "".join(line for code, line in self.choices if code in given) or self.nothing
        return lines(Field(self.field.shown, tuple(as_typed(answer)), self.field.error))


class KeptPart(NamedTuple):
    """One page on the review with a place for each answer."""

    pieces: Pieces
    fields: tuple[KeptField, ...]


def reviewed(found: Asked, lang: str, carried: Carried, state: State) -> str:
    """Where nothing is wrong: the pages, each from memory where it can be."""
    parts = "".join(_parts(found, lang, carried, state))
    return parts or drawn_parts([], {}, state)


def _parts(found: Asked, lang: str, carried: Carried, state: State) -> Iterator[str]:
    fixed = fixed_pages_of(found.version)
    for number in range(len(state.compiled.pages)):
        if number in fixed:
            yield _with_answers(_kept(found, lang, number), carried)
        elif part := filling.reviewed_page(state, carried, number):
            yield drawn_part(part, fields_on(part, {}), state, lines)


def from_memory(pages: KeptPages, found: Asked, lang: str, carried: Carried) -> str:
    """The same where every page is kept; "" where one has to be drawn."""
    numbers = range(len(compiled_of(found.version).pages))
    parts = [pages.find_of(found, part_kind(lang, number)) for number in numbers]
    return "" if None in parts else "".join(_with_answers(part, carried) for part in parts)


def part_kind(lang: str, number: int) -> str:
    return f"reviewed {lang} {number}"


def _kept(found: Asked, lang: str, number: int) -> KeptPart:
    kind = part_kind(lang, number)
    return kept_thing(found, kind, lambda: _part_of_nobody(found, lang, number))


def _part_of_nobody(found: Asked, lang: str, number: int) -> KeptPart:
    nobody = carrying.begin(found.version.id)
    state = filling.stand(compiled_of(found.version), nobody, lang)
    part = filling.reviewed_page(state, nobody, number)
    if part is None:
        return KeptPart(cut(""), ())
    fields = fields_on(part, {})
    drawn = drawn_part(part, fields, state, lambda field: place(field.shown.slot))
    return KeptPart(cut(drawn), tuple(map(_kept_field, fields)))


def _kept_field(field: Field) -> KeptField:
    shown = field.shown
    alone = shown.choices if shown.question.type in CHOSEN else ()
    choices = tuple((choice.code, str(_line(words(choice.label)))) for choice in alone)
    written = not shown.choices and shown.question.type in WORDED
    around = str(lines(Field(shown, (MARK,), field.error))).split(MARK) if written else ()
    return KeptField(field, choices, tuple(around), str(lines(field)))


def _with_answers(part: KeptPart, carried: Carried) -> str:
    given = {each.field.shown.slot: each.lines(carried) for each in part.fields}
    return filled(part.pieces, given)


def drawn_parts(
    parts: list[Reviewed], errors: Errors, state: State, *, with_files: bool = False
) -> Markup:
    """`with_files`: the form below sends files too, which only its own button should do."""
    if not parts and not with_files:
        return _macros().nothing()
    drawn = (drawn_part(p, fields_on(p, errors), state, lines, with_files) for p in parts)
    return Markup("").join(drawn)


def drawn_part(
    part: Reviewed, fields: list[Field], state: State, lines_of, with_files: bool = False
) -> Markup:
    heading = words(say(state, part.groups[-1].label)) if part.groups else ""
    return _macros().part(part.page, heading, fields, lines_of, with_files)


def fields_on(part: Reviewed, errors: Errors) -> list[Field]:
    return fields_of(part.shown, {}, errors, part.groups)


def lines(field: Field) -> Markup:
    """The answer in words, a line for each choice."""
    said = "".join(map(_line, field.spoken))
    said = said or f'<dd class="soft">{escape(gettext("No answer"))}</dd>'
    return trusted(said)


def _line(said: Markup) -> Markup:
    return DEFINED + said + DEFINED_END


def _macros():
    return current_app.jinja_env.get_template("surveys/respond/reviewed.html").module
