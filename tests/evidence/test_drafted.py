"""A first sentence is worked out from the figure; whoever pins makes it her own."""

from lipnet.evidence.drafting import drafted
from lipnet.evidence.models import Finding
from lipnet.surveys.operations import results_of
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import answered_survey

DRAFT = (
    "67% answered “Yes” to “Did you wait for a language class?”, of about 60 people who answered."
)


def test_the_draft_is_the_largest_share_in_both_languages(app):
    survey = answered_survey(cast.alice())
    said = drafted(results_of(survey).question("waited").to_json())
    assert said["en"] == DRAFT
    assert "Oui" in said["fr"] and "Avez-vous attendu un cours de langue?" in said["fr"]


def test_of_numbers_the_draft_tells_the_average(app):
    survey = answered_survey(cast.alice(), yes=60)
    said = drafted(results_of(survey).question("months").to_json())
    assert said["en"].startswith("On average about 4: what about 60 people answered")


def test_what_has_no_numbers_has_no_draft(app):
    survey = answered_survey(cast.alice())
    assert drafted(results_of(survey).question("wish").to_json()) == {}


def test_a_hidden_answer_is_not_in_the_draft(app):
    table = results_of(answered_survey(cast.alice())).question("waited").to_json()
    hidden = [{**row, "count": None, "share": None} for row in table["rows"]]
    assert drafted({**table, "rows": hidden}) == {}
    assert drafted({**table, "n": None}) == {}


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
