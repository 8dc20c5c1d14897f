"""A question of the bank added among those that are being written."""

from __future__ import annotations

from lipnet.questionnaire.editing.names import check_name
from lipnet.questionnaire.editing.soundness import settled
from lipnet.questionnaire.editing.trees import item_named
from lipnet.questionnaire.model import Questionnaire
from lipnet.questionnaire.placing import place_from_bank


def add_banked(
    questionnaire: Questionnaire, banked: Questionnaire, name: str, *, after: str = ""
) -> Questionnaire:
    """The question of the bank as `name`, after an item or at the very end."""
    check_name(questionnaire, name)
    if after:
        item_named(questionnaire, after)
    return settled(place_from_bank(questionnaire, banked, after or None, name), questionnaire)
