"""A survey with a question of every kind, its answers settled, and files ordered and made."""

import csv
import io

from lipnet.people.models import Person
from lipnet.surveys.exporting import jobs, shelf
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.exporting.operations import order_export
from tests import cast
from tests.surveys import kinds
from tests.surveys.manage.answers import settle
from tests.surveys.scene import open_survey_with, respond, workbook

ANA = {
    "agree": "OK",
    "welcome": "7",
    "order": ["home", "work", "friends"],
    "arrived": "2021-05-03",
    "income": {"declined": "prefer_not"},
    "help": ["agency", "family"],
    "bus": "good",
    "contact": "ana@example.org",
    "household": [{"name": "=1+1", "age": 34}, {"name": "Bo", "age": 7, "school": "Maple"}],
}
BEN = {
    "agree": "OK",
    "income": "-5",
    "help": {"declined": "dont_know"},
    "bus": "bad",
    "household": [{"name": '@Cem\nof the hill, "the" one', "age": 50}],
}
ASKED = [
    {**each, "lipnet_declines": "dont_know"} if each.get("name") == "help" else each
    for each in kinds.QUESTIONS
] + [kinds.row("text", "contact", "name", lipnet_role="draw_contact")]


def answered(by=None, people: int = 6, **kwargs):
    """A survey that Ana answered once, in French, and Ben the other times."""
    survey = open_survey_with(by or cast.alice(), data=workbook(ASKED, kinds.CHOICES), **kwargs)
    respond(survey, 1, "fr", **ANA)
    for number in range(2, people + 1):
        respond(survey, number, "en", **BEN)
    settle(survey)
    return survey


def taken(settings, survey, kind: str, *, by=None, **options) -> tuple[Export, bytes]:
    """The order, done, and the file."""
    made = order_export(survey.published_version, kind, by=by or steward(), **options)
    jobs.make_exports(settings)
    made = Export.get_by_id(made.id)
    assert made.state == "done", made.failed
    return made, shelf.path_of(made.name).read_bytes()


def steward() -> Person:
    return Person.get_or_none(Person.name == "Sam Achebe") or cast.sam()


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
