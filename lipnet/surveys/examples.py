"""Wordings a coordinator may start from; shown beside the field, stored only if she writes them."""

from lipnet.core import i18n
from lipnet.core.forms import content_languages
from lipnet.core.i18n import lazy

PURPOSE = lazy(
    "We want to know what helps and what is hard in the first years here. The answers go to the "
    "working groups of the partnership, which decide what to change. We tell everybody what came "
    "of it."
)
COLLECTION_NOTICE = lazy(
    "The partnership collects these answers under the Municipal Act, 2001, to plan services for "
    "newcomers. Answering is voluntary: you may leave any question blank, and it does not affect "
    "the services you receive. We do not ask for your name, and we do not store your address on "
    "the internet. Only totals are published; groups of fewer than five people are never shown."
)


def examples() -> dict[str, dict[str, str]]:
    """{field: {tag: text}} in each language in which coordinators write and we have the words."""
    return {
        "purpose": _in_each_language(PURPOSE),
        "collection_notice": _in_each_language(COLLECTION_NOTICE),
    }


def _in_each_language(text) -> dict[str, str]:
    told = {}
    for tag in content_languages():
        if tag in i18n.catalogues():
            with i18n.speaking(tag):
                told[tag] = str(text)
    return told
