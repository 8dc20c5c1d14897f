"""A first sentence for a finding, worked out from its numbers, in each language we write in.

It is a draft: whoever pins says it in her own words, and what she sends is hers.
"""

from collections.abc import Mapping
from typing import Any

from lipnet.core.forms import content_languages
from lipnet.core.i18n import format_number, format_percent, gettext, speaking
from lipnet.core.multilingual import plain
from lipnet.evidence.cells import LANGUAGE, Cell, cells_of, is_cross
from lipnet.evidence.drawing import above, label_of


def drafted(document: Mapping[str, Any]) -> dict[str, str]:
    """{language: sentence}; {} where the figure says nothing that fits one."""
    said = {}
    if document["n"] is None:
        return said
    for tag in content_languages():
        with speaking(tag):
            said[tag] = _of_cross(document) if is_cross(document) else _of_table(document)
    return {tag: sentence for tag, sentence in said.items() if sentence}


def _of_table(table: Mapping[str, Any]) -> str:
    question = plain(table["label"]) or table["name"]
    places = {"question": question, "n": format_number(table["n"])}
    if table["kind"] == "number" and table["mean"] is not None:
        return gettext(
            "On average about %(mean)s: what about %(n)s people answered to “%(question)s”.",
            mean=format_number(table["mean"]),
            **places,
        )
    shown = [cell for cell in cells_of(table) if cell.share is not None]
    if not shown:
        return ""
    largest = max(shown, key=lambda cell: cell.share)
    return gettext(
        "%(share)s answered “%(answer)s” to “%(question)s”, of about %(n)s people who answered.",
        share=format_percent(largest.share),
        answer=label_of(largest),
        **places,
    )


def _of_cross(cross: Mapping[str, Any]) -> str:
    """The row whose columns lie farthest apart."""
    rows: dict[tuple, list[Cell]] = {}
    for cell in cells_of(cross):
        if cell.share is not None:
            rows.setdefault(cell.key[0], []).append(cell)
    pairs = [(min(row, key=_share), max(row, key=_share)) for row in rows.values() if len(row) > 1]
    if not pairs:
        return ""
    low, high = max(pairs, key=lambda pair: pair[1].share - pair[0].share)
    return _said_by(low, high, cross)


def _said_by(low: Cell, high: Cell, cross: Mapping[str, Any]) -> str:
    places = {
        "answer": label_of(high),
        "question": plain(cross["label"]) or cross["question"],
        "high": above(high),
        "low": above(low),
        "high_share": format_percent(high.share),
        "low_share": format_percent(low.share),
    }
    if cross["across"] == LANGUAGE:
        return gettext(
            "“%(answer)s” to “%(question)s” was the answer of %(high_share)s of those who answered "
            "in %(high)s, and of %(low_share)s of those who answered in %(low)s.",
            **places,
        )
    return gettext(
        "“%(answer)s” to “%(question)s” was the answer of %(high_share)s of those who said "
        "“%(high)s”, and of %(low_share)s of those who said “%(low)s”.",
        **places,
    )


def _share(cell: Cell) -> float:
    return cell.share
