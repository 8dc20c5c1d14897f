"""The demo partnership, and beside it one of everything that is only half done."""

from datetime import timedelta

from lipnet.core import clock, links
from lipnet.core.events import THE_PROGRAM
from lipnet.evidence import operations as evidence
from lipnet.evidence.models import Finding
from lipnet.groups import operations as groups
from lipnet.groups.models import Appointment, Body, people_of, vacant_seats
from lipnet.meetings import operations as meetings
from lipnet.meetings.agendas.models import UsualItem
from lipnet.meetings.agendas.operations.conflicts import declare_conflict
from lipnet.meetings.agendas.operations.papers import lay_paper
from lipnet.meetings.agendas.operations.proposing import propose_item
from lipnet.meetings.agendas.operations.usual import begin_usual, change_usual
from lipnet.meetings.bringing.desk import desk_of
from lipnet.meetings.bringing.operations import (
    bring_minutes,
    record_minutes,
    settle_group,
    settle_proposal,
)
from lipnet.meetings.bringing.reading import read_minutes
from lipnet.meetings.evotes.doors import vote_token
from lipnet.meetings.evotes.models import EVote, EVoter
from lipnet.meetings.inviting.doors import reply_token
from lipnet.meetings.minuting.operations import comment_on_minutes
from lipnet.meetings.models import Meeting, minutes_in_circulation
from lipnet.meetings.recording.operations import type_lines
from lipnet.meetings.series.operations import set_up_series
from lipnet.nominations import accompanying
from lipnet.nominations import operations as nominations
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots import operations as ballots
from lipnet.nominations.ballots.models import RollEntry
from lipnet.nominations.eligibility import CORRECTION_PURPOSE, EligibilityFinding
from lipnet.nominations.endorsing import ENDORSE_PURPOSE, Endorsement
from lipnet.nominations.further import Further
from lipnet.nominations.models import LINK_PURPOSE, Nomination
from lipnet.nominations.proposals import PROPOSAL_PURPOSE, Proposal
from lipnet.nominations.seating import fillable_seats
from lipnet.nominations.seconds import SECOND_PURPOSE, Second
from lipnet.nominations.statements import Said
from lipnet.people import operations as people
from lipnet.people.models import Organisation, Person
from lipnet.plans import operations as plans
from lipnet.plans.acting.asking import ProgressAsk
from lipnet.plans.acting.operations.progress import PURPOSE as PROGRESS_PURPOSE
from lipnet.plans.adopting.operations import propose_plan
from lipnet.plans.indicators import operations as indicators
from lipnet.plans.indicators.asking import ReadingAsk
from lipnet.plans.indicators.models import ReportingPeriod
from lipnet.plans.indicators.operations.asking import PURPOSE as READING_PURPOSE
from lipnet.plans.models import ActionPlan, Strategy
from lipnet.plans.strategies.operations import add_objective
from lipnet.reports.keeping_in_touch import operations as keeping_in_touch
from lipnet.reports.keeping_in_touch.sealing import door_of, key_of
from lipnet.reports.operations import compile_report
from lipnet.surveys.invited.ledger import token_of
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.workshop.models import TranslationDoor
from tests.browser.filled_surveys import leave_surveys_half_done
from tests.nominations.ballots import contests_scene as contests
from tests.nominations.ballots import scene as voting

BY_PERSONAL_LINK = (
    "surveys_public.invited_wall", "surveys_public.invited_notice", "surveys_public.stop",
    "surveys_public.invited_whole",
)  # fmt: skip
DOORS = [
    f"workshop_public.{page}" for page in ("language", "one", "preview", "file", "bring", "sign")
]
USUAL_FURTHER = Further()
TEXT = {"en": "Written for a walk through every page", "fr": "Écrit pour visiter chaque page"}


def leave_half_done() -> None:
    """Drafts, open minutes, an unadopted plan: what the demo's past no longer has."""
    noor = somebody("coordinator")
    vera = people.add_person("Vera Lopez", email="vera@example.org", by=noor)
    people.grant_role(vera, "viewer", by=noor)
    people.add_organisation({"en": "Harbour Choir"}, sector="other", by=noor)
    leave_surveys_half_done(noor)
    people.make_token(noor, "A dashboard", by=noor)
    _own_entry_to_be_put_right(somebody("member"))
    _meeting_of_today(noor)
    _findings(noor)
    _next_strategy_and_plan(noor)
    _call_and_terms(noor)
    _ballots(noor)
    _seconders(noor)
    _a_committee(noor)
    _a_check_and_proposals(noor)
    _drafts_of_nominations(noor)
    compile_report(ActionPlan.current(), by=noor)


def somebody(role: str) -> Person:
    """One person who signs in with this role and no other."""
    chairs = {row.person_id for row in Appointment.select() if row.role == "chair"}
    for person in Person.present():
        held = set(person.roles) | ({"chair"} if person.id in chairs else set())
        if held == ({"member", "chair"} if role == "chair" else {role}):
            return person
    raise AssertionError(f"nobody is only {role}")


def tokens() -> dict[str, str]:
    """endpoint -> a one-time token that still works there."""
    member, waiting = somebody("member"), next(n for n in Nomination.select() if n.is_waiting)
    return {
        "people.invitation": _token("invitation", member),
        "people.sign_in_by_link": _token("sign-in", member),
        "people.confirm_address": _token("new-address", member),
        "nominations_public.consent": _token(LINK_PURPOSE, waiting),
        "nominations_public.vote": ledger.token_of(_somebody_who_may_vote()),
        "nominations_public.second": _token(SECOND_PURPOSE, Second.get()),
        "calls_public.confirm": _token(
            PROPOSAL_PURPOSE, Proposal.get(Proposal.confirmed_at.is_null())
        ),
        "calls_public.accompany": _accompanied(),
        "calls_public.withdraw": _accompanied(),
        "calls_public.correction": _token(CORRECTION_PURPOSE, EligibilityFinding.get()),
        "nominations_public.endorse": _token(ENDORSE_PURPOSE, Endorsement.get()),
        "invitations_public.reply": _invited(),
        "progress_public.lead": _asked_lead(),
        "progress_public.readings": _asked_for_readings(),
        "evotes_public.vote": _asked_to_vote(),
        "reports_public.told_letters_door": _asked_for_the_letter(),
        **dict.fromkeys(BY_PERSONAL_LINK, token_of(Invitee.select().get())),
        **dict.fromkeys(DOORS, links.signed(TranslationDoor.get().link)),
    }


def _invited() -> str:
    """Of a member of a meeting that the series planned."""
    meeting = Meeting.select().where(Meeting.on > clock.today()).order_by(Meeting.on.desc()).first()
    return reply_token(meeting, people_of(meeting.body, meeting.on)[0])


def _asked_lead() -> str:
    return _token(PROGRESS_PURPOSE, ProgressAsk.get())


def _asked_for_readings() -> str:
    """Of somebody who reports an indicator of the quarter that is open."""
    period = ReportingPeriod.select().where(ReportingPeriod.closed_on.is_null()).get()
    asks = ReadingAsk.of(period) or indicators.ask_reporters(period, by=somebody("coordinator"))
    return _token(READING_PURPOSE, asks[0])


def _asked_to_vote() -> str:
    """Of a member who has not answered the open vote of the demo."""
    voter = EVoter.select().join(EVote).where(EVote.closed_at.is_null(), EVoter.choice.is_null())
    return vote_token(voter.get(), voter.get().person)


def _asked_for_the_letter() -> str:
    """Of somebody who is asked whether she wants the letter of the year."""
    address = "leyla@example.org"
    keeping_in_touch.leave_address(address, "ar")
    keeping_in_touch.move_addresses()
    return door_of(key_of(address))


def _token(purpose: str, record) -> str:
    return links.signed(links.make(purpose, record.id, timedelta(days=1)))


def _own_entry_to_be_put_right(member: Person) -> None:
    """Another address waits to be confirmed, another organisation to be written down."""
    people.ask_for_address(member, "moved@example.org", by=member)
    people.wish_for_organisation(member, "Harbour Choir", by=member)


def _somebody_who_may_vote() -> RollEntry:
    return next(row for row in RollEntry.select() if row.ballot.is_open)


def _accompanied() -> str:
    """The link of who stands where seconders are wanted."""
    links_of = (accompanying.open_link(row.nomination, accompanying.NOMINEE)
                for row in Second.select())  # fmt: skip
    return links.signed(next(link for link in links_of if link))


def _ballots(by) -> None:
    """One that is open, one in preparation, one that waits for a lot, one whose votes were lost,
    and one that is counted and waits for its scrutineers."""
    checking = [by, somebody("member")]
    gone = {"standing": ("Ana Lost", "Ben Lost"), "voters": 3, "named": "Again"}
    ballots.note_lost_votes(voting.opened(by, scrutineers=checking, **gone), by=by)
    voting.opened(by, voters=3, standing=("Ana Open", "Ben Open"), scrutineers=checking)
    new = {"standing": ("Ana Draft", "Ben Draft"), "voters": 3, "named": "Chooser"}
    draft = voting.prepared(by, scrutineers=checking, **new)
    some = draft.call.candidates[:1]
    ballots.reserve_places(draft, "youth", members=some, minimum=1, by=by)
    more = {"standing": ("Ana Even", "Ben Even"), "named": "Evenly", "drawer": by}
    even = voting.opened(by, seats=1, voters=4, scrutineers=checking, **more)
    voting.vote(even, (1,), (1,), (2,), (2,))
    voting.counted(even, by)
    others = {"standing": ("Ana Done", "Ben Done", "Cy Done"), "named": "Elector"}
    ballot = voting.opened(by, voters=5, scrutineers=checking, receipts=True, **others)
    voting.vote(ballot, (1, 2), (1, 2), (1, 3), (2, 1), (3,))
    voting.counted(ballot, by)
    _contests(by, checking)


def _contests(by, checking) -> None:
    """Seats of several kinds: in one call not divided yet, in one just so, in one with ballots."""
    contests.closed(by, health=("Ana Whole",), schools=("Ben Whole",), young=("Cy Whole",))
    contests.divided(by, health=("Ana Apart",), schools=("Ben Apart",), young=("Cy Apart",))
    new = {"health": ("Ana Part", "Ben Part", "Cy Part"), "schools": ("Di Part", "Ed Part")}
    contests.prepared(
        by, voters=3, named="Parter", scrutineers=checking, young=("Flo Part",), **new
    )


LINES = """\
# 1
✓ DECISION: We ask the school board for two evening classes.
MOTION: That the council meet in May.
CARRIED 9-0-1
# 2
SUIVI @Personne pour le 31 février : Réserver la salle.
The library offered a room.
# 9"""


OLD = """\
Minutes, 2025-02-12, 6:30 pm
Present: {0}, {1}, Maria Unknown

MOTION: That the council meet in May. Moved by {0}, seconded by {1}. Carried.
DECISION: We write to the school board.
ACTION: {0} to find a room by 2026-12-24.
ACTION: Somebody should call the library.
"""


def _meeting_of_today(by) -> None:
    """Under way: people are there, something was moved, decided and taken on."""
    body = Body.by_slug("partnership-council")
    finding = Finding.select().get()
    meeting = meetings.call_meeting(body, clock.today(), starts_at="09:00", place="Library", by=by)
    item = meetings.put_on_agenda(meeting, TEXT, because=[finding], by=by)
    meetings.put_on_agenda(meeting, TEXT, by=by)
    mover, seconder, *_ = people_of(body, clock.today())
    meetings.record_attendance(meeting, {mover: "present", seconder: "present"}, by=by)
    meetings.add_attendee(meeting, status="guest", name="Olga Petrenko", by=by)
    motion = meetings.move_motion(
        meeting, TEXT, mover=mover, seconder=seconder, result="carried", item=item, by=by
    )
    meetings.decide(meeting, TEXT, item=item, because=[finding], by=by)
    meetings.take_action(meeting, TEXT, owner=mover, item=item, by=by)
    assert motion.is_carried
    type_lines(meeting, LINES, language="en", version=0, by=by)
    _old_minutes(body, OLD.format(mover.name, seconder.name), by)
    set_up_series(
        body, rhythm="monthly", week=3, weekday=3, left_out=[7, 8], from_on=clock.today(),
        until_on=None, starts_at="17:30", place="Library", link="", languages=["en", "fr"],
        ahead_months=3, call_days=21, by=by,
    )  # fmt: skip
    _agenda_to_come(body, mover, by)
    _comment(by)


def _comment(by) -> None:
    """The coordinator says something of the minutes that are sent round."""
    comment_on_minutes(minutes_in_circulation()[0].meeting, by, "One name is missing.", by=by)


def _agenda_to_come(body: Body, member, by) -> None:
    """Usual items with words to read aloud, something for consent, a paper, a conflict, a
    proposal."""
    begin_usual(body, by=by)
    change_usual(UsualItem.of(body)[1], TEXT, kind="land", text=TEXT, by=by)
    day = clock.today() + timedelta(days=30)
    meeting = meetings.call_meeting(body, day, starts_at="18:30", place="Library", by=by)
    item = meetings.put_on_agenda(meeting, TEXT, purpose="consent", by=by)
    lay_paper(item, TEXT, link="https://example.org/budget", by=by)
    declare_conflict(item, member, "My employer applies.", steps_out=True, by=by)
    propose_item(meeting, TEXT, why="The city asks.", by=by)


def _old_minutes(body, text: str, by) -> None:
    """Some that are recorded, and some that wait to be looked at."""
    for name, content in (("older.md", text.replace("2025", "2024")), ("old.md", text)):
        read = read_minutes(name, content.encode())
        brought = bring_minutes(body, read, desk=desk_of(read.text, body, name), by=by)
        settle_group(brought, "attendee", by=by)
        settle_proposal(brought, "meeting", "kept", by=by)
        if name == "older.md":
            record_minutes(brought, by=by)


def _findings(by) -> None:
    """Corrected, withdrawn, not used yet and in one language; a theme that is retired."""
    theme = evidence.add_theme({"en": "Seniors", "fr": "Personnes âgées"}, by=by)
    wrong, gone = (
        evidence.note_outside_finding(TEXT, source="A rumour", themes=[theme], by=by)
        for _ in range(2)
    )
    evidence.correct_finding(wrong, statement=TEXT, why=TEXT, by=by)
    evidence.withdraw_finding(gone, by=by)
    evidence.retire_theme(theme, by=by)
    evidence.note_outside_finding(
        {"en": "Written in one language."},
        source="A table with wide headings",
        kind="table",
        link="https://example.org/a/long/address/of/the/source/that/does/not/break/anywhere.html",
        table=[["Year", *(["A heading of a column"] * 5)], *([["2026", *"12345"]] * 3)],
        by=by,
    )


def _next_strategy_and_plan(by) -> None:
    running = Strategy.current()
    following = plans.write_strategy(
        TEXT, from_year=running.to_year, to_year=running.to_year + 3, by=by
    )
    last = plans.add_priority(plans.add_pillar(following, TEXT, by=by), TEXT, by=by)
    add_objective(last, TEXT, by=by)
    plan = plans.start_plan(running, ActionPlan.current().fiscal_year + 1, by=by)
    priority = running.in_order()[0].in_order()[0]
    plans.plan_action(plan, priority, TEXT, lead_organisation=Organisation.select().get(), by=by)
    plans.plan_action(plan, priority, TEXT, lead_body=Body.standing()[0], by=by)
    propose_plan(plan, by=by)


def _seconders(by) -> None:
    """A nomination that waits for the support of another organisation."""
    call = _open_call(nominations.Rules(seconders=1, eligibility=TEXT), by)
    named = Said(organisation="Harbour Choir", endorser="Ines Roy")
    stands = nominations.stand(
        call, statement="I would like to.", said=named, by=somebody("member")
    )
    nominee = stands.nominee
    other = next(row for row in Organisation.present() if row.id != nominee.organisation_id)
    new = nominations.NewNominee("Ines Roy", "ines@seconds.example", "fr")
    nominations.ask_to_second(stands, new, other, by=by)
    nominations.ask_to_endorse(stands, new, by=by)
    nominations.give_links(stands, by=by)


def _a_committee(by) -> None:
    """A closed call that a committee has read and recommends somebody for."""
    call = _open_call(nominations.Rules(way="recommendation"), by)
    stands = nominations.stand(call, statement="I would like to.", by=somebody("member"))
    nominations.close_call(call, by=by)
    nominations.name_reviewer(call, by, by=by)
    (seat,) = call.seats
    nominations.read_nomination(stands, marks={str(seat.id): 2}, note="Good.", by=by)
    nominations.recommend(call, {stands: seat}, report="She knows the field.", by=by)


def _a_check_and_proposals(by) -> None:
    """A nomination that was returned, one that came late, and one that nobody has confirmed."""
    call = _open_call(
        nominations.Rules(eligibility=TEXT), by, Further("17:00", checks_eligibility=True)
    )
    stands = nominations.stand(call, statement="I would like to.", by=by)
    nominations.note_eligibility(stands, "returned", reason="Where do you live?", by=by)
    writer = nominations.NewNominee("Nadia Haddad", "nadia@public.example", "ar")
    nominee = nominations.NewNominee("Omar Diallo", "omar@public.example", "fr")
    nominations.propose(call, writer, None, statement="I would.", by=THE_PROGRAM)
    closed = nominations.close_call(_open_call(nominations.Rules(), by), by=by)
    nominations.keep_late(closed, nominee, statement="He would.", by=somebody("member"))


def _drafts_of_nominations(by) -> None:
    """One to go on with, and the newest, whose call has closed meanwhile."""
    typed = {"name": ["Sana Khan"], "statement-fr": ["Elle écoute.\nElle compte."]}
    rules = nominations.Rules()
    running, over = _open_call(rules, by), _open_call(rules, by)
    for call in (running, over):
        nominations.save_draft(call, "nominate", typed, by=by)
    nominations.close_call(over, by=by)


def _open_call(rules, by, further=USUAL_FURTHER):
    today = clock.today()
    body = next(body for body in Body.standing() if fillable_seats(body, today))
    call = nominations.write_call(
        body, title=TEXT, seats={fillable_seats(body, today)[0]: TEXT}, opens_on=today,
        closes_on=today + timedelta(days=20), rules=rules, further=further, by=by,
    )  # fmt: skip
    return nominations.open_call(call, by=by)


def _call_and_terms(by) -> None:
    today = clock.today()
    body = next(body for body in Body.standing() if vacant_seats(body, today))
    later = today + timedelta(days=20)
    seats = {vacant_seats(body, today)[0]: TEXT}
    nominations.write_call(body, title=TEXT, seats=seats, opens_on=today, closes_on=later, by=by)
    section = {"title": TEXT, "text": TEXT}
    groups.draft_terms_of_reference(
        Body.by_slug("partnership-council"),
        sections=[section], quorum_kind="share", quorum_value=50, by=by,
    )  # fmt: skip
