"""How the log of engagements joins the house."""

from flask import Flask, url_for
from markupsafe import Markup

from lipnet.core import thread
from lipnet.core.i18n import lazy
from lipnet.core.permissions import may
from lipnet.core.web import box_on, drawn_by
from lipnet.engagement import manage, map_pages, sheet_pages, writing_pages
from lipnet.engagement.access import Can, may_see
from lipnet.engagement.from_meeting import logged_as
from lipnet.engagement.models import Engagement

PAGES = (map_pages, sheet_pages, writing_pages)  # each adds its routes to the one blueprint
ON_THE_THREAD = 4  # beside surveys: what people said comes before what we learned from it


def wire(app: Flask) -> None:
    app.register_blueprint(manage.bp)
    box_on("meeting", logged_as)
    box_on("evidence.ways", way_from_evidence)
    thread.register(
        thread.Kind(
            name="engagement",
            floor=ON_THE_THREAD,
            label=lazy("Engagement"),
            load=lambda key: Engagement.get_or_none(Engagement.id == int(key)),
            title=lambda engagement: engagement.title,
            url=lambda engagement: url_for("engagement.show", engagement_id=engagement.id),
            may_see=may_see,
            on=lambda engagement: engagement.from_on,
        )
    )


def way_from_evidence(_place, person) -> Markup | str:
    """Beside the acts of the evidence board: the log of what people told us."""
    if not may(person, Can.SEE):
        return ""
    return drawn_by("engagement/way.html")
