"""The map of who is involved, and whom the partnership wants to reach."""

from flask import redirect, render_template, url_for

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.engagement import access, operations
from lipnet.engagement.access import Can
from lipnet.engagement.forms import LanguagesForm, PopulationForm
from lipnet.engagement.manage import bp
from lipnet.engagement.mapping import stakeholder_map
from lipnet.engagement.models import CommunityLanguage, PopulationGroup
from lipnet.engagement.showing import years_with_engagements


@bp.route("/map")
@requires(Can.SEE)
def who_is_involved():
    year = number_asked("year") or clock.fiscal_year(clock.today())
    return render_template(
        "engagement/map.html", drawn=stakeholder_map(year, me()), years=years_with_engagements()
    )


@bp.route("/whom", methods=["GET", "POST"])
@requires(Can.LOG)
def whom():
    """The populations and languages that are counted and looked for."""
    form = PopulationForm()
    if form.carry_out(lambda: operations.add_population(form.name.data, by=me())):
        notice(_("It can be counted from now on."))
        return redirect(url_for(".whom"), 303)
    return render_template(
        "engagement/whom.html",
        form=form,
        populations=PopulationGroup.in_use(),
        has_begun=PopulationGroup.select().exists(),
        tags=CommunityLanguage.tags(),
    )


@bp.post("/whom/usual")
@requires(Can.LOG)
def begin_populations():
    operations.begin_populations(by=me())
    notice(_("Change the list until it is yours."))
    return redirect(url_for(".whom"), 303)


@bp.post("/whom/<int:population_id>/retirement")
@requires(Can.LOG)
def retire_population(population_id: int):
    operations.retire_population(access.population_of(population_id), by=me())
    notice(_("It is counted no more. What was counted stays."))
    return redirect(url_for(".whom"), 303)


@bp.route("/whom/languages", methods=["GET", "POST"])
@requires(Can.LOG)
def choose_languages():
    form = LanguagesForm(data={"tags": CommunityLanguage.tags()}).offer()
    if form.carry_out(lambda: operations.choose_languages(form.tags.data or [], by=me()) or True):
        notice(_("Saved."))
        return redirect(url_for(".whom"), 303)
    return render_template("engagement/choose_languages.html", form=form)
