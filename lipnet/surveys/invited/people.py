"""The coordinator's door to single people of the list: put on it, corrected, written to again."""

from flask import current_app, redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can
from lipnet.surveys.invited import ledger, operations
from lipnet.surveys.invited.access import invitee_to_manage, survey_with_list
from lipnet.surveys.invited.forms import CheckedForm, ListForm, PersonForm, RosterForm
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.invited.roster import from_roster
from lipnet.surveys.invited.sheet import ListRead, read_list
from lipnet.surveys.invited.wording import STATES, state_of, told_finding
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey


@bp.route("/surveys/<slug>/invited/upload", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def invited_upload(slug: str):
    survey = survey_with_list(slug, me())
    form = ListForm()
    if form.validate_on_submit():
        default = current_app.config["LIPNET"].site.default_language
        data, name = form.sheet.data.read(), form.sheet.data.filename or ""
        read = read_list(data, name, default_language=default, known=_known(survey))
        return _look(survey, read, url_for("surveys.invited_upload", slug=slug))
    return render_template("surveys/invited/upload.html", survey=survey, form=form)


@bp.route("/surveys/<slug>/invited/roster", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def invited_roster(slug: str):
    survey = survey_with_list(slug, me())
    form = RosterForm()
    if form.validate_on_submit():
        read = from_roster(form.source.data, _known(survey))
        return _look(survey, read, url_for("surveys.invited_roster", slug=slug))
    return render_template("surveys/invited/roster.html", survey=survey, form=form)


@bp.post("/surveys/<slug>/invited/adding")
@requires(Can.MANAGE_SURVEYS)
def invited_adding(slug: str):
    """Those looked at go on the list; nothing was kept in between but on the page itself."""
    survey = survey_with_list(slug, me())
    form = CheckedForm()
    count = form.carry_out(lambda: operations.add_invitees(survey, form.people(), by=me()))
    if count:
        pages.notice(
            ngettext(
                "%(count)s person is on the list now.",
                "%(count)s people are on the list now.",
                count,
                count=count,
            )
        )
    else:
        pages.notice(next(iter([*form.rows.errors, *form.form_errors]), ""), "error")
    return redirect(url_for("surveys.invited", slug=slug), 303)


@bp.route("/surveys/<slug>/invited/add", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def invited_add(slug: str):
    survey = survey_with_list(slug, me())
    form = PersonForm()
    if form.carry_out(lambda: operations.add_invitees(survey, [form.row()], by=me())):
        pages.notice(_("%(name)s is on the list now.", name=form.row().name))
        return redirect(url_for("surveys.invited", slug=slug), 303)
    return render_template("surveys/invited/person.html", survey=survey, form=form, invitee=None)


@bp.route("/surveys/<slug>/invited/<int:number>", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def invitee(slug: str, number: int):
    found = invitee_to_manage(slug, number, me())
    form = PersonForm(obj=found)
    if form.carry_out(lambda: operations.correct_invitee(found, form.row(), by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.invitee", slug=slug, number=number), 303)
    answered = ledger.who_answered(found.survey, shown_only=True)
    return render_template(
        "surveys/invited/person.html",
        survey=found.survey,
        form=form,
        invitee=found,
        state=state_of(found, answered),
        states=STATES,
    )


@bp.post("/surveys/<slug>/invited/<int:number>/removal")
@requires(Can.MANAGE_SURVEYS)
def invitee_removal(slug: str, number: int):
    found = invitee_to_manage(slug, number, me())
    operations.remove_invitee(found, by=me())
    pages.notice(_("%(name)s is not on the list any more.", name=found.name))
    return redirect(url_for("surveys.invited", slug=slug), 303)


@bp.post("/surveys/<slug>/invited/<int:number>/sending")
@requires(Can.MANAGE_SURVEYS)
def invitee_sending(slug: str, number: int):
    found = invitee_to_manage(slug, number, me())
    operations.send_again(found, by=me())
    pages.notice(_("A letter with a new link is on its way. The link before it is dead."))
    return redirect(url_for("surveys.invitee", slug=slug, number=number), 303)


@bp.post("/surveys/<slug>/invited/<int:number>/bounce")
@requires(Can.MANAGE_SURVEYS)
def invitee_bounce(slug: str, number: int):
    found = invitee_to_manage(slug, number, me())
    operations.note_bounce(found, "", by=me())
    pages.notice(_("Noted. Correct the address, then send the letter again."))
    return redirect(url_for("surveys.invitee", slug=slug, number=number), 303)


def _look(survey: Survey, read: ListRead, again: str):
    """The dry run: who would go on the list, and everything that was noticed."""
    return render_template(
        "surveys/invited/look.html",
        survey=survey,
        rows=read.rows,
        findings=[told_finding(each) for each in read.findings],
        form=CheckedForm.of(read.rows),
        again=again,
    )


def _known(survey: Survey) -> set[str]:
    return {row.folded_email for row in survey.invitees.select(Invitee.folded_email)}
