"""Votes between meetings, for who is signed in: ask, read, vote, withdraw, close."""

from datetime import time, timedelta

from babel.dates import get_timezone_name
from flask import Blueprint, redirect, render_template, request, url_for

from lipnet.core import brought, clock
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import locale
from lipnet.core.pages import notice
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.groups.models import Body, appointments_on
from lipnet.meetings import access, choices
from lipnet.meetings.access import Can
from lipnet.meetings.agendas.proposal_pages import saved
from lipnet.meetings.evotes import forms, operations, showing, words
from lipnet.meetings.evotes.models import EVote, papers_of
from lipnet.people.models import Person

bp = Blueprint("evotes", __name__, url_prefix="/meetings/votes")
LARGEST = operations.MOST_PAPERS * brought.LARGEST + 1_000_000  # all papers, and the words


@bp.url_value_preprocessor
def _let_papers_in(endpoint, values) -> None:
    if endpoint == "evotes.ask":
        request.max_content_length = LARGEST


USUAL_DAYS = 7


@bp.get("")
@requires(Can.SEE_MEETINGS)
def index():
    running, over = showing.all_votes()
    return render_template(
        "meetings/evotes/index.html", running=running, over=over, bodies=access.bodies_to_ask(me())
    )  # fmt: skip


@bp.route("/new/<slug>", methods=["GET", "POST"])
@requires(Can.ASK_EVOTES)
def ask(slug: str):
    body = _body_to_ask(slug)
    form = forms.AskForm(closes_on=clock.today() + timedelta(days=USUAL_DAYS), closes_at=time(17))
    _offer(form, body)
    if made := form.carry_out(lambda: _ask(body, form)):
        notice(_("The vote is open. A letter goes to every member with a vote."))
        return redirect(_page(made), 303)
    zone = get_timezone_name(clock.now().astimezone(clock.local_zone()), locale=locale())
    return render_template("meetings/evotes/ask.html", form=form, body=body, zone=zone)


@bp.get("/<int:evote_id>")
@requires(Can.SEE_MEETINGS)
def vote(evote_id: int):
    found = access.evote_to_see(evote_id)
    return render_template(
        "meetings/evotes/vote.html",
        **showing.particulars(found, me()),
        papers=[(url_for("evotes.paper", paper_id=one.id), one) for one in papers_of(found)],
    )


@bp.get("/papers/<int:paper_id>")
@requires(Can.SEE_MEETINGS)
def paper(paper_id: int):
    found = access.evote_paper_to_see(paper_id)
    return saved(found.file, found.file_name)


@bp.post("/<int:evote_id>/answer")
@requires(Can.SEE_MEETINGS)
def answer(evote_id: int):
    voter = access.own_vote_to_cast(evote_id)
    operations.cast_vote(voter, request.form.get("choice", ""), by=me())
    notice(_("Thank you. Your vote is recorded."))
    return redirect(_page(voter.evote), 303)


@bp.post("/<int:evote_id>/reminder")
@requires(Can.SEE_MEETINGS)
def reminder(evote_id: int):
    voter = access.own_vote_to_cast(evote_id)
    operations.choose_vote_reminder(voter, request.form.get("remind", ""), by=me())
    notice(_("Your choice is kept."))
    return redirect(_page(voter.evote), 303)


@bp.route("/<int:evote_id>/withdrawal", methods=["GET", "POST"])
@requires(Can.ASK_EVOTES)
def withdraw(evote_id: int):
    found, form = access.evote_to_run(evote_id), forms.WithdrawForm()
    if form.carry_out(
        lambda: operations.withdraw_vote(found, reason=form.reason.data or "", by=me())
    ):
        notice(_("The vote is withdrawn. The members get a letter that says why."))
        return redirect(_page(found), 303)
    return render_template("meetings/evotes/withdraw.html", form=form, evote=found)


@bp.post("/<int:evote_id>/closing")
@requires(Can.ASK_EVOTES)
def close(evote_id: int):
    """Early, once everybody has answered; at its hour the vote closes by itself."""
    closed = operations.close_vote(access.evote_to_run(evote_id), by=me())
    notice(_("The vote is closed: %(result)s", result=words.RESULT_WORDS[closed.result]))
    return redirect(_page(closed), 303)


def _page(evote: EVote) -> str:
    return url_for("evotes.vote", evote_id=evote.id)


def _body_to_ask(slug: str) -> Body:
    body = next((one for one in access.bodies_to_ask(me()) if one.slug == slug), None)
    if body is None:
        raise NotFound
    return body


def _offer(form: forms.AskForm, body: Body) -> None:
    rows = appointments_on(body, clock.today())
    people = {row.person_id: row.person.name for row in rows if row.seat.voting}
    members = sorted(people.items(), key=lambda pair: pair[1].casefold())
    form.mover.offer(members, _("Choose"))
    form.seconder.offer(members, _("Choose"))
    form.findings.offer(choices.findings())


def _ask(body: Body, form: forms.AskForm) -> EVote:
    return operations.ask_for_vote(
        body,
        form.text.data,
        reasons=form.reasons.data,
        mover=Person.get_or_none(Person.id == form.mover.data),
        seconder=Person.get_or_none(Person.id == form.seconder.data),
        closes_at=form.closing,
        link=form.link.data or "",
        papers=form.papers,
        because=choices.findings_chosen(form.findings.data),
        by=me(),
    )
