"""Why a question that says who a person is must be asked: one sentence for each."""

from flask import redirect, render_template, url_for
from wtforms import TextAreaField
from wtforms.validators import Length

from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import plain
from lipnet.surveys import operations, readiness
from lipnet.surveys.access import Can, survey_to_manage
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey


@bp.route("/surveys/<slug>/identity", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def identity(slug: str):
    survey = survey_to_manage(slug, me())
    if survey.latest_version is None:
        raise NotFound
    form, names = _form(survey)
    if form.carry_out(lambda: operations.justify_identity(survey, _said(form, names), by=me())):
        pages.notice(_("Saved."))
        back = "surveys.opening" if survey.is_draft else "surveys.show"
        return redirect(url_for(back, slug=slug), 303)
    return render_template("surveys/editor/identity.html", survey=survey, form=form, names=names)


def _form(survey: Survey) -> tuple[Form, list[str]]:
    whole = questionnaire_of(survey.latest_version)
    items = readiness.identity_items(whole)
    reasons = {each.name: each.reason for each in survey.identity_reasons}
    fields, said = {}, {}
    for number, item in enumerate(items):
        label = plain(whole.text(item.label, whole.default_language)[0]) or item.name
        fields[f"reason_{number}"] = TextAreaField(label, [Length(max=500)])
        said[f"reason_{number}"] = reasons.get(item.name, "")
    return type("IdentityForm", (Form,), fields)(data=said), [item.name for item in items]


def _said(form: Form, names: list[str]) -> dict[str, str]:
    return {name: form[f"reason_{number}"].data or "" for number, name in enumerate(names)}
