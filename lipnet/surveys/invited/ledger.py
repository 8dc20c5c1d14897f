"""The right to answer once: recognised, used up, and shown as used in batches.

Who has answered and what was answered stand in two ledgers. They are written in one transaction,
so that a link works exactly once; neither holds anything of the other, and settling writes both
anew in orders of their own (docs/privacy.md).
"""

import secrets as randomness

from lipnet.core import secrets
from lipnet.core.db import ask
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.invited.models import Invitee, SpentInvitation
from lipnet.surveys.models import Survey

NO_RIGHT = lazy(
    "This survey is by invitation, and these answers came without a personal link that still "
    "works. Please use the link in your latest letter."
)
IS_BY_INVITATION = "SELECT 1 FROM by_invitation WHERE survey_id = ?"
ROWS_A_STATEMENT = 500


class LinkUsed(Refusal):
    """The personal link has brought an answer before."""

    def __init__(self):
        super().__init__(lazy("This link has been used"))


def give_link(invitee: Invitee) -> None:
    """A new personal link; the one before it dies. The caller saves."""
    invitee.link_seed = randomness.token_hex(16)
    invitee.link_hash = _hash(token_of(invitee))


def token_of(invitee: Invitee) -> str:
    """What stands in the letter. It follows from the seed by a key outside the database, so that
    a reminder has the same link and a stolen database opens none."""
    return secrets.in_use().keyed_hash("invitation token", invitee.link_seed)[:32]


def invitee_by(survey: Survey, token: str) -> Invitee | None:
    """Whose link this is; None if it is nobody's (any more)."""
    return invitee_with(survey, _hash(token))


def invitee_with(survey: Survey, right: str) -> Invitee | None:
    """Who holds `right`, the hash of a link, which is what the carried field brings along."""
    return Invitee.get_or_none((Invitee.survey == survey) & (Invitee.link_hash == right))


def is_used(invitee: Invitee) -> bool:
    return SpentInvitation.get_or_none(SpentInvitation.key == _key(invitee.id)) is not None


def spend(survey: Survey, right: str) -> bool:
    """Use a right up, in the transaction that stores the answer; False if it was used before.

    True as well where anybody may answer. Of two at once, the second waits for the first and gets
    False. Raises Refusal where a right is needed and this is none.
    """
    if ask(IS_BY_INVITATION, survey.id).fetchone() is None:
        return True
    invitee = invitee_with(survey, right)
    if invitee is None:
        raise Refusal(NO_RIGHT)
    row = SpentInvitation.insert(key=_key(invitee.id), survey=survey, shown=False)
    return row.on_conflict_ignore().as_rowcount().execute() == 1


def who_answered(survey: Survey, *, shown_only: bool) -> set[int]:
    """The ids of those who used their right; for people to see only those already shown."""
    spent = SpentInvitation.select().where(SpentInvitation.survey == survey)
    if shown_only:
        spent = spent.where(SpentInvitation.shown)
    keys = {row.key for row in spent}
    invited = Invitee.select(Invitee.id).where(Invitee.survey == survey)
    return {row.id for row in invited if _key(row.id) in keys} if keys else set()


def settle_marks(survey: Survey, least: int, *, moved: bool, over: bool) -> None:
    """Called in the transaction that settles answers: let marks go, and write all of them anew.

    Marks are shown in batches of at least `least`, and while answers still come only if as many
    invited people stay unmarked: else who is left could be told by what is added. The last few
    are never shown. Written anew in the order of their keys, all marks share one transaction and
    keep nothing of the order in which they came.
    """
    rows = _spent(survey)
    waiting = [row for row in rows if not row.shown]
    may_show = len(waiting) >= least and (over or _reached(survey) - len(rows) >= least)
    for row in waiting if may_show else ():
        row.shown = True
    if rows and (moved or may_show):
        _write_anew(survey, rows)


def _spent(survey: Survey) -> list[SpentInvitation]:
    rows = SpentInvitation.select().where(SpentInvitation.survey == survey)
    return list(rows.order_by(SpentInvitation.key))


def _reached(survey: Survey) -> int:
    sent = (Invitee.survey == survey) & Invitee.sent_on.is_null(False)
    return Invitee.select().where(sent).count()


def _write_anew(survey: Survey, rows: list[SpentInvitation]) -> None:
    for start in range(0, len(rows), ROWS_A_STATEMENT):
        batch = rows[start : start + ROWS_A_STATEMENT]
        keys = [row.key for row in batch]
        SpentInvitation.delete().where(SpentInvitation.key.in_(keys)).execute()
    for start in range(0, len(rows), ROWS_A_STATEMENT):
        batch = rows[start : start + ROWS_A_STATEMENT]
        SpentInvitation.insert_many([row.__data__ for row in batch]).execute()


def _hash(token: str) -> str:
    return secrets.in_use().keyed_hash("invitation", token)


def _key(invitee_id: int) -> str:
    """One per person and not per link: a new link gives no second answer."""
    return secrets.in_use().keyed_hash("spent invitation", str(invitee_id))
