"""The first reading is blind: no page and no word tells a reviewer who it is."""

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.nominations.attachments import attached
from lipnet.nominations.blinding import LEFT_OUT, without
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    accept_nomination,
    ask_to_endorse,
    ask_to_second,
    attach_file,
    close_call,
    name_reviewer,
    nominate,
    read_nomination,
    recommend,
    stand,
)
from lipnet.nominations.reviewing import Reading
from lipnet.nominations.statements import SHOWABLE, Said
from tests import cast
from tests.browsing import Browser
from tests.groups import scene as groups
from tests.meetings import scene as meetings
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame-Dubé", "amina@blind.example", "fr")
WRITTEN = {
    "en": "Amina, with Bob Tremblay and the Tuesday Circle, welcomes people. WARSAME knows buses.",
    "fr": "Mme Dube accueille. Écrivez à amina@blind.example ou au 613 555-0199.",
}
TELLING = ("Amina", "Warsame", "WARSAME", "Dub", "Bob", "Tremblay", "Tuesday", "blind.example",
           "0199", "cv-of")  # fmt: skip


@pytest.mark.parametrize(
    ("names", "text", "read"),
    [
        (["Hélène"], "HELENE's work, and Helen's.", f"{LEFT_OUT}'s work, and Helen's."),
        (["أمينة"], "قالت وأمينة نعم", f"قالت و{LEFT_OUT} نعم"),
        (["李明"], "我认识李明很久", f"我认识{LEFT_OUT}很久"),
        (
            ["Mei Li", "Mei", "Li"],
            "Li a dit\u202f: lire, li.",
            f"{LEFT_OUT} a dit\u202f: lire, li.",
        ),
        (["de", "Roy"], "Le chef de Roy", f"Le chef de {LEFT_OUT}"),
        (["Tuesday Circle"], "the tuesday  circle", f"the {LEFT_OUT}"),
        (["Roy", ""], "See https://roy.example/a (2019-2024)", f"See {LEFT_OUT} (2019-2024)"),
        (["(", "a|b"], "Nothing a or b here (", "Nothing a or b here ("),
    ],
)
def test_names_and_addresses_are_left_out_of_the_words(names, text, read):
    assert without(names, text) == read


def scene_of(alice, charlie, bob, *, seconders: int = 0) -> tuple[Call, Nomination]:
    """An open call whose committee is Charlie, and somebody whose words tell who she is."""
    rules = Rules(way="recommendation", seconders=seconders)
    call = scene.opened(rules=rules, by=alice)
    name_reviewer(call, charlie, by=alice)
    asked = nominate(call, AMINA, statement=WRITTEN, by=bob)
    said = Said("Amina's circle.", "Warsame speaks Somali.", organisation="Tuesday Circle",
                published=tuple(SHOWABLE))  # fmt: skip
    made = accept_nomination(asked.open_link, said=said, by=asked.nominee)
    attach_file(made, attached("cv-of-Amina.txt", b"Amina Warsame"), by=made.nominee)
    return call, made


def test_a_reviewer_learns_the_name_by_no_page_before_the_reading_is_noted(app):
    alice, charlie, bob = cast.alice(), cast.charlie(), cast.bob()
    call, made = scene_of(alice, charlie, bob)
    reviewer, file = Browser(app, charlie), made.files.get()
    reviewer.get(f"/nominations/{made.id}/reading", status=404)
    close_call(call, by=alice)
    for path in ("/", "/people", "/nominations",
                 f"/nominations/calls/{call.id}", f"/calls/{call.id}",
                 f"/nominations/calls/{call.id}/readings", f"/groups/{call.body.slug}",
                 f"/nominations/{made.id}/recusal", f"/nominations/{made.id}/reading"):  # fmt: skip
        page = reviewer.get(f"{path}?lang=en")
        told = [word for word in TELLING if word in page.one("main").text or word in page.html]
        assert not set(told) - {"Bob", "Tremblay"}, path
    assert "Bob" not in page.html and "speaks Somali" in page.text and "knows buses" in page.text
    for path in (f"/nominations/{made.id}", f"/nominations/{made.id}/files",
                 f"/nominations/{made.id}/files/{file.id}", f"/nominations/{made.id}/seconders",
                 f"/nominations/{made.id}/withdrawal", f"/people/{made.nominee_id}"):  # fmt: skip
        reviewer.get(path, status=404)
    page = reviewer.submit(f"/nominations/{made.id}/reading",
                           {f"mark_{seat.id}": "1" for seat in call.seats})  # fmt: skip
    assert not [word for word in TELLING if word not in page.html]
    assert "Warsame" in reviewer.get("/people").text


def test_who_was_nominated_is_found_among_people_once_they_agreed_to_be_shown(app):
    alice, bob, vera = cast.alice(), cast.bob(), cast.vera()
    call = scene.opened(by=alice)
    asked = nominate(call, AMINA, statement=scene.WHY, by=bob)
    seen_by = {one: Browser(app, one) for one in (alice, bob, vera)}
    shown = {one.name: "Warsame" in page.get("/people").text for one, page in seen_by.items()}
    assert list(shown.values()) == [True, True, False]
    other = f"/nominations/calls/{call.id}/nominate"
    assert "Warsame" not in Browser(app, cast.charlie()).get(other).text
    accept_nomination(asked.open_link, said=scene.SHOWN, by=asked.nominee)
    assert "Warsame" in seen_by[vera].get("/people").text


def test_who_is_not_shown_yet_is_in_no_list_of_people_to_choose_from(app):
    alice, charlie, bob = cast.alice(), cast.charlie(), cast.bob()
    asked = nominate(scene.opened(by=alice), AMINA, statement=scene.WHY, by=bob)
    sits = groups.seated(charlie, council := groups.council(alice), alice, role="chair")
    meeting = meetings.called(council, alice, on=clock.today())
    lists = (f"/groups/{council.slug}/appointments/{sits.id}/alternate",
             f"/meetings/{meeting.id}/agenda/new")  # fmt: skip
    assert ["Warsame" in Browser(app, charlie).get(page).text for page in lists] == [False, False]
    accept_nomination(asked.open_link, said=scene.SHOWN, by=asked.nominee)
    assert ["Warsame" in Browser(app, charlie).get(page).text for page in lists] == [True, True]


def test_who_only_put_forward_or_supported_somebody_is_found_by_coordinators_alone(app):
    alice, bob, vera = cast.alice(), cast.bob(), cast.vera()
    call = scene.opened(rules=Rules(seconders=1), by=alice)
    nadia = cast.person("Nadia Outside")
    made = scene.accepted(call, AMINA, by=nadia)
    second = scene.seconded(made, "Zoe Lambert", by=alice)
    own = scene.accepted(call, NewNominee("Own Choice", "own@blind.example", "en"), by=bob)
    asked = scene.seconded(own, "Omar Dia", by=bob)
    names = ("Nadia Outside", "Zoe Lambert", "Omar Dia")
    found = {
        one.name: [name for name in names if name in Browser(app, one).get("/people").text]
        for one in (alice, bob, vera)
    }
    assert [*found.values()] == [list(names), [], []]
    for person_id in (nadia.id, second.person_id, asked.person_id):
        Browser(app, vera).get(f"/people/{person_id}", status=404)


def test_the_marks_given_before_the_name_was_known_stay_on_record(app):
    alice, charlie, bob = cast.alice(), cast.charlie(), cast.bob()
    call, made = scene_of(alice, charlie, bob)
    name_reviewer(call, vera := cast.person("Vi Reads", "member"), by=alice)
    close_call(call, by=alice)
    made = Nomination.get_by_id(made.id)
    first, second = (str(seat.id) for seat in call.seats)
    read_nomination(made, marks={first: 0, second: 2}, by=charlie)
    read_nomination(made, marks={first: 3, second: 2}, by=charlie)
    read_nomination(made, marks={first: 1, second: 1}, by=vera)
    kept = Reading.get(Reading.reviewer == call.reviewers[0])
    assert (kept.first_marks, kept.changed_since) == ({first: 0, second: 2}, {first: 0})
    address = f"/nominations/{made.id}/reading?lang=en"
    assert "Seat 1: Health 1 – Not at all" in Browser(app, charlie).get(address).text
    shown = Browser(app, vera).get(address).text
    assert "Before the name was known:Seat 1: Health 1 – Not at all" in shown


def test_who_reads_neither_nominates_nor_supports_anybody(database):
    alice, charlie, bob = cast.alice(), cast.charlie(), cast.bob()
    call, made = scene_of(alice, charlie, bob, seconders=1)
    health = cast.organisation("Health House", sector="health")
    for attempt in (
        lambda: nominate(call, NewNominee("Omar", "omar@blind.example"), statement="x", by=charlie),
        lambda: ask_to_second(made, charlie, health, by=bob),
        lambda: ask_to_endorse(made, charlie, by=bob),
    ):
        with pytest.raises(Refusal, match="on the committee"):
            attempt()
    vera = cast.person("Vi Seconds", "member")
    ask_to_endorse(made, vera, by=bob)
    with pytest.raises(Refusal, match="asked to support"):
        name_reviewer(call, vera, by=alice)


def test_who_looks_after_the_call_is_said_to_have_known_the_names(app):
    alice, bob = cast.alice(), cast.bob()
    call = scene.opened(rules=Rules(way="recommendation"), by=alice)
    stand(call, statement="I listen.", by=bob)
    name_reviewer(call, alice, by=alice)
    close_call(call, by=alice)
    browser = Browser(app, alice)
    assert "Knows the names" in browser.get(f"/nominations/calls/{call.id}/committee").text
    name_reviewer(call, cast.charlie(), by=alice)
    (bob_stands,) = call.candidates
    marks = {str(seat.id): 2 for seat in call.seats}
    for reviewer in call.reviewers:
        read_nomination(bob_stands, marks=marks, by=reviewer.person)
    recommend(call, {bob_stands: call.seats[0]}, report="He knows.", by=alice)
    report = browser.get(f"/nominations/calls/{call.id}/report").text
    assert "knew the names: Alice Moreau. The others read" in report
