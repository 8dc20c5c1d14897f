"""Pages that only a sent sheet leads to: what its columns are, and what would happen."""

import pytest

from lipnet.core.db import db
from lipnet.plans.models import ActionPlan
from lipnet.reports.funders.models import FunderTemplate
from lipnet.surveys.invited.models import Invitee
from lipnet.surveys.looking.models import CensusProfile
from tests.browser.seeing import DEVICES, Eye
from tests.engagement.test_sheet import SHEET as ENGAGEMENTS
from tests.groups.test_roster import SHEET as ROSTER
from tests.reports.funders.test_sheet import SHEET as QUESTIONS

PLAN = """\
Priority,What we will do,Lead,Until
Somewhere to learn,Evening classes by the harbour,Nobody we know,2027-09-30
Jobs,A fair,Tenants' Advice Desk,whenever
,,,
"""
PEOPLE = "Name,E-mail,Language\nAna Cruz,ana@example.org,fr\nNobody,not-an-address,Klingon\n"
CENSUS = "question,option,share\nno_such_question,yes,0.5\n"
SEND = "form:has(input[type=file]) .buttons button"
GO_ON = "main form[action*='/columns'] .buttons button"


@pytest.fixture
def doors(house, program):
    """Where a sheet is chosen, and one with something wrong in most of its rows."""
    plan = next(plan for plan in ActionPlan.select() if not plan.is_adopted)
    template, invitee = FunderTemplate.get(), Invitee.get()
    census = CensusProfile.get().survey.slug
    yield {
        f"/plans/{plan.fiscal_year}/sheet": PLAN,
        "/groups/roster": ROSTER,
        "/engagement/sheet": ENGAGEMENTS,
        f"/reports/funders/{template.id}/sheet": QUESTIONS,
        f"/surveys/{invitee.survey.slug}/invited/upload": PEOPLE,
        f"/surveys/{census}/results/missing/upload": CENSUS,
    }
    db.close()


@pytest.mark.parametrize("language", DEVICES)
def test_what_a_sheet_would_bring_is_a_sound_page(house, doors, chrome, state, language):
    eye = Eye(chrome, house.server.address, language, state)
    faults = []
    for path, sheet in doors.items():
        eye.page.goto(f"{house.server.address}{path}?lang={language}")
        send(eye.page, sheet)
        faults += eye.look_here()
        while (on := eye.page.locator(GO_ON)).count():
            follow(eye.page, on.first)
            faults += eye.look_here()
        assert not eye.page.locator("input[type=file]").count(), f"{path} was not looked at"
    eye.close()
    assert not faults, "\n".join(faults)


def send(page, sheet: str) -> None:
    file = {"name": "sheet.csv", "mimeType": "text/csv", "buffer": sheet.encode()}
    page.locator("input[type=file]").set_input_files(file)
    follow(page, page.locator(SEND).first)


def follow(page, button) -> None:
    with page.expect_navigation():
        button.click()
