"""From tables to pictures: what is drawn, said and counted."""

from datetime import date, timedelta
from decimal import Decimal

from lipnet.core import i18n
from lipnet.surveys.pictures import bars, of_table, scales
from lipnet.surveys.pictures.as_csv import csv_of
from lipnet.surveys.pictures.days import timeline
from lipnet.surveys.pictures.samples import CrossSample
from lipnet.surveys.pictures.shapes import Counted
from lipnet.surveys.results import Row, Table
from tests.surveys.pictures.tables import ranked, row, table


def lines_of_csv(picture) -> list[list[str]]:
    text = csv_of(picture)
    assert text.startswith("\ufeff")
    return [line.split(",") for line in text[1:].splitlines()]


def test_each_kind_has_its_picture(app):
    assert of_table(table(60, 40)).kind == "bars"
    assert of_table(table(60, 40), ("o0", "o1")).centre is not None
    assert of_table(table(60, 40, kind="number")).kind == "histogram"
    assert [key.mark for key in of_table(ranked(bus=(60, 40))).keys] == ["1", "2"]


def test_a_frozen_table_is_drawn_like_a_fresh_one(app):
    fresh = table(60, 40)
    assert of_table(fresh.to_json()) == of_table(fresh)


def test_what_stands_beside_the_scale_is_counted_but_not_drawn(app):
    picture = scales.scale(table(30, 60, 10), ("o0", "o1"))
    assert [part.tone for part in picture.lines[0].parts] == ["low-3", "high-3"]
    assert len(picture.numbers.rows) == 3


def test_a_matrix_has_a_line_and_a_row_for_each_question(app):
    few = Table("few", "one", {"en": "Few"}, None, (), None, 5)
    picture = scales.matrix((table(20, 80, name="a"), table(90, None, name="b"), few))
    assert [line.label["en"] for line in picture.lines] == ["Question a", "Question b"]
    assert [part.text for part in picture.lines[0].parts] == ["20%", "80%"]
    assert [cells[-1] for cells in picture.numbers.rows] == [100, 100, None]
    assert picture.numbers.rows[2][1] == Counted(None, None)
    assert "nothing is shown" in picture.note


def test_a_ranking_stands_in_the_order_of_the_mean_place(app):
    picture = of_table(ranked(bus=(20, 80), foot=(80, 20)))
    assert [line.label["en"] for line in picture.lines] == ["foot", "bus"]
    assert [cells[1] for cells in picture.numbers.rows] == [Decimal("1.2"), Decimal("1.8")]
    assert picture.lines[0].said == "mean place 1.2"


def test_a_ranking_that_hides_keeps_the_order_of_the_questionnaire(app):
    """The order by mean places would tell what the hidden places are about."""
    picture = of_table(ranked(foot=(20, 80), bus=(80, None)))
    assert [line.label["en"] for line in picture.lines] == ["foot", "bus"]
    assert picture.lines[1].said == "not shown"
    assert picture.numbers.rows[1][1] is None


def test_the_open_ends_of_a_histogram_are_drawn_as_open(app):
    rows = (row("", 20, last="9"), row("", 60, first="10", last="19"), row("", 20, first="20"))
    picture = of_table(Table("age", "number", {}, 100, rows, None, 5))
    assert [line.parts[0].tone for line in picture.lines] == ["open", "fill", "open"]
    assert [line.label for line in picture.lines] == ["Up to 9", "10 to 19", "20 and more"]
    assert picture.lines[1].parts[0].width == 1


def test_a_range_of_whole_years_names_the_years(app):
    ends = (
        ("2020-01", "2020-12"),
        ("2021-01", "2022-12"),
        (None, "2019-12"),
        ("2020-07", "2020-12"),
    )
    rows = tuple(row("", 25, first=first, last=last) for first, last in ends)
    labels = [line.label for line in of_table(Table("d", "date", {}, 100, rows, None, 5)).lines]
    assert labels == ["2020", "2021 to 2022", "Up to 2019", "July 2020 to December 2020"]


def test_a_wave_that_cannot_be_compared_has_a_mark_before_it(app):
    waves = [
        bars.Wave("2024", table(60, 40)),
        bars.Wave("2025", table(50, 50), "Another question was asked."),
        bars.Wave("2026", table(None, 30)),
    ]
    picture = bars.compared(waves)
    assert [line.broken for line in picture.lines[:3]] == ["", "Another question was asked.", ""]
    assert picture.numbers.breaks == {2: "Another question was asked."}
    assert picture.note == "Another question was asked."
    assert lines_of_csv(picture)[0][3] == "2025 (not comparable)"
    assert lines_of_csv(picture)[1][-2:] == ["not shown", ""]


def test_a_cross_table_has_a_bar_for_each_group_of_each_option(app):
    down, across = (row("yes", None), row("no", None)), (row("en", None), row("ar", None))
    cells = ((row("", 60), row("", None)), (row("", 40), row("", 30)))
    picture = bars.crossed(CrossSample("q", down, across, cells, (100, None)), "Waiting")
    assert [line.heading and line.heading["en"] for line in picture.lines] == ["Yes", "", "No", ""]
    assert [line.parts[0].hidden for line in picture.lines] == [False, True, False, False]
    assert lines_of_csv(picture)[-1] == ["People who answered", "100", "", "not shown", ""]


def test_a_group_is_called_as_the_page_says_and_a_range_by_its_ends(app):
    down, across = (row("", None, last="9"), row("", None, first="10")), (row("ar", None),)
    cross = CrossSample("age", down, across, ((row("", 60),), (row("", 40),)), (100,))
    picture = bars.crossed(cross, "", lambda head: {"ar": "Arabic"}[head.code], "number")
    assert picture.numbers.headings == ("Answer", "Arabic")
    assert [line.heading for line in picture.lines] == ["Up to 9", "10 and more"]


def days(*people, step: int = 1) -> Table:
    first = date(2026, 6, 1)
    rows = tuple(
        Row("", {}, count, None, str(first + timedelta(at * step)),
            str(first + timedelta(at * step + step - 1)))
        for at, count in enumerate(people)
    )  # fmt: skip
    return Table("days", "day", {"en": "Answers"}, 100, rows, None, 5)


def test_days_that_were_gathered_do_not_look_like_a_rush(app):
    rows = (Row("", {}, 10, None, "2026-06-01", "2026-06-01"),
            Row("", {}, 10, None, "2026-06-02", "2026-06-06"))  # fmt: skip
    one, five = timeline(Table("days", "day", {}, 20, rows, None, 5)).columns
    assert round(five.width / one.width, 6) == 5
    assert round(one.height / five.height, 6) == 5


def test_many_days_are_gathered_by_weeks_unless_one_is_hidden(app):
    assert len(timeline(days(*[7] * 70)).columns) == 10
    assert len(timeline(days(*[7] * 69, None)).columns) == 70
    assert len(timeline(days(*[7] * 10)).columns) == 10


def test_the_height_of_a_hidden_day_says_nothing(app):
    low, high = timeline(days(None, 5)).columns[0], timeline(days(None, 500)).columns[0]
    assert low == high
    assert low.hidden


def test_a_cell_that_would_begin_a_formula_is_kept_a_text(app):
    named = Table("q", "one", {}, 100, (Row("=1+1", {}, 60, 0.6),), None, 5)
    assert lines_of_csv(of_table(named))[1] == ["'=1+1", "60", "0.6000"]


def test_a_table_of_numbers_follows_the_language(app):
    with i18n.speaking("fr"):
        assert lines_of_csv(of_table(table(60, 40)))[0][0] == "Réponse"


def test_a_week_is_told_by_its_monday_and_drawn_as_seven_days(app):
    rows = tuple(row("", 10, first=day, last=day) for day in ("2026-06-01", "2026-06-15"))
    picture = timeline(Table("@day", "week", {}, 20, rows, None, 5))
    assert [round(column.width * 21) for column in picture.columns] == [7, 7]
    assert [round(column.start * 21) for column in picture.columns] == [0, 14]
    assert picture.caption == "When people answered"


def test_hours_of_the_day_are_a_histogram(app):
    rows = (row("", 30, last="11:59"), row("", 70, first="12:00"))
    picture = of_table(Table("t", "time", {}, 100, rows, None, 5))
    assert picture.kind == "histogram"
    assert [line.label for line in picture.lines] == ["Up to 11:59", "12:00 and more"]
