"""How spreadsheets join the plans."""

from flask import Flask

from lipnet.plans.exporting import pages as exporting
from lipnet.plans.importing import pages


def wire(app: Flask) -> None:
    app.register_blueprint(pages.bp)
    app.register_blueprint(exporting.bp)
