"""The public address of a picture or a sound: one cookieless answer that may be kept for ever."""

from flask import Response, send_file

from lipnet.core import files
from lipnet.core.files import StoredFile
from lipnet.core.refusals import NotFound
from lipnet.core.web import public_without_cookie
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.media.named import named_once_published
from lipnet.surveys.models import Survey
from lipnet.surveys.respond import bp

FOREVER = "public, max-age=31536000, immutable"


@bp.get("/s/<slug>/media/<name>")
@public_without_cookie
def media(slug, name):
    """`name` is the hash of the content and the kind: who knows it saw a page that shows it."""
    survey = Survey.get_or_none(Survey.slug == slug)
    if survey is None or survey.is_draft:
        raise NotFound
    for row in _called(survey, name):
        if row.name in named_once_published(survey):
            response = sent(row)
            response.headers["Cache-Control"] = FOREVER
            return response
    raise NotFound


def sent(row: SurveyMedia) -> Response:
    """The file, or the part of it that was asked for: telephones play a sound piece by piece."""
    stored = row.file
    path, tag = files.path_of(stored.sha256), stored.sha256[:20]
    response = send_file(path, mimetype=stored.media_type, etag=tag, last_modified=None)
    del response.headers["Content-Disposition"]  # it would only repeat the hash
    return response


def _called(survey: Survey, name: str) -> list[SurveyMedia]:
    digest = name.partition(".")[0]
    rows = SurveyMedia.select(SurveyMedia, StoredFile).join(StoredFile)
    rows = rows.where((SurveyMedia.survey == survey) & (StoredFile.sha256 == digest))
    return [row for row in rows if row.address == name]
