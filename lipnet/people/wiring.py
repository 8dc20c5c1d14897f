"""How this room joins the house."""

from flask import Flask

from lipnet.people import sessions


def wire(app: Flask) -> None:
    sessions.wire(app)
