"""How the trail joins the house, once every feature has registered its kinds."""

from flask import Flask

from lipnet.trail import pages
from lipnet.trail.box import thread_of


def wire(app: Flask) -> None:
    """Let every page show the thread of its record."""
    app.jinja_env.globals["thread_of"] = thread_of
    app.register_blueprint(pages.bp)
