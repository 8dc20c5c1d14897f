"""With script or without, the same answers bring the same document."""

import pytest

from lipnet.core.statics import kept
from lipnet.demo.asking import FORMS
from lipnet.surveys.carrying import begin
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.models import Survey
from tests.browser import filled, walking
from tests.surveys import kinds, scene

SEEDS = range(6)
WALKED = {
    "kinds": kinds.every_kind,
    "linked": kinds.hanging_together,
    "newcomer": lambda: (FORMS / "newcomer-welcome.xlsx").read_bytes(),
    "employers": lambda: (FORMS / "employers.xlsx").read_bytes(),
}


@pytest.mark.parametrize("form", WALKED)
def test_both_ways_ask_the_same_and_keep_the_same(house, program, chrome, form):
    slug = f"two-ways-{form}"
    if not Survey.get_or_none(Survey.slug == slug):
        scene.open_survey_with(filled.somebody("coordinator"), slug=slug, data=WALKED[form]())
    version = Survey.get(Survey.slug == slug).published_version
    compiled, moment = compiled_of(version), begin(version.id).moment
    piece = "js/rules/values.js"
    chance = f"{house.server.address}/static/{piece}?v={kept(piece).digest}"
    context = chrome.new_context()
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for seed in SEEDS:
        page.goto(f"{house.server.address}/s/{slug}/en/whole")
        page.locator("#whole:not([hidden])").wait_for()
        browser = walking.in_one_document(page, compiled, seed, moment, chance)
        assert browser == walking.page_by_page(compiled, seed, moment), (form, seed)
    context.close()
    assert not errors
