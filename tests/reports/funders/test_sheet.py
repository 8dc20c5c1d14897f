"""A funder's questions come from a spreadsheet, and go into one and back."""

import io

import pytest

from lipnet.reports.funders import operations
from lipnet.reports.funders.bringing import bring_questions
from lipnet.reports.funders.models import FunderQuestion
from lipnet.reports.funders.sheet import read_questions, rows_of
from lipnet.reports.funders.sheet_pages import looked_at
from tests import cast
from tests.browsing import Browser
from tests.reports.funders import scene

pytestmark = pytest.mark.usefixtures("day")
SHEET = """\
Question FR,Id,Question EN,Type,Limit,Filled from
Combien ?,1.1,How many?,number,,people_engaged
Comment ?,1.2,How?,essay,200,Meetings held; the weather
,,Without a number,text,,
Pourquoi ?,1.3,,text,long,
,1.4,,text,,
"""


def test_what_is_wrong_is_told_at_its_cell_and_nothing_is_kept_by_looking(house):
    alice = cast.alice()
    template, rows = scene.template(alice), read_questions(SHEET.encode(), "asked.csv")
    told = looked_at(template, rows, alice)
    assert not FunderQuestion.select().exists()
    assert told.new == {"questions": 3}
    assert [(found.cell, found.severity) for found in told.found] == [
        ("D3", "warning"), ("F3", "warning"), ("B4", "error"), ("E5", "warning"), ("C6", "error"),
    ]  # fmt: skip
    bring_questions(template, rows, by=alice)
    first, second, third = template.in_order()
    assert (first.code, first.kind, first.sources) == ("1.1", "number", ["people_engaged"])
    assert (second.kind, second.most, second.sources) == ("text", 200, ["meetings"])
    assert (third.text, third.most) == ({"fr": "Pourquoi ?"}, None)


def test_the_questions_come_back_from_either_file_as_they_were(app):
    alice = cast.alice()
    template = scene.template(alice)
    scene.question(template, alice, code="=1", most=90, unit="characters", hint={"fr": "Bref."})
    scene.question(template, alice, code="2", kind="choice",
                   choices=[{"en": "Yes, fully", "fr": "Oui"}, {"en": "No"}])  # fmt: skip
    operations.take_generic(fiscal_year=2026, by=alice)
    before = list(rows_of(template))
    browser = Browser(app, alice)
    for kind in ("xlsx", "csv"):
        file = browser.client.get(f"/reports/funders/{template.id}/questions.{kind}").data
        other = scene.template(alice)
        sheet = {"sheet": (io.BytesIO(file), f"asked.{kind}")}
        look = browser.submit(f"/reports/funders/{other.id}/sheet", sheet)
        assert look.heading == "What would happen"
        browser.post(f"/reports/funders/{other.id}/sheet/bringing", look.fields("/bringing"))
        assert list(rows_of(other)) == before, kind
    bring_questions(template, read_questions(file, "asked.csv"), by=alice)
    assert list(rows_of(template)) == before
