"""How the plan for everybody joins the house."""

from flask import Flask

from lipnet.core.kept import Shelf
from lipnet.reports.dashboard import manage, respond

MOST_PAGES = 200


def wire(app: Flask) -> None:
    app.extensions["kept_plan_pages"] = Shelf(MOST_PAGES)
    app.register_blueprint(manage.bp)
    app.register_blueprint(respond.bp)
