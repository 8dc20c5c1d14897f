"""How this room joins the house."""

from functools import partial

from flask import Flask

from lipnet.core import mail, soundness, web
from lipnet.core.i18n import lazy
from lipnet.people import letters, sessions
from lipnet.people.access import Can
from lipnet.people.bearers import bearer_of
from lipnet.people.corrections import wiring as corrections
from lipnet.people.manage import bp
from lipnet.people.models import CHANNEL_NAMES, ROLE_NAMES, SECTOR_NAMES
from lipnet.people.operations.signing_in import INVITED, LINK_ASKED
from lipnet.people.soundness import unknown_actors


def wire(app: Flask) -> None:
    sessions.wire(app)
    app.register_blueprint(bp)
    app.jinja_env.filters.update(role=_role, sector=_sector, channel=CHANNEL_NAMES.get)
    web.menu_item(lazy("People"), "people.directory", Can.SEE_PEOPLE, floor=2)
    soundness.register(unknown_actors)
    web.bearers_from(bearer_of)
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(INVITED, partial(letters.invitation, address=address))
    mail.on_event(LINK_ASKED, partial(letters.sign_in_link, address=address))
    corrections.wire(app)


def _role(code: str):
    return ROLE_NAMES[code]


def _sector(code: str):
    return SECTOR_NAMES[code]
