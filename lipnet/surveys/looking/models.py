"""What is kept for looking at results: the steward's filters, and profiles of the population."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.people.models import Person
from lipnet.surveys.models import Survey


class KeptFilter(Base):
    """A filter of the data steward under a name. `text` is the canonical one of an address."""

    survey = peewee.ForeignKeyField(Survey, backref="kept_filters", on_delete="CASCADE")
    name = peewee.TextField()
    text = peewee.TextField()
    by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")
    kept_at = MomentField()

    class Meta:
        table_name = "kept_filter"
        indexes = ((("survey", "name"), True),)
        constraints = [
            peewee.Check("length(name) > 0", name="kept_filter_has_a_name"),
            peewee.Check("length(text) > 0", name="kept_filter_asks_something"),
        ]

    @classmethod
    def of(cls, survey: Survey) -> "list[KeptFilter]":
        return list(cls.select().where(cls.survey == survey).order_by(cls.name))


class CensusProfile(Base):
    """How many of the population would choose each option of one question, and who says so.

    `shares`: code -> share, from 0 to 1. `source` is a sentence; `counted_on` the day the figures
    are of; `link` where they stand.
    """

    survey = peewee.ForeignKeyField(Survey, backref="census_profiles", on_delete="CASCADE")
    question = peewee.TextField()
    shares = peewee.JSONField()
    source = peewee.TextField()
    counted_on = peewee.DateField()
    link = peewee.TextField(default="")
    kept_at = MomentField()
    kept_by = peewee.ForeignKeyField(Person, null=True, on_delete="SET NULL")

    class Meta:
        table_name = "census_profile"
        indexes = ((("survey", "question"), True),)
        constraints = [peewee.Check("length(source) > 0", name="census_profile_names_its_source")]

    @classmethod
    def of(cls, survey: Survey) -> "list[CensusProfile]":
        return list(cls.select().where(cls.survey == survey).order_by(cls.id))
