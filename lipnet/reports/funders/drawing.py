"""An answer as its sources propose it, and whether they say anything else by now."""

from dataclasses import dataclass
from typing import NamedTuple

from lipnet.core import i18n
from lipnet.core.forms import content_languages
from lipnet.reports.funders.counting import used
from lipnet.reports.funders.gathering import Year
from lipnet.reports.funders.models import FunderAnswer, FunderQuestion, FunderTemplate
from lipnet.reports.funders.sources import SOURCES, Figures


class Changed(NamedTuple):
    """A figure that is another one than when the answer was kept; None where there was none."""

    label: str
    before: str | None
    after: str | None


class Used(NamedTuple):
    """How long one language of an answer is; `over` by how much it is too long."""

    tag: str
    count: int
    over: int


@dataclass(frozen=True)
class Asked:
    """A question, what was answered, and what can be proposed."""

    question: FunderQuestion
    answer: FunderAnswer | None
    drawn: dict[str, Figures]

    @property
    def state(self) -> str:
        return self.answer.state if self.answer else "not_begun"

    @property
    def text(self) -> dict[str, str]:
        """What a person wrote, else what the sources say."""
        return self.answer.text if self.answer else proposed(self.drawn)

    @property
    def value(self) -> str:
        return self.answer.value if self.answer else self.proposed_value

    @property
    def proposed_value(self) -> str:
        """For a number: the first figure of the first source."""
        if self.question.kind != "number":
            return ""
        first = next(iter(self.drawn.values()), None)
        numbers = first.values() if isinstance(first, dict) else []
        return next((str(one) for one in numbers if isinstance(one, int)), "")

    @property
    def has_changed(self) -> bool:
        return self.answer is not None and self.answer.drawn != self.drawn

    def changes(self) -> list[Changed]:
        """Which figures are others now, in the language being spoken."""
        before = self.answer.drawn if self.answer else self.drawn
        return [
            change
            for key, source in SOURCES.items()
            if before.get(key) != self.drawn.get(key)
            for change in _differing(source, before.get(key), self.drawn.get(key))
        ]

    def used(self) -> list[Used]:
        return [_used(self.question, tag, text) for tag, text in self.text.items()]


class Drawing:
    """Every question of a template for one year; each source is asked once."""

    def __init__(self, template: FunderTemplate, fiscal_year: int):
        self.template, self.fiscal_year = template, fiscal_year
        self.year = Year(fiscal_year, template.agreement)
        self._figures: dict[str, Figures] = {}
        self._answers = FunderAnswer.of(template, fiscal_year)

    def asked(self) -> list[Asked]:
        return [self.of(question) for question in self.template.in_order()]

    def of(self, question: FunderQuestion) -> Asked:
        return Asked(question, self._answers.get(question.id), self.figures_for(question))

    def figures_for(self, question: FunderQuestion) -> dict[str, Figures]:
        return {key: self._drawn(key) for key in question.sources if key in SOURCES}

    def _drawn(self, key: str) -> Figures:
        if key not in self._figures:
            self._figures[key] = SOURCES[key].gather(self.year)
        return self._figures[key]


def proposed(drawn: dict[str, Figures]) -> dict[str, str]:
    """What the sources say, in each language of the partnership that the program speaks."""
    found = {}
    for tag in content_languages():
        if tag in i18n.catalogues():
            with i18n.speaking(tag):
                said = [SOURCES[key].say(figures) for key, figures in drawn.items()]
            found[tag] = "\n".join(filter(None, said))
    return {tag: text for tag, text in found.items() if text}


def _differing(source, before: Figures, after: Figures) -> list[Changed]:
    earlier = dict(source.rows(before)) if before is not None else {}
    later = dict(source.rows(after)) if after is not None else {}
    names = dict.fromkeys([*later, *earlier])
    rows = [Changed(name, earlier.get(name), later.get(name)) for name in names]
    differing = [row for row in rows if row.before != row.after]
    return differing or [Changed(str(source.label), None, None)]


def _used(question: FunderQuestion, tag: str, text: str) -> Used:
    count = used(text, question.unit)
    return Used(tag, count, max(0, count - question.most) if question.most else 0)
