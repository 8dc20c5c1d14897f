"""The workshop without script: side by side, filtered, saved, and safe when two write at once."""

from lipnet.questionnaire.addresses import with_text
from lipnet.surveys.operations import revise_version
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.models import GlossaryTerm
from tests import cast
from tests.browsing import Browser
from tests.surveys.workshop import scene
from tests.surveys.workshop.scene import ARABIC, MONTHS, WAITED

HERE = "/surveys/classes/languages/ar"


def test_source_and_translation_stand_side_by_side_each_in_its_direction(app):
    scene.draft(cast.alice())
    page = Browser(app, cast.tam()).get(HERE)
    assert page.heading == "English to Arabic"
    area = next(a for a in page.all("textarea") if a["name"] == f"t-{WAITED}")
    assert (area["lang"], area["dir"]) == ("ar", "rtl")
    sides = [p for p in page.all("p") if p["lang"] == "en" and p["dir"] == "ltr"]
    assert "Did you wait for a language class?" in [side.text for side in sides]


def test_another_source_can_be_chosen(app):
    scene.draft(cast.alice())
    page = Browser(app, cast.tam()).get(f"{HERE}?from=fr")
    assert page.heading == "French to Arabic"
    assert "Avez-vous attendu un cours de langue?" in page.text


def test_saving_keeps_what_was_written_and_calls_it_translated(app):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    page = browser.submit(HERE, {f"t-{MONTHS}": ARABIC[MONTHS]}, form="")
    assert "Saved." in page.text
    assert scene.states(survey)[MONTHS] == (ARABIC[MONTHS], "human")
    assert scene.states(survey)[WAITED] == (ARABIC[WAITED], "human")
    page = browser.submit(HERE, {f"s-{MONTHS}": "reviewed"})
    assert scene.states(survey)[MONTHS][1] == "reviewed"
    browser.submit(HERE, {f"t-{MONTHS}": "كم؟"})
    assert scene.states(survey)[MONTHS] == ("كم؟", "human")
    assert "Nothing was changed." in browser.submit(HERE).text


def test_a_filter_shows_what_is_still_to_do(app):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    empty = browser.get(f"{HERE}?show=empty")
    assert f"t-{WAITED}" not in empty.html and f"t-{MONTHS}" in empty.html
    scene.finish(survey, cast.person("Ana", "translator"))
    assert "Nothing here" in browser.get(f"{HERE}?show=empty").text
    browser.submit(f"{HERE}?show=review", {"review": "1"})
    assert {s for _, s in scene.states(survey).values()} == {"reviewed"}


def test_of_two_who_write_at_once_neither_loses_a_text(app):
    survey = scene.draft(cast.alice())
    tam = Browser(app, cast.tam())
    page = tam.get(HERE)
    operations.translate(survey, "ar", {MONTHS: ("الأول", "human")}, by=cast.bob())
    sent = {**page.fields(), f"t-{MONTHS}": "الثاني", f"t-{WAITED}": "غير ذلك"}
    answer = tam.post(HERE, sent, status=409)
    assert scene.states(survey)[MONTHS][0] == "الأول"
    assert scene.states(survey)[WAITED][0] == "غير ذلك"
    assert "الأول" in answer.text and "الثاني" in answer.html


def test_spaces_that_are_wrong_are_put_right_at_a_press(app):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    french = "/surveys/classes/languages/fr"
    browser.submit(french, {f"t-{WAITED}": "Avez-vous attendu ?"})
    page = browser.get(f"{french}?show=look")
    assert "no-break space" in page.text
    browser.submit(french, {"mend": WAITED})
    assert scene.states(survey, "fr")[WAITED][0] == "Avez-vous attendu\u00a0?"


def test_a_stale_text_shows_what_changed(app):
    alice = cast.alice()
    survey = scene.draft(alice)
    changed = with_text(scene.latest(survey), WAITED, "en", "Did you wait for a sewing class?")
    revise_version(survey.latest_version, changed, revision=0, what="titled", by=alice)
    page = Browser(app, alice).get(f"{HERE}?show=stale")
    assert [d.text for d in page.all("del")] == ["language"]
    assert [i.text for i in page.all("ins")] == ["sewing"]


def test_one_text_is_kept_as_it_is_typed(app):
    survey = scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    sent = browser.get(HERE).fields()
    one = {name: sent[name] for name in (f"m-{MONTHS}", f"s-{MONTHS}", "csrf_token")}
    asked = {**one, f"t-{MONTHS}": ARABIC[MONTHS], "address": MONTHS}
    answer = browser.client.post(f"{HERE}/one", data=asked).get_json()
    assert (answer["state"], answer["collided"]) == ("human", False)
    assert scene.states(survey)[MONTHS][0] == ARABIC[MONTHS]
    late = browser.client.post(f"{HERE}/one", data={**asked, f"t-{MONTHS}": "غيره"}).get_json()
    assert late["collided"] is True
    assert scene.states(survey)[MONTHS][0] == ARABIC[MONTHS]


def test_every_text_leads_to_its_place_in_the_preview(app):
    scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    places = {a["href"] for a in browser.get(HERE).all("a") if a.has("data-place")}
    preview = browser.get(f"{HERE}/preview")
    ids = {element["id"] for element in preview.all("li")}
    assert places and {place.rpartition("#")[2] for place in places} <= ids


def test_the_default_language_and_unknown_ones_have_no_page(app):
    scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    for tag in ("en", "so", "xx"):
        browser.get(f"/surveys/classes/languages/{tag}", status=404)
    assert browser.client.get(f"{HERE}/file.exe").status_code == 404


def test_languages_come_and_go_by_the_coordinator_only(app):
    alice = cast.alice()
    survey = scene.draft(alice)
    browser = Browser(app, alice)
    browser.submit("/surveys/classes/languages", {"language": "ti"})
    assert "ti" in scene.latest(survey).languages
    browser.submit("/surveys/classes/languages/ti/removal")
    assert "ti" not in scene.latest(survey).languages
    tam = Browser(app, cast.tam())
    token = tam.get(HERE).fields()["csrf_token"]
    asked = {"language": "ti", "csrf_token": token}
    tam.post("/surveys/classes/languages", asked, status=403)


def test_the_glossary_is_kept_by_translators(app):
    scene.draft(cast.alice())
    browser = Browser(app, cast.tam())
    asked = {"term": "language class", "wanted-ar": "صف لغة", "locked": "y", "note": "LINC"}
    assert "language class" in browser.submit("/glossary/new", asked).text
    [term] = GlossaryTerm.select()
    assert (term.wanted["ar"], term.locked) == ("صف لغة", True)
    assert "<mark>language class</mark>" in browser.get(HERE).html
    asked = {**asked, "term": "Class", "language": "en"}
    browser.submit(f"/glossary/{term.id}", asked, to=f"/glossary/{term.id}")
    assert GlossaryTerm.get().term == "Class"
    browser.submit(f"/glossary/{term.id}", form="/removal")
    assert GlossaryTerm.select().count() == 0


def test_a_new_version_that_differs_in_words_only_says_that_answers_compare(app):
    alice = cast.alice()
    survey = scene.opened(alice)
    browser = Browser(app, alice)
    assert "begins a new version" in browser.get("/surveys/classes/languages").text
    scene.finish(survey, alice)
    number = survey.latest_version.number
    page = browser.get(f"/surveys/classes/versions/{number}/publishing")
    assert "answers to both can be compared throughout" in page.text
