"""What is owed to the funder: listed, written down, sent, and shown by files."""

from flask import Response, current_app, redirect, render_template, url_for

from lipnet.core import clock, files, pages
from lipnet.core.brought import file_brought
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.groups.agreements import access, operations
from lipnet.groups.agreements.access import Can
from lipnet.groups.agreements.calendar import calendar_of, rows_of
from lipnet.groups.agreements.forms import (
    ActForm,
    ObligationForm,
    ProofForm,
    RuleForm,
    SentForm,
)
from lipnet.groups.agreements.manage import bp
from lipnet.groups.agreements.models import Obligation
from lipnet.sheets.separated import separated

REMIND_DAYS = 14


@bp.route("/<int:agreement_id>/obligations")
@requires(Can.SEE_AGREEMENTS)
def obligations(agreement_id: int):
    found = access.agreement_to_see(agreement_id)
    years: dict[int, list[Obligation]] = {}
    for row in found.owed():
        years.setdefault(clock.fiscal_year(row.due_on), []).append(row)
    return render_template(
        "groups/agreements/obligations.html",
        agreement=found,
        years=years,
        rules=list(found.rules),
    )


@bp.get("/<int:agreement_id>/obligations.csv")
@requires(Can.SEE_AGREEMENTS)
def obligations_as_csv(agreement_id: int):
    found = access.agreement_to_see(agreement_id)
    return _taken_away(separated(rows_of(found)), "text/csv", "obligations.csv")


@bp.get("/<int:agreement_id>/obligations.ics")
@requires(Can.SEE_AGREEMENTS)
def obligations_as_calendar(agreement_id: int):
    found = access.agreement_to_see(agreement_id)
    address = current_app.config["LIPNET"].site.address
    return _taken_away(calendar_of(found, address), "text/calendar", "obligations.ics")


@bp.route("/<int:agreement_id>/obligations/new", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def owe(agreement_id: int):
    found = access.agreement_to_manage(agreement_id)
    form = ObligationForm(remind_days=REMIND_DAYS)
    made = form.carry_out(lambda: operations.owe(found, **_owed(form), by=me()))
    if made:
        pages.notice(_("It is written down. You will be reminded in time."))
        return redirect(_address(made), 303)
    return render_template("groups/agreements/owe.html", form=form, agreement=found)


@bp.route("/<int:agreement_id>/obligations/regular", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def owe_regularly(agreement_id: int):
    found = access.agreement_to_manage(agreement_id)
    this_year = clock.today().replace(year=clock.fiscal_year(clock.today()), month=4, day=1)
    start = max(found.starts_on, this_year)
    form = RuleForm(remind_days=REMIND_DAYS, days=30, from_on=start)
    names = ("what", "rhythm", "days", "remind_days", "from_on")
    given = {name: form[name].data for name in names}
    if form.carry_out(lambda: operations.owe_regularly(found, **given, by=me())):
        pages.notice(_("Each period of the agreement now has its day."))
        return redirect(_all(found), 303)
    return render_template("groups/agreements/owe_regularly.html", form=form, agreement=found)


@bp.route("/<int:agreement_id>/rules/<int:rule_id>/end", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def end_rule(agreement_id: int, rule_id: int):
    rule = access.rule_to_manage(agreement_id, rule_id)
    if ActForm().validate_on_submit():
        operations.end_rule(rule, by=me())
        pages.notice(_("Nothing more is owed by this rule. What was due or sent already stays."))
        return redirect(_all(rule.agreement), 303)
    return render_template("groups/agreements/end_rule.html", rule=rule)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>")
@requires(Can.SEE_AGREEMENTS)
def obligation(agreement_id: int, obligation_id: int):
    found = access.obligation_to_see(agreement_id, obligation_id)
    return render_template("groups/agreements/obligation.html", obligation=found)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def change_obligation(agreement_id: int, obligation_id: int):
    found = access.obligation_to_manage(agreement_id, obligation_id)
    form = ObligationForm(obj=found)
    if form.carry_out(lambda: operations.change_obligation(found, **_owed(form), by=me())):
        pages.notice(_("Saved."))
        return redirect(_address(found), 303)
    return render_template("groups/agreements/change_obligation.html", form=form, obligation=found)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>/sent", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def mark_sent(agreement_id: int, obligation_id: int):
    found = access.obligation_to_manage(agreement_id, obligation_id)
    form = SentForm(on=clock.today(), note=found.note)
    if form.carry_out(lambda: _sent(found, form)):
        pages.notice(_("Noted as sent."))
        return redirect(_address(found), 303)
    return render_template("groups/agreements/sent.html", form=form, obligation=found)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>/proof", methods=["GET", "POST"])
@requires(Can.MANAGE_AGREEMENTS)
def attach_proof(agreement_id: int, obligation_id: int):
    found, form = access.obligation_to_manage(agreement_id, obligation_id), ProofForm()
    if form.carry_out(lambda: operations.attach_proof(found, _brought(form), by=me())):
        pages.notice(_("The proof is attached."))
        return redirect(_address(found), 303)
    return render_template("groups/agreements/proof.html", form=form, obligation=found)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>/dropping", methods=["POST"])
@requires(Can.MANAGE_AGREEMENTS)
def drop_obligation(agreement_id: int, obligation_id: int):
    found = access.obligation_to_manage(agreement_id, obligation_id)
    operations.drop_obligation(found, by=me())
    pages.notice(_("Noted: this is no longer asked for."))
    return redirect(_address(found), 303)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>/again", methods=["POST"])
@requires(Can.MANAGE_AGREEMENTS)
def owe_still(agreement_id: int, obligation_id: int):
    found = access.obligation_to_manage(agreement_id, obligation_id)
    operations.owe_still(found, by=me())
    pages.notice(_("Noted: this is still owed."))
    return redirect(_address(found), 303)


@bp.route("/<int:agreement_id>/obligations/<int:obligation_id>/proof/<int:proof_id>")
@requires(Can.SEE_AGREEMENTS)
def proof_file(agreement_id: int, obligation_id: int, proof_id: int):
    """The file as it was brought: to be saved, never shown in a page."""
    proof = access.proof_to_see(agreement_id, obligation_id, proof_id)
    response = Response(files.read(proof.file), mimetype=proof.file.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=proof.name)
    return response


def _taken_away(content: str, media_type: str, name: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _owed(form: ObligationForm) -> dict:
    return {name: form[name].data for name in ("what", "due_on", "remind_days", "note")}


def _sent(obligation: Obligation, form: SentForm) -> Obligation:
    return operations.mark_sent(
        obligation,
        on=form.on.data,
        note=form.note.data or "",
        proof=_brought(form) if form.file.data else None,
        by=me(),
    )


def _brought(form):
    return file_brought(form.file.data.filename, form.file.data.read())


def _address(row: Obligation) -> str:
    return url_for("agreements.obligation", agreement_id=row.agreement_id, obligation_id=row.id)


def _all(agreement) -> str:
    return url_for("agreements.obligations", agreement_id=agreement.id)
