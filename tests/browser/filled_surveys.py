"""Surveys of which each page shows something: drafted, open, invited, coded, translated."""

from datetime import date, timedelta

from lipnet.core import clock
from lipnet.people import operations as people
from lipnet.questionnaire.addresses import with_text
from lipnet.surveys import operations as surveys
from lipnet.surveys.exporting.operations import expire_export, order_export
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.invited.operations import add_invitees, note_bounce
from lipnet.surveys.invited.rows import Row
from lipnet.surveys.looking import operations as looking
from lipnet.surveys.looking.census import closed_questions
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers import operations as coding
from lipnet.surveys.workshop import operations as workshop
from tests.surveys import kinds, scene
from tests.surveys.invited import scene as invited
from tests.surveys.media import scene as media
from tests.surveys.open_answers import scene as wishing
from tests.surveys.workshop import scene as translating

CLASSES = "classes"
SEWING = "sewing"
WISHES = "wishes"


def leave_surveys_half_done(by) -> None:
    _draft_surveys(by)
    _answers_to_code(by)
    _invited_survey(by)
    _a_survey_in_translation(by)
    _a_survey_with_pictures(by)
    _a_pack_on_order(by)
    _a_steward_and_a_census(by)


def _draft_surveys(by) -> None:
    """One that waits for its opening, one that is open, one with a corrected version."""
    draft = scene.draft_survey(by, slug="not-yet-open")
    surveys.schedule_survey(draft, None, clock.today() + timedelta(days=9), by=by)
    running = next(survey for survey in Survey.select() if survey.is_open)
    scene.open_survey_with(by, slug=CLASSES)
    surveys.upload_questionnaire(running, scene.workbook(), "corrected.xlsx", by=by)


def _a_pack_on_order(by) -> None:
    """Expired meanwhile: what is made anew would change while it is looked at."""
    asked = next(survey for survey in Survey.select() if survey.is_closed)
    pack = order_export(asked.published_version, "pack", by=by)
    expire_export(pack, by=by)


def _invited_survey(by) -> None:
    """By invitation: some written to, some came back, some have answered."""
    survey = invited.invited_survey(by, 16)
    _, bounced, *others = invited.on_list(survey)
    note_bounce(bounced, "550 5.1.1 no such mailbox", by=by)
    for person in others[:6]:
        invited.answer(survey, person)
    surveys.settle_responses(survey)
    add_invitees(survey, [Row("Late Comer", "late@example.org", "fr")], by=by)


def _answers_to_code(by) -> None:
    """In two languages, with codes nobody has given yet, a translation, a quotation that is
    published and one that is not."""
    survey = wishing.asked(by, slug=WISHES)
    wishing.answer(survey, wishing.IN_ARABIC, language="ar", first=50)
    wishing.with_codes(survey, by)
    key = wishing.key_of(survey, wishing.IN_ARABIC[0])
    more = {"language": "en", "text": "There is no bus at night", "by": by}
    coding.translate_answer(survey, wishing.WISH, key, **more)
    bus = wishing.key_of(survey, wishing.WISHES[0])
    coding.quote_answer(survey, wishing.WISH, bus, text=wishing.WISHES[0], by=by)
    other = wishing.key_of(survey, wishing.WISHES[1])
    told = coding.quote_answer(survey, wishing.WISH, other, text=wishing.WISHES[1], by=by)
    coding.publish_quotation(told, by=by)


def _a_survey_with_pictures(by) -> None:
    """A draft with a picture, and a calculation that may wait for an answer."""
    survey = media.draft_with_media(by, slug="pictured")
    media.bring(survey, "class.jpg", by=by)
    linked = scene.draft_survey(by, slug="linked", data=kinds.hanging_together())
    surveys.schedule_survey(linked, None, clock.today() + timedelta(days=9), by=by)


def _a_steward_and_a_census(by) -> None:
    """Somebody may see exact figures and kept a filter; a survey is set beside the population."""
    sam = people.add_person("Sam Achebe", email="sam@example.org", by=by)
    people.grant_role(sam, "steward", by=by)
    survey = next(each for each in Survey.select() if each.is_closed)
    looking.keep_filter(survey, "In English", "language:en", by=sam)
    read = questionnaire_of(survey.published_version)
    question = closed_questions(read)[0]
    codes = [choice.code for choice in read.choices_of(question)]
    looking.keep_profile(
        survey, {question.name: dict.fromkeys(codes, 1 / len(codes))}, source="Census 2021",
        counted_on=date(2021, 5, 11), link="https://example.org/census", by=by,
    )  # fmt: skip


def _a_survey_in_translation(by) -> None:
    """Half in Arabic, and a text that is behind its source; somebody was asked by a link."""
    survey = translating.draft(by, slug=SEWING)
    workshop.keep_term(
        "language class", language="en", wanted={"ar": "صف لغة", "fr": "cours de langue"},
        locked=True, note="LINC", by=by,
    )  # fmt: skip
    changed = with_text(
        translating.latest(survey), translating.WAITED, "en", "Did you wait for a sewing class?"
    )
    version = survey.latest_version
    surveys.revise_version(version, changed, revision=0, what="titled", by=by)
    workshop.translate(survey, "fr", {translating.MONTHS: ("Combien de mois ?", "human")}, by=by)
    translating.door(survey, by)
