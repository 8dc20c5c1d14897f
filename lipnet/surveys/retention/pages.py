"""The coordinator's pages: how long each class of data is kept; certificates of what was erased."""

from flask import redirect, render_template, url_for
from wtforms import IntegerField
from wtforms.validators import Optional

from lipnet.core import i18n, pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can, survey_to_manage, survey_with_results
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey
from lipnet.surveys.results import smallest_of
from lipnet.surveys.retention.models import Erasure
from lipnet.surveys.retention.operations import set_retention
from lipnet.surveys.retention.rules import Rule, backups_last, concerned, rules_of

NAMES = {
    "answers": lazy("Single answers"),
    "free_text": lazy("What people write in their own words"),
    "files": lazy("Files that people send"),
    "phrases": lazy("Phrases for withdrawing"),
    "contacts": lazy("Contact details"),
}
MEANT = {
    "answers": lazy(
        "After that only the counts stay. Left empty: they are kept, and people read it."
    ),
    "free_text": lazy("The text is erased from each answer; that there was one stays counted."),
    "files": lazy("Pictures, recordings and documents; that there was one stays counted."),
    "phrases": lazy(
        "For so long people can withdraw. Once the survey is open this does not change."
    ),
    "contacts": lazy("The list of people invited, and details that people leave for a draw."),
}


@bp.route("/surveys/<slug>/retention", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def retention(slug: str):
    survey = survey_to_manage(slug, me())
    asked = [rule for what, rule in rules_of(survey).items() if what in concerned(survey)]
    form = _form(asked)
    if form.carry_out(lambda: set_retention(survey, _days(form, asked), by=me())):
        pages.notice(_("It is set how long the data are kept."))
        return redirect(url_for("surveys.retention", slug=slug), 303)
    return render_template(
        "surveys/retention/rules.html",
        survey=survey,
        form=form,
        fields=[(rule.what, MEANT[rule.what], told(survey, rule)) for rule in asked],
        certificates=Erasure.certificates(survey),
        backups=backups_last().days,
    )


@bp.route("/surveys/<slug>/retention/certificates")
@requires(Can.SEE_RESULTS)
def certificates(slug: str):
    survey = survey_with_results(slug, me())
    return render_template(
        "surveys/retention/certificates.html",
        survey=survey,
        certificates=Erasure.certificates(survey),
        names=NAMES,
        threshold=smallest_of(survey),
    )


def told(survey: Survey, rule: Rule) -> str:
    """The rule as a date, where the survey has one."""
    last = rule.last_day(survey)
    if last is None:
        return ""
    return _("As planned today: until %(day)s.", day=i18n.format_day(last))


def _form(asked: list[Rule]) -> Form:
    fields = {rule.what: IntegerField(_label(rule.what), [Optional()]) for rule in asked}
    return type("RetentionForm", (Form,), fields)(data={rule.what: rule.days for rule in asked})


def _label(what: str) -> str:
    return _("%(what)s: days after the survey closes", what=NAMES[what])


def _days(form: Form, asked: list[Rule]) -> dict[str, int | None]:
    return {rule.what: form[rule.what].data for rule in asked}
