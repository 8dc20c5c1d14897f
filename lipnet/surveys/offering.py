"""In which languages a survey can be answered: those ready, and those offered as they are."""

from lipnet import languages
from lipnet.surveys.frozen import questionnaire_of, ready_in
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.workshop.models import LanguageOffer


def offered_in(version: SurveyVersion) -> tuple[str, ...]:
    """The tags, in the author's order; a column nobody has named yet is no language."""
    chosen = {*ready_in(version), *LanguageOffer.tags_of(version)}
    known = questionnaire_of(version).languages
    return tuple(tag for tag in known if tag in chosen and languages.find(tag))


def held_back_in(version: SurveyVersion) -> tuple[str, ...]:
    """The languages of the questionnaire in which it is not offered (yet)."""
    offered = offered_in(version)
    known = questionnaire_of(version).languages
    return tuple(tag for tag in known if tag not in offered and languages.find(tag))
