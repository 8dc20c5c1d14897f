"""What a nomination says, in which languages, and who reads which part of it."""

import peewee
import pytest

from lipnet.core import links, migrations
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.nominations.access import parts_for
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import (
    NewNominee,
    Rules,
    accept_nomination,
    close_call,
    name_reviewer,
    nominate,
    stand,
)
from lipnet.nominations.statements import EVERYTHING, SHOWABLE, Said
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene

AMINA = NewNominee("Amina Warsame", "amina@example.org")
BOTH = {"en": "She listens.", "fr": "Elle écoute."}
WORDS = {
    "statement": scene.WHY,
    "skills": "Bookkeeping in three languages.",
    "lived": "refugee or protected person",
    "organisation": "Tuesday Circle",
    "interests": scene.WORK,
}
NEVER = "A room without stairs."


def test_a_statement_is_kept_in_each_language_and_the_limit_holds_in_each(database):
    alice = cast.alice()
    call = scene.opened(rules=Rules(statement_limit=200), by=alice)
    whole = {"en": "x" * 200, "fr": "é" * 200, "ar": "  "}
    kept = nominate(call, AMINA, statement=whole, by=alice)
    assert Nomination.get_by_id(kept.id).statement == {"en": "x" * 200, "fr": "é" * 200}
    with pytest.raises(Refusal, match="in French under 200 characters; it has 201 now") as no:
        stand(call, statement={**BOTH, "fr": "é" * 201}, by=cast.bob())
    assert no.value.field == "statement"
    with pytest.raises(Refusal, match="few words"):
        stand(call, statement={"en": " ", "fr": ""}, by=cast.charlie())


def test_a_plain_statement_is_in_the_language_of_who_writes(database):
    call = scene.opened(by=cast.alice())
    assert stand(call, statement="J’écoute.", by=cast.charlie()).statement == {"fr": "J’écoute."}


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("skills", Said(skills="x" * 501)),
        ("accommodations", Said(accommodations="x" * 501)),
        ("organisation", Said(organisation="x" * 121)),
        ("lived", Said(lived=("refugee", "undisclosed"))),
        ("conflict_about", Said(conflict="some")),
        ("conflict_about", Said(conflict="none", conflict_about="My sister.")),
        ("conflict", Said(conflict="perhaps")),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field(sqlite, field, said):
    call = scene.opened(by=cast.alice())
    with pytest.raises(Refusal) as no:
        stand(call, statement=BOTH, said=said, by=cast.bob())
    assert no.value.field == field
    assert Nomination.select().count() == 0


def test_members_read_exactly_what_the_nominee_ticked(app):
    call = scene.opened(by=cast.alice())
    waiting = scene.nominated(call, AMINA, by=cast.bob())
    for part in (None, *SHOWABLE):
        shown = (part,) if part else ()
        said = scene.EVERYTHING._replace(published=shown)
        Nomination.update(**{**said._asdict(), "lived": ["refugee"], "published": []}).execute()
        Nomination.update(accepted_at=waiting.made_at, published=list(shown)).execute()
        browser = Browser(app, cast.person(f"Reader of {part}", "member"))
        page = browser.get(f"/nominations/{waiting.id}", status=200 if part else 404)
        assert {name for name, words in WORDS.items() if words in page.text} == set(shown)
        assert NEVER not in page.text and "My sister" not in page.text
        listed = browser.get(f"/nominations/calls/{call.id}").text
        assert ("Amina Warsame" in listed) == bool(part)


def test_the_nominator_reads_what_they_wrote_and_the_coordinator_and_nominee_everything(database):
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    call = scene.opened(by=alice)
    waiting = scene.nominated(call, charlie, by=bob)
    silent = scene.EVERYTHING._replace(published=())
    found = accept_nomination(waiting.open_link, said=silent, by=charlie)
    assert parts_for(bob, found) == {"statement"}
    assert parts_for(alice, found) == parts_for(charlie, found) == EVERYTHING
    assert parts_for(cast.vera(), found) == set()


def test_a_withdrawn_nomination_shows_members_nothing(database):
    call = scene.opened(by=cast.alice())
    found = stand(call, statement=BOTH, said=scene.EVERYTHING, by=cast.bob())
    vera = cast.vera()
    assert parts_for(vera, found) == set(SHOWABLE)
    found.withdrawn_at = found.made_at
    assert parts_for(vera, found) == set()


def test_the_committee_reads_no_name_no_organisation_and_never_what_somebody_needs(app):
    alice, charlie = cast.alice(), cast.charlie()
    call = scene.opened(rules=Rules(way="recommendation"), by=alice)
    name_reviewer(call, charlie, by=alice)
    said = scene.EVERYTHING._replace(published=())
    found = stand(call, statement=BOTH, said=said, by=cast.bob())
    close_call(call, by=alice)
    browser = Browser(app, charlie)
    address = f"/nominations/{found.id}/reading?lang=en"
    page = browser.get(address)
    assert "She listens." in page.text and "Elle écoute." in page.text
    assert WORDS["skills"] in page.text and WORDS["lived"] in page.text
    hidden = ("Bob Tremblay", "Tuesday Circle", "Ruth Obi", "My sister")
    assert not [words for words in (*hidden, NEVER) if words in page.html]
    browser.submit(address, {f"mark_{seat.id}": "2" for seat in call.seats})
    page = browser.get(address)
    assert [words for words in hidden if words in page.html] == list(hidden)
    assert NEVER not in page.html


def test_standing_says_all_of_it_in_the_browser_and_everything_typed_comes_back(app):
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.charlie())
    typed = {
        "statement-en": BOTH["en"], "statement-fr": BOTH["fr"], "skills": "Counting",
        "lived": ["francophone", "undisclosed"], "organisation": "Tuesday Circle",
        "conflict": ["none"], "accommodations": NEVER, "published": ["skills"],
    }  # fmt: skip
    path = f"/nominations/calls/{call.id}/stand"
    page = browser.submit(path, typed)
    back = page.fields()
    assert {name: back[name] for name in typed} == typed
    browser.submit(path, {**typed, "lived": ["francophone"]})
    kept = Nomination.get()
    assert (kept.statement, kept.lived, kept.published) == (BOTH, ["francophone"], ["skills"])
    assert (kept.conflict, kept.accommodations) == ("none", NEVER)


def test_who_writes_in_another_language_has_a_box_for_it(app):
    call = scene.opened(by=cast.alice())
    browser = Browser(app, cast.bob())
    path = f"/nominations/calls/{call.id}/stand?lang=ar"
    page = browser.get(path)
    (own,) = [area for area in page.all("textarea") if area["name"] == "statement-ar"]
    assert (own["lang"], own["dir"], own["data-most"]) == ("ar", "rtl", "1500")
    browser.submit(path, {"statement-ar": "أصغي."})
    assert Nomination.get().statement == {"ar": "أصغي."}


def test_the_nominee_without_account_reads_both_languages(app):
    call = scene.opened(by=cast.alice())
    found = nominate(call, AMINA, statement=BOTH, by=cast.bob())
    token = links.signed(scene.link_of(found))
    page = Browser(app).get(f"/nominations/consent/{token}?lang=fr")
    quoted = [(quote["lang"], quote.text) for quote in page.all("blockquote")]
    assert quoted == [("fr", BOTH["fr"]), ("en", BOTH["en"])]


def test_the_database_refuses_words_that_should_be_forgotten_and_consent_that_was_not_given(
    database,
):
    call = scene.opened(by=cast.alice())
    waiting = scene.nominated(call, AMINA, by=cast.bob())
    for change in (
        {"published": ["statement"]},
        {"conflict": "perhaps"},
        {"conflict_about": "My sister."},
        {"forgotten_at": waiting.made_at},
        {"forgotten_at": waiting.made_at, "statement": {}, "accommodations": NEVER},
        {"forgotten_at": waiting.made_at, "statement": {}, "lived": ["youth"]},
    ):
        with pytest.raises(peewee.IntegrityError), db.atomic():
            Nomination.update(**change).execute()
    Nomination.update(forgotten_at=waiting.made_at, statement={}).execute()


def test_a_nomination_of_an_earlier_program_keeps_its_words_and_its_consent(database):
    alice, charlie = cast.alice(), cast.charlie()
    call = scene.opened(by=alice)
    shown = stand(call, statement="J’écoute.", said=scene.SHOWN, by=charlie)
    hidden = stand(
        call, statement=BOTH, said=scene.SHOWN._replace(published=("skills",)), by=cast.bob()
    )
    names = [m.name for m in migrations.runner().status()]
    migrations.migrate_back(database.folder, next(n for n in names if n.startswith("0030")))
    try:
        rows = db.execute_sql("SELECT statement, may_publish FROM nomination ORDER BY id")
        former = [(text, bool(may)) for text, may in rows.fetchall()]
    finally:
        migrations.migrate(database.folder)
    assert former == [("J’écoute.", True), (BOTH["en"], False)]
    again = Nomination.get_by_id(shown.id)
    assert (again.statement, again.interests) == ({"fr": "J’écoute."}, scene.WORK)
    assert (again.published, again.seconds.count()) == (["statement", "interests"], 0)
    assert Nomination.get_by_id(hidden.id).published == []
