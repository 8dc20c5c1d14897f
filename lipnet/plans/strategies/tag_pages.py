"""The partnership's own tags, and what they are given to."""

from flask import redirect, render_template, url_for

from lipnet.core.i18n import gettext as _
from lipnet.core.pages import notice
from lipnet.core.web import me, requires
from lipnet.plans import access as plans
from lipnet.plans.access import Can
from lipnet.plans.manage import bp
from lipnet.plans.strategies import access, forms, operations
from lipnet.plans.strategies.goals import as_tags
from lipnet.plans.strategies.models import FAMILY_NAMES, Tag, in_order, tags_of


@bp.route("/tags", methods=["GET", "POST"])
@requires(Can.MANAGE)
def tags():
    form = forms.TagForm().offer()
    if form.carry_out(
        lambda: operations.make_tags([(form.family.data, "", form.name.data)], by=me())
    ):
        return _kept()
    every = in_order(Tag.select())
    return render_template(
        "plans/strategies/tags.html",
        form=form,
        families=[(name, [t for t in every if t.family == key], key)
                  for key, name in FAMILY_NAMES.items()],
        labelled=forms.labelled,
    )  # fmt: skip


@bp.route("/tags/goals", methods=["POST"])
@requires(Can.MANAGE)
def add_goals():
    operations.make_tags(as_tags(), by=me())
    return _kept()


@bp.route("/tags/<int:tag_id>", methods=["GET", "POST"])
@requires(Can.MANAGE)
def edit_tag(tag_id):
    tag = access.tag_of(tag_id)
    form = forms.NameForm(obj=tag)
    if form.carry_out(lambda: operations.rename_tag(tag, form.name.data, by=me())):
        return _kept()
    return render_template("plans/strategies/tag.html", form=form, tag=tag)


@bp.route("/tags/<int:tag_id>/retirement", methods=["POST"])
@requires(Can.MANAGE)
def retire_tag(tag_id):
    operations.retire_tag(access.tag_of(tag_id), by=me())
    return _kept()


@bp.route("/priorities/<int:priority_id>/tags", methods=["GET", "POST"])
@requires(Can.MANAGE)
def tag_priority(priority_id):
    priority = plans.priority_of(priority_id)
    form = forms.TagsForm().offer(tags_of(priority))
    if form.carry_out(lambda: operations.tag_priority(priority, form.chosen(), by=me())):
        notice(_("Saved."))
        return redirect(url_for(".one_strategy", strategy_id=priority.pillar.strategy_id), 303)
    return render_template("plans/strategies/tagging.html", form=form, priority=priority)


def _kept():
    notice(_("Saved."))
    return redirect(url_for(".tags"), 303)
