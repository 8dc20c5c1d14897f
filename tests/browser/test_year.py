"""The demo partnership's year by hand: minutes and findings become a plan, the plan a report in two
languages, and a newcomer's receipt leads to what became of it."""

from datetime import date

import pytest

from lipnet import create_app
from lipnet.core import clock, config
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.evidence import operations as evidence
from lipnet.evidence.models import Finding
from lipnet.groups.models import Body, people_of
from lipnet.meetings import operations as meetings
from lipnet.people.models import Person
from lipnet.plans.models import years
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Survey
from tests.browser.human import PHONE, Human
from tests.browser.server import Server
from tests.plans import scene

NOOR = "noor.lindqvist@cedarmouth.example"
SIGNS_IN_WITH = "nine lanterns on the pier"
SLUG = f"newcomers-{clock.fiscal_year(date.today()) - 1}"
SHUTTLE = "Run a shuttle to the evening classes", "Offrir une navette vers les cours du soir"
PANTRY = "Open a shared pantry by the harbour", "Ouvrir un garde-manger commun au port"
CHOIR = "The choir of newcomers rehearses at the library", "La chorale répète à la bibliothèque"
HEARD = (
    ("Many cannot reach the evening classes.", "Plusieurs ne peuvent se rendre aux cours du soir."),
    ("Newcomers look for places to meet.", "Les nouveaux arrivants cherchent où se rencontrer."),
)
ADOPTS = "That the plan of next year be adopted."
MESSAGE = "A year in which people came together.", "Une année de rencontres."
DONE = "The shuttle runs on Tuesdays and Thursdays.", "La navette roule le mardi et le jeudi."


@pytest.fixture
def server(tmp_path):
    started = Server(tmp_path)
    started.command("migrate")
    started.command("demo", "--address", started.address)
    with_three_minutes_and_two_findings(started)
    started.start()
    yield started
    started.stop()


def with_three_minutes_and_two_findings(server: Server) -> None:
    create_app(config.load(server.config))
    with db.connection_context():
        noor = Person.get(Person.email == NOOR)
        groups = [body for body in Body.standing() if body.kind != "council"]
        for body, text in zip(groups[:3], (SHUTTLE, PANTRY, CHOIR), strict=True):
            held = scene.meeting(noor, body=body)
            meetings.decide(held, both(text), by=noor)
        pin(Survey.get(Survey.slug == SLUG), noor)
        council = Body.get(Body.kind == "council")
        adopting = scene.meeting(noor, body=council)
        there = dict.fromkeys(people_of(council, clock.today()), "present")
        meetings.record_attendance(adopting, there, by=noor)
        meetings.move_motion(adopting, {"en": ADOPTS}, result="consensus", by=noor)


def pin(survey: Survey, by) -> None:
    """Two figures nobody has pinned yet."""
    known, left = {row.question for row in Finding.about(survey)}, list(HEARD)
    for question in questionnaire_of(survey.published_version).questions():
        if left and question.name not in known:
            try:
                evidence.pin_finding(survey, question.name, statement=both(left[0]), by=by)
            except Refusal:
                continue
            left.pop(0)
    assert not left


def both(texts: tuple[str, str]) -> dict[str, str]:
    return dict(zip(("en", "fr"), texts, strict=True))


@pytest.mark.timeout(480)
def test_minutes_and_findings_become_a_plan_a_report_and_an_answer(chrome, server):
    noor = Human(chrome, server.address).sign_in(NOOR, SIGNS_IN_WITH)
    year = clock.fiscal_year(clock.today()) + 1
    start(noor, year)
    place_five_sources(noor, year)
    adopt(noor, year)
    note_progress(noor, year)
    report(noor, year)
    noor.close()
    come_back(chrome, server.address, year)


def start(noor: Human, year: int) -> None:
    noor.open("/plans/").follow("Start the plan of another year")
    noor.choose("The year, from 1 April to 31 March", years(year)).press("Start the plan")
    noor.sees("What goes on from the last plan").follow("Back to the plan")
    noor.follow("Put in what was decided")


def place_five_sources(noor: Human, year: int) -> None:
    """Two decisions become actions, the first with the finding that says alike; another finding
    joins it; one decision is set aside."""
    for words in (SHUTTLE, PANTRY):
        take(noor, words, "New action").press("Put it into the plan")
    take(noor, HEARD[1], "Join an action").choose("The action they belong to", SHUTTLE[0])
    noor.write_both("Why, in one sentence", "Newcomers said so.", "On nous l'a dit.")
    noor.press("Join them")
    take(noor, CHOIR, "Set aside").write("Why it is not planned", "The library does this already.")
    noor.press("Set it aside").open(f"/plans/{year}").sees(SHUTTLE[0], PANTRY[0])
    noor.sees_not(CHOIR[0])


def take(noor: Human, words: tuple[str, str], button: str) -> Human:
    heap = noor.page.locator("[data-heap]", has_text=words[0])
    with noor.page.expect_navigation():
        heap.get_by_role("button", name=button).click()
    return noor


def adopt(noor: Human, year: int) -> None:
    noor.open(f"/plans/{year}").follow("Adopt the plan")
    noor.choose("The motion that adopts it", ADOPTS).press("Adopt the plan")
    noor.sees("The plan is adopted.")


def note_progress(noor: Human, year: int) -> None:
    noor.open(f"/plans/{year}")
    with noor.page.expect_navigation():
        noor.page.get_by_role("link", name=SHUTTLE[0]).first.click()
    noor.follow("Note progress")
    noor.tick("On track", "How it stands").write_both("What has happened", *DONE)
    noor.press("Keep the note").sees(DONE[0])


def report(noor: Human, year: int) -> None:
    noor.open("/reports/")
    with noor.page.expect_navigation():
        noor.page.get_by_role("button", name="Compile the report from the plan").first.click()
    noor.sees(DONE[0]).follow("Compose the report").follow("Message of the chair")
    noor.write_both("Words of the chapter", *MESSAGE).press("Keep the words")
    noor.open(f"/reports/{year}").sees(MESSAGE[0]).follow("Publish").press("Publish the report")
    noor.sees("The report is published.")


def come_back(chrome, address: str, year: int) -> None:
    """Months later, from the receipt, on a phone, in English and in French."""
    newcomer = Human(chrome, address, viewport=PHONE)
    for tag, at in (("en", 0), ("fr", 1)):
        newcomer.open(f"/r/{SLUG}/{tag}")
        with newcomer.page.expect_navigation():
            newcomer.page.locator('a[href*="/told/"]').first.click()
        newcomer.sees(HEARD[0][at], SHUTTLE[at], DONE[at])
        newcomer.open(f"/reports/public/{year}/{tag}").sees(MESSAGE[at], SHUTTLE[at], DONE[at])
    assert newcomer.context.cookies() == []
    newcomer.close()
