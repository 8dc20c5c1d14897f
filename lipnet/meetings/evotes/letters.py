"""Letters about a vote between meetings, each in its reader's language."""

from collections.abc import Iterable, Iterator

from lipnet.core.events import Event
from lipnet.core.i18n import gettext as _
from lipnet.core.mail import Letter, letter
from lipnet.core.multilingual import plain
from lipnet.meetings.evotes.doors import vote_token
from lipnet.meetings.evotes.models import EVote, EVoter, voters_of
from lipnet.meetings.evotes.seated import may_answer
from lipnet.meetings.evotes.words import RESULT_WORDS, closing_words
from lipnet.people.models import Person


def asked(event: Event, address: str) -> Iterable[Letter]:
    """To every member with a vote, and who may stand in; nothing once it is over."""
    evote = _of(event)
    if evote and evote.takes_votes:
        for voter in voters_of(evote):
            yield from _to(voter.person, voter, address, _please_vote)
            if voter.alternate:
                yield from _to(voter.alternate, voter, address, _stand_in)


def reminded(event: Event, address: str) -> Iterable[Letter]:
    """To one member who has not answered yet."""
    voter = EVoter.get_or_none(evote=int(event.record_id), person=event.particulars["person"])
    if voter and voter.choice is None and voter.evote.takes_votes:
        yield from _to(voter.person, voter, address, _reminder)


def closed(event: Event, address: str) -> Iterable[Letter]:
    evote = _of(event)
    for voter in voters_of(evote) if evote else ():
        yield from _to(voter.person, voter, address, _result)


def withdrawn(event: Event, address: str) -> Iterable[Letter]:
    evote = _of(event)
    for voter in voters_of(evote) if evote else ():
        yield from _to(voter.person, voter, address, _withdrawal)
        if voter.alternate:
            yield from _to(voter.alternate, voter, address, _withdrawal)


def _of(event: Event) -> EVote | None:
    return EVote.get_or_none(EVote.id == int(event.record_id))


def _to(person: Person, voter: EVoter, address: str, write) -> Iterator[Letter]:
    """Nothing to who left the group meanwhile: their link has ended."""
    if person.email and person.is_active and may_answer(voter, person):
        end = f"/between/{vote_token(voter, person)}?lang={person.language}"
        page = address.rstrip("/") + end
        yield letter(person.email, person.language, lambda: write(voter, page))


def _places(voter: EVoter, page: str) -> dict[str, str]:
    evote = voter.evote
    return {
        "body": plain(evote.body.name),
        "text": plain(evote.text),
        "when": closing_words(evote),
        "mover": evote.mover.name,
        "seconder": evote.seconder.name,
        "name": voter.person.name,
        "reason": evote.withdrawn_reason,
        "page": page,
    }


def _please_vote(voter: EVoter, page: str) -> tuple[str, str]:
    places = _places(voter, page)
    return (
        _("Please vote: a motion of %(body)s", **places),
        _(
            "%(body)s votes on this motion before its next meeting:\n\n%(text)s\n\n"
            "Moved by %(mover)s, seconded by %(seconder)s.\n\n"
            "Please vote here, without signing in:\n%(page)s\n\n"
            "The vote closes on %(when)s. Until then you can change your answer. This is no secret "
            "ballot: your name and your vote are written in the minutes.",
            **places,
        ),
    )


def _stand_in(voter: EVoter, page: str) -> tuple[str, str]:
    places = _places(voter, page)
    return (
        _("You may vote for %(name)s: a motion of %(body)s", **places),
        _(
            "%(body)s votes on this motion before its next meeting:\n\n%(text)s\n\n"
            "You are the alternate of %(name)s. If %(name)s cannot answer, you may, without "
            "signing in:\n%(page)s\n\n"
            "The vote closes on %(when)s. If %(name)s answers, that answer counts. This is no "
            "secret ballot: your name and your vote are written in the minutes.",
            **places,
        ),
    )


def _reminder(voter: EVoter, page: str) -> tuple[str, str]:
    places = _places(voter, page)
    return (
        _("Your vote is still missing: a motion of %(body)s", **places),
        _(
            "The vote on this motion closes on %(when)s:\n\n%(text)s\n\n"
            "Please vote here, without signing in:\n%(page)s",
            **places,
        ),
    )


def _result(voter: EVoter, page: str) -> tuple[str, str]:
    evote, places = voter.evote, _places(voter, page)
    result = str(RESULT_WORDS[evote.result])
    if evote.motion:
        places["number"] = evote.motion.number
        subject = _("Motion %(number)s of %(body)s: %(result)s", result=result, **places)
    else:
        subject = _("A motion of %(body)s: %(result)s", result=result, **places)
    return (
        subject,
        _(
            "The vote has closed. The result: %(result)s.\n\n%(text)s\n\n"
            "How everybody voted stands in the minutes of the next meeting, and here:\n%(page)s",
            result=result,
            **places,
        ),
    )


def _withdrawal(voter: EVoter, page: str) -> tuple[str, str]:
    places = _places(voter, page)
    return (
        _("No vote on a motion of %(body)s", **places),
        _(
            "The vote on this motion was withdrawn, and nothing comes of it:\n\n%(text)s\n\n"
            "The reason: %(reason)s",
            **places,
        ),
    )
