"""Save and continue later on a real phone: without script, in Arabic and in English."""

import pytest

from lipnet.surveys.later.models import SavedAnswers
from lipnet.surveys.models import Response, Survey, WaitingResponse
from tests.browser.filled_surveys import CLASSES
from tests.browser.human import PHONE, Human
from tests.browser.seeing import DEVICES, Eye
from tests.browser.test_answering import pressed

ARABIC_INDIC = {ord(str(digit)): chr(0x660 + digit) for digit in range(10)}


def phone(chrome, house) -> Human:
    return Human(chrome, house.server.address, viewport=PHONE, java_script_enabled=False)


def press(human: Human, button: str) -> Human:
    with human.page.expect_navigation():
        human.page.locator(button).first.click()
    assert human.context.cookies() == []
    return human


def survey() -> Survey:
    return Survey.get(Survey.slug == CLASSES)


def test_somebody_saves_comes_back_with_arabic_digits_and_sends(house, chrome, program):
    first = phone(chrome, house).open(f"/s/{CLASSES}/ar")
    press(press(first, ".start button"), "button[value=next]")
    first.page.locator("[name=q-wish]").fill("صف مسائي")
    press(first, "button[value=save]")
    phrase = first.page.locator(".phrase-digits").inner_text()
    link = first.page.locator(".qr a").get_attribute("href")
    first.close()
    assert survey().saved.count() == 1

    second = phone(chrome, house).open(link)
    assert second.page.locator("html").get_attribute("dir") == "rtl"
    second.page.locator("[name=phrase]").fill(phrase.translate(ARABIC_INDIC))
    press(second, "button[value=open]")
    assert second.page.locator("[name=q-wish]").input_value() == "صف مسائي"
    press(press(second, "button[value=next]"), "button[value=send]")
    second.close()
    assert SavedAnswers.select().count() == 0
    sent = [*WaitingResponse.select(), *Response.select()]
    assert "صف مسائي" in [row.answers["wish"] for row in sent if row.version.survey == survey()]


def test_with_script_the_whole_document_is_saved_and_comes_back(house, chrome, program):
    first = Human(chrome, house.server.address, viewport=PHONE).open(f"/s/{CLASSES}/ar")
    press(first, ".start button").page.locator("#whole:not([hidden])").wait_for()
    first.page.get_by_text("نعم", exact=True).click()
    first.page.locator("[name=q-months]").fill("٣")
    press(first, "button[value=save]")
    phrase = first.page.locator(".phrase-digits").inner_text()
    link = first.page.locator(".qr a").get_attribute("href")
    first.close()

    second = Human(chrome, house.server.address).open(link)
    second.page.locator("[name=phrase]").fill(phrase.translate(ARABIC_INDIC))
    press(second, "button[value=open]").page.locator("#whole:not([hidden])").wait_for()
    assert second.page.locator("[name=q-months]").input_value() == "3"
    press(second, "button[value=send]")
    second.close()
    assert survey().saved.count() == 0


@pytest.mark.parametrize("language", DEVICES)
def test_every_page_of_it_is_sound_and_leaves_nothing_on_the_device(house, chrome, language):
    eye = Eye(chrome, house.server.address, language)
    eye.page.goto(f"{eye.address}/s/{CLASSES}/{language}")
    faults = pressed(eye, ".start button") + pressed(eye, "button[value=save]")
    phrase = eye.page.locator(".phrase-digits").inner_text()
    link = eye.page.locator(".qr a").get_attribute("href").removeprefix(eye.address)
    faults += pressed(eye, "button[value=stay]") + eye.look(link)
    eye.page.locator("[name=phrase]").fill("0" * 16)
    faults += pressed(eye, "button[value=open]")
    eye.page.locator("[name=phrase]").fill(phrase)
    faults += pressed(eye, "button[value=open]") + eye.look(link)
    eye.page.locator("[name=phrase]").fill(phrase)
    faults += pressed(eye, "button[value=forget]")
    assert eye.context.cookies() == []
    assert eye.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    eye.close()
    assert not faults, "\n".join(faults)
