"""Days such as 01/04/2026 are read where the sheet itself shows which comes first."""

from datetime import date

from lipnet.groups import operations
from lipnet.groups.models import Appointment
from lipnet.groups.roster.days import Days
from lipnet.groups.roster.pages import looked_at
from lipnet.groups.roster.rows import RosterRow
from lipnet.groups.roster.sheet import read_roster
from tests.cast import alice
from tests.groups import scene


def read(*pairs: tuple[str, str]) -> list[tuple]:
    rows = [RosterRow({"from": begins, "through": ends}) for begins, ends in pairs]
    days = Days(rows)
    return [(days.read(row, "from"), days.read(row, "through")) for row in rows]


def test_one_day_above_twelve_tells_the_order_of_its_column():
    first, second = read(("01/04/2026", ""), ("15.04.2026", ""))
    assert (first[0], second[0]) == (date(2026, 4, 1), date(2026, 4, 15))
    first, second = read(("01/04/2026", ""), ("4/15/2026", ""))
    assert (first[0], second[0]) == (date(2026, 1, 4), date(2026, 4, 15))


def test_a_column_that_tells_nothing_follows_the_other_column_of_days():
    assert read(("01/04/2026", "31/03/2028")) == [(date(2026, 4, 1), date(2028, 3, 31))]
    assert read(("01/04/2026", "03/04/2028")) == [(None, None)]


def test_a_column_of_both_orders_tells_nothing_nor_do_two_columns_that_disagree():
    rows = read(("13/04/2026", ""), ("04/13/2026", ""), ("01/04/2026", ""))
    assert [row[0] for row in rows] == [date(2026, 4, 13), date(2026, 4, 13), None]
    mixed = read(("13/04/2026", "04/13/2028"), ("01/04/2026", "01/04/2028"))
    assert mixed[1] == (date(2026, 4, 1), date(2028, 1, 4))


def test_what_is_one_day_or_none_needs_no_order():
    assert read(("04/04/2026", "2026/05/01")) == [(date(2026, 4, 4), date(2026, 5, 1))]
    assert read(("31/02/2026", "2026-04-01 00:00:00")) == [(None, date(2026, 4, 1))]
    assert read(("01/04/26", "tomorrow")) == [(None, None)]


def test_the_dry_run_says_how_days_are_read_or_why_not(database):
    coordinator = alice()
    scene.council(coordinator)
    text = "name,group,from,through\nA,Partnership council,01/04/2026,{}\n"
    plain = read_roster(text.format("31/03/2028").encode(), "r.csv")
    (told,) = looked_at(plain, coordinator).found
    assert (told.cell, told.severity) == ("C2", "notice")
    assert "the day first" in told.wrong and "D2" in told.wrong and "31/03/2028" in told.wrong
    unclear = read_roster(text.format("03/04/2028").encode(), "r.csv")
    assert "could be two days" in looked_at(unclear, coordinator).found[0].wrong
    operations.bring_roster(plain, by=coordinator)
    assert Appointment.get().from_on == date(2026, 4, 1)
