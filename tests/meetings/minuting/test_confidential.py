"""What is confidential stays with the members of the body, wherever else it could be read."""

from datetime import timedelta

import pytest

from lipnet.core import clock, thread
from lipnet.meetings import operations
from lipnet.meetings.access import may_see_whole
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.document import minutes_of
from lipnet.meetings.following.operations import note_on_action
from lipnet.meetings.minuting import operations as minuting
from lipnet.meetings.minuting.confidential import confidential_of
from lipnet.meetings.minuting.redacting import redacted
from lipnet.people.models import Person
from lipnet.reports.openness import is_public
from tests import cast
from tests.browsing import Browser
from tests.meetings import scene

SECRET = "Zanzibar"
OPEN = "Daylight"


def text(about: str) -> dict[str, str]:
    return {"en": f"{SECRET} {about}", "fr": f"{SECRET} {about}"}


@pytest.fixture
def there(house, app):
    """Two items, one of them confidential, with a line of every kind; Vera only looks."""
    alice, bob, charlie = cast.alice(), cast.bob(), cast.charlie()
    body = scene.body(alice, charlie, chair=bob)
    scene.rule(body, 1, alice)
    meeting = scene.held(body, bob, charlie, by=alice)
    with clock.at(meeting.on):
        item = operations.put_on_agenda(meeting, text("item"), by=alice)
        operations.write_notes(item, text("notes"), by=alice)
        operations.move_motion(
            meeting, text("motion"), mover=bob, seconder=charlie, result="carried", item=item,
            by=alice,
        )  # fmt: skip
        operations.decide(meeting, text("decision"), item=item, by=alice)
        action = operations.take_action(meeting, text("action"), owner=bob, item=item, by=alice)
        note_on_action(action, text=f"{SECRET} note", by=bob)
        other = operations.put_on_agenda(meeting, {"en": OPEN}, by=alice)
        operations.decide(meeting, {"en": OPEN}, item=other, by=alice)
        minuting.keep_confidential(item, "It is about a person.", by=alice)
    return alice, bob, body, meeting, item


def every_page(meeting, item) -> list[str]:
    """Where the records of this meeting can be read."""
    motion, decision = meeting.motions[0], item.decisions[0]
    return [
        f"/meetings/{meeting.id}", f"/meetings/{meeting.id}/minutes", "/meetings",
        f"/meetings/{meeting.id}/minutes/changes", f"/meetings/{meeting.id}/minutes/revisions/1",
        f"/meetings/{meeting.id}/minutes/side-by-side",
        "/meetings/decisions", f"/meetings/decisions?q={SECRET}", "/meetings/decisions.csv",
        "/meetings/actions", "/", f"/meetings/agenda/{item.id}",
        f"/meetings/motions/{motion.id}", f"/meetings/decisions/{decision.id}",
        f"/meetings/actions/{meeting.actions[0].id}",
    ]  # fmt: skip


def told(app, person, path: str) -> str:
    """What the page says; nothing if there is none for this person."""
    response = Browser(app, person).client.get(path)
    said = response.get_data(as_text=True)
    asked = (f'value="{SECRET}"', f"q={SECRET}")  # what the reader herself typed
    for own in asked:
        said = said.replace(own, "")
    return said if response.status_code == 200 else ""


def test_nobody_else_reads_a_word_of_it_on_any_page(there, app):
    alice, bob, _, meeting, item = there
    scene.circulated(meeting, alice)
    pages = every_page(meeting, item)
    for outside in (cast.vera(), cast.person("Mia Member", "member")):
        assert [path for path in pages if SECRET in told(app, outside, path)] == []
        assert OPEN in told(app, outside, pages[1])
        assert "One item was confidential." in told(app, outside, pages[1])
    for inside in (alice, bob):
        silent = [path for path in pages if SECRET not in told(app, inside, path)]
        assert set(silent) <= {"/meetings", "/", "/meetings/actions", pages[3]}


def test_it_stays_so_on_the_next_agenda_and_in_the_dossier(there, app):
    alice, bob, body, meeting, item = there
    day = max(clock.today(), meeting.on) + timedelta(days=40)
    with clock.at(meeting.on):
        waits = operations.put_on_agenda(meeting, text("waits"), by=alice)
        minuting.keep_confidential(waits, "It is about a person.", by=alice)
    scene.circulated(meeting, alice)
    later = scene.called(body, alice, on=day)
    operations.put_on_agenda(later, {"en": OPEN}, by=alice)
    vera = cast.vera()
    back = next(one for one in later.agenda() if SECRET in one.title.get("en", ""))
    assert confidential_of(back)
    for path in (f"/meetings/{later.id}", f"/meetings/{later.id}/mine"):
        assert SECRET not in told(app, vera, path)
        assert SECRET in told(app, bob, path)


def test_the_thread_shows_it_to_members_alone_and_never_to_the_public(there):
    alice, bob, _, meeting, item = there
    scene.circulated(meeting, alice)
    operations.adopt_minutes(meeting.minutes, by=alice)
    vera = cast.vera()
    for record in (item, meeting.motions[0], item.decisions[0], meeting.actions[0]):
        kind = thread.kind(record._meta.table_name)
        assert kind.may_see(bob, record)
        assert not kind.may_see(vera, record)
        assert not kind.may_see(None, record)
        assert not is_public(record)
    other = meeting.agenda()[1]
    assert is_public(other.decisions[0])
    assert thread.kind("decision").may_see(vera, other.decisions[0])


def test_who_took_an_action_on_sees_it_alone_though_she_is_no_member(there, app):
    alice, _, _, meeting, item = there
    mia = cast.person("Mia Member", "member")
    action = operations.take_action(meeting, text("hers"), owner=mia, item=item, by=alice)
    assert thread.kind("action_item").may_see(mia, action)
    assert not thread.kind("decision").may_see(mia, item.decisions[0])
    page = told(app, mia, f"/meetings/actions/{action.id}")
    assert f"{SECRET} hers" in page
    assert f"{SECRET} item" not in page


def test_the_file_that_minutes_came_from_stays_with_who_may_read_all_of_them(there):
    alice, bob, _, meeting, item = there
    vera = cast.vera()
    assert may_see_whole(bob, meeting)
    assert not may_see_whole(vera, meeting)
    original = BroughtMinutes(meeting=meeting, recorded_at=clock.now(), name="minutes.docx")
    kind = thread.kind("brought_minutes")
    assert (kind.may_see(bob, original), kind.may_see(vera, original)) == (True, False)


def test_the_redacted_document_keeps_the_place_and_no_word(there):
    alice, _, _, meeting, item = there
    shown = redacted(minutes_of(meeting))
    assert SECRET not in str(shown)
    assert [row["confidential"] for row in shown["agenda"]] == [True, False]
    minuting.lift_confidence(item, by=alice)
    assert redacted(minutes_of(meeting)) == minutes_of(meeting)


def test_only_who_runs_the_meetings_makes_an_item_confidential(there, app):
    _, bob, _, meeting, _ = there
    other = meeting.agenda()[1]
    charlie = Person.get(name="Charlie Osei")
    Browser(app, charlie).get(f"/meetings/agenda/{other.id}/confidential", status=404)
    browser = Browser(app, bob)
    page = browser.get(f"/meetings/agenda/{other.id}/confidential")
    browser.post(page.path, {**page.fields(), "reason": "It is about a person."})
    assert confidential_of(other).by == bob
    assert "Let others read it" in browser.get(f"/meetings/agenda/{other.id}").text


def test_a_page_of_actions_asks_no_more_for_many_confidential_items(there, app):
    alice, bob, _, meeting, item = there
    vera = cast.vera()
    few = scene.asked(app, vera, "/meetings/decisions")
    for number in range(12):
        operations.take_action(meeting, text(str(number)), owner=bob, item=item, by=alice)
        operations.decide(meeting, text(str(number)), item=item, by=alice)
        operations.decide(meeting, {"en": OPEN}, by=alice)
    assert scene.asked(app, vera, "/meetings/decisions") == few
