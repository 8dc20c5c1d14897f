"""Who may order and fetch which file: single answers are the data steward's alone."""

from lipnet.core.permissions import may
from lipnet.core.refusals import NotFound
from lipnet.surveys.access import Can, survey_with_results
from lipnet.surveys.exporting.models import PACK, RAW, Export
from lipnet.surveys.models import Survey, SurveyVersion


def kinds_for(person) -> tuple[str, ...]:
    raw = RAW if may(person, Can.SEE_EXACT) else ()
    return (*raw, *((PACK,) if may(person, Can.MANAGE_SURVEYS) else ()))


def survey_to_export(slug: str, person) -> Survey:
    """A survey of which this person may order something."""
    survey = survey_with_results(slug, person)
    if not kinds_for(person):
        raise NotFound
    return survey


def exports_seen_by(person, survey: Survey) -> list[Export]:
    """The newest first; of single answers only for who may see those."""
    return list(
        Export.select(Export, SurveyVersion)
        .join(SurveyVersion)
        .where((SurveyVersion.survey == survey) & Export.kind.in_(kinds_for(person)))
        .order_by(Export.ordered_at.desc(), Export.id.desc())
    )


def export_to_fetch(slug: str, number: int, person) -> Export:
    seen = exports_seen_by(person, survey_to_export(slug, person))
    found = next((each for each in seen if each.id == number), None)
    if found is None:
        raise NotFound
    return found
