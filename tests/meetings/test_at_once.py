"""The same button pressed twice, or by two people at once, does one thing."""

from datetime import date, timedelta

import pytest

from lipnet.core import clock
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.groups import operations as groups
from lipnet.groups.models import Appointment
from lipnet.meetings import operations
from lipnet.meetings.models import Meeting
from lipnet.nominations import operations as nominations
from lipnet.nominations.models import Call
from lipnet.people import operations as people
from lipnet.people.models import RoleGrant
from lipnet.surveys import operations as surveys
from lipnet.surveys.models import Survey
from tests import cast
from tests.surveys import scene as survey_scene
from tests.surveys.respond.test_at_once import all_at_once


def outcome(act):
    """What `act` made, or the refusal it met."""
    try:
        return act()
    except Refusal as refusal:
        return refusal


def tried_at_once(*acts) -> list:
    return all_at_once([lambda act=act: outcome(act) for act in acts])


def happened(code: str) -> int:
    return Event.select().where(Event.code == code).count()


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def council(alice):
    return groups.establish_body(kind="council", name={"en": "Council"}, by=alice)


def seat_in(council, alice):
    return groups.add_seat(council, label={"en": "Health"}, sector="health", by=alice)


def test_a_survey_is_opened_once(alice):
    draft = survey_scene.draft_survey(alice)
    surveys.schedule_survey(draft, None, clock.today() + timedelta(days=9), by=alice)
    slug = draft.slug
    loaded = [Survey.get(Survey.slug == slug) for _ in range(4)]
    tried_at_once(*(lambda s=survey: surveys.open_survey(s, by=alice) for survey in loaded))
    assert happened("surveys.opened") == 1
    loaded = [Survey.get(Survey.slug == slug) for _ in range(4)]
    tried_at_once(*(lambda s=survey: surveys.close_survey(s, by=alice) for survey in loaded))
    assert happened("surveys.closed") == 1


def test_a_call_for_nominations_is_opened_once(alice, council):
    today = clock.today()
    call = nominations.write_call(
        council, title={"en": "Seats"}, seats={seat_in(council, alice): {}}, opens_on=today,
        closes_on=today + timedelta(days=9), by=alice,
    )  # fmt: skip
    loaded = [Call.get_by_id(call.id) for _ in range(4)]
    tried_at_once(*(lambda c=call: nominations.open_call(c, by=alice) for call in loaded))
    assert happened("nominations.call_opened") == 1
    loaded = [Call.get_by_id(call.id) for _ in range(4)]
    tried_at_once(*(lambda c=call: nominations.close_call(c, by=alice) for call in loaded))
    assert happened("nominations.call_closed") == 1


def test_a_seat_is_given_to_one_of_two(alice, council):
    seat, term = seat_in(council, alice), {"from_on": clock.today(), "to_on": date(2099, 1, 1)}
    tried_at_once(
        *(lambda p=p: groups.appoint(seat, p, **term, by=alice) for p in (cast.bob(), cast.tam()))
    )
    assert Appointment.select().count() == 1


def test_of_two_coordinators_who_step_down_at_once_one_stays(alice):
    ada = cast.person("Ada Coordinates")
    for _ in range(8):
        for person in (alice, ada):
            RoleGrant.insert(
                person=person, role="coordinator", granted_at=clock.now()
            ).on_conflict_ignore().execute()
        tried_at_once(
            *(lambda p=p: people.withdraw_role(p, "coordinator", by=p) for p in (alice, ada))
        )
        assert RoleGrant.select().where(RoleGrant.role == "coordinator").count() == 1


def test_a_body_is_called_together_once(alice, council):
    day, where = clock.today() + timedelta(days=9), {"starts_at": "18:30", "place": "City Hall"}
    tried_at_once(*[lambda: operations.call_meeting(council, day, **where, by=alice)] * 4)
    assert Meeting.select().count() == 1
    operations.call_off_meeting(Meeting.get(), by=alice)
    assert operations.call_meeting(council, day, **where, by=alice)
