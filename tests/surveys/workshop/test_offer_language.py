"""People are offered a language when it is ready, or when somebody said: as it is."""

from datetime import timedelta

import pytest

from lipnet.core import clock, i18n, migrations
from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.questionnaire.addresses import with_text
from lipnet.surveys import operations as surveys
from lipnet.surveys import readiness
from lipnet.surveys.asked import asked, stamp
from lipnet.surveys.offering import held_back_in, offered_in
from lipnet.surveys.workshop import operations
from tests import cast
from tests.browsing import Browser
from tests.surveys.scene import CHOICES, QUESTIONS, draft_survey, open_survey_with, workbook
from tests.surveys.workshop import scene


def tags(slug="classes"):
    return {language.tag for language in asked(slug).languages}


def test_languages_that_came_whole_are_offered_and_the_others_are_not(database):
    survey = scene.opened(cast.alice())
    assert tags() == {"en", "fr"}
    assert held_back_in(survey.published_version) == ("ar",)


def test_a_language_is_offered_once_its_last_text_is_there_and_published(database):
    alice = cast.alice()
    survey = scene.opened(alice)
    scene.finish(survey, cast.tam())
    assert tags() == {"en", "fr"}
    surveys.publish_version(survey.latest_version, by=alice)
    assert tags() == {"en", "fr", "ar"}


@pytest.mark.parametrize("unfinished", ["draft", "stale", ""])
def test_a_draft_or_stale_or_empty_text_holds_a_language_back(database, unfinished):
    alice = cast.alice()
    survey = scene.draft(alice)
    scene.finish(survey, alice)
    assert "ar" in offered_in(survey.latest_version)
    if unfinished == "stale":
        read = scene.latest(survey)
        changed = with_text(read, scene.WAITED, "en", "Did you have to wait for a class?")
        surveys.revise_version(survey.latest_version, changed, revision=1, what="titled", by=alice)
    else:
        text = "مسودة" if unfinished else ""
        operations.translate(survey, "ar", {scene.WAITED: (text, unfinished)}, by=alice)
    assert "ar" not in offered_in(survey.latest_version)


def test_languages_people_answered_in_before_this_rule_go_on_being_offered(database):
    survey = scene.opened(cast.alice())
    migrations.migrate_back(database.folder, "0014_translation")
    migrations.migrate(database.folder)
    assert offered_in(survey.published_version) == ("en", "fr", "ar")


def test_who_offers_a_language_as_it_is_is_recorded(database):
    alice = cast.alice()
    survey = scene.draft(alice)
    version = survey.latest_version
    operations.offer_language(version, "ar", by=alice)
    assert offered_in(version) == ("en", "fr", "ar")
    event = list(history(survey))[-1]
    assert (event.code, event.actor_id) == ("surveys.language_offered_as_it_is", alice.id)
    with pytest.raises(Refusal, match="offered already"):
        operations.offer_language(version, "ar", by=alice)
    with pytest.raises(Refusal, match="offered already"):
        operations.offer_language(version, "fr", by=alice)
    operations.take_back_offer(version, "ar", by=alice)
    assert offered_in(version) == ("en", "fr")
    with pytest.raises(Refusal, match="not offered as it is"):
        operations.take_back_offer(version, "ar", by=alice)


def test_a_kept_page_is_made_anew_when_a_language_is_offered(database):
    alice = cast.alice()
    survey = scene.opened(alice)
    before = stamp("classes")
    operations.offer_language(survey.published_version, "ar", by=alice)
    assert stamp("classes") != before
    assert tags() == {"en", "fr", "ar"}
    with pytest.raises(Refusal, match="may be answering"):
        operations.take_back_offer(survey.published_version, "ar", by=alice)


def test_a_survey_in_which_no_language_is_ready_cannot_be_opened(database):
    alice = cast.alice()
    holes = [{**question} for question in QUESTIONS]
    for tongue, hole in zip(("English (en)", "Français (fr)", "العربية (ar)"), holes, strict=False):
        hole.pop(f"label::{tongue}")
    survey = draft_survey(alice, data=workbook(holes, CHOICES))
    assert "languages" in [missing.page for missing in readiness.missing_before_opening(survey)]
    operations.offer_language(survey.latest_version, "ar", by=alice)
    assert "languages" not in [m.page for m in readiness.missing_before_opening(survey)]


def test_the_source_itself_may_lack_a_text_and_be_offered_as_it_is(app):
    alice = cast.alice()
    hole = [{**question} for question in QUESTIONS]
    hole[0].pop("label::English (en)")
    survey = draft_survey(alice, data=workbook(hole, CHOICES))
    assert "en" not in offered_in(survey.latest_version)
    Browser(app, alice).submit("/surveys/classes/languages/en/offer")
    assert "en" in offered_in(survey.latest_version)
    Browser(app, alice).get("/surveys/classes/languages/en/removal", status=404)


def test_the_wall_lists_what_is_ready_and_staff_read_how_far_the_others_are(app):
    alice = cast.alice()
    survey = scene.opened(alice)
    wall = Browser(app).get("/s/classes")
    assert "Français" in wall.text and "العربية" not in wall.one("main").text
    assert Browser(app).get("/s/classes/ar").path == "/s/classes"
    shown = Browser(app, alice).get("/surveys/classes")
    facts = {d.text for d in shown.all("div") if d.text.startswith("Languages that are not ready")}
    assert facts == {"Languages that are not readyArabic"}
    far = Browser(app, alice).get("/surveys/classes/languages")
    assert "texts are still to do" in far.text and "Not ready" in far.text
    assert survey.is_open


def test_the_opening_page_asks_what_to_do_with_a_language_that_is_not_ready(app):
    alice = cast.alice()
    survey = scene.draft(alice)
    surveys.schedule_survey(survey, None, clock.today() + timedelta(days=9), by=alice)
    browser = Browser(app, alice)
    page = browser.get("/surveys/classes/opening")
    assert "Languages that are not ready" in page.text
    offer = next(a["href"] for a in page.all("a") if a["href"].endswith("/ar/offer"))
    browser.submit(offer)
    page = browser.get("/surveys/classes/opening")
    assert "Languages that are not ready" not in page.text
    assert "Arabic" in page.text


def notes_at_the_foot(page) -> list[str]:
    return [p.text for p in page.one("footer").all("p") if p["class"] == "machine-note"]


def test_the_foot_of_the_page_says_that_a_machine_drafted_the_questions(app):
    alice = cast.alice()
    survey = open_survey_with(alice)
    with i18n.speaking("fr"):
        said = i18n.gettext(
            "Some of the questions in %(language)s were drafted by machine, and nobody has read "
            "them through yet.",
            language="français",
        )
    for state, told in (("machine", True), ("reviewed", False)):
        text = ("Avez-vous attendu un cours?", state)
        operations.translate(survey, "fr", {scene.WAITED: text}, by=alice)
        surveys.publish_version(survey.latest_version, by=alice)
        assert (said in notes_at_the_foot(Browser(app).get("/s/classes/fr"))) is told
        assert (said in notes_at_the_foot(Browser(app).submit("/s/classes/fr"))) is told
        assert notes_at_the_foot(Browser(app).get("/s/classes/en")) == []
