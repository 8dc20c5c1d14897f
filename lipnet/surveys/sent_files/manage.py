"""The data steward's list of the files that people sent, once their answers are settled."""

from flask import Response, render_template

from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.questionnaire.repeats import parted
from lipnet.surveys.access import Can
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.looking.access import version_to_look_at
from lipnet.surveys.looking.noting import note_look
from lipnet.surveys.manage import bp
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.results import results_of
from lipnet.surveys.sent_files.kinds import EXTENSIONS
from lipnet.surveys.sent_files.models import AnswerFile

LISTED = (AnswerFile.key, AnswerFile.slot, AnswerFile.media_type, AnswerFile.size)


@bp.route("/surveys/<slug>/files")
@requires(Can.SEE_EXACT)
def sent_files(slug: str):
    """In the order of their random keys, which says nothing; only where results may be shown."""
    version = _shown(slug)
    note_look(version.survey, "files", by=me())
    read = questionnaire_of(version)
    rows = _settled(version, *LISTED).order_by(AnswerFile.key)
    lines = [(row, read.question(parted(row.slot)[0]), EXTENSIONS[row.media_type]) for row in rows]
    return render_template(
        "surveys/sent_files/list.html", survey=version.survey, version=version, lines=lines
    )


@bp.route("/surveys/<slug>/files/<key>")
@requires(Can.SEE_EXACT)
def sent_file(slug: str, key: str):
    version = _shown(slug)
    row = _settled(version).where(AnswerFile.key == key).first()
    if row is None:
        raise NotFound
    note_look(version.survey, f"file {row.key[:8]}", by=me())
    name = f"{parted(row.slot)[0]}-{row.key[:8]}.{EXTENSIONS[row.media_type]}"
    response = Response(bytes(row.content), mimetype=row.media_type)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def has_files(version: SurveyVersion, person) -> bool:
    """Whether the results have a link to the list."""
    return may(person, Can.SEE_EXACT) and _settled(version).exists()


def _shown(slug: str) -> SurveyVersion:
    version = version_to_look_at(slug, me())
    if results_of(version.survey, version).n is None:
        raise NotFound
    return version


def _settled(version: SurveyVersion, *columns):
    return AnswerFile.select(*columns).where((AnswerFile.version == version) & AnswerFile.settled)
