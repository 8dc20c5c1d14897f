"""How the agreement joins the room of groups."""

from functools import partial

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import jobs as clockwork
from lipnet.core import mail, thread, web
from lipnet.core.i18n import lazy
from lipnet.core.money import format_money
from lipnet.core.permissions import may
from lipnet.core.web import Waiting, drawn_by
from lipnet.groups.agreements import access, jobs, letters, money_pages, owed_pages, words
from lipnet.groups.agreements.access import Can
from lipnet.groups.agreements.manage import bp
from lipnet.groups.agreements.models import (
    BUDGET_LINE_NAMES,
    Agreement,
    AgreementHolder,
    Obligation,
)
from lipnet.groups.agreements.operations.owing import REMINDED

PAGES = (money_pages, owed_pages)  # they add their routes to the blueprint


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    app.jinja_env.filters.update(
        money=format_money,
        fiscal_year=words.year_name,
        budget_line=BUDGET_LINE_NAMES.get,
        obligation_state=words.STATE_NAMES.get,
        obligation_tone=words.STATE_TONES.get,
        due_rule=words.rule_sentence,
    )
    web.waiting_from(waiting_for)
    web.box_on("agreement_of_holder", _box_beside_the_choice)
    web.box_on("organisation", _box_of_organisation)
    address = app.config["LIPNET"].site.address
    mail.on_event(REMINDED, partial(letters.reminder, address=address))
    clockwork.register("obligations", jobs.AN_HOUR, jobs.remind)
    _join_the_thread()


def waiting_for(person) -> list[Waiting]:
    """What is overdue or soon due, for coordinators."""
    if not may(person, Can.MANAGE_AGREEMENTS):
        return []
    rows = Obligation.select().where(Obligation.sent_on.is_null() & Obligation.dropped_on.is_null())
    return [
        Waiting(words.due_sentence(row), _address(row), row.due_on)
        for row in rows.order_by(Obligation.due_on, Obligation.id)
        if row.state in ("late", "now")
    ]


def _address(row: Obligation) -> str:
    return url_for("agreements.obligation", agreement_id=row.agreement_id, obligation_id=row.id)


def _join_the_thread() -> None:
    thread.register(
        thread.Kind(
            name="agreement",
            floor=3,
            label=lazy("Contribution agreement"),
            load=lambda record_id: Agreement.get_or_none(Agreement.id == int(record_id)),
            title=lambda row: row.title,
            url=lambda row: url_for("agreements.show", agreement_id=row.id),
            may_see=access.may_see,
            on=lambda row: row.starts_on,
        )
    )
    thread.register(
        thread.Kind(
            name="obligation",
            floor=3,
            label=lazy("Obligation"),
            load=lambda record_id: Obligation.get_or_none(Obligation.id == int(record_id)),
            title=lambda row: row.what,
            url=_address,
            may_see=lambda person, row: access.may_see(person, row.agreement),
            on=lambda row: row.due_on,
        )
    )


def _box_beside_the_choice(choice, reader) -> Markup | str:
    may_write = may(reader, Can.MANAGE_AGREEMENTS)
    return _box(access.agreements_for(reader), may_write)


def _box_of_organisation(organisation, reader) -> Markup | str:
    held = {row.agreement_id for row in organisation.agreements.select(AgreementHolder.agreement)}
    return _box([row for row in access.agreements_for(reader) if row.id in held], False)


def _box(agreements: list[Agreement], may_write: bool) -> Markup | str:
    if not agreements and not may_write:
        return ""
    return drawn_by("groups/agreements/box.html", agreements=agreements, may_write=may_write)
