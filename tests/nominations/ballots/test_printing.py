"""Ballot papers to print: all alike, in the languages chosen, and only while they are of use."""

import pytest

from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.paper_words import side
from tests import cast
from tests.browsing import Browser
from tests.nominations.ballots import contests_scene, scene

THREE = scene.STANDING[:3]


@pytest.fixture
def alice(app):
    app.config["WTF_CSRF_ENABLED"] = False
    return cast.alice()


def printed(app, person, ballot, query: str = ""):
    return Browser(app, person).get(f"/nominations/ballots/{ballot.id}/printing{query}")


def papers(page) -> list[str]:
    return [each.text for each in page.all("div") if each["class"] == "ballot-paper"]


def test_nothing_on_a_paper_tells_it_from_another(app, alice):
    ballot = scene.opened(alice, standing=THREE, voters=5)
    first, second = papers(printed(app, alice, ballot))
    assert first == second
    other = cast.person("Odile Roy", "coordinator")
    assert papers(printed(app, other, ballot)) == [first, second]
    assert not any(name in first for name in ("Voter 0", "Alice", "Odile", *scene.SCRUTINEERS))
    assert [first.index(name) for name in THREE] == sorted(first.index(name) for name in THREE)


def test_a_paper_says_what_the_rule_wants_and_how_to_hand_it_in(app, alice):
    wanted = {
        "scottish": "Write 1 beside the name",
        "approval": "Tick everybody you could agree with.",
        "plurality": "Tick at most 2 candidates.",
        "slate": "Shall all of them be appointed? Tick one box.",
    }
    for rule, sentence in wanted.items():
        standing = [f"{name} {rule}" for name in THREE[:2]]
        checking = [cast.person(f"{rule} {n}", "member") for n in range(2)]
        ballot = scene.opened(
            alice, rule=rule, standing=standing, voters=3, named=rule, scrutineers=checking
        )
        page = printed(app, alice, ballot)
        text = papers(page)[0]
        for says in (sentence, "2 seats", standing[0], "Fold this paper", "We cannot promise"):
            assert says in text
    lists = [each for each in page.all("ol") if each["class"] == "ballot-options"]
    boxes = [item.text for each in lists for item in each.all("li")]
    assert boxes == ["Yes", "No", "Abstain"] * 2


def test_two_languages_stand_side_by_side_on_one_paper(app, alice):
    page = printed(app, alice, scene.opened(alice, standing=THREE), "?first=ar&second=fr")
    assert len(papers(page)) == 1
    sheet = next(each for each in page.all("div") if "ballot-sheet" in each["class"])
    assert sheet["dir"] == "rtl"
    spoken = [(each["lang"], each["dir"]) for each in sheet.all("div") if each["lang"]]
    assert spoken == [("ar", "rtl"), ("fr", "ltr")] * 2


def test_a_paper_names_the_reserved_places_and_who_they_are_for(app, alice):
    draft = scene.prepared(alice, standing=THREE)
    youth = draft.call.candidates[:1]
    operations.reserve_places(draft, "youth", members=youth, minimum=1, by=alice)
    (said,) = side(draft, "en").places
    assert said == ("At least 1 seat goes to this group: Youth.", THREE[0])


def test_papers_of_a_draft_are_marked_and_there_are_none_after_the_count(app, alice):
    ballot = scene.prepared(alice, standing=THREE)
    assert all("Draft: not a ballot paper." in text for text in papers(printed(app, alice, ballot)))
    operations.open_ballot(ballot, by=alice)
    path = f"/nominations/ballots/{ballot.id}"
    assert "Ballot papers to print" in Browser(app, alice).get(path).links()
    assert "Draft" not in papers(printed(app, alice, ballot))[0]
    Browser(app, cast.charlie()).get(f"{path}/printing", status=404)
    scene.vote(ballot, (1,))
    scene.counted(ballot, alice)
    assert "Ballot papers to print" not in Browser(app, alice).get(path).links()
    Browser(app, alice).get(f"{path}/printing", status=404)


def test_papers_of_a_contest_name_it_and_only_who_stands_there(app, alice):
    ballot = contests_scene.prepared(alice)["health"].ballot
    (text, _) = papers(printed(app, alice, ballot))
    assert "Contest: Health" in text
    assert contests_scene.HEALTH[0] in text and contests_scene.SCHOOLS[0] not in text
