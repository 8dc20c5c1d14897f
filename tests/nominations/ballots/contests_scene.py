"""A call with seats of three kinds, divided into contests: made by the operations."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.groups.operations import add_seat, establish_body
from lipnet.nominations.ballots import forgetting, operations
from lipnet.nominations.ballots.contests import Contest, contests_of
from lipnet.nominations.models import Call
from lipnet.nominations.operations import close_call, open_call
from tests import cast
from tests.nominations import scene as calls
from tests.nominations.ballots import scene

HEALTH = ("Amina Diallo", "Bijan Rahimi", "Chau Tran")
SCHOOLS = ("Dalia Haddad", "Emeka Obi")
YOUNG = ("Farah Noor",)


def body(by):
    """Two health seats, one of education, one of a library that is kept for youth."""
    made = establish_body(
        kind="steering", name={"en": "Steering Committee"}, purpose={"en": "Guides us."}, by=by
    )
    for sector in ("health", "health", "education"):
        add_seat(made, label={"en": sector.title()}, sector=sector, by=by)
    add_seat(made, label={"en": "A young voice"}, sector="library", youth=True, by=by)
    return made


def closed(alice, *, health=HEALTH, schools=SCHOOLS, young=YOUNG) -> Call:
    """Who stands prefers a seat of the contest, but the last of the schools, who is of one."""
    call = open_call(calls.draft(body(alice), by=alice), by=alice)
    first, _, school, youth = call.seats
    for name in health:
        calls.accepted(call, cast.person(name), by=alice, seat=first)
    for name in schools[:-1]:
        calls.accepted(call, cast.person(name), by=alice, seat=school)
    for name in schools[-1:]:
        board = cast.organisation("School Board", sector="education")
        calls.accepted(call, cast.person(name, organisation=board), by=alice)
    for name in young:
        calls.accepted(call, cast.person(name), by=alice, seat=youth)
    return close_call(call, by=alice)


def divided(alice, **standing) -> dict[str, Contest]:
    call = closed(alice, **standing)
    return {each.kind: each for each in operations.divide_seats(call, by=alice)}


def terms(scrutineers=(), **more) -> dict:
    """What is said of every ballot."""
    checking = scrutineers or [cast.person(each, "member") for each in scene.SCRUTINEERS]
    last = clock.today() + timedelta(days=7)
    return {"rule": "scottish", "closes_on": last, "scrutineers": checking, **more}


def prepared(alice, *, voters: int = 5, named: str = "Voter", **more) -> dict[str, Contest]:
    """Ballots in preparation for health and education, with one roll."""
    standing = {key: more.pop(key) for key in ("health", "schools", "young") if key in more}
    found = divided(alice, **standing)
    call = found["health"].call
    ballots = operations.prepare_contests(call, by=alice, **terms(**more))
    people = [cast.person(f"{named} {n:03}") for n in range(1, voters + 1)]
    operations.put_on_every_roll(ballots, people, by=alice)
    return now(call)


def opened(alice, **more) -> dict[str, Contest]:
    call = prepared(alice, **more)["health"].call
    operations.open_contests(call, by=alice)
    return now(call)


def now(call: Call) -> dict[str, Contest]:
    """The contests as they are stored, by kind."""
    return {each.kind: each for each in contests_of(Call.get_by_id(call.id))}


def count(contest: Contest, by):
    with clock.at(clock.now() + timedelta(days=8)):
        return forgetting.count_and_forget(contest.ballot, by=by)


def seats_for(contest: Contest, people) -> dict:
    return dict(zip(people, contest.seats, strict=False))


def term() -> dict:
    return {"from_on": clock.today(), "to_on": clock.today() + timedelta(days=730)}
