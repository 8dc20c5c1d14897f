"""Keeping answers that are not finished, and telling by what they are found again."""

from dataclasses import replace

from flask import current_app, url_for
from flask import render_template as render

from lipnet.core import rates
from lipnet.surveys import carrying
from lipnet.surveys.asked import Asked
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.later.fitting import without_files
from lipnet.surveys.later.operations import keep_for_later
from lipnet.surveys.later.phrases import grouped
from lipnet.surveys.later.sealing import Draft, named_after, seal
from lipnet.surveys.models import Survey
from lipnet.surveys.respond import qr_code

SAVINGS_PER_QUARTER_HOUR = 300


def saved(found: Asked, lang: str, draft: Draft, page: str) -> str:
    """Keep the draft; the page that says by what it is found again, and until when.

    Saved before, it keeps its link and its phrase. `page` is the sealed field of the page that was
    sent. Raises Refusal.
    """
    count_attempt(found.survey, "save", SAVINGS_PER_QUARTER_HOUR)
    by = draft.carried.saved or named_after(page, draft.carried, lang)
    kept = replace(draft, carried=without_files(compiled_of(found.version), draft.carried))
    until = keep_for_later(found.survey, by.link, seal(kept, by.phrase))
    address, carried = address_of(found.survey, lang, by.link), replace(draft.carried, saved=by)
    return render(
        "surveys/respond/saved.html",
        asked=found,
        lang=lang,
        page="review" if draft.page is None else draft.page,
        until=until,
        groups=grouped(by.phrase),
        address=address,
        code=qr_code(address),
        carried=carrying.seal(carried, found.survey.id, current_app.config["KEYS"].derive("carry")),
    )


def address_of(survey: Survey, lang: str, link: str) -> str:
    site = current_app.config["LIPNET"].site.address.rstrip("/")
    link = "-".join(grouped(link))
    return site + url_for("surveys_public.go_on_later", slug=survey.slug, lang=lang, link=link)


def count_attempt(survey: Survey, what: str, limit: int) -> str:
    """Per survey, or per link of it, and never per visitor; returns under which key it counts."""
    key = current_app.config["KEYS"].keyed_hash("attempts", f"{what}:{survey.id}")
    rates.count(key, limit)
    return key
