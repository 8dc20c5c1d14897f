"""A scratch house with one open survey, and somebody who may look at its results."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from lipnet import create_app
from lipnet.bench import invented
from lipnet.core import clock, config, migrations, secrets
from lipnet.core.db import connect, db, lent
from lipnet.core.events import THE_PROGRAM
from lipnet.people import operations as people
from lipnet.people.models import Person
from lipnet.surveys import operations
from lipnet.surveys.counting.limits import SMALLEST
from lipnet.surveys.models import Survey, SurveyVersion

SLUG = "invented"
DIVIDED_BY = ("@language", "one0", "scale0")
STEWARD, READER = "steward@example.org", "reader@example.org"


class NotEmpty(Exception):
    """The database to measure in holds something already."""


@contextmanager
def new_house(folder: Path, url: str) -> Iterator[SurveyVersion]:
    """An empty database gets its tables, its people and its survey. Raises NotEmpty."""
    secrets.make(folder)
    connect(_settings(folder, url).database_url)
    with db.connection_context():
        if db.get_tables():
            raise NotEmpty
    migrations.migrate(folder)
    with opened(folder, url):
        _person("Invented steward", STEWARD, "steward")
        _person("Invented reader", READER, "coordinator")
        yield _survey()


@contextmanager
def opened(folder: Path, url: str) -> Iterator[Flask]:
    """The program in a house that is there. A request gives the connection back at its end."""
    app = create_app(_settings(folder, url))
    with lent():
        yield app


def the_version() -> SurveyVersion:
    return SurveyVersion.get(SurveyVersion.published_at.is_null(False))


def _settings(folder: Path, url: str) -> config.Config:
    return config.load(None, data={"folder": str(folder), "database": url})


def _person(name: str, email: str, role: str) -> Person:
    person = people.add_person(name, email=email, by=THE_PROGRAM)
    people.grant_role(person, role, by=THE_PROGRAM)
    return person


def _survey() -> SurveyVersion:
    """Open, and divided by as many questions as may be."""
    by = THE_PROGRAM
    survey = operations.create_survey(
        invented.questionnaire().title,
        slug=SLUG,
        purpose={"en": "To measure."},
        collection_notice={"en": "Nobody is asked."},
        by=by,
    )
    version = operations.draft_questionnaire(survey, invented.questionnaire(), by=by)
    operations.limit_results(survey, smallest=SMALLEST, filters=DIVIDED_BY, by=by)
    with db.atomic():
        SurveyVersion.update(published_at=clock.now()).where(
            SurveyVersion.id == version.id
        ).execute()
        Survey.update(opened_at=clock.now()).where(Survey.id == survey.id).execute()
    return SurveyVersion.get_by_id(version.id)
