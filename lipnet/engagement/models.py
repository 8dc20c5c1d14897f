"""Engagements, who was reached and what was heard; whom the partnership wants to reach."""

from datetime import date

import peewee

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.db import Base, TextsField
from lipnet.core.files import StoredFile
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.core.tongues import called
from lipnet.evidence.models import Finding
from lipnet.groups.models import Body, one_of
from lipnet.meetings.models import Meeting
from lipnet.people.models import SECTOR_NAMES, Organisation, Person

KIND_NAMES = {
    "consultation": lazy("Consultation"),
    "focus_group": lazy("Focus group"),
    "outreach": lazy("Outreach"),
    "event": lazy("Event"),
    "training": lazy("Training"),
}
KINDS = tuple(KIND_NAMES)
SIDES = ("sector", "language", "population", "newcomer")
SIDE_NAMES = {
    "sector": lazy("By sector"),
    "language": lazy("By language"),
    "population": lazy("By population"),
    "newcomer": lazy("Newcomers and others"),
}
NEWCOMER_NAMES = {"newcomer": lazy("Newcomers"), "other": lazy("Not newcomers")}


def first_day(fiscal_year: int) -> date:
    return date(fiscal_year, 4, 1)


def last_day(fiscal_year: int) -> date:
    return date(fiscal_year + 1, 3, 31)


class Engagement(Base):
    """People were met: when, where, by whom, what it took. `people` is None until counted."""

    kind = peewee.TextField()
    title = TextsField()
    from_on = peewee.DateField(index=True)
    to_on = peewee.DateField()
    place = peewee.TextField(default="")
    body = peewee.ForeignKeyField(Body, null=True, backref="+", on_delete="SET NULL")
    organiser = peewee.ForeignKeyField(Organisation, null=True, backref="+", on_delete="SET NULL")
    purpose = TextsField()
    languages = peewee.JSONField()
    interpreters = peewee.BooleanField(default=False)
    child_care = peewee.BooleanField(default=False)
    people = peewee.IntegerField(null=True)
    hours = peewee.IntegerField(null=True)
    cents = peewee.IntegerField(null=True)
    in_kind = TextsField()
    meeting = peewee.ForeignKeyField(
        Meeting, null=True, unique=True, backref="+", on_delete="SET NULL"
    )
    logged_on = peewee.DateField()
    logged_by = peewee.ForeignKeyField(Person, null=True, backref="+", on_delete="SET NULL")

    class Meta:
        table_name = "engagement"
        constraints = [
            one_of("kind", KINDS, "engagement_kind"),
            peewee.Check("from_on <= to_on", name="engagement_days"),
            peewee.Check("people >= 0", name="engagement_people"),
            peewee.Check("hours >= 0 AND cents >= 0", name="engagement_resources"),
        ]

    @property
    def is_planned(self) -> bool:
        return self.from_on > clock.today()

    @property
    def fiscal_year(self) -> int:
        return clock.fiscal_year(self.from_on)

    @classmethod
    def of_year(cls, fiscal_year: int) -> "list[Engagement]":
        """The engagements that began in the year, the latest first; body and organiser loaded."""
        rows = cls.select(cls, Body, Organisation).join(Body, peewee.JOIN.LEFT_OUTER)
        rows = rows.switch(cls).join(Organisation, peewee.JOIN.LEFT_OUTER)
        began = cls.from_on.between(first_day(fiscal_year), last_day(fiscal_year))
        return list(rows.where(began).order_by(cls.from_on.desc(), cls.id.desc()))

    @property
    def partners_in_order(self) -> "list[Partner]":
        rows = self.partners.select(Partner, Organisation)
        rows = rows.join(Organisation, peewee.JOIN.LEFT_OUTER)
        return sorted(rows, key=lambda row: (folded(plain(row.name_shown)), row.id))

    def heard_in_order(self) -> "list[Heard]":
        return list(self.heard.order_by(Heard.id))

    def files_in_order(self) -> "list[EngagementFile]":
        rows = self.files.select(EngagementFile, StoredFile).join(StoredFile)
        return list(rows.order_by(EngagementFile.id))


class Reached(Base):
    """How many of the people reached were of one sector, language, population, or newcomers.

    A person may be counted under several keys, so the counts of one side need not add up.
    """

    engagement = peewee.ForeignKeyField(Engagement, backref="reached", on_delete="CASCADE")
    side = peewee.TextField()
    key = peewee.TextField()
    people = peewee.IntegerField()

    class Meta:
        table_name = "engagement_reached"
        indexes = ((("engagement", "side", "key"), True),)
        constraints = [
            one_of("side", SIDES, "engagement_reached_side"),
            peewee.Check("people > 0", name="engagement_reached_people"),
            peewee.Check("key <> ''", name="engagement_reached_key"),
        ]


class Partner(Base):
    """Who made it together with us: an organisation we know, or a name."""

    engagement = peewee.ForeignKeyField(Engagement, backref="partners", on_delete="CASCADE")
    organisation = peewee.ForeignKeyField(Organisation, null=True, backref="+", on_delete="CASCADE")
    name = peewee.TextField(default="")

    class Meta:
        table_name = "engagement_partner"
        indexes = ((("engagement", "organisation"), True),)
        constraints = [
            peewee.Check("(organisation_id IS NULL) = (name <> '')", name="engagement_partner_one")
        ]

    @property
    def name_shown(self) -> "str | dict":
        return self.organisation.name if self.organisation else self.name


class Heard(Base):
    """One thing that was said, in the language it was said in, and in what others it means
    {tag: text}."""

    engagement = peewee.ForeignKeyField(Engagement, backref="heard", on_delete="CASCADE")
    text = peewee.TextField()
    language = peewee.TextField()
    translation = peewee.JSONField()
    finding = peewee.ForeignKeyField(
        Finding, null=True, unique=True, backref="+", on_delete="RESTRICT"
    )

    class Meta:
        table_name = "engagement_heard"
        constraints = [peewee.Check("text <> ''", name="engagement_heard_text")]

    @property
    def statement(self) -> dict[str, str]:
        """The words and their translations together."""
        return {**self.translation, self.language: self.text}


class EngagementFile(Base):
    """Notes or slides of an engagement; never a list of the people who were there."""

    engagement = peewee.ForeignKeyField(Engagement, backref="files", on_delete="CASCADE")
    file = peewee.ForeignKeyField(StoredFile, backref="+", on_delete="RESTRICT")
    name = peewee.TextField()

    class Meta:
        table_name = "engagement_file"


class PopulationGroup(Base):
    """A population in the partnership's own words: seniors, youth, people who came as refugees."""

    code = peewee.TextField(unique=True)
    name = TextsField()
    retired_on = peewee.DateField(null=True)

    class Meta:
        table_name = "population_group"
        constraints = [peewee.Check("code <> ''", name="population_group_code")]

    @classmethod
    def in_use(cls) -> "list[PopulationGroup]":
        return list(cls.select().where(cls.retired_on.is_null()).order_by(cls.id))


class CommunityLanguage(Base):
    """A language spoken in the community, whose speakers the partnership wants to reach."""

    tag = peewee.TextField(unique=True)

    class Meta:
        table_name = "community_language"

    @classmethod
    def tags(cls) -> list[str]:
        return [row.tag for row in cls.select().order_by(cls.id)]


def language_called(tag: str) -> str:
    """A language in the reader's words, as it stands in a list."""
    known = languages.find(tag)
    if known is None:
        return tag
    name = called(known.tag)
    return name.capitalize() if i18n.language().tag == "fr" else name


def names_of(side: str) -> dict[str, str]:
    """Every key a count of this side may have, with its words; retired populations too."""
    if side == "population":
        return {
            row.code: plain(row.name)
            for row in PopulationGroup.select().order_by(PopulationGroup.id)
        }
    if side == "language":
        every = {known.tag: language_called(known.tag) for known in languages.all_languages()}
        return dict(sorted(every.items(), key=lambda pair: folded(pair[1])))
    names = SECTOR_NAMES if side == "sector" else NEWCOMER_NAMES
    return {key: str(name) for key, name in names.items()}
