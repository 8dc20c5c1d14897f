"""Three surveys: newcomers (closed), the partnership's own health (closed), employers (open)."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lipnet.core import clock
from lipnet.demo.dates import FRIDAY, MONDAY
from lipnet.demo.newcomers import Newcomer
from lipnet.demo.partners import Employer, Partner
from lipnet.demo.texts import both
from lipnet.demo.walking import field_days, moment_on, voices, walk
from lipnet.surveys import operations as surveys
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.models import SurveyVersion

FORMS = Path(__file__).parent / "forms"
PRIVACY = "Privacy officer, City of Cedarmouth, privacy@cedarmouth.example"
FEWEST = 200
SEED = 20_250_401
SMALLEST = 5
FILTERS = {
    "newcomers": ("@language", "housing", "belonging"),
    "partners": ("part",),
    "employers": ("size", "hired"),
}
RESPONDENTS = {"newcomers": Newcomer, "partners": Partner, "employers": Employer}

NOTICE = (
    "The City of Cedarmouth collects these answers for the Local Immigration Partnership, to plan "
    "services. Answering is voluntary. We ask for no name, and we keep no address of your device "
    "and no time of day. Groups of fewer than five people are never shown. The answers are kept "
    "for 24 months.",
    "La Ville de Cedarmouth recueille ces réponses pour le Partenariat local en immigration, afin "
    "de planifier les services. La participation est volontaire. Nous ne demandons aucun nom et ne "
    "conservons ni l'adresse de votre appareil ni l'heure. Les groupes de moins de cinq personnes "
    "ne sont jamais montrés. Les réponses sont conservées pendant 24 mois.",
)


def shares_of(responses: int) -> dict[str, int]:
    """How many of `responses` each survey gets; the partnership itself has only so many members."""
    partners = min(64, max(45, responses // 20))
    employers = responses * 18 // 100
    return {
        "newcomers": responses - partners - employers,
        "partners": partners,
        "employers": employers,
    }


def ask_newcomers(scene) -> None:
    days, more = scene.days, voices("asking")
    year = str(days.last_year)
    _open(
        scene,
        "newcomers",
        slug=f"newcomers-{days.last_year}",
        form="newcomer-welcome",
        title=both(
            "Newcomer survey {year}",
            "Sondage auprès des personnes nouvellement arrivées, {year}",
            year=year,
        )
        | {tag: title.format(year=year) for tag, title in more["title"].items()},
        purpose=both(
            "How life is for people who came to Cedarmouth in the past ten years, so that the "
            "partnership works on what matters most to them.",
            "Comment vivent les personnes arrivées à Cedarmouth au cours des dix dernières années, "
            "pour que le partenariat travaille à ce qui compte le plus pour elles.",
        )
        | more["purpose"],
        notice=both(*NOTICE) | more["notice"],
        opens_on=days.last_nth(5, MONDAY, 1),
        closes_on=days.last_nth(6, FRIDAY, 4),
    )


def ask_partners(scene) -> None:
    days = scene.days
    _open(
        scene,
        "partners",
        slug=f"partnership-health-{days.this_year}",
        form="partnership-health",
        title=both(
            "How is our partnership doing? {year}",
            "Comment va notre partenariat ? {year}",
            year=str(days.this_year),
        ),
        purpose=both(
            "The yearly look of members and partners at the partnership itself.",
            "Le regard annuel des membres et des partenaires sur le partenariat lui-même.",
        ),
        opens_on=days.last_nth(2, MONDAY, 1),
        closes_on=days.last_nth(2, FRIDAY, 3),
    )


def ask_employers(scene) -> None:
    days = scene.days
    _open(
        scene,
        "employers",
        slug=f"employers-{days.this_year}",
        form="employers",
        title=both(
            "Employers' survey {year}",
            "Sondage auprès des employeurs, {year}",
            year=str(days.this_year),
        ),
        purpose=both(
            "What makes it hard to hire newcomers in Cedarmouth, and what workplaces could offer.",
            "Ce qui rend difficile l'embauche de personnes nouvellement arrivées à Cedarmouth, et "
            "ce que les milieux de travail pourraient offrir.",
        ),
        opens_on=days.ago(25),
        closes_on=days.ahead(19),
    )


def answer(scene, key: str, count: int, tick: Callable[[], None]) -> None:
    """Everybody answers, each on a day of their own; then the answers are settled."""
    survey, chance = scene.surveys[key], random.Random(f"{SEED} {key}")  # noqa: S311 - dice
    version, last = survey.published_version, min(survey.closes_on, scene.days.today)
    for day in field_days(chance, survey.opens_on, last, count):
        _submit(version, RESPONDENTS[key](chance, day), day, chance)
        tick()
    while surveys.settle_responses(survey):
        pass


def _open(
    scene, key: str, *, slug, form, title, purpose, opens_on: date, closes_on: date, notice=None
) -> None:
    survey = surveys.create_survey(
        title,
        slug=slug,
        purpose=purpose,
        collection_notice=notice or both(*NOTICE),
        contact=PRIVACY,
        by=scene.noor,
    )
    workbook = FORMS / f"{form}.xlsx"
    surveys.upload_questionnaire(survey, workbook.read_bytes(), workbook.name, by=scene.noor)
    surveys.limit_results(survey, smallest=SMALLEST, filters=FILTERS[key], by=scene.noor)
    surveys.schedule_survey(survey, opens_on, closes_on, by=scene.noor)
    surveys.open_survey(survey, by=scene.noor)
    scene.surveys[key] = survey


def _submit(version: SurveyVersion, person, day: date, chance: random.Random) -> None:
    moment = moment_on(day, chance)
    with clock.at(day):
        surveys.submit_response(
            version,
            submission_id=f"{chance.getrandbits(128):032x}",
            answers=walk(compiled_of(version), person, moment),
            language=person.language,
            mode=person.mode,
            moment=moment,
        )
