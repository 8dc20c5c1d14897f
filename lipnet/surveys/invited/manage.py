"""The coordinator's door to the list: who may answer, who is on it, writing and reminding."""

from flask import current_app, redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_to_manage
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.invited import ledger, letters, operations
from lipnet.surveys.invited.access import survey_with_list
from lipnet.surveys.invited.forms import ReminderForm, WhoForm
from lipnet.surveys.invited.models import ByInvitation, Invitee
from lipnet.surveys.invited.wording import STATES, state_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey
from lipnet.surveys.results import threshold


@bp.route("/surveys/<slug>/invited", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def invited(slug: str):
    survey = survey_to_manage(slug, me())
    rule = ByInvitation.of(survey)
    form = WhoForm(who="invited" if rule else "anybody")
    if form.carry_out(lambda: _choose(survey, form.who.data == "invited")):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.invited", slug=slug), 303)
    people = _people(survey)
    return render_template(
        "surveys/invited/list.html",
        survey=survey,
        form=form,
        rule=rule,
        people=people,
        unsent=sum(state == "unsent" for _invitee, state in people),
        counts=_counts(people),
        states=STATES,
        threshold=threshold(),
    )


@bp.route("/surveys/<slug>/invited/sending", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def sending(slug: str):
    survey = survey_with_list(slug, me())
    form = ConfirmForm()
    if count := form.carry_out(lambda: operations.send_invitations(survey, by=me())):
        pages.notice(
            ngettext(
                "%(count)s letter is on its way.",
                "%(count)s letters are on their way.",
                count,
                count=count,
            )
        )
        return redirect(url_for("surveys.invited", slug=slug), 303)
    return render_template(
        "surveys/invited/sending.html",
        survey=survey,
        form=form,
        unsent=survey.invitees.where(Invitee.sent_on.is_null()).count(),
        sample=letters.sample(survey, _address(), me().name),
    )


@bp.route("/surveys/<slug>/invited/reminder", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def reminder(slug: str):
    """When people are reminded by themselves; reminding now is the other form of this page."""
    survey = survey_with_list(slug, me())
    rule = ByInvitation.of(survey)
    form = ReminderForm(days=rule.remind_days)
    if form.carry_out(lambda: _set_reminder(survey, form.days.data)):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.invited", slug=slug), 303)
    return render_template("surveys/invited/reminder.html", survey=survey, rule=rule, form=form)


@bp.post("/surveys/<slug>/invited/reminding")
@requires(Can.MANAGE_SURVEYS)
def reminding(slug: str):
    survey = survey_with_list(slug, me())
    operations.remind_invitees(survey, by=me())
    pages.notice(_("The reminders are on their way to those who have not answered."))
    return redirect(url_for("surveys.invited", slug=slug), 303)


def _choose(survey: Survey, by_invitation: bool) -> bool:
    operations.choose_who_answers(survey, by_invitation=by_invitation, by=me())
    return True


def _set_reminder(survey: Survey, days: int | None) -> bool:
    operations.set_reminder(survey, days, by=me())
    return True


def _people(survey: Survey) -> list[tuple[Invitee, str]]:
    """Everybody on the list with the state that may be shown."""
    answered = ledger.who_answered(survey, shown_only=True)
    return [(each, state_of(each, answered)) for each in Invitee.of(survey)]


def _counts(people: list[tuple[Invitee, str]]) -> list[tuple[int, object]]:
    states = [state for _invitee, state in people]
    return [(states.count(code), name) for code, (name, _tone) in STATES.items() if code in states]


def _address() -> str:
    return current_app.config["LIPNET"].site.address.rstrip("/")
