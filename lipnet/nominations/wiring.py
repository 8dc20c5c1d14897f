"""How this room joins the house."""

from functools import partial

from flask import Flask, url_for

from lipnet.core import jobs as clockwork
from lipnet.core import mail, signs, thread, web
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import tell
from lipnet.nominations import (
    accompanying_letters,
    accompanying_pages,
    attaching,
    committee,
    correcting,
    document_pages,
    draft_letters,
    draft_pages,
    drafting,
    eligible,
    endorsing_letters,
    endorsing_pages,
    inviting,
    jobs,
    late,
    letters,
    news,
    outcomes,
    propose,
    public,
    public_letters,
    reminders,
    respond,
    seconding_letters,
    service,
    supporting,
)
from lipnet.nominations.access import Can, may_see_call, may_see_nomination
from lipnet.nominations.ballots import wiring as ballots
from lipnet.nominations.closing import until
from lipnet.nominations.committee_forms import MARK_NAMES
from lipnet.nominations.due import (
    CORRECTION_REMINDED,
    DRAFT_REMINDED,
    ENDORSER_REMINDED,
    NOMINEE_REMINDED,
    SECONDER_REMINDED,
)
from lipnet.nominations.known import kept_back
from lipnet.nominations.manage import bp
from lipnet.nominations.models import STATE_NAMES, Call, Nomination
from lipnet.nominations.operations.accompanying import LINK_GIVEN
from lipnet.nominations.operations.choosing import ACCLAIMED, APPOINTED
from lipnet.nominations.operations.eligible import CODES as FOUND
from lipnet.nominations.operations.endorsing import ASKED_TO_ENDORSE
from lipnet.nominations.operations.late import NOT_BROUGHT_IN
from lipnet.nominations.operations.proposing import ASKED_AGAIN, LINK_SENT, NOMINATED
from lipnet.nominations.operations.public import PROPOSED
from lipnet.nominations.operations.seconding import ASKED
from lipnet.nominations.statements import LIVED_NAMES
from lipnet.nominations.ways import WAY_NAMES
from lipnet.nominations.wording import PART_NAMES, seat_name, title_of
from lipnet.people.access import keep_back

FLOOR = 4
PAGES = (  # which give `bp` its views
    accompanying_pages, attaching, committee, document_pages, draft_pages, eligible,
    endorsing_pages, inviting, late, propose, public, supporting,
)  # fmt: skip


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    app.register_blueprint(respond.bp)
    app.register_blueprint(inviting.public_bp)
    app.jinja_env.filters.update(
        nomination_state=STATE_NAMES.__getitem__,
        seat_name=seat_name,
        closing=until,
        way_name=WAY_NAMES.__getitem__,
        lived_name=LIVED_NAMES.__getitem__,
        said_part=PART_NAMES.__getitem__,
        tell=tell,
        mark_name=lambda mark: MARK_NAMES[str(mark)],
    )
    web.menu_item(lazy("Nominations"), "nominations.index", Can.SEE_CALLS, floor=4.5)
    _join_the_thread()
    _write_letters(app.config["LIPNET"].site.address.rstrip("/"))
    keep_back(kept_back)
    web.waiting_from(news.waiting)
    web.waiting_from(late.waiting)
    web.box_on("call", late.box_on_call)
    web.waiting_from(drafting.waiting)
    web.box_on("body", news.box_on_body)
    web.box_on("seat", news.box_on_seat)
    web.box_on("appointment", news.box_on_appointment)
    signs.mend("empty_seat", news.open_a_call)
    signs.mend("last_term_ends", news.call_for_a_successor)
    web.box_on("call", service.box_on_call)
    clockwork.register("nominations.open", jobs.TEN_MINUTES, jobs.open_due_calls)
    clockwork.register("nominations.close", jobs.TEN_MINUTES, jobs.close_due_calls)
    clockwork.register("nominations.remind", jobs.AN_HOUR, jobs.remind)
    clockwork.register("nominations.forget", jobs.A_DAY, jobs.forget)
    clockwork.register("nominations.forget_proposals", jobs.AN_HOUR, jobs.forget_proposals)
    clockwork.register("nominations.forget_drafts", jobs.A_DAY, jobs.forget_drafts)
    ballots.wire(app)


def _join_the_thread() -> None:
    thread.register(
        thread.Kind(
            name="call",
            floor=FLOOR,
            label=lazy("Call for nominations"),
            load=lambda key: Call.get_or_none(Call.id == int(key)),
            title=lambda call: call.title,
            url=lambda call: url_for("nominations.call", call_id=call.id),
            may_see=may_see_call,
            on=lambda call: call.opens_on,
        )
    )
    thread.register(
        thread.Kind(
            name="nomination",
            floor=FLOOR,
            label=lazy("What a nominee wants to work on"),
            load=lambda key: Nomination.get_or_none(Nomination.id == int(key)),
            title=title_of,
            url=lambda row: url_for("nominations.nomination", nomination_id=row.id),
            may_see=may_see_nomination,
            on=lambda row: row.made_on,
        )
    )


def _write_letters(address: str) -> None:
    question = partial(letters.question, address=address)
    mail.on_event(NOMINATED, question)
    mail.on_event(LINK_SENT, question)
    mail.on_event(LINK_GIVEN, partial(accompanying_letters.given, address=address))
    mail.on_event(ASKED, partial(seconding_letters.asked, address=address))
    mail.on_event(ASKED_TO_ENDORSE, partial(endorsing_letters.asked, address=address))
    mail.on_event(NOMINEE_REMINDED, partial(reminders.to_nominee, address=address))
    mail.on_event(SECONDER_REMINDED, partial(reminders.to_seconder, address=address))
    mail.on_event(ENDORSER_REMINDED, partial(reminders.to_endorser, address=address))
    mail.on_event(DRAFT_REMINDED, partial(draft_letters.reminder, address=address))
    mail.on_event(ACCLAIMED, letters.outcome)
    mail.on_event(APPOINTED, outcomes.appointed)
    mail.on_event(PROPOSED, partial(public_letters.please_confirm, address=address))
    mail.on_event(ASKED_AGAIN, partial(public_letters.ask_again, address=address))
    mail.on_event(NOT_BROUGHT_IN, public_letters.declined)
    mail.on_event(FOUND["returned"], partial(correcting.returned, address=address))
    mail.on_event(CORRECTION_REMINDED, partial(correcting.returned, address=address))
    mail.on_event(FOUND["not_eligible"], correcting.not_eligible)
