"""The plan of the year under way stands on a page for everybody, with what the leads noted."""

from lipnet.reports.dashboard import operations


def show_plan(scene) -> None:
    plan = scene.plans[scene.days.this_year]
    operations.show_plan(plan, with_notes=True, by=scene.noor)
