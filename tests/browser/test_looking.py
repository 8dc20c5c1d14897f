"""The data steward's desk in a real browser: a filter by keyboard alone, and without script."""

import pytest

from lipnet.core.db import db
from lipnet.core.events import Event
from lipnet.surveys.looking.operations import LOOKED
from lipnet.surveys.models import Survey
from tests.browser.filled import somebody
from tests.browser.filled_surveys import CLASSES
from tests.browser.human import PHONE, Human
from tests.browser.keys import Keys
from tests.browser.seeing import DEVICES, Eye
from tests.browsing import Browser
from tests.surveys.manage.answers import NO, YES, answer, settle

WAITED = "Did you wait for a language class?"
DESK = f"/surveys/{CLASSES}/exact"
FILTER = f"{DESK}/filter"


@pytest.fixture
def stewards(program):
    """What the steward's browser keeps once she is signed in; the survey has sixty answers."""
    survey = Survey.get(Survey.slug == CLASSES)
    if not survey.published_version.responses.exists():
        answer(survey, (30, "en", YES), (30, "ar", NO), start=7000)
        settle(survey)
    name = program.config["SESSION_COOKIE_NAME"]
    kept = Browser(program, somebody("steward")).client.get_cookie(name)
    cookie = {"name": name, "value": kept.value, "domain": "127.0.0.1", "path": "/"}
    return {"cookies": [cookie], "origins": []}


def looks() -> list[str]:
    db.connect(reuse_if_open=True)
    noted = Event.select().where(Event.code == LOOKED).order_by(Event.id)
    return [event.particulars["what"] for event in noted]


def test_a_filter_is_built_and_used_by_keyboard_alone(house, chrome, stewards):
    sam = Human(chrome, house.server.address, storage_state=stewards).open(f"{FILTER}?lang=en")
    keys = Keys(sam)
    keys.unfold(WAITED).tick(f"{WAITED} > Yes").press("Add the group")
    keys.unfold("Language of answering").tick("Language of answering > Arabic")
    keys.tick("The other way round: those to whom this does not apply").press("Add the group")
    sam.sees("not (Language of answering: Arabic)")
    keys.press("Show the figures").go("Change the filter")
    sam.sees("You see exact figures. Every look is noted.", "waited:yes & !language:ar")
    assert sam.path.startswith(DESK)
    assert looks()[-1] == "frequencies (version 1); waited:yes & !language:ar"
    sam.close()


def test_a_wrong_filter_is_where_the_page_opens_and_is_set_right_by_keyboard(
    house, chrome, stewards
):
    wrong = f"{FILTER}?lang=en&who=waited:perhaps"
    sam = Human(chrome, house.server.address, storage_state=stewards)
    sam.page.goto(house.server.address + wrong)
    sam.sees("“waited” has no such answer.")
    assert sam.page.evaluate("document.activeElement.id") == "errors"
    Keys(sam).write("Filter", "waited:no").press("Use this filter")
    assert "who=waited" in sam.page.url
    sam.sees(f"{WAITED}: No").close()


def test_without_script_on_a_phone_two_questions_are_crossed(house, chrome, stewards):
    sam = Human(
        chrome, house.server.address, storage_state=stewards, viewport=PHONE,
        java_script_enabled=False,
    )  # fmt: skip
    sam.open(f"{DESK}/crossed?lang=en&who=waited:yes|no")
    sam.choose("Question", WAITED).choose("Groups", "How do you travel?").press("Show")
    sam.sees("Of those who chose “By bus”, 100% said “Yes”; of those who chose “On foot”, 0%.")
    sam.choose("Shares", "Of all in the table").press("Show").sees("50%").close()


@pytest.mark.parametrize("language", tuple(DEVICES))
def test_the_desk_is_sound_for_eyes_and_fingers_in_every_language(
    house, chrome, stewards, language
):
    eye = Eye(chrome, house.server.address, language, stewards)
    crossed = f"{DESK}/crossed?lang={language}&down=waited&across=ways"
    faults = eye.look(crossed) + eye.look(f"{crossed}&of=row")
    faults += eye.look(f"{DESK}?lang={language}&who=language:ar")
    faults += eye.look(f"{FILTER}?lang={language}&who=language:ar")
    faults += eye.look(f"{FILTER}?lang={language}&who=language", status=422)
    for page in ("overview", "groups", "waves", "missing"):
        faults += eye.look(f"/surveys/{CLASSES}/results/{page}?lang={language}")
    eye.close()
    assert not faults, "\n".join(faults)
