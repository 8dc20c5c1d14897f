"""What a finding rests on, drawn from its own document, on any page."""

import re
from collections.abc import Mapping

from flask import current_app
from markupsafe import Markup

from lipnet.core.i18n import format_number, format_percent, gettext
from lipnet.core.multilingual import plain, told
from lipnet.core.web import drawn_by
from lipnet.evidence.cells import LANGUAGE, Cell, is_cross, share_of
from lipnet.evidence.models import Finding

PLACE = "#"  # of a ranking: "bus#1" is the bus at the first place
FIGURE = re.compile(r"[-−]?[\d.,\s]*\d\s?[%$]?|")


def drawn_evidence(finding: Finding) -> Markup | str:
    """The figure, the cross-tab or the pasted table that is kept with a finding, if any is."""
    return drawn_document(finding.figure)


def drawn_document(document: dict) -> Markup | str:
    if "rows" in document:
        return current_app.jinja_env.globals["drawn_figure"](document)
    if is_cross(document):
        return drawn_by("evidence/crosstab.html", **_cross(document))
    if "quotation" in document:
        return drawn_by("evidence/quotation.html", quoted=document)
    if "table" in document:
        return drawn_by("evidence/pasted_table.html", **_pasted(document["table"]))
    return ""


def label_of(cell: Cell) -> str:
    """A cell's row in the reader's language."""
    return _named({"label": cell.label, "code": cell.code, "first": cell.first, "last": cell.last})


def above(cell: Cell) -> str:
    """The same of its column."""
    return _named(cell.above)


def _pasted(table: list[list[str]]) -> dict:
    """Heads and rows; a column of figures stands as figures do."""
    heads, *rows = table
    numbers = [all(FIGURE.fullmatch(cell) for cell in column) for column in zip(*rows, strict=True)]
    return {
        "heads": [
            (told(head), "number") if is_number else told(head)
            for head, is_number in zip(heads, numbers, strict=True)
        ],
        "rows": [[told(cell) for cell in row] for row in rows],
    }


def _cross(document: dict) -> dict:
    return {
        "caption": told(document["label"]) or document["question"],
        "across": _across(document),
        "columns": [_head(column) for column in document["columns"]],
        "rows": [
            [_head(head), *map(_cell, counts, document["columns"])]
            for head, counts in zip(document["down"], document["cells"], strict=True)
        ],
        "of": [_count(column["n"]) for column in document["columns"]],
        "n": document["n"],
        "is_rounded": document["base"] > 1,
        "threshold": document["threshold"],
        "many": document["kind"] == "many",
        "hides": any(count is None for row in document["cells"] for count in row),
    }


def _across(document: Mapping) -> Markup | str:
    if document["across"] == LANGUAGE:
        return gettext("Language")
    return told(document["across_label"]) or document["across"]


def _head(head: Mapping) -> Markup | str:
    return _named(head) if PLACE in head["code"] else told(head["label"]) or _named(head)


def _named(head: Mapping) -> str:
    """An option's label, or the range, without markup."""
    first, last = head.get("first"), head.get("last")
    if first is None and last is None:
        option, _, place = head["code"].partition(PLACE)
        label = plain(head["label"]) or option
        return gettext("%(option)s: place %(place)s", option=label, place=place) if place else label
    if first == last:
        return first
    return gettext("%(first)s to %(last)s", first=first or "…", last=last or "…")


def _cell(count: int | None, column: dict) -> str:
    """Share and count: the share is what columns of different sizes are compared by."""
    share = share_of(count, column["n"])
    if share is None:
        return _count(count)
    return gettext("%(share)s (%(count)s)", share=format_percent(share), count=_count(count))


def _count(count: int | None) -> str:
    return gettext("not shown") if count is None else format_number(count)
