"""How this room joins the house."""

from flask import Flask

from lipnet.core import web
from lipnet.core.i18n import lazy
from lipnet.core.permissions import Role
from lipnet.home.access import Can
from lipnet.home.manage import bp
from lipnet.people.models import RoleGrant


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    web.menu_item(lazy("Home"), "home.front", Can.SEE_HOME, floor=0)
    web.step(
        web.Step(
            "coordinator",
            10,
            lazy("Name a coordinator"),
            lambda: RoleGrant.select().where(RoleGrant.role == Role.COORDINATOR).exists(),
            "people.directory",
        )
    )
