"""Loaders of lists and of who stands on them."""

from lipnet.core.refusals import NotFound
from lipnet.surveys.access import survey_to_manage
from lipnet.surveys.invited.models import ByInvitation, Invitee
from lipnet.surveys.models import Survey


def survey_with_list(slug: str, person) -> Survey:
    """A survey by invitation; another one has no such pages."""
    survey = survey_to_manage(slug, person)
    if ByInvitation.of(survey) is None:
        raise NotFound
    return survey


def invitee_to_manage(slug: str, number: int, person) -> Invitee:
    survey = survey_with_list(slug, person)
    found = Invitee.get_or_none((Invitee.survey == survey) & (Invitee.id == number))
    if found is None:
        raise NotFound
    return found
