"""The vocabulary of themes: added, renamed, merged, retired."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.evidence import operations
from lipnet.evidence.access import Can, theme_to_keep
from lipnet.evidence.board import Board
from lipnet.evidence.forms import ConfirmForm, MergeForm, ThemeForm
from lipnet.evidence.manage import bp
from lipnet.evidence.models import Theme


@bp.route("/evidence/themes", methods=["GET", "POST"])
@requires(Can.KEEP_THEMES)
def themes():
    form = ThemeForm()
    if form.carry_out(lambda: operations.add_theme(form.title.data, by=me())):
        return _done(_("The theme is added."))
    board = Board(me())
    under = [theme.id for there in board.themes.values() for theme in there]
    every = [(theme, under.count(theme.id)) for theme in Theme.every()]
    return render_template("evidence/themes.html", form=form, every=every)


@bp.route("/evidence/themes/<int:number>", methods=["GET", "POST"])
@requires(Can.KEEP_THEMES)
def theme(number: int):
    found = theme_to_keep(number, me())
    form = ThemeForm(title=found.title)
    if form.carry_out(lambda: operations.rename_theme(found, form.title.data, by=me())):
        return _done(_("Saved."))
    merging = MergeForm()
    merging.offer(_others(found))
    return render_template("evidence/theme.html", form=form, theme=found, merging=merging)


@bp.route("/evidence/themes/<int:number>/merging", methods=["POST"])
@requires(Can.KEEP_THEMES)
def merge(number: int):
    found = theme_to_keep(number, me())
    merging = MergeForm()
    merging.offer(_others(found))
    if merging.carry_out(lambda: _merge(found, merging)):
        return _done(_("The themes are one now."))
    form = ThemeForm(formdata=None, title=found.title)
    return render_template("evidence/theme.html", form=form, theme=found, merging=merging)


@bp.route("/evidence/themes/<int:number>/retirement", methods=["POST"])
@requires(Can.KEEP_THEMES)
def retire(number: int):
    found = theme_to_keep(number, me())
    if ConfirmForm().validate_on_submit():
        operations.retire_theme(found, by=me())
        pages.notice(_("The theme is retired: findings keep it, no new one gets it."))
    return redirect(url_for("evidence.themes"), 303)


@bp.route("/evidence/themes/<int:number>/return", methods=["POST"])
@requires(Can.KEEP_THEMES)
def bring_back(number: int):
    found = theme_to_keep(number, me())
    if ConfirmForm().validate_on_submit():
        operations.bring_back_theme(found, by=me())
        pages.notice(_("The theme is in use again."))
    return redirect(url_for("evidence.themes"), 303)


def _merge(found: Theme, merging: MergeForm) -> Theme:
    into = theme_to_keep(merging.into.data, me())
    return operations.merge_theme(found, into=into, by=me())


def _others(theme: Theme) -> list[Theme]:
    return [other for other in Theme.in_use() if other != theme]


def _done(sentence: str):
    pages.notice(sentence)
    return redirect(url_for("evidence.themes"), 303)
