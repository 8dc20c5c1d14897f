"""What waits: seats that are empty or end soon for those who watch, an alternate to be named."""

from collections import Counter
from collections.abc import Iterator

from flask import url_for

from lipnet.core import clock
from lipnet.core.i18n import format_day, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.web import Waiting
from lipnet.groups.access import bodies_to_watch
from lipnet.groups.alternates.models import AlternateRequest
from lipnet.groups.models import Appointment, Body, appointments_on
from lipnet.groups.radar.looking import ending_soon, signs_of


def waiting_for(person) -> list[Waiting]:
    """One line for each group that needs a look, for those who may do something about it."""
    return [
        *_asked_of(person),
        *(line for body in bodies_to_watch(person) for line in _of(body, person)),
    ]


def _of(body: Body, person) -> Iterator[Waiting]:
    counts = Counter(sign.kind for sign in signs_of(body, person))
    radar = url_for("groups.radar", _anchor=f"group-{body.id}")
    for sentence in _sentences(body, counts):
        yield Waiting(sentence, url_for("groups.body", slug=body.slug))
    for kind, say in TOLD.items():
        if counts[kind]:
            yield Waiting(say(counts[kind], plain(body.name)), radar)


def _asked_of(person) -> Iterator[Waiting]:
    """Whoever was asked to name an alternate."""
    today = clock.today()
    asked = AlternateRequest.select(AlternateRequest, Appointment).join(Appointment)
    for row in asked.where(Appointment.person == person):
        if row.appointment.in_effect(today):
            body = row.appointment.seat.body
            sentence = _(
                "Please name an alternate for your seat: %(group)s", group=plain(body.name)
            )
            address = url_for("groups.alternate", slug=body.slug, appointment_id=row.appointment_id)
            yield Waiting(sentence, address, row.asked_on)


def _sentences(body: Body, counts: Counter) -> Iterator[str]:
    today, name = clock.today(), plain(body.name)
    if empty := counts["empty"] + counts["lived_experience"]:
        yield ngettext(
            "%(group)s: %(num)s seat is empty.",
            "%(group)s: %(num)s seats are empty.",
            empty,
            group=name,
        )
    if ending := ending_soon(appointments_on(body, today), today):
        yield ngettext(
            "%(group)s: %(num)s term ends by %(day)s.",
            "%(group)s: %(num)s terms end by %(day)s.",
            len(ending),
            group=name,
            day=format_day(ending[-1].last_day),
        )


def _lived_experience(count: int, group: str) -> str:
    return ngettext(
        "%(group)s: %(num)s seat for lived experience is empty.",
        "%(group)s: %(num)s seats for lived experience are empty.",
        count,
        group=group,
    )


def _alternates(count: int, group: str) -> str:
    return ngettext(
        "%(group)s: %(num)s seat has no alternate.",
        "%(group)s: %(num)s seats have no alternate.",
        count,
        group=group,
    )


def _regrets(count: int, group: str) -> str:
    return ngettext(
        "%(group)s: %(num)s member missed the last three meetings.",
        "%(group)s: %(num)s members missed the last three meetings.",
        count,
        group=group,
    )


def _francophone(count: int, group: str) -> str:
    return _("%(group)s: nobody sits as a francophone voice.", group=group)


def _sectors(count: int, group: str) -> str:
    return ngettext(
        "%(group)s: %(num)s sector has nobody to speak for it.",
        "%(group)s: %(num)s sectors have nobody to speak for them.",
        count,
        group=group,
    )


def _review(count: int, group: str) -> str:
    return _("%(group)s: the terms of reference are to be reviewed.", group=group)


TOLD = {
    "lived_experience": _lived_experience,
    "sector": _sectors,
    "francophone": _francophone,
    "alternate": _alternates,
    "regrets": _regrets,
    "review": _review,
}
