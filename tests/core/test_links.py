"""A one-time link works once, for its purpose, until it expires."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from lipnet.core import clock, links
from lipnet.core.db import db
from lipnet.core.refusals import Refusal

HOUR = timedelta(hours=1)


def test_a_link_is_read_by_its_token(database):
    link = links.make("invitation", 7, HOUR)
    assert links.read(links.signed(link), "invitation").record_id == "7"


def test_the_secret_of_a_link_is_not_in_the_database(database):
    link = links.make("invitation", 7, HOUR)
    assert links.signed(link) not in str(list(links.OneTimeLink.select().dicts()))


def test_a_link_works_once(database):
    link = links.make("invitation", 7, HOUR)
    links.use(link)
    with pytest.raises(Refusal):
        links.read(links.signed(link), "invitation")
    with pytest.raises(Refusal):
        links.use(link)


def test_of_two_who_use_a_link_at_once_one_is_refused(database):
    link = links.make("invitation", 7, HOUR)

    def use(_):
        with db.connection_context():
            try:
                links.use(link)
            except Refusal:
                return "refused"
            return "used"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(use, range(8)))
    assert sorted(outcomes) == ["refused"] * 7 + ["used"]


def test_an_expired_link_is_refused(database):
    with clock.at(clock.now() - 2 * HOUR):
        link = links.make("invitation", 7, HOUR)
    with pytest.raises(Refusal):
        links.read(links.signed(link), "invitation")


def test_a_link_serves_only_its_purpose(database):
    link = links.make("invitation", 7, HOUR)
    with pytest.raises(Refusal):
        links.read(links.signed(link), "sign-in")


@pytest.mark.parametrize("token", ["", "x", "x.y", "ééé", "W10.abc", "a" * 5000])
def test_a_token_nobody_signed_is_refused(database, token):
    with pytest.raises(Refusal):
        links.read(token, "invitation")


def test_a_tampered_token_is_refused(database):
    token = links.signed(links.make("invitation", 7, HOUR))
    told, signature = token[:-20], token[-20:]  # the last letter alone may say nothing
    with pytest.raises(Refusal):
        links.read(told + ("A" if signature[0] != "A" else "B") + signature[1:], "invitation")
