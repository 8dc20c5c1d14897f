"""Loading a picture or a sound, or refusing it."""

from lipnet.core.files import StoredFile
from lipnet.core.refusals import NotFound
from lipnet.surveys.access import survey_to_manage
from lipnet.surveys.media.models import SurveyMedia


def media_to_manage(slug: str, number: int, person) -> SurveyMedia:
    survey = survey_to_manage(slug, person)
    rows = SurveyMedia.select(SurveyMedia, StoredFile).join(StoredFile)
    row = rows.where((SurveyMedia.survey == survey) & (SurveyMedia.id == number)).first()
    if row is None:
        raise NotFound
    row.survey = survey
    return row
