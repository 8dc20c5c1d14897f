"""A funder's questions, and the year they are answered from."""

from lipnet.core import clock
from lipnet.reports.funders import operations
from tests.engagement import scene as engaging
from tests.groups.agreements import scene as agreeing
from tests.plans import scene as planning

YEAR = 2026
NAME = {"en": "Yearly report", "fr": "Rapport annuel"}
HOW_MANY = {"en": "How many people?", "fr": "Combien de personnes ?"}


def template(by, **more):
    given = {"name": NAME, "from_year": YEAR, "to_year": YEAR + 1, **more}
    return operations.begin_template(**given, by=by)


def question(of, by, *, code="1", **more):
    given = {"text": HOW_MANY, "kind": "text", "sources": ["people_engaged"], **more}
    return operations.ask(of, code=code, **given, by=by)


def busy_year(by):
    """An agreement with a budget, engagements, a meeting with a carried motion, an action done."""
    found = agreeing.agreement(by)
    agreeing.operations.write_budget(
        found, YEAR, {"travel": (400_000, 123_450), "meetings": (90_000, None)}, by=by
    )
    engaging.engagement(by, people=60, reached={"language": {"ar": 40, "so": 3}})
    engaging.engagement(by, kind="training", people=3)
    council = planning.council(by)
    planning.seated(by, council, by=by)
    carried = planning.motion(by, on=clock.today())
    planning.adopt_minutes(carried.meeting, by)
    return found
