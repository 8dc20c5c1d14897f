"""The radar tells who is missing and what ends soon, and leads to what mends it."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.core.i18n import format_day
from lipnet.groups import operations
from lipnet.groups.radar.looking import signs_of
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, organisation, person, vera
from tests.groups import scene


def told(app, body, reader) -> dict[str, list]:
    """kind -> signs, as `reader` is told them."""
    found: dict[str, list] = {}
    with app.test_request_context():
        for sign in signs_of(body, reader):
            found.setdefault(sign.kind, []).append(sign)
    return found


def test_an_empty_seat_leads_to_a_call(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.seat(body, coordinator, label="Newcomer", lived_experience=True)
    scene.seat(body, coordinator)
    found = told(app, body, coordinator)
    (voice,), (empty,) = found["lived_experience"], found["empty"]
    assert voice.sentence == "Seat 1 is empty: Newcomer."
    calls = "/nominations/calls/new/partnership-council"
    assert (voice.act.url, empty.act.url) == (f"{calls}?seat=1", f"{calls}?seat=2")


def test_a_term_that_ends_leads_to_the_next_and_is_silent_once_followed(app):
    coordinator = alice()
    body = scene.council(coordinator)
    ending = scene.seated(bob(), body, coordinator, days=170)
    scene.seated(charlie(), body, coordinator, days=200)
    (sign,) = told(app, body, coordinator)["ending"]
    assert "Bob Tremblay" in sign.sentence and ending.free_from.isoformat() in sign.act.url
    page = Browser(app, coordinator).get(sign.act.url)
    assert page.fields()["from_on"] == ending.free_from.isoformat()
    operations.appoint(
        ending.seat, ending.person, from_on=ending.free_from,
        to_on=ending.free_from + timedelta(days=700), by=coordinator,
    )  # fmt: skip
    assert "ending" not in told(app, body, coordinator)


def test_sectors_nobody_speaks_for(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.seat(body, coordinator, sector="health")
    scene.seated(bob(), body, coordinator, sector="education")
    organisation("Harbour Library", "library")
    organisation("Somebody else", "other")
    health, library = told(app, body, coordinator)["sector"]
    assert health.sentence == "Nobody sits for the sector Health."
    assert health.act.url == "/nominations/calls/new/partnership-council?seat=1"
    assert "Libraries" in library.sentence
    page = Browser(app, coordinator).get(library.act.url)
    assert page.fields()["sector"] == "library"


def test_a_francophone_voice_is_missed_until_one_sits(app):
    coordinator = alice()
    body = scene.council(coordinator)
    assert "francophone" not in told(app, body, coordinator)
    scene.seated(bob(), body, coordinator)
    (sign,) = told(app, body, coordinator)["francophone"]
    assert Browser(app, coordinator).get(sign.act.url).fields()["francophone"] == ["y"]
    scene.seated(charlie(), body, coordinator, francophone=True)
    assert "francophone" not in told(app, body, coordinator)
    page = Browser(app, coordinator).get("/groups/radar")
    assert "1 of 2 people sit as a francophone voice (50%)" in page.text


def test_members_without_an_alternate_where_minutes_are_adopted(app):
    coordinator = alice()
    body = scene.council(coordinator)
    group = scene.council(coordinator, kind="working_group", name={"en": "Health"})
    scene.seated(charlie(), group, coordinator)
    held = scene.seated(bob(), body, coordinator)
    scene.seated(vera(), body, coordinator, voting=False)
    (sign,) = told(app, body, coordinator)["alternate"]
    assert sign.act.url.endswith(f"/appointments/{held.id}/alternate")
    assert "alternate" not in told(app, group, coordinator)
    operations.ask_for_alternate(held, by=coordinator)
    (sign,) = told(app, body, coordinator)["alternate"]
    assert "Bob Tremblay was asked on" in sign.sentence and sign.act
    operations.name_alternate(held, person("In Stead"), by=coordinator)
    assert "alternate" not in told(app, body, coordinator)


def test_a_chair_sees_the_own_group_without_acts_and_a_member_nothing(app):
    coordinator, chair = alice(), person("Chair Person")
    body = scene.council(coordinator)
    scene.council(coordinator, name={"en": "Other table"})
    scene.seated(chair, body, coordinator, role="chair")
    scene.seat(body, coordinator)
    page = Browser(app, chair).get("/groups/radar")
    assert "Seat 2 is empty" in page.text and "Other table" not in page.text
    assert not [url for url in page.links().values() if "/calls/new" in url]
    assert "Seat radar" in Browser(app, chair).get(f"/groups/{body.slug}").text
    Browser(app, bob()).get("/groups/radar", status=404)
    assert "Seat radar" not in Browser(app, charlie()).get(f"/groups/{body.slug}").text


def test_a_quiet_group_says_so(app):
    coordinator = alice()
    scene.council(coordinator, kind="working_group", name={"en": "Health"})
    assert "Nothing needs a look here." in Browser(app, coordinator).get("/groups/radar").text


def test_terms_of_reference_whose_review_is_due_lead_to_a_new_draft(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.terms(body, coordinator, review_on=clock.today() + timedelta(days=50))
    (sign,) = told(app, body, coordinator)["review"]
    assert sign.act.url == f"/groups/{body.slug}/terms/draft"
    scene.terms(body, coordinator, in_force=False)
    assert "review" not in told(app, body, coordinator)


def test_a_term_that_is_ended_early_is_seen_on_its_own_last_day(app):
    coordinator, today = alice(), clock.today()
    body = scene.council(coordinator)
    ending = scene.seated(bob(), body, coordinator)
    operations.end_appointment(ending, on=today + timedelta(days=20), by=coordinator)
    (sign,) = told(app, body, coordinator)["ending"]
    assert (today + timedelta(days=20)).isoformat() in sign.act.url
    browser = Browser(app, coordinator)
    last = format_day(today + timedelta(days=19), "medium")
    with app.test_request_context():
        assert last in browser.get(f"/groups/{body.slug}").text
    page = browser.get(f"/groups/{body.slug}/appointments/{ending.id}")
    assert "the seat is free from" in page.text and "ended on" not in page.text
