"""A roster is brought in from a sheet after a look at what would happen, and taken away again."""

import io
from datetime import date

import pytest

from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.groups import operations
from lipnet.groups.hats.models import organisation_of
from lipnet.groups.models import Appointment, Seat
from lipnet.groups.roster.pages import looked_at
from lipnet.groups.roster.rows import packed, unpacked
from lipnet.groups.roster.sheet import read_roster
from lipnet.people import operations as people
from lipnet.people.models import DirectoryEntry, Organisation, Person
from lipnet.sheets import Sheet, Workbook
from lipnet.sheets.writing import write_workbook
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, vera
from tests.groups import scene

NIA = "nia@example.org,Nia Okoro"
SHEET = f"""Our table,,,,,,,,
Courriel,Nom,Langue,Organisme,Secteur,Groupe,Siège,Rôle,Du,Au,Téléphone
{NIA},français,Harbour Library,Libraries,partnership council,Library,Chair,\
2026-04-01,2028-03-31,'+1 506 555 0123
{NIA},,Harbour Library,,Health,,,,,
BOB.TREMBLAY@example.org,Bob T.,,Harbour Library,,Conseil du partenariat,1,,\
2026-04-01,2028-03-31,
not-an-address,Wrong Mail,,,,,,,,,
,,,,,Health,,,,,
ana@example.org,Ana Cruz,Klingon,,Circus,Nowhere,,,,,
leo@example.org,Leo Roy,,,,Health,,boss,tomorrow,,
"""


def rows():
    return read_roster(SHEET.encode(), "roster.csv")


def house(by):
    """A council with one seat, and a working group."""
    council = scene.council(by)
    scene.seat(council, by)
    return council, scene.council(by, kind="working_group", name={"en": "Health"})


def test_what_stands_in_a_sheet_is_read_with_its_cells():
    first, second, *_rest = rows()
    assert first["name"] == "Nia Okoro" and first["phone"] == "+1 506 555 0123"
    assert (first.cell("email"), second.cell("group")) == ("A3", "F4")
    book = Workbook([Sheet("Notes", [["Hello"]]), Sheet("People", [["Name", "Email"], ["A", "b"]])])
    (only,) = read_roster(write_workbook(book), "roster.xlsx")
    assert only["name"] == "A" and only.cell("email") == "B2"
    assert read_roster(b"a,b\n1,2\n", "x.csv") == []


def test_people_organisations_seats_and_terms_are_brought_in(database):
    coordinator, member = alice(), bob()
    council, group = house(coordinator)
    brought = operations.bring_roster(rows(), by=coordinator)
    nia = Person.by_address("nia@example.org")
    assert (nia.language, nia.organisation.name) == ("fr", {"en": "Harbour Library"})
    assert DirectoryEntry.of(nia).phone == "+1 506 555 0123"
    assert Organisation.get().sector == "library"
    held = {(row.person.name, row.seat.body.id): row for row in Appointment.select()}
    chair = held["Nia Okoro", council.id]
    assert (chair.role, chair.seat.number, chair.to_on) == ("chair", 2, date(2028, 3, 31))
    assert held["Nia Okoro", group.id].seat.label == {"en": "Harbour Library"}
    assert held[member.name, council.id].seat.number == 1
    assert len(held) == 3 and Person.get_by_id(member.id).name == "Bob Tremblay"
    assert dict(brought.new) == {
        "organisations": 1, "people": 3, "known": 2, "seats": 2, "appointments": 3,
        "differing": 1,
    }  # fmt: skip


def test_every_finding_names_its_cell(database):
    coordinator = alice()
    house(coordinator)
    found = {
        (each.cell, each.severity): each.wrong for each in looked_at(rows(), coordinator).found
    }
    assert {cell for cell, severity in found if severity == "error"} == {"A6", "B7"}
    for cell, wrong in (("C8", "Klingon"), ("F8", "Nowhere"), ("I9", "tomorrow")):
        assert wrong in found[cell, "warning"]


def test_a_dry_run_changes_nothing(database):
    coordinator = alice()
    house(coordinator)
    counts = [table.select().count() for table in (Person, Seat, Appointment, Event, Organisation)]
    assert looked_at(rows(), coordinator).new["people"] == 4
    after = [table.select().count() for table in (Person, Seat, Appointment, Event, Organisation)]
    assert after == counts


def test_a_seat_that_is_taken_stays_with_who_holds_it(database):
    coordinator, member = alice(), bob()
    council, _group = house(coordinator)
    operations.appoint(
        council.seats.get(), vera(), from_on=date(2026, 1, 1), to_on=date(2028, 1, 1),
        by=coordinator,
    )  # fmt: skip
    brought = operations.bring_roster(rows(), by=coordinator)
    assert ("I5", "Somebody already holds this seat in that time.") in [
        (each.cell, each.wrong) for each in brought.found
    ]
    assert not Appointment.select().where(Appointment.person == member).exists()


def test_a_sheet_of_nothing_is_refused(database):
    with pytest.raises(Refusal):
        operations.bring_roster([], by=alice())


def test_a_roster_is_looked_at_and_then_brought_in_by_pages(app):
    coordinator = alice()
    house(coordinator)
    browser = Browser(app, coordinator)
    sheet = (io.BytesIO(SHEET.encode()), "roster.csv")
    look = browser.submit("/groups/roster", {"sheet": sheet})
    assert look.heading == "What would happen" and "A6" in look.one("tbody").text
    assert not Person.by_address("nia@example.org")
    done = browser.post("/groups/roster/bringing", look.fields())
    assert done.path == "/groups/" and Person.by_address("nia@example.org")
    nothing = {**look.fields(), "rows": '{"columns": ["name"], "letters": 1}'}
    browser.post("/groups/roster/bringing", nothing, status=422)
    empty = browser.submit("/groups/roster", {"sheet": (io.BytesIO(b"\0\1"), "x.xlsx")})
    assert "could not be read" in empty.text
    Browser(app, vera()).get("/groups/roster", status=404)


def test_what_is_taken_away_can_be_brought_back_and_changes_nothing(app):
    coordinator = alice()
    house(coordinator)
    operations.bring_roster(rows(), by=coordinator)
    browser = Browser(app, coordinator)
    for name in ("roster.csv", "roster.xlsx"):
        taken = browser.client.get(f"/groups/{name}").data
        again = looked_at(read_roster(taken, name), coordinator)
        assert again.found == []
        assert set(again.new) == {"known", "sitting", "standing"}
    Browser(app, vera()).get("/groups/roster.csv", status=404)


def test_a_roster_that_is_too_long_is_refused_and_not_cut(app):
    long = "name,email\n" + "".join(f"N{n},n{n}@example.org\n" for n in range(5_001))
    browser = Browser(app, alice())
    page = browser.submit("/groups/roster", {"sheet": (io.BytesIO(long.encode()), "r.csv")})
    assert "There are more than 5000 rows." in page.text
    longer = (io.BytesIO(long.encode() * 2), "r.csv")
    assert "There are more than" in browser.submit("/groups/roster", {"sheet": longer}).text


def test_a_sheet_of_a_french_excel_below_a_title_with_a_comma_is_read():
    text = (
        "Membres du conseil, avril 2026\r\n\r\nNom;Courriel;Organisme;Secteur;Rôle\r\n"
        "Éloïse Côté;eloise@example.org;Centre de l’Île, succursale;Bibliothèques;Présidence\r\n"
        "Zoé Œuvré;zoe@example.org;;;\r\n"
    )
    first, second = read_roster(text.encode("cp1252"), "membres.csv")
    assert first["name"] == "Éloïse Côté" and second["name"] == "Zoé Œuvré"
    assert first["organisation"] == "Centre de l’Île, succursale"
    assert first.cell("email") == "B4"


def test_sectors_and_roles_are_known_in_either_language(database):
    coordinator = alice()
    council, _group = house(coordinator)
    text = (
        "nom,courriel,organisme,secteur,groupe,rôle\n"
        "A,a@example.org,Île,Bibliothèques,Conseil du partenariat,Présidence\n"
        "B,b@example.org,Isle,Libraries,Partnership council,Co-chair\n"
    )
    brought = operations.bring_roster(read_roster(text.encode(), "r.csv"), by=coordinator)
    assert brought.found == []
    assert {row.sector for row in Organisation.select()} == {"library"}
    assert {row.role for row in Appointment.select()} == {"chair", "co_chair"}


def test_what_a_sheet_says_otherwise_is_told_and_taken_only_if_wanted(app):
    coordinator, member = alice(), bob()
    entry = {"phone": "506 555 0100"}
    people.change_profile(member, name=member.name, language="en", entry=entry, by=member)
    text = (
        f"name,email,phone,position,organisation\n"
        f"Robert Tremblay,{member.email},506 555 0199,Teacher,Library\n"
    )
    browser = Browser(app, coordinator)
    sheet = (io.BytesIO(text.encode()), "r.csv")
    look = browser.submit("/groups/roster", {"sheet": sheet})
    told = look.one("tbody").text
    for said in (
        "A2",
        "Here it says: Bob Tremblay",
        "C2",
        "Here it says: 506 555 0100",
        "D2",
        "E2",
    ):
        assert said in told
    browser.post("/groups/roster/bringing", look.fields())
    assert Person.get_by_id(member.id).name == "Bob Tremblay"
    look = browser.submit("/groups/roster", {"sheet": (io.BytesIO(text.encode()), "r.csv")})
    browser.post("/groups/roster/bringing", {**look.fields(), "anew": "y"})
    kept = Person.get_by_id(member.id)
    assert (kept.name, kept.organisation.name) == ("Robert Tremblay", {"en": "Library"})
    assert DirectoryEntry.of(kept).phone == "506 555 0199"
    again = browser.submit("/groups/roster", {"sheet": (io.BytesIO(text.encode()), "r.csv")})
    assert "anew" not in again.html


def test_a_namesake_and_somebody_who_left_are_pointed_out(database):
    coordinator, gone = alice(), charlie()
    people.leave(gone, by=coordinator)
    text = f"name,email\nAlice Moreau,other.alice@example.org\nCharlie,{gone.email}\n"
    told = looked_at(read_roster(text.encode(), "r.csv"), coordinator)
    assert [(each.cell, each.severity) for each in told.found] == [
        ("A2", "warning"), ("B3", "warning"),
    ]  # fmt: skip


def test_several_hats_come_in_and_go_out(app):
    coordinator = alice()
    council, group = house(coordinator)
    text = (
        "name,email,organisation,group\n"
        "Nia,nia@example.org,Library,Partnership council\nNia,nia@example.org,Clinic,Health\n"
    )
    operations.bring_roster(read_roster(text.encode(), "r.csv"), by=coordinator)
    worn = {row.seat.body.slug: organisation_of(row).name["en"] for row in Appointment.select()}
    assert worn == {council.slug: "Library", group.slug: "Clinic"}
    taken = Browser(app, coordinator).client.get("/groups/roster.csv").data
    read = [row for row in read_roster(taken, "r.csv") if row["name"]]
    hats = {row["group"]: row["organisation"] for row in read}
    assert hats == {"": "Library", "Partnership council": "Library", "Health": "Clinic"}
    assert looked_at(read_roster(taken, "r.csv"), coordinator).found == []


def test_the_page_carries_five_thousand_rows_as_they_were_read():
    text = "x\n,Courriel,Nom\n" + "".join(f',n{n}@example.org,Ñ "{n}"\n' for n in range(5_000))
    read = read_roster(text.encode(), "r.csv")
    carried = packed(read)
    assert unpacked(carried, 5_000) == read and len(carried) < 300_000
    number = [carried.replace("[3,", f"[{wrong},", 1) for wrong in ('"x"', "Infinity")]
    for tampered in ("", "[]", "[" * 9_000, '{"columns": 1}', *number):
        assert unpacked(tampered, 5_000) == []
