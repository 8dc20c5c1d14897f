"""The verbs of pictures and sounds: keep, describe, remove."""

from lipnet.core import clock, files
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.media.files import Cleaned
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.media.named import named_once_published
from lipnet.surveys.models import Survey

KEPT = declare("surveys.media_kept", lazy("%(who)s uploaded pictures or sounds: %(names)s."))
DESCRIBED = declare("surveys.media_described", lazy("%(who)s wrote in words what %(name)s shows."))
REMOVED = declare("surveys.media_removed", lazy("%(who)s removed the file %(name)s."))
ALREADY_SHOWN = lazy(
    "People may already have seen this file, so it stays as it is. To show another, upload a new "
    "version of the questionnaire that names it otherwise."
)
CLOSED = lazy("The survey has closed: its questions stay as they were answered.")


@operation
def keep_media(survey: Survey, cleaned: list[Cleaned], *, by) -> list[SurveyMedia]:
    """Keep these files, each under its name in the questionnaire and in place of an earlier one.

    Raises Refusal if one of them replaces what people may have seen; then none is kept.
    """
    if survey.is_closed:
        raise Refusal(CLOSED)
    if not cleaned:
        raise Refusal(lazy("Choose at least one file first."), field="files")
    seen = named_once_published(survey)
    kept = [_keep(survey, each, seen, by) for each in cleaned]
    record(KEPT, survey, by=by, names=", ".join(each.name for each in kept))
    return kept


@operation
def describe_media(media: SurveyMedia, alt: dict[str, str], *, by) -> SurveyMedia:
    """Say in words what a picture shows; may be done, and corrected, at any time."""
    if media.kind != "image":
        raise Refusal(lazy("Only pictures are described in words."))
    media.alt, media.edition = alt, media.edition + 1
    media.save(only=["alt", "edition"])
    record(DESCRIBED, media.survey, by=by, name=media.name)
    return media


@operation
def remove_media(media: SurveyMedia, *, by) -> None:
    """Take a file away, also from the disk; refused once people may have seen it."""
    if media.name in named_once_published(media.survey):
        raise Refusal(ALREADY_SHOWN)
    stored = media.file
    media.delete_instance()
    record(REMOVED, media.survey, by=by, name=media.name)
    files.let_go(stored)


def _keep(survey: Survey, cleaned: Cleaned, seen: set[str], by) -> SurveyMedia:
    name = cleaned.named.key
    before = survey.media.where(SurveyMedia.name == name).first()
    if before is not None and name in seen:
        raise Refusal(ALREADY_SHOWN, field="files")
    stored = files.keep(cleaned.content, name, cleaned.media_type)
    changes = {
        "kind": cleaned.named.kind,
        "file": stored,
        "width": cleaned.width,
        "height": cleaned.height,
        "uploaded_at": clock.now(),
        "uploaded_by": by.id,
    }
    if before is None:
        return SurveyMedia.create(survey=survey, name=name, alt={}, **changes)
    earlier = before.file
    for field, value in changes.items():
        setattr(before, field, value)
    before.edition += 1
    before.save(only=[*changes, "edition"])
    if earlier != stored:
        files.let_go(earlier)
    return before
