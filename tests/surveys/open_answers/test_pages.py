"""The pages of open answers, and who does not find them."""

import pytest

from lipnet.core.events import Event
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.finals import codings_by, final_codes
from lipnet.surveys.open_answers.models import AnswerTranslation, Code, Codebook, Quotation
from tests import cast
from tests.browsing import Browser
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH, WISHES

HERE = "/surveys/classes/open"
CODING, CODES = f"{HERE}/{WISH}/coding", f"{HERE}/{WISH}/codes"
BUS = WISHES[0]


@pytest.fixture
def alice(app):
    return cast.alice()


@pytest.fixture
def survey(alice):
    return scene.asked(alice)


@pytest.fixture
def book(survey, alice):
    return scene.with_codes(survey, alice)


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def handle(survey, wish: str) -> str:
    return next(each.handle for each in answers_to(survey, WISH) if each.text == wish)


def ticks(survey, **codes) -> dict:
    return {f"c-{handle(survey, WISHES[int(at[1:])])}": given for at, given in codes.items()}


def test_the_list_names_each_open_question_and_how_far_it_is(browser, survey):
    page = browser.get(HERE)
    assert "What would help you?" in page.text
    assert "6 answers" in page.text
    assert "No codes yet" in page.text


def test_few_answers_are_not_shown(browser, alice):
    scene.asked(alice, WISHES[:3])
    page = browser.get(HERE)
    assert "Too few answers yet" in page.text
    assert browser.get(CODING).path == CODES


def test_a_codebook_is_written(browser, survey):
    browser.submit(CODES, {"name-en": "Bus", "name-fr": "Autobus", "definition-en": "Any"})
    page = browser.submit(CODES, {"name-en": "Garden"})
    assert page.text.index("Bus") < page.text.index("Garden")
    browser.submit(f"{CODES}/garden", {"name-en": "Green"})
    page = browser.submit(CODES, form="garden/earlier")
    assert page.text.index("Green") < page.text.index("Bus")
    browser.submit(CODES, form="bus/retiring")
    assert [each.key for each in Codebook.get().offered] == ["garden"]
    browser.submit(CODES, form="bus/taking-up")
    browser.submit(CODES, to=f"{CODES}/bus/eating", status=404)
    assert len(Codebook.get().offered) == 2


def test_answers_are_shown_masked_in_their_language_and_coded(browser, survey, book, alice):
    page = browser.get(CODING)
    assert "Fatima" not in page.html
    assert "613" not in page.html
    assert "name masked" in page.text
    quotes = page.all("blockquote")
    assert {(each["lang"], each["dir"]) for each in quotes} == {("en", "ltr")}
    page = browser.submit(CODING, ticks(survey, w0=["bus"], w3="-"), form="page=1")
    assert "2 answers coded" in page.text
    said = codings_by(book, alice)
    assert said == {scene.key_of(survey, BUS): ("bus",), scene.key_of(survey, WISHES[3]): ()}


def test_no_response_key_is_on_any_page(browser, survey, book):
    keys = {each.key for each in answers_to(survey, WISH)}
    for path in (HERE, CODING, f"{HERE}/{WISH}/translating", f"{HERE}/{WISH}/similar/bus"):
        html = browser.get(path).html
        assert not any(key in html or key[:20] in html for key in keys)


def test_what_is_coded_leaves_the_list_of_what_is_not(browser, survey, book):
    browser.submit(CODING, ticks(survey, w0=["bus"]), form="page=1")
    assert BUS not in browser.get(CODING).text
    assert BUS in browser.get(f"{CODING}?show=coded").text
    assert BUS in browser.get(f"{CODING}?show=all").text


def test_answers_are_found_by_words_but_not_by_what_is_masked(browser, survey, book):
    assert "garden" in browser.get(f"{CODING}?find=GARDEN").text
    assert "No answer has these words" in browser.get(f"{CODING}?find=Fatima").text


def test_taking_the_last_code_away_says_that_none_fits(browser, survey, book, alice):
    browser.submit(CODING, ticks(survey, w0=["bus"]), form="page=1")
    browser.submit(f"{CODING}?show=all", {f"c-{handle(survey, BUS)}": []}, form="page=1")
    assert codings_by(book, alice)[scene.key_of(survey, BUS)] == ()


def test_the_script_is_told_how_far_she_is_or_why_not(browser, survey, book, alice):
    kept = f"{CODING}/kept"
    sent = {**browser.get(CODING).fields("page=1"), **ticks(survey, w0=["bus"])}
    assert browser.client.post(kept, data=sent).json == {"said": "1 of 6 answers coded"}
    operations.finish_coding(book, by=alice)
    sent |= ticks(survey, w0=["class"])
    assert "finished" in browser.client.post(kept, data=sent).json["refused"]


def test_a_step_is_undone(browser, survey, book, alice):
    browser.submit(CODING, ticks(survey, w0=["bus"]), form="page=1")
    assert "Taken back for 1 answer." in browser.submit(CODING, form="/undo").text
    assert codings_by(book, alice) == {}
    assert browser.submit(CODING, form="/undo", status=409).heading


def test_similar_answers_are_offered_and_coded_together(browser, survey, book, alice):
    similar = f"{HERE}/{WISH}/similar/bus"
    assert "Nothing to compare with" in browser.get(similar).text
    scene.code(book, alice, {BUS: ("bus",)})
    page = browser.get(similar)
    assert WISHES[1] in page.text
    assert BUS not in page.text
    browser.submit(similar, {"pick": [handle(survey, WISHES[1]), handle(survey, WISHES[2])]})
    assert set(codings_by(book, alice).values()) == {("bus",)}
    assert len(codings_by(book, alice)) == 3


def test_coders_are_blind_until_they_finish_and_then_settle_what_differs(app, browser, survey, book,
                                                                         alice):  # fmt: skip
    bob = cast.person("Bo Coder", "coordinator")
    scene.code(book, bob, {BUS: ("class",), WISHES[3]: ("garden",)})
    operations.finish_coding(book, by=bob)
    scene.code(book, alice, {BUS: ("bus",), WISHES[3]: ("garden",)})
    agreement = f"{HERE}/{WISH}/agreement"
    blind = browser.get(agreement)
    assert "First code alone" in blind.text
    assert "Bo Coder" not in blind.text
    page = browser.submit(CODING, form="/finishing")
    assert page.path == agreement
    assert "Bo Coder" in page.text
    assert "Krippendorff" in page.text
    assert "Settled" in browser.submit(agreement, ticks(survey, w0=["bus"])).text
    assert final_codes(book)[scene.key_of(survey, BUS)] == ("bus",)
    browser.submit(CODING, form="/resuming")
    assert "First code alone" in browser.get(agreement).text


def test_one_coder_alone_has_nobody_to_agree_with(browser, survey, book, alice):
    scene.code(book, alice, {BUS: ("bus",)})
    assert "only one" in browser.submit(CODING, form="/finishing").text


def test_a_translator_writes_beside_the_original(app, survey, alice):
    tam, translating = Browser(app, cast.tam()), f"{HERE}/{WISH}/translating?to=fr"
    tam.submit(translating, {f"t-{handle(survey, BUS)}": "Pas de bus la nuit"})
    row = AnswerTranslation.get()
    assert (row.text, row.state, row.language) == ("Pas de bus la nuit", "human", "fr")
    page = tam.submit(translating, {f"s-{handle(survey, BUS)}": "reviewed"})
    assert "Somebody else must read" in page.text
    Browser(app, alice).submit(translating, {f"s-{handle(survey, BUS)}": "reviewed"})
    assert AnswerTranslation.get().state == "reviewed"


def test_a_translator_finds_the_answers_from_her_own_page(app, survey):
    tam = Browser(app, cast.tam())
    links = tam.get("/translations").links()
    assert HERE in links.values()
    page = tam.get(HERE)
    assert "Translate" in page.text
    assert CODING not in page.links().values()
    for path in {path for path in page.links().values() if path.startswith("/")}:
        tam.get(path)


def test_a_translation_stands_beside_the_original_masked_too(browser, survey, book, alice):
    operations.translate_answer(
        survey, WISH, scene.key_of(survey, BUS), language="fr", text="Mon nom est Ana", by=alice
    )
    page = browser.get(CODING)
    assert "Mon nom est" in page.text
    assert "Ana" not in page.text
    assert "fr" in {each["lang"] for each in page.all("blockquote")}


def test_only_what_is_written_in_another_language_is_to_be_translated(browser, survey):
    assert "Nothing to translate" in browser.get(f"{HERE}/{WISH}/translating?to=en").text


def test_the_steward_sees_them_unmasked_by_a_button_that_leaves_a_line(app, survey):
    sam = Browser(app, cast.sam())
    assert "Fatima" not in sam.get(HERE).html
    page = sam.submit(HERE, form="/unmasked")
    assert "Fatima" in page.text
    assert Event.select().where(Event.code == "surveys.answers_seen_unmasked").count() == 1


def test_an_answer_is_quoted_published_and_seen_by_readers(app, browser, survey, book):
    page = browser.get(CODING)
    assert len([each for each in page.links() if "May be quoted" in each]) == 3
    quoting = f"{HERE}/{WISH}/quoting/{handle(survey, BUS)}"
    page = browser.submit(quoting, {"text": "The bus does not run", "translation-fr": "Pas de bus"})
    assert "Not published" in page.text
    vera, results = Browser(app, cast.vera()), "/surveys/classes/results"
    assert "Pas de bus" not in vera.get(results).text
    number = Quotation.get().id
    browser.submit(f"{HERE}/quotations", form=f"{number}/publishing")
    assert "Pas de bus" in vera.get(results).text
    browser.submit(f"{HERE}/quotations", form=f"{number}/removal")
    assert "Pas de bus" not in vera.get(results).text


def test_a_quotation_with_a_name_in_it_comes_back_with_the_reason(browser, survey):
    quoting = f"{HERE}/{WISH}/quoting/{handle(survey, BUS)}"
    page = browser.submit(quoting, {"text": "My name is Ana"})
    assert "still in these words" in page.text


def test_the_page_of_a_quotation_does_not_tell_what_its_writer_answered(browser, survey):
    scene.answer(survey, [f"bus {n}" for n in range(12)], first=40)
    page = browser.get(f"{HERE}/{WISH}/quoting/{handle(survey, BUS)}")
    options = [each["value"] for each in page.all("option")]
    assert options == ["", "waited"]


def test_who_did_not_agree_has_no_page_to_be_quoted_on(browser, survey):
    browser.get(f"{HERE}/{WISH}/quoting/{handle(survey, WISHES[3])}", status=404)


@pytest.mark.parametrize("who", ["bob", "charlie", "vera", "tam"])
def test_who_does_not_code_does_not_find_the_coders_pages(app, survey, book, who):
    browser = Browser(app, getattr(cast, who)())
    for path in (CODING, CODES, f"{HERE}/{WISH}/agreement", f"{HERE}/quotations"):
        browser.get(path, status=404)
    browser.submit("/people/me", to=f"{HERE}/{WISH}/unmasked", status=404)


def test_the_coordinator_does_not_see_them_unmasked(browser, survey):
    assert "unmasked" not in browser.get(HERE).text
    browser.submit(CODES, to=f"{HERE}/{WISH}/unmasked", status=404)


@pytest.mark.parametrize("name", ["waited", "nothing", "agree"])
def test_only_open_questions_have_pages(browser, survey, name):
    browser.get(f"{HERE}/{name}/codes", status=404)
    assert Code.select().count() == 0
