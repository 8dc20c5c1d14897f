"""How the workshop joins the room of surveys."""

from functools import partial

from flask import Flask

from lipnet.core import mail
from lipnet.core.i18n import lazy
from lipnet.core.web import menu_item
from lipnet.surveys.workshop import by_link, glossary, letters, pages
from lipnet.surveys.workshop.access import Can
from lipnet.surveys.workshop.operations.doors import ASKED
from lipnet.surveys.workshop.words import (
    noticed_sentence,
    part_name,
    remark_sentence,
    state_name,
    state_tone,
)

PAGES = (glossary,)  # it adds its routes to the blueprint of pages


def wire(app: Flask) -> None:
    app.register_blueprint(pages.bp)
    app.register_blueprint(by_link.bp)
    app.jinja_env.filters.update(
        state_name=state_name,
        state_tone=state_tone,
        part_name=part_name,
        remark=remark_sentence,
        noticed=noticed_sentence,
    )
    menu_item(lazy("Translations"), "workshop.index", Can.TRANSLATE, floor=4.2)
    address = app.config["LIPNET"].site.address.rstrip("/")
    mail.on_event(ASKED, partial(letters.asking, address=address))
