"""How a funder's questions join the house."""

from flask import Flask

from lipnet.reports.funders import answer_pages, pages, sheet_pages

PAGES = (answer_pages, sheet_pages)  # each adds its routes to the one blueprint


def wire(app: Flask) -> None:
    app.register_blueprint(pages.bp)
