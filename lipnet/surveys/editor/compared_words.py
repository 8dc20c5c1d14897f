"""What changed between two waves, in plain words; and why it matters for comparing."""

from typing import Any

from lipnet.core import multilingual
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list, lazy, worded
from lipnet.questionnaire import plain
from lipnet.questionnaire.comparing import Change
from lipnet.surveys.editor.words import TYPES
from lipnet.surveys.words import language_name

CHANGE_WORDS = {
    "renamed": lazy("Its short name was %(before)s and is %(now)s."),
    "reworded": lazy("The words changed in %(language)s."),
    "reworded_in_some": lazy(
        "The words changed in %(tags)s but not in %(others)s: people who answer in one language "
        "are asked something else than those who answer in another."
    ),
    "translated": lazy("It can now be answered in %(language)s."),
    "hint_changed": lazy("The help below it changed in %(language)s."),
    "type_changed": lazy(
        "It was asked as %(before)s and is asked as %(now)s: the answers have another form."
    ),
    "scale_changed": lazy("The scale went %(before)s and goes %(now)s (from, to, step)."),
    "scale_reversed": lazy(
        "The choices stand in the reverse order: people tend to pick what stands first."
    ),
    "choices_reordered": lazy(
        "The choices stand in another order: people tend to pick what stands first."
    ),
    "choice_added": lazy(
        "A choice is new: %(label)s. Who picks it now picked something else the last time."
    ),
    "choice_removed": lazy(
        "A choice is gone: %(label)s. Who picked it the last time must now pick something else."
    ),
    "choice_reworded": lazy("The words of the choice %(code)s changed in %(language)s."),
    "asked_of_others": lazy(
        "It is asked of other people than the last time, because of a rule: shares are counted of "
        "another group."
    ),
    "now_required": lazy("It must be answered now; before, it could be left out."),
    "no_longer_required": lazy("It can be left out now; before, it had to be answered."),
    "refusals_changed": lazy("What may be said instead of an answer changed."),
    "moved": lazy("It stands at another place: what is asked before it may colour the answer."),
}


def change_told(change: Change) -> str:
    return worded(CHANGE_WORDS[change.code], **_places(change))


def texts_of(change: Change) -> tuple[str, str, str] | None:
    """(language, before, now) where words changed, to be read side by side."""
    said = change.particulars
    if "tag" not in said or "before" not in said:
        return None
    return str(said["tag"]), str(said["before"]), str(said["now"])


def _places(change: Change) -> dict[str, Any]:
    places = dict(change.particulars)
    if "tag" in places:
        places["language"] = language_name(str(places.pop("tag")))
    for name in ("tags", "others"):
        if name in places:
            places[name] = join_list(language_name(tag) for tag in places[name])
    if isinstance(places.get("label"), dict):
        said = plain(multilingual.plain(places["label"])) or str(places["code"])
        places["label"] = f"“{said}”"
    if change.code == "type_changed":
        places |= {each: f"“{TYPES[places[each]]}”" for each in ("before", "now")}
    if change.code == "asked_of_others":
        places |= {each: places[each] or _("always") for each in ("before", "now")}
    return places
