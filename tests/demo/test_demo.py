"""The demo partnership is whole, speaks two languages, and could have happened."""

from collections import Counter
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from flask import url_for

from lipnet import create_app, trail
from lipnet.cli import main
from lipnet.core import clock, files, migrations, secrets, soundness, thread
from lipnet.core.db import TextsField, connect, db
from lipnet.core.events import Event
from lipnet.core.multilingual import plain
from lipnet.demo import asking, directory, filling
from lipnet.demo.dates import Days
from lipnet.evidence.models import Finding
from lipnet.groups.agreements.models import Agreement
from lipnet.groups.agreements.standing import budget_of, money_of
from lipnet.groups.models import Body, HolderChoice, quorum_of, vacant_seats
from lipnet.meetings.citing.models import Citation, cited_by
from lipnet.meetings.evotes.models import EVotePaper
from lipnet.meetings.following.models import ActionItem
from lipnet.meetings.models import Meeting
from lipnet.models import EVERY_TABLE
from lipnet.nominations.models import Call
from lipnet.people.models import Organisation, Person
from lipnet.plans.acting.asking import ProgressPeriod
from lipnet.plans.acting.money_told import money_of_plan
from lipnet.plans.acting.showing import further_of
from lipnet.plans.models import STATUSES, ActionPlan, PlanAction, ProgressNote, Strategy
from lipnet.reports.dashboard.models import ShownPlan
from lipnet.reports.models import AnnualReport
from lipnet.reports.told import what_became_of
from lipnet.surveys.bank.shelf import askings, offered
from lipnet.surveys.models import Response, Survey, WaitingResponse
from tests.browsing import Browser
from tests.conftest import settings_for

pytestmark = pytest.mark.xdist_group("demo")  # one process fills the house of this file
FEW, SOME = asking.FEWEST, 300


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A demo filled once for all tests that only look at it, in a folder of its own."""
    folder = tmp_path_factory.mktemp("demo")
    secrets.make(folder)
    settings = settings_for(folder)
    connect(settings.database_url)
    migrations.migrate(folder)
    create_app(settings)
    with db.connection_context():
        filling.fill(SOME, lambda: None)
    return settings


@pytest.fixture
def filled(house):
    """The settings of the filled house, open for one test."""
    create_app(house)
    with db.connection_context():
        yield house


def fill() -> None:
    filling.fill(FEW, lambda: None)


def test_the_partnership_sits_as_promised(filled):
    sectors = {organisation.sector for organisation in Organisation.present()}
    assert (Organisation.select().count(), len(sectors)) == (28, 10)
    assert 43 <= Person.select().count() <= 47
    council, today = Body.by_slug("partnership-council"), clock.today()
    assert (len(council.seats_on(today)), len(vacant_seats(council, today))) == (22, 2)
    assert quorum_of(council, today) == 10
    kinds = Counter(body.kind for body in Body.standing())
    assert kinds == {"council": 1, "steering": 1, "working_group": 3}
    assert HolderChoice.latest().configuration == "municipality"


def test_the_agreement_is_amended_and_one_thing_is_overdue(filled):
    agreement = Agreement.get()
    states = Counter(row.state for row in agreement.owed())
    assert (states["late"], len(agreement.amended())) == (1, 1)
    assert states["done"] >= 2 and states["later"] >= 12
    money = money_of(agreement)
    assert len(money) == 5 and len({row.amount for row in money.values()}) == 2
    for year in (clock.fiscal_year(clock.today()) - 1, clock.fiscal_year(clock.today())):
        lines = budget_of(agreement, year).values()
        assert sum(line.planned for line in lines) == money[year].amount


def test_last_year_s_questions_are_in_the_bank_to_be_asked_again(filled):
    own = [entry for entry in offered() if entry.origin == "own"]
    assert [entry.theme for entry in own] == ["services", "open"]
    for entry in own:
        assert [asking.survey.slug for asking in askings()[entry.bank_id]][0].startswith(
            "newcomers"
        )


def test_its_year_is_planned_reported_and_under_way(filled):
    strategy, this_year = Strategy.current(), clock.fiscal_year(clock.today())
    assert strategy.is_adopted and strategy.to_year - strategy.from_year == 5
    assert [len(pillar.in_order()) for pillar in strategy.in_order()] == [2, 2, 3, 3]
    assert ActionPlan.of_year(this_year - 1).is_adopted and ActionPlan.current().is_adopted
    assert {note.status for note in ProgressNote.select()} == set(STATUSES) - {"not_started"}
    assert "not_started" in ActionPlan.current().counts()
    assert ShownPlan.of(ActionPlan.current())
    assert AnnualReport.of_year(this_year - 1).is_published


def test_its_actions_have_kinds_money_and_a_lead_who_answered(filled):
    plan = ActionPlan.current()
    told = further_of(plan.in_order(), plan)
    assert {one.particulars.kind for one in told.values()} >= {"tool", "event", "capacity"}
    assert money_of_plan(plan).whole.cash_planned == 1_090_000
    answered = [ask.answered_at is not None for ask in ProgressPeriod.latest_of(plan).asks]
    assert answered.count(True) == 1 and False in answered


def test_nine_meetings_are_over_and_only_the_latest_minutes_wait(filled):
    meetings = list(Meeting.select().order_by(Meeting.on))
    held = [meeting for meeting in meetings if meeting.held_at]
    assert (len(held), len(meetings)) == (9, 10)
    assert [meeting.minutes_state for meeting in held] == ["adopted"] * 8 + ["circulated"]
    assert meetings[-1].is_upcoming
    assert all(meeting.agenda() for meeting in meetings)
    assert ActionItem.select().where(ActionItem.done_on.is_null()).exists()


def test_lines_rest_on_a_finding_and_name_an_action_of_the_plan(filled):
    meeting = Meeting.select().where(Meeting.held_at.is_null(False)).order_by(Meeting.on)[-1]
    for line in (*meeting.motions, *meeting.actions):
        if named := cited_by(line):
            tied = {link.to_kind for link in thread.came_from(thread.ref(line))}
            assert "finding" in tied and {one.kind for one in named} == {"plan_action"}
    assert {row.from_kind for row in Citation.select()} == {"motion", "action_item"}


def test_the_council_votes_on_a_letter_that_can_be_opened(filled):
    (paper,) = EVotePaper.select()
    assert files.read(paper.file).startswith(b"%PDF-") and paper.evote.takes_votes


def test_one_call_is_decided_and_in_the_other_two_people_still_have_to_answer(filled):
    decided, still_open = Call.select().order_by(Call.id)
    assert decided.is_decided and [row.state for row in decided.everybody] == ["appointed"] * 2
    assert still_open.is_open and [row.state for row in still_open.everybody] == ["waiting"] * 2


def test_three_surveys_are_answered_in_six_languages_and_lead_somewhere(filled):
    surveys = list(Survey.select().order_by(Survey.id))
    assert [survey.is_closed for survey in surveys] == [True, True, False]
    assert (Response.select().count(), WaitingResponse.select().count()) == (SOME, 0)
    assert {row.language for row in Response.select()} == {"en", "fr", "ar", "es", "uk", "fa"}
    assert {row.mode for row in Response.select()} == {"web", "paper", "kiosk", "interviewer"}
    told = what_became_of(surveys[0])
    assert len(told) == 5 and all(heard.decided for heard in told)
    assert any(heard.did for heard in told) and any(heard.not_yet for heard in told)


def test_every_finding_stands_under_a_theme_and_one_has_its_table(filled):
    found = Finding.newest_first()
    assert len(found) == 14 and all(finding.themes for finding in found)
    assert any("table" in finding.figure for finding in found)


def test_nothing_dangles_and_every_text_is_there_in_english_and_french(filled):
    assert soundness.every_fault(filled) == []
    assert [text for text in every_text() if not {"en", "fr"} <= set(text)] == []


def every_text():
    """Every text of content that says something."""
    for table in EVERY_TABLE:
        fields = [f for f in table._meta.sorted_fields if isinstance(f, TextsField)]
        for row in table.select() if fields else ():
            yield from filter(None, (getattr(row, field.name) for field in fields))


@pytest.mark.parametrize("month, day", [(4, 1), (3, 31)])
def test_it_could_have_happened_on_whatever_day_it_is_made(app, month, day):
    made = date(2027, month, day)
    with clock.at(made):
        fill()
    local = [event.at.astimezone(clock.local_zone()).date() for event in Event.select()]
    assert max(local) <= made
    assert min(local) > made - timedelta(days=800)
    assert soundness.every_fault(app.config["LIPNET"]) == []


def test_groups_of_the_fiscal_year_follow_the_day_it_is_made():
    assert (Days(date(2027, 3, 31)).last_year, Days(date(2027, 4, 1)).last_year) == (2025, 2026)
    assert Days(date(2026, 11, 23)).last_nth(1, 3, 3) == date(2026, 1, 15)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_it_fills_postgresql_as_well(database):
    app = create_app(database)
    fill()
    assert Response.select().count() == FEW
    assert soundness.every_fault(app.config["LIPNET"]) == []


def test_a_house_with_somebody_in_it_is_left_alone(tmp_path):
    def run(*words):
        return CliRunner().invoke(main, ["--data", str(tmp_path), *words])

    assert "lipnet migrate" in run("demo").output
    run("migrate")
    first = run("demo", "--responses", str(FEW), "--address", "http://127.0.0.1:8123")
    assert first.exit_code == 0
    assert "http://127.0.0.1:8123" in first.output
    for role in ("coordinator", "member", "translator", "steward"):
        assert role in first.output
    refused = run("demo")
    assert refused.exit_code == 1 and "nothing was changed" in refused.output
    again = run("demo", "--unless-there")
    assert again.exit_code == 0 and "noor.lindqvist@" in again.output


def test_in_a_real_partnership_no_demo_sign_in_is_named(tmp_path):
    def run(*words):
        return CliRunner().invoke(main, ["--data", str(tmp_path), *words])

    run("migrate")
    password = ["--password", "a kettle on the stove"]
    run("add-coordinator", "Alice Moreau", "alice@example.org", *password)
    answer = run("demo", "--unless-there")
    assert answer.exit_code == 0 and "Sign in" not in answer.output


def test_from_every_action_of_a_plan_two_clicks_lead_to_the_figure_or_sentence_behind_it(house):
    app = create_app(house)
    db.connect(reuse_if_open=True)
    noor = Person.get(Person.folded_email == directory.address(directory.COORDINATOR[0]))
    browser, seen = Browser(app, noor), {}
    with app.test_request_context():
        behind = {page_of(action): learned(action, noor) for action in PlanAction.select()}
    assert len(behind) > 20 and all(behind.values())
    for start, findings in behind.items():
        first = links_of_the_map(browser, start, seen)
        further = set(findings) - set(first)
        second = [links_of_the_map(browser, page, seen) for page in first if further]
        assert further <= {link for each in second for link in each}, start
    db.connect(reuse_if_open=True)
    for url, said in {url: said for each in behind.values() for url, said in each.items()}.items():
        assert said in browser.get(url).text


def page_of(action: PlanAction) -> str:
    year = action.plan.fiscal_year
    return url_for("plans.action", number=action.number, fiscal_year=year)


def learned(action: PlanAction, person) -> dict[str, str]:
    """The address of each finding that the action rests on, and what it says."""
    stops = [stop for stop in trail.back(action, person) if stop.ref.kind == "finding"]
    said = thread.records(stop.ref for stop in stops)
    return {stop.url: plain(said[stop.ref].statement, "en") for stop in stops}


def links_of_the_map(browser, address: str, seen: dict) -> list[str]:
    if address not in seen:
        page = browser.get(address)
        maps = [one for one in page.all("figure") if "map" in one["class"].split()]
        seen[address] = [link["href"] for one in maps for link in one.all("a")]
    return seen[address]
