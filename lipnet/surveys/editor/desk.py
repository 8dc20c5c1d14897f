"""What lies open on the editor's desk: a version that may be changed, as it stands now."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound, Refusal
from lipnet.questionnaire import Question, Questionnaire, editing, from_json
from lipnet.questionnaire.document import written
from lipnet.questionnaire.editing import EditRefused
from lipnet.questionnaire.model import Item
from lipnet.surveys.access import version_to_manage
from lipnet.surveys.editor.forms import tags_of
from lipnet.surveys.editor.written import TEXTS
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.preview import ALWAYS

RULE_FIELDS = (
    "relevant", "required", "constraint", "choice_filter", "calculation", "dynamic_default",
    "repeat_count",
)  # fmt: skip


PAGES_OF_THEIR_OWN = ("items", "media", "trigger")


@dataclass(frozen=True)
class Desk:
    """A version and its questionnaire, read together; every group has a name of its own."""

    version: SurveyVersion
    revision: int
    questionnaire: Questionnaire

    @property
    def survey(self) -> Survey:
        return self.version.survey

    def item(self, name: str) -> Item:
        try:
            return editing.item_named(self.questionnaire, name)
        except EditRefused as no:
            raise NotFound from no

    def text(self, item: Item) -> str:
        """What people read first of an item, or its name."""
        return self.questionnaire.text(item.label, self.questionnaire.default_language)[0]


def desk_of(version: SurveyVersion) -> Desk:
    """The revision is read first: what is written in between is noticed, not overwritten."""
    revision = version.revision
    fresh = SurveyVersion.get_by_id(version.id)
    return Desk(fresh, revision, editing.distinct(from_json(fresh.document)))


def desk_to_edit(slug: str, number: int, person) -> Desk:
    """Raises Refusal for a version that is published: people answer it as it is."""
    version = version_to_manage(slug, number, person)
    if version.published_at is not None:
        raise Refusal(_("This version is published: begin a new one to change its questions."))
    return desk_of(version)


def mark_of(questionnaire: Questionnaire, name: str, part: str) -> str:
    """A mark of one part of an item, as it stands: "item", "choices", "media", "trigger", or the
    field of a rule.

    Two people who write at different parts do not stand in each other's way.
    """
    try:
        shown = part_of(questionnaire, editing.item_named(questionnaire, name), part)
    except EditRefused:
        return "gone"
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:16]


def part_of(questionnaire: Questionnaire, item: Item, part: str) -> Any:
    """What a form of that part shows: texts only in the languages written here, so that a
    translator at work in another is nobody's conflict."""
    tags = tags_of(questionnaire)
    if part == "choices":
        listed = questionnaire.choices_of(item) if isinstance(item, Question) else ()
        return [_in_these(written(choice), tags) for choice in listed]
    if part == "media":
        return editing.media_of(questionnaire, item.name)
    whole = written(item)
    if part == "item":
        apart = (*RULE_FIELDS, *PAGES_OF_THEIR_OWN)
        kept = {name: each for name, each in whole.items() if name not in apart}
        always = whole.get("required", {}).get("source")
        return _in_these(kept, tags) | {"always": always if always in ALWAYS else ""}
    return whole.get(part)


def _in_these(document: dict[str, Any], tags: tuple[str, ...]) -> dict[str, Any]:
    return {
        name: {tag: each[tag] for tag in tags if tag in each} if name in TEXTS else each
        for name, each in document.items()
    }
