"""What the thread needs to know of groups, terms of reference, appointments and choices."""

from flask import url_for

from lipnet.core import thread
from lipnet.core.i18n import lazy
from lipnet.core.permissions import may
from lipnet.groups.access import Can
from lipnet.groups.models import Appointment, Body, HolderChoice, TermsOfReference
from lipnet.groups.wording import HOLDER_NAMES


def join() -> None:
    thread.register(
        _kind(
            Body,
            lazy("Group"),
            title=lambda body: body.name,
            url=lambda body: url_for("groups.body", slug=body.slug),
            on=lambda body: body.founded_on,
        )
    )
    thread.register(
        _kind(
            TermsOfReference,
            lazy("Terms of reference"),
            title=lambda terms: terms.body.name,
            url=lambda terms: url_for("groups.terms", slug=terms.body.slug, version=terms.version),
            on=lambda terms: terms.in_force_from,
        )
    )
    thread.register(
        _kind(
            Appointment,
            lazy("Appointment"),
            title=lambda row: row.person.name,
            url=lambda row: url_for(
                "groups.appointment", slug=row.seat.body.slug, appointment_id=row.id
            ),
            on=lambda row: row.from_on,
        )
    )
    thread.register(
        _kind(
            HolderChoice,
            lazy("Choice of the agreement's holder"),
            title=lambda choice: str(HOLDER_NAMES[choice.configuration]),
            url=lambda choice: url_for("groups.agreement"),
            on=lambda choice: choice.on,
        )
    )


def _kind(model, label, *, title, url, on) -> thread.Kind:
    return thread.Kind(
        name=model._meta.table_name,
        floor=3,
        label=label,
        load=lambda record_id: model.get_or_none(model.id == int(record_id)),
        title=title,
        url=url,
        may_see=lambda person, record: may(person, Can.SEE_GROUPS),
        on=on,
    )
