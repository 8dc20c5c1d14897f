"""The data steward's filters under their names: kept, renamed, deleted."""

from flask import redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.surveys.access import Can
from lipnet.surveys.forms import ConfirmForm
from lipnet.surveys.looking import operations
from lipnet.surveys.looking.access import kept_filter, version_to_look_at
from lipnet.surveys.looking.building import filter_of
from lipnet.surveys.looking.forms import FilterNameForm
from lipnet.surveys.looking.naming import told_who
from lipnet.surveys.manage import bp


@bp.route("/surveys/<slug>/exact/filters", methods=["GET", "POST"])
@requires(Can.SEE_EXACT)
def exact_keep(slug: str):
    """Give the filter of the address a name."""
    version = version_to_look_at(slug, me())
    asked = filter_of(version, request.args.get("who", ""))
    if asked.error or not asked.text:
        raise NotFound
    form = FilterNameForm()
    kept = form.carry_out(
        lambda: operations.keep_filter(version.survey, form.name.data, asked.text, by=me())
    )
    if kept:
        pages.notice(_("The filter is kept under its name."))
        return redirect(url_for("surveys.exact_figures", slug=slug, who=asked.text), 303)
    return _named(version, form, asked.text, told_who(version, asked.who))


@bp.route("/surveys/<slug>/exact/filters/<int:number>", methods=["GET", "POST"])
@requires(Can.SEE_EXACT)
def exact_rename(slug: str, number: int):
    kept = kept_filter(slug, number, me())
    form = FilterNameForm(name=kept.name)
    if form.carry_out(lambda: operations.rename_filter(kept, form.name.data, by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for("surveys.exact_figures", slug=slug, who=kept.text), 303)
    version = version_to_look_at(slug, me())
    asked = filter_of(version, kept.text)
    told = kept.text if asked.error else told_who(version, asked.who)
    return _named(version, form, kept.text, told, kept)


@bp.route("/surveys/<slug>/exact/filters/<int:number>/removal", methods=["GET", "POST"])
@requires(Can.SEE_EXACT)
def exact_removal(slug: str, number: int):
    kept = kept_filter(slug, number, me())
    form = ConfirmForm()
    if form.validate_on_submit():
        operations.forget_filter(kept, by=me())
        pages.notice(_("The filter “%(name)s” is deleted.", name=kept.name))
        return redirect(url_for("surveys.exact_filter", slug=slug), 303)
    return render_template(
        "surveys/looking/filter_removal.html", survey=kept.survey, kept=kept, form=form
    )


def _named(version, form: FilterNameForm, text: str, told: str, kept=None) -> str:
    return render_template(
        "surveys/looking/filter_name.html",
        survey=version.survey,
        form=form,
        text=text,
        told=told,
        kept=kept,
    )
