"""A questionnaire written here: begun, revised step by step, taken back and done again."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire, from_json, to_json
from lipnet.questionnaire.translating import followed
from lipnet.surveys.drafts import UNREAD, Conflict, noticed_in, standing
from lipnet.surveys.models import Survey, SurveyVersion, VersionStep
from lipnet.surveys.step_words import STEP_WORDS

BEGUN = declare(
    "surveys.writing_begun", lazy("%(who)s began to write version %(number)s of the questions.")
)
REVISED = declare(
    "surveys.questionnaire_revised",
    lazy("%(who)s changed the questions of version %(number)s."),
)
ONE_STEP = timedelta(minutes=5)
MOST_STEPS = 200
MERGED = ("question_changed", "group_changed", "translated", "titled")


@operation
def begin_revision(survey: Survey, *, by) -> SurveyVersion:
    """A new version to be written: a copy of the one people answer, or an empty one.

    Raises Refusal if a version already waits to be published, or the survey is closed.
    """
    if hold(survey).is_closed:
        raise Refusal(lazy("The survey has closed: its questions stay as they were answered."))
    latest = survey.latest_version
    if latest is not None and latest.published_at is None:
        raise Refusal(lazy("A version already waits to be published: change that one."))
    whole = from_json(latest.document) if latest else _empty(survey)
    version = SurveyVersion.create(
        survey=survey,
        number=latest.number + 1 if latest else 1,
        document=to_json(whole),
        findings=UNREAD | noticed_in(whole),
    )
    record(BEGUN, survey, by=by, number=version.number)
    return version


def _empty(survey: Survey) -> Questionnaire:
    """Nothing asked yet, in the languages of the survey's title."""
    tags = tuple(survey.title) or ("en",)
    first = "en" if "en" in tags else tags[0]
    return Questionnaire(dict(survey.title), default_language=first, languages=tags)


@operation
def revise_version(
    version: SurveyVersion,
    questionnaire: Questionnaire,
    *,
    revision: int,
    what: str,
    about: Mapping[str, Any] | None = None,
    by,
) -> SurveyVersion:
    """Replace the questionnaire of an unpublished version by `questionnaire`.

    revision: the one the change was made to. what, about: a code of STEP_WORDS and its places.
    Raises Conflict, which carries the version as it is now, if somebody revised it meanwhile;
    Refusal if it is published, is not the latest, or the survey is closed. Nothing changes then.
    """
    fresh = _revisable(version, revision)
    known = followed(from_json(fresh.document), questionnaire)
    _keep(fresh, to_json(known), what, dict(about or {}), by)
    return _told(version, fresh, by)


@operation
def undo_step(version: SurveyVersion, *, revision: int, by) -> SurveyVersion:
    """Put the questionnaire back to what it was before the latest step not yet taken back."""
    fresh = _revisable(version, revision)
    done, _ = standing(fresh)
    if not done:
        raise Refusal(lazy("There is nothing to take back."))
    _keep(fresh, done[-1].before, "undone", {}, by)
    return _told(version, fresh, by)


@operation
def redo_step(version: SurveyVersion, *, revision: int, by) -> SurveyVersion:
    """Do once more what was taken back last, as long as nothing else was done since."""
    fresh = _revisable(version, revision)
    _, undone = standing(fresh)
    if not undone:
        raise Refusal(lazy("There is nothing to do again."))
    _keep(fresh, undone[-1].before, "redone", {}, by)
    return _told(version, fresh, by)


def _revisable(version: SurveyVersion, revision: int) -> SurveyVersion:
    fresh = hold(version)
    if fresh.published_at is not None:
        raise Refusal(lazy("This version is published: begin a new one to change its questions."))
    if fresh.survey.is_closed:
        raise Refusal(lazy("The survey has closed: its questions stay as they were answered."))
    if fresh.number != fresh.survey.latest_version.number:
        raise Refusal(lazy("There is a newer version: change that one."))
    if fresh.revision != revision:
        raise Conflict(fresh)
    return fresh


def _keep(version: SurveyVersion, document: dict, what: str, about: dict, by) -> None:
    """Write the step and the document; typing on at one place within minutes is one step."""
    if what not in STEP_WORDS:
        raise LookupError(f"a step without words: {what!r}")
    latest = version.steps.order_by(VersionStep.revision.desc()).first()
    revision = latest.revision + 1 if latest else 1
    if latest is not None and _goes_on(latest, what, about, by):
        latest.revision, latest.at = revision, clock.now()
        latest.save(only=["revision", "at"])
    else:
        VersionStep.create(
            version=version,
            revision=revision,
            by=by.id,
            at=clock.now(),
            what=what,
            about=about,
            before=version.document,
        )
    _forget(version, revision - MOST_STEPS)
    version.document = document
    version.findings = version.findings | noticed_in(from_json(document))
    version.save(only=["document", "findings"])


def _goes_on(latest: VersionStep, what: str, about: dict, by) -> bool:
    same = (latest.what, latest.about, latest.by_id) == (what, about, by.id)
    return same and what in MERGED and clock.now() - latest.at < ONE_STEP


def _forget(version: SurveyVersion, before: int) -> None:
    """Old steps can no longer be taken back: each holds a whole document."""
    old = (VersionStep.version == version) & (VersionStep.revision <= before)
    VersionStep.delete().where(old).execute()


def _told(version: SurveyVersion, fresh: SurveyVersion, by) -> SurveyVersion:
    """The caller's record shows what was kept; the event log says that it was changed."""
    version.document, version.findings = fresh.document, fresh.findings
    record(REVISED, version.survey, by=by, number=version.number)
    return version
