"""Findings: what we learned, each with the figure or the source it rests on, frozen."""

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.core.files import StoredFile
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.people.models import Person
from lipnet.surveys.models import Survey, SurveyVersion

BASES = ("figure", "crosstab", "theme", "quotation", "outside")
SOURCE_KINDS = {
    "report": lazy("A report"),
    "table": lazy("A table"),
    "link": lazy("A page on the web"),
}
_FROM_A_SURVEY = "survey_id IS NOT NULL AND version_id IS NOT NULL AND question <> ''"
_NOT_OUTSIDE = "source = '' AND source_kind = '' AND file_id IS NULL"


class Finding(Base):
    """One thing learned, and what it rests on (`basis`).

    figure      a guarded table of one question
    crosstab    that table once for each answer to the question `across`
    theme       what answers in people's own words were sorted under, `code` among the others
    quotation   the words of one answer, cleared to be told; `code` is the quotation's number
    outside     a source we did not make: `source`, where in it, when, its file or pasted table

    `figure` is the document kept on that day (only counts that could be shown, with labels in
    every language), `filter` who was counted ({} means everyone who answered), `suppression` what
    was hidden then: {"n": smallest count shown, "hidden": how many, "cells": of how many}.
    What is wrong is corrected by a new finding that names this one.
    """

    statement = TextsField()
    basis = peewee.TextField()
    survey = peewee.ForeignKeyField(Survey, null=True, backref="learned", on_delete="RESTRICT")
    version = peewee.ForeignKeyField(
        SurveyVersion, null=True, backref="learned", on_delete="RESTRICT"
    )
    question = peewee.TextField(default="")
    across = peewee.TextField(default="")
    code = peewee.TextField(default="")
    figure = peewee.JSONField()
    filter = peewee.JSONField()
    n = peewee.IntegerField(null=True)
    suppression = peewee.JSONField()
    source = peewee.TextField(default="")
    source_kind = peewee.TextField(default="")
    place = peewee.TextField(default="")
    link = peewee.TextField(default="")
    file = peewee.ForeignKeyField(StoredFile, null=True, backref="+", on_delete="RESTRICT")
    found_on = peewee.DateField()
    pinned_by = peewee.ForeignKeyField(Person, null=True, backref="findings", on_delete="SET NULL")
    corrects = peewee.ForeignKeyField("self", null=True, unique=True)
    why_corrected = TextsField()
    withdrawn_on = peewee.DateField(null=True)

    class Meta:
        table_name = "finding"
        constraints = [
            peewee.Check(
                f"(basis = 'figure' AND {_FROM_A_SURVEY} AND n IS NOT NULL "
                f"AND across = '' AND code = '' AND {_NOT_OUTSIDE}) "
                f"OR (basis = 'crosstab' AND {_FROM_A_SURVEY} AND n IS NOT NULL "
                f"AND across <> '' AND code = '' AND {_NOT_OUTSIDE}) "
                f"OR (basis = 'theme' AND {_FROM_A_SURVEY} AND n IS NOT NULL "
                f"AND across = '' AND code <> '' AND {_NOT_OUTSIDE}) "
                f"OR (basis = 'quotation' AND {_FROM_A_SURVEY} AND n IS NULL "
                f"AND across = '' AND code <> '' AND {_NOT_OUTSIDE}) "
                "OR (basis = 'outside' AND survey_id IS NULL AND version_id IS NULL "
                "AND question = '' "
                "AND n IS NULL AND across = '' AND code = '' AND source <> '' "
                "AND source_kind IN ('report', 'table', 'link'))",
                name="finding_exactly_one_basis",
            )
        ]

    @property
    def is_from_outside(self) -> bool:
        return self.basis == "outside"

    @property
    def is_rounded(self) -> bool:
        """Figures are rounded since readers see only what was released; earlier ones are exact."""
        return self.figure.get("base", 1) > 1

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def correction(self) -> "Finding | None":
        """The finding that puts this one right."""
        return Finding.get_or_none(Finding.corrects == self)

    @property
    def latest(self) -> "Finding":
        """This finding as it stands after every correction."""
        latest = self
        while (later := latest.correction) is not None:
            latest = later
        return latest

    @property
    def earlier(self) -> "list[Finding]":
        """What this one corrects, and what that corrected before, newest first."""
        found, step = [], self
        while step.corrects_id is not None:
            step = step.corrects
            found.append(step)
        return found

    @classmethod
    def standing(cls) -> peewee.ModelSelect:
        """The findings that hold: neither withdrawn nor corrected by a later one."""
        corrected = cls.select(cls.corrects).where(cls.corrects.is_null(False))
        return cls.select().where(cls.withdrawn_on.is_null(), cls.id.not_in(corrected))

    @classmethod
    def newest_first(cls) -> "list[Finding]":
        return list(cls.standing().order_by(cls.found_on.desc(), cls.id.desc()))

    @classmethod
    def about(cls, survey: Survey) -> "list[Finding]":
        of_it = cls.standing().where(cls.survey == survey)
        return list(of_it.order_by(cls.found_on.desc(), cls.id.desc()))

    @property
    def themes(self) -> "list[Theme]":
        rows = Theme.select().join(FindingTheme).where(FindingTheme.finding == self)
        return in_order(rows)


class Theme(Base):
    """A word of the partnership's own under which findings are gathered."""

    title = TextsField()
    retired_on = peewee.DateField(null=True)

    class Meta:
        table_name = "evidence_theme"

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    @classmethod
    def in_use(cls) -> "list[Theme]":
        """Those that may be given to a finding, by name."""
        return in_order(cls.select().where(cls.retired_on.is_null()))

    @classmethod
    def every(cls) -> "list[Theme]":
        return in_order(cls.select())


class FindingTheme(Base):
    """That a finding belongs to a theme; it may belong to several."""

    finding = peewee.ForeignKeyField(Finding, backref="sorted", on_delete="CASCADE")
    theme = peewee.ForeignKeyField(Theme, backref="sorted", on_delete="CASCADE")

    class Meta:
        table_name = "finding_theme"
        indexes = ((("finding", "theme"), True),)


def in_order(themes) -> list[Theme]:
    return sorted(themes, key=lambda theme: (folded(plain(theme.title)), theme.id))
