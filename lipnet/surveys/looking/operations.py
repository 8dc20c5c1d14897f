"""The verbs of looking: each look at exact figures is noted; filters and profiles are kept."""

from collections.abc import Mapping
from datetime import date, timedelta

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.looking.models import CensusProfile, KeptFilter
from lipnet.surveys.models import Survey

LOOKED = declare("surveys.exact_look", lazy("%(who)s looked at exact figures: %(what)s."))
KEPT = declare("surveys.filter_kept", lazy("%(who)s kept a filter: %(name)s."))
RENAMED = declare("surveys.filter_renamed", lazy("%(who)s renamed a filter: %(name)s."))
FORGOTTEN = declare("surveys.filter_forgotten", lazy("%(who)s deleted a filter: %(name)s."))
PROFILED = declare(
    "surveys.census_kept", lazy("%(who)s set the survey beside figures of the population.")
)
UNPROFILED = declare(
    "surveys.census_removed", lazy("%(who)s took the figures of the population away.")
)

A_WHILE = timedelta(minutes=10)
LONGEST_NAME = 80
LONGEST_TEXT = 2_000
MOST_FILTERS = 100


@operation
def note_exact_look(survey: Survey, what: str, *, by) -> None:
    """That somebody looked at exact figures, and what was asked for: never what was seen.

    `what` as in an address: "frequencies", "waited x area; language:ar".
    """
    record(LOOKED, survey, by=by, what=what[:LONGEST_TEXT])


@operation
def keep_filter(survey: Survey, name: str, text: str, *, by) -> KeptFilter:
    """Keep a filter under a name. Raises Refusal if the name is taken or missing."""
    if not text:
        raise Refusal(lazy("Everybody is no filter: choose a group first."))
    if len(KeptFilter.of(hold(survey))) >= MOST_FILTERS:
        raise Refusal(lazy("A survey keeps at most 100 filters. Delete one first."))
    kept = KeptFilter.create(
        survey=survey,
        name=_free_name(survey, name),
        text=text[:LONGEST_TEXT],
        by=by.id,
        kept_at=clock.now(),
    )
    record(KEPT, survey, by=by, name=kept.name)
    return kept


@operation
def rename_filter(kept: KeptFilter, name: str, *, by) -> KeptFilter:
    kept = hold(kept)
    if name.strip() != kept.name:
        kept.name = _free_name(kept.survey, name)
        kept.save()
    record(RENAMED, kept.survey, by=by, name=kept.name)
    return kept


@operation
def forget_filter(kept: KeptFilter, *, by) -> None:
    record(FORGOTTEN, kept.survey, by=by, name=kept.name)
    kept.delete_instance()


@operation
def keep_profile(
    survey: Survey,
    shares: Mapping[str, Mapping[str, float]],
    *,
    source: str,
    counted_on: date,
    link: str = "",
    by,
) -> list[CensusProfile]:
    """Set questions of the survey beside the population; a question's former profile goes.

    shares: question -> option code -> share, from 0 to 1. Raises Refusal if there is none.
    """
    hold(survey)
    if not shares:
        raise Refusal(lazy("There is no question that could be compared."))
    of_these = CensusProfile.question.in_(list(shares))
    CensusProfile.delete().where((CensusProfile.survey == survey) & of_these).execute()
    about = {"source": source.strip(), "counted_on": counted_on, "link": link.strip()}
    now = clock.now()
    kept = [
        CensusProfile.create(
            survey=survey, question=name, shares=dict(each), kept_at=now, kept_by=by.id, **about
        )
        for name, each in shares.items()
    ]
    record(PROFILED, survey, by=by, questions=sorted(shares))
    return kept


@operation
def remove_profiles(survey: Survey, *, by) -> None:
    """Take every profile of the population away from a survey."""
    CensusProfile.delete().where(CensusProfile.survey == survey).execute()
    record(UNPROFILED, survey, by=by)


def _free_name(survey: Survey, name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise Refusal(lazy("Give the filter a name of at most 80 characters."), field="name")
    if KeptFilter.get_or_none((KeptFilter.survey == survey) & (KeptFilter.name == name)):
        raise Refusal(lazy("Another filter of this survey has this name."), field="name")
    return name
