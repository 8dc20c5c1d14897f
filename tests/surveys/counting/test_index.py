"""The index holds what settled answers say, in blocks, on both engines."""

import random

import pytest

from lipnet import tally
from lipnet.surveys import operations
from lipnet.surveys.counting import exact, in_step, index
from lipnet.surveys.counting.comparing import broken_counts
from lipnet.surveys.counting.models import TallyBlock
from lipnet.surveys.models import Response
from lipnet.tally import Both, Is, Not, block
from tests import cast
from tests.surveys import scene

YES = Is("waited", frozenset(["yes"]))
BY_BUS = Is("ways", frozenset(["bus"]))


@pytest.fixture
def survey(database):
    return scene.open_survey_with(cast.alice())


def answered(survey, how_many: int, seed: int = 1):
    """People who answer at random; returns the documents, settled."""
    chance = random.Random(seed)
    for number in range(how_many):
        waited = chance.choice(["yes", "no"])
        scene.respond(
            survey,
            f"{seed}-{number}",
            chance.choice(["en", "ar"]),
            waited=waited,
            months=str(chance.randint(0, 60)) if waited == "yes" else "",
            ways=chance.choice([["bus"], ["foot"], ["bus", "foot"], []]),
        )
    operations.settle_responses(survey)
    return list(Response.select())


def test_counts_filters_and_crossings_are_those_of_the_answers(survey):
    rows = answered(survey, 40)
    version = survey.published_version
    yes = [row for row in rows if row.answers["waited"] == "yes"]
    counted = exact.frequencies(version)
    assert counted["waited"].values == {"yes": len(yes), "no": 40 - len(yes)}
    assert exact.frequencies(version, YES)["ways"].values["bus"] == sum(
        "bus" in (row.answers["ways"] or []) for row in yes
    )
    who = Both((Not(BY_BUS), Is("@language", frozenset(["ar"]))))
    meant = [r for r in rows if r.language == "ar" and "bus" not in (r.answers["ways"] or [])]
    assert exact.frequencies(version, who).responses == len(meant)
    crossed = exact.crosstab(version, "waited", "ways")
    assert crossed.cells[0][crossed.across.index("foot")] == sum(
        "foot" in (row.answers["ways"] or []) for row in yes
    )
    assert crossed.n == sum(bool(row.answers["ways"]) for row in rows)


def test_means_are_exact_under_any_filter(survey):
    rows = answered(survey, 30)
    months = [
        r.answers["months"] for r in rows if r.language == "ar" and r.answers["waited"] == "yes"
    ]
    who = Is("@language", frozenset(["ar"]))
    found = exact.mean(survey.published_version, "months", who)
    assert float(found) == pytest.approx(sum(months) / len(months))


def test_a_question_that_is_not_counted_cannot_be_crossed(survey):
    answered(survey, 5)
    with pytest.raises(KeyError):
        exact.crosstab(survey.published_version, "waited", "colour")


def test_more_than_a_block_holds_goes_on_in_the_next(survey):
    version = survey.published_version
    full = (1 << (block.SIZE - 3)) - 1
    TallyBlock.create(
        version=version, question="", what="responses", value="", block=0,
        count=full.bit_count(), bits=index.as_stored(full),
    )  # fmt: skip
    answered(survey, 8)
    filled = TallyBlock.select().where(TallyBlock.what == "responses").order_by(TallyBlock.block)
    assert [row.count for row in filled] == [block.SIZE, 5]
    assert sum(exact.frequencies(version)["waited"].values.values()) == 8
    assert sum(exact.crosstab(version, "@language", "waited").cells[0]) > 0


def test_withdrawing_clears_what_that_person_said_and_nothing_else(survey):
    answered(survey, 12)
    version = survey.published_version
    phrase = scene.respond(survey, "gone", phrase=True, months="59").phrase
    before = exact.frequencies(version).marks
    answered(survey, 6, seed=2)
    operations.withdraw_response(survey, phrase)
    after = exact.frequencies(version).marks
    assert after["responses", "", ""] == before["responses", "", ""] + 6
    assert list(broken_counts(version)) == []


def test_what_was_lost_is_counted_anew_from_the_answers(survey):
    answered(survey, 20)
    version = survey.published_version
    before = exact.frequencies(version).marks
    TallyBlock.update(count=1).execute()
    assert [code for code, _ in broken_counts(version)] == ["broken_total"]
    told = []
    assert index.rebuild(version, told.append) == 20
    assert told == [20]
    assert exact.frequencies(version).marks == before
    assert list(broken_counts(version)) == []


def test_bits_that_are_not_what_was_counted_are_a_fault(survey):
    answered(survey, 10)
    row = TallyBlock.get(TallyBlock.question == "waited", TallyBlock.value == "yes")
    wrong = index.as_bits(row.bits) ^ 1
    TallyBlock.update(bits=index.as_stored(wrong)).where(
        TallyBlock.question == "waited", TallyBlock.value == "yes"
    ).execute()
    assert [code for code, _ in broken_counts(survey.published_version)] == ["stale_index"]


def test_no_row_of_the_index_names_a_response(survey):
    rows = answered(survey, 10)
    stored = " ".join(str(row.__data__) for row in TallyBlock.select())
    assert not any(row.key in stored for row in rows)
    assert tally.ABOUT_THE_RESPONSE[0] in stored


def test_an_index_that_was_never_made_is_made_by_the_clock(survey):
    answered(survey, 10)
    version = survey.published_version
    before = exact.frequencies(version).marks
    TallyBlock.delete().execute()
    in_step.recount_what_was_never_counted()
    assert exact.frequencies(version).marks == before


def test_a_whole_batch_is_folded_in_before_somebody_reads(survey):
    for number in range(4):
        scene.respond(survey, number)
    in_step.settle_before_reading(survey, 5)
    assert exact.responses(survey.published_version) == 0
    scene.respond(survey, 4)
    in_step.settle_before_reading(survey, 5)
    assert exact.responses(survey.published_version) == 5
