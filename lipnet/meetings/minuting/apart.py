"""What changed between two revisions of minutes: item by item, word by word."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lipnet.core.i18n import format_day, join_list
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.meetings.evotes import words as evote_words
from lipnet.meetings.purposes import PURPOSE_WORDS
from lipnet.meetings.threads import kind_words
from lipnet.meetings.words import (
    RESULT_WORDS,
    STATUS_WORDS,
    quorum_words,
    time_of_day,
    votes_words,
)
from lipnet.similar.words import Piece, compared

OURS = ""  # words of the program, not of who wrote the minutes


class Line(NamedTuple):
    """One line of one part: what it is, and its text by language."""

    label: str
    texts: dict[str, str]


class Part(NamedTuple):
    """An agenda item, or what stands beside the agenda."""

    title: dict | str
    lines: dict[tuple, Line]


class LineChange(NamedTuple):
    state: str
    label: str
    pieces: dict[str, list[Piece]]


class PartChange(NamedTuple):
    """What became of one part: same, changed, new or gone; and its lines that are not the same."""

    state: str
    title: dict | str
    lines: list[LineChange]


def documents_compared(before: dict, after: dict) -> list[PartChange]:
    """Each part of the later document in its order, then those it has no more."""
    old, new = dict(_parts(before)), dict(_parts(after))
    return [_part_change(old.get(key), new.get(key)) for key in dict.fromkeys([*new, *old])]


def _part_change(old: Part | None, new: Part | None) -> PartChange:
    before, after = (old.lines if old else {}), (new.lines if new else {})
    changes = [
        _line_change(before.get(key), after.get(key)) for key in dict.fromkeys([*after, *before])
    ]
    differ = [change for change in changes if change.state != "same"]
    state = "changed" if differ else "same"
    if old is None or new is None:
        state = "new" if old is None else "gone"
    return PartChange(state, (new or old).title, differ)


def _line_change(old: Line | None, new: Line | None) -> LineChange:
    before, after = (old.texts if old else {}), (new.texts if new else {})
    pieces = {
        tag: compared(before.get(tag, ""), after.get(tag, ""))
        for tag in dict.fromkeys([*after, *before])
    }
    kinds = {piece.kind for told in pieces.values() for piece in told}
    state = "same" if kinds <= {"same"} else "changed"
    if (old is None or new is None) and state == "changed":
        state = "new" if old is None else "gone"
    return LineChange(state, (new or old).label, pieces)


def _parts(document: dict) -> Iterator[tuple[tuple, Part]]:
    """In the order in which minutes are read."""
    yield ("when",), Part(_("When, where, who"), dict(_beginning(document)))
    if between := dict(_between(document)):
        yield ("between",), Part(_("Voted on between meetings"), between)
    for item in document["agenda"]:
        yield ("item", item["id"]), _item(item, document)
    if loose := dict(_recorded(document, None)):
        yield ("loose",), Part(_("Beside the agenda"), loose)
    if document["notes"]:
        yield ("notes",), Part(_("Notes"), {(): Line("", document["notes"])})


def _beginning(document: dict) -> Iterator[tuple[tuple, Line]]:
    day = format_day(date.fromisoformat(document["on"]))
    words = (day, time_of_day(document["starts_at"]), document["place"])
    yield ("when",), Line(_("When and where"), {OURS: ", ".join(filter(None, words))})
    for status, label in STATUS_WORDS.items():
        names = [_attendee(row) for row in document["attendance"] if row["status"] == status]
        if names:
            yield ("who", status), Line(str(label), {OURS: join_list(names)})
    quorum = document["quorum"]
    yield ("quorum",), Line(_("Quorum"), {OURS: quorum_words(quorum["needed"], quorum["present"])})
    if moves := document.get("movements"):
        told = " ".join(_movement(row) for row in moves)
        yield ("movements",), Line(_("Who came later or left"), {OURS: told})


def _movement(row: dict) -> str:
    time, name = time_of_day(row["at"]), row["name"]
    if row["there"]:
        return _("%(time)s: %(name)s arrived.", time=time, name=name)
    return _("%(time)s: %(name)s left.", time=time, name=name)


def _between(document: dict) -> Iterator[tuple[tuple, Line]]:
    """Votes between meetings: documents of before know none."""
    for vote in document.get("between", []):
        label = _("Motion without a number")
        if vote["number"]:
            label = _("Motion %(number)s", number=vote["number"])
        yield ("vote", vote["id"]), Line(label, vote["text"])
        yield ("voted", vote["id"]), Line(label, {OURS: _voted(vote)})


def _voted(vote: dict) -> str:
    days = {key: format_day(date.fromisoformat(vote[key])) for key in ("opened", "closed")}
    names = (f"{row['name']} ({evote_words.CHOICE_WORDS[row['choice']]})" for row in vote["votes"])
    told = (
        str(evote_words.RESULT_WORDS[vote["result"]]),
        _("Moved by %(mover)s, seconded by %(seconder)s.", **_movers(vote)),
        _("Voted on between meetings, from %(opened)s to %(closed)s.", **days),
        evote_words.tally_words(vote),
        join_list(list(names)),
    )
    return " · ".join(filter(None, told))


def _attendee(row: dict) -> str:
    if row["alternate_for"]:
        return f"{row['name']} ({_('for %(member)s', member=row['alternate_for'])})"
    return row["name"]


def _item(item: dict, document: dict) -> Part:
    if item.get("withheld"):
        words = _("One item was confidential.")
        return Part(words, {("withheld",): Line("", {OURS: words})})
    about = ", ".join(filter(None, (str(PURPOSE_WORDS[item["purpose"]]), item["presenter"])))
    lines = {
        ("title",): Line(_("Title"), item["title"]),
        ("about",): Line(_("What it is for"), {OURS: about}),
        **{
            ("declared", row["name"]): Line(_conflict(row), {OURS: row["nature"]})
            for row in item.get("declared") or []
        },
    }
    if rests_on := _rests_on(item):
        lines["rests_on",] = Line(_("What it rests on"), {OURS: rests_on})
    if item["notes"]:
        lines["notes",] = Line(_("Notes"), item["notes"])
    return Part(item["title"], lines | dict(_recorded(document, item["id"])))


def _conflict(row: dict) -> str:
    return _("Conflict of interest of %(name)s:", name=row["name"]).rstrip(" :\xa0")


def _recorded(document: dict, item_id: int | None) -> Iterator[tuple[tuple, Line]]:
    for motion in _under(document["motions"], item_id):
        label = _("Motion %(number)s", number=motion["number"])
        yield ("motion", motion["id"]), Line(label, motion["text"])
        yield ("moved", motion["id"]), Line(label, {OURS: _outcome(motion)})
        yield from _because("motion", motion, label)
    for decision in _under(document["decisions"], item_id):
        yield ("decision", decision["id"]), Line(_("Decision"), decision["text"])
        yield from _because("decision", decision, _("Decision"))
    for action in _under(document["actions"], item_id):
        yield ("action", action["id"]), Line(_("Action"), action["text"])
        yield ("owner", action["id"]), Line(_("Action"), {OURS: _owner(action)})
        yield from _because("action", action, _("Action"))


def _because(kind: str, line: dict, label: str) -> Iterator[tuple[tuple, Line]]:
    if told := _rests_on(line):
        yield ("because", kind, line["id"]), Line(label, {OURS: told})


def _rests_on(line: dict) -> str:
    """What it rests on and names; documents of before hold less of it."""
    cited = (*line.get("because", ()), *line.get("names", ()))
    return " · ".join(
        _("%(kind)s: %(title)s", kind=str(kind_words(one)), title=plain(one["title"]))
        for one in cited
    )


def _under(lines: list[dict], item_id: int | None) -> list[dict]:
    return [line for line in lines if line["item"] == item_id]


def _outcome(motion: dict) -> str:
    moved = (
        _("Moved by %(mover)s, seconded by %(seconder)s.", **_movers(motion))
        if motion["mover"]
        else ""
    )
    result = str(RESULT_WORDS[motion["result"]])
    return " · ".join(filter(None, (result, moved, votes_words(motion), _when(motion))))


def _when(motion: dict) -> str:
    """The time of the vote and the quorum then, if the time was noted."""
    if not motion.get("at"):
        return ""
    at, quorum = _("At %(time)s", time=time_of_day(motion["at"])), motion["quorum"]
    return f"{at}. {quorum_words(quorum['needed'], quorum['present'])}"


def _movers(motion: dict) -> dict[str, str]:
    return {"mover": motion["mover"], "seconder": motion["seconder"]}


def _owner(action: dict) -> str:
    owner = action["owner"]
    who = plain(owner) if isinstance(owner, dict) else owner
    if not action["due"]:
        return who
    day = format_day(date.fromisoformat(action["due"]))
    return _("%(who)s, until %(day)s", who=who, day=day)
