"""That the organisation a nominee names does support them: asked of one person there."""

import peewee

from lipnet.core import links
from lipnet.core.db import Base, MomentField
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.nominations.models import Nomination
from lipnet.people.models import Person

ENDORSE_PURPOSE = "endorse"


class Endorsement(Base):
    """Who was asked for the organisation, and the answer."""

    nomination = peewee.ForeignKeyField(Nomination, unique=True, backref="endorsements")
    person = peewee.ForeignKeyField(Person, backref="endorsements")
    asked_at = MomentField()
    confirmed_at = MomentField(null=True)
    declined_at = MomentField(null=True)

    class Meta:
        table_name = "endorsement"
        constraints = [
            peewee.Check(
                "confirmed_at IS NULL OR declined_at IS NULL", name="endorsement_one_answer"
            )
        ]

    @property
    def is_waiting(self) -> bool:
        return not (self.confirmed_at or self.declined_at)

    @property
    def open_link(self) -> OneTimeLink | None:
        """The link by which the answer can still be given."""
        return links.still_open(ENDORSE_PURPOSE, self.id) if self.is_waiting else None


def endorsement_to_answer(token: str) -> tuple[OneTimeLink, Endorsement]:
    """What the holder of a link may confirm; raises Refusal if it cannot be any more."""
    link = links.read(token, ENDORSE_PURPOSE)
    return link, answerable(link)


def answerable(link: OneTimeLink) -> Endorsement:
    asked = Endorsement.get_or_none(Endorsement.id == int(link.record_id))
    if link.purpose != ENDORSE_PURPOSE or asked is None or not asked.is_waiting:
        raise Refusal(links.EXPIRED)
    nomination = asked.nomination
    if not nomination.stands or not nomination.organisation or nomination.call.is_decided:
        raise Refusal(links.EXPIRED)
    return asked
