"""Further columns, money and leads' own words of the year under way."""

from datetime import date, timedelta

from lipnet.demo.agreeing import DOLLARS
from lipnet.demo.texts import both
from lipnet.groups.agreements.models import BudgetLine
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.asking import ProgressAsk

COLUMNS = ["kind", "partners", "when", "target", "people", "money"]
# action: kind, partners, first day (month, day), number to reach, what is counted, people wanted
DESCRIBED = {
    "desk_on": ("convene", ("city", "library"), (4, 7), 90, ("evenings", "soirées"), 800),
    "guide": ("tool", ("library", "city"), (6, 1), 16, ("pages", "pages"), None),
    "mentors": ("capacity", ("chamber",), (9, 8), 25, ("pairs", "jumelages"), 50),
    "readers": ("event", ("city",), (1, 12), 1, ("evening", "soirée"), 30),
    "directory": ("tool", ("city",), (5, 4), None, None, None),
    "welcomes": ("event", ("library", "tenants"), (5, 15), 5, ("suppers", "soupers"), 400),
}
# action, line or organisation: cash planned and spent, gifts planned and received (dollars), hours
MONEY = (
    ("guide", "translation", 6400, 3850, 0, None, 0, None),
    ("guide", "library", 0, None, 1200, 900, 60, 44),
    ("welcomes", "meetings", 4500, 4310, 0, None, 0, None),
    ("welcomes", "tenants", 0, None, 2500, 2750, 300, 352),
    ("mentors", "chamber", 0, None, 3000, None, 150, 70),
)


def describe(scene) -> None:
    """Before the plan is adopted."""
    acting.choose_columns(scene.plans[scene.days.this_year], COLUMNS, by=scene.noor)
    for key, (kind, partners, first, target, unit, people) in DESCRIBED.items():
        acting.describe_action(
            scene.actions[key],
            kind=kind,
            partners=[scene.organisations[name] for name in partners],
            starts_on=_day(scene, first),
            target=target,
            unit=both(*unit) if unit else {},
            people_wanted=people,
            by=scene.noor,
        )


def write_money(scene) -> None:
    """What came of it so far; the lines are those of the year's budget."""
    lines = {
        line.kind: line
        for line in BudgetLine.select().where(BudgetLine.fiscal_year == scene.days.this_year)
    }
    for key, source, *sums, hours, given in MONEY:
        cents = [None if dollars is None else dollars * DOLLARS for dollars in sums]
        names = ("cash_planned", "cash_actual", "gifts_planned", "gifts_actual")
        acting.keep_money(
            scene.actions[key],
            budget_line=lines.get(source),
            organisation=None if source in lines else scene.organisations[source],
            **dict(zip(names, cents, strict=True)),
            hours_planned=hours,
            hours_actual=given,
            by=scene.noor,
        )


def ask_leads(scene) -> None:
    """The leads are asked; they have until two weeks from the day the demo is made."""
    closes_on = scene.days.today + timedelta(days=14)
    acting.ask_leads(scene.plans[scene.days.this_year], closes_on=closes_on, by=scene.noor)


def answer_as_lead(scene) -> None:
    """Delphine answers from her letter, the others have not yet."""
    delphine = scene.people["delphine"]
    said = {
        "status": "on_track",
        "text": both(
            "Eleven of sixteen pages laid out\nSix languages translated",
            "Onze pages sur seize mises en page\nTraduction faite en six langues",
        ),
        "challenges": both(
            "Nobody yet reads the Tigrinya pages a second time",
            "Personne encore pour relire les pages en tigrinya",
        ),
        "so_far": 11,
    }
    ask = ProgressAsk.get(person=delphine)
    acting.report_progress(ask, [(scene.actions["guide"], said)], by=delphine)


def _day(scene, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    return date(scene.days.this_year + (month < 4), month, day)
