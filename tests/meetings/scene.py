"""Bodies that meet, and meetings as far along as a test needs; all through operations."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.evidence.operations import note_outside_finding
from lipnet.groups.operations import (
    add_seat,
    appoint,
    draft_terms_of_reference,
    establish_body,
    put_terms_in_force,
)
from lipnet.meetings import operations
from tests.browsing import Browser

DAY = date(2026, 9, 17)
LATER = date(2026, 10, 15)
FOUNDED = date(2026, 1, 6)


def body(by, *members, chair=None, kind="working_group", name="Language working group", **more):
    """A body founded in January whose seats `chair` and `members` hold for two years."""
    founded = date(2026, 1, 5)
    with clock.at(founded):
        made = establish_body(kind=kind, name={"en": name}, founded_on=founded, by=by, **more)
        for person in ([chair] if chair else []) + list(members):
            seat = add_seat(made, label={"en": "Seat"}, sector="settlement", by=by)
            role = "chair" if person == chair else "member"
            until = founded + timedelta(days=730)
            appoint(seat, person, role=role, from_on=founded, to_on=until, by=by)
    return made


def rule(made, quorum: int, by):
    """Terms of reference in force that ask for `quorum` voting members."""
    terms = draft_terms_of_reference(
        made, sections=[], quorum_kind="fixed", quorum_value=quorum, by=by
    )
    return put_terms_in_force(terms, on=FOUNDED, by=by)


def called(made, by, on=DAY, **more):
    values = {"starts_at": "18:30", "place": "Harbour Library", "languages": ["en", "fr"], **more}
    return operations.call_meeting(made, on, by=by, **values)


def held(made, *present, by, on=DAY):
    """A meeting with `present` there, on its own day."""
    meeting = called(made, by, on)
    with clock.at(on):
        operations.record_attendance(meeting, dict.fromkeys(present, "present"), by=by)
    return meeting


def carried(meeting, mover, seconder, by, text="That the minutes be adopted."):
    with clock.at(meeting.on):
        return operations.move_motion(
            meeting, {"en": text}, mover=mover, seconder=seconder, result="carried", by=by
        )


def circulated(meeting, by):
    with clock.at(meeting.on):
        operations.circulate_minutes(meeting, by=by)
    return meeting


def closed(meeting, by):
    """A meeting of a body that keeps notes, sent round and closed."""
    circulated(meeting, by)
    with clock.at(meeting.on):
        return operations.adopt_minutes(meeting.minutes, by=by)


def finding(by, statement="Three in ten wait longer than a month for a language class."):
    return note_outside_finding({"en": statement}, source="Community survey 2026", by=by)


def asked(app, person, path: str) -> int:
    """How many statements the page at `path` takes."""
    browser, counted, ask = Browser(app, person), [], db.obj.execute_sql
    browser.get(path)

    def count(sql, *more, **named):
        counted.append(sql)
        return ask(sql, *more, **named)

    db.obj.execute_sql = count
    try:
        browser.get(path)
    finally:
        del db.obj.execute_sql
    return len(counted)
