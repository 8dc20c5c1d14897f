"""A sheet becomes actions of a plan in one act, with every finding at its cell."""

from datetime import date

import pytest

from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.people.models import Organisation
from lipnet.plans import operations
from lipnet.plans.acting.models import particulars_of, partners_of
from lipnet.plans.acting.money_told import money_of_plan
from lipnet.plans.importing.models import PlanSheet, sheets_of
from lipnet.plans.importing.operations import undo_sheet
from lipnet.plans.importing.understanding import Answers, Asked
from lipnet.plans.models import PlanAction, Priority, ProgressNote
from tests import cast
from tests.plans import scene as plans
from tests.plans.sheets import scene

HEAD = ("Priority", "Action EN", "Action FR", "Lead", "Partners", "Timeline", "Status", "Notes",
        "Budget")  # fmt: skip
ROWS = (
    ("1. Classes for everybody", "Evening classes", "Cours du soir", "HPL", "School Board",
     "Q2-Q3", "In progress", "Two groups began.", "$5,000"),
    ("", "Childcare beside them", "", "Alice Moreau; Council", "", "d’ici mars 2027", "", "", ""),
    ("Information in many languages", "A guide", "Un guide", "Unknown Friends", "", "someday",
     "delayed", "", "plenty"),
)  # fmt: skip


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def plan(alice):
    return scene.an_empty_plan(alice)


def test_a_sheet_in_two_languages_becomes_actions_with_leads_days_status_and_money(house):
    alice = cast.alice()
    plan = scene.an_empty_plan(alice)
    answers = Answers(names={Asked("Unknown Friends"): "new"})
    scene.bring(plan, scene.csv(HEAD, *ROWS), alice, answers)
    classes, childcare, guide = plan.in_order()
    assert classes.text == {"en": "Evening classes", "fr": "Cours du soir"}
    assert classes.lead_organisation.name == {"en": "Harbour Public Library"}
    assert [row.name["en"] for row in partners_of([classes])[classes.id]] == ["School Board"]
    assert particulars_of(classes).starts_on == date(2026, 7, 1)
    assert classes.due == date(2026, 12, 31)
    assert classes.status == "on_track"
    assert classes.latest_note.text == {"en": "Two groups began."}
    assert money_of_plan(plan).whole.cash_planned == 500_000
    assert childcare.priority == classes.priority  # blank means as above
    assert (childcare.lead_person, childcare.lead_body.name["en"]) == (alice, "Council")
    assert childcare.due == date(2027, 3, 31)
    assert guide.lead_organisation.name == {"en": "Unknown Friends"}
    assert Event.select().where(Event.code == "plans.sheet_brought").count() == 1


def test_looking_keeps_nothing_and_names_the_cell_of_every_finding(plan, alice):
    before = (Event.select().count(), Organisation.select().count())
    seen = scene.look(plan, scene.csv(HEAD, *ROWS), alice)
    assert (Event.select().count(), Organisation.select().count()) == before
    assert not PlanAction.select().exists() and not PlanSheet.select().exists()
    found = "\n".join(scene.said(seen.found))
    for cell in ("plan!F4 warning: someday", "plan!G4 warning: Delayed needs", "plan!I4 warning"):
        assert cell in found
    assert list(seen.understood.asked_names) == [Asked("HPL"), Asked("Unknown Friends")] or list(
        seen.understood.asked_names
    ) == [Asked("Unknown Friends")]


def test_a_priority_of_other_words_is_asked_for_and_made_new_only_if_somebody_says_so(plan, alice):
    data = scene.csv(("Pillar", "Priority", "Action"), ("Work", "Jobs for newcomers", "A fair"))
    seen = scene.look(plan, data, alice)
    assert [each.wrong for each in seen.found if each.severity == "error"] == [
        "It belongs to no priority yet, so it is left out. Choose one above."
    ]
    with pytest.raises(Refusal, match="Nothing"):
        scene.bring(plan, data, alice)
    (place,) = seen.understood.asked_places
    scene.bring(plan, data, alice, Answers(places={place: "n0"}))
    (action,) = plan.in_order()
    assert action.priority.title == {"en": "Jobs for newcomers"}
    assert action.priority.pillar.title == {"en": "Work"}


def test_an_adopted_strategy_gets_no_new_priority(plan, alice):
    operations.adopt_strategy(plan.strategy, motion=plans.motion(alice), by=alice)
    data = scene.csv(("Priority", "Action"), ("Jobs", "A fair"))
    (place,) = scene.look(plan, data, alice).understood.asked_places
    with pytest.raises(Refusal):
        scene.bring(plan, data, alice, Answers(places={place: "n0"}))
    assert not Priority.select().where(Priority.title == {"en": "Jobs"}).exists()


def test_a_sheet_is_taken_out_again_with_what_was_made_for_it(house):
    alice = cast.alice()
    plan = scene.an_empty_plan(alice)
    data = scene.csv(("Priority", "Action", "Status"), ("Jobs", "A fair", "Done"))
    (place,) = scene.look(plan, data, alice).understood.asked_places
    scene.bring(plan, data, alice, Answers(places={place: "n0"}))
    (sheet,) = sheets_of(plan)
    undo_sheet(sheet, by=alice)
    assert not PlanAction.select().exists() and not ProgressNote.select().exists()
    assert Priority.select().count() == 2
    assert sheets_of(plan) == []
    with pytest.raises(Refusal, match="already"):
        undo_sheet(sheet, by=alice)


def test_a_sheet_stays_if_more_was_done_with_its_actions_or_the_plan_is_adopted(plan, alice):
    scene.bring(plan, scene.csv(HEAD, *ROWS), alice)
    (sheet,) = sheets_of(plan)
    first = plan.in_order()[0]
    operations.note_progress(first, status="done", text={"en": "Done."}, by=alice)
    with pytest.raises(Refusal, match=f"action {first.number}"):
        undo_sheet(sheet, by=alice)
    assert plan.actions.count() == 3
    operations.adopt_plan(plan, motion=plans.motion(alice), by=alice)
    with pytest.raises(Refusal, match="adopted"):
        undo_sheet(sheet, by=alice)
    with pytest.raises(Refusal, match="adopted"):
        scene.bring(plan, scene.csv(HEAD, *ROWS), alice)


def test_a_known_number_changes_its_action_only_if_ticked_and_can_be_said_as_before(plan, alice):
    action = plans.action(plan, alice, {"en": "Old", "fr": "Vieux"}, due=date(2026, 5, 1))
    data = scene.csv(
        ("Action number", "Priority", "Action", "Due", "Kind"),
        (str(action.number), "Classes for everybody", "New", "2026-06-01", "Event"),
        ("", "Classes for everybody", "Another", "", ""),
    )
    seen = scene.look(plan, data, alice)
    known, new = seen.proposals
    assert seen.rehearsed.changes[known.row.key] == ["text", "due", "kind"]
    assert "plan!A2 notice: The plan has an action with this number" in scene.said(seen.found)[0]
    scene.bring(plan, data, alice)
    assert PlanAction.get_by_id(action.id).text["en"] == "Old" and plan.actions.count() == 2
    scene.bring(plan, data, alice, ticked={known.row.key})
    changed = PlanAction.get_by_id(action.id)
    assert (changed.text, changed.due) == ({"en": "New", "fr": "Vieux"}, date(2026, 6, 1))
    assert particulars_of(changed).kind == "event"
    undo_sheet(sheets_of(plan)[0], by=alice)
    back = PlanAction.get_by_id(action.id)
    assert (back.text, back.due) == ({"en": "Old", "fr": "Vieux"}, date(2026, 5, 1))
    assert particulars_of(back).kind == ""


def test_several_sheets_merged_cells_rows_that_go_on_and_totals_are_read(plan, alice):
    data = scene.xlsx(
        **{
            "Read me": [["How to fill this in"]],
            "Year 1": [
                ["Work plan of the partnership"],
                [],
                ["Activities", "Deliverables", "Q1", "Q2", "Q3", "Q4", "Responsable"],
                ["Priority 1: Classes for everybody"],
                ["Classes", "A timetable", "", "x", "x", "", "Council"],
                ["", "A list of teachers"],
                ["Total", "2"],
            ],
            "Year 1 (FR)": [
                ["Priorité", "Activité", "Échéance"],
                ["Information in many languages", "Un guide", "30 juin 2026"],
            ],
        }
    )
    scene.bring(plan, data, alice)
    classes, guide = plan.in_order()
    assert classes.output == {"en": "A timetable\nA list of teachers"}
    assert (particulars_of(classes).starts_on, classes.due) == (
        date(2026, 7, 1),
        date(2026, 12, 31),
    )
    assert guide.text == {"fr": "Un guide"} and guide.due == date(2026, 6, 30)


def test_a_sheet_of_levels_puts_actions_under_priorities_and_indicators_into_their_ends(
    plan, alice
):
    data = scene.csv(
        ("level", "code", "parent", "label_en", "label_fr", "due_date", "lead_dept"),
        ("goal", "A", "", "Classes for everybody", "", "", ""),
        ("milestone", "A.1", "A", "Open classes", "Ouvrir des cours", "", ""),
        ("indicator", "A.1.1", "A.1", "Ten classes", "Dix cours", "2026-12", "School Board"),
        ("indicator", "A.1.2", "A.1", "A map", "Une carte", "2026-10", ""),
        ("milestone", "B.1", "B", "Lost", "", "", ""),
    )
    seen = scene.look(plan, data, alice)
    assert "plan!C6 error: No row has the number B." in scene.said(seen.found)
    scene.bring(plan, data, alice)
    (action,) = plan.in_order()
    assert action.output == {"en": "Ten classes\nA map", "fr": "Dix cours\nUne carte"}
    assert action.due == date(2026, 12, 31)
    assert action.lead_organisation.name["en"] == "School Board"


def test_days_outside_the_year_are_not_taken_and_those_past_its_edge_are_cut(plan, alice):
    rows = [("Classes for everybody", f"Do {n}", when) for n, when in enumerate(
        ("2024-12-01", "January to June 2027", "Spring 2026", "ongoing"))]  # fmt: skip
    scene.bring(plan, scene.csv(("Priority", "Action", "When"), *rows), alice)
    days = [(particulars_of(a).starts_on, a.due) for a in plan.in_order()]
    assert days == [
        (None, None),
        (date(2027, 1, 1), date(2027, 3, 31)),
        (date(2026, 4, 1), date(2026, 5, 31)),
        (date(2026, 4, 1), date(2027, 3, 31)),
    ]
