"""The year in figures, counted when the report is compiled and kept with it."""

from lipnet.core import clock
from lipnet.core.i18n import format_number, gettext, lazy
from lipnet.groups.models import Body, people_of
from lipnet.meetings.models import Meeting
from lipnet.plans.models import ActionPlan, first_day, last_day
from lipnet.reports.models import AnnualReport
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import responses_of

NAMES = {
    "meetings": lazy("meetings held"),
    "members": lazy("members"),
    "organisations": lazy("organisations"),
}


def year_in_figures(plan: ActionPlan) -> dict:
    """Counts of "meetings", "members", "organisations", and of each of "surveys" its "responses".

    Members and organisations are those seated on the year's last day (or today, if earlier). A
    survey's responses are None where they are too few to be told.
    """
    day = min(clock.today(), last_day(plan.fiscal_year))
    members = {person for body in _bodies_on(day) for person in people_of(body, day)}
    return {
        "meetings": _meetings_held(plan.fiscal_year),
        "members": len(members),
        "organisations": len({p.organisation_id for p in members if p.organisation_id}),
        "surveys": [_responses(survey) for survey in _surveys_of(plan.fiscal_year)],
    }


def figures_changed(report: AnnualReport) -> list[tuple]:
    """What the report counted otherwise than it would be counted today: (label, before, now)."""
    before, now = report.figures, year_in_figures(report.plan)
    counts = [(label, before[name], now[name]) for name, label in NAMES.items()]
    earlier = {one["slug"]: one["responses"] for one in before["surveys"]}
    answers = [(one["title"], earlier.get(one["slug"]), one["responses"]) for one in now["surveys"]]
    return [
        (label, _shown(then), _shown(today))
        for label, then, today in counts + answers
        if then != today
    ]


def _shown(count: int | None) -> str:
    return gettext("no number") if count is None else format_number(count)


def _bodies_on(day) -> list[Body]:
    still_there = Body.dissolved_on.is_null() | (Body.dissolved_on > day)
    return list(Body.select().where((Body.founded_on <= day) & still_there))


def _meetings_held(fiscal_year: int) -> int:
    return (
        Meeting.select()
        .where(
            Meeting.on.between(first_day(fiscal_year), last_day(fiscal_year))
            & Meeting.held_at.is_null(False)
        )
        .count()
    )


def _surveys_of(fiscal_year: int) -> list[Survey]:
    """Surveys that began in the year, the earliest first."""
    opened = Survey.select().where(Survey.opened_at.is_null(False)).order_by(Survey.id)
    began = [(survey.first_day, survey) for survey in opened]
    year = (first_day(fiscal_year), last_day(fiscal_year))
    return [survey for day, survey in sorted(began, key=_by_day) if year[0] <= day <= year[1]]


def _by_day(began: tuple):
    return began[0]


def _responses(survey: Survey) -> dict:
    return {"slug": survey.slug, "title": survey.title, "responses": responses_of(survey)}
