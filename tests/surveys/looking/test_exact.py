"""The data steward's desk: exact figures with any filter, and each look noted."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest

from lipnet import tally
from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys.frozen import shape_of
from lipnet.surveys.looking import operations
from lipnet.surveys.looking.building import filter_of, joined, picked
from lipnet.surveys.looking.exactly import exact_cross
from lipnet.surveys.looking.models import KeptFilter
from lipnet.surveys.looking.naming import told_who
from lipnet.surveys.looking.noting import note_look
from lipnet.surveys.looking.ranges import WIDTHS, month_number, month_text, ranges
from lipnet.tally import EVERYONE, Both, Either, Is, Not
from tests import cast
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle
from tests.surveys.scene import open_survey_with

EXACT = "/surveys/classes/exact?lang=en"
CROSSED = "/surveys/classes/exact/crossed?lang=en&down=waited&across=ways"
FILTER = "/surveys/classes/exact/filter?lang=en"
BOTH_WAYS = {"waited": "yes", "months": "4", "ways": ["bus", "foot"], "wish": ""}


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def survey(alice):
    found = open_survey_with(alice)
    answer(found, (20, "en", YES), (9, "ar", NO), (3, "fr", BOTH_WAYS))
    settle(found)
    return found


@pytest.fixture
def sam(app):
    return cast.sam()


def looks() -> list[str]:
    noted = Event.select().where(Event.code == operations.LOOKED).order_by(Event.id)
    return [event.particulars["what"] for event in noted]


def where_is(*codes: str, question: str = "waited") -> Is:
    return Is(question, frozenset(codes))


def test_nobody_but_the_steward_finds_the_desk(app, alice, survey):
    for person in (alice, cast.charlie(), cast.vera(), cast.tam()):
        for address in (EXACT, CROSSED, FILTER, CROSSED.replace("crossed", "crossed.csv")):
            Browser(app, person).get(address, status=404)
    assert looks() == []


def test_exact_counts_are_shown_and_the_look_is_noted(app, survey, sam):
    page = Browser(app, sam).get(EXACT)
    assert "You see exact figures. Every look is noted." in page.text
    assert "3 9%" in page.text or "French 3" in page.text
    assert looks() == ["frequencies (version 1)"]
    event = Event.get(Event.code == operations.LOOKED)
    assert (event.actor_id, event.record_id) == (sam.id, str(survey.id))


def test_the_same_look_is_noted_once_in_ten_minutes(app, survey, sam):
    browser = Browser(app, sam)
    browser.get(EXACT)
    browser.get(EXACT)
    browser.get(f"{EXACT}&who=waited:yes")
    assert looks() == ["frequencies (version 1)", "frequencies (version 1); waited:yes"]
    Event.update(at=clock.now() - timedelta(minutes=11)).execute()
    browser.get(EXACT)
    assert len(looks()) == 3


def test_the_same_look_of_another_steward_is_another_look(app, survey, sam):
    note_look(survey, "frequencies", by=sam)
    note_look(survey, "frequencies", by=cast.person("Sia Other", "steward"))
    assert len(looks()) == 2


def test_a_look_says_what_was_asked_and_no_figure(app, survey, sam):
    Browser(app, sam).get(f"{CROSSED}&who=language:ar|fr")
    assert looks() == ["waited × ways (version 1); language:ar|fr"]


def test_a_filter_counts_only_whom_it_means(app, survey, sam):
    page = Browser(app, sam).get(f"{EXACT}&who=language:ar|fr")
    assert "Language of answering: French or Arabic" in page.text
    assert "12 people" in " ".join(page.text.split()) or "people 12" in page.text


def test_a_filter_that_means_nobody_shows_nobody(app, survey, sam):
    page = Browser(app, sam).get(f"{EXACT}&who=waited:yes %26 waited:no")
    assert "Nobody is meant by this filter" in page.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nothing:yes", "“nothing” is no question"),
        ("waited:perhaps", "“waited” has no such answer."),
        ("waited:yes )", "cannot be read from “)” on"),
        ("(waited:yes", "cannot be read from “(waited:yes” on"),
        ("waited:yes %26", "The filter ends too early."),
        ("x" * 2001, "The filter is too long."),
    ],
)
def test_a_wrong_filter_is_told_and_what_was_typed_is_kept(app, survey, sam, text, told):
    for page in (EXACT, FILTER, CROSSED):
        shown = Browser(app, sam).get(f"{page}&who={text}", status=422)
        assert told in shown.text
        area = next(each for each in shown.all("textarea") if each["name"] == "who")
        assert area.text == text.replace("%26", "&").strip()
    assert looks() == []


def test_the_address_holds_the_canonical_text(app, survey, sam):
    page = Browser(app, sam).get(f"{FILTER}&who=  waited:yes|no  ")
    links = page.links()
    assert links["Show the figures"].endswith("who=waited:no%7Cyes")


def test_a_filter_is_built_group_by_group(app, survey, sam):
    browser = Browser(app, sam)
    first = browser.get(f"{FILTER}&add=yes&pick-waited=yes&pick-ways=bus&within=any")
    assert first.fields("exact/filter")["who"] == "waited:yes | ways:bus"
    second = browser.get(
        f"{FILTER}&add=yes&who=waited:yes | ways:bus&pick-@language=ar&negated=yes&how=and"
    )
    area = next(each for each in second.all("textarea"))
    assert area.text == "(waited:yes | ways:bus) & !language:ar"
    assert "not (Language of answering: Arabic)" in second.text
    assert looks() == []


def test_codes_that_nobody_can_choose_are_passed_over(app, survey, sam):
    page = Browser(app, sam).get(f"{FILTER}&add=yes&pick-waited=evil")
    assert "Everybody who answered" in page.text


def test_groups_are_joined_without_needless_brackets():
    a, b, c = (
        where_is("yes"),
        where_is("bus", question="ways"),
        where_is("ar", question="@language"),
    )
    both = joined(a, [b], within="all", negated=False, how="and")
    assert joined(both, [c], within="all", negated=False, how="and") == Both((a, b, c))
    assert joined(both, [c], within="all", negated=True, how="or") == Either((both, Not(c)))
    assert joined(EVERYONE, [a, b], within="any", negated=True, how="and") == Not(Either((a, b)))
    assert joined(a, [], within="any", negated=True, how="and") == a


def test_what_is_built_is_what_its_text_means(survey):
    shape = shape_of(survey.published_version)
    parts = picked({"pick-waited": ["yes"], "pick-ways": ["bus", "foot"]}, ["waited", "ways"])
    who = joined(where_is("ar", question="@language"), parts, within="any", negated=True, how="or")
    assert tally.parse_who(tally.who_text(who), shape) == who


def test_a_filter_is_told_in_words(survey):
    version = survey.published_version
    asked = filter_of(version, "waited:yes & !(language:ar | mode:paper)")
    assert told_who(version, asked.who) == (
        "Did you wait for a language class?: Yes, and "
        "not (Language of answering: Arabic, or Way of answering: On paper)"
    )


def test_each_column_of_a_cross_has_those_who_answered_as_its_whole(survey):
    version = survey.published_version
    one = exact_cross(version, "waited", "ways", EVERYONE)
    assert one.counts == ((23, 3), (0, 9 + 3 - 3))
    assert one.n == (23, 12)
    many = exact_cross(version, "ways", "waited", EVERYONE)
    assert many.counts == ((23, 0), (3, 9))
    assert many.n == (23, 9)
    assert many.many
    assert many.share(0, 0) == 1


def test_a_cross_is_shown_with_each_kind_of_share_and_a_sentence(app, survey, sam):
    browser = Browser(app, sam)
    answer(survey, (10, "en", NO), start=500)
    settle(survey)
    page = browser.get(CROSSED)
    assert "Of those who chose “By bus”, 100% said “Yes”; of those who chose “On foot”, 14%." in (
        page.text
    )
    assert "88%" in browser.get(f"{CROSSED}&of=row").text
    assert "51%" in browser.get(f"{CROSSED}&of=total").text


def test_a_cross_is_taken_away_as_a_spreadsheet(app, survey, sam):
    address = CROSSED.replace("/crossed?", "/crossed.csv?")
    response = Browser(app, sam).client.get(address)
    lines = response.get_data(as_text=True).splitlines()
    assert lines[1] == "Yes,yes,By bus,bus,23,1.0000,0.8846,0.6571,yes"
    assert len(looks()) == 1


@pytest.mark.parametrize("asked", ["down=waited&across=waited", "down=wish&across=waited"])
def test_what_cannot_be_crossed_is_no_page(app, survey, sam, asked):
    Browser(app, sam).get(f"/surveys/classes/exact/crossed?{asked}", status=404)


def test_a_filter_is_kept_renamed_and_deleted(app, alice, survey, sam):
    browser = Browser(app, sam)
    naming = "/surveys/classes/exact/filters?lang=en&who=language:ar"
    browser.submit(naming, {"name": "Arabic speakers"})
    kept = KeptFilter.get()
    assert (kept.text, kept.by_id) == ("language:ar", sam.id)
    assert "Arabic speakers" in browser.get(EXACT).text
    taken = browser.submit(naming, {"name": "Arabic speakers"})
    assert "Another filter of this survey has this name." in taken.text
    one = f"/surveys/classes/exact/filters/{kept.id}"
    browser.submit(one, {"name": "In Arabic"})
    assert KeptFilter.get().name == "In Arabic"
    Browser(app, alice).get(one, status=404)
    browser.submit(f"{one}/removal")
    assert not KeptFilter.select().exists()


def test_a_filter_without_a_name_or_without_a_group_is_not_kept(database):
    survey, sam = open_survey_with(cast.alice()), cast.sam()
    for name, text in (("", "language:ar"), ("x" * 81, "language:ar"), ("Everybody", "")):
        with pytest.raises(Refusal):
            operations.keep_filter(survey, name, text, by=sam)
    kept = operations.keep_filter(survey, "  In   Arabic ", "language:ar", by=sam)
    assert kept.name == "In Arabic"
    operations.rename_filter(kept, "In Arabic", by=sam)
    with pytest.raises(Refusal):
        operations.keep_filter(survey, "In Arabic", "language:fr", by=sam)


def test_numbers_are_gathered_into_ranges_of_one_width_and_empty_ones_are_kept():
    assert ranges({0: 1, 3: 2}, WIDTHS) == [(0, 0, 1), (1, 1, 0), (2, 2, 0), (3, 3, 2)]
    wide = ranges({-7: 1, 100: 4, 1000: 5}, WIDTHS)
    assert wide[0] == (-100, -1, 1)
    assert sum(count for _, _, count in wide) == 10
    assert month_text(month_number("2026-07") + 6) == "2027-01"
    assert ranges({}, WIDTHS) == []


def test_only_the_desk_asks_for_exact_counts():
    """Waves, groups, census and overview are readers' pages: released tables and nothing else."""
    exact = ("lipnet.surveys.counting", "exact"), ("lipnet.surveys.looking", "exactly")
    rooms = Path(operations.__file__).parent.glob("*.py")
    asking = {path.name for path in rooms if any(imports(path, *each) for each in exact)}
    assert asking == {"exact_pages.py", "exactly.py"}


def imports(path: Path, package: str, module: str) -> bool:
    found = [each for each in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(each, ast.ImportFrom)]  # fmt: skip
    return any(
        each.module == f"{package}.{module}"
        or (each.module == package and module in {alias.name for alias in each.names})
        for each in found
    )
