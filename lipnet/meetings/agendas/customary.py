"""What stands on most agendas, to begin with; the body words it as its own."""

from lipnet.core.forms import content_languages
from lipnet.core.i18n import lazy, speaking

# kind, title, purpose, minutes
CUSTOMARY = (
    ("plain", lazy("Opening"), "information", 2),
    ("land", lazy("Land acknowledgement"), "information", 3),
    ("plain", lazy("Adoption of the agenda"), "decision", 2),
    ("conflicts", lazy("Conflicts of interest"), "information", 3),
    ("consent", lazy("Consent agenda"), "consent", 5),
    ("plain", lazy("Minutes of the last meeting"), "decision", 5),
    ("arising", lazy("Business arising"), "discussion", 10),
    ("closing", lazy("Other business"), "discussion", 5),
    ("closing", lazy("Next meeting and closing"), "information", 3),
)


def customary_items() -> list[dict]:
    return [
        {"kind": kind, "title": _in_each_language(title), "purpose": purpose,
         "minutes_planned": minutes}
        for kind, title, purpose, minutes in CUSTOMARY
    ]  # fmt: skip


def _in_each_language(title) -> dict[str, str]:
    told = {}
    for tag in content_languages():
        with speaking(tag):
            told[tag] = str(title)
    return told
