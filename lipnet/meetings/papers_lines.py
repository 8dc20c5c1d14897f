"""Motions, decisions and actions as pairs: what kind of line it is, and what it says."""

from datetime import date

from lipnet.core.i18n import format_day, gettext, lazy
from lipnet.core.papers import ltr, name, said, told
from lipnet.meetings import words
from lipnet.meetings.evotes import words as evote_words
from lipnet.meetings.threads import kind_words
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
    paragraphs += [Paragraph(runs, "quiet") for runs in _how_it_went(motion)]
    return label, paragraphs + _names(motion)


def between_pair(vote: dict) -> Pair:
    """A motion that was voted on between meetings, with every vote by name."""
    label = said(gettext("Motion without a number"))
    if vote["number"]:
        label = said(lazy("Motion %(number)s"), number=ltr(vote["number"]))
    paragraphs = [
        Paragraph(said(evote_words.RESULT_WORDS[vote["result"]]), "strong"),
        Paragraph(told(vote["text"])),
        *(Paragraph(runs, "quiet") for runs in (_moved(vote), *_voted(vote))),
    ]
    return label, paragraphs + [Paragraph(_one_vote(row)) for row in vote["votes"]]


def decision_pair(decision: dict) -> Pair:
    paragraphs = [Paragraph(told(decision["text"]))]
    if decision["motion"]:
        by = said(lazy("By motion %(number)s."), number=ltr(decision["motion"]))
        paragraphs.append(Paragraph(by, "quiet"))
    for finding in decision["because"]:
        because = said(lazy("Because: %(finding)s"), finding=told(finding["title"]))
        paragraphs.append(Paragraph(because, "quiet"))
    return said(gettext("Decision")), paragraphs + _names(decision)


def action_pair(action: dict) -> Pair:
    who = told(action["owner"])
    if action["due"]:
        day = (Run(day_of(action["due"])),)
        who = said(lazy("%(who)s, until %(day)s"), who=who, day=day)
    paragraphs = [Paragraph(told(action["text"])), Paragraph(who, "quiet")]
    return said(gettext("Action")), paragraphs + _names(action)


def day_of(iso: str) -> str:
    return format_day(date.fromisoformat(iso))


def movement(row: dict) -> Paragraph:
    """That somebody came or left while the meeting went on."""
    sentence = lazy("%(time)s: %(name)s arrived.")
    if not row["there"]:
        sentence = lazy("%(time)s: %(name)s left.")
    time = name(words.time_of_day(row["at"]))
    return Paragraph(said(sentence, time=time, name=name(row["name"])))


def _names(line: dict) -> list[Paragraph]:
    """What the line names: outcomes of calls, actions of the plan, findings."""
    sentence = lazy("%(kind)s: %(title)s")
    return [
        Paragraph(said(sentence, kind=said(kind_words(one)), title=told(one["title"])), "quiet")
        for one in line.get("names", [])
    ]


def _how_it_went(motion: dict) -> list[Runs]:
    """Who moved it, the votes, and the quorum where the time was noted."""
    told = [_moved(motion)] if motion["mover"] else []
    if votes := words.votes_words(motion):
        told.append(said(votes))
    if motion.get("at"):
        at = gettext("At %(time)s", time=words.time_of_day(motion["at"]))
        quorum = words.quorum_words(motion["quorum"]["needed"], motion["quorum"]["present"])
        told.append(said(f"{at}. {quorum}"))
    return told


def _moved(motion: dict) -> Runs:
    return said(
        lazy("Moved by %(mover)s, seconded by %(seconder)s."),
        mover=name(motion["mover"]),
        seconder=name(motion["seconder"]),
    )


def _voted(vote: dict) -> list[Runs]:
    days = {key: (Run(day_of(vote[key])),) for key in ("opened", "closed")}
    between = said(lazy("Voted on between meetings, from %(opened)s to %(closed)s."), **days)
    return [between, said(evote_words.tally_words(vote))]


def _one_vote(row: dict) -> Runs:
    runs = (*name(row["name"]), Run(" "), *said(evote_words.CHOICE_WORDS[row["choice"]]))
    if not row["by"]:
        return runs
    return (*runs, Run(" "), *said(lazy("answered by %(name)s"), name=name(row["by"])))
