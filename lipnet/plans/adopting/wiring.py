"""How the adoption of plans joins the house."""

from functools import partial

from flask import Flask

from lipnet.core import mail
from lipnet.core.web import waiting_from
from lipnet.plans.adopting import letters
from lipnet.plans.adopting.operations import PROPOSED
from lipnet.plans.adopting.waiting import parts_wait


def wire(app: Flask) -> None:
    waiting_from(parts_wait)
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(PROPOSED, partial(letters.proposed, address=address))
