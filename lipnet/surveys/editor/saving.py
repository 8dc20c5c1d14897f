"""One edit kept: on top of whatever others kept meanwhile, unless they changed the same part."""

from collections.abc import Callable
from typing import Any

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.editing import EditRefused
from lipnet.surveys.drafts import Conflict
from lipnet.surveys.editor.desk import Desk, desk_of, mark_of
from lipnet.surveys.editor.words import refusal_of
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.operations import revise_version

Edit = Callable[[Questionnaire], Questionnaire]
TRIES = 5


class Overtaken(Refusal):
    """Somebody changed the same part meanwhile; `desk` shows it as it stands now."""

    def __init__(self, desk: Desk):
        super().__init__(
            lazy("Somebody changed this while you were writing. Nothing is lost: see both below.")
        )
        self.desk = desk


def keep(
    version: SurveyVersion,
    edit: Edit,
    what: str,
    about: dict[str, Any],
    *,
    by,
    part: tuple[str, str, str] | None = None,
) -> Desk:
    """Make `edit` to the questionnaire as it stands, and keep it as a step; gives the new desk.

    part: (name of the item, part of it, the mark it had when the person began). Raises Overtaken
    if the part has another mark now, Refusal if the edit cannot be made or changes nothing more.
    """
    for _ in range(TRIES):
        desk = desk_of(version)
        if part is not None and mark_of(desk.questionnaire, *part[:2]) != part[2]:
            raise Overtaken(desk)
        after = _edited(desk, edit)
        if after == desk.questionnaire:
            return desk
        try:
            revise_version(version, after, revision=desk.revision, what=what, about=about, by=by)
        except Conflict:
            continue
        return desk_of(version)
    raise Refusal(lazy("Others are changing this questionnaire right now. Please try again."))


def _edited(desk: Desk, edit: Edit) -> Questionnaire:
    try:
        return edit(desk.questionnaire)
    except EditRefused as no:
        raise refusal_of(no) from no
