"""A first sentence is worked out from the figure; whoever pins makes it her own."""

from lipnet.evidence.drafting import drafted
from lipnet.evidence.models import Finding
from lipnet.surveys.operations import results_of
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import answered_survey
from tests.surveys.manage.answers import answer, settle

DRAFT = "69% answered “Yes” to “Did you wait for a language class?”, of 29 people who answered it."


def test_the_draft_is_the_largest_share_in_both_languages(app):
    survey = answered_survey(cast.alice())
    said = drafted(results_of(survey).question("waited").to_json())
    assert said["en"] == DRAFT
    assert "Oui" in said["fr"] and "Avez-vous attendu un cours de langue?" in said["fr"]


def test_of_numbers_the_draft_tells_the_average(app):
    survey = answered_survey(cast.alice())
    said = drafted(results_of(survey).question("months").to_json())
    assert said["en"].startswith("On average about 4: what 20 people answered")


def test_what_has_no_numbers_has_no_draft(app):
    survey = answered_survey(cast.alice())
    assert drafted(results_of(survey).question("wish").to_json()) == {}


def test_a_hidden_answer_is_not_in_the_draft(app):
    survey = answered_survey(cast.alice(), yes=3, no=0)
    answer(survey, (4, "en", {"waited": "no", "ways": []}), start=900_000)
    settle(survey)
    assert drafted(results_of(survey).question("waited").to_json()) == {}


def test_the_draft_says_that_it_is_one_until_it_is_changed_or_pinned(app):
    browser = Browser(app, alice := cast.alice())
    answered_survey(alice)
    where = "/evidence/pin/classes/waited"
    page = browser.get(where)
    assert "is a draft" in page.text and page.fields()["statement-en"] == DRAFT
    page = browser.submit(where, {"statement-en": "x" * 401})
    assert "is a draft" not in page.text
    browser.submit(where, {"statement-en": "Most wait.", "statement-fr": ""})
    assert Finding.get().statement == {"en": "Most wait."}
