"""A survey asked again, and what changed since the last time."""

from flask import redirect, render_template, url_for
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from lipnet.core import pages
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire import from_json
from lipnet.questionnaire.comparing import compare
from lipnet.surveys import operations
from lipnet.surveys.access import Can, survey_to_manage, version_to_manage
from lipnet.surveys.addresses import next_slug, next_year
from lipnet.surveys.editor.compared_words import change_told, texts_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import Survey, SurveyVersion


class AgainForm(Form):
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(160)])
    slug = StringField(
        lazy("Short address"),
        [
            InputRequired(lazy("Write a short address, for example language-classes.")),
            Length(max=40),
        ],
    )


@bp.route("/surveys/<slug>/again", methods=["GET", "POST"])
@requires(Can.MANAGE_SURVEYS)
def again(slug: str):
    former = survey_to_manage(slug, me())
    if former.latest_version is None:
        raise NotFound
    title = {tag: next_year(text) for tag, text in former.title.items()}
    form = AgainForm(data={"title": title, "slug": next_slug(former.slug)})
    made = form.carry_out(
        lambda: operations.ask_again(former, form.title.data, slug=form.slug.data.strip(), by=me())
    )
    if made:
        pages.notice(_("The next wave is begun, with the questions of the last one."))
        return redirect(url_for("surveys.show", slug=made.slug), 303)
    return render_template("surveys/editor/again.html", form=form, survey=former)


@bp.get("/surveys/<slug>/versions/<int:number>/compared")
@requires(Can.MANAGE_SURVEYS)
def compared(slug: str, number: int):
    """What changed since people were last asked: in the version before, or in the wave before."""
    version = version_to_manage(slug, number, me())
    former = former_of(version)
    if former is None:
        raise NotFound
    comparison = compare(from_json(former.document), from_json(version.document))
    return render_template(
        "surveys/editor/compared.html",
        survey=version.survey,
        version=version,
        former=former,
        comparison=comparison,
        breaking=[pair for pair in comparison.changed if pair.breaks],
        harmless=[pair for pair in comparison.changed if not pair.breaks],
        told=change_told,
        texts_of=texts_of,
    )


def former_of(version: SurveyVersion) -> SurveyVersion | None:
    """The version people answered before this one, of the same survey or of the wave before."""
    survey = version.survey
    earlier = survey.versions.where(
        SurveyVersion.published_at.is_null(False) & (SurveyVersion.number < version.number)
    )
    found = earlier.order_by(SurveyVersion.number.desc()).first()
    if found is not None:
        return found
    former = former_wave(survey)
    return former.published_version or former.latest_version if former else None


def former_wave(survey: Survey) -> Survey | None:
    wave = survey.asked_after.first()
    return wave.former if wave else None
