"""How the trail joins the house, once every feature has registered its kinds."""

from flask import Flask
from markupsafe import Markup

from lipnet.core.permissions import may
from lipnet.core.web import box_on, drawn_by
from lipnet.plans.access import Can
from lipnet.trail import grid_pages, pages
from lipnet.trail.box import thread_of

PAGES = (grid_pages,)  # they add their routes to the blueprint of the trail


def wire(app: Flask) -> None:
    """Let every page show the thread of its record."""
    app.jinja_env.globals["thread_of"] = thread_of
    app.register_blueprint(pages.bp)
    box_on("action_plan", way_to_the_voices)


def way_to_the_voices(plan, person) -> Markup | str:
    """On a plan: the way to its coverage grid."""
    if not may(person, Can.READ):
        return ""
    return drawn_by("trail/way.html", plan=plan)
