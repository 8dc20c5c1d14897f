"""Keeping answers that are not finished, and telling by what they are found again."""

from dataclasses import replace
from datetime import date

from flask import current_app, url_for

from lipnet.core import rates
from lipnet.surveys.asked import Asked
from lipnet.surveys.carrying import Saved
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.later.fitting import without_files
from lipnet.surveys.later.operations import keep_for_later
from lipnet.surveys.later.phrases import grouped
from lipnet.surveys.later.sealing import Draft, named_after, seal
from lipnet.surveys.models import Survey
from lipnet.surveys.respond import qr_code

SAVINGS_PER_QUARTER_HOUR = 300


def save(found: Asked, lang: str, draft: Draft, page: str) -> tuple[Saved, date]:
    """By what the draft is found again, and until when; saved before, it keeps link and phrase.

    `page` is the sealed field of the page that was sent. Raises Refusal.
    """
    count_attempt(found.survey, "save", SAVINGS_PER_QUARTER_HOUR)
    saved = draft.carried.saved or named_after(page, lang)
    kept = replace(draft, carried=without_files(compiled_of(found.version), draft.carried))
    return saved, keep_for_later(found.survey, saved.link, seal(kept, saved.phrase))


def told_again(found: Asked, lang: str, saved: Saved) -> dict:
    """What the page needs to show the link and the phrase."""
    address = address_of(found.survey, lang, saved.link)
    return {"address": address, "code": qr_code(address), "groups": grouped(saved.phrase)}


def address_of(survey: Survey, lang: str, link: str) -> str:
    site = current_app.config["LIPNET"].site.address.rstrip("/")
    link = "-".join(grouped(link))
    return site + url_for("surveys_public.go_on_later", slug=survey.slug, lang=lang, link=link)


def count_attempt(survey: Survey, what: str, limit: int) -> str:
    """Per survey, or per link of it, and never per visitor; returns under which key it counts."""
    key = current_app.config["KEYS"].keyed_hash("attempts", f"{what}:{survey.id}")
    rates.count(key, limit)
    return key
