"""Each person looks after her own entry, and chooses what members see of it."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.corrections.models import OrganisationWish
from lipnet.people.models import DirectoryEntry, Person
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, organisation, person, vera

ENTRY = {"phone": "506 555 0123", "position": "Teacher", "channel": "phone"}


def test_an_entry_is_kept_and_goes_with_the_person(database):
    member = bob()
    assert DirectoryEntry.of(member).shows_email and not DirectoryEntry.of(member).shows_phone
    given = {**ENTRY, "shows_email": False, "shows_phone": True}
    operations.change_profile(member, name="Bob", language="fr", entry=given, by=member)
    kept = DirectoryEntry.of(member)
    assert (kept.phone, kept.shows_email, kept.shows_phone) == ("506 555 0123", False, True)
    operations.change_profile(member, name="Robert", language="fr", by=member)
    assert DirectoryEntry.of(member).phone == "506 555 0123"
    operations.leave(member, by=member)
    assert not DirectoryEntry.select().exists()


def test_by_telephone_only_with_a_number(database):
    member = bob()
    with pytest.raises(Refusal) as refused:
        operations.change_profile(
            member, name="Bob", language="en", entry={**ENTRY, "phone": ""}, by=member
        )
    assert refused.value.field == "phone"


def test_members_see_what_the_person_chose_and_coordinators_all(app):
    member, coordinator, other = bob(), alice(), charlie()
    given = {**ENTRY, "shows_email": None, "shows_phone": None}
    Browser(app, member).submit("/people/me", given, form="/people/me")
    address = f"/people/{member.id}"
    for path in (address, "/people"):
        seen = Browser(app, other).get(path).text
        assert "Teacher" in seen
        assert "555 0123" not in seen and member.email not in seen
        for reader in (coordinator, member):
            seen = Browser(app, reader).get(path).text
            assert "555 0123" in seen and member.email in seen
    Browser(app, member).submit("/people/me", {"shows_phone": "y"}, form="/people/me")
    seen = Browser(app, other).get(address).text
    assert "555 0123" in seen and member.email not in seen
    assert "555 0123" not in Browser(app, vera()).get(address).text


def test_a_coordinator_corrects_the_entry_but_not_what_members_see(app):
    member, coordinator = bob(), alice()
    operations.change_profile(
        member, name="Bob", language="en", entry={**ENTRY, "shows_email": False}, by=member
    )
    Browser(app, coordinator).submit(f"/people/{member.id}/edit", {"phone": "506 555 9999"})
    kept = DirectoryEntry.of(member)
    assert (kept.phone, kept.position, kept.shows_email) == ("506 555 9999", "Teacher", False)
    page = Browser(app, coordinator).submit(f"/people/{member.id}/edit", {"phone": "call me"})
    assert "Write a telephone number" in page.text


def test_the_directory_is_searched_by_organisation_and_position(app):
    member = person("Nia Okoro", organisation=organisation("Harbour Library", "library"))
    operations.change_profile(member, name="Nia Okoro", language="en", entry=ENTRY, by=member)
    reader = Browser(app, vera())
    for wanted in ("harbour", "TEACH", "okoro"):
        assert "Nia Okoro" in reader.get(f"/people?q={wanted}").one("tbody").text
    assert "Vera" not in reader.get("/people?q=harbour").one("tbody").text


def test_by_post_only_with_an_address_that_members_do_not_see(app):
    member, coordinator = bob(), alice()
    own = Browser(app, member)
    page = own.submit("/people/me", {**ENTRY, "channel": "post"}, form="/people/me")
    assert "Write the postal address" in page.text
    given = {**ENTRY, "channel": "post", "postal_address": "12 Quay Street\nCedarmouth"}
    own.submit("/people/me", given, form="/people/me")
    address = f"/people/{member.id}"
    seen = Browser(app, person("Reading Ray", "member")).get(address).text
    assert "By post" in seen and "Quay Street" not in seen
    for reader in (coordinator, member):
        assert "Quay Street" in Browser(app, reader).get(address).text


def test_a_position_that_members_do_not_see_is_not_found_by_searching_either(app):
    member, coordinator, other = bob(), alice(), person("Reading Ray", "member")
    own = Browser(app, member)
    own.submit("/people/me", {**ENTRY, "shows_position": None}, form="/people/me")
    for reader in (other, vera()):
        browser = Browser(app, reader)
        assert "Teacher" not in browser.get(f"/people/{member.id}").text
        assert "Teacher" not in browser.get("/people").text
        assert "Nobody found" in browser.get("/people?q=teach").text
    for reader in (coordinator, member):
        assert "Teacher" in Browser(app, reader).get(f"/people/{member.id}").text
        assert "Bob" in Browser(app, reader).get("/people?q=teach").one("tbody").text


def test_a_person_asks_for_another_organisation_and_a_coordinator_settles_it(app):
    member, coordinator = person("Nia Okoro", "member"), alice()
    library = organisation("Harbour Library", "library")
    own, desk = Browser(app, member), Browser(app, coordinator)
    page = own.submit("/people/me/organisation", {"text": "Harbour  Library"})
    assert "You asked the coordinators to put it right: Harbour Library" in page.text
    assert Person.get_by_id(member.id).organisation is None
    assert "Nia Okoro asks you to put the organisation right" in desk.get("/").text
    assert "asks you to put" not in Browser(app, bob()).get("/").text
    edit = f"/people/{member.id}/edit"
    desk.submit(edit, {"phone": "506 555 0123"})  # something else: the wish stays
    assert "Harbour Library" in desk.get(edit).one("main").text
    desk.submit(edit, {"organisation": str(library.id)})
    assert not OrganisationWish.select().exists()
    assert "You belong to Harbour Library." in own.get("/people/me").text


def test_an_organisation_stays_if_the_coordinator_or_the_person_says_so(app):
    member, coordinator, other = bob(), alice(), charlie()
    own = Browser(app, member)
    own.submit("/people/me/organisation", {"text": "Clinic"})
    own.submit("/people/me/organisation", form="/people/me/organisation/settling")
    assert not OrganisationWish.select().exists()
    own.submit("/people/me/organisation", {"text": "Clinic"})
    address = f"/people/{member.id}/organisation/settling"
    Browser(app, other).post(address, status=404)
    Browser(app, coordinator).submit(f"/people/{member.id}/edit", form=address)
    assert not OrganisationWish.select().exists()
    with pytest.raises(Refusal):
        operations.wish_for_organisation(member, "Elsewhere", by=other)
