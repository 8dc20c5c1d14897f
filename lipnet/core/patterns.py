"""Believable content for the pattern page, which shows every component."""

from datetime import date
from types import SimpleNamespace

import segno
from markupsafe import Markup
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    validators,
    widgets,
)
from wtforms.fields.choices import SelectChoice

from lipnet.core.forms import Form, InOneLanguage, TextsInput
from lipnet.core.markup import trusted


class PatternForm(Form):
    """One field of every kind the form macros know."""

    title = TextsInput("Title of the survey", [InOneLanguage()])
    purpose = TextsInput("What it is for", multiline=True)
    slug = StringField("Short address", [validators.InputRequired()])
    note = TextAreaField("Note to the working group")
    seats = IntegerField("How many seats", [validators.InputRequired()])
    opens_on = DateField("Opens on", [validators.InputRequired()])
    body = SelectField(
        "Who asks",
        choices=[
            SelectChoice("council", "Partnership council"),
            SelectChoice("newcomers", "Newcomer voices group"),
        ],
    )
    wait = RadioField(
        "How long did you wait for a place in a language class?",
        choices=[
            SelectChoice("0", "I did not wait"),
            SelectChoice("1", "Less than a month"),
            SelectChoice("2", "One to six months"),
            SelectChoice("3", "More than six months"),
            SelectChoice("9", "I would rather not say"),
        ],
    )
    sectors = SelectMultipleField(
        "Which sectors should see the results?",
        choices=[
            SelectChoice("settlement", "Settlement"),
            SelectChoice("health", "Health"),
            SelectChoice("schools", "Schools"),
        ],
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )
    consent = BooleanField("The privacy officer has read the notice of collection")
    sheet = FileField("Questionnaire (an XLSForm)")


def sample() -> dict:
    """Everything patterns/index.html shows, by name."""
    return {
        "form": PatternForm(formdata=None, slug="language-classes", seats=6),
        "wrong_form": _wrong_form(),
        "qr": _qr(),
        "people": _people(),
        "bars": _bars(),
        "shares": _shares(),
        "steps": _steps(),
        "events": _events(),
        "trail": _trail(),
    }


def _wrong_form() -> PatternForm:
    form = PatternForm(formdata=None, prefix="wrong-")
    form.slug.errors = ["Write a short address, for example language-classes."]
    form.seats.errors = ["Write how many seats as a whole number."]
    form.wait.errors = ["Choose one of the answers."]
    form.title.errors = ["Please write this in at least one language."]
    return form


def _qr() -> Markup:
    code = segno.make("https://maplebay.example/s/classes", error="m")
    return trusted(code.svg_inline(omitsize=True))  # our own text, drawn by segno


def _row(**fields) -> SimpleNamespace:
    return SimpleNamespace(**fields)


def _people() -> list:
    return [
        _row(name="Amina Warsame", organisation="Maple Bay Newcomer Centre", role="Chair", terms=2),
        _row(name="Luc Thibodeau", organisation="Réseau francophone", role="Member", terms=1),
        _row(name="نور الهاشمي", organisation="Public Library", role="Member", terms=1),
    ]


def _bars() -> list:
    return [
        _row(label="I did not wait", count=412, share=0.41, hidden=False),
        _row(label="Less than a month", count=288, share=0.29, hidden=False),
        _row(label="One to six months", count=221, share=0.22, hidden=False),
        _row(label="More than six months", count=79, share=0.08, hidden=False),
        _row(label="I would rather not say", count=None, share=None, hidden=True),
    ]


def _shares() -> list:
    return [
        _row(label="Done", count=7, share=0.39, kind="done"),
        _row(label="On track", count=6, share=0.33, kind="now"),
        _row(label="Delayed", count=3, share=0.17, kind="late"),
        _row(label="Not started", count=2, share=0.11, kind="later"),
    ]


def _steps() -> list:
    return [
        _row(
            state="done",
            title="Establish the partnership council",
            text="22 seats, 20 filled.",
            url="#content",
        ),
        _row(
            state="done",
            title="Agree on terms of reference",
            text="Adopted on 12 March 2026.",
            url="#content",
        ),
        _row(
            state="now",
            title="Write the settlement strategy",
            text="One of four pillars has priorities so far.",
            url="#content",
        ),
        _row(state="later", title="Make this year's action plan", text="", url="#content"),
        _row(state="later", title="Report on the year", text="", url="#content"),
    ]


def _events() -> list:
    return [
        _row(on=date(2026, 3, 12), title="Terms of reference adopted", text="Motion 2026-04"),
        _row(on=date(2026, 4, 1), title="Contribution agreement begins", text=""),
        _row(on=date(2026, 5, 18), title="Newcomer survey opened", text="In six languages"),
    ]


def _trail() -> dict:
    return {
        "came_from": [
            _row(
                kind="Question",
                title="How long did you wait for a place in a language class?",
                url="#content",
                on=date(2026, 6, 30),
                sentence="1,000 people answered in six languages.",
            ),
            _row(
                kind="Finding",
                title="Three in ten wait longer than a month",
                url="#content",
                on=date(2026, 7, 14),
                sentence="Pinned from the newcomer survey, version 2.",
            ),
        ],
        "here": _row(
            kind="Decision",
            title="Ask the two school boards for an evening class",
            url=None,
            on=date(2026, 9, 17),
            sentence="The group weighed the finding against this year's budget.",
        ),
        "led_to": [
            _row(
                kind="Action",
                title="Evening class at Harbour School, twice a week",
                url="#content",
                on=date(2026, 10, 2),
                sentence="",
            ),
            _row(
                kind="Report line",
                title="41 learners began in January",
                url="#content",
                on=date(2027, 3, 31),
                sentence="What was done about it, in the annual report.",
            ),
        ],
    }
