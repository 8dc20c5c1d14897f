"""A survey that asks for a picture, a recording and a document."""

from tests.surveys.media.made import photograph
from tests.surveys.scene import QUESTIONS, TONGUES, draft_survey, open_survey_with, workbook


def labels(*texts: str) -> dict[str, str]:
    """In English, French and Arabic."""
    return {f"label::{tongue}": text for tongue, text in zip(TONGUES.values(), texts, strict=True)}


PHOTO_ASKED = labels("A picture of your street", "Une photo de votre rue", "صورة لشارعكم")
ASKED = [
    {"type": "image", "name": "photo", "relevant": "${waited} = 'no'", **PHOTO_ASKED},
    *QUESTIONS,
    {"type": "audio", "name": "voice", **labels("In your own voice", "De vive voix", "بصوتكم")},
    {
        "type": "file",
        "name": "paper",
        "required": "yes",
        **labels("A letter you got", "Une lettre reçue", "رسالة وصلتكم"),
    },
]
PHOTO = photograph((400, 300))
PAPER = "A letter, in plain words. été".encode()


def asking() -> bytes:
    return workbook(ASKED)


def open_survey(by, **kwargs):
    return open_survey_with(by, data=asking(), **kwargs)


def draft(by):
    return draft_survey(by, data=asking())
