"""A council and its seats, made as people make them: by the operations."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.groups import operations
from lipnet.groups.models import Appointment, Body, Seat, TermsOfReference

COUNCIL = {"en": "Partnership council", "fr": "Conseil du partenariat"}


def council(by, **more) -> Body:
    given = {"kind": "council", "name": COUNCIL, "founded_on": date(2020, 1, 1), **more}
    return operations.establish_body(**given, by=by)


def seat(body: Body, by, *, label: str = "School boards", **more) -> Seat:
    given = {"label": {"en": label}, "sector": "education", **more}
    return operations.add_seat(body, **given, by=by)


def seated(person, body: Body, by, *, role: str = "member", days: int = 700, **more) -> Appointment:
    """`person` sits in a new seat of `body` since yesterday, for `days` from today."""
    today = clock.today()
    return operations.appoint(
        seat(body, by, **more),
        person,
        role=role,
        from_on=today - timedelta(days=1),
        to_on=today + timedelta(days=days),
        by=by,
    )


def terms(body: Body, by, *, in_force: bool = True, **more) -> TermsOfReference:
    """Terms of reference with a quorum of half the filled voting seats, unless said otherwise."""
    sections = [{"title": {"en": "Purpose"}, "text": {"en": "To **plan** together."}}]
    given = {"sections": sections, "quorum_kind": "share", "quorum_value": 50, **more}
    drafted = operations.draft_terms_of_reference(body, **given, by=by)
    return operations.put_terms_in_force(drafted, by=by) if in_force else drafted
