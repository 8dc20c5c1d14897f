"""Motions, decisions and actions as pairs: what kind of line it is, and what it says."""

from datetime import date

from lipnet.core.i18n import format_day, gettext, lazy
from lipnet.core.papers import ltr, name, said, told
from lipnet.meetings import words
from lipnet.press import Block, Labelled, Paragraph, Run, Runs

Pair = tuple[Runs, list[Paragraph]]


def lines_of(document: dict, item_id: int | None) -> list[Block]:
    """Everything recorded under one item, as one block; nothing where nothing was."""
    kinds = (("motions", motion_pair), ("decisions", decision_pair), ("actions", action_pair))
    pairs = [pair(line) for key, pair in kinds for line in document[key] if line["item"] == item_id]
    return [Labelled(pairs)] if pairs else []


def motion_pair(motion: dict) -> Pair:
    label = said(lazy("Motion %(number)s"), number=ltr(motion["number"]))
    result = Paragraph(said(words.RESULT_WORDS[motion["result"]]), "strong")
    paragraphs = [result, Paragraph(told(motion["text"]))]
    if went := _how_it_went(motion):
        paragraphs.append(Paragraph(went, "quiet"))
    return label, paragraphs


def decision_pair(decision: dict) -> Pair:
    paragraphs = [Paragraph(told(decision["text"]))]
    if decision["motion"]:
        by = said(lazy("By motion %(number)s."), number=ltr(decision["motion"]))
        paragraphs.append(Paragraph(by, "quiet"))
    for finding in decision["because"]:
        because = said(lazy("Because: %(finding)s"), finding=told(finding["title"]))
        paragraphs.append(Paragraph(because, "quiet"))
    return said(gettext("Decision")), paragraphs


def action_pair(action: dict) -> Pair:
    who = told(action["owner"])
    if action["due"]:
        day = (Run(day_of(action["due"])),)
        who = said(lazy("%(who)s, until %(day)s"), who=who, day=day)
    return said(gettext("Action")), [Paragraph(told(action["text"])), Paragraph(who, "quiet")]


def day_of(iso: str) -> str:
    return format_day(date.fromisoformat(iso))


def _how_it_went(motion: dict) -> Runs:
    runs: Runs = ()
    if motion["mover"]:
        runs = said(
            lazy("Moved by %(mover)s, seconded by %(seconder)s."),
            mover=name(motion["mover"]),
            seconder=name(motion["seconder"]),
        )
    votes = words.votes_words(motion)
    return (*runs, Run(f" {votes}")) if votes else runs
