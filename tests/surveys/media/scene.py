"""A survey that shows a picture and a sound with its first question, and pictures with choices."""

import io
from datetime import timedelta

import openpyxl

from lipnet.core import clock
from lipnet.surveys import operations as surveys
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.media import operations
from lipnet.surveys.media.files import cleaned
from lipnet.surveys.media.named import named_in
from tests.surveys.media import made
from tests.surveys.scene import CHOICES, QUESTIONS, TONGUES, draft_survey, workbook

PICTURE_AR = f"media::image::{TONGUES['ar']}"
FILES = {
    "class.jpg": made.photograph((800, 600)),
    "class-ar.png": made.photograph((400, 300), kind="PNG"),
    "ask.mp3": made.mp3(200),
    "bus.png": made.photograph((300, 300), kind="PNG"),
    "Foot.PNG": made.drawing_with_holes(),
    "bus.wav": made.wav(),
}


def with_media() -> bytes:
    """The usual workbook, its first question with media, its list of ways with pictures."""
    first = {
        **QUESTIONS[0],
        f"media::image::{TONGUES['en']}": "class.jpg",
        PICTURE_AR: "class-ar.png",
    }
    first |= {"media::audio": "ask.mp3"}
    book = openpyxl.load_workbook(io.BytesIO(workbook([first, *QUESTIONS[1:]])))
    sheet = book["choices"]
    column = sheet.max_column + 1
    for at, names in enumerate([("media::image", "media::audio"), *map(shown_with, CHOICES)], 1):
        for further, name in enumerate(names):
            sheet.cell(at, column + further, name)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def shown_with(choice) -> tuple:
    return {"bus": ("bus.png", "bus.wav"), "foot": ("foot.png", None)}.get(choice[1], (None, None))


def draft_with_media(by, **kwargs):
    return draft_survey(by, data=with_media(), **kwargs)


def opened(survey, by):
    """People may answer from now on; its files have been brought."""
    surveys.schedule_survey(survey, clock.today(), clock.today() + timedelta(days=9), by=by)
    return surveys.open_survey(survey, by=by)


def bring(survey, *names, by, otherwise: bytes | None = None):
    """Upload some of FILES (all of them, if none is named) as the page does."""
    named = named_in(questionnaire_of(survey.latest_version))
    ready = [cleaned(otherwise or FILES[name], name, named) for name in names or FILES]
    return operations.keep_media(survey, ready, by=by)
