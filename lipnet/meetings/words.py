"""The words for what the tables hold as codes."""

from datetime import time

from babel.dates import format_time

from lipnet.core.i18n import gettext, language, lazy, locale, ngettext

STATUS_WORDS = {
    "present": lazy("Present"),
    "regrets": lazy("Regrets"),
    "absent": lazy("Absent"),
    "guest": lazy("Guest"),
    "staff": lazy("Staff"),
    "alternate": lazy("Alternate for a member"),
}
RESULT_WORDS = {
    "carried": lazy("Carried"),
    "consensus": lazy("By consensus"),
    "defeated": lazy("Defeated"),
    "tabled": lazy("Tabled"),
    "withdrawn": lazy("Withdrawn"),
}
WITHOUT_MOTION = lazy("Decided without a motion")
RESULT_TONES = {
    "carried": "done",
    "consensus": "done",
    "defeated": "off",
    "tabled": "now",
    "withdrawn": "off",
}
STATE_WORDS = {
    "draft": lazy("Minutes in draft"),
    "circulated": lazy("Minutes sent round"),
    "adopted": lazy("Minutes adopted"),
}
NOTES_STATE_WORDS = {
    "draft": lazy("Notes in draft"),
    "circulated": lazy("Notes sent round"),
    "adopted": lazy("Notes closed"),
}


def state_words(meeting) -> str:
    """The state of the minutes; a body that does not adopt minutes keeps notes."""
    words = STATE_WORDS if meeting.body.adopts_minutes else NOTES_STATE_WORDS
    return str(words[meeting.minutes_state])


def quorum_words(needed: int | None, present: int) -> str:
    """Whether the meeting is quorate, as a sentence; `needed` None means no rule is in force."""
    if needed is None:
        return ngettext(
            "%(n)s voting member is present. No quorum rule is in force.",
            "%(n)s voting members are present. No quorum rule is in force.",
            present,
        )
    if present >= needed:
        return ngettext(
            "Quorum reached: %(n)s voting member is present, %(needed)s needed.",
            "Quorum reached: %(n)s voting members are present, %(needed)s needed.",
            present,
            needed=needed,
        )
    return ngettext(
        "No quorum: %(n)s more voting member is needed, %(present)s of %(needed)s present.",
        "No quorum: %(n)s more voting members are needed, %(present)s of %(needed)s present.",
        needed - present,
        present=present,
        needed=needed,
    )


def shorter_notice(asked: int) -> str:
    """What a form says where the terms of reference ask for more days before a meeting."""
    return ngettext(
        "The terms of reference ask for %(num)s day between the call and the meeting. Choose a "
        "later day, or tick below that you call it all the same.",
        "The terms of reference ask for %(num)s days between the call and the meeting. Choose a "
        "later day, or tick below that you call it all the same.",
        asked,
    )


def votes_words(motion: dict) -> str:
    """The counted votes of a motion as the document holds it, or nothing."""
    if motion["in_favour"] is None and motion["against"] is None:
        return ""
    return gettext(
        "In favour %(in_favour)s, against %(against)s, abstained %(abstained)s.",
        in_favour=motion["in_favour"] or 0,
        against=motion["against"] or 0,
        abstained=motion["abstained"] or 0,
    )


def time_of_day(written: str) -> str:
    """ "17:30" as it is read: 5:30 pm, 17 h 30 (the OQLF drops the zeros of a full hour)."""
    at = time.fromisoformat(written)
    if language().tag == "fr":
        return f"{at.hour}\xa0h\xa0{at:%M}".removesuffix("\xa000")
    read = format_time(at, "short", locale=locale())
    return read.lower() if language().tag == "en" else read
