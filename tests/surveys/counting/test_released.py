"""Readers see releases: in batches, rounded, divided by what was chosen before, and no more."""

from datetime import timedelta

import pytest

from lipnet.core import clock, secrets
from lipnet.surveys import jobs, operations
from lipnet.surveys.counting import exact
from lipnet.surveys.counting.in_step import settle_before_reading
from lipnet.surveys.counting.models import Release, ReleasedTable
from lipnet.surveys.counting.released import is_due
from tests import cast
from tests.surveys import scene
from tests.surveys.manage.answers import NO, YES, answer, end, settle


@pytest.fixture
def alice(database):
    return cast.alice()


def limited(alice, *filters, smallest=5):
    survey = scene.draft_survey(alice)
    operations.limit_results(survey, smallest=smallest, filters=filters, by=alice)
    return scene.opened(survey, by=alice)


def everything_told() -> list:
    return sorted(str(row.document) for row in ReleasedTable.select())


def test_a_release_comes_only_when_a_batch_has_come(alice):
    survey = limited(alice, smallest=8)
    answer(survey, (80, "en", YES))
    settle(survey)
    before = everything_told()
    answer(survey, (7, "fr", NO), start=200)
    settle(survey)
    assert everything_told() == before
    answer(survey, (5, "fr", NO), start=300)
    settle(survey)
    assert everything_told() != before
    assert Release.get().pending == 0


def test_a_withdrawal_changes_nothing_that_is_told_until_the_next_release(alice):
    survey = limited(alice)
    answer(survey, (60, "en", YES))
    phrase = scene.respond(survey, 99, phrase=True, **NO).phrase
    settle(survey)
    before = everything_told()
    assert operations.withdraw_response(survey, phrase)
    settle(survey)
    assert everything_told() == before
    assert Release.get().pending == 1


def test_the_last_few_answers_of_a_survey_that_was_seen_are_never_added(alice):
    survey = limited(alice)
    answer(survey, (60, "en", YES))
    settle(survey)
    before = everything_told()
    answer(survey, (3, "fr", NO), start=200)
    end(survey, by=alice)
    assert everything_told() == before
    assert Release.get().last


def test_the_last_few_answers_of_a_survey_that_nobody_saw_are_released_with_the_others(alice):
    survey = limited(alice)
    answer(survey, (26, "en", YES))
    settle(survey)
    answer(survey, (4, "en", YES), start=200)
    end(survey, by=alice)
    assert operations.results_of(survey).n == 30


def test_the_clock_releases_what_was_counted_before_there_were_releases(alice, database):
    survey = limited(alice)
    answer(survey, (60, "en", YES))
    settle(survey)
    Release.delete().execute()
    ReleasedTable.delete().execute()
    assert is_due(survey)
    jobs.settle(database)
    assert operations.results_of(survey).n == 60
    assert not is_due(survey)


def test_what_the_steward_had_counted_is_released_by_the_clock(alice, database):
    survey = limited(alice)
    answer(survey, (60, "en", YES))
    settle_before_reading(survey, 5, release=False)
    assert exact.responses(survey.published_version) == 60
    assert operations.results_of(survey).n is None
    jobs.settle(database)
    assert operations.results_of(survey).n == 60


def test_the_clock_ends_a_survey_whose_answers_are_all_settled(alice, database):
    survey = limited(alice)
    answer(survey, (30, "en", YES))
    settle(survey)
    operations.close_survey(survey, by=alice)
    with clock.at(clock.now() + timedelta(hours=3)):
        jobs.settle(database)
        assert not is_due(survey)
    assert operations.results_of(survey).n == 30


def test_another_look_at_the_same_answers_tells_the_same(alice):
    survey = limited(alice, "waited")
    answer(survey, (43, "en", YES), (31, "fr", NO))
    settle(survey)
    before = everything_told()
    ReleasedTable.delete().execute()
    Release.update(pending=5).execute()
    settle(survey)
    assert everything_told() == before


def test_with_another_key_figures_round_from_other_places(sqlite):
    alice = cast.alice()
    survey = limited(alice, "waited")
    answer(survey, (43, "en", YES), (33, "fr", {**NO, "ways": ["bus", "foot"]}))
    settle(survey)
    before, kept = everything_told(), secrets.in_use()
    secrets.use(secrets.Keys(kept.signing, b"another pepper"))
    Release.update(pending=5).execute()
    settle(survey)
    secrets.use(kept)
    assert everything_told() != before


def test_tables_are_divided_by_the_questions_chosen_before_opening(alice):
    survey = limited(alice, "@language", "waited")
    answer(survey, (40, "en", YES), (30, "en", NO), (30, "fr", YES), (20, "fr", NO))
    settle(survey)
    found = operations.results_of(survey)
    crossed = found.by("@language", "waited")
    assert [head.code for head in crossed.across] == ["en", "fr", "ar"]
    assert [head.label["en"] for head in crossed.down] == ["Yes", "No"]
    assert all(row.hidden for line in crossed.cells for row in line[2:])
    assert crossed.n[2] is None
    assert found.by("waited", "@language").cells
    assert found.by("waited", "waited") is None
    assert found.by("ways", "waited") is None
    assert (found.filters, found.by("", "waited")) == (("@language", "waited"), None)


def test_a_filter_divided_by_another_counts_each_person_once(alice):
    survey = limited(alice, "@language", "waited")
    answer(survey, (50, "en", YES), (50, "en", NO), (50, "fr", YES), (50, "fr", NO))
    settle(survey)
    found = operations.results_of(survey)
    for crossed in (found.by("@language", "waited"), found.by("waited", "@language")):
        shown = [row.count for line in crossed.cells for row in line if not row.hidden]
        assert shown and all(abs(count - 50) < 5 for count in shown)


def test_of_two_filters_a_group_below_the_limit_is_hidden_from_both_sides(alice):
    survey = limited(alice, "@language", "waited")
    answer(survey, (60, "en", YES), (60, "en", NO), (60, "fr", YES), (6, "fr", NO))
    answer(survey, (60, "ar", YES), (60, "ar", NO), start=300)
    settle(survey)
    found = operations.results_of(survey)
    told = (*found.by("@language", "waited").cells, *found.by("waited", "@language").cells)
    counts = [row.count for line in told for row in line if not row.hidden]
    assert all(count >= 55 for count in counts)


def test_where_two_filters_meet_people_are_counted_once(alice):
    survey = limited(alice, "@language", "waited")
    in_each = [(40, tag, said) for tag in ("en", "fr", "ar") for said in (YES, NO)]
    answer(survey, *in_each)
    settle(survey)
    cross = operations.results_of(survey).by("@language", "waited")
    told = {head.code: line for head, line in zip(cross.down, cross.cells, strict=True)}
    assert [40 - 4 <= cell.count <= 40 + 4 for cell in told["yes"]] == [True] * 3


def test_answers_per_week_are_told_for_a_long_survey_and_per_day_for_a_short_one(alice):
    long = scene.open_survey_with(alice, slug="long")
    short = scene.open_survey_with(alice, slug="short", days=7)
    for start, survey in ((0, long), (500, short)):
        answer(survey, (60, "en", YES), start=start)
        settle(survey)
    weeks, days = (operations.results_of(each).timeline for each in (long, short))
    assert (weeks.kind, days.kind) == ("week", "day")
    assert days.rows[0].first == clock.today().isoformat()
    assert days.rows[0].count == weeks.rows[0].count == 60


def test_how_much_people_answered_is_released_and_hidden_like_every_other_table(alice):
    survey = limited(alice)
    part, little = {"waited": "no", "ways": ["bus"]}, {"waited": "no"}
    answer(survey, (40, "en", YES), (20, "en", part), (3, "en", little))
    settle(survey)
    counted = exact.frequencies(survey.published_version)["@completion"].values
    found = operations.results_of(survey).completion
    assert [row.code for row in found.rows] == ["all", "most", "half", "few"]
    assert min(count for count in counted.values() if count) == 3
    for row in found.rows:
        assert row.hidden or (counted[row.code] >= 6 and row.count % 5 == 0)
    assert any(row.hidden for row in found.rows) and any(not row.hidden for row in found.rows)


def test_releases_of_before_tell_nothing_of_how_much_was_answered(alice):
    survey = limited(alice)
    answer(survey, (60, "en", YES))
    settle(survey)
    ReleasedTable.delete().where(ReleasedTable.question == "@completion").execute()
    assert operations.results_of(survey).completion is None
    operations.limit_results(survey, smallest=6, filters=[], by=alice)
    assert all(row.hidden for row in operations.results_of(survey).completion.rows)


def test_nothing_small_is_written_into_a_released_table(alice):
    survey = limited(alice, "waited")
    answer(survey, (60, "en", YES), (4, "fr", NO))
    settle(survey)
    for row in ReleasedTable.select():
        for column in row.document.get("columns", {"": row.document}).values():
            assert all(figure >= 10 for figure in column["values"].values())
            assert column["n"] is None or column["n"] >= 10
