"""The same totals on the page inside, on the page for everybody, and in every file."""

import io
import os
import re
from collections import Counter

import openpyxl
import pytest

from lipnet.core.i18n import format_number, speaking
from lipnet.core.money import format_money
from lipnet.plans.models import STATUS_NAMES
from lipnet.reports import operations
from lipnet.reports.composing.words import FACT_NAMES
from lipnet.reports.models import ReportPublication
from tests import cast
from tests.browsing import Browser
from tests.press.reading import words_of_docx, words_of_pdf
from tests.reports import composed

YEARS = int(os.environ.get("YEARS_DRAWN", "3"))
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def squeezed(text: str) -> str:
    return "".join(UNSEEN.sub("", text).split())


def said(label: object, value: str) -> re.Pattern:
    """The label right before the value, or right behind it."""
    name, figure = re.escape(squeezed(str(label))), re.escape(squeezed(value))
    return re.compile(rf"{name}{figure}(?![\d,.]*\d)")


def expected(year: composed.Year) -> list[re.Pattern]:
    counts = Counter(year.statuses)
    pairs = [(STATUS_NAMES[status], format_number(n)) for status, n in counts.items()]
    pairs += [
        (FACT_NAMES["motions"], format_number(year.motions)),
        (FACT_NAMES["people_engaged"], format_number(year.people)),
        (FACT_NAMES["cash_planned"], format_money(year.planned)),
        (FACT_NAMES["cash_actual"], format_money(year.spent)),
    ]
    return [said(*pair) for pair in pairs]


def everywhere(app, alice, tag: str, published: bool) -> dict[str, str]:
    """All that is shown of the report, squeezed, by where it is shown."""
    alice.language = tag
    alice.save()
    inside = Browser(app, alice)
    found = {"staff page": inside.get("/reports/2025").text}
    places = {"staff": (inside, "/reports/2025/in/")}
    if published:
        everybody = Browser(app)
        found["public page"] = everybody.get(f"/reports/public/2025/{tag}").text
        places["public"] = (everybody, "/reports/public/2025/in/")
    for name, (browser, path) in places.items():
        for kind, read in (("docx", words_of_docx), ("pdf", words_of_pdf), ("xlsx", _cells)):
            data = browser.client.get(f"{path}{tag}.{kind}").data
            found[f"{name} {kind}"] = "".join(read(data))
    return {where: squeezed(text) for where, text in found.items()}


def _cells(data: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    return ["".join(cell or "" for cell in row) + "\n" for row in rows]


@pytest.mark.parametrize("seed", range(YEARS))
def test_every_total_is_the_same_wherever_the_report_is_read(app, seed):
    alice = cast.alice()
    year = composed.year_at(seed, alice)
    published = seed % 2 == 0
    if published:
        operations.publish_report(year.report, by=alice)
    tag = "en" if seed % 3 else "fr"
    shown = everywhere(app, alice, tag, published)
    with speaking(tag):
        wanted, visits = expected(year), squeezed(format_number(year.visits))
    for where, text in shown.items():
        for pattern in wanted:
            assert pattern.search(text), f"{pattern.pattern} not in {where}: {text[:3000]}"
        assert visits in text, where
    assert ReportPublication.select().exists() == published


def test_the_facts_of_a_year_are_what_happened_in_it(house):
    year = composed.year_at(4, cast.alice())
    said = {row.key: row.said.get("value") for row in year.report.facts}
    assert said["motions"] == year.motions
    assert said["people_engaged"] == year.people
    assert (said["cash_planned"], said["cash_actual"]) == (year.planned, year.spent)
    done = [key for key in said if key.startswith("action-")]
    assert len(done) == year.statuses.count("done")
