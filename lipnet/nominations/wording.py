"""How calls and nominations are named wherever they are shown."""

from datetime import date, timedelta
from typing import NamedTuple

from lipnet.core import clock, i18n
from lipnet.core.events import THE_PROGRAM, declared, history
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy, worded
from lipnet.core.multilingual import plain
from lipnet.groups.models import Seat, appointments_on
from lipnet.nominations.ballots.settling import decided_by
from lipnet.nominations.models import Nomination
from lipnet.people.models import Person

PART_NAMES = {
    "statement": lazy("Statement"),
    "skills": lazy("Skills"),
    "lived": lazy("Lived experience"),
    "organisation": lazy("Organisation"),
    "interests": lazy("What the nominee wants to work on"),
}
THE_COMMITTEES = {"nominations.read", "nominations.recused"}


def title_of(nomination: Nomination) -> str:
    """What the thread calls a nomination."""
    return _(
        "%(name)s, nominated for %(body)s",
        name=nomination.nominee.name,
        body=plain(nomination.call.body.name),
    )


class Step(NamedTuple):
    """One thing that happened to a nomination, as a timeline shows it."""

    on: date
    title: str
    text: str = ""
    url: str = ""


def steps_of(nomination: Nomination) -> list[Step]:
    """Who did what and when, oldest first; what the committee does stays with the committee."""
    events = [event for event in history(nomination) if event.code not in THE_COMMITTEES]
    names = {row.id: row.name for row in Person.select(Person.id, Person.name)}
    sentences = declared()
    steps = [
        Step(
            event.at,
            worded(
                sentences[event.code],
                who=names.get(event.actor_id, THE_PROGRAM.name),
                **event.particulars,
            ),
        )
        for event in events
        if event.code in sentences
    ]
    return steps + _how_it_ended(nomination)


def _how_it_ended(nomination: Nomination) -> list[Step]:
    """What the decision of the call, or of one contest of it, meant for one nomination."""
    if nomination.state not in ("appointed", "not_selected"):
        return []
    on, who = decided_by(nomination)
    places = {"who": who, "name": nomination.nominee.name}
    if nomination.appointment is None:
        told = _("%(who)s recorded the decision: %(name)s was not selected.", **places)
    else:
        seat = seat_name(nomination.appointment.seat)
        told = _(
            "%(who)s recorded the decision: %(name)s is appointed. %(seat)s", seat=seat, **places
        )
    return [Step(on, told)]


def seat_name(seat: Seat) -> str:
    return _("Seat %(number)s: %(label)s", number=seat.number, label=plain(seat.label))


def seat_to_fill(seat: Seat) -> str:
    """The seat, and who holds it until when if somebody does."""
    held = [row for row in appointments_on(seat.body, clock.today()) if row.seat_id == seat.id]
    if not held:
        return seat_name(seat)
    return _(
        "%(seat)s (%(name)s, until %(day)s)",
        seat=seat_name(seat),
        name=held[0].person.name,
        day=i18n.format_day(held[0].free_from - timedelta(days=1)),
    )
