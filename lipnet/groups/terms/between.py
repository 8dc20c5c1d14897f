"""The clause that lets a group vote between its meetings, kept beside the terms of reference."""

from datetime import date

import peewee

from lipnet.core.db import Base
from lipnet.core.i18n import lazy
from lipnet.groups.models import Body, TermsOfReference, one_of, terms_on

CARRYING_NAMES = {
    "body": lazy("As at a meeting: more than half of those who answer vote for it"),
    "cast": lazy("More vote for it than against it; who abstains does not count"),
    "two_thirds": lazy("Two thirds of those who answer vote for it"),
    "nobody_against": lazy("Nobody votes against it"),
}
CARRYING = tuple(CARRYING_NAMES)


class BetweenMeetings(Base):
    """That a group may vote between meetings; without this row it may not.

    `percent` of the members with a vote must answer; `rule` says when the motion carries;
    `alternates` may answer for members who have not.
    """

    terms = peewee.ForeignKeyField(TermsOfReference, unique=True)
    percent = peewee.IntegerField()
    rule = peewee.TextField(default="body")
    alternates = peewee.BooleanField(default=False)

    class Meta:
        table_name = "between_meetings"
        constraints = [
            one_of("rule", CARRYING, "between_meetings_rule"),
            peewee.Check("percent BETWEEN 1 AND 100", name="between_meetings_percent"),
        ]

    @classmethod
    def of(cls, terms: TermsOfReference) -> "BetweenMeetings | None":
        return cls.get_or_none(cls.terms == terms)


def between_meetings_on(body: Body, day: date) -> BetweenMeetings | None:
    """The clause in force on `day`; None where the group may not vote between meetings."""
    terms = terms_on(body, day)
    return BetweenMeetings.of(terms) if terms else None
