"""The year in figures is the sum of what may be told, in a fixed number of queries."""

import logging
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.engagement.models import Engagement, Partner, Reached
from lipnet.engagement.operations import figures_of
from tests import cast
from tests.engagement import scene

FIRST = date(2025, 4, 1)
entries = st.lists(
    st.tuples(
        st.sampled_from(["event", "training", "outreach"]),
        st.integers(-40, 420),
        st.one_of(st.none(), st.integers(0, 90)),
        st.dictionaries(st.sampled_from(["ar", "fr", "so"]), st.integers(1, 90), max_size=3),
        st.sampled_from(["", "Choir", "choir", "Mosque"]),
    ),
    max_size=6,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries)
def test_the_figures_are_the_naive_sum(sqlite, drawn):
    with db.atomic() as everything:
        alice = cast.alice()
        for kind, days, people, spoken, partner in drawn:
            counts = {} if people is None else {k: min(n, people) for k, n in spoken.items()}
            scene.engagement(
                alice, on=FIRST + timedelta(days=days), people=people, kind=kind,
                languages=["en"], other_partners=[partner], reached={"language": counts},
            )  # fmt: skip
        inside = [row for row in drawn if 0 <= row[1] < 365]
        exact, told = figures_of(2025, exact=True), figures_of(2025)
        everything.rollback()
    came = [row[2] or 0 for row in inside]
    assert (exact["events"], exact["people_engaged"]) == (len(inside), sum(came))
    assert told["people_engaged"] == sum(n for n in came if n >= 5)
    kinds = [row[0] for row in inside]
    assert exact["by_kind"] == {kind: kinds.count(kind) for kind in set(kinds)}
    assert exact["partners"] == len({row[4].casefold() for row in inside if row[4]})
    for tag in ("ar", "fr", "so"):
        naive = sum(min(row[3].get(tag, 0), row[2] or 0) for row in inside)
        assert exact["languages"].get(tag, 0) == naive >= told["languages"].get(tag, 0)


def test_the_queries_do_not_grow_with_the_log(app, caplog):
    alice = cast.alice()
    few = queries(caplog, lambda: figures_of(2026))
    for number in range(30):
        found = scene.engagement(alice, on=date(2026, 5, 1) + timedelta(days=number))
        Reached.create(engagement=found, side="language", key="ar", people=9)
        Partner.create(engagement=found, name=f"Partner {number}")
    assert queries(caplog, lambda: figures_of(2026)) == few == 4
    assert figures_of(2026)["events"] == 30


def test_what_is_still_to_come_is_in_no_figure(sqlite):
    later = clock.today() + timedelta(days=20)
    scene.engagement(cast.alice(), on=later, people=None)
    assert figures_of(clock.fiscal_year(later))["events"] == 0 and Engagement.select().exists()


def queries(caplog, act) -> int:
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        act()
    return len([one for one in caplog.records if one.name == "peewee"])
