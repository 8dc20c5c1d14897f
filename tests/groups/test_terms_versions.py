"""Terms of reference have clauses, amendments, two languages, and versions that are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lipnet.core.refusals import Refusal
from lipnet.groups import operations, wording
from lipnet.groups.terms.comparing import compared, sections_compared
from lipnet.groups.terms.models import FurtherClauses, amendments_of, term_cap_of
from tests.browsing import Browser
from tests.cast import alice, vera
from tests.groups import scene

WORDS = st.lists(st.sampled_from(["we", "meet", "twice", "a", "year", "\n", "."])).map(" ".join)
FURTHER = {
    "second_call": "fixed", "second_call_value": 4, "term_cap": 2, "nominators": "group",
    "amendment": {"en": "A second call."},
}  # fmt: skip


@given(WORDS, WORDS)
def test_what_was_and_what_is_can_be_read_back_from_a_comparison(before, after):
    pieces = compared(before, after)
    was = "".join(piece.text for piece in pieces if piece.kind != "new")
    now = "".join(piece.text for piece in pieces if piece.kind != "gone")
    assert (was.split(), now.split()) == (before.split(), after.split())


def test_changed_words_are_marked_as_a_phrase():
    told = compared("We meet four times a year.", "We meet at least twice a year.")
    assert [(p.kind, p.text.strip()) for p in told] == [
        ("same", "We meet"), ("gone", "four times"), ("new", "at least twice"), ("same", "a year."),
    ]  # fmt: skip


def test_sections_are_matched_by_title_in_any_language():
    old = [{"title": {"en": "Purpose", "fr": "But"}, "text": {"en": "To plan."}},
           {"title": {"en": "Money"}, "text": {"en": "None."}}]  # fmt: skip
    purpose = {"en": "Our purpose", "fr": "But"}
    new = [{"title": {"en": "Languages"}, "text": {"en": "Two."}},
           {"title": purpose, "text": {"en": "To plan.", "fr": "Oui."}}]  # fmt: skip
    changes = sections_compared(old, new, ("en", "fr"))
    assert [(each.state, each.title["en"]) for each in changes] == [
        ("new", "Languages"), ("changed", "Our purpose"), ("gone", "Money"),
    ]  # fmt: skip
    assert [piece.kind for piece in changes[1].pieces["en"]] == ["same"]


def test_further_clauses_are_kept_with_their_version(database):
    coordinator = alice()
    body = scene.council(coordinator)
    first = scene.terms(body, coordinator)
    assert FurtherClauses.of(first).quorum_at_second_call(9) == 5
    second = scene.terms(body, coordinator, further=FURTHER)
    clauses = FurtherClauses.of(second)
    assert (clauses.quorum_at_second_call(9), term_cap_of(body)) == (4, 2)
    assert FurtherClauses(terms=first, second_call="present").quorum_at_second_call(9) == 1
    assert [(terms.version, text) for terms, text in amendments_of(body)] == [
        (2, {"en": "A second call."}), (1, {}),
    ]  # fmt: skip
    told = dict(wording.clauses(second, 9))
    assert told["Longest service"] == "2 terms"
    assert "4 people with a vote are enough" in told["Second call"]


def test_a_fixed_second_call_says_how_many(database):
    coordinator = alice()
    body = scene.council(coordinator)
    with pytest.raises(Refusal) as refused:
        scene.terms(body, coordinator, further={**FURTHER, "second_call_value": None})
    assert refused.value.field == "second_call_value"
    with pytest.raises(Refusal):
        scene.terms(body, coordinator, further={**FURTHER, "second_call": "present"})


def test_a_draft_begins_with_the_clauses_in_force(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.terms(body, coordinator, further=FURTHER)
    browser = Browser(app, coordinator)
    address = f"/groups/{body.slug}/terms/draft"
    fields = browser.get(address).fields()
    kept = (fields["second_call"], fields["term_cap"], fields["nominators"])
    assert kept == (["fixed"], "2", ["group"])
    assert fields["amendment-en"] == ""
    page = browser.submit(address, {"second_call": "present", "amendment-en": "Whoever comes."})
    assert "whoever comes to the meeting called next may decide" in page.text
    assert "Whoever comes." in page.text
    assert FurtherClauses.of(body.terms_drafted).second_call_value is None


def test_two_versions_are_compared_on_a_page(app):
    coordinator = alice()
    body = scene.council(coordinator)
    scene.terms(body, coordinator)
    sections = [{"title": {"en": "Purpose"}, "text": {"en": "To **act** together.", "fr": "Agir."}}]
    operations.draft_terms_of_reference(
        body, sections=sections, quorum_kind="fixed", quorum_value=3, by=coordinator
    )
    browser = Browser(app, vera())
    page = browser.get(f"/groups/{body.slug}/terms/2/changes")
    assert page.heading == "From version 1 to version 2"
    assert [each.text for each in page.all("del")] == ["Words that are gone", "**plan**"]
    assert [each.text for each in page.all("ins")] == ["Words that are new", "**act**", "Agir."]
    assert "3 people with a vote must be present" in page.one("tbody").text
    same = browser.get(f"/groups/{body.slug}/terms/2/changes?since=2")
    assert "are the same" in same.text
    Browser(app, coordinator).get(f"/groups/{body.slug}/terms/2/changes?since=7", status=404)


def test_both_languages_stand_side_by_side(app):
    coordinator = alice()
    body = scene.council(coordinator)
    sections = [{"title": {"en": "Purpose", "fr": "But"}, "text": {"en": "To plan."}}]
    scene.terms(body, coordinator, sections=sections)
    page = Browser(app, coordinator).get(f"/groups/{body.slug}/terms/1?both=1")
    assert "But" in page.text and "Not written in this language yet." in page.text
