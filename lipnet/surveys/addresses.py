"""The short address of a survey: /s/<slug>."""

import re

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.models import Survey

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
YEAR = re.compile(r"(19|20)\d\d")
RESERVED = ("new",)


def check_slug(slug: str) -> None:
    """Raises Refusal for one that is taken or not made of small letters, digits and hyphens."""
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise Refusal(
            lazy("Use small letters, digits and hyphens, for example language-classes."),
            field="slug",
        )
    if Survey.get_or_none(Survey.slug == slug) is not None:
        raise Refusal(lazy("Another survey has this short address: choose another."), field="slug")


def next_slug(slug: str) -> str:
    """The address of the next wave: newcomers-2025 becomes newcomers-2026, classes classes-2."""
    wanted = next_year(slug)
    if wanted == slug:
        number = re.search(r"-(\d{1,2})$", slug)
        base, last = (slug[: number.start()], int(number[1])) if number else (slug, 1)
        wanted = f"{base[:36]}-{last + 1}"
    return wanted


def next_year(text: str) -> str:
    """The text with the year after, wherever a year stands in it."""
    return YEAR.sub(lambda found: str(int(found[0]) + 1), text)
