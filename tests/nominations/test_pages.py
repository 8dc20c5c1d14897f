"""The pages of calls and nominations, as each person sees them."""

from datetime import timedelta

from lipnet.core import clock, links, thread, web
from lipnet.core.i18n import speaking
from lipnet.groups.models import people_of
from lipnet.nominations import news
from lipnet.nominations.models import Call, Nomination
from lipnet.nominations.operations import NewNominee, acclaim, close_call
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "amina@example.org")


def sentences(app, person) -> list[str]:
    with app.test_request_context():
        return [item.sentence for item in web.waiting_for(person)]


def test_a_call_travels_from_draft_to_acclamation_in_the_browser(app):
    alice, bob = cast.alice(), cast.bob()
    body = scene.committee(by=alice)
    coordinator, member = Browser(app, alice), Browser(app, bob)
    assert body.name["en"] in coordinator.get("/nominations/calls/new").text
    first = scene.seats_of(body)[0]
    page = coordinator.submit(
        f"/nominations/calls/new/{body.slug}",
        {"title-en": "Join us", f"seat_{first.id}": "y", f"criteria_{first.id}-en": "A nurse"},
    )
    call = Call.get()
    assert page.heading == "Join us" and "A nurse" in page.text and "Eastern Time" in page.text
    member.get(f"/nominations/calls/{call.id}", status=404)
    coordinator.submit(f"/nominations/calls/{call.id}/edit", {"title-en": "Come and join us"})
    coordinator.submit(f"/nominations/calls/{call.id}/opening")

    assert "Come and join us" in member.get("/nominations").text
    page = member.submit(
        f"/nominations/calls/{call.id}/nominate",
        {"name": "Amina Warsame", "email": "amina@example.org", "statement-en": scene.WHY},
    )
    assert "Waiting for consent" in page.text
    nomination = Nomination.get()
    token = links.signed(scene.link_of(nomination))
    Browser(app).submit(f"/nominations/consent/{token}", {"answer": "accept"})

    coordinator.submit(f"/nominations/calls/{call.id}/closing")
    page = coordinator.submit(f"/nominations/calls/{call.id}/acclamation")
    assert "Amina Warsame" in page.text and "Decided" in page.text
    assert [p.name for p in people_of(body, clock.today())] == ["Amina Warsame"]
    assert "Appointed" in member.get("/nominations").text


def test_who_may_not_manage_does_not_find_the_coordinators_pages(app):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.nominated(call, AMINA, by=alice)
    for person in (cast.bob(), cast.vera(), cast.tam()):
        browser = Browser(app, person)
        for path in ("calls/new", f"calls/{call.id}/edit", f"calls/{call.id}/opening",
                     f"calls/{call.id}/closing", f"calls/{call.id}/acclamation",
                     f"{nomination.id}/withdrawal"):  # fmt: skip
            browser.get(f"/nominations/{path}", status=404)
        browser.get(f"/nominations/{nomination.id}", status=404)
    assert Browser(app).get("/nominations").path.startswith("/signin")


def test_who_only_looks_sees_a_call_but_cannot_nominate(app):
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.vera())
    assert "Nominate someone" not in browser.get(f"/nominations/calls/{call.id}").text
    browser.get(f"/nominations/calls/{call.id}/nominate", status=404)
    browser.get(f"/nominations/calls/{call.id}/stand", status=404)


def test_a_member_stands_and_sees_it(app):
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.bob())
    page = browser.submit(
        f"/nominations/calls/{call.id}/stand",
        {"statement-en": scene.WHY, "interests": scene.WORK, "seat": str(call.seats[1].id)},
    )
    assert "You stand in this call" in page.text and scene.WORK in page.text


def test_a_form_with_faults_says_where_and_keeps_the_words(app):
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.bob())
    path = f"/nominations/calls/{call.id}/nominate"
    page = browser.submit(path, {"statement-en": scene.WHY})
    assert "Choose somebody, or write" in page.text
    page = browser.submit(path, {"statement-en": scene.WHY, "name": "Amina"})
    assert "Write the e-mail address" in page.text and page.fields()["statement-en"] == scene.WHY
    page = browser.submit(path, {"statement-en": "é" * 1501, "name": "A", "email": "a@b.ca"})
    assert "it has 1501 now" in page.text
    scene.nominated(call, AMINA, by=cast.charlie())
    page = browser.submit(path, {"statement-en": scene.WHY, "name": "A", "email": AMINA.email})
    assert "has already been nominated" in page.text


def test_more_candidates_than_seats_are_told_that_a_vote_is_needed(app):
    alice = cast.alice()
    others = [NewNominee(f"Person {n}", f"p{n}@example.org") for n in range(3)]
    call = scene.closed(nominees=others, nominator=cast.bob(), by=alice)
    page = Browser(app, alice).get(f"/nominations/calls/{call.id}/acclamation")
    assert "A vote is needed" in page.text
    leads = Browser(app, alice).get(f"/nominations/calls/{call.id}").links()
    assert "Record the acclamation" not in leads
    assert leads["Prepare a secret ballot"] == f"/nominations/calls/{call.id}/ballot"


def test_members_see_what_a_nominee_agreed_to_show_and_the_public_nothing(app):
    alice = cast.alice()
    call = scene.opened(by=alice)
    shown = scene.accepted(call, AMINA, by=alice)
    hidden = scene.nominated(call, cast.charlie(), by=alice)
    browser = Browser(app, cast.bob())
    assert scene.WORK in browser.get(f"/nominations/{shown.id}").text
    browser.get(f"/nominations/{hidden.id}", status=404)
    kind = thread.kind("nomination")
    assert kind.may_see(alice, hidden) and not kind.may_see(None, shown)
    assert thread.kind("call").may_see(alice, call)
    assert not thread.kind("call").may_see(None, call)
    with app.test_request_context():
        assert kind.title(kind.load(str(shown.id))).startswith("Amina Warsame")


def test_the_coordinator_sends_a_new_link_and_withdraws(app):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.nominated(call, AMINA, by=cast.bob())
    first = scene.link_of(nomination)
    browser = Browser(app, alice)
    page = browser.submit(f"/nominations/{nomination.id}", form="/letter")
    assert "A letter with a new link" in page.text
    assert scene.link_of(nomination) != first
    page = browser.submit(f"/nominations/{nomination.id}/withdrawal")
    assert "Withdrawn" in page.text


def test_what_waits_is_told_to_whom_it_concerns(app):
    alice, bob, vera = cast.alice(), cast.bob(), cast.vera()
    call = scene.opened(by=alice)
    scene.nominated(call, AMINA, by=bob)
    assert sentences(app, vera) == []
    assert any("Nominations are open" in told for told in sentences(app, bob))
    with clock.at(call.closes_on - timedelta(days=7)):
        assert any("closes on" in told for told in sentences(app, alice))
        assert any("1 nominee has not answered" in told for told in sentences(app, alice))
        assert not any("has not answered" in told for told in sentences(app, bob))
    with clock.at(call.closes_on + timedelta(days=1)):
        assert not any("not yet decided" in told for told in sentences(app, alice))
    scene.accepted(call, cast.charlie(), by=bob)
    with clock.at(call.closes_on + timedelta(days=1)):
        assert any("not yet decided" in told for told in sentences(app, alice))
        assert sentences(app, bob) == []


def test_a_group_shows_its_open_call_and_an_appointment_the_call_it_came_from(app):
    alice = cast.alice()
    call = scene.opened(by=alice)
    nomination = scene.accepted(call, AMINA, by=alice)
    with app.test_request_context(), speaking("en"):
        for record in (call.body, call.seats[0]):
            assert any("Join the steering committee" in box for box in web.boxes_for(record, alice))
            assert web.boxes_for(record, None) == []
        close_call(call, by=alice)
        today = clock.today()
        acclaim(
            call,
            {nomination: call.seats[0]},
            from_on=today,
            to_on=today + timedelta(days=9),
            by=alice,
        )
        boxes = web.boxes_for(nomination.appointment, alice)
        assert any("Appointed by acclamation" in box for box in boxes)


def test_what_is_done_in_a_call_is_named_with_the_call(app):
    scene.opened(by=cast.alice())
    page = Browser(app, cast.bob()).get("/nominations")
    acts = [a.text for a in page.all("a") if a["href"].endswith(("/nominate", "/stand"))]
    assert acts == [
        "Nominate someone Join the steering committee",
        "I nominate myself Join the steering committee",
    ]


def test_the_radar_begins_a_call_with_the_empty_seat(app):
    alice = cast.alice()
    body = scene.committee(by=alice)
    first, second, *_ = scene.seats_of(body)
    with app.test_request_context():
        address = news.open_a_call(second, alice).url
    coordinator = Browser(app, alice)
    assert address in [a["href"] for a in coordinator.get("/groups/radar").all("a")]
    ticked = coordinator.get(address).fields()
    assert f"seat_{second.id}" in ticked and f"seat_{first.id}" not in ticked
    coordinator.get(f"/nominations/calls/new/{body.slug}?seat=999999")
