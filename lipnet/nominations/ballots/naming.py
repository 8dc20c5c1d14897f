"""How a ballot is named in letters and lists: by its call, and by its contest where it has one."""

from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.nominations.ballots.models import Ballot


def title_of(ballot: Ballot) -> str:
    return _with_contest(plain(ballot.call.title), ballot)


def body_of(ballot: Ballot) -> str:
    return _with_contest(plain(ballot.call.body.name), ballot)


def _with_contest(name: str, ballot: Ballot) -> str:
    contest = ballot.contest
    return _("%(name)s (%(group)s)", name=name, group=contest.name) if contest else name
