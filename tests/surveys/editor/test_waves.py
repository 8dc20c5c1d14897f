"""A survey asked again: a draft with the same questions, and what changed since."""

from dataclasses import replace

import pytest

from lipnet.core import thread
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import editing
from lipnet.surveys import operations
from lipnet.surveys.addresses import next_slug
from lipnet.surveys.editor.acts import published_names
from lipnet.surveys.models import Survey
from tests import cast
from tests.browsing import Browser
from tests.surveys import scene
from tests.surveys.editor.scene import whole_of


@pytest.fixture
def alice(app):
    return cast.alice()


def again(alice, former, slug="classes-2027"):
    return operations.ask_again(former, {"en": "Classes 2027"}, slug=slug, by=alice)


def test_the_next_wave_is_a_draft_with_the_words_and_questions_of_the_last(alice):
    former = scene.open_survey_with(alice)
    operations.justify_identity(former, {"wish": "To write back."}, by=alice)
    survey = again(alice, former)
    assert survey.is_draft
    assert (survey.purpose, survey.contact) == (former.purpose, former.contact)
    assert survey.latest_version.document == former.published_version.document
    assert survey.asked_after.get().former == former
    assert survey.identity_reasons.get().reason == "To write back."
    assert thread.came_from(thread.ref(survey))[0].to_id == str(former.id)


def test_the_thread_leads_back_and_a_taken_address_is_refused(alice):
    former = scene.open_survey_with(alice)
    with pytest.raises(Refusal, match="Another survey"):
        again(alice, former, slug="classes")
    bare = operations.create_survey({"en": "Bare"}, slug="bare", by=alice)
    with pytest.raises(Refusal, match="no questionnaire"):
        again(alice, bare)
    assert Survey.select().count() == 2


def test_what_a_former_wave_asked_stays_known_when_it_is_removed(alice):
    survey = again(alice, scene.open_survey_with(alice))
    assert "wish" in published_names(survey)


@pytest.mark.parametrize(
    ("slug", "then"),
    [("newcomers-2025", "newcomers-2026"), ("classes", "classes-2"), ("classes-2", "classes-3")],
)
def test_the_next_address_follows_from_the_last(slug, then):
    assert next_slug(slug) == then


def test_a_coordinator_asks_again_and_sees_what_breaks_the_comparison(app):
    alice = cast.alice()
    scene.open_survey_with(alice)
    browser = Browser(app, alice)
    page = browser.submit("/surveys/classes/again", {"title-en": "Classes 2027"})
    assert page.path == "/surveys/classes-2"
    version = Survey.get(Survey.slug == "classes-2").latest_version
    compared = "/surveys/classes-2/versions/1/compared"
    assert "Nothing changed" in browser.get(compared).text
    whole = whole_of(version)
    whole = editing.remove(whole, "wish", published={"wish"})
    whole = editing.set_choices(whole, "yes_no", whole.choices["yes_no"][::-1])
    waited = editing.item_named(whole, "waited")
    label = {**waited.label, "en": "Were you on a waiting list?"}
    whole = editing.change(whole, "waited", replace(waited, label=label))
    operations.revise_version(version, whole, revision=0, what="titled", by=alice)
    page = browser.get(compared)
    for text in (
        "Hard to compare", "The words changed in English.", "but not in French and Arabic",
        "Were you on a waiting list?", "Did you wait for a language class?", "another order",
        "No longer asked", "What would help you?",
    ):  # fmt: skip
        assert text in page.text


def test_a_first_version_has_nothing_to_be_compared_with(app):
    scene.draft_survey(alice := cast.alice())
    Browser(app, alice).get("/surveys/classes/versions/1/compared", status=404)


def test_a_second_version_is_compared_with_the_one_people_answer(app):
    alice = cast.alice()
    operations.begin_revision(scene.open_survey_with(alice), by=alice)
    page = Browser(app, alice).get("/surveys/classes/versions/2/compared")
    assert "Compared with version 1" in page.text
