"""The index is asked: exact counts, for the data steward and for what makes the released tables.

No page of anybody else may import this module. Nothing here reads an answer: the work grows with
the number of options and of blocks, 65,536 responses each.
"""

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from lipnet import tally
from lipnet.core.db import ask
from lipnet.surveys.counting.index import as_bits
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.models import SurveyVersion
from lipnet.tally import EVERYONE, Crossed, Tally, Who

COUNT = """
    SELECT what, question, value, SUM(count) FROM tally_block
    WHERE version_id = ? GROUP BY what, question, value
"""
NAMES = "SELECT DISTINCT question FROM tally_block WHERE version_id = ?"
OF_A_QUESTION = """
    SELECT what, value, block, bits FROM tally_block WHERE version_id = ? AND question = ?
"""
RESPONSES = """
    SELECT SUM(count) FROM tally_block
    WHERE version_id = ? AND question = '' AND what = 'responses'
"""

People = dict[int, int]  # block -> the places of those who are meant


def responses(version: SurveyVersion) -> int:
    """How many settled responses are counted."""
    return int(ask(RESPONSES, version.id).fetchone()[0] or 0)


def frequencies(version: SurveyVersion, who: Who = EVERYONE) -> Tally:
    """How often everything was said, by those who are meant."""
    if who == EVERYONE:
        rows = ask(COUNT, version.id).fetchall()
        marks = Counter({(what, name, value): int(n) for what, name, value, n in rows})
        return Tally(shape_of(version), marks)
    people = people_of(version, who)
    marks = Counter()
    for (name,) in ask(NAMES, version.id).fetchall():
        for what, value, number, bits in ask(OF_A_QUESTION, version.id, name).fetchall():
            marks[what, name, value] += (as_bits(bits) & people.get(number, 0)).bit_count()
    return Tally(shape_of(version), marks)


def crosstab(version: SurveyVersion, down: str, across: str, who: Who = EVERYONE) -> Crossed:
    """How many chose each value of `down` together with each of `across`.

    n: those who are meant and answered both. Values nobody chose are there where they are known
    beforehand. Raises KeyError for a question that is not counted.
    """
    people = people_of(version, who)
    rows, columns = _values(version, down), _values(version, across)
    both = partial(_together, people=people)
    cells = tuple(tuple(both(rows[i], columns[j]) for j in columns) for i in rows)
    answered = _answered(version, down)
    n = both(answered, _answered(version, across))
    of_each = tuple(both(answered, columns[j]) for j in columns)
    return Crossed(tuple(rows), tuple(columns), cells, n, of_each)


def mean(version: SurveyVersion, question: str, who: Who = EVERYONE) -> Decimal | None:
    """Of a number, in its own unit, to its last place and beyond; None if nobody answered."""
    return frequencies(version, who).mean(question)


def people_of(version: SurveyVersion, who: Who) -> People:
    everyone = _bits(version, "", "responses").get("", {})
    asked = {name: _bits(version, name, "value") for name in tally.questions_in(who)}
    return {
        number: tally.bits_of(who, bits, _in_block(asked, number))
        for number, bits in everyone.items()
    }


def _in_block(asked: dict[str, dict[str, People]], number: int) -> Callable[[str, str], int]:
    return lambda question, value: asked[question].get(value, {}).get(number, 0)


def _bits(version: SurveyVersion, question: str, sought: str) -> dict[str, People]:
    found: dict[str, People] = {}
    for what, value, number, bits in ask(OF_A_QUESTION, version.id, question).fetchall():
        if what == sought:
            found.setdefault(value, {})[number] = as_bits(bits)
    return found


def _values(version: SurveyVersion, question: str) -> dict[str, People]:
    shape = shape_of(version)
    known = shape.question(question).values if question in shape else ()
    if question not in shape and question not in tally.ABOUT_THE_RESPONSE:
        raise KeyError(question)
    found = _bits(version, question, "value")
    order = [*known, *sorted(found.keys() - set(known))]
    return {value: found.get(value, {}) for value in order}


def _answered(version: SurveyVersion, question: str) -> People:
    if question in tally.ABOUT_THE_RESPONSE:
        return _bits(version, "", "responses").get("", {})
    return _bits(version, question, "answered").get("", {})


def _together(one: People, other: People, people: People) -> int:
    return sum(
        (bits & other.get(number, 0) & people.get(number, 0)).bit_count()
        for number, bits in one.items()
    )
