"""What somebody wrote that is no nomination: not confirmed yet, or too late and kept."""

import unicodedata
from datetime import datetime, timedelta

import peewee

from lipnet.core import clock, links
from lipnet.core.db import Base, MomentField, TextsField
from lipnet.core.links import OneTimeLink
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body, Seat
from lipnet.nominations.meant import NewNominee
from lipnet.nominations.models import Call
from lipnet.people.models import Person

PROPOSAL_PURPOSE = "proposal"
CONFIRM_WITHIN = timedelta(days=3)
KEEP_LATE = timedelta(days=548)  # 18 months
KEEP_DECLINED = timedelta(days=30)  # until the letter that says so has surely left
MOST_AT_ONCE = 5  # of one address: unconfirmed, and nominations in one call


class Proposal(Base):
    """Who proposes whom for a call, and why.

    The writer is a person we know or a name and an address; so is the nominee. Without a nominee
    the writer proposes themselves. `confirmed_at`: the writer has shown that the address is
    theirs (or was signed in); then it is here because it came late. `said`: what they had said of
    themselves by then, as on a nomination.
    """

    call = peewee.ForeignKeyField(Call, backref="proposals")
    nominator = peewee.ForeignKeyField(Person, null=True, backref="proposals_made")
    name = peewee.TextField(default="")
    email = peewee.TextField(default="")
    language = peewee.TextField(default="en")
    nominee = peewee.ForeignKeyField(Person, null=True, backref="proposals")
    nominee_name = peewee.TextField(default="")
    nominee_email = peewee.TextField(default="")
    nominee_language = peewee.TextField(default="")
    seat = peewee.ForeignKeyField(Seat, null=True, backref="proposals")
    statement = TextsField()
    made_at = MomentField()
    confirmed_at = MomentField(null=True)
    declined_at = MomentField(null=True)
    said = peewee.JSONField(default=dict)

    class Meta:
        table_name = "proposal"
        constraints = [
            peewee.Check("nominator_id IS NOT NULL OR email <> ''", name="proposal_has_a_writer"),
            peewee.Check(
                "nominee_id IS NULL OR nominee_email = ''", name="proposal_names_one_nominee"
            ),
            peewee.Check(
                "declined_at IS NULL OR confirmed_at IS NOT NULL", name="proposal_confirmed_first"
            ),
            peewee.Check(
                "(declined_at IS NULL) = (statement <> '{}')", name="proposal_words_while_kept"
            ),
            peewee.Check("declined_at IS NULL OR said = '{}'", name="proposal_said_while_kept"),
        ]

    @property
    def is_own(self) -> bool:
        """Whether the writer proposes themselves."""
        return self.nominee_id is None and not self.nominee_email

    @property
    def writer(self) -> str:
        return self.nominator.name if self.nominator else self.name

    @property
    def proposed(self) -> str:
        """The name of who is proposed."""
        if self.is_own:
            return self.writer
        return self.nominee.name if self.nominee else self.nominee_name

    @property
    def meant(self) -> Person | NewNominee:
        """Who is proposed, where it is somebody else."""
        new = NewNominee(self.nominee_name, self.nominee_email, self.nominee_language)
        return self.nominee or new

    @property
    def waits(self) -> bool:
        """Whether it came late and is kept for the next call."""
        return self.confirmed_at is not None and self.declined_at is None

    @property
    def kept_until(self) -> datetime:
        return self.made_at + KEEP_LATE


def late_of(body: Body) -> list[Proposal]:
    """What came too late for a call of `body` and waits for its next one, oldest first."""
    rows = Proposal.select(Proposal, Call).join(Call).where(Call.body == body)
    rows = rows.where(Proposal.confirmed_at.is_null(False) & Proposal.declined_at.is_null())
    return list(rows.order_by(Proposal.id))


def unconfirmed_and_old() -> list[Proposal]:
    """What nobody confirmed in time."""
    return list(
        Proposal.select().where(
            Proposal.confirmed_at.is_null() & (Proposal.made_at < clock.now() - CONFIRM_WITHIN)
        )
    )


def late_and_old() -> list[Proposal]:
    """What waited as long as was said, or was declined a while ago."""
    over = Proposal.made_at < clock.now() - KEEP_LATE
    let_go = Proposal.declined_at < clock.now() - KEEP_DECLINED
    return list(Proposal.select().where(Proposal.confirmed_at.is_null(False) & (over | let_go)))


def to_confirm(link: OneTimeLink) -> Proposal:
    """What a link is about; raises Refusal if that was confirmed or erased."""
    found = Proposal.get_or_none(Proposal.id == int(link.record_id))
    if link.purpose != PROPOSAL_PURPOSE or found is None or found.confirmed_at:
        raise Refusal(links.EXPIRED)
    return found


def words_of(text: str | None) -> str:
    """What is kept of a text; a line break counts once, however sent."""
    return unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n")).strip()
