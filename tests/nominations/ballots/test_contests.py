"""The seats of a call in several contests: who stands where, one letter, each decided by itself."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import peewee
import pytest

from lipnet.core import clock, migrations, thread
from lipnet.core.db import db
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Seat, people_of
from lipnet.meetings.citing.wiring import decided_calls
from lipnet.nominations import news, wording
from lipnet.nominations.ballots import ended, ledger, letters, operations, outcomes, recount
from lipnet.nominations.ballots import news as of_ballots
from lipnet.nominations.ballots.contests import Contest, ContestCandidate, ContestSeat, nowhere
from lipnet.nominations.ballots.models import Ballot, CastBallot
from lipnet.nominations.models import Call, CallSeat
from lipnet.nominations.operations import acclaim, withdraw_nomination
from tests import cast
from tests.nominations.ballots import contests_scene as contests
from tests.nominations.ballots import scene


@pytest.fixture
def alice(database):
    return cast.alice()


def names(nominations) -> tuple[str, ...]:
    return tuple(row.nominee.name for row in nominations)


def standing(found: dict[str, Contest]) -> dict[str, tuple[str, ...]]:
    return {kind: names(each.candidates) for kind, each in found.items()}


def letters_of(code: str, writer) -> list:
    return [each for event in Event.select().where(Event.code == code) for each in writer(event)]


def test_seats_are_divided_by_sector_and_mark_and_seats_and_organisations_say_who_stands_where(
    alice,
):
    found = contests.divided(alice)
    assert standing(found) == {
        "health": contests.HEALTH,
        "education": contests.SCHOOLS,
        "youth": contests.YOUNG,
    }
    assert [len(each.seats) for each in found.values()] == [2, 1, 1]
    assert nowhere(found["health"].call) == []


def test_a_seat_and_a_nominee_are_in_one_contest_only(alice):
    found = contests.divided(alice)
    seat = CallSeat.get(CallSeat.call == found["health"].call)
    somebody = found["health"].candidates[0]
    for table, row in (
        (ContestSeat, {"call_seat": seat}),
        (ContestCandidate, {"nomination": somebody}),
    ):
        with pytest.raises(peewee.IntegrityError), db.atomic():
            table.create(contest=found["youth"], **row)


def test_seats_move_between_contests_until_something_is_prepared(alice):
    found = contests.divided(alice)
    call = Call.get_by_id(found["health"].call_id)
    first, second, school, youth = call.wanted
    operations.move_seats(call, {second: "francophone", youth: "education"}, by=alice)
    found = contests.now(call)
    assert {kind: [seat.number for seat in each.seats] for kind, each in found.items()} == {
        "health": [1], "education": [3, 4], "francophone": [2],
    }  # fmt: skip
    assert [row.nominee.name for row in nowhere(call)] == ["Farah Noor"]
    with pytest.raises(Refusal, match="One contest would have all"):
        operations.move_seats(call, dict.fromkeys(call.wanted, "health"), by=alice)
    assert len(contests.now(call)) == 3
    operations.place_candidates(call, {nowhere(call)[0]: found["education"]}, by=alice)
    operations.prepare_contests(call, by=alice, **contests.terms())
    with pytest.raises(Refusal, match="stay where they are"):
        operations.move_seats(call, {second: "health"}, by=alice)


def test_nobody_is_left_out_because_nobody_said_where_she_stands(alice):
    found = contests.divided(alice)
    stray = found["youth"].candidates[0]
    ContestCandidate.delete().where(ContestCandidate.nomination == stray).execute()
    call = Call.get_by_id(found["health"].call_id)
    for refused in (
        lambda: operations.prepare_contests(call, by=alice, **contests.terms()),
        lambda: operations.leave_vacant(found["youth"], by=alice),
    ):
        with pytest.raises(Refusal, match="Farah Noor"):
            refused()
    operations.place_candidates(call, {stray: found["education"]}, by=alice)
    assert names(contests.now(call)["education"].candidates)[-1] == "Farah Noor"


def test_who_stands_where_is_changed_until_the_ballot_opens(alice):
    found = contests.prepared(alice)
    call, dalia = found["health"].call, found["education"].candidates[0]
    operations.reserve_places(
        found["education"].ballot, "youth", members=[dalia], minimum=1, by=alice
    )
    operations.place_candidates(call, {dalia: found["health"]}, by=alice)
    operations.reserve_places(found["health"].ballot, "youth", members=[dalia], minimum=1, by=alice)
    with pytest.raises(Refusal, match="reserved places cannot be kept"):
        operations.open_contests(call, by=alice)
    operations.free_places(found["education"].ballot.places.get(), by=alice)
    operations.open_contests(call, by=alice)
    with pytest.raises(Refusal, match="does not change any more"):
        operations.place_candidates(call, {dalia: found["education"]}, by=alice)
    found = contests.now(call)
    assert found["health"].ballot.options == (*contests.HEALTH, "Dalia Haddad")
    assert found["education"].ballot.options == ("Emeka Obi",)


def test_nobody_is_moved_by_a_page_from_before_the_opening(alice):
    found = contests.prepared(alice)
    health, (mover,) = found["health"], found["youth"].candidates
    assert health.ballot.is_draft  # as the page shows it
    operations.open_contests(Call.get_by_id(health.call_id), by=alice)
    with pytest.raises(Refusal, match="People vote already"):
        operations.place_candidates(health.call, {mover: health}, by=alice)


def test_who_is_moved_while_a_ballot_opens_stands_on_it(alice):
    """One ballot is opened while another request has moved somebody and is not through yet."""
    found = contests.prepared(alice)
    health, mover = found["health"], found["education"].candidates[-1]
    moved, opened = threading.Event(), threading.Event()

    def move():
        with db.connection_context(), db.atomic():
            operations.place_candidates(health.call, {mover: health}, by=alice)
            moved.set()
            opened.wait(0.5)

    def begin():
        with db.connection_context():
            moved.wait()
            operations.open_ballot(Ballot.get_by_id(health.ballot_id), by=alice)
            opened.set()

    with ThreadPoolExecutor(2) as two:
        for done in [two.submit(move), two.submit(begin)]:
            done.result()
    assert mover in [row.nomination for row in Ballot.get_by_id(health.ballot_id).standing]


def test_a_ballot_is_prepared_only_where_more_people_stand_than_there_are_seats(alice):
    found = contests.prepared(alice)
    assert {kind for kind, each in found.items() if each.ballot} == {"health", "education"}
    assert (found["health"].ballot.seats, found["education"].ballot.seats) == (2, 1)
    with pytest.raises(Refusal, match="No contest waits"):
        operations.prepare_contests(
            found["health"].call,
            by=alice,
            **contests.terms([row.person for row in found["health"].ballot.scrutineers]),
        )


def test_the_roll_is_shared_and_can_be_changed_for_each_contest(alice):
    found = contests.prepared(alice)
    health, schools = found["health"].ballot, found["education"].ballot
    assert [row.person_id for row in health.roll] == [row.person_id for row in schools.roll]
    operations.take_off_roll(scene.roll(schools)[0], by=alice)
    assert (health.roll.count(), schools.roll.count()) == (5, 4)
    checking = [row.person for row in health.scrutineers]
    operations.give_up_ballot(health, by=alice)
    anew = operations.prepare_ballot(
        found["health"].call,
        contest=contests.now(found["health"].call)["health"],
        seats=2,
        by=alice,
        **contests.terms(checking),
    )
    assert anew.roll.count() == 4


def test_each_ballot_can_be_changed_by_itself_until_it_opens(alice):
    found = contests.prepared(alice)
    ballot, others = found["health"].ballot, [cast.person("Uma Lee"), cast.person("Vic Roy")]
    last = clock.today()
    said = {"rule": "meek", "seats": 2, "closes_on": last, "scrutineers": others, "receipts": True}
    operations.revise_ballot(ballot, **said, drawer=others[0], by=alice)
    changed, other = Ballot.get_by_id(ballot.id), found["education"].ballot
    assert (changed.rule, changed.closes_on, changed.receipts) == ("meek", last, True)
    assert [row.person for row in changed.scrutineers] == others
    assert (other.rule, other.receipts) == ("scottish", False)
    operations.open_ballot(changed, by=alice)
    with pytest.raises(Refusal, match="opened"):
        operations.revise_ballot(changed, **said, by=alice)


def test_a_voter_gets_one_letter_with_a_link_for_each_contest_and_a_refused_one_is_seen_in_both(
    alice,
):
    found = contests.prepared(alice)
    only = cast.person("Only Health")
    operations.put_on_roll(found["health"].ballot, [only], by=alice)
    operations.open_contests(found["health"].call, by=alice)
    event, *_ = sent = list(Event.select().where(Event.code == "ballots.link_sent"))
    assert len(sent) == 6
    written = {each.to: each.body for each in letters_of("ballots.link_sent", address_given)}
    for ballot in (found["health"].ballot, found["education"].ballot):
        for entry in ballot.roll:
            assert f"/vote/{ledger.token_of(entry)}" in written[entry.person.email]
    several, single = written["voter.001@example.org"], written["only.health@example.org"]
    assert several.index("Health") < several.index("Education")
    assert (several.count("/vote/"), single.count("/vote/")) == (2, 1)
    letters.came_back(event, "no such box")
    noted = Event.select().where(Event.code == "ballots.link_bounced")
    assert {int(each.record_id) for each in noted} == {
        int(event.record_id), *event.particulars["further"]
    }  # fmt: skip


def address_given(event):
    return letters.voting_link(event, "https://lip.example")


def test_the_lists_of_what_waits_name_the_contest(alice, app_of):
    found = contests.opened(alice)
    voter = scene.roll(found["health"].ballot)[0].person
    with app_of.test_request_context():
        told = " ".join(item.sentence for item in of_ballots.waiting(voter))
    assert "Health" in told and "Education" in told


def test_on_the_thread_each_ballot_of_a_call_is_named_by_its_contest(alice, app_of):
    found = contests.opened(alice)
    shown = thread.kind("ballot").title
    titles = [shown(found[kind].ballot) for kind in ("health", "education")]
    name = found["health"].call.title["en"]
    assert titles == [f"{name} (Health)", f"{name} (Education)"]


def test_one_contest_is_decided_and_the_others_go_on(alice):
    found = contests.opened(alice)
    call = found["health"].call
    scene.vote(found["health"].ballot, (1,), (1,), (2,), (2,), (3,))
    contests.count(found["health"], alice)
    chosen = outcomes.elected(found["health"].ballot)
    with pytest.raises(Refusal, match="not part of the call"):
        operations.appoint_elected(
            found["health"].ballot, dict(zip(chosen, call.seats[1:], strict=False)),
            **contests.term(), by=alice,
        )  # fmt: skip
    appoint(found["health"], alice)
    call = Call.get_by_id(call.id)
    states = {row.nominee.name: row.state for row in call.everybody}
    assert [states[name] for name in contests.HEALTH] == ["appointed", "appointed", "not_selected"]
    assert states["Dalia Haddad"] == "accepted"
    assert not call.is_decided and call not in decided_calls()
    told = {each.to: each.body for each in letters_of("ballots.contest_elected", ended.of_contest)}
    assert "elected by secret ballot" in told["amina.diallo@example.org"]
    assert "Thank you for standing" in told["chau.tran@example.org"]
    assert not {"dalia.haddad@example.org", "farah.noor@example.org"} & set(told)
    for again in (
        lambda: appoint(found["health"], alice),
        lambda: withdraw_nomination(chosen[0], by=alice),
    ):
        with pytest.raises(Refusal, match="has been decided"):
            again()


def appoint(contest: Contest, by) -> None:
    seats = contests.seats_for(contest, outcomes.elected(contest.ballot))
    operations.appoint_elected(contest.ballot, seats, **contests.term(), by=by)


def test_the_call_is_decided_with_its_last_contest(alice):
    found = contests.opened(alice)
    call, youth = found["health"].call, found["youth"]
    operations.acclaim_contest(
        youth, contests.seats_for(youth, youth.candidates), **contests.term(), by=alice
    )
    (welcome, *_) = letters_of("ballots.contest_acclaimed", ended.of_contest)
    assert "acclamation" in welcome.body and "ballot" not in welcome.body
    for kind, rankings in (("health", [(1,), (1,), (2,)]), ("education", [(2,)])):
        scene.vote(found[kind].ballot, *rankings)
        contests.count(found[kind], alice)
        assert not Call.get_by_id(call.id).is_decided
        appoint(contests.now(call)[kind], alice)
    assert Call.get_by_id(call.id).is_decided and decided_calls() == [call]
    sitting = {person.name for person in people_of(call.body, clock.today())}
    assert sitting == {"Amina Diallo", "Bijan Rahimi", "Emeka Obi", "Farah Noor"}


def test_an_acclamation_waits_until_no_vote_is_needed(alice):
    found = contests.opened(alice)
    with pytest.raises(Refusal, match="ballot of this contest"):
        operations.acclaim_contest(found["health"], {}, **contests.term(), by=alice)
    crowded = contests.now(found["health"].call)["youth"]
    operations.acclaim_contest(
        crowded, contests.seats_for(crowded, crowded.candidates), **contests.term(), by=alice
    )
    with pytest.raises(Refusal, match="has been decided"):
        operations.acclaim_contest(crowded, {}, **contests.term(), by=alice)


def test_more_people_than_seats_are_not_acclaimed(alice):
    found = contests.divided(alice)
    with pytest.raises(Refusal, match="no vote needed"):
        operations.acclaim_contest(found["health"], {}, **contests.term(), by=alice)


def test_seats_for_which_nobody_stands_stay_vacant_and_wait_for_another_call(alice, app_of):
    found = contests.divided(alice, young=())
    with pytest.raises(Refusal, match="Somebody stands"):
        operations.leave_vacant(found["health"], by=alice)
    with app_of.test_request_context():
        (empty,) = found["youth"].seats
        assert "See the call" in str(news.open_a_call(empty, alice).label)
        operations.leave_vacant(found["youth"], by=alice)
        empty = Seat.get_by_id(empty.id)  # calls are read once per loaded group
        assert "Open a call" in str(news.open_a_call(empty, alice).label)
    assert not Call.get_by_id(found["health"].call_id).is_decided


def test_a_slate_that_is_not_carried_leaves_its_seats_vacant_and_thanks_who_stood(alice):
    found = contests.divided(alice)
    ballot = operations.prepare_ballot(
        found["youth"].call, contest=found["youth"], seats=1, by=alice,
        **contests.terms() | {"rule": "slate"},
    )  # fmt: skip
    people = [cast.person(f"Voter {n}") for n in range(3)]
    operations.put_on_roll(ballot, people, by=alice)
    operations.open_contests(ballot.call, by=alice)
    scene.vote(ballot, (2,), (2,), (1,))
    youth = contests.now(ballot.call)["youth"]
    with pytest.raises(Refusal, match="let people vote"):
        operations.leave_vacant(youth, by=alice)
    contests.count(youth, alice)
    operations.leave_vacant(youth, by=alice)
    (thanks,) = letters_of("ballots.contest_left_vacant", ended.of_contest)
    assert thanks.to == "farah.noor@example.org" and "stays vacant" in thanks.body


def test_who_stands_nowhere_yet_holds_up_no_contest_that_was_voted_on(alice):
    found = contests.prepared(alice, schools=("Dalia Haddad", "Emeka Obi"))
    call = Call.get_by_id(found["education"].call_id)
    operations.give_up_ballot(found["health"].ballot, by=alice)
    school = contests.now(call)["education"]
    operations.open_ballot(school.ballot, by=alice)
    contests.count(contests.now(call)["education"], alice)  # nobody voted
    ContestCandidate.delete().where(ContestCandidate.contest == found["youth"]).execute()
    operations.leave_vacant(contests.now(call)["education"], by=alice)
    with pytest.raises(Refusal, match="Farah Noor"):
        operations.leave_vacant(contests.now(call)["youth"], by=alice)


def test_each_nomination_tells_who_decided_its_contest_and_when(alice):
    found, bob = contests.opened(alice), cast.person("Bob Records", "coordinator")
    call, youth = found["health"].call, found["youth"]
    tomorrow = clock.now() + timedelta(days=1)
    operations.acclaim_contest(
        youth, contests.seats_for(youth, youth.candidates), **contests.term(), by=alice
    )
    for kind in ("health", "education"):
        scene.vote(found[kind].ballot, (1,), (2,), (2,))
        contests.count(found[kind], alice)
        with clock.at(tomorrow):
            appoint(contests.now(call)[kind], bob)
    told = {row.nominee.name: wording.steps_of(row)[-1] for row in call.everybody}
    young, lost = told["Farah Noor"], told["Dalia Haddad"]
    assert (young.on, young.title.split(" recorded")[0]) == (clock.today(), alice.name)
    assert (lost.on, lost.title) == (
        clock.today() + timedelta(days=1),
        "Bob Records recorded the decision: Dalia Haddad was not selected.",
    )


def test_a_divided_call_is_not_acclaimed_or_voted_on_as_a_whole(alice):
    call = contests.divided(alice)["health"].call
    for refused in (
        lambda: acclaim(call, {}, **contests.term(), by=alice),
        lambda: operations.prepare_ballot(call, seats=4, by=alice, **contests.terms()),
        lambda: operations.divide_seats(call, by=alice),
    ):
        with pytest.raises(Refusal, match=r"contests|ballot already"):
            refused()


def test_seats_are_put_together_again_until_people_vote(alice):
    found = contests.prepared(alice)
    call = found["health"].call
    operations.undivide_seats(call, by=alice)
    assert not Contest.select().exists() and not Ballot.select().exists()
    operations.divide_seats(call, by=alice)
    operations.acclaim_contest(
        (youth := contests.now(call)["youth"]),
        contests.seats_for(youth, youth.candidates), **contests.term(), by=alice,
    )  # fmt: skip
    with pytest.raises(Refusal, match="stay divided"):
        operations.undivide_seats(call, by=alice)


def test_each_contest_has_a_file_and_a_recount_of_its_own(alice):
    found = contests.opened(alice)
    read = {}
    for kind in ("health", "education"):
        scene.vote(found[kind].ballot, (1, 2), (1, 2), (2, 1))
        count = contests.count(found[kind], alice)
        contest, outcome = outcomes.outcome_of(count)
        file = outcomes.file_of(contest).decode()
        candidates, *more = recount.read(file)
        seats, withdrawn, ballots, reserved = more
        _, elected, *_ = recount.count(
            len(candidates), seats, withdrawn, ballots, count.seed, reserved
        )
        assert tuple(elected) == outcome.elected
        read[kind] = (tuple(candidates), seats, count.file_hash, contest.title)
    assert read["health"][:2] == (contests.HEALTH, 2)
    assert read["education"][:2] == (contests.SCHOOLS, 1)
    assert not set(read["health"][2:]) & set(read["education"][2:])


def test_a_ballot_of_before_goes_through_the_migration_whole_and_contests_do_not_go_back(
    alice, database
):
    ballot = scene.opened(alice)
    scene.vote(ballot, (1, 2), (2, 1))
    before = [list(table.select().dicts()) for table in (Ballot, CastBallot)]
    migrations.migrate_back(database.folder, "0058_contests")
    with pytest.raises(peewee.IntegrityError), db.atomic():
        Ballot.insert(call=ballot.call, rule="meek", seats=1, closes_on=clock.today()).execute()
    migrations.migrate(database.folder)
    assert [list(table.select().dicts()) for table in (Ballot, CastBallot)] == before
    call = Call.get_by_id(ballot.call_id)
    Contest.create(call=call, kind="health")
    with pytest.raises(migrations.CannotGoBack):
        migrations.migrate_back(database.folder, "0058_contests")
    migrations.migrate(database.folder)  # those after it did go back
    assert Contest.select().count() == 1
