"""The verbs of the workshop: translate, bring back, invite, read and sign, offer, keep terms."""

from lipnet.surveys.workshop.operations.doors import close_door, open_door
from lipnet.surveys.workshop.operations.glossary import drop_term, keep_term
from lipnet.surveys.workshop.operations.offers import offer_language, take_back_offer
from lipnet.surveys.workshop.operations.readers import sign_language
from lipnet.surveys.workshop.operations.texts import (
    add_language,
    bring_back,
    remove_language,
    translate,
)

__all__ = [
    "add_language",
    "bring_back",
    "close_door",
    "drop_term",
    "keep_term",
    "offer_language",
    "open_door",
    "remove_language",
    "sign_language",
    "take_back_offer",
    "translate",
]
