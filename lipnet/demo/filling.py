"""The story in its order: each act on its own day, all of it in one transaction."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from lipnet.core import clock
from lipnet.core.db import db
from lipnet.core.partnership import introduce
from lipnet.demo import (
    agreeing,
    asking,
    at_work,
    banking,
    between,
    choosing,
    coding,
    compiling,
    composing,
    council,
    council_later,
    directory,
    engaging,
    groups,
    groups_meet,
    kept_files,
    last_year,
    learning,
    measuring,
    planning,
    ratifying,
    reasons,
    reporting,
    showing,
    strategy,
    telling_funders,
    this_year,
)
from lipnet.demo.dates import THURSDAY, TUESDAY, WEDNESDAY, Days
from lipnet.demo.scene import Scene
from lipnet.demo.texts import both
from lipnet.people.models import Person
from lipnet.surveys.jobs import forget_order
from lipnet.surveys.retention.jobs import keep_promises

Act = tuple[date, Callable[[Scene], Any]]


def is_empty() -> bool:
    """Whether nobody is known yet: the demo fills empty houses only."""
    return not Person.select().exists()


def is_there() -> bool:
    """Whether it was the demo that filled this house."""
    coordinator = directory.address(directory.COORDINATOR[0])
    return Person.get_or_none(Person.folded_email == coordinator) is not None


def fill(responses: int, tick: Callable[[], None]) -> Scene:
    """Make the whole partnership; `tick` is called once per response. All of it, or nothing. Then
    what was promised to be erased by now is erased."""
    scene = Scene(Days(clock.today()), clock.now())
    with db.atomic():
        for day, act in story(scene.days, asking.shares_of(responses), tick):
            with scene.on(day):
                act(scene)
    keep_promises()
    forget_order()
    return scene


def story(days: Days, counts: dict[str, int], tick: Callable[[], None]) -> list[Act]:
    """Every act with its day, in order; acts of one day stand as they are written here."""
    answering = {
        key: partial(asking.answer, key=key, count=count, tick=tick)
        for key, count in counts.items()
    }
    acts = [
        *_beginning(days),
        *_year_over(days, answering),
        *_this_year(days, answering),
        *_met(days),
        *measuring.acts(days),
        *reasons.acts(days),
        *((noted.day, partial(planning.note, noted=noted)) for noted in last_year.notes(days)),
        *((noted.day, partial(planning.note, noted=noted)) for noted in this_year.notes(days)),
    ]
    return sorted(acts, key=lambda act: act[0])


def _beginning(days: Days) -> list[Act]:
    """The program is set up in the March before; what is known already is written down."""
    return [
        (date(days.last_year, 3, 3), directory.add_everybody),
        (date(days.last_year, 3, 3), _introduce),
        (date(days.last_year, 3, 10), groups.establish),
        (date(days.last_year, 3, 12), learning.add_themes),
        (date(days.last_year, 3, 12), learning.note_vacancies),
        (date(days.last_year, 3, 17), strategy.write),
        (date(days.last_year, 3, 17), measuring.describe),
        (date(days.last_year, 3, 24), _start_last_plan),
        (days.last(4, 1), groups.choose_holder),
        (days.last(4, 1), agreeing.sign),
    ]


def _year_over(days: Days, answering: dict[str, Callable]) -> list[Act]:
    return [
        (days.last_nth(4, THURSDAY, 3), council.spring),
        (days.last(4, 28), asking.ask_newcomers),
        (days.last(6, 30), answering["newcomers"]),
        (days.last(7, 8), banking.keep_questions),
        (days.last(7, 20), coding.code_answers),
        (days.last(8, 26), partial(learning.pin, names=("homes", "classes", "buses"))),
        (days.last(8, 27), partial(learning.pin, names=("skills", "belonging"))),
        (days.last(9, 2), learning.note_riders),
        (days.last_nth(9, TUESDAY, 2), groups_meet.homes),
        (days.last_nth(10, THURSDAY, 3), council.fall),
        (days.last(10, 20), choosing.call_for_steering),
        (days.last(11, 6), choosing.name_two),
        (days.last_nth(11, TUESDAY, 3), groups_meet.work),
        (days.last(11, 17), choosing.acclaim),
        (days.last_nth(12, WEDNESDAY, 2), groups_meet.steering),
        (days.last(1, 9), groups.note_departure),
        (days.last_nth(1, THURSDAY, 3), council_later.winter),
        (days.last(1, 28), asking.ask_partners),
        (days.last(2, 23), answering["partners"]),
        (days.last(2, 25), partial(learning.pin, names=("papers",))),
        (days.last(2, 26), _start_this_plan),
        (days.last(2, 27), at_work.describe),
        (days.last(3, 5), kept_files.show),
        (days.last_nth(3, THURSDAY, 3), council_later.year_end),
        (days.last_nth(3, THURSDAY, 3), council_later.adopt_plan),
    ]


def _this_year(days: Days, answering: dict[str, Callable]) -> list[Act]:
    return [
        (days.passed(0.1), agreeing.amend),
        (days.passed(0.15), reporting.compile_it),
        (days.passed(0.2), composing.compose_last_year),
        (days.passed(0.27), reporting.publish),
        (days.passed(0.28), composing.tell_plainly),
        (days.passed(0.3), showing.show_plan),
        (days.evening(0.36), groups_meet.belonging),
        (days.passed(0.4), ratifying.move_a_day),
        (days.evening(0.86), council_later.lately),
        (days.passed(0.92), at_work.write_money),
        (days.ago(7), composing.begin_this_year),
        (days.ago(6), at_work.ask_leads),
        (days.ago(4), at_work.answer_as_lead),
        (days.ago(25), asking.ask_employers),
        (days.ago(12), choosing.call_for_council),
        (days.ago(6), choosing.propose_employer),
        (days.ago(4), choosing.propose_youth),
        (days.ago(12), between.closed),
        (days.ago(5), council_later.upcoming),
        (days.ago(2), between.still_open),
        (days.today, answering["employers"]),
        (days.today, agreeing.send_what_was_due),
        (days.today, compiling.choose),
        (days.today, telling_funders.answer_the_funder),
        (days.today, telling_funders.gather_evidence),
    ]


def _met(days: Days) -> list[Act]:
    held = [
        (days.last(5, 22), engaging.FAIR),
        (days.last(7, 15), engaging.RENTERS),
        (days.last(9, 24), engaging.RIDERS),
        (days.last(11, 5), engaging.CAFE),
        (days.last(11, 12), engaging.COUNTERS),
        (days.passed(0.34), engaging.SUPPER),
        (days.passed(0.6), engaging.YOUTH),
    ]
    acts = [(day, partial(engaging.meet, met=met, on=day)) for day, met in held]
    return [(days.last(4, 8), engaging.begin), *acts, (days.ago(3), engaging.plan_next)]


def _introduce(scene: Scene) -> None:
    introduce(
        name=both(
            "Cedarmouth Local Immigration Partnership",
            "Partenariat local en immigration de Cedarmouth",
        ),
        place=both("Cedarmouth, Ontario", "Cedarmouth (Ontario)"),
        contact=f"partnership@{directory.DOMAIN}",
        privacy_officer=asking.PRIVACY,
        by=scene.noor,
    )


def _start_last_plan(scene: Scene) -> None:
    planning.start(scene, scene.days.last_year, last_year.ADOPTED_IN_SPRING)


def _start_this_plan(scene: Scene) -> None:
    planning.start(scene, scene.days.this_year, this_year.DRAFTED)
