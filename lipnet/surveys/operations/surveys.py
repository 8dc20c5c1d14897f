"""The coordinator's verbs: prepare a survey, open it, close it."""

from lipnet.core import clock, files
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import Questionnaire, from_json, to_json
from lipnet.questionnaire.translating import carried_over
from lipnet.questionnaire.xlsform import Imported
from lipnet.surveys import readiness
from lipnet.surveys.addresses import check_slug
from lipnet.surveys.models import Survey, SurveyVersion
from lipnet.surveys.retention import rules as retention
from lipnet.surveys.uploads import (
    QuestionnaireRefused,
    findings_as_json,
    findings_of_a_draft,
    media_type,
    read_upload,
    read_version_again,
)

CREATED = declare("surveys.created", lazy("%(who)s began a survey."))
DESCRIBED = declare("surveys.described", lazy("%(who)s changed what the survey says of itself."))
UPLOADED = declare(
    "surveys.questionnaire_uploaded",
    lazy("%(who)s uploaded a questionnaire: version %(number)s, from the file %(file)s."),
)
DRAFTED = declare(
    "surveys.questionnaire_drafted",
    lazy("%(who)s put a questionnaire together here: version %(number)s."),
)
LANGUAGES_NAMED = declare(
    "surveys.languages_named",
    lazy("%(who)s said which languages the columns of version %(number)s are in."),
)
SCHEDULED = declare("surveys.scheduled", lazy("%(who)s set when the survey opens and closes."))
OPENED = declare("surveys.opened", lazy("%(who)s opened the survey."))
PUBLISHED = declare(
    "surveys.version_published",
    lazy("%(who)s published version %(number)s: from now on it is the one people answer."),
)
CLOSED = declare("surveys.closed", lazy("%(who)s closed the survey."))

NO_LONGER_A_DRAFT = lazy(
    "The survey has been opened: people may already have read this, so it does not change any more."
)


@operation
def create_survey(
    title: dict, *, slug: str, purpose=None, collection_notice=None, contact: str = "", by
) -> Survey:
    """Begin a survey as a draft. `slug` is its short address: /s/<slug>.

    Raises Refusal if the address is taken or is not made of small letters, digits and hyphens.
    """
    check_slug(slug)
    survey = Survey.create(
        slug=slug,
        title=title,
        purpose=purpose or {},
        collection_notice=collection_notice or {},
        contact=contact,
        created_at=clock.now(),
    )
    record(CREATED, survey, by=by)
    return survey


@operation
def describe_survey(survey: Survey, *, by, **changes) -> Survey:
    """Change any of title, slug, purpose, collection_notice, contact; refused once opened."""
    if not survey.is_draft:
        raise Refusal(NO_LONGER_A_DRAFT)
    if changes.get("slug", survey.slug) != survey.slug:
        check_slug(changes["slug"])
    for name, value in changes.items():
        setattr(survey, name, value)
    survey.save(only=list(changes))
    record(DESCRIBED, survey, by=by, changed=sorted(changes))
    return survey


@operation
def upload_questionnaire(
    survey: Survey,
    data: bytes,
    filename: str,
    language_map: dict[str, str] | None = None,
    *,
    imported: Imported | None = None,
    by,
) -> SurveyVersion:
    """Keep a workbook as the survey's next version.

    `language_map` corrects the guessed tag of a language as the headers write it. `imported` is
    what read_upload() made of the same bytes: reading a hostile file takes long, so a caller who
    must not hold the database meanwhile reads first. Raises QuestionnaireRefused with every
    finding if no questionnaire came of it, Refusal if the survey is closed; then nothing changes.
    """
    _refuse_if_closed(survey)
    imported = imported or read_upload(data, filename, language_map)
    if imported.questionnaire is None:
        raise QuestionnaireRefused(imported.findings)
    version = SurveyVersion.create(
        survey=survey,
        number=_next_number(survey),
        document=to_json(_knowing(survey.latest_version, imported.questionnaire)),
        findings=findings_as_json(imported, language_map),
        file=files.keep(data, filename, media_type(data)),
    )
    record(UPLOADED, survey, by=by, number=version.number, file=version.file.name)
    return version


@operation
def draft_questionnaire(survey: Survey, questionnaire: Questionnaire, *, by) -> SurveyVersion:
    """Keep a questionnaire that was put together here, without a file, as the next version.

    Raises Refusal if nobody could answer it, or the survey is closed; then nothing changes.
    """
    _refuse_if_closed(survey)
    if not any(question.is_answered for question in questionnaire.questions()):
        raise Refusal(lazy("A questionnaire needs at least one question a person can answer."))
    version = SurveyVersion.create(
        survey=survey,
        number=_next_number(survey),
        document=to_json(questionnaire),
        findings=findings_of_a_draft(questionnaire),
    )
    record(DRAFTED, survey, by=by, number=version.number)
    return version


@operation
def name_languages(
    version: SurveyVersion, language_map: dict[str, str], *, imported: Imported | None = None, by
) -> SurveyVersion:
    """Read the version's workbook again with the languages as a person corrected them."""
    if version.published_at is not None:
        raise Refusal(lazy("This version is published: upload the file again to correct it."))
    if version.file is None:
        raise Refusal(lazy("This version was put together here: its languages have their names."))
    if version.revision:
        raise Refusal(
            lazy("This version was changed here: reading the workbook again would undo it.")
        )
    imported = imported or read_version_again(version, language_map)
    if imported.questionnaire is None:
        raise QuestionnaireRefused(imported.findings)
    version.document = to_json(imported.questionnaire)
    version.findings = findings_as_json(imported, language_map)
    version.save(only=["document", "findings"])
    record(LANGUAGES_NAMED, version.survey, by=by, number=version.number)
    return version


@operation
def schedule_survey(survey: Survey, opens_on, closes_on, *, by) -> Survey:
    """Set the first and the last day of answering; once opened only the last may change."""
    if survey.is_closed:
        raise Refusal(lazy("The survey has closed. Begin a new one to ask again."))
    if closes_on is not None and opens_on is not None and closes_on < opens_on:
        raise Refusal(
            lazy("The last day is before the first: choose a later day."), field="closes_on"
        )
    if closes_on is not None and closes_on < clock.today():
        raise Refusal(lazy("The last day has passed: choose a later day."), field="closes_on")
    if not (survey.is_draft or survey.is_awaited) and opens_on != survey.opens_on:
        raise Refusal(
            lazy("Answering has begun: its first day can no longer be moved."), field="opens_on"
        )
    survey.opens_on, survey.closes_on = opens_on, closes_on
    survey.save(only=["opens_on", "closes_on"])
    record(SCHEDULED, survey, by=by, opens_on=_iso(opens_on), closes_on=_iso(closes_on))
    return survey


@operation
def open_survey(survey: Survey, *, by) -> Survey:
    """Publish the latest version; people answer from the first day on (today, if none is set).

    Raises Refusal naming the first thing that is missing (readiness.missing_before_opening).
    """
    if not hold(survey).is_draft:
        raise Refusal(lazy("The survey has already been opened."))
    for missing in readiness.missing_before_opening(survey):
        raise Refusal(missing.sentence)
    retention.write_down(survey)
    _publish(survey.latest_version)
    survey.opened_at = clock.now()
    survey.opens_on = survey.opens_on or clock.today()
    survey.save(only=["opened_at", "opens_on"])
    record(OPENED, survey, by=by, version=survey.latest_version.number)
    return survey


@operation
def publish_version(version: SurveyVersion, *, by) -> SurveyVersion:
    """Let people answer this version from now on; those already answering finish the one they see.

    Raises Refusal while the survey is a draft (opening publishes), once it is closed, and for a
    version that is not the latest or not ready.
    """
    survey = hold(version.survey)
    if survey.is_draft or survey.is_closed:
        raise Refusal(lazy("Only an open survey can take a new version of its questions."))
    if hold(version).published_at is not None:
        raise Refusal(lazy("This version is already published."))
    if version.number != survey.latest_version.number:
        raise Refusal(lazy("A newer version has been uploaded: publish that one."))
    for missing in readiness.missing_in(version):
        raise Refusal(missing.sentence)
    _publish(version)
    record(PUBLISHED, survey, by=by, number=version.number)
    return version


@operation
def close_survey(survey: Survey, *, by) -> Survey:
    """End answering now, for everybody."""
    fresh = hold(survey)
    if fresh.is_draft:
        raise Refusal(lazy("The survey was never opened, so there is nothing to close."))
    if fresh.is_closed:
        raise Refusal(lazy("The survey has already closed."))
    survey.closed_at = clock.now()
    survey.save(only=["closed_at"])
    record(CLOSED, survey, by=by)
    return survey


def _refuse_if_closed(survey: Survey) -> None:
    if survey.is_closed:
        raise Refusal(lazy("The survey has closed: its questions stay as they were answered."))


def _next_number(survey: Survey) -> int:
    latest = survey.latest_version
    return latest.number + 1 if latest else 1


def _knowing(latest: SurveyVersion | None, questionnaire: Questionnaire) -> Questionnaire:
    """A workbook knows nothing of who read which words; the version before it does."""
    return carried_over(from_json(latest.document), questionnaire) if latest else questionnaire


def _publish(version: SurveyVersion) -> None:
    version.published_at = clock.now()
    version.save(only=["published_at"])


def _iso(day) -> str | None:
    return day.isoformat() if day else None
