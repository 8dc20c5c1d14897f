"""A plan taken away as a sheet comes back as the same plan, and its sums are those of the page."""

import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lipnet.core import i18n
from lipnet.core.db import db
from lipnet.people import operations as people
from lipnet.people.models import Organisation
from lipnet.plans import operations
from lipnet.plans.acting import operations as acting
from lipnet.plans.acting.models import KIND_NAMES, PARTICULARS, particulars_of, partners_of
from lipnet.plans.acting.money_told import money_of_plan
from lipnet.plans.exporting.rows import table_of
from lipnet.plans.importing.columns import TAKEN_AWAY, all_columns, compared, name_of
from lipnet.plans.models import STATUS_NAMES, PlanAction, ProgressNote
from lipnet.plans.viewing.rows import whole_plan
from lipnet.sheets.separated import separated
from tests import cast
from tests.browsing import Browser
from tests.plans import scene as plans
from tests.plans.sheets import scene
from tests.plans.test_views import statements

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
ALL = ["kind", "partners", "when", "target", "people", "risks", "code", "again", "money"]
letters = st.characters(codec="utf-8", exclude_categories=("C", "Z"))
WORDS = st.lists(st.text(letters, min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
# A mark before a formula is ours; one that somebody wrote cannot be told from it in CSV.
SAID = LINES.filter(lambda text: not text.startswith("'") and text.strip() == text)
TEXTS = st.dictionaries(st.sampled_from(("en", "fr")), SAID, min_size=1)
DAYS = st.dates(FIRST, LAST)
CENTS = st.integers(0, 10_000_000)
ACTION = st.fixed_dictionaries(
    {
        "text": TEXTS,
        "output": st.just({}) | TEXTS,
        "days": st.none() | st.tuples(DAYS, DAYS).map(sorted),
        "lead": st.sampled_from(("", "lead_body", "lead_organisation", "lead_person")),
        "partners": st.booleans(),
        "kind": st.sampled_from(("", *KIND_NAMES)),
        "target": st.none() | st.integers(0, 100_000),
        "unit": st.just({}) | TEXTS,
        "people_wanted": st.none() | st.integers(0, 100_000),
        "risks": st.just({}) | TEXTS,
        "likelihood": st.sampled_from(("", "low", "medium", "high")),
        "again": st.booleans(),
        "priority": st.integers(0, 1),
        "status": st.sampled_from([s for s in STATUS_NAMES if s != "carried_over"]),
        "note": st.just({}) | TEXTS,
        "reason": TEXTS,
        "money": st.none() | st.tuples(CENTS, st.none() | CENTS, st.integers(0, 400)),
    }
)


class Making:
    """Puts generated actions into the plan."""

    def __init__(self, by):
        self.by, self.plan = by, scene.an_empty_plan(by)
        acting.choose_columns(self.plan, ALL, by=by)
        leads = (plans.council(by), Organisation.present()[0], by)
        self.leads = dict(
            zip(("lead_body", "lead_organisation", "lead_person"), leads, strict=True)
        )

    def put(self, said: dict) -> PlanAction:
        names = ("kind", "target", "unit", "people_wanted", "risks", "likelihood", "again")
        partners = {"partners": Organisation.present()} if said["partners"] else {}
        first, last = said["days"] or (None, None)
        action = acting.plan_described_action(
            self.plan, plans.priority(self.plan, said["priority"]), said["text"],
            output=said["output"], due=last, by=self.by,
            particulars={n: said[n] for n in names} | {"starts_on": first, "code": "A"} | partners,
            **({said["lead"]: self.leads[said["lead"]]} if said["lead"] else {}),
        )  # fmt: skip
        reason = said["reason"] if said["status"] in ("delayed", "dropped") else {}
        if said["status"] != "not_started" or said["note"]:
            operations.note_progress(action, status=said["status"], text=said["note"],
                                     reason=reason, by=self.by)  # fmt: skip
        if said["money"] and any(said["money"]):
            planned, actual, hours = said["money"]
            acting.keep_money(action, cash_planned=planned, cash_actual=actual,
                              hours_planned=hours, by=self.by)  # fmt: skip
        return action


def told(plan) -> list[tuple]:
    """What stands of each action, but for its number."""
    actions = plan.in_order()
    partners = partners_of(actions)
    money = {action.id: amounts for action, amounts in money_of_plan(plan).by_action}
    return [
        (
            one.priority_id, one.text, one.output, one.due, one.lead_body_id,
            one.lead_organisation_id, one.lead_person_id, one.status,
            one.latest_note and (one.latest_note.text, one.latest_note.reason),
            [getattr(particulars_of(one), name) for name in PARTICULARS],
            [row.id for row in partners.get(one.id, [])], money.get(one.id),
        )
        for one in actions
    ]  # fmt: skip


def exported(plan, reader) -> list[list[str]]:
    return list(table_of(whole_plan(plan), reader, with_money=True))


def emptied(plan) -> None:
    ProgressNote.delete().execute()
    PlanAction.delete().where(PlanAction.plan == plan).execute()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_plan_taken_away_and_brought_back_is_the_same_plan(app, kind):
    with app.test_request_context():
        making = Making(cast.alice())

        @given(st.lists(ACTION, min_size=1, max_size=4))
        @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
        def there_and_back(generated):
            with db.atomic() as everything:
                for said in generated:
                    making.put(said)
                before, rows = told(making.plan), exported(making.plan, making.by)
                data = separated(rows).encode() if kind == "csv" else scene.xlsx(Plan=rows)
                same = scene.look(making.plan, data, making.by)
                assert set(same.rehearsed.fate.values()) == {"same"}, same.rehearsed.changes
                emptied(making.plan)
                brought = scene.bring(making.plan, data, making.by)
                assert told(making.plan) == before, brought.found
                everything.rollback()

        there_and_back()


def test_the_sums_of_a_sheet_are_those_of_the_pages(app):
    with app.test_request_context():
        making = Making(cast.alice())

        @given(st.lists(ACTION, min_size=1, max_size=5))
        @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
        def sums(generated):
            with db.atomic() as everything:
                for said in generated:
                    making.put(said)
                head, *rows = exported(making.plan, making.by)
                columns = {name: [row[at] for row in rows] for at, name in enumerate(head)}
                counts = whole_plan(making.plan).counts
                for code, count in counts.items():
                    assert columns["Status"].count(str(STATUS_NAMES[code])) == count
                whole = money_of_plan(making.plan).whole
                names = ("Cash, planned", "Cash, spent", "Hours of volunteers, planned")
                wanted = (whole.cash_planned, whole.cash_actual or 0, whole.hours_planned * 100)
                for name, sum_ in zip(names, wanted, strict=True):
                    told = sum(round(float(text or 0) * 100) for text in columns[name])
                    assert told == sum_, name
                everything.rollback()

        sums()


def test_a_sheet_taken_away_in_another_language_is_known_again(app):
    with app.test_request_context():
        alice = cast.alice()
        plan = scene.an_empty_plan(alice)
        plans.action(plan, alice, lead_person=alice, due=LAST)
        year = plan.fiscal_year
    for tag in ("fr", "ar"):
        data = Browser(app, alice).client.get(f"/plans/{year}/plan.csv?lang={tag}").data
        with app.test_request_context():
            seen = scene.look(plan, data, alice)
            assert list(seen.rehearsed.fate.values()) == ["same"], (tag, seen.found)


def test_no_two_columns_have_one_name_in_a_language_the_program_speaks(app):
    with app.test_request_context():
        names = [*all_columns(), *TAKEN_AWAY]
        for tag in i18n.whole_catalogues():
            with i18n.speaking(tag):
                assert len({compared(name_of(name)) for name in names}) == len(names), tag


def test_the_sheet_holds_what_the_table_shows_and_money_only_for_who_may_see_it(app):
    with app.test_request_context():
        alice, bob = cast.alice(), cast.bob()
        plan = scene.an_empty_plan(alice)
        acting.choose_columns(plan, ["money"], by=alice)
        formula = plans.action(plan, alice, {"en": "=1+1"}, due=LAST)
        acting.keep_money(formula, cash_planned=1250, by=alice)
        plans.action(plan, alice, plans.GUIDE, due=FIRST + timedelta(days=3))
    links = Browser(app, alice).get("/plans/2026/table?quarter=4").links()
    address = next(url for text, url in links.items() if "CSV" in text)
    sheet = _read(Browser(app, alice).client.get(address).data)
    assert [row["Action (English)"] for row in sheet] == ["'=1+1"]
    assert sheet[0]["Cash, planned"] == "12.50"
    assert sheet[0]["Money and time come from"] == "Source not said"
    hidden = _read(Browser(app, bob).client.get("/plans/2026/plan.csv").data)
    assert len(hidden) == 2 and "Cash, planned" not in hidden[0]
    Browser(app, alice).get("/plans/2026/plan.pdf", status=404)


def test_a_sheet_asks_no_more_of_the_database_for_thirty_actions_than_for_three(app):
    alice = cast.alice()
    finding = plans.outside_finding(alice)
    for year, count in ((2030, 3), (2031, 30)):
        plan = plans.plan(alice, year=year)
        acting.choose_columns(plan, ALL, by=alice)
        for number in range(count):
            name = {"en": f"School {year} {number}"}
            school = people.add_organisation(name, sector="education", by=alice)
            action = plans.action(plan, alice, lead_organisation=school, because=[finding])
            acting.keep_money(action, organisation=school, cash_planned=100, by=alice)
    browser = Browser(app, alice)
    browser.get("/plans/2030")
    asked = [statements(browser, f"/plans/{year}/plan.csv") for year in (2030, 2031)]
    assert asked[0] == asked[1], asked


def _read(data: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
