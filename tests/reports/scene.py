"""A survey that led to something: heard, decided, planned, done."""

from hashlib import sha256

from lipnet.evidence import operations as evidence
from lipnet.meetings import operations as meetings
from lipnet.plans import operations as plans
from lipnet.surveys import operations as surveys
from tests.plans import scene as plans_scene
from tests.surveys.scene import open_survey_with, respond

WAITING = {"en": "Half of you wait for a class.", "ar": "نصفكم ينتظر صفًا لتعلّم اللغة."}
OPEN_CLASSES = {"en": "Open classes in the evening.", "ar": "فتح صفوف مسائية."}
CLASSES = {"en": "Offer evening classes", "fr": "Offrir des cours du soir", "ar": "صفوف مسائية"}


def closed_survey(by, *, slug: str = "classes", answers: int = 60):
    """A survey that has ended; half of those who answered wait for a class."""
    survey = open_survey_with(by, slug=slug)
    for number in range(1, answers + 1):
        given = {"waited": "yes", "months": "4"} if number % 2 else {"waited": "no"}
        respond(survey, sha256(f"{slug} {number}".encode()).hexdigest()[:32], **given)
    surveys.close_survey(survey, by=by)
    surveys.settle_responses(survey, by=by)
    return survey


def finding(survey, by, statement: dict = WAITING):
    return evidence.pin_finding(survey, "waited", statement=statement, by=by)


def decision(found, by, *, text: dict = OPEN_CLASSES, adopted: bool = True):
    """A decision resting on a finding; its minutes are adopted unless said otherwise."""
    held = plans_scene.meeting(by)
    decided = meetings.decide(held, text, because=[found], by=by)
    if adopted:
        plans_scene.adopt_minutes(held, by)
    return decided


def planned(decided, by, *, year: int | None = None):
    """An adopted plan whose action rests on the decision."""
    plan = plans_scene.plan(by, year=year)
    action = plans_scene.action(plan, by, CLASSES, because=[decided])
    plans.adopt_plan(plan, motion=plans_scene.motion(by), by=by)
    return action


def whole_thread(by, *, year: int | None = None, slug: str = "classes"):
    """(survey, finding, decision, action): all public, the action not begun."""
    survey = closed_survey(by, slug=slug)
    found = finding(survey, by)
    decided = decision(found, by)
    return survey, found, decided, planned(decided, by, year=year)
