"""What a printed ballot paper says, in one language: all papers of a ballot say the same."""

from dataclasses import dataclass

from markupsafe import Markup

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.multilingual import told
from lipnet.languages import Language
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.places import places_of
from lipnet.nominations.ballots.rankings import SLATE_WORDS


@dataclass(frozen=True)
class Side:
    """A paper in one language. `options` stand in the order of the ballot, `places` holds what is
    reserved and for whom."""

    language: Language
    draft: str
    title: Markup
    body: Markup
    contest: str
    seats: str
    how: list[str]
    options: list[str]
    places: list[tuple[str, str]]
    closing: list[str]
    promise: list[str]


def side(ballot: Ballot, tag: str) -> Side:
    """The paper of `ballot` in the language `tag`."""
    with i18n.speaking(tag) as language:
        return Side(
            language,
            _("Draft: not a ballot paper.") if ballot.is_draft else "",
            told(ballot.call.title),
            told(ballot.call.body.name),
            _("Contest: %(group)s", group=ballot.contest.name) if ballot.contest else "",
            _seats(ballot),
            _how(ballot),
            [str(word) for word in SLATE_WORDS] if ballot.rule == "slate" else names_on(ballot),
            _places(ballot),
            _closing(ballot),
            _promise(),
        )


def names_on(ballot: Ballot) -> list[str]:
    """Who stands, in the order of the ballot; of a draft, in the order it would have today."""
    if ballot.is_draft:
        return [row.nominee.name for row in ballot.nominated]
    return [row.name for row in ballot.standing]


def _seats(ballot: Ballot) -> str:
    return ngettext(
        "%(num)s seat is to be filled.", "%(num)s seats are to be filled.", ballot.seats
    )


def _how(ballot: Ballot) -> list[str]:
    """What to do, as the rule wants it."""
    if ballot.rule == "slate":
        names = i18n.join_list(names_on(ballot))
        return [
            _("These people stand, one for each seat: %(names)s.", names=names),
            _("Shall all of them be appointed? Tick one box."),
        ]
    if ballot.rule == "approval":
        return [_("Tick everybody you could agree with.")]
    if ballot.rule == "plurality":
        most = ballot.seats
        return [ngettext("Tick at most %(n)s candidate.", "Tick at most %(n)s candidates.", most)]
    return [
        _(
            "Write 1 beside the name you want most, 2 beside the next, and so on, as far as you "
            "like. Leave the box empty beside whom you do not support."
        )
    ]


def _places(ballot: Ballot) -> list[tuple[str, str]]:
    return [
        (place.says, i18n.join_list([row.nominee.name for row in place.nominations]))
        for place in places_of(ballot)
    ]


def _closing(ballot: Ballot) -> list[str]:
    return [
        _("Fold this paper, put it into the envelope and close the envelope."),
        _("Write no name and no sign on either. If you make a mistake, ask for another paper."),
        _("Hand the envelope in by %(day)s.", day=i18n.format_day(ballot.closes_on)),
    ]


def _promise() -> list[str]:
    return [
        _(
            "We promise: each person on the roll has one vote, all papers are printed alike, and "
            "they are mixed before anybody reads them."
        ),
        _(
            "We cannot promise protection from somebody who knows your handwriting, watches you "
            "vote or pays you to, nor from whoever runs the server, who could alter votes."
        ),
    ]
