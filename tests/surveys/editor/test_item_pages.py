"""One question: its texts, its kind, its choices, its rules; and two who write at once."""

import pytest

from lipnet.questionnaire import Choice, editing
from lipnet.questionnaire.addresses import with_text
from lipnet.surveys import operations
from lipnet.surveys.editor.desk import desk_of
from lipnet.surveys.sent_files import switch
from tests import cast
from tests.browsing import Browser
from tests.surveys.editor import scene
from tests.surveys.editor.scene import EDIT

AUTOSAVE = {"X-Autosave": "1"}


@pytest.fixture
def alice(database):
    return cast.alice()


@pytest.fixture
def browser(app, alice):
    return Browser(app, alice)


def item(version, name):
    return editing.item_named(scene.whole_of(version), name)


def test_the_words_of_a_question_are_changed_and_other_languages_stay(browser, alice):
    version = scene.drafted(alice)
    sent = {"label-en": "How do you get about?", "hint-fr": "Plusieurs réponses", "required": "y"}
    browser.submit(f"{EDIT}/ways", sent, form="/edit/ways")
    ways = item(version, "ways")
    assert ways.label == {"en": "How do you get about?", "ar": "كيف تتنقّل؟"}
    assert ways.hint == {"fr": "Plusieurs réponses"}
    assert ways.required.source == "true()"


def test_what_may_be_said_instead_and_what_a_question_is_about_are_kept(browser, alice):
    version = scene.drafted(alice)
    browser.submit(f"{EDIT}/wish", {"prefer_not": "y", "lines": "y", "role": "identity"},
                   form="/edit/wish")  # fmt: skip
    wish = item(version, "wish")
    assert (wish.declines, wish.appearance, wish.role) == (
        ("prefer_not",),
        ("multiline",),
        "identity",
    )


@pytest.mark.parametrize("kind", ["range", "rank", "date", "note", "calculate", "hidden"])
def test_a_question_of_any_kind_has_a_page(browser, alice, kind):
    version = scene.drafted(alice)
    sent = {"kind-type": kind, "kind-name": "wish"}
    page = browser.submit(f"{EDIT}/wish", sent, form="/kind")
    assert page.path == f"{EDIT}/wish"
    assert item(version, "wish").type == kind
    browser.submit(f"{EDIT}/wish", form="/edit/wish")


def test_a_file_is_offered_only_where_the_operator_allows_it(browser, alice):
    version = scene.drafted(alice)
    sent = {"kind-type": "image", "kind-name": "wish"}
    assert 'value="image"' not in browser.get(f"{EDIT}/wish").html
    browser.submit(f"{EDIT}/wish", sent, form="/kind")
    assert item(version, "wish").type == "text"
    switch.allow(True)
    try:
        browser.submit(f"{EDIT}/wish", sent, form="/kind")
        assert item(version, "wish").type == "image"
        browser.submit(f"{EDIT}/wish", form="/edit/wish")
    finally:
        switch.allow(False)


def test_the_ends_of_a_scale_are_kept(browser, alice):
    version = scene.drafted(alice)
    browser.submit(f"{EDIT}/wish", {"kind-type": "range", "kind-name": "wish"}, form="/kind")
    browser.submit(f"{EDIT}/wish", {"start": "0", "end": "10", "step": "0.5"}, form="/edit/wish")
    assert item(version, "wish").parameters == {"start": "0", "end": "10", "step": "0.5"}


def test_a_new_name_leads_on_and_a_taken_one_is_refused(browser, alice):
    version = scene.drafted(alice)
    page = browser.submit(f"{EDIT}/wish", {"kind-name": "hope"}, form="/kind")
    assert page.path == f"{EDIT}/hope"
    assert item(version, "hope").aliases == ("wish",)
    page = browser.submit(f"{EDIT}/hope", {"kind-name": "age"}, form="/kind")
    assert "already taken" in page.text


def test_a_group_has_a_heading_and_may_be_repeated(browser, alice):
    version = scene.drafted(alice)
    operations.revise_version(
        version, editing.group(scene.whole_of(version), ["age"], "home"),
        revision=0, what="group_added", about={"name": "home"}, by=alice,
    )  # fmt: skip
    browser.submit(f"{EDIT}/home", {"label-en": "Who lives with you?", "repeat": "y"},
                   form="/edit/home")  # fmt: skip
    assert item(version, "home").repeat
    browser.get(f"{EDIT}/home/rules/repeat_count")


def test_an_item_that_is_not_there_is_no_page(browser, alice):
    scene.drafted(alice)
    browser.get(f"{EDIT}/nobody", status=404)


# --- two at once


def test_two_people_who_write_at_different_questions_both_keep_their_words(browser, alice):
    version = scene.drafted(alice)
    sent = browser.get(f"{EDIT}/age").fields("/edit/age")
    browser.submit(f"{EDIT}/wish", {"label-en": "What would you like?"}, form="/edit/wish")
    browser.post(f"{EDIT}/age", {**sent, "label-en": "Your age"})
    assert item(version, "age").label["en"] == "Your age"
    assert item(version, "wish").label["en"] == "What would you like?"


def test_two_people_at_one_question_see_both_versions_and_nothing_is_lost(app, browser, alice):
    version = scene.drafted(alice)
    bert = Browser(app, cast.person("Bert Roy", "coordinator"))
    mine = browser.get(f"{EDIT}/age").fields("/edit/age")
    bert.submit(f"{EDIT}/age", {"label-en": "Age in years"}, form="/edit/age")
    page = browser.post(f"{EDIT}/age", {**mine, "label-en": "Your age"}, status=409)
    assert "Somebody changed this" in page.text
    (both,) = [e for e in page.all("div") if e["class"] == "both"]
    assert "Age in years" in both.text
    assert "Your age" in both.text
    assert item(version, "age").label["en"] == "Age in years"
    typed = page.fields("/edit/age")
    assert typed["label-en"] == "Your age"
    browser.post(f"{EDIT}/age", typed)
    assert item(version, "age").label["en"] == "Your age"


def test_both_versions_show_only_what_differs(app, browser, alice):
    scene.drafted(alice)
    bert = Browser(app, cast.person("Bert Roy", "coordinator"))
    mine = browser.get(f"{EDIT}/ways").fields("/edit/ways")
    bert.submit(f"{EDIT}/ways", {"required": "y"}, form="/edit/ways")
    sent = {**mine, "label-en": "How do you get about?"}
    page = browser.post(f"{EDIT}/ways", sent, status=409)
    (both,) = [e for e in page.all("div") if e["class"] == "both"]
    rows = [e for e in both.all("div") if e["class"] == "both-row"]
    assert [row.text.split(" As it")[0] for row in rows] == ["Question", "Must be answered"]
    assert "How do you travel?" in rows[0].text
    assert "كيف تتنقّل؟" not in both.text
    assert "yes" in rows[1].text


def test_a_translator_at_work_is_nobodys_conflict(browser, alice):
    version = scene.drafted(alice)
    texts = browser.get(f"{EDIT}/ways").fields("/edit/ways")
    choices_sent = browser.get(f"{EDIT}/ways/choices").fields("/choices")
    whole = scene.whole_of(version)
    for address in ("question/ways/label", "choice/ways/bus/label"):
        whole = with_text(whole, address, "ar", "بالعربية")
    operations.revise_version(version, whole, revision=0, what="translated",
                              about={"language": "ar"}, by=alice)  # fmt: skip
    browser.post(f"{EDIT}/ways", {**texts, "label-en": "How do you get about?"})
    browser.post(f"{EDIT}/ways/choices", {**choices_sent, "label-0-en": "By the bus"})
    assert item(version, "ways").label == {"en": "How do you get about?", "ar": "بالعربية"}
    assert scene.whole_of(version).choices["ways"][0].label["ar"] == "بالعربية"


def test_a_kind_without_a_name_is_asked_for_again(browser, alice):
    scene.drafted(alice)
    page = browser.submit(f"{EDIT}/wish", {"kind-name": ""}, form="/kind")
    assert "Write a short name" in page.text


def test_a_question_that_was_removed_meanwhile_is_told(browser, alice):
    version = scene.drafted(alice)
    sent = browser.get(f"{EDIT}/wish").fields("/edit/wish")
    desk = desk_of(version)
    operations.revise_version(version, editing.remove(desk.questionnaire, "wish"), revision=0,
                              what="removed", about={"name": "wish"}, by=alice)  # fmt: skip
    browser.post(f"{EDIT}/wish", sent, status=404)


# --- saving by itself


def test_saving_by_itself_tells_when_and_the_new_mark(browser, alice):
    version = scene.drafted(alice)
    sent = browser.get(f"{EDIT}/age").fields("/edit/age")
    reply = browser.client.post(f"{EDIT}/age", data={**sent, "label-en": "Age?"}, headers=AUTOSAVE)
    assert reply.json["saved"].startswith("Saved ")
    assert reply.json["revision"] == 1
    again = {**sent, "label-en": "Age!", "mark": reply.json["mark"]}
    assert browser.client.post(f"{EDIT}/age", data=again, headers=AUTOSAVE).status_code == 200
    assert item(version, "age").label["en"] == "Age!"
    late = browser.client.post(f"{EDIT}/age", data=again | {"mark": sent["mark"]}, headers=AUTOSAVE)
    assert (late.status_code, "overtaken" in late.json) == (409, True)


def test_what_cannot_be_saved_by_itself_says_why(browser, alice):
    scene.drafted(alice)
    sent = browser.get(f"{EDIT}/age").fields("/edit/age")
    long = {**sent, "label-en": "x" * 3000}
    reply = browser.client.post(f"{EDIT}/age", data=long, headers=AUTOSAVE)
    assert reply.status_code == 422
    assert "2000" in reply.json["wrong"][0]


# --- choices


def choices(version, name="ways"):
    whole = scene.whole_of(version)
    return [(c.code, c.label.get("en")) for c in whole.choices_of(whole.question(name))]


def test_choices_are_changed_added_and_left_out(browser, alice):
    version = scene.drafted(alice)
    sent = {
        "label-0-en": "By the bus",
        "label-2-en": "By car",
        "label-3-en": "Other",
        "kind-3": "other",
    }
    browser.submit(f"{EDIT}/ways/choices", sent, form="/choices")
    assert choices(version) == [("bus", "By the bus"), ("foot", "On foot"), ("by_car", "By car"),
                                ("other", "Other")]  # fmt: skip
    assert scene.whole_of(version).choices["ways"][0].label["fr"] == "En autobus"
    assert scene.names(version) == ["age", "ways", "ways_other", "wish"]
    browser.submit(f"{EDIT}/ways/choices", {"act": "drop:1"}, form="/choices")
    assert choices(version)[1][0] == "by_car"
    page = browser.submit(f"{EDIT}/ways/choices", {"act": "down:0"}, form="/choices")
    assert choices(version)[:2] == [("by_car", "By car"), ("bus", "By the bus")]
    (focused,) = [e for e in page.all("button") if e.has("autofocus")]
    assert focused["value"] == "down:1"


def test_a_code_that_stands_twice_is_refused_and_the_words_stay(browser, alice):
    scene.drafted(alice)
    page = browser.submit(f"{EDIT}/ways/choices", {"code-1": "bus"}, form="/choices", status=422)
    assert "stands here twice" in page.text
    assert page.fields("/choices")["code-1"] == "bus"


def test_choices_are_pasted_after_those_there_or_instead(browser, alice):
    version = scene.drafted(alice)
    pasted = {"pasted": "car\tBy car\tEn voiture\nbus\tBy bus"}
    browser.submit(f"{EDIT}/ways/choices", pasted, form="/pasted")
    assert [code for code, _label in choices(version)] == ["foot", "car", "bus"]
    browser.submit(f"{EDIT}/ways/choices", {"pasted": "By train", "instead": "y"}, form="/pasted")
    assert choices(version) == [("by_train", "By train")]


def test_a_long_list_is_kept_whole(browser, alice):
    version = scene.drafted(alice)
    towns = "\n".join(f"Town {number}" for number in range(600))
    browser.submit(f"{EDIT}/ways/choices", {"pasted": towns, "instead": "y"}, form="/pasted")
    browser.submit(f"{EDIT}/ways/choices", {"label-0-en": "The first town"}, form="/choices")
    assert len(choices(version)) == 600
    assert choices(version)[0] == ("town_0", "The first town")


def test_two_people_at_one_list_see_both(app, browser, alice):
    version = scene.drafted(alice)
    bert = Browser(app, cast.person("Bert Roy", "coordinator"))
    mine = browser.get(f"{EDIT}/ways/choices").fields("/choices")
    bert.submit(f"{EDIT}/ways/choices", {"label-2-en": "By sledge"}, form="/choices")
    page = browser.post(f"{EDIT}/ways/choices", {**mine, "label-2-en": "By car"}, status=409)
    assert "By sledge" in page.text
    assert page.fields("/choices")["label-2-en"] == "By car"
    assert choices(version)[2] == ("by_sledge", "By sledge")


def test_a_shared_list_says_so_and_can_be_parted(browser, alice):
    twin = editing.duplicate(scene.WHOLE, "ways").question("ways_2")
    version = scene.drafted(alice, scene.AGE, scene.WAYS, twin)
    page = browser.submit(f"{EDIT}/ways/choices", {"act": "own"}, form="/act", to=f"{EDIT}/act")
    assert "also offered by" not in browser.get(f"{EDIT}/ways/choices").text
    assert page.path == f"{EDIT}/ways"
    assert item(version, "ways").list_name != "ways"


# --- rules


def rule(version, name, field="relevant"):
    found = getattr(item(version, name), field)
    return found.source if found else None


def test_a_rule_is_made_by_choosing_with_the_words_of_a_choice(browser, alice):
    version = scene.drafted(alice)
    url = f"{EDIT}/wish/rules/relevant"
    sent = browser.get(url).fields("/relevant")
    rows = {
        "by": "form", "question-0": "ways", "operator-0": "is", "value-0": "By bus",
        "question-1": "age", "operator-1": "at_least", "value-1": "18", "joined": "and",
    }  # fmt: skip
    page = browser.post(url, {**sent, **rows})
    assert rule(version, "wish") == "selected(${ways}, 'bus') and ${age} >= 18"
    told = "Asked only if “By bus” is picked in “How do you travel”, and the answer to"
    assert told in page.text
    shown = browser.get(url)
    picked = [o["value"] for o in shown.all("option") if o.has("selected")]
    assert {"ways", "includes", "bus", "age", "at_least"} <= set(picked)


def test_a_value_that_does_not_fit_is_refused_and_stays_in_the_form(browser, alice):
    version = scene.drafted(alice)
    url = f"{EDIT}/wish/rules/relevant"
    sent = browser.get(url).fields("/relevant")
    rows = {"by": "form", "question-0": "age", "operator-0": "more", "value-0": "old"}
    page = browser.post(url, {**sent, **rows}, status=422)
    assert "cannot be compared" in page.text
    assert 'value="old"' in page.html
    assert rule(version, "wish") is None


def test_the_answer_itself_is_judged_by_choosing(browser, alice):
    version = scene.drafted(alice)
    url = f"{EDIT}/age/rules/constraint"
    sent = browser.get(url).fields("/constraint")
    rows = {"by": "form", "question-0": ".", "operator-0": "at_most", "value-0": "120"}
    browser.post(url, {**sent, **rows})
    assert rule(version, "age", "constraint") == ". <= 120"
    assert "The answer must be at most 120." in browser.get(url).text


def test_a_rule_is_written_as_an_expression_and_taken_away(browser, alice):
    version = scene.drafted(alice)
    url = f"{EDIT}/wish/rules/relevant"
    sent = browser.get(url).fields("/relevant")
    browser.post(url, {**sent, "source": "${age} * 2 > 30"})
    assert rule(version, "wish") == "${age} * 2 > 30"
    page = browser.get(url)
    assert "the answer to “How old are you” times 2 is above 30." in page.text
    assert "By choosing" not in page.text
    browser.post(url, {**page.fields("/relevant"), "source": ""})
    assert rule(version, "wish") is None


def test_a_wrong_expression_says_what_is_wrong(browser, alice):
    scene.drafted(alice)
    url = f"{EDIT}/wish/rules/relevant"
    sent = browser.get(url).fields("/relevant")
    page = browser.post(url, {**sent, "source": "${nobody} = 1"}, status=422)
    assert "nobody is not a question" in page.text
    assert "${nobody} = 1" in page.text


def test_an_expression_is_read_while_it_is_written(browser, alice):
    scene.drafted(alice)
    check = f"{EDIT}/wish/rules/relevant/check"
    ask = {"source": "${age} >"}
    assert not browser.client.get(check, query_string=ask).json["ok"]
    ask = {"source": "selected(${ways}, 'sledge')"}
    said = browser.client.get(check, query_string=ask).json
    assert said["ok"]
    assert "“sledge” is picked" in said["told"]
    assert "no choice of it" in said["doubts"][0]
    assert "always" in browser.client.get(check, query_string={"source": " "}).json["told"]


def test_a_rule_another_changed_meanwhile_is_shown_beside_hers(app, browser, alice):
    version = scene.drafted(alice)
    bert = Browser(app, cast.person("Bert Roy", "coordinator"))
    url = f"{EDIT}/wish/rules/relevant"
    mine = browser.get(url).fields("/relevant")
    bert.post(url, {**bert.get(url).fields("/relevant"), "source": "${age} > 60"})
    page = browser.post(url, {**mine, "source": "${age} > 16"}, status=409)
    assert "is above 60" in page.text
    assert page.fields("/relevant")["source"] == "${age} > 16"
    assert rule(version, "wish") == "${age} > 60"


def test_a_kind_that_has_no_such_rule_has_no_such_page(browser, alice):
    scene.drafted(alice)
    browser.get(f"{EDIT}/wish/rules/choice_filter", status=404)


# --- the frame


def test_the_frame_shows_the_real_page_in_a_language_and_its_colours(browser, alice):
    scene.drafted(alice)
    page = browser.get(f"{EDIT}/frame?at=ways&in=ar&scheme=dark")
    assert page.one("html")["dir"] == "rtl"
    assert page.one("html")["data-scheme"] == "dark"
    assert "كيف تتنقّل؟" in page.text
    (policy,) = page.response.headers.getlist("Content-Security-Policy")
    assert "frame-ancestors 'self'" in policy
    assert "frame-src" not in policy
    browser.get(f"{EDIT}/frame?in=es", status=404)


def test_the_frame_shows_a_question_that_a_rule_hides_on_the_page_where_it_stands(browser, alice):
    whole = editing.set_rule(scene.WHOLE, "wish", "relevant", "${age} > 17")
    scene.drafted(alice, *whole.items)
    page = browser.get(f"{EDIT}/frame?at=wish")
    assert "What would help you?" in page.text
    assert "How old are you?" not in page.text
    assert "Page 2 of 2" in page.text


def test_only_the_editor_may_hold_a_frame(browser, alice):
    scene.drafted(alice)
    (policy,) = browser.get(EDIT).response.headers.getlist("Content-Security-Policy")
    assert "frame-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    elsewhere = browser.get("/surveys/classes").response.headers["Content-Security-Policy"]
    assert "frame-src" not in elsewhere
    frame = browser.get(f"{EDIT}/frame").response.headers
    for headers in (browser.get(EDIT).response.headers, frame):
        assert len(headers.getlist("Content-Security-Policy")) == 1, "two would both hold"


def test_an_empty_questionnaire_has_a_frame_too(browser, alice):
    scene.drafted(alice, choices={"ways": (Choice("bus"),)})
    survey = operations.create_survey({"en": "Bare"}, slug="bare", by=alice)
    browser.submit("/surveys/bare/questionnaire", form="/writing")
    assert "Nothing to answer yet." in browser.get("/surveys/bare/versions/1/edit/frame").text
    assert survey.latest_version.number == 1
