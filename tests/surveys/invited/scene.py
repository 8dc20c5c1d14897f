"""A survey by invitation, its people, and one of them answering by her link."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.surveys import operations as surveys
from lipnet.surveys.invited import operations
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.invited.rows import Row
from tests.surveys import scene


def people(count: int) -> list[Row]:
    return [Row(f"Person {n:03d}", f"p{n:03d}@example.org", "en") for n in range(count)]


def draft_by_invitation(by, count: int = 12, *, slug: str = "members"):
    survey = scene.draft_survey(by, slug=slug)
    today = clock.today()
    surveys.schedule_survey(survey, today, today + timedelta(days=30), by=by)
    operations.choose_who_answers(survey, by_invitation=True, by=by)
    if count:
        operations.add_invitees(survey, people(count), by=by)
    return survey


def invited_survey(by, count: int = 12, *, slug: str = "members"):
    """Open, and everybody on the list written to."""
    survey = surveys.open_survey(draft_by_invitation(by, count, slug=slug), by=by)
    operations.send_invitations(survey, by=by)
    return survey


def on_list(survey) -> list[Invitee]:
    return list(Invitee.select().where(Invitee.survey == survey).order_by(Invitee.id))


def answer(survey, invitee: Invitee, submission: int | str | None = None, **answers):
    """This person's answer, sent; `submission` names it (by default after the person)."""
    named = invitee.id if submission is None else submission
    return surveys.submit_response(
        survey.published_version,
        submission_id=f"{named:032x}" if isinstance(named, int) else named,
        answers=answers or {"waited": "no", "wish": f"wish of {invitee.name}"},
        language="en",
        moment=scene.moment(),
        right=Invitee.get_by_id(invitee.id).link_hash,
    )
