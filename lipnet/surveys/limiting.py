"""The page on which a coordinator says what others may see of the results."""

from flask import redirect, render_template, url_for
from wtforms import RadioField, SelectMultipleField, widgets

from lipnet import tally
from lipnet.core import pages
from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.web import me, requires
from lipnet.surveys import operations
from lipnet.surveys.access import Can, survey_to_manage
from lipnet.surveys.counting import limits
from lipnet.surveys.counting.models import ResultsLimit
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.heads import label_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey


class LimitsForm(Form):
    """`filters` is left out once the survey has opened."""

    smallest = RadioField(lazy("The smallest group that is shown"), coerce=int)
    filters = SelectMultipleField(
        lazy("Divide the tables by"),
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )


@bp.route("/surveys/<slug>/counting", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def counting(slug: str):
    survey = survey_to_manage(slug, me())
    form = _form(survey)
    if form.carry_out(lambda: _limit(survey, form)):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.show", slug=slug), 303)
    return render_template(
        "surveys/manage/counting.html",
        survey=survey,
        form=form,
        filters=[name_of_filter(survey, name) for name in limits.filters_of(survey)],
        enough=limits.BEFORE_IT_IS_SHOWN * limits.smallest_of(survey),
    )


def are_limits_said(survey: Survey) -> bool:
    return ResultsLimit.select().where(ResultsLimit.survey == survey).exists()


def name_of_filter(survey: Survey, name: str) -> str:
    """A filter in the reader's language."""
    if name == tally.LANGUAGE:
        return _("The language people answered in")
    version = survey.published_version or survey.latest_version
    whole = questionnaire_of(version)
    found = next((each for each in whole.questions() if each.name == name), None)
    return (plain(label_of(found)) if found else "") or name


def _form(survey: Survey) -> LimitsForm:
    at_least = limits.threshold() if survey.is_draft else limits.smallest_of(survey)
    form = LimitsForm(smallest=limits.smallest_of(survey), filters=limits.filters_of(survey))
    numbers = range(at_least, limits.LARGEST + 1)
    form.smallest.choices = [(number, str(number)) for number in numbers]
    version = survey.latest_version
    possible = limits.can_filter(version) if version and survey.is_draft else ()
    form.filters.choices = [(name, name_of_filter(survey, name)) for name in possible]
    if not survey.is_draft:
        del form.filters
    return form


def _limit(survey: Survey, form: LimitsForm):
    filters = form.filters.data if survey.is_draft else limits.filters_of(survey)
    return operations.limit_results(
        survey, smallest=form.smallest.data, filters=filters or (), by=me()
    )
