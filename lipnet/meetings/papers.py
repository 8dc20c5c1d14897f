"""The minutes as a document to take away: the words of their page, in the same order."""

from lipnet import languages
from lipnet.core.i18n import format_day, gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.papers import ltr, name, said, titled, told
from lipnet.meetings import words
from lipnet.meetings.agendas.words import age_words
from lipnet.meetings.models import Meeting
from lipnet.meetings.papers_lines import (
    Pair,
    action_pair,
    between_pair,
    day_of,
    decision_pair,
    lines_of,
    movement,
)
from lipnet.meetings.purposes import PURPOSE_WORDS
from lipnet.press import Block, Document, Heading, Labelled, Paragraph, Run, blocks_of

STATUSES = ("present", "regrets", "absent", "guest", "staff")


def minutes_paper(meeting: Meeting, document: dict) -> Document:
    """`document` as `minutes_of` has it, or less of it, in the language being spoken."""
    blocks = [
        *_corrections(meeting, document),
        *_between(document),
        *_section(gettext("Decisions"), map(decision_pair, document["decisions"]),
                  gettext("Nothing was decided.")),
        *_section(gettext("Actions"), map(action_pair, document["actions"]),
                  gettext("Nothing was taken on.")),
        *_who_was_there(document),
        *_agenda(document),
        *_still_open(document),
        *_notes(document),
    ]  # fmt: skip
    return titled(_title(meeting, document), blocks, lede=_lede(meeting, document))


def _title(meeting: Meeting, document: dict) -> str:
    body, day = plain(document["body"]), day_of(document["on"])
    if meeting.body.adopts_minutes:
        return gettext("Minutes of %(body)s, %(day)s", body=body, day=day)
    return gettext("Notes of %(body)s, %(day)s", body=body, day=day)


def _lede(meeting: Meeting, document: dict) -> list[Paragraph]:
    time = words.time_of_day(document["starts_at"])
    lede = [Paragraph(said(lazy("At %(time)s"), time=name(time)))]
    if document["place"]:
        lede.append(Paragraph(name(document["place"])))
    state = (Run(words.state_words(meeting), strong=True), Run(" "))
    return [*lede, Paragraph((*state, *_since(meeting)), "quiet")]


def _since(meeting: Meeting):
    adoption, circulation = meeting.adoption, meeting.circulation
    if adoption and adoption.motion:
        sentence = lazy("Adopted on %(day)s by motion %(number)s.")
        number = ltr(adoption.motion.number)
        return said(sentence, day=(Run(format_day(adoption.on)),), number=number)
    if adoption:
        return said(gettext("Closed on %(day)s.", day=format_day(adoption.on)))
    if circulation:
        return said(gettext("Sent round on %(day)s.", day=format_day(circulation.at)))
    return said(gettext("Not sent round yet."))


def _section(heading: str, pairs, otherwise: str) -> list[Block]:
    found = list(pairs)
    inside = Labelled(found) if found else Paragraph(said(otherwise), "quiet")
    return [Heading(1, said(heading)), inside]


def _corrections(meeting: Meeting, document: dict) -> list[Block]:
    """None beside minutes of which something is withheld: a correction may tell it."""
    adoption = meeting.adoption
    hidden = any(item.get("withheld") for item in document["agenda"])
    if not adoption or hidden or not adoption.corrections.exists():
        return []
    found: list[Block] = [Heading(1, said(gettext("Corrections")))]
    for correction in adoption.corrections:
        found.append(Paragraph(told(correction.text)))
        day = (Run(format_day(correction.on)),)
        if correction.motion:
            number = ltr(correction.motion.number)
            day = said(lazy("%(day)s, by motion %(number)s"), day=day, number=number)
        found.append(Paragraph(day, "quiet"))
    return found


def _between(document: dict) -> list[Block]:
    pairs = [between_pair(vote) for vote in document.get("between", [])]
    return _section(gettext("Voted on between meetings"), pairs, "") if pairs else []


def _who_was_there(document: dict) -> list[Block]:
    pairs: list[Pair] = []
    for status in STATUSES:
        rows = [row for row in document["attendance"] if row["status"] == status]
        if rows:
            pairs.append((said(words.STATUS_WORDS[status]), [_attendee(row) for row in rows]))
    quorum = document["quorum"]
    sentences = [words.quorum_words(quorum["needed"], quorum["present"])]
    if quorum.get("second_call"):
        sentences.append(gettext("The rule of a second call holds."))
    heading = Heading(1, said(gettext("Who was there")))
    moves = [movement(row) for row in document.get("movements", [])]
    return [heading, Labelled(pairs), Paragraph(said(" ".join(sentences))), *moves]


def _attendee(row: dict) -> Paragraph:
    runs = name(row["name"])
    if row["alternate_for"]:
        instead = said(lazy("for %(member)s"), member=name(row["alternate_for"]))
        runs += (Run(" "), *instead)
    if row["organisation"]:
        runs += (Run(" · "), *told(row["organisation"]))
    return Paragraph(runs)


def _agenda(document: dict) -> list[Block]:
    found: list[Block] = [Heading(1, said(gettext("In the order of the agenda")))]
    for number, item in enumerate(document["agenda"], 1):
        found += _item(number, item, document)
    if loose := lines_of(document, None):
        found += [Heading(2, said(gettext("Beside the agenda"))), *loose]
    return found


def _item(number: int, item: dict, document: dict) -> list[Block]:
    if item.get("withheld"):
        return [Paragraph(said(f"{number} " + gettext("One item was confidential.")), "quiet")]
    found: list[Block] = [Heading(2, (Run(f"{number} "), *told(item["title"])))]
    if item.get("confidential"):
        only = gettext("Only the members of the group can read this item.")
        found.append(Paragraph((Run(gettext("Confidential"), strong=True), Run(f" {only}"))))
    purpose = said(PURPOSE_WORDS[item["purpose"]])
    if item["presenter"]:
        purpose += (Run(" · "), *name(item["presenter"]))
    found.append(Paragraph(purpose, "quiet"))
    for finding in item["because"]:
        about = said(lazy("Finding: %(finding)s"), finding=told(finding["title"]))
        found.append(Paragraph(about, "quiet"))
    found += [_conflict(one) for one in item.get("declared") or []]
    return [*found, *_paragraphs(item["notes"], below=2), *lines_of(document, item["id"])]


def _conflict(one: dict) -> Paragraph:
    who = said(lazy("Conflict of interest of %(name)s:"), strong=True, name=name(one["name"]))
    runs = (*who, Run(" "), *name(one["nature"]))
    if one["steps_out"]:
        runs += said(" " + gettext("Leaves the room, and does not decide."))
    return Paragraph(runs)


def _still_open(document: dict) -> list[Block]:
    pairs = []
    for action in document.get("still_open", []):
        label, paragraphs = action_pair(action)
        if action["done"]:
            age = gettext("Done on %(day)s.", day=day_of(action["done"]))
        else:
            age = age_words(action["nth"], action["since"])
        pairs.append((label, [*paragraphs, Paragraph(said(age), "quiet")]))
    return _section(gettext("Still open from before"), pairs, "") if pairs else []


def _notes(document: dict) -> list[Block]:
    if not document["notes"]:
        return []
    return [Heading(1, said(gettext("Notes"))), *_paragraphs(document["notes"], below=1)]


def _paragraphs(texts: dict, *, below: int) -> list[Block]:
    """Notes in every language they were written in."""
    found: list[Block] = []
    for tag, text in texts.items():
        found += blocks_of(text, tag, languages.get(tag).direction, below=below)
    return found
