"""The page of one language: its strings side by side, filtered and cut into pages."""

import re
from dataclasses import dataclass
from functools import cached_property

from flask import request
from markupsafe import Markup, escape

from lipnet import languages
from lipnet.core.i18n import lazy
from lipnet.languages import Language
from lipnet.questionnaire import Question, Questionnaire
from lipnet.questionnaire.addresses import numbered, numbered_choices, only_in
from lipnet.questionnaire.proofreading import Remark, Term, mended, terms_in
from lipnet.questionnaire.texts import ANSWER
from lipnet.questionnaire.translating import Change, Progress, Unit, changes, progress, units
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop.saving import mark_of
from lipnet.surveys.workshop.wording import questionnaire_worked_on, remarks_on, terms_from

ON_A_PAGE = 40
TO_REVIEW = ("machine", "human")
FILTERS = {
    "all": lazy("All"),
    "empty": lazy("No text yet"),
    "stale": lazy("Behind their source"),
    "review": lazy("To review"),
    "look": lazy("Worth a look"),
}


@dataclass(frozen=True)
class Row:
    """One string as it stands on the page; `number` counts through the questionnaire."""

    unit: Unit
    number: int
    tag: str
    remarks: tuple[Remark, ...]
    terms: tuple[Term, ...]
    anchor: str

    @property
    def id(self) -> str:
        return f"text-{self.number}"

    @property
    def mark(self) -> str:
        """By this a page that is sent later tells whether the text is still the one it showed."""
        return mark_of(self.unit.translation)

    @property
    def diff(self) -> tuple[Change, ...]:
        return changes(self.unit.before, self.unit.source) if self.unit.before else ()

    @property
    def mended(self) -> str:
        """The text with its spaces put right, "" if nothing is wrong with them."""
        better = mended(self.unit.translation, self.tag)
        return better if better != self.unit.translation else ""

    @property
    def source(self) -> Markup:
        return marked_source(self.unit.source, self.terms)

    @property
    def lines(self) -> int:
        longest = max(len(self.unit.source), len(self.unit.translation))
        return min(8, 1 + longest // 40)


@dataclass(frozen=True)
class Desk:
    """What one person has before her: a language of a survey, and the filter she chose."""

    survey: Survey
    questionnaire: Questionnaire
    tag: str
    source_tag: str
    show: str = "all"
    page: int = 1

    @property
    def language(self) -> Language:
        return languages.get(self.tag)

    @property
    def source_language(self) -> Language:
        return languages.get(self.source_tag)

    @cached_property
    def progress(self) -> Progress:
        return progress(self.questionnaire, self.tag)

    @cached_property
    def every_row(self) -> list[Row]:
        terms, anchors = terms_from(self.source_tag, self.tag), anchors_in(self.questionnaire)
        return [
            Row(
                unit,
                number,
                self.tag,
                remarks_on(unit, self.tag, terms),
                terms_in(unit.source, terms),
                anchors.get(unit.address.rpartition("/")[0], ""),
            )
            for number, unit in enumerate(units(self.questionnaire, self.tag, self.source_tag), 1)
        ]

    @cached_property
    def chosen(self) -> list[Row]:
        return [row for row in self.every_row if is_shown(row, self.show)]

    @property
    def rows(self) -> list[Row]:
        first = (self.here - 1) * ON_A_PAGE
        return self.chosen[first : first + ON_A_PAGE]

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.chosen) // ON_A_PAGE))

    @property
    def here(self) -> int:
        return min(max(self.page, 1), self.pages)

    @property
    def sources(self) -> list[Language]:
        """The languages one may translate from: those that are named, but for this one."""
        known = (languages.find(tag) for tag in self.questionnaire.languages if tag != self.tag)
        return [language for language in known if language]

    def counted(self, show: str) -> int:
        return sum(is_shown(row, show) for row in self.every_row)

    def row(self, address: str) -> Row | None:
        return next((row for row in self.every_row if row.unit.address == address), None)


def desk_for(ways) -> Desk:
    """The desk as the address asks for it; who came by a link sees the source and no other."""
    tag = ways.tag
    read = questionnaire_worked_on(ways.survey.latest_version)
    if ways.door:
        read = only_in(read, (read.default_language, tag))
    asked = request.values.get("from", "")
    known = asked in read.languages and asked != tag and languages.find(asked)
    show = request.values.get("show", "all")
    page = request.values.get("page", "1")
    return Desk(
        ways.survey,
        read,
        tag,
        asked if known else read.default_language,
        show if show in FILTERS else "all",
        int(page[:6]) if page.isascii() and page.isdigit() else 1,
    )


def is_shown(row: Row, show: str) -> bool:
    state = row.unit.state
    return {
        "all": True,
        "empty": state == "empty",
        "stale": state == "stale",
        "review": state in TO_REVIEW,
        "look": bool(row.remarks) or state == "draft",
    }[show]


def anchors_in(questionnaire: Questionnaire) -> dict[str, str]:
    """Address of an item or a choice -> where the preview shows it."""
    found: dict[str, str] = {}
    for number, (item, address) in enumerate(numbered(questionnaire.items), 1):
        found[address] = f"item-{number}"
        if isinstance(item, Question) and item.list_name:
            offered = questionnaire.choices.get(item.list_name, ())
            for _, place in numbered_choices(item.list_name, offered):
                found.setdefault(place, f"item-{number}")
    return found


def marked_source(text: str, terms: tuple[Term, ...]) -> Markup:
    """The source as it was written, the places of answers and the glossary's terms set apart."""
    words = [rf"(?<!\w){re.escape(term.source)}(?!\w)" for term in terms]
    pattern = re.compile("|".join([ANSWER.pattern.replace("(", "(?:", 1), *words]), re.IGNORECASE)
    end, parts = 0, []
    for match in pattern.finditer(text):
        parts += [escape(text[end : match.start()]), _set_apart(match[0])]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def _set_apart(found: str) -> Markup:
    if found.startswith("${"):
        return Markup('<code dir="ltr">{}</code>').format(found)
    return Markup("<mark>{}</mark>").format(found)
