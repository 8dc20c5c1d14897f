"""What is owed is taken away: as a table, and for a calendar program."""

import csv
from datetime import date

from lipnet.core import clock
from lipnet.groups.agreements import operations
from lipnet.groups.agreements.calendar import calendar_of
from tests import cast
from tests.browsing import Browser
from tests.groups.agreements import scene

WHAT = {"en": "Plan; budget, and everything that the officer asked for in her letter, signed"}


def test_a_table_of_everything_and_a_calendar_of_what_is_still_owed(app):
    alice = cast.alice()
    with clock.at(date(2026, 5, 1)):
        found = scene.agreement(alice)
        scene.owed(found, alice, note="=A1")
        sent = scene.owed(found, alice, due_on=date(2026, 4, 30))
        operations.mark_sent(sent, on=date(2026, 4, 28), by=alice)
        browser = Browser(app, alice)
        at = f"/agreements/{found.id}/obligations"
        assert f"{at}.ics" in browser.get(at).links().values()
        table = browser.client.get(f"{at}.csv")
        ours = browser.client.get(f"{at}.ics")
    rows = list(csv.reader(table.get_data(as_text=True).removeprefix("\ufeff").splitlines()))
    assert [row[2:5] for row in rows[1:]] == [
        ["2026-04-30", "Sent", "2026-04-28"], ["2026-06-30", "Later", ""],
    ]  # fmt: skip
    assert rows[2][-1] == "'=A1"
    text = ours.get_data(as_text=True)
    assert ours.mimetype == "text/calendar" and text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\n" in text
    assert "TRIGGER:-P14D\r\n" in text
    assert Browser(app, cast.bob()).client.get(f"{at}.ics").status_code == 404


def test_long_lines_are_folded_and_signs_escaped(database):
    alice = cast.alice()
    found = scene.agreement(alice)
    operations.owe(found, WHAT, due_on=date(2027, 1, 31), by=alice)
    text = calendar_of(found, "https://table.example/")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    whole = text.replace("\r\n ", "")
    assert "SUMMARY:Plan\\; budget\\, and everything that the officer asked for" in whole
    assert f"URL:https://table.example/agreements/{found.id}/obligations/" in whole
