"""Who reports an indicator is asked by letter what it came to."""

import peewee

from lipnet.core.db import Base, MomentField
from lipnet.people.models import Person
from lipnet.plans.acting.leading import Reporters
from lipnet.plans.indicators.models import Indicator, ReportingPeriod


class ReadingAsk(Base):
    """That one person was asked for all the indicators they report; when they answered last."""

    period = peewee.ForeignKeyField(ReportingPeriod, backref="asks", on_delete="CASCADE")
    person = peewee.ForeignKeyField(Person, backref="+", on_delete="CASCADE")
    asked_on = peewee.DateField()
    reminded_on = peewee.DateField(null=True)
    answered_at = MomentField(null=True)

    class Meta:
        table_name = "reading_ask"
        indexes = ((("period", "person"), True),)

    @classmethod
    def of(cls, period: ReportingPeriod) -> "list[ReadingAsk]":
        """Who was asked, by name."""
        rows = cls.select(cls, Person).join(Person).where(cls.period == period)
        return list(rows.order_by(Person.folded_name, Person.id))


def reported_by(period: ReportingPeriod) -> dict[Person, list[Indicator]]:
    """Each person who can be written to, with the indicators they report, in their order.

    The person named for it reports; where none is, who chairs the body, and of the organisation
    those who sit somewhere, or else everybody who belongs to it: as with the leads of actions.
    """
    reporters, found = Reporters(), {}
    for one in Indicator.of(period.strategy):
        for person in reporters.of(one.person_id, one.body_id, one.organisation_id):
            found.setdefault(person, []).append(one)
    return found


def reported_by_one(ask: ReadingAsk) -> list[Indicator]:
    return reported_by(ask.period).get(ask.person, [])
