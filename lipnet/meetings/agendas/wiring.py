"""How agendas join the house."""

from flask import Flask, render_template
from markupsafe import Markup

from lipnet.core.web import box_on
from lipnet.meetings.access import may_run, may_see
from lipnet.meetings.agendas import pages, usual_pages
from lipnet.meetings.agendas.models import StillOpen, UsualItem
from lipnet.meetings.models import Meeting

PAGES = (pages, usual_pages)  # imported, they stand on the blueprint of meetings


def wire(app: Flask) -> None:
    box_on("body", usual_items)
    box_on("action_item", where_it_came_back)


def usual_items(body, person) -> Markup | str:
    """On a group, for who runs its meetings: the way to the usual items of its agendas."""
    if body.dissolved_on or not may_run(person, body):
        return ""
    return _box("body", body=body, count=len(UsualItem.of(body)))


def where_it_came_back(action, person) -> Markup | str:
    """On an action item: its history on later agendas."""
    rows = StillOpen.select(StillOpen, Meeting).join(Meeting).where(StillOpen.action == action)
    rows = list(rows.order_by(Meeting.on))
    return _box("action", rows=rows) if rows and may_see(person) else ""


def _box(name: str, **particulars) -> Markup:
    page = render_template(f"meetings/boxes/{name}.html", **particulars).strip()
    return Markup(page)  # noqa: S704 - a template of ours has escaped it
