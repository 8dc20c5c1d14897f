"""The answers of a year: all of them to be copied, and each to be written."""

from flask import redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.papers import answer as file_of
from lipnet.core.web import me, requires
from lipnet.reports.access import Can
from lipnet.reports.funders import access, forms, operations
from lipnet.reports.funders.drawing import Asked, Drawing, proposed
from lipnet.reports.funders.pages import bp
from lipnet.reports.funders.papers import answers_paper
from lipnet.reports.funders.showing import sources_of


@bp.route("/<int:template_id>/answers/<int:fiscal_year>")
@requires(Can.MANAGE)
def answers(template_id: int, fiscal_year: int):
    template = access.template_for(template_id, fiscal_year)
    drawing = Drawing(template, fiscal_year)
    asked = drawing.asked()
    return render_template(
        "reports/funders/answers.html",
        template=template,
        fiscal_year=fiscal_year,
        asked=asked,
        ready=sum(one.state == "ready" for one in asked),
        begun=sum(one.state == "begun" for one in asked),
        value_of=value_of,
        rows_of=_rows_of(drawing),
    )


@bp.route("/<int:template_id>/answers/<int:fiscal_year>/<int:question_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def write_answer(template_id: int, fiscal_year: int, question_id: int):
    template = access.template_for(template_id, fiscal_year)
    question = access.question_of(template, question_id)
    drawing = Drawing(template, fiscal_year)
    asked = drawing.of(question)
    form = _form(asked)
    if form.carry_out(lambda: _keep(asked, fiscal_year, form)):
        notice(_("The answer is kept."))
        return redirect(
            url_for(".answers", template_id=template.id, fiscal_year=fiscal_year,
                    _anchor=f"question-{question.id}"), 303,
        )  # fmt: skip
    return render_template(
        "reports/funders/write_answer.html",
        template=template,
        fiscal_year=fiscal_year,
        asked=asked,
        question=question,
        form=form,
        proposed=proposed(asked.drawn),
        sources_shown=sources_of(drawing, question),
    )


@bp.route("/<int:template_id>/answers/<int:fiscal_year>/file/<kind>")
@requires(Can.MANAGE)
def answers_file(template_id: int, fiscal_year: int, kind: str):
    template = access.template_for(template_id, fiscal_year)
    drawing = Drawing(template, fiscal_year)
    return file_of(answers_paper(template, fiscal_year, drawing.asked()), kind)


def value_of(asked: Asked) -> str:
    """A number, or what was chosen, in words."""
    if asked.question.kind in ("yes_no", "choice"):
        return dict(forms.offered(asked.question)).get(asked.value, "")
    return asked.value


def _rows_of(drawing: Drawing):
    """For a table of figures: the rows of its sources."""
    return lambda question: [row for one in sources_of(drawing, question) for row in one.rows]


def _form(asked: Asked) -> forms.AnswerForm:
    kind = forms.ChosenForm if asked.question.kind in ("yes_no", "choice") else forms.AnswerForm
    is_text = asked.question.kind == "text"
    text = asked.text if is_text or asked.answer else {}
    state = asked.answer.state if asked.answer else "begun"
    return kind(data={"text": text, "value": asked.value, "state": state}).about(asked.question)


def _keep(asked: Asked, fiscal_year: int, form: forms.AnswerForm):
    value = (form.value.data or "") if "value" in form else ""
    return operations.answer(
        asked.question,
        fiscal_year,
        text=form.text.data or {},
        value=value,
        state=form.state.data,
        by=me(),
    )
