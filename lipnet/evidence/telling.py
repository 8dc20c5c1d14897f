"""What is said of a finding: of how many, what was hidden, how much changed since."""

from lipnet.core.i18n import format_number, format_percent, gettext, ngettext
from lipnet.core.thread import Overtaken
from lipnet.evidence.comparing import Comparison, Later, Moved
from lipnet.evidence.drawing import above, label_of
from lipnet.evidence.models import Finding


def rests_on(finding: Finding) -> str:
    """How many answered, or who found it: a quiet line on the thread."""
    if finding.is_from_outside:
        return finding.source
    if finding.n is None:
        return ""
    count = format_number(finding.n)
    if finding.is_rounded:
        return gettext("about %(count)s answers", count=count)
    return ngettext("%(count)s answer", "%(count)s answers", finding.n, count=count)


def overtaken(findings: list[Finding]) -> dict[int, Overtaken]:
    """Which of them were withdrawn, or put right and by which finding after all corrections: one
    query for each further correction, however many findings there are."""
    found = {row.id: Overtaken(on=row.withdrawn_on) for row in findings if row.is_withdrawn}
    edge = {row.id: row.id for row in findings}
    while edge:
        later = list(Finding.select().where(Finding.corrects.in_(list(edge))))
        edge = {row.id: edge[row.corrects_id] for row in later}
        found |= {edge[row.id]: Overtaken(latest=row) for row in later}
    return found


def hidden_then(finding: Finding) -> str:
    """What was not shown on the day it was pinned, and by which rule."""
    kept = finding.suppression
    if not kept:
        return ""
    if not kept["hidden"]:
        return gettext(
            "Nothing: every number is shown. Fewer than %(threshold)s would not have been.",
            threshold=kept["n"],
        )
    return ngettext(
        "%(hidden)s of %(cells)s numbers, because fewer than %(threshold)s people gave that answer "
        "or because it could have been worked out.",
        "%(hidden)s of %(cells)s numbers, because fewer than %(threshold)s people gave those "
        "answers or because they could have been worked out.",
        kept["hidden"],
        hidden=kept["hidden"],
        cells=kept["cells"],
        threshold=kept["n"],
    )


def said_of(comparison: Comparison, finding: Finding) -> list[str]:
    """The comparison in sentences, the state first."""
    sentences = _OF_STATE[comparison.state](comparison, finding)
    if comparison.later is not None:
        sentences.append(_of_later(comparison.later))
    return sentences


def _same(comparison: Comparison, finding: Finding) -> list[str]:
    return [gettext("The figure is still the same today.")]


def _too_close(comparison: Comparison, finding: Finding) -> list[str]:
    return [
        gettext(
            "Too few answers have come or gone since to set today's figure beside this one: the "
            "difference would tell what those few answered."
        )
    ]


def _hidden(comparison: Comparison, finding: Finding) -> list[str]:
    return [gettext("What this figure is today cannot be shown: too few answers may be told.")]


def _published(comparison: Comparison, finding: Finding) -> list[str]:
    return [gettext("The quotation is still published, word by word.")]


def _taken_away(comparison: Comparison, finding: Finding) -> list[str]:
    return [gettext("The quotation was taken away since; the finding keeps its words.")]


def _changed(comparison: Comparison, finding: Finding) -> list[str]:
    sentences = [_by_how_many(comparison.n - finding.n)]
    if comparison.moved is not None:
        sentences.append(_by_how_much(comparison.moved))
    return sentences


_OF_STATE = {
    "same": _same,
    "too_close": _too_close,
    "hidden": _hidden,
    "changed": _changed,
    "published": _published,
    "taken_away": _taken_away,
}


def _by_how_many(more: int) -> str:
    if more < 0:
        return ngettext(
            "Today %(count)s answer fewer is counted.",
            "Today %(count)s answers fewer are counted.",
            -more,
            count=format_number(-more),
        )
    return ngettext(
        "Today %(count)s answer more is counted.",
        "Today %(count)s answers more are counted.",
        more,
        count=format_number(more),
    )


def _by_how_much(moved: Moved) -> str:
    before, now = format_percent(moved.before), format_percent(moved.now)
    places = {"answer": label_of(moved.cell), "before": before, "now": now}
    if before == now:
        return gettext("The shares are almost the same.")
    if moved.cell.above:
        places["among"] = above(moved.cell)
        if moved.now > moved.before:
            return gettext(
                "What moved most: among “%(among)s”, the share of “%(answer)s” rose from "
                "%(before)s to %(now)s.",
                **places,
            )
        return gettext(
            "What moved most: among “%(among)s”, the share of “%(answer)s” fell from %(before)s "
            "to %(now)s.",
            **places,
        )
    if moved.now > moved.before:
        return gettext(
            "What moved most: the share of “%(answer)s” rose from %(before)s to %(now)s.", **places
        )
    return gettext(
        "What moved most: the share of “%(answer)s” fell from %(before)s to %(now)s.", **places
    )


def _of_later(later: Later) -> str:
    number = later.version.number
    if later.state == "gone":
        return gettext(
            "People now answer version %(number)s, which does not ask this question any more.",
            number=number,
        )
    if later.state == "reworded":
        return gettext(
            "People now answer version %(number)s, in which the wording of this question changed: "
            "its answers cannot be compared with these.",
            number=number,
        )
    return gettext(
        "People now answer version %(number)s, which asks the same question; its answers are "
        "counted apart.",
        number=number,
    )
