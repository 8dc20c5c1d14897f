"""The script beside a limited text counts as the server does, and a button copies an answer."""

from playwright.sync_api import expect

from lipnet.core.db import db
from lipnet.reports.funders.models import FunderAnswer, FunderTemplate
from tests.browser import human
from tests.reports.funders.test_counting import COUNTED


def test_words_are_counted_while_they_are_written_as_the_server_counts_them(
    house, program, chrome, state
):
    template = FunderTemplate.get()
    question = next(one for one in template.in_order() if one.most)
    db.close()
    noor = human.Human(chrome, house.server.address, storage_state=state)
    noor.open(f"/reports/funders/{template.id}/answers/{template.from_year}/{question.id}?lang=en")
    area, told = noor.page.locator("#text-fr"), noor.page.locator("#text-fr-used")
    for text, words in COUNTED.items():
        area.fill(text)
        expect(told).to_have_text(f"{words} of {question.most} words")
    area.fill("mot " * (question.most + 3))
    expect(told).to_have_text(f"{question.most + 3} words: 3 over the limit of {question.most}.")
    assert told.get_attribute("id") in (area.get_attribute("aria-describedby") or "").split()
    noor.close()


def test_an_answer_is_copied_by_a_button_which_says_so(house, program, chrome, state):
    template = FunderTemplate.get()
    kept = next(one for one in FunderAnswer.select() if one.text.get("fr"))
    field = f"answer-{kept.question_id}-fr"
    db.close()
    allowed = ["clipboard-read", "clipboard-write"]
    noor = human.Human(chrome, house.server.address, storage_state=state, permissions=allowed)
    noor.open(f"/reports/funders/{template.id}/answers/{template.from_year}?lang=en")
    noor.page.locator(f"button[data-copies={field}]").click()
    expect(noor.page.locator(f"#{field}-said")).to_have_text("Copied.")
    assert noor.page.evaluate("navigator.clipboard.readText()") == kept.text["fr"]
    noor.close()
