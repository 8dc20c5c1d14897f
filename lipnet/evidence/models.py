"""Findings: what we learned, each with the figure or the source it rests on, frozen."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.people.models import Person
from lipnet.surveys.models import Survey, SurveyVersion

BASES = ("figure", "outside")


class Finding(Base):
    """One thing learned.

    Of basis "figure" it holds a guarded table of a survey as it was on that day (`figure`; only
    counts that could be shown, with labels in every language), and who was counted (`filter`;
    {} means everyone who answered). Of basis "outside" it names a source we did not make.
    """

    statement = TextsField()
    basis = peewee.TextField()
    survey = peewee.ForeignKeyField(Survey, null=True, backref="learned", on_delete="RESTRICT")
    version = peewee.ForeignKeyField(
        SurveyVersion, null=True, backref="learned", on_delete="RESTRICT"
    )
    question = peewee.TextField(default="")
    figure = peewee.JSONField()
    filter = peewee.JSONField()
    n = peewee.IntegerField(null=True)
    source = peewee.TextField(default="")
    place = peewee.TextField(default="")
    link = peewee.TextField(default="")
    found_on = peewee.DateField()
    pinned_by = peewee.ForeignKeyField(Person, null=True, backref="findings", on_delete="SET NULL")

    class Meta:
        table_name = "finding"
        constraints = [
            peewee.Check(
                "(basis = 'figure' AND survey_id IS NOT NULL AND version_id IS NOT NULL "
                "AND question <> '' AND n IS NOT NULL AND source = '') "
                "OR (basis = 'outside' AND survey_id IS NULL AND version_id IS NULL "
                "AND question = '' AND n IS NULL AND source <> '')",
                name="finding_exactly_one_basis",
            )
        ]

    @property
    def is_from_outside(self) -> bool:
        return self.basis == "outside"

    @classmethod
    def newest_first(cls) -> "list[Finding]":
        return list(cls.select().order_by(cls.found_on.desc(), cls.id.desc()))

    @classmethod
    def about(cls, survey: Survey) -> "list[Finding]":
        return list(
            cls.select().where(cls.survey == survey).order_by(cls.found_on.desc(), cls.id.desc())
        )
