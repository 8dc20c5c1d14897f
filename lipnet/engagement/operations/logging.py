"""Write an engagement down, put it right, take it out again."""

from collections.abc import Iterable, Mapping
from datetime import date

from lipnet import languages
from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.engagement.models import (
    KINDS,
    NEWCOMER_NAMES,
    Engagement,
    Partner,
    PopulationGroup,
    Reached,
)
from lipnet.meetings.models import Meeting
from lipnet.people.models import SECTORS, Organisation

LOGGED = declare("engagement.logged", lazy("%(who)s wrote an engagement down."))
CHANGED = declare("engagement.changed", lazy("%(who)s changed an engagement."))
REMOVED = declare("engagement.removed", lazy("%(who)s took an engagement out of the log."))
PLAIN = (
    "kind", "title", "from_on", "place", "body", "organiser", "purpose", "languages",
    "interpreters", "child_care", "people", "hours", "cents", "in_kind",
)  # fmt: skip
USUAL = {"purpose": {}, "in_kind": {}, "languages": []}


@operation
def log_engagement(
    *,
    kind: str,
    title: dict,
    from_on: date,
    to_on: date | None = None,
    partners: Iterable[Organisation] = (),
    other_partners: Iterable[str] = (),
    reached: Mapping[str, Mapping[str, int]] | None = None,
    meeting: Meeting | None = None,
    by,
    **more,
) -> Engagement:
    """Write down that people were, or will be, met. `reached` {side: {key: people}}.

    `more` are any other particulars of Engagement. Raises Refusal if a count is larger than the
    total, the days are the wrong way round, or the meeting is an engagement already.
    """
    given = {**USUAL, **more, "kind": kind, "title": title, "from_on": from_on}
    days = {"to_on": to_on or from_on}
    if meeting and Engagement.select().where(Engagement.meeting == meeting).exists():
        raise Refusal(lazy("This meeting stands in the log already."))
    _check(given, days["to_on"], reached or {})
    given |= {"logged_on": clock.today(), "logged_by": by.id, "meeting": meeting}
    engagement = Engagement.create(**given, **days)
    _put_beside(engagement, partners, other_partners, reached or {})
    record(LOGGED, engagement, by=by)
    return engagement


@operation
def change_engagement(
    engagement: Engagement, *, partners, other_partners, reached, to_on=None, by, **given
) -> None:
    """Put the whole entry right; refused as log_engagement does."""
    given = {**USUAL, **given}
    changes = {**given, "to_on": to_on or given["from_on"]}
    _check(given, changes["to_on"], reached)
    for name, value in changes.items():
        setattr(engagement, name, value)
    engagement.save(only=list(changes))
    Partner.delete().where(Partner.engagement == engagement).execute()
    Reached.delete().where(Reached.engagement == engagement).execute()
    _put_beside(engagement, partners, other_partners, reached)
    record(CHANGED, engagement, by=by)


@operation
def remove_engagement(engagement: Engagement, *, by) -> None:
    """Take an entry out; refused if findings rest on it or files stand beside it."""
    if any(heard.finding_id for heard in engagement.heard):
        raise Refusal(lazy("Findings rest on this engagement, so it stays in the log."))
    if engagement.files.exists():
        raise Refusal(lazy("Remove its files first."))
    record(REMOVED, engagement, by=by)
    engagement.delete_instance(recursive=False)


def _check(given: dict, to_on: date, reached: Mapping[str, Mapping[str, int]]) -> None:
    unknown = set(given) - set(PLAIN)
    if unknown:
        raise TypeError(f"an engagement has no {sorted(unknown)[0]}")
    if given["kind"] not in KINDS:
        raise Refusal(lazy("Choose what kind of engagement it was."), field="kind")
    if not any((given["title"] or {}).values()):
        raise Refusal(lazy("Write a title in at least one language."), field="title")
    if to_on < given["from_on"]:
        raise Refusal(lazy("It cannot end before it begins."), field="to_on")
    _check_counts(given.get("people"), given["from_on"], reached)


def _check_counts(people: int | None, from_on: date, reached) -> None:
    counted = [(side, key, n) for side, counts in reached.items() for key, n in counts.items()]
    if from_on > clock.today() and (people is not None or counted):
        raise Refusal(lazy("It is still to come, so nobody can be counted yet."), field="people")
    if counted and people is None:
        raise Refusal(lazy("Say first how many people came in all."), field="people")
    known = _known()
    for side, key, n in counted:
        if side not in known or key not in known[side]:
            raise Refusal(lazy("This group of people is not known here."), field=side)
        if not 0 <= n <= people:
            raise Refusal(
                lazy("No count can be larger than the %(people)s people in all.", people=people),
                field=side,
            )


def _known() -> dict[str, set[str]]:
    return {
        "sector": set(SECTORS),
        "language": {known.tag for known in languages.all_languages()},
        "population": {row.code for row in PopulationGroup.select(PopulationGroup.code)},
        "newcomer": set(NEWCOMER_NAMES),
    }


def _put_beside(engagement: Engagement, partners, other_partners, reached) -> None:
    for organisation in dict.fromkeys(partners):
        Partner.create(engagement=engagement, organisation=organisation)
    names = {folded(name): name.strip()[:200] for name in other_partners if name.strip()}
    for name in names.values():
        Partner.create(engagement=engagement, name=name)
    rows = [(side, key, n) for side, counts in reached.items() for key, n in counts.items() if n]
    for side, key, n in rows:
        Reached.create(engagement=engagement, side=side, key=key, people=n)
