"""A partnership calls its kinds of groups by its own words."""

from lipnet.core.i18n import speaking
from lipnet.groups import operations
from lipnet.groups.naming.models import KindName, kind_called, kinds_called
from tests.browsing import Browser
from tests.cast import alice, vera
from tests.groups import scene


def test_a_kind_is_called_by_its_own_word_in_each_language(database):
    coordinator = alice()
    own = {"working_group": {"en": "Pillar group", "fr": "Groupe pilier"}, "council": {"en": " "}}
    operations.call_kinds(own, by=coordinator)
    assert kind_called("working_group") == "Pillar group"
    with speaking("fr"):
        assert kinds_called()["working_group"] == "Groupe pilier"
    assert kind_called("council") == "Partnership council"
    operations.call_kinds({}, by=coordinator)
    assert not KindName.select().exists()
    assert kind_called("working_group") == "Working group"


def test_the_words_are_written_on_a_page_and_stand_on_every_other(app):
    coordinator = alice()
    scene.council(coordinator, kind="working_group", name={"en": "Health"})
    browser = Browser(app, coordinator)
    page = browser.submit("/groups/kinds", {"working_group-en": "Pillar group"})
    assert page.path == "/groups/" and "Pillar group" in page.one("tbody").text
    assert "Pillar group" in browser.get("/groups/new").text
    assert browser.get("/groups/kinds").fields()["working_group-en"] == "Pillar group"
    Browser(app, vera()).get("/groups/kinds", status=404)
