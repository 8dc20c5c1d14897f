"""Themes: a vocabulary of the partnership's own, several for a finding."""

import pytest

from lipnet.core.events import history
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations
from lipnet.evidence.models import Finding, FindingTheme, Theme
from tests import cast
from tests.browsing import Browser
from tests.evidence.scene import SAID

HOUSING = {"en": "Housing", "fr": "Logement"}
LANGUAGE = {"en": "Language", "fr": "Langue"}


def noted(by, *themes, statement=SAID):
    return operations.note_outside_finding(statement, source="Census", themes=themes, by=by)


def titles(finding) -> list[str]:
    return [theme.title["en"] for theme in Finding.get_by_id(finding.id).themes]


def test_a_finding_stands_under_several_themes(house):
    alice = cast.alice()
    housing, language = (operations.add_theme(each, by=alice) for each in (HOUSING, LANGUAGE))
    found = noted(alice, language, housing)
    assert titles(found) == ["Housing", "Language"]
    operations.sort_finding(found, [housing], by=alice)
    operations.sort_finding(found, [housing], by=alice)
    assert titles(found) == ["Housing"]
    assert [event.code for event in history(found)][1:] == ["evidence.finding_sorted"] * 2


def test_a_theme_has_a_name_that_no_other_has(house):
    alice = cast.alice()
    theme = operations.add_theme(HOUSING, by=alice)
    for title in ({}, {"en": " "}, {"en": "housing"}, {"en": "Homes", "fr": "LOGEMENT"}):
        with pytest.raises(Refusal) as no:
            operations.add_theme(title, by=alice)
        assert no.value.field == "title"
    operations.rename_theme(theme, {"en": "Homes", "fr": "Logement"}, by=alice)
    assert Theme.get().title["en"] == "Homes"


def test_merging_moves_every_finding_once(house):
    alice = cast.alice()
    housing, homes = (operations.add_theme(each, by=alice) for each in (HOUSING, {"en": "Homes"}))
    both, one = noted(alice, housing, homes), noted(alice, homes)
    operations.merge_theme(homes, into=housing, by=alice)
    assert titles(both) == titles(one) == ["Housing"]
    assert (Theme.select().count(), FindingTheme.select().count()) == (1, 2)
    with pytest.raises(Refusal):
        operations.merge_theme(housing, into=housing, by=alice)


def test_a_retired_theme_stays_where_it_is_and_goes_nowhere_else(house):
    alice = cast.alice()
    theme = operations.add_theme(HOUSING, by=alice)
    found, other = noted(alice, theme), noted(alice)
    operations.retire_theme(theme, by=alice)
    operations.sort_finding(found, [theme], by=alice)
    with pytest.raises(Refusal, match="retired"):
        operations.sort_finding(other, [theme], by=alice)
    assert Theme.in_use() == []
    operations.bring_back_theme(theme, by=alice)
    assert Theme.in_use() == [theme]


def test_a_coordinator_adds_renames_merges_and_retires_themes_on_their_pages(app):
    browser = Browser(app, alice := cast.alice())
    browser.submit("/evidence/themes", {"title-en": "Housing", "title-fr": "Logement"})
    page = browser.submit("/evidence/themes", {"title-en": "Homes"})
    links = page.links()
    found = noted(alice, Theme.get_by_id(int(links["Homes"].rsplit("/", 1)[1])))
    page = browser.submit(links["Housing"], {"title-en": "A home"}, form=links["Housing"])
    assert "A home" in page.links()
    browser.submit(links["Homes"], {}, form="/merging")
    assert titles(found) == ["A home"]
    browser.submit(links["Housing"], {}, form="/retirement")
    assert "Retired" in browser.get("/evidence/themes").text
    browser.submit(links["Housing"], {}, form="/return")
    assert "Retired" not in browser.get("/evidence/themes").text


def test_the_themes_of_a_finding_are_ticked_on_its_page(app):
    browser = Browser(app, alice := cast.alice())
    found = noted(alice)
    where = f"/evidence/{found.id}/themes"
    assert "There is no theme yet" in browser.get(where).text
    theme = operations.add_theme(HOUSING, by=alice)
    page = browser.submit(where, {"themes": str(theme.id)})
    assert "Housing" in page.text


def test_only_coordinators_keep_the_vocabulary(app):
    alice, bob = cast.alice(), cast.bob()
    theme, found = operations.add_theme(HOUSING, by=alice), noted(alice)
    browser = Browser(app, bob)
    for path in ("/evidence/themes", f"/evidence/themes/{theme.id}"):
        browser.get(path, status=404)
    for act in ("merging", "retirement", "return"):
        browser.post(f"/evidence/themes/{theme.id}/{act}", {}, status=404)
    browser.get(f"/evidence/{found.id}/themes", status=404)
