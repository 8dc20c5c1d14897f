"""Inviting somebody, and accepting."""

from datetime import timedelta

import pytest

from lipnet.core import clock, links, mail
from lipnet.core.events import Event
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.models import Person
from tests.browsing import Browser
from tests.cast import alice, bob, person

PHRASE = "seven geese over the canal"


def invited(by, **more) -> Person:
    given = {"roles": ["member"], "language": "en", **more}
    return operations.invite("Dora Kim", "Dora@example.org", **given, by=by)


def link_of(somebody) -> OneTimeLink:
    return (
        OneTimeLink.select()
        .where((OneTimeLink.purpose == "invitation") & (OneTimeLink.record_id == str(somebody.id)))
        .order_by(OneTimeLink.id.desc())
        .get()
    )


def accept(link, somebody, password=PHRASE):
    return operations.accept_invitation(
        link, name="Dora Kim-Roy", language="fr", password=password, by=somebody
    )


def test_an_invitation_makes_the_person_the_roles_and_a_letter(app):
    coordinator = alice()
    browser = Browser(app, coordinator)
    page = browser.submit(
        "/people/new", {"name": "Dora Kim", "email": "dora@example.org", "roles": ["translator"]}
    )
    assert page.heading == "Dora Kim"
    dora = Person.get(Person.folded_email == "dora@example.org")
    assert dora.roles == {"translator"} and dora.password_hash is None
    assert mail.send_waiting(app.config["LIPNET"]) == 1


def test_accepting_chooses_name_language_and_password_and_signs_in(app):
    dora = invited(alice())
    browser = Browser(app)
    page = browser.submit(
        f"/invitation/{links.signed(link_of(dora))}",
        {"name": "Dora Kim-Roy", "language": "fr", "password": PHRASE},
    )
    assert page.path == "/"
    dora = Person.get_by_id(dora.id)
    assert (dora.name, dora.language) == ("Dora Kim-Roy", "fr")
    assert dora.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_an_invitation_is_accepted_once(database):
    dora = invited(alice())
    link = link_of(dora)
    accept(link, dora)
    with pytest.raises(Refusal):
        accept(link, dora, "somebody else's long words")


def test_a_refused_password_does_not_use_the_invitation_up(app):
    dora = invited(alice())
    address = f"/invitation/{links.signed(link_of(dora))}"
    page = Browser(app).submit(address, {"password": "short"})
    assert "at least 12 characters" in page.text
    assert Browser(app).submit(address, {"password": PHRASE}).path == "/"


def test_a_second_invitation_ends_the_first(database):
    coordinator = alice()
    dora = invited(coordinator)
    first = link_of(dora)
    assert invited(coordinator).id == dora.id
    with pytest.raises(Refusal):
        links.read(links.signed(first), "invitation")
    links.read(links.signed(link_of(dora)), "invitation")


def test_an_invitation_ends_by_itself(database):
    dora = invited(alice(), lasts=timedelta(days=14))
    with clock.at(clock.now() + timedelta(days=15)), pytest.raises(Refusal):
        links.read(links.signed(link_of(dora)), "invitation")


def test_somebody_known_without_a_sign_in_is_invited_under_the_same_record(database):
    coordinator, nina = alice(), person("Nina Nominee")
    same = operations.invite(nina.name, nina.email.upper(), roles=["member"], by=coordinator)
    assert same.id == nina.id and same.roles == {"member"}


def test_who_can_sign_in_already_is_not_invited(database):
    coordinator = alice()
    dora = invited(coordinator)
    accept(link_of(dora), dora)
    with pytest.raises(Refusal) as refused:
        invited(coordinator)
    assert refused.value.field == "email"


def test_an_invitation_without_any_role_is_refused_and_leaves_no_trace(database):
    coordinator = alice()
    with pytest.raises(Refusal):
        invited(coordinator, roles=[])
    assert not Person.select().where(Person.folded_email == "dora@example.org").exists()
    assert not Event.select().exists()


def test_who_had_left_comes_back_with_the_roles_given_now_only(database):
    coordinator = alice()
    dora = invited(coordinator, roles=["translator"])
    operations.leave(dora, by=coordinator)
    back = invited(coordinator, roles=["viewer"])
    assert back.id == dora.id and back.is_active and back.roles == {"viewer"}


def test_a_member_may_not_invite(app):
    browser = Browser(app, bob())
    browser.get("/people/new", status=404)
    browser.post("/people/new", {"name": "Dora Kim"}, status=404)


def test_somebody_can_be_written_down_without_an_invitation(app):
    Browser(app, alice()).submit("/people/new", {"name": "Silent Sam", "invite": []})
    sam = Person.get(Person.name == "Silent Sam")
    assert sam.email is None and sam.roles == set()
    assert not OneTimeLink.select().exists()
