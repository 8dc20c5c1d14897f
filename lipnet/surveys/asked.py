"""Which survey is asked, and in which languages: what the public pages have in common."""

import time
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from lipnet import languages
from lipnet.core import clock, events, i18n
from lipnet.core.db import ask, db, is_sqlite
from lipnet.core.refusals import NotFound
from lipnet.languages import Language
from lipnet.questionnaire import Questionnaire
from lipnet.surveys.frozen import drafted_by_machine, questionnaire_of
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.offering import offered_in

SECONDS_A_QUESTION = 15
A_MOMENT = 1.0  # seconds
MOST_LOOKS = 100
STAMP = """
    SELECT {rows}, (
        SELECT id FROM survey_version
        WHERE survey_id = survey.id AND published_at IS NOT NULL ORDER BY number DESC LIMIT 1
    ), (
        SELECT count(*) FROM language_offer JOIN survey_version
        ON survey_version.id = language_offer.version_id WHERE survey_id = survey.id
    ), (
        SELECT SUM(edition) FROM survey_media WHERE survey_id = survey.id
    ), (
        SELECT SUM(days) FROM retention_rule WHERE survey_id = survey.id
    ), EXISTS (SELECT 1 FROM by_invitation WHERE survey_id = survey.id), (
        SELECT max(id) FROM event
    ) FROM survey LEFT JOIN partnership ON partnership.id = 1 WHERE survey.slug = ?
"""
WHOLE_ROWS = "survey.*, partnership.*"
ROWS_AS_TEXT = "CAST(survey AS text), CAST(partnership AS text)"  # nothing to take apart again
WITHOUT_DOCUMENT = (
    SurveyVersion.id,
    SurveyVersion.survey,
    SurveyVersion.number,
    SurveyVersion.published_at,
)


@dataclass(frozen=True)
class Asked:
    """A survey the public may know of, and the version it is asked in.

    It is shared by everybody who asks for it: only to be read. `stamp` is what it was made from.
    """

    survey: Survey
    version: SurveyVersion
    is_by_invitation: bool = False
    stamp: str = ""

    @property
    def questionnaire(self) -> Questionnaire:
        return questionnaire_of(self.version)

    @property
    def title(self) -> dict[str, str]:
        """The coordinator's words, and the questionnaire's where she has none in a language."""
        return {**self.questionnaire.title, **self.survey.title}

    @cached_property
    def languages(self) -> list[Language]:
        """In which languages it can be answered, sorted by their own names."""
        known = {languages.get(tag) for tag in offered_in(self.version)}
        return sorted(known, key=lambda language: languages.sort_key(language.endonym))

    @property
    def questions(self) -> int:
        return sum(question.is_answered for question in self.questionnaire.questions())

    @property
    def minutes(self) -> int:
        return max(1, round(self.questions * SECONDS_A_QUESTION / 60))

    @property
    def has_required(self) -> bool:
        return any(
            question.is_answered and question.required is not None
            for question in self.questionnaire.questions()
        )

    def is_drafted_by_machine(self, tag: str) -> bool:
        """Whether the questions in this language still wait for a reader."""
        return drafted_by_machine(self.version, tag)

    def in_version(self, version_id: int) -> "Asked":
        """Raises NotFound if it was never published in that version."""
        is_this = version_id == self.version.id
        return self if is_this else asked(self.survey.slug, version_id)

    @cached_property
    def tags(self) -> frozenset[str]:
        return frozenset(language.tag for language in self.languages)

    def is_in(self, tag: str) -> bool:
        return tag in self.tags


# One shelf per open database: ids say nothing across two of them.
_shelves: WeakKeyDictionary = WeakKeyDictionary()
_looks: WeakKeyDictionary = WeakKeyDictionary()


class Look(NamedTuple):
    """What one look at the database tells. `stamp`: everything a public page of a survey is made
    from; "" if there is no survey. `newest`: the number of the latest event."""

    stamp: str
    newest: int


class _Seen(NamedTuple):
    look: Look
    commits: int
    at: float

    @property
    def still_holds(self) -> bool:
        return self.commits == events.commits() and time.monotonic() - self.at < A_MOMENT


def asked(slug: str, version_id: int | None = None, seen: Look | None = None) -> Asked:
    """The survey at this address, once opened, in its published version (or the one named).

    It is kept for as long as what it was made from stays the same. `seen`: what a look has told.
    """
    shelf, made_of = _shelves.setdefault(db.obj, {}), (seen or look(slug)).stamp
    found = shelf.get((slug, version_id))
    if found is None or found.stamp != made_of:
        found = shelf[slug, version_id] = _asked(slug, version_id, made_of)
    return found


def _asked(slug: str, version_id: int | None, made_of: str) -> Asked:
    survey = Survey.get_or_none(Survey.slug == slug)
    if survey is None or survey.is_draft:
        raise NotFound
    published = SurveyVersion.select(*WITHOUT_DOCUMENT).where(
        (SurveyVersion.survey == survey) & SurveyVersion.published_at.is_null(False)
    )
    if version_id is not None:
        published = published.where(SurveyVersion.id == version_id)
    version = published.order_by(SurveyVersion.number.desc()).first()
    if version is None:
        raise NotFound
    version.survey = survey
    return Asked(survey, version, ByInvitation.of(survey) is not None, made_of)


def speak(tag: str) -> None:
    """Our own words in the questionnaire's language, else in English, which is marked as such."""
    i18n.speak(spoken_in(tag))


def spoken_in(tag: str) -> str:
    return tag if tag in i18n.catalogues() else i18n.SOURCE_LANGUAGE


def stamp(slug: str) -> str:
    return look(slug).stamp


def look(slug: str) -> Look:
    """What was seen less than a second ago still holds, unless an operation of this process has
    changed something since: what another process changes is seen a second later at most."""
    if db.in_transaction():
        return _look(slug)
    seen = _looks.setdefault(db.obj, {}).get((slug, clock.today()))
    return seen.look if seen and seen.still_holds else _look_anew(slug)


def _look_anew(slug: str) -> Look:
    looks, commits, at = _looks[db.obj], events.commits(), time.monotonic()
    if len(looks) >= MOST_LOOKS:
        looks.clear()
    found = _look(slug)
    looks[slug, clock.today()] = _Seen(found, commits, at)
    return found


def _look(slug: str) -> Look:
    """Read in one statement, which is not built by the ORM."""
    rows = WHOLE_ROWS if is_sqlite() else ROWS_AS_TEXT
    row = ask(STAMP.format(rows=rows), slug).fetchone()
    return Look(f"{clock.today()} {row[:-1]}", row[-1] or 0) if row else Look("", 0)
