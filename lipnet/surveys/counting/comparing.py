"""Is the index what the settled answers say?"""

from collections import Counter
from collections.abc import Iterator

from lipnet import tally
from lipnet.surveys.counting import exact, index
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.models import SurveyVersion
from lipnet.tally.marks import RESPONSES


def broken_counts(version: SurveyVersion) -> Iterator[tuple[str, str]]:
    """(code of a fault, what is wrong) for a version whose index and answers disagree."""
    answered: Counter[tally.Mark] = Counter()
    try:
        for rows in index.settled(version):
            answered.update(mark for row in rows for mark in _marks(version, row))
    except (KeyError, ValueError) as error:
        yield "foreign_answer", f"an answer the questionnaire does not know: {error}"
        return
    counted = exact.frequencies(version).marks
    if counted[RESPONSES] != answered[RESPONSES]:
        yield "broken_total", f"{answered[RESPONSES]} responses are counted otherwise"
    elif counted != answered or not _bits_are_counted(version):
        yield "stale_index", "the counts are not those of its responses"


def _marks(version: SurveyVersion, row) -> frozenset[tally.Mark]:
    return tally.marks_of(
        shape_of(version), row.answers, language=row.language, mode=row.mode, day=row.day
    )


def _bits_are_counted(version: SurveyVersion) -> bool:
    """Each row's count is that of its bits, and nobody stands where no response is."""
    counted = exact.frequencies(version).marks
    found: Counter[tally.Mark] = Counter()
    for block in index.blocks_of(version):
        if any(bits & ~block[RESPONSES] for bits in block.values()):
            return False
        found.update({mark: bits.bit_count() for mark, bits in block.items()})
    return found == counted
