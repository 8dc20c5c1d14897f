"""What a nomination says of a person: its parts, how they are checked and kept, what is shown.

`Said` is what a nominee says themselves, when they agree to stand; the statement is of whoever
nominates. Some of these words stand on the page of people without an account.
"""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from lipnet.core import tongues
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal

LONGEST_STATEMENT = 1_500
LONGEST_ANSWER = 500
LONGEST_NAME = 120
UNDISCLOSED = "undisclosed"
# In the words of the field; none of them asks for a status that anybody would have to prove.
LIVED_NAMES = {
    "immigrant": lazy("I am an immigrant"),
    "newcomer": lazy("I have been in Canada for five years at most"),
    "refugee": lazy("I am a refugee or protected person"),
    "temporary": lazy("I am a temporary resident (student, worker)"),
    "francophone": lazy("I am a francophone newcomer"),
    "youth": lazy("I am between 16 and 29 years old"),
    UNDISCLOSED: lazy("I prefer not to say"),
}
CONFLICT_NAMES = {"none": lazy("No"), "some": lazy("Yes")}
# What a nominee may let members see, and how it is offered. The name is no part of it: whoever
# stands is on the ballot. What somebody needs to take part is never offered.
SHOWABLE = {
    "statement": lazy("The text about you"),
    "skills": lazy("Your skills"),
    "lived": lazy("Your own experience"),
    "organisation": lazy("Your organisation"),
    "interests": lazy("What you want to work on"),
}
FOR_THE_COMMITTEE = frozenset(SHOWABLE) | {"conflict"}
READ_BLIND = FOR_THE_COMMITTEE - {"organisation", "conflict"}
EVERYTHING = FOR_THE_COMMITTEE | {"accommodations"}


class Said(NamedTuple):
    """What a nominee says. `lived`: codes of LIVED_NAMES; `conflict`: none, some, or empty where
    nothing was declared; `published`: which parts members may see, codes of SHOWABLE."""

    interests: str = ""
    skills: str = ""
    lived: tuple[str, ...] = ()
    organisation: str = ""
    endorser: str = ""
    conflict: str = ""
    conflict_about: str = ""
    accommodations: str = ""
    published: tuple[str, ...] = ()


NOTHING = Said()
MOST = {
    "interests": LONGEST_STATEMENT,
    "skills": LONGEST_ANSWER,
    "organisation": LONGEST_NAME,
    "endorser": LONGEST_NAME,
    "conflict_about": LONGEST_ANSWER,
    "accommodations": LONGEST_ANSWER,
}
# The same columns once nobody needs the words any more.
ERASED = {"statement": {}, **NOTHING._asdict(), "lived": [], "published": []}
# The database holds these, too: nothing is shown before the nominee agreed, nothing is left after.
KEPT_AS = {
    "nomination_consent": "accepted_at IS NOT NULL OR published = '[]'",
    "nomination_conflict": "conflict IN ('', 'none', 'some')",
    "nomination_conflict_about": "conflict = 'some' OR conflict_about = ''",
    "nomination_forgotten": (
        "forgotten_at IS NULL OR (statement = '{}' AND interests = '' AND skills = '' "
        "AND lived = '[]' AND organisation = '' AND endorser = '' AND conflict = '' "
        "AND conflict_about = '' AND accommodations = '' AND published = '[]')"
    ),
}


def tongue_of(statement: Mapping[str, str], preferred: str) -> str:
    """In which language somebody goes on with a statement: their own if it stands there."""
    return preferred if preferred in statement else next(iter(statement), preferred)


def kept_statement(
    statement: str | Mapping[str, str], most: int, *, language: str
) -> dict[str, str]:
    """The statement by language, as it is kept; a plain text is in `language`. Raises Refusal if it
    says nothing, or is longer than `most` in one of them."""
    given = {language: statement} if isinstance(statement, str) else statement
    texts = {tag: _kept(text) for tag, text in given.items()}
    for tag, text in texts.items():
        if len(text) > most:
            raise Refusal(_too_long_in(tag, most, len(text)), field="statement")
    if not any(texts.values()):
        raise Refusal(lazy("Please say in a few words why."), field="statement")
    return {tag: text for tag, text in texts.items() if text}


def kept_words(said: Said) -> dict:
    """The columns of a nomination for what was said; raises Refusal with the field to mend."""
    kept = {**said._asdict(), **{name: _counted(said, name) for name in MOST}}
    _check_lived(said.lived)
    _check_conflict(said.conflict, kept["conflict_about"])
    kept["lived"] = [code for code in LIVED_NAMES if code in said.lived]
    kept["published"] = [part for part in SHOWABLE if part in said.published]
    return kept


def _counted(said: Said, name: str) -> str:
    text, most = _kept(getattr(said, name)), MOST[name]
    if len(text) > most:
        raise Refusal(
            lazy(
                "Please keep this under %(most)s characters; it has %(n)s now.",
                most=most,
                n=len(text),
            ),
            field=name,
        )
    return text


def _kept(text: str) -> str:
    """A line break counts once, however it was sent."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()


def _too_long_in(tag: str, most: int, n: int):
    return lazy(
        "Please keep the text in %(language)s under %(most)s characters; it has %(n)s now.",
        language=tongues.called(tag),
        most=most,
        n=n,
    )


def _check_lived(lived: tuple[str, ...]) -> None:
    if UNDISCLOSED in lived and len(set(lived)) > 1:
        raise Refusal(lazy("“I prefer not to say” goes with no other answer."), field="lived")


def _check_conflict(conflict: str, about: str) -> None:
    if conflict not in ("", *CONFLICT_NAMES):
        raise Refusal(lazy("Not a valid choice."), field="conflict")
    if (conflict == "some") != bool(about):
        raise Refusal(
            lazy("Say what the conflict of interest is, and choose “Yes”."), field="conflict_about"
        )
