"""People and organisations: found, changed, leaving."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.people import operations
from lipnet.people.models import Organisation, Person, RoleGrant, SignIn
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, organisation, person, vera


def test_names_are_sorted_and_found_without_accents(app):
    for name in ("Zoé Abel", "Éva Brun", "Adam Zorn"):
        person(name)
    browser = Browser(app, vera())
    names = [cell.text for cell in browser.get("/people").all("th") if cell["scope"] == "row"]
    assert [n[1:] for n in names] == ["Adam Zorn", "Éva Brun", "Vera Lopez", "Zoé Abel"]
    found = browser.get("/people?q=eva").one("tbody").text
    assert "Éva Brun" in found and "Adam" not in found
    assert "Nobody found" in browser.get("/people?q=xyz").text


def test_an_organisation_is_added_and_changed(app):
    browser = Browser(app, alice())
    given = {"name-en": "Harbour Library", "name-fr": "", "sector": "library"}
    assert browser.submit("/people/organisations/new", given).heading == "Harbour Library"
    row = Organisation.get()
    changed = {"name-fr": "Bibliothèque du port", "website": "https://library.example"}
    browser.submit(f"/people/organisations/{row.id}/edit", changed)
    assert Organisation.get().name == {"en": "Harbour Library", "fr": "Bibliothèque du port"}
    assert "Harbour Library" in browser.get("/people/organisations").text


@pytest.mark.parametrize("website", ["javascript:alert(1)", "library.example", "https://"])
def test_a_web_address_that_is_none_is_refused(app, website):
    given = {"name-en": "Harbour Library", "sector": "library", "website": website}
    page = Browser(app, alice()).submit("/people/organisations/new", given)
    assert "begins with https://" in page.text
    assert not Organisation.select().exists()


def test_a_member_reads_but_does_not_change(app):
    row, browser = organisation(), Browser(app, bob())
    browser.get(f"/people/organisations/{row.id}")
    browser.get(f"/people/organisations/{row.id}/edit", status=404)
    browser.get("/people/organisations/new", status=404)
    browser.get("/people/999999", status=404)


def test_two_people_never_share_an_address(database):
    coordinator, member = alice(), bob()
    with pytest.raises(Refusal) as refused:
        operations.add_person("Another Bob", email=member.email.upper(), by=coordinator)
    assert refused.value.field == "email"


def test_another_address_signs_the_person_out(app):
    member = bob()
    browser = Browser(app, member)
    Browser(app, alice()).submit(f"/people/{member.id}/edit", {"email": "robert@example.org"})
    assert browser.get("/people/me").path == "/signin"
    assert Person.get_by_id(member.id).folded_email == "robert@example.org"


def test_the_profile_changes_name_and_language(app):
    member = charlie()
    given = {"name": "Charles Osei", "language": "en"}
    page = Browser(app, member).submit("/people/me", given, form="/people/me")
    assert page.one("html")["lang"] == "en"
    changed = Person.get_by_id(member.id)
    assert (changed.name, changed.language) == ("Charles Osei", "en")


def test_who_leaves_loses_roles_and_sign_ins_and_keeps_a_name(app):
    member = bob()
    browser = Browser(app, member)
    browser.submit("/people/me/leaving")
    assert browser.get("/people/me").path == "/signin"
    assert not RoleGrant.select().where(RoleGrant.person == member).exists()
    assert all(row.ended_at for row in SignIn.select())
    reader = Browser(app, vera())
    assert "Bob" not in reader.get("/people").one("tbody").text
    assert "has left the partnership" in reader.get(f"/people/{member.id}").text


def test_the_coordinator_notes_that_somebody_has_left(app):
    member = bob()
    Browser(app, alice()).submit(f"/people/{member.id}/leaving")
    assert not Person.get_by_id(member.id).is_active


def test_the_command_line_adds_a_coordinator_with_a_decent_password(database):
    from lipnet.core.events import THE_PROGRAM

    with pytest.raises(Refusal):
        operations.add_coordinator("Eve Roy", "eve@example.org", "short", by=THE_PROGRAM)
    eve = operations.add_coordinator(
        "Eve Roy", "eve@example.org", "seven geese over the canal", by=THE_PROGRAM
    )
    assert eve.roles == {"coordinator"}


def test_an_organisation_leaves_and_comes_back(app):
    coordinator = Browser(app, alice())
    library = organisation("Harbour Library", "library")
    page = coordinator.submit(f"/people/organisations/{library.id}", form="/leaving")
    assert "This organisation has left on" in page.text
    assert "Harbour Library" not in coordinator.get("/people/organisations").text
    coordinator.submit(page.path, form="/return")
    assert "Harbour Library" in coordinator.get("/people/organisations").text


def test_an_arabic_name_is_found_however_its_letters_were_typed(app):
    operations.add_person("فاطمة الزهراء", by=alice())
    found = (
        Browser(app, vera()).get("/people", query_string={"q": "الزهراء فاطمه"}).one("tbody").text
    )
    assert "فاطمة" in found and "Vera" not in found
