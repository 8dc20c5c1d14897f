"""The words for what stands on a desk."""

from lipnet.core.i18n import lazy
from lipnet.meetings.words import STATUS_WORDS

KIND_WORDS = {
    "meeting": lazy("The meeting"),
    "action": lazy("Action"),
    "decision": lazy("Decision"),
    "attendee": lazy("Attendance"),
    "text": lazy("The whole text"),
}
GROUP_WORDS = {
    "meeting": lazy("The meeting"),
    "action": lazy("Actions"),
    "decision": lazy("Motions and decisions"),
    "attendee": lazy("Who was there"),
    "text": lazy("The whole text"),
}
STATE_WORDS = {"open": lazy("Open"), "kept": lazy("Kept"), "dropped": lazy("Dropped")}
STATE_TONES = {"open": "now", "kept": "done", "dropped": "off"}
BECAME_WORDS = {
    "open": lazy("It is still to be done"),
    "done": lazy("It is done"),
    "words": lazy("Nobody knows: keep it as words in the minutes"),
}
KEPT_AS_WORDS = {
    "motion": lazy("A motion, with its number"),
    "decision": lazy("A decision"),
    "words": lazy("Words in the minutes only"),
}
PRESENCE_WORDS = {
    code: STATUS_WORDS[code] for code in ("present", "regrets", "absent", "guest", "staff")
}
