"""The action plan taken away as a Word file or a PDF."""

from flask import Blueprint

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.papers import answer
from lipnet.core.refusals import NotFound
from lipnet.core.web import requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.models import ActionPlan
from lipnet.plans.papers import Groups, plan_paper
from lipnet.plans.viewing.rows import whole_plan

bp = Blueprint("plan_papers", __name__, url_prefix="/plans")
ALWAYS = ("en", "fr")


@bp.route("/<int:fiscal_year>/in/<tag>.<kind>")
@requires(Can.READ)
def plan_file(fiscal_year: int, tag: str, kind: str):
    """In a language that the whole program speaks: its words stand around the texts."""
    plan = access.plan_of(fiscal_year)
    if tag not in i18n.whole_catalogues():
        raise NotFound
    with i18n.speaking(tag):
        return answer(plan_paper(plan, _standing(plan), clock.today()), kind)


@bp.app_template_global("plan_languages")
def plan_languages() -> list[languages.Language]:
    """The reader's own language, English and French."""
    return [languages.get(tag) for tag in dict.fromkeys((i18n.language().tag, *ALWAYS))]


def _standing(plan: ActionPlan) -> Groups:
    return [
        (
            pillar,
            [
                (priority, [(row.action, row.status) for row in rows])
                for priority, rows in priorities
            ],
        )
        for pillar, priorities in whole_plan(plan).grouped()
    ]
