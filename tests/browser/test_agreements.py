"""The agreement, its budget and its obligation clock: for eyes, fingers and ears, and on paper."""

import pytest

from lipnet.core.db import db
from lipnet.groups.agreements.models import Agreement
from tests.browser import human
from tests.browser.seeing import DEVICES, Eye


@pytest.mark.parametrize("language", DEVICES)
def test_what_an_agreement_shows_is_sound(house, program, chrome, state, language):
    agreement = Agreement.get()
    owed = {row.state: row.id for row in agreement.owed()}
    year = agreement.starts_on.year
    at = f"/agreements/{agreement.id}"
    paths = [
        "/groups/agreement",
        at,
        f"{at}/clock",
        f"{at}/budget/{year}",
        f"{at}/budget/{year + 4}",
    ]
    paths += [f"{at}/obligations/{number}" for number in owed.values()]
    db.close()
    eye = Eye(chrome, house.server.address, language, state)
    faults = [fault for path in paths for fault in eye.look(f"{path}?lang={language}")]
    eye.close()
    assert not faults, "\n".join(faults)


def test_the_clock_runs_from_right_to_left_in_arabic(house, program, chrome, state):
    at = f"/agreements/{Agreement.get().id}/clock"
    db.close()
    places = {}
    for language in ("en", "ar"):
        noor = human.Human(chrome, house.server.address, storage_state=state)
        noor.open(f"{at}?lang={language}")
        marks = noor.page.locator(".dial circle")
        places[language] = [marks.nth(n).bounding_box()["x"] for n in range(marks.count())]
        noor.close()
    assert len(places["en"]) > 4
    assert places["en"] == sorted(places["en"])
    assert places["ar"] == sorted(places["ar"], reverse=True)
