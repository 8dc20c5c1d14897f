"""An exported roster holds all of bodies, seats and terms: it makes the same house anew."""

import csv
import io
import random
from contextlib import suppress
from datetime import timedelta

import pytest

from lipnet.core import clock, i18n
from lipnet.core.refusals import Refusal
from lipnet.groups import operations
from lipnet.groups.alternates.models import Alternate, resource_seats
from lipnet.groups.hats.models import organisation_of
from lipnet.groups.models import KINDS, ROLES, Appointment, Body, Seat
from lipnet.groups.roster.bringing import Bringing
from lipnet.groups.roster.heads import HEADS, columns, compared, headings, known_headings
from lipnet.groups.roster.sheet import read_roster
from lipnet.groups.roster.taking import roster
from lipnet.models import EVERY_TABLE
from lipnet.people import operations as people
from lipnet.people.models import SECTORS, Person
from lipnet.sheets.separated import separated
from tests.browsing import Browser
from tests.cast import alice, bob, charlie, organisation
from tests.groups import scene

MARKS = ("voting", "ex_officio", "francophone", "lived_experience", "youth", "resource")


def taken(tag: str = "en") -> str:
    with i18n.speaking(tag):
        return separated(roster())


def brought(text: str, by, *, anew: bool = False) -> Bringing:
    return operations.bring_roster(read_roster(text.encode(), "roster.csv"), anew=anew, by=by)


def drawn(lot: random.Random, by) -> None:
    """A house of groups, seats, terms now and later, hats and alternates, as chance has it."""
    houses = [_organisation(n, lot, by) for n in range(4)]
    members = [_member(n, lot, houses, by) for n in range(12)]
    bodies: list[Body] = []
    for n in range(4):
        made = operations.establish_body(
            kind=lot.choice(KINDS), name={"en": f"Group {n}", "fr": f"Groupe {n}"},
            purpose=lot.choice([{}, {"en": "To meet.\n\nAnd *act*."}]),
            parent=lot.choice([*bodies, None]), adopts_minutes=lot.choice([True, False]),
            founded_on=clock.today() - timedelta(days=lot.randrange(3000)), by=by,
        )  # fmt: skip
        bodies.append(made)
        for number in range(lot.randrange(1, 5)):
            _seat(made, number, lot, members, houses, by)
        _alternates(made, lot, members, by)


def _alternates(body: Body, lot, members, by) -> None:
    """Somebody who sits there that day is refused as an alternate."""
    for sits in Appointment.select().join(Seat).where(Seat.body == body):
        with suppress(Refusal):
            operations.name_alternate(sits, lot.choice(members), by=by)


def _organisation(n: int, lot, by):
    name = {"en": f"House {n}", "fr": f"Maison {n}"}
    return people.add_organisation(name, sector=lot.choice(SECTORS), by=by)


def _member(n: int, lot, houses, by) -> Person:
    given = {"language": lot.choice(["en", "fr"]), "organisation": lot.choice([*houses, None])}
    return people.add_person(f"Member {n}", email=f"m{n}@example.org", **given, by=by)


def _seat(body, number, lot, members, houses, by) -> None:
    given = {mark: lot.random() < 0.4 for mark in MARKS}
    label = lot.choice([{"en": f"Place {number}"}, {"en": "Member", "fr": "Membre"}])
    seat = operations.add_seat(body, label=label, sector=lot.choice(SECTORS), **given, by=by)
    begins = clock.today() - timedelta(days=lot.randrange(300))
    for _term in range(lot.randrange(3)):
        ends = max(begins, clock.today()) + timedelta(days=lot.randrange(400))
        held = {"role": lot.choice(ROLES), "from_on": begins, "to_on": ends}
        begins = ends + timedelta(days=1)
        with suppress(Refusal):
            operations.appoint(
                seat, lot.choice(members), **held, organisation=lot.choice([*houses, None]),
                term_number=lot.randrange(1, 4), by=by,
            )  # fmt: skip


def _empty() -> None:
    for table in reversed(EVERY_TABLE):
        table.delete().execute()


@pytest.mark.parametrize("seed", range(4))
def test_a_house_made_from_an_exported_roster_exports_the_same(sqlite, seed):
    drawn(random.Random(seed), alice())
    before = {tag: taken(tag) for tag in ("en", "fr", "ar")}
    unchanged = brought(before["en"], Person.get())
    assert unchanged.found == [] and set(unchanged.new) <= {"known", "sitting", "standing"}
    for tag in before:
        _empty()
        assert [each.wrong for each in brought(before[tag], alice()).found] == []
        assert taken("en") == before["en"]


def test_headings_in_every_language_of_the_program_are_read(app):
    for tag in ("en", "fr", "ar"):
        with i18n.speaking(tag):
            written, wanted = headings(), columns()
        known = known_headings()
        assert [known[compared(text)] for text in written] == wanted
    assert len(HEADS) < len(wanted) == len(set(wanted))
    with i18n.speaking("fr"):
        assert headings()[0] == "Nom"


def test_what_is_corrected_in_an_exported_roster_is_told_by_cell_and_taken_if_wanted(app):
    coordinator, member, other = alice(), bob(), charlie()
    council = scene.council(coordinator)
    sits = scene.seated(member, council, coordinator, label="Schools")
    scene.seat(council, coordinator, label="Clinics", sector="health")
    clinic = organisation("Clinic", "health")
    table = list(csv.reader(io.StringIO(taken().lstrip("\ufeff"))))
    head = table[0]
    place = {name: number for number, name in enumerate(head)}
    of_bob = next(row for row in table if row[0] == "Bob Tremblay")
    empty = next(row for row in table if row[place["Name of the seat (en)"]] == "Clinics")
    of_bob[place["Role"]], of_bob[place["Organisation (en)"]] = "Vice-chair", "Clinic"
    of_bob[place["Alternate: e-mail address"]] = other.email
    of_bob[place["Through"]] = "2030-01-01"
    empty[place["Youth"]], empty[place["Sector of the seat"]] = "oui", "Libraries"
    empty[place["Francophone voice"]] = "perhaps"
    text = separated(table)
    looked = Browser(app, coordinator).submit(
        "/groups/roster", {"sheet": (io.BytesIO(text.encode()), "roster.csv")}
    )
    told = looked.one("tbody").text
    for said in ("Here it says: Member", "That stays.", "Here it says: No", "neither yes nor no"):
        assert said in told
    assert "Take from the sheet" in looked.text
    sheet = brought(text, coordinator)
    row = table.index(of_bob) + 1
    assert f"{_letters(place['Role'])}{row}" in {each.cell for each in sheet.found}
    assert Alternate.get().person == other  # nothing stood there, so it is new
    assert Appointment.get_by_id(sits.id).role == "member"
    brought(text, coordinator, anew=True)
    present = next(row for row in Appointment.select() if row.ended_on is None)
    assert (present.role, organisation_of(present)) == ("vice_chair", clinic)
    seat = Seat.get(Seat.label == {"en": "Clinics"})
    assert (seat.youth, seat.sector, seat.francophone, seat.voting) == (
        True, "library", False, True,
    )  # fmt: skip


def test_an_empty_seat_that_only_advises_comes_in_without_a_vote(database):
    coordinator = alice()
    text = (
        "Name,Group,Kind of group,Seat number,Name of the seat,It has a vote,Resource person\n"
        ",Tables rondes,Working group,,,,\n"
        ",Tables rondes,,7,Observer,yes,yes\n,Tables rondes,,7,,,\n,Nowhere,,1,,,\n"
    )
    told = brought(text, coordinator)
    seat = Seat.get()
    assert (seat.voting, resource_seats([seat]), seat.label) == (
        False, {seat.id}, {"en": "Observer"},
    )  # fmt: skip
    assert Body.get().kind == "working_group"
    assert [(each.cell, each.severity) for each in told.found] == [
        ("F3", "notice"), ("B5", "warning"),
    ]  # fmt: skip


def _letters(place: int) -> str:
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)
