"""The words for what the grammar returns as codes."""

from lipnet.core.i18n import gettext, lazy
from lipnet.meetings.words import time_of_day
from lipnet.shorthand.records import Declared, Finding, Movement

KIND_WORDS = {
    "motion": lazy("Motion"),
    "decision": lazy("Decision"),
    "action": lazy("Action"),
    "note": lazy("Note"),
    "in": lazy("Arrival"),
    "out": lazy("Departure"),
    "declared": lazy("Conflict of interest"),
    "because": lazy("What it rests on"),
}
STATE_WORDS = {
    "kept": lazy("Kept"),
    "ready": lazy("Ready"),
    "look": lazy("Look again"),
}
STATE_TONES = {"kept": "done", "ready": "now", "look": "late"}

FINDING_SENTENCES = {
    "unknown_name": lazy("Nobody called %(name)s is known."),
    "ambiguous_name": lazy("%(name)s could be several people. Who is meant?"),
    "no_name": lazy("Write who it is."),
    "not_present": lazy("%(name)s is not recorded as present."),
    "same_seconder": lazy("Nobody can second their own motion."),
    "no_movers": lazy("Write who moved and who seconded it: M/S: name / name"),
    "no_result": lazy("Write what became of the motion, for example CARRIED 9-0-1."),
    "tally_too_many": lazy(
        "%(votes)s votes are counted, and %(voting)s voting members are present."
    ),
    "tally_against_result": lazy("The count of votes and the result do not agree."),
    "unreadable_tally": lazy("Write the votes as 9-0-1: in favour, against, abstained."),
    "result_without_motion": lazy("This result belongs to no motion above it."),
    "movers_without_motion": lazy("There is no motion above that these people could have moved."),
    "impossible_date": lazy("“%(written)s” is no day. Write it like 30 Apr."),
    "date_before_meeting": lazy("This day is before the meeting."),
    "impossible_time": lazy("Write the time as 18:20."),
    "because_without_line": lazy(
        "There is no motion, decision or action above that could rest on this."
    ),
    "unclear_source": lazy("“%(name)s” is no code. Is one of these meant?"),
    "unknown_source": lazy("Nothing can be found under “%(name)s”. Look at the list of codes."),
    "no_owner": lazy("Write who will do it, after an @."),
    "no_colon": lazy("Put a colon after the word, before the text."),
    "empty_text": lazy("Nothing is written after the colon."),
    "unknown_word": lazy(
        "%(word)s is no word of the shorthand. Is %(meant)s meant? For a note, begin with NOTE:"
    ),
    "unknown_item": lazy("There is no item %(number)s on the agenda; it has %(items)s."),
}


WAITS = lazy("This is kept as soon as the line it belongs to is right.")


def finding_sentence(finding: Finding) -> str:
    return FINDING_SENTENCES[finding.code].fill(**dict(finding.particulars))


def arrived_or_left(record: Movement) -> str:
    """For the minutes, in the language being spoken."""
    at, name = time_of_day(f"{record.at:%H:%M}"), record.who.name or record.who.written
    if record.way == "in":
        return gettext("%(time)s: %(name)s arrived.", time=at, name=name)
    return gettext("%(time)s: %(name)s left.", time=at, name=name)


def declared(record: Declared) -> str:
    """For the minutes, in the language being spoken."""
    name = record.who.name or record.who.written
    if not record.text:
        return gettext("%(name)s declared a conflict of interest.", name=name)
    return gettext(
        "%(name)s declared a conflict of interest: %(text)s", name=name, text=record.text
    )
