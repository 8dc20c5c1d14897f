"""The plan for everybody, with 400 actions and ten years behind it: made anew, and from memory."""

from lipnet.bench.clocked import median
from lipnet.bench.served import looker
from lipnet.core import clock
from lipnet.core.db import db
from lipnet.plans.models import ActionPlan
from lipnet.reports.dashboard import operations
from tests import cast
from tests.bench.plans import ACTIONS, GOAL_MS, YEARS, fill
from tests.bench.single import house


def main() -> None:
    with house() as app:
        alice, this_year = cast.alice(), clock.fiscal_year(clock.today())
        with db.atomic():
            fill(alice, range(this_year - YEARS + 1, this_year + 1))
        plan = ActionPlan.of_year(this_year)
        operations.show_plan(plan, with_notes=True, by=alice)
        shelf, look = app.extensions["kept_plan_pages"], looker(app.test_client(), "/plan/en")

        def made_anew() -> None:
            shelf.keep(("whole", None, "en"), "of another time", object())
            look()

        for name, do, times in (("made anew", made_anew, 15), ("from memory", look, 200)):
            do()
            tell(name, median(do, times))


def tell(name: str, taken) -> None:
    late = "" if taken.wall * 1000 <= GOAL_MS else f"   over {GOAL_MS} ms"
    told = f"{taken.wall * 1000:7.2f} ms   of the processor {taken.cpu * 1000:7.2f} ms"
    print(f"{f'{ACTIONS} actions for everybody, {name}':40} {told}{late}", flush=True)
