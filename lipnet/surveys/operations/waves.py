"""A survey asked again as a next wave; and why a question must be asked at all."""

from collections.abc import Mapping

from lipnet.core import clock
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.thread import tie
from lipnet.questionnaire import from_json
from lipnet.surveys.addresses import check_slug
from lipnet.surveys.drafts import UNREAD, noticed_in
from lipnet.surveys.models import IdentityReason, Survey, SurveyVersion, SurveyWave
from lipnet.surveys.retention.models import RetentionRule

ASKED_AGAIN = declare(
    "surveys.asked_again", lazy("%(who)s began to ask a survey again: %(former)s.")
)
JUSTIFIED = declare(
    "surveys.identity_justified",
    lazy("%(who)s said why questions that tell who a person is must be asked."),
)


@operation
def ask_again(former: Survey, title: dict, *, slug: str, by) -> Survey:
    """Begin the next wave: its purpose, notice, contact, questions and how long what people say is
    kept are those of `former`.

    Raises Refusal if the former has no questionnaire, or the short address is taken or unfit.
    """
    version = former.published_version or former.latest_version
    if version is None:
        raise Refusal(lazy("This survey has no questionnaire to ask again."))
    check_slug(slug)
    survey = Survey.create(
        slug=slug,
        title=title,
        purpose=former.purpose,
        collection_notice=former.collection_notice,
        contact=former.contact,
        created_at=clock.now(),
    )
    SurveyVersion.create(
        survey=survey,
        number=1,
        document=version.document,
        findings=UNREAD | noticed_in(from_json(version.document)),
    )
    SurveyWave.create(survey=survey, former=former)
    for reason in former.identity_reasons:
        IdentityReason.create(survey=survey, name=reason.name, reason=reason.reason)
    for rule in former.retention_rules:
        RetentionRule.create(survey=survey, what=rule.what, days=rule.days)
    tie(survey, former, by=by, sentence={})
    record(ASKED_AGAIN, survey, by=by, former=former.slug)
    return survey


@operation
def justify_identity(survey: Survey, reasons: Mapping[str, str], *, by) -> None:
    """Say in a sentence why each question that tells who a person is must be asked.

    reasons: name of the question -> the sentence, "" takes it back. Raises Refusal once the
    survey has closed.
    """
    if hold(survey).is_closed:
        raise Refusal(lazy("The survey has closed: its questions stay as they were answered."))
    of_these = IdentityReason.name.in_(list(reasons))
    IdentityReason.delete().where((IdentityReason.survey == survey) & of_these).execute()
    for name, reason in reasons.items():
        if reason.strip():
            IdentityReason.create(survey=survey, name=name, reason=reason.strip())
    record(JUSTIFIED, survey, by=by, names=sorted(reasons))
