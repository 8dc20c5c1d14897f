"""How much of a report is written in each language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lipnet.core.forms import content_languages
from lipnet.core.multilingual import missing
from lipnet.reports.composing.approving import approved_of
from lipnet.reports.composing.chapters import NEEDED, texts_of
from lipnet.reports.models import AnnualReport, ReportLine

WORDS_OF_A_LINE = ("planned", "output", "done", "changed", "reason")


@dataclass(frozen=True)
class Parity:
    """`of` texts, and how many of them are written in each language."""

    of: int
    written: Mapping[str, int]

    @property
    def is_even(self) -> bool:
        return all(count == self.of for count in self.written.values())

    def share(self, tag: str) -> float:
        return self.written[tag] / self.of if self.of else 1.0


def parity_of(report: AnnualReport, lines: Sequence[ReportLine]) -> Parity:
    """Counted over every text that the report has in some language, or needs."""
    return counted(texts_in(report, lines), content_languages())


def counted(texts: Iterable[Mapping[str, str]], tags: Sequence[str]) -> Parity:
    every = list(texts)
    return Parity(
        len(every), {tag: sum(not missing(text, [tag]) for text in every) for tag in tags}
    )


def texts_in(report: AnnualReport, lines: Sequence[ReportLine]) -> list[Mapping[str, str]]:
    """The title, the chapters, the lines, and what approved facts are called."""
    chapters = texts_of(report)
    needed = [chapters.pop(name) for name in NEEDED]
    said = [row.said.get("texts") or {} for row in approved_of(report).values()]
    of_lines = [getattr(line, name) for line in lines for name in WORDS_OF_A_LINE]
    others = [report.title, *chapters.values(), *of_lines, *said]
    return [*needed, *(text for text in others if any((text or {}).values()))]
