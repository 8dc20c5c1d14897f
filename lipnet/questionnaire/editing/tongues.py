"""The languages a questionnaire is written in, and its title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lipnet.questionnaire.editing.refused import EditRefused
from lipnet.questionnaire.model import Questionnaire
from lipnet.questionnaire.texts import Texts


def set_languages(
    questionnaire: Questionnaire, languages: Sequence[str], default: str = ""
) -> Questionnaire:
    """Offered in these languages; texts in others stay, in case they are offered again."""
    tags = tuple(dict.fromkeys(languages))
    if not tags:
        raise EditRefused("language_last", tag=questionnaire.default_language)
    first = default or questionnaire.default_language
    return replace(
        questionnaire, languages=tags, default_language=first if first in tags else tags[0]
    )


def set_title(questionnaire: Questionnaire, title: Texts) -> Questionnaire:
    return replace(questionnaire, title=dict(title))
