"""The questions of a page as controls: which control, and what stands in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from lipnet.core import i18n
from lipnet.core.i18n import gettext
from lipnet.questionnaire import Group
from lipnet.questionnaire.answering import Shown
from lipnet.questionnaire.fitting import bounds, plain, scale_of
from lipnet.questionnaire.model import FILES
from lipnet.questionnaire.postal import is_postal_area
from lipnet.questionnaire.showing import Offered
from lipnet.questionnaire.typed import AGREED, DECLINED
from lipnet.surveys.media.shelf import NO_MEDIA, Seen, Shelf
from lipnet.surveys.rendering import words
from lipnet.surveys.sent_files.kinds import ACCEPTED

PREFIX = "q-"
MOST_RADIOS = 12
MOST_ON_SCALE = 11
INPUT_MODES = {"integer": "numeric", "decimal": "decimal", "range": "decimal"}
LEFT_TO_RIGHT = (*INPUT_MODES, "date", "time", "datetime")
CONTROLS = {
    "note": "note",
    "select_multiple": "checkboxes",
    "rank": "rank",
    "acknowledge": "agreement",
    "date": "date",
    "time": "time",
    "datetime": "datetime-local",
    **dict.fromkeys(FILES, "file"),
}


@dataclass(frozen=True)
class Field:
    """A question as a template needs it. `typed` is what the control shows, as texts."""

    shown: Shown
    typed: tuple[str, ...]
    error: Markup
    headings: tuple[Group, ...] = ()
    shelf: Shelf = NO_MEDIA

    @property
    def name(self) -> str:
        return PREFIX + self.shown.slot

    @property
    def id(self) -> str:
        return self.name

    @property
    def control(self) -> str:
        """note, computed, radios, select, checkboxes, scale, rank, agreement, date, time,
        datetime-local, file, lines or line."""
        question = self.shown.question
        if question.is_computed:
            return "computed"
        if question.type == "select_one":
            return "select" if self.is_long and not self.shows_choices else "radios"
        if question.type == "range" and len(self.scale) <= MOST_ON_SCALE:
            return "scale"
        return CONTROLS.get(question.type) or ("lines" if self._wants_lines else "line")

    @property
    def _wants_lines(self) -> bool:
        is_text = self.shown.question.type == "text"
        return is_text and (
            "multiline" in self.shown.question.appearance or any("\n" in t for t in self.typed)
        )

    @property
    def inputmode(self) -> str:
        return INPUT_MODES.get(self.shown.question.type, "")

    @property
    def is_postal_area(self) -> bool:
        return is_postal_area(self.shown.question)

    @property
    def scale(self) -> list[str]:
        """Every value of a range."""
        return scale_of(self.shown.question)

    @property
    def ends(self) -> tuple[str, str]:
        """The least and the most a range takes."""
        least, most, _ = bounds(self.shown.question)
        return plain(least), plain(most)

    @property
    def is_long(self) -> bool:
        """More choices than a person reads through."""
        return len(self.shown.choices) > MOST_RADIOS

    @property
    def accepts(self) -> str:
        """What a browser offers to choose, for a question that asks for a file."""
        return ACCEPTED[self.shown.question.type]

    @property
    def shows_choices(self) -> bool:
        """Whether a choice has a picture or a sound, which no drop-down list could show."""
        return any(choice.media for choice in self.shown.choices)

    @property
    def seen(self) -> list[Seen]:
        """The pictures and sounds of the question."""
        return self.shelf.seen(self.shown.question.media)

    def seen_beside(self, choice: Offered) -> list[Seen]:
        return self.shelf.seen(choice.media, beside_choice=True)

    @property
    def agreed(self) -> str:
        return AGREED

    def place_of(self, code: str) -> str:
        """The place a choice has in a ranking so far, "1" the first; "" for none."""
        if code in self.typed:
            return str(self.typed.index(code) + 1)
        marked = (each.rpartition("@") for each in self.typed)
        return next((place for known, _, place in marked if known == code), "")

    @property
    def declines(self) -> list[tuple[str, str]]:
        """(what is sent, the words) of each way to say that there is no answer."""
        if not self.shown.question.declines:
            return []
        wordings = {
            "dont_know": gettext("I do not know"),
            "prefer_not": gettext("I prefer not to say"),
        }
        return [(DECLINED + why, wordings[why]) for why in self.shown.question.declines]

    @property
    def may_be_left_out(self) -> bool:
        """A radio cannot be unticked, so leaving out is a choice of its own."""
        return not self.shown.required and not self.declines

    @property
    def is_in_words(self) -> bool:
        """Several controls under one question."""
        return self.control in ("radios", "checkboxes", "scale", "rank", "date", "agreement")

    @property
    def first_control(self) -> str:
        """The id an error links to."""
        has_parts = self.control in ("radios", "checkboxes", "rank") and self.shown.choices
        has_parts = has_parts or self.control in ("scale", "date", "agreement")
        return f"{self.id}-0" if has_parts else self.id

    @property
    def described_by(self) -> str:
        parts = [f"{self.id}-error"] if self.error else []
        return " ".join([f"{self.id}-hint", *parts] if self.shown.hint else parts)

    @property
    def date_parts(self) -> list[tuple[str, str]]:
        """(year, month or day, what stands in it) in the order of the reader's language."""
        return [(part, self._part(part)) for part in self._wanted_parts()]

    def _wanted_parts(self) -> list[str]:
        appearance = self.shown.question.appearance
        if "year" in appearance:
            return ["year"]
        order = i18n.order_of_date()
        return [part for part in order if part != "day" or "month-year" not in appearance]

    def _part(self, part: str) -> str:
        """From "2026-05-01" as it is kept, or from "month=5" as it was sent."""
        sent = dict(each.partition("=")[::2] for each in self.typed if "=" in each)
        if sent or not self.typed:
            return sent.get(part, "")
        kept = self.typed[0].split("-")
        at = ("year", "month", "day").index(part)
        return kept[at].lstrip("0") if len(kept) == 3 else ""

    @property
    def spoken(self) -> list[Markup]:
        """The answer in words, for the review: one entry per choice."""
        for sent, worded in self.declines:
            if sent in self.typed:
                return [Markup("{}").format(worded)]
        if self.shown.question.type == "rank":
            said = {c.code: words(c.label) for c in self.shown.choices}
            places = enumerate((code for code in self.typed if code in said), 1)
            return [Markup("{}. {}").format(place, said[code]) for place, code in places]
        if self.shown.choices:
            return [words(c.label) for c in self.shown.choices if c.code in self.typed]
        if self.shown.question.type == "acknowledge":
            return [Markup("{}").format(gettext("I agree"))] if self.typed else []
        return [self._as_written(text) for text in self.typed if text]

    def _as_written(self, text: str) -> Markup:
        kind = self.shown.question.type
        if kind == "date" and (day := day_in(text)):
            return Markup("<bdi>%s</bdi>") % i18n.format_day(day)
        written = text.replace("T", " ", kind != "text")
        if kind in LEFT_TO_RIGHT or self.is_postal_area:
            return Markup('<bdi dir="ltr">%s</bdi>') % written
        return Markup("<bdi>%s</bdi>") % written


def day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def fields_of(
    shown: Iterable[Shown],
    typed: Mapping[str, list[str]],
    errors: Mapping[str, Markup],
    above: tuple[Group, ...] = (),
    shelf: Shelf = NO_MEDIA,
) -> list[Field]:
    """The fields of a page; a group's heading stands on the first of its fields."""
    fields, standing, instance = [], above, None
    for each in shown:
        if each.instance != instance:
            standing, instance = above, each.instance
        fresh = tuple(group for group in each.groups if group not in standing and group.label)
        standing = each.groups
        given = tuple(typed.get(each.slot, as_typed(each.answer)))
        fields.append(Field(each, given, errors.get(each.slot, ""), fresh, shelf))
    return fields


def as_typed(answer: Any) -> list[str]:
    if answer is None:
        return []
    if isinstance(answer, Mapping):
        return [DECLINED + str(answer.get("declined"))]
    return [str(each) for each in answer] if isinstance(answer, list) else [str(answer)]


def typed_in(form: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """slot -> what was sent for it, of everything that a form sent."""
    return with_parts(
        {name[len(PREFIX) :]: given for name, given in form.items() if name.startswith(PREFIX)}
    )


def with_parts(sent: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """What was sent, with "born=year" and its like put together under "born" as "year=1990".

    A date of which nothing was written stays blank; of one written in part, the blanks are kept.
    """
    whole = {name: given for name, given in sent.items() if "=" not in name}
    for name, given in sent.items():
        slot, mark, part = name.partition("=")
        if mark:
            whole.setdefault(slot, []).append(f"{part}={given[0].strip() if given else ''}")
    dated = {name.partition("=")[0] for name in sent if "=" in name}
    for slot in dated:
        if all(each.endswith("=") for each in whole[slot]):
            whole[slot] = []
    return whole
