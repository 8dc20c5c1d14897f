"""Surveys made as a coordinator makes them: a workbook, uploaded, described, opened."""

import io
from datetime import timedelta

import openpyxl

from lipnet.core import clock
from lipnet.questionnaire import Moment
from lipnet.surveys import operations

TONGUES = {"en": "English (en)", "fr": "Français (fr)", "ar": "العربية (ar)"}
QUESTIONS = [
    {
        "type": "select_one yes_no",
        "name": "waited",
        "label::English (en)": "Did you wait for a language class?",
        "label::Français (fr)": "Avez-vous attendu un cours de langue?",
        "label::العربية (ar)": "هل انتظرت صفًا لتعلّم اللغة؟",
    },
    {
        "type": "integer",
        "name": "months",
        "label::English (en)": "For how many months?",
        "label::Français (fr)": "Pendant combien de mois?",
        "label::العربية (ar)": "كم شهرًا؟",
        "hint::English (en)": "A whole number",
        "hint::Français (fr)": "Un nombre entier",
        "hint::العربية (ar)": "عدد صحيح",
        "relevant": "${waited} = 'yes'",
        "required": "yes",
        "constraint": ". <= 60",
        "constraint_message::English (en)": "At most 60 months, please.",
        "constraint_message::Français (fr)": "Au plus 60 mois.",
        "constraint_message::العربية (ar)": "ستون شهرًا على الأكثر.",
    },
    {
        "type": "select_multiple ways",
        "name": "ways",
        "label::English (en)": "How do you travel?",
        "label::Français (fr)": "Comment vous déplacez-vous?",
        "label::العربية (ar)": "كيف تتنقّل؟",
    },
    {
        "type": "text",
        "name": "wish",
        "label::English (en)": "What would help you?",
        "label::Français (fr)": "Qu'est-ce qui vous aiderait?",
        "label::العربية (ar)": "ما الذي يساعدك؟",
    },
]
CHOICES = [
    ("yes_no", "yes", "Yes", "Oui", "نعم"),
    ("yes_no", "no", "No", "Non", "لا"),
    ("ways", "bus", "By bus", "En autobus", "بالحافلة"),
    ("ways", "foot", "On foot", "À pied", "مشيًا"),
]
ANSWERS = {"waited": "yes", "months": "4", "ways": ["bus"], "wish": "An evening class"}


def workbook(questions=QUESTIONS, choices=CHOICES, title: str = "Language classes") -> bytes:
    """An XLSForm: `questions` are {column: cell}, `choices` (list, code, label in en, fr, ar)."""
    book = openpyxl.Workbook()
    survey = book.active
    survey.title = "survey"
    columns = list(dict.fromkeys(column for question in questions for column in question))
    survey.append(columns)
    for question in questions:
        survey.append([question.get(column) for column in columns])
    sheet = book.create_sheet("choices")
    sheet.append(["list_name", "name", *(f"label::{tongue}" for tongue in TONGUES.values())])
    for row in choices:
        sheet.append(list(row))
    settings = book.create_sheet("settings")
    settings.append(["form_title", "default_language"])
    settings.append([title, TONGUES["en"]])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def draft_survey(by, *, slug: str = "classes", data: bytes | None = None):
    """A survey with everything it needs to be opened."""
    survey = operations.create_survey(
        {"en": "Language classes", "fr": "Cours de langue"},
        slug=slug,
        purpose={"en": "To plan evening classes.", "fr": "Pour planifier des cours du soir."},
        collection_notice={
            "en": "Collected under section 10 of the Municipal Act.",
            "fr": "Recueilli en vertu de l'article 10 de la Loi sur les municipalités.",
        },
        contact="privacy@example.org",
        by=by,
    )
    operations.upload_questionnaire(survey, data or workbook(), "classes.xlsx", by=by)
    return survey


def open_survey_with(by, *, slug: str = "classes", data: bytes | None = None, days: int = 30):
    """A survey people can answer today, for `days` more days."""
    return opened(draft_survey(by, slug=slug, data=data), by=by, days=days)


def opened(survey, *, by, days: int = 30):
    """The survey, open to the public from today for `days` more days."""
    today = clock.today()
    operations.schedule_survey(survey, today, today + timedelta(days=days), by=by)
    return operations.open_survey(survey, by=by)


def moment() -> Moment:
    return Moment(clock.today(), clock.now(), 1)


def respond(survey, number: int | str, language: str = "en", *, phrase=False, **answers):
    """One person's answers to a survey (or a version of it), sent; `number` names them."""
    return operations.submit_response(
        getattr(survey, "published_version", survey),
        submission_id=f"{number:032x}" if isinstance(number, int) else number,
        answers=answers or ANSWERS,
        language=language,
        moment=moment(),
        phrase=phrase,
    )
