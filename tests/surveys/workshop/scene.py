"""A survey in English and French that is to be asked in Arabic: half of it is translated."""

import re

from lipnet.core import links
from lipnet.questionnaire import from_json
from lipnet.questionnaire.translating import units
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.models import TranslationDoor
from tests.surveys.scene import CHOICES, QUESTIONS, draft_survey, open_survey_with, workbook

WAITED, MONTHS = "question/waited/label", "question/months/label"
ARABIC = {WAITED: "هل انتظرت صفًا لتعلّم اللغة؟", MONTHS: "كم شهرًا؟"}


def without_arabic() -> bytes:
    """The workbook of the other tests, with the Arabic column still empty but for one question."""
    bare = [
        {
            column: cell
            for column, cell in question.items()
            if "(ar)" not in column or question["name"] == "waited"
        }
        for question in QUESTIONS
    ]
    return workbook(bare, [(*choice[:4], None) for choice in CHOICES])


def draft(by, slug: str = "classes"):
    return draft_survey(by, slug=slug, data=without_arabic())


def opened(by, slug: str = "classes"):
    return open_survey_with(by, slug=slug, data=without_arabic())


def latest(survey):
    return from_json(SurveyVersion.get_by_id(survey.latest_version.id).document)


def states(survey, tag: str = "ar") -> dict[str, tuple[str, str]]:
    return {unit.address: (unit.translation, unit.state) for unit in units(latest(survey), tag)}


def finish(survey, by, tag: str = "ar", state: str = "human") -> None:
    """Every text of the language is there, its places and numbers kept."""
    given = {
        unit.address: (unit.translation or f"ع {' '.join(re.findall(r'[0-9]+', unit.source))}",
                       state)
        for unit in units(latest(survey), tag)
    }  # fmt: skip
    operations.translate(survey, tag, given, by=by)


def door(survey, by, tag: str = "ar", kind: str = "translate", **who) -> TranslationDoor:
    asked = {"name": "Hala", "email": "hala@example.org", "organisation": "Harbour Choir", **who}
    return operations.open_door(survey, tag, kind=kind, by=by, **asked)


def address(door: TranslationDoor, page: str = "", **asked) -> str:
    more = "".join(f"&{name}={value}" for name, value in asked.items())
    return f"/translate/{links.signed(door.link)}{page}?lang=en{more}"
