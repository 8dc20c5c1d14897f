"""Templates: which there are, what they ask, in which order."""

from flask import Blueprint, redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans.models import years
from lipnet.reports.access import Can
from lipnet.reports.funders import access, forms, operations
from lipnet.reports.funders.models import KIND_NAMES, STATE_NAMES, UNIT_NAMES, FunderTemplate
from lipnet.reports.funders.sources import SOURCES

bp = Blueprint("funders", __name__, url_prefix="/reports/funders")


@bp.context_processor
def _words() -> dict:
    return {
        "answer_kinds": KIND_NAMES,
        "answer_states": STATE_NAMES | {"not_begun": _("Not begun")},
        "units": UNIT_NAMES,
        "sources": SOURCES,
        "years": years,
    }


@bp.route("/")
@requires(Can.MANAGE)
def index():
    return render_template(
        "reports/funders/index.html",
        templates=list(FunderTemplate.select().order_by(FunderTemplate.id.desc())),
        this_year=clock.fiscal_year(clock.today()),
    )


@bp.route("/generic", methods=["GET", "POST"])
@requires(Can.MANAGE)
def generic():
    form = forms.GenericForm(fiscal_year=clock.fiscal_year(clock.today()))
    made = form.carry_out(
        lambda: operations.take_generic(
            fiscal_year=form.fiscal_year.data, agreement=form.agreement.chosen, by=me()
        )
    )
    if made:
        notice(_("The questions are yours now. Change them as you like."))
        return redirect(_address(made), 303)
    return render_template("reports/funders/generic.html", form=form)


@bp.route("/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new():
    year = clock.fiscal_year(clock.today())
    form = forms.TemplateForm(from_year=year, to_year=year)
    made = form.carry_out(lambda: operations.begin_template(**_given(form), by=me()))
    if made:
        notice(_("Now write down the questions, or bring them in from a spreadsheet."))
        return redirect(_address(made), 303)
    return render_template("reports/funders/new.html", form=form)


@bp.route("/<int:template_id>")
@requires(Can.MANAGE)
def template(template_id: int):
    found = access.template_of(template_id)
    return render_template(
        "reports/funders/template.html", template=found, questions=found.in_order()
    )


@bp.route("/<int:template_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE)
def change(template_id: int):
    found = access.template_of(template_id)
    form = forms.TemplateForm(
        name=found.name,
        from_year=found.from_year,
        to_year=found.to_year,
        agreement=str(found.agreement_id or ""),
    )
    changed = form.carry_out(lambda: operations.change_template(found, **_given(form), by=me()))
    if changed:
        notice(_("Saved."))
        return redirect(_address(found), 303)
    return render_template("reports/funders/edit.html", form=form, template=found)


@bp.route("/<int:template_id>/removal", methods=["GET", "POST"])
@requires(Can.MANAGE)
def remove(template_id: int):
    found, form = access.template_of(template_id), forms.ActForm()
    if form.carry_out(lambda: operations.remove_template(found, by=me())):
        notice(_("The questions are taken away."))
        return redirect(url_for(".index"), 303)
    return render_template("reports/funders/remove.html", form=form, template=found)


@bp.route("/<int:template_id>/questions/new", methods=["GET", "POST"])
@requires(Can.MANAGE)
def new_question(template_id: int):
    found, form = access.template_of(template_id), forms.QuestionForm()
    if form.carry_out(lambda: operations.ask(found, **form.given(), by=me())):
        notice(_("The question is added."))
        return redirect(_address(found), 303)
    return render_template("reports/funders/new_question.html", form=form, template=found)


@bp.route("/<int:template_id>/questions/<int:question_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def change_question(template_id: int, question_id: int):
    found = access.template_of(template_id)
    question = access.question_of(found, question_id)
    as_it_is = {name: getattr(question, name) for name in ("code", "text", "hint", "kind", "most",
                                                           "unit", "sources")}  # fmt: skip
    form = forms.QuestionForm(data=as_it_is | {"choices": forms.as_lines(question.choices)})
    if form.carry_out(
        lambda: operations.change_question(question, **form.given(), by=me()) or True
    ):
        notice(_("Saved."))
        return redirect(_address(found, question), 303)
    return render_template(
        "reports/funders/change_question.html", form=form, template=found, question=question
    )


@bp.post("/<int:template_id>/questions/<int:question_id>/earlier")
@requires(Can.MANAGE)
def question_earlier(template_id: int, question_id: int):
    return _moved(template_id, question_id, earlier=True)


@bp.post("/<int:template_id>/questions/<int:question_id>/later")
@requires(Can.MANAGE)
def question_later(template_id: int, question_id: int):
    return _moved(template_id, question_id, earlier=False)


@bp.post("/<int:template_id>/questions/<int:question_id>/removal")
@requires(Can.MANAGE)
def remove_question(template_id: int, question_id: int):
    found = access.template_of(template_id)
    operations.remove_question(access.question_of(found, question_id), by=me())
    notice(_("The question is taken away."))
    return redirect(_address(found), 303)


def _moved(template_id: int, question_id: int, *, earlier: bool):
    found = access.template_of(template_id)
    question = access.question_of(found, question_id)
    operations.move_question(question, earlier=earlier, by=me())
    return redirect(_address(found, question), 303)


def _address(template: FunderTemplate, question=None) -> str:
    anchor = f"question-{question.id}" if question else None
    return url_for(".template", template_id=template.id, _anchor=anchor)


def _given(form: forms.TemplateForm) -> dict:
    names = ("name", "from_year", "to_year")
    return {name: form[name].data for name in names} | {"agreement": form.agreement.chosen}
