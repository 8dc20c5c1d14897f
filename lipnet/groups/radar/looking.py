"""Going over one group: what is missing at the table, and what ends soon."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask import url_for

from lipnet.core import clock, signs
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.signs import Act, Sign
from lipnet.groups.access import Can
from lipnet.groups.alternates.models import alternates_on, requests_on
from lipnet.groups.holding import unfollowed
from lipnet.groups.models import Appointment, Body, Seat, appointments_on, vacant_seats
from lipnet.groups.terms.service import reached_cap
from lipnet.people.models import SECTOR_NAMES, SECTORS, Organisation

SOON = timedelta(days=183)
REVIEW_SOON = timedelta(days=60)


def signs_of(body: Body, person) -> list[Sign]:
    """Every sign of this group, in the order of the radar's sections."""
    today = clock.today()
    sitting, vacant = appointments_on(body, today), vacant_seats(body, today)
    own = [*_empty(vacant, person), *_ending(sitting, today, person), *_review(body, person)]
    if body.adopts_minutes:
        own += _at_the_table(body, sitting, vacant, person)
    return [*own, *signs.noticed(body, person)]


def is_francophone(seat: Seat) -> bool:
    return seat.francophone or seat.sector == "francophone"


def ending_soon(sitting: list[Appointment], today: date) -> list[Appointment]:
    """Those who sit for six months at most, and whom nobody follows; the soonest first."""
    soon = [row for row in sitting if row.last_day <= today + SOON]
    return sorted(unfollowed(soon), key=lambda row: row.last_day)


def _empty(vacant: list[Seat], person) -> Iterator[Sign]:
    for seat in vacant:
        kind = "lived_experience" if seat.lived_experience else "empty"
        sentence = _("Seat %(number)s is empty: %(seat)s.", **_named(seat))
        yield Sign(kind, sentence, signs.remedy_for("empty_seat", seat, person))


def _at_the_table(body: Body, sitting, vacant, person) -> Iterator[Sign]:
    """Where decisions are adopted it matters who is heard; a working group keeps notes."""
    yield from _sector_gaps(body, sitting, vacant, person)
    yield from _francophone(body, sitting, vacant, person)
    yield from _without_alternate(body, sitting, clock.today(), person)


def _sector_gaps(
    body: Body, sitting: list[Appointment], vacant: list[Seat], person
) -> Iterator[Sign]:
    """Sectors that have a seat nobody fills; for the council also sectors without any seat."""
    heard = {row.seat.sector for row in sitting}
    seated = {seat.sector for seat in body.seats_on(clock.today())}
    wanted = set(seated)
    if body.kind == "council":
        wanted |= {row.sector for row in Organisation.present()} - {"other", "funder"}
    for sector in sorted(wanted - heard, key=SECTORS.index):
        name = str(SECTOR_NAMES[sector])
        if sector in seated:
            empty = next(seat for seat in vacant if seat.sector == sector)
            yield Sign(
                "sector",
                _("Nobody sits for the sector %(sector)s.", sector=name),
                signs.remedy_for("empty_seat", empty, person),
            )
        else:
            yield Sign(
                "sector",
                _(
                    "Organisations of the sector %(sector)s are here, but have no seat.",
                    sector=name,
                ),
                _new_seat(body, person, sector=sector),
            )


def _francophone(body: Body, sitting, vacant, person) -> Iterator[Sign]:
    """No francophone voice where there are people at the table."""
    if not sitting or any(is_francophone(row.seat) for row in sitting):
        return
    empty = next((seat for seat in vacant if is_francophone(seat)), None)
    act = (
        signs.remedy_for("empty_seat", empty, person)
        if empty
        else _new_seat(body, person, francophone="1")
    )
    yield Sign("francophone", _("Nobody at the table sits as a francophone voice."), act)


def _ending(sitting: list[Appointment], today: date, person) -> Iterator[Sign]:
    ending = ending_soon(sitting, today)
    last_terms = reached_cap(ending[0].seat.body, ending) if ending else set()
    for row in ending:
        yield _ending_of(row, person, is_last=row.id in last_terms)


def _ending_of(row: Appointment, person, *, is_last: bool) -> Sign:
    """Who has served as long as the rules allow is followed by somebody else."""
    told = {
        "name": row.person.name,
        "day": format_day(row.last_day),
        "seat": plain(row.seat.label),
    }
    if is_last:
        sentence = _(
            "The last term of %(name)s ends on %(day)s, by the longest service: %(seat)s.", **told
        )
        return Sign("ending", sentence, signs.remedy_for("last_term_ends", row, person))
    sentence = _("The term of %(name)s ends on %(day)s: %(seat)s.", **told)
    return Sign("ending", sentence, signs.remedy_for("term_ends", row, person))


def _review(body: Body, person) -> Iterator[Sign]:
    """Terms of reference whose review is due, until the next version is drafted."""
    terms = body.terms_in_force
    if terms is None or not terms.review_on or body.terms_drafted or body.terms_to_come:
        return
    if terms.review_on <= clock.today() + REVIEW_SOON:
        sentence = _(
            "The terms of reference are to be reviewed on %(day)s.",
            day=format_day(terms.review_on),
        )
        act = None
        if may(person, Can.MANAGE_GROUPS, body=body.id):
            draft = url_for("groups.draft_terms", slug=body.slug)
            act = Act(_("Draft a new version"), draft)
        yield Sign("review", sentence, act)


def _without_alternate(body: Body, sitting, today: date, person) -> Iterator[Sign]:
    named, asked = alternates_on(body, today), requests_on(sitting)
    for row in sitting:
        if row.seat.voting and row.id not in named:
            places = {"name": row.person.name, "seat": plain(row.seat.label)}
            sentence = _("%(name)s has no alternate: %(seat)s.", **places)
            if row.id in asked:
                sentence = _(
                    "%(name)s was asked on %(day)s and has named no alternate yet: %(seat)s.",
                    **places,
                    day=format_day(asked[row.id]),
                )
            yield Sign("alternate", sentence, signs.remedy_for("no_alternate", row, person))


def _new_seat(body: Body, person, **begun) -> Act | None:
    if not may(person, Can.MANAGE_GROUPS, body=body.id):
        return None
    return Act(_("Add a seat"), url_for("groups.add_seat", slug=body.slug, **begun))


def _named(seat: Seat) -> dict:
    return {"number": seat.number, "seat": plain(seat.label)}
