"""A survey that asks for a picture, a recording and a document."""

from tests.surveys.media.made import photograph
from tests.surveys.scene import QUESTIONS, TONGUES, draft_survey, open_survey_with, workbook

EN = f"label::{TONGUES['en']}"
ASKED = [
    {
        "type": "image",
        "name": "photo",
        EN: "A picture of your street",
        "relevant": "${waited} = 'no'",
    },
    *QUESTIONS,
    {"type": "audio", "name": "voice", EN: "In your own voice"},
    {"type": "file", "name": "paper", EN: "A letter you got", "required": "yes"},
]
PHOTO = photograph((400, 300))
PAPER = "A letter, in plain words. été".encode()


def asking() -> bytes:
    return workbook(ASKED)


def open_survey(by, **kwargs):
    return open_survey_with(by, data=asking(), **kwargs)


def draft(by):
    return draft_survey(by, data=asking())
