"""The action plan taken away as a Word file or a PDF."""

from flask import Blueprint

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.multilingual import plain
from lipnet.core.papers import answer
from lipnet.core.refusals import NotFound
from lipnet.core.web import requires
from lipnet.plans import access
from lipnet.plans.access import Can
from lipnet.plans.acting.models import columns_of
from lipnet.plans.acting.showing import facts_of, further_of
from lipnet.plans.models import ActionPlan
from lipnet.plans.papers import Groups, Standing, plan_paper
from lipnet.plans.strategies.naming import level_called
from lipnet.plans.viewing.rows import Row, whole_plan

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
    """As many queries for four actions as for 400."""
    whole, used = whole_plan(plan), columns_of(plan)
    further = further_of([row.action for row in whole.rows], plan)
    objective = level_called("objective")

    def standing(row: Row) -> Standing:
        facts = [fact for fact in facts_of(further[row.action.id], used) if fact[1]]
        within = [(objective, plain(row.objective.title))] if row.objective else []
        return Standing(row.action, row.status, [*within, *facts])

    return [
        (pillar, [(priority, [*map(standing, rows)]) for priority, rows in priorities])
        for pillar, priorities in whole.grouped()
    ]
