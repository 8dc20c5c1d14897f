"""Who may nominate for a group follows from its terms of reference."""

from datetime import timedelta

import pytest

from lipnet.core import clock
from lipnet.core.refusals import Refusal
from lipnet.groups.operations import appoint, draft_terms_of_reference, put_terms_in_force
from lipnet.nominations.models import Nomination
from lipnet.nominations.operations import stand
from tests import cast
from tests.browsing import Browser
from tests.nominations import scene


def called_by(nominators: str, alice):
    """An open call of a group whose rules say who may nominate."""
    call = scene.opened(by=alice)
    sections = [{"title": {"en": "Purpose"}, "text": {"en": "To guide."}}]
    further = {"nominators": nominators}
    terms = draft_terms_of_reference(
        call.body, sections=sections, quorum_kind="fixed", quorum_value=2, further=further, by=alice
    )
    put_terms_in_force(terms, by=alice)
    return call


def stands(call, person) -> bool:
    try:
        stand(call, statement="I would like to help.", by=person)
    except Refusal:
        return False
    return Nomination.select().where(Nomination.nominee == person).exists()


def test_without_a_rule_anybody_nominates(database):
    call = scene.opened(by=cast.alice())
    assert stands(call, cast.person("Ola New"))


def test_of_a_group_that_nominates_itself_only_its_people_and_the_coordinator_may(database):
    alice, bob, charlie, vera = cast.alice(), cast.bob(), cast.charlie(), cast.vera()
    call, today = called_by("group", alice), clock.today()
    appoint(call.seats[0], bob, from_on=today, to_on=today + timedelta(days=9), by=alice)
    with pytest.raises(Refusal, match="Members of this group"):
        scene.nominated(call, charlie, by=vera)
    assert scene.nominated(call, charlie, by=bob).nominee == charlie
    assert scene.nominated(call, vera, by=alice)


def test_organisations_at_the_table_and_members_of_the_partnership(database):
    alice, stranger = cast.alice(), cast.person("Ola New")
    assert not stands(called_by("organisations", alice), stranger)
    stranger.organisation = cast.organisation("Tuesday Circle", sector="health")
    stranger.save()
    assert stands(called_by("organisations", alice), stranger)
    assert not stands(called_by("members", alice), cast.person("Io New"))
    assert stands(called_by("members", alice), cast.bob())


def test_who_may_not_nominate_is_not_offered_it_and_the_public_page_takes_nothing(app):
    alice, charlie = cast.alice(), cast.charlie()
    call = called_by("group", alice)
    page = Browser(app, charlie).get(f"/nominations/calls/{call.id}?lang=en")
    assert "Members of this group" in page.text and "Nominate someone" not in page.text
    Browser(app, charlie).get(f"/nominations/calls/{call.id}/nominate", status=409)
    Browser(app).get(f"/calls/{call.id}/nominate/someone", status=404)
