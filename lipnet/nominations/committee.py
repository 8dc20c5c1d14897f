"""The pages of the committee: who is on it, the reading room, the recommendation, the act."""

from flask import redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import me, requires
from lipnet.nominations import operations
from lipnet.nominations.access import (
    Can,
    call_to_manage,
    call_to_review,
    call_to_see,
    nomination_to_read,
)
from lipnet.nominations.attachments import NominationFile
from lipnet.nominations.blinding import LEFT_OUT, blind
from lipnet.nominations.committee_forms import (
    AppointForm,
    RecuseForm,
    ReviewerForm,
    reading_form,
    recommend_form,
)
from lipnet.nominations.coverage import gaps_with, in_one_sentence
from lipnet.nominations.manage import bp, usual_term
from lipnet.nominations.models import Call
from lipnet.nominations.reviewing import Recusal, Reviewer, reviewer_of
from lipnet.nominations.statements import FOR_THE_COMMITTEE, READ_BLIND


@bp.route("/nominations/calls/<int:call_id>/committee", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def committee(call_id: int):
    call = call_to_manage(call_id)
    form = ReviewerForm()
    form.offer(call)
    if form.carry_out(
        lambda: operations.name_reviewer(call, form.known[form.person.data], by=me())
    ):
        return redirect(url_for("nominations.committee", call_id=call.id), 303)
    recusals = list(Recusal.select().join(Reviewer).where(Reviewer.call == call))
    return render_template(
        "nominations/committee.html", call=call, form=form, recusals=recusals, knew=_knew(call)
    )


@bp.post("/nominations/calls/<int:call_id>/committee/<int:person_id>/release")
@requires(Can.MANAGE_CALLS)
def release(call_id: int, person_id: int):
    call = call_to_manage(call_id)
    reviewer = call.reviewers.where(Reviewer.person == person_id).first()
    if reviewer is None:
        raise NotFound
    operations.release_reviewer(reviewer, by=me())
    pages.notice(_("%(name)s is not on the committee any more.", name=reviewer.person.name))
    return redirect(url_for("nominations.committee", call_id=call.id), 303)


@bp.route("/nominations/calls/<int:call_id>/readings")
@requires(Can.SEE_CALLS)
def readings(call_id: int):
    call, reviewer = call_to_review(call_id)
    rows = [
        (number, row, reviewer.reading_of(row), reviewer.is_recused_from(row))
        for number, row in enumerate(sorted(call.candidates, key=lambda row: row.id), 1)
    ]
    return render_template("nominations/readings.html", call=call, rows=rows)


@bp.route("/nominations/<int:nomination_id>/reading", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def reading(nomination_id: int):
    found, reviewer = nomination_to_read(nomination_id)
    noted = reviewer.reading_of(found)
    form = reading_form(found.call, noted)
    if form.carry_out(
        lambda: operations.read_nomination(
            found, marks=form.marks, notes=form.notes, note=form.note.data or "", by=me()
        )
    ):
        pages.notice(_("Noted. Now you also see who it is, and what others noted."))
        return redirect(url_for("nominations.reading", nomination_id=found.id), 303)
    return render_template(
        "nominations/reading.html",
        nomination=found,
        form=form,
        noted=noted,
        files=NominationFile.listed(found) if noted else [],
        told=found if noted else blind(found),
        seen=FOR_THE_COMMITTEE if noted else READ_BLIND,
        left_out=LEFT_OUT,
        recused=reviewer.is_recused_from(found),
        others=[row for row in found.readings if noted and row.reviewer_id != reviewer.id],
    )


@bp.route("/nominations/<int:nomination_id>/recusal", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def recusal(nomination_id: int):
    found, _reviewer = nomination_to_read(nomination_id)
    form = RecuseForm()
    if form.carry_out(lambda: operations.recuse(found, reason=form.reason.data, by=me())):
        pages.notice(_("You have stepped back from this nomination. It is on record."))
        return redirect(url_for("nominations.readings", call_id=found.call_id), 303)
    return render_template("nominations/recuse.html", nomination=found, form=form)


@bp.route("/nominations/calls/<int:call_id>/recommendation", methods=["GET", "POST"])
@requires(Can.SEE_CALLS)
def recommendation(call_id: int):
    call = _call_to_judge(call_id)
    form = recommend_form(call)
    only_looking = request.form.get("look") == "1"
    if not only_looking and form.carry_out(
        lambda: operations.recommend(call, form.chosen, report=form.report.data or "", by=me())
    ):
        pages.notice(_("The recommendation is recorded."))
        return redirect(url_for("nominations.recommendation", call_id=call.id), 303)
    return render_template(
        "nominations/recommendation.html",
        call=call,
        form=form,
        on_committee=reviewer_of(call, me()) is not None,
        gaps=(gaps := gaps_with(call.body, list(form.chosen.values()), _begins(call))),
        sentence=in_one_sentence(gaps, [row.nominee.name for row in form.chosen]),
        begins=_begins(call),
        recommended=call.recommendations.first(),
        may_manage=may(me(), Can.MANAGE_CALLS),
    )


@bp.route("/nominations/calls/<int:call_id>/report")
@requires(Can.SEE_CALLS)
def recommendation_report(call_id: int):
    """What the committee recommends and why, as a page to print for those who decide."""
    call = _call_to_judge(call_id)
    recommended = call.recommendations.first()
    if recommended is None:
        raise NotFound
    chosen = recommended.by_seat
    gaps = gaps_with(call.body, [seat for seat, _row in chosen], _begins(call))
    return render_template(
        "nominations/recommendation_report.html",
        call=call,
        knew=_knew(call),
        recommended=recommended,
        chosen={seat.id: row for seat, row in chosen},
        gaps=gaps,
        sentence=in_one_sentence(gaps, [row.nominee.name for _seat, row in chosen]),
        begins=_begins(call),
    )


@bp.route("/nominations/calls/<int:call_id>/appointment", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def appointment(call_id: int):
    call = call_to_manage(call_id)
    form = AppointForm(data=usual_term(call))
    if form.carry_out(
        lambda: operations.appoint_recommended(
            call, from_on=form.from_on.data, to_on=form.to_on.data, by=me()
        )
    ):
        pages.notice(_("They are appointed, and letters are on their way."))
        return redirect(url_for("nominations.call", call_id=call.id), 303)
    recommended = call.recommendations.first()
    return render_template(
        "nominations/appointment.html", call=call, form=form, recommended=recommended
    )


def _knew(call: Call) -> list[str]:
    """Who on the committee looks after calls, and so has seen the names."""
    return [row.person.name for row in call.reviewers if may(row.person, Can.MANAGE_CALLS)]


def _call_to_judge(call_id: int) -> Call:
    """For the committee and the coordinator, once the call is closed."""
    call = call_to_see(call_id)
    reviewer, manages = reviewer_of(call, me()), may(me(), Can.MANAGE_CALLS)
    if not (manages or reviewer) or not call.is_closed:
        raise NotFound
    if not manages and reviewer.still_to_read:
        raise Refusal(_("Read every nomination first, or step back from it."))
    return call


def _begins(call: Call):
    """The day a new term would begin: when the seats that somebody holds are free."""
    return usual_term(call)["from_on"]
