"""How this room joins the house."""

from datetime import timedelta
from functools import partial

from flask import Flask, url_for

from lipnet import questionnaire
from lipnet.core import clock, i18n, mail, soundness, thread
from lipnet.core import jobs as clockwork
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.permissions import may
from lipnet.core.web import Waiting, box_on, menu_item, waiting_from
from lipnet.surveys import (
    api,
    exports,
    jobs,
    limiting,
    manage,
    pictures,
    questionnaires,
    results,
    showing,
)
from lipnet.surveys.access import Can, may_see
from lipnet.surveys.bank import browse, pick
from lipnet.surveys.editor import (
    bank_page,
    choice_pages,
    frame,
    identity_page,
    item_pages,
    media_page,
    repair_page,
    rule_pages,
    trigger_page,
    wave_pages,
)
from lipnet.surveys.editor import pages as outline_pages
from lipnet.surveys.exporting import jobs as exporting_jobs
from lipnet.surveys.exporting import manage as exporting_manage
from lipnet.surveys.exporting import pack, shelf
from lipnet.surveys.exporting.access import kinds_for
from lipnet.surveys.invited import jobs as invited_jobs
from lipnet.surveys.invited import letters
from lipnet.surveys.invited import manage as invited_manage
from lipnet.surveys.invited import people as invited_people
from lipnet.surveys.invited import respond as invited_respond
from lipnet.surveys.invited.models import ByInvitation
from lipnet.surveys.invited.operations import INVITED, REMINDED
from lipnet.surveys.keeping import KeptPages
from lipnet.surveys.later import pages as later
from lipnet.surveys.looking import (
    census_pages,
    cross_page,
    exact_pages,
    kept_pages,
    overview_page,
    wave_page,
)
from lipnet.surveys.media import manage as media_manage
from lipnet.surveys.media import respond as media_respond
from lipnet.surveys.models import Survey
from lipnet.surveys.open_answers import wiring as open_answers
from lipnet.surveys.pictures import manage as pictures_manage
from lipnet.surveys.pictures import samples
from lipnet.surveys.rendering import tongue, words
from lipnet.surveys.retention import also_erase, rules
from lipnet.surveys.retention import jobs as retention_jobs
from lipnet.surveys.retention import pages as retention_pages
from lipnet.surveys.retention import soundness as retention_soundness
from lipnet.surveys.retention.models import Erasure
from lipnet.surveys.sent_files import manage as files_manage
from lipnet.surveys.sent_files import switch
from lipnet.surveys.shortcut import Shortcut
from lipnet.surveys.soundness import faults
from lipnet.surveys.words import language_name
from lipnet.surveys.workshop import wiring as workshop

SOON = timedelta(days=7)
EDITOR = (
    outline_pages,
    item_pages,
    choice_pages,
    rule_pages,
    bank_page,
    repair_page,
    media_page,
    trigger_page,
    frame,
    wave_pages,
    identity_page,
)
LOOKING = (overview_page, cross_page, wave_page, census_pages, exact_pages, kept_pages)
PAGES = (
    manage,
    questionnaires,
    exports,
    showing,
    limiting,
    *LOOKING,
    *EDITOR,
    invited_manage,
    invited_people,
    invited_respond,
    browse,
    pick,
    media_manage,
    files_manage,
    pictures_manage,
    media_respond,
    exporting_manage,
    *open_answers.PAGES,
    retention_pages,
)  # each adds its routes to the one blueprint
FLOOR = 4


def wire(app: Flask) -> None:
    switch.allow(app.config["LIPNET"].surveys.file_questions)
    results.use_threshold(app.config["LIPNET"].privacy.small_cell)
    rules.use_privacy(app.config["LIPNET"].privacy)
    app.register_blueprint(manage.bp)
    app.register_blueprint(api.bp)
    _open_the_public_door(app)
    workshop.wire(app)
    app.jinja_env.globals["drawn_figure"] = pictures.picture_of
    app.jinja_env.globals["timeline_of"] = pictures.timeline_picture
    open_answers.wire(app)
    app.jinja_env.globals["has_files"] = files_manage.has_files
    app.jinja_env.globals["by_invitation_of"] = ByInvitation.of
    app.jinja_env.globals.update(
        phrase_days=rules.phrase_days,
        promises_of=rules.promises,
        withdrawal_of=rules.withdrawal,
        was_erased_of=Erasure.certificates,
    )
    app.jinja_env.filters["language_name"] = language_name
    _make_exports(app)
    _write_to_the_invited(app.config["LIPNET"].site.address.rstrip("/"))
    menu_item(lazy("Surveys"), "surveys.index", Can.SEE_RESULTS, floor=FLOOR)
    waiting_from(closing_soon)
    box_on("patterns.pictures", samples.shown)
    soundness.register(faults)
    soundness.register(retention_soundness.faults)
    thread.register(
        thread.Kind(
            name="survey",
            floor=FLOOR,
            label=lazy("Survey"),
            load=lambda number: Survey.get_or_none(Survey.id == number),
            title=lambda survey: survey.title,
            url=lambda survey: url_for("surveys.show", slug=survey.slug),
            may_see=may_see,
            on=lambda survey: survey.opens_on,
        )
    )


def _open_the_public_door(app: Flask) -> None:
    app.extensions["kept_survey_pages"] = KeptPages()
    app.jinja_env.globals["months"] = i18n.months
    app.jinja_env.filters.update(words=words, tongue=tongue, bare=questionnaire.plain)
    app.register_blueprint(later.bp)
    app.wsgi_app = Shortcut(app.wsgi_app, app)
    clockwork.register("surveys.settle", jobs.TEN_MINUTES, jobs.settle)
    clockwork.register("surveys.erase_old_saved", jobs.TEN_MINUTES, jobs.erase_old_saved)
    clockwork.register("surveys.erase_due", retention_jobs.AN_HOUR, retention_jobs.carry_out)


def _make_exports(app: Flask) -> None:
    shelf.use_folder(app.config["LIPNET"].folder)
    pack.use_templates(app.jinja_env)
    app.jinja_env.globals["may_take_away"] = kinds_for
    for what in ("answers", "free_text", "files", "contacts"):
        also_erase(what, exporting_jobs.forget_copies)
    clockwork.register("surveys.exports", exporting_jobs.SOON, exporting_jobs.make_exports)
    clockwork.register(
        "surveys.erase_old_exports", exporting_jobs.AN_HOUR, exporting_jobs.erase_old_exports
    )


def _write_to_the_invited(address: str) -> None:
    invitation = partial(letters.invitation, address=address)
    reminder = partial(letters.reminder, address=address)
    mail.on_event(INVITED, invitation, refused=letters.came_back)
    mail.on_event(REMINDED, reminder, refused=letters.came_back)
    clockwork.register("surveys.remind_invited", invited_jobs.AN_HOUR, invited_jobs.remind)


def closing_soon(person) -> list[Waiting]:
    """The surveys whose last day is within a week, for who can still spread the word."""
    if not may(person, Can.MANAGE_SURVEYS):
        return []
    last = clock.today() + SOON
    closing = Survey.select().where(Survey.closes_on <= last, Survey.closed_at.is_null())
    return [
        Waiting(
            gettext(
                "The survey “%(title)s” closes on %(day)s.",
                title=plain(survey.title),
                day=i18n.format_day(survey.closes_on),
            ),
            url_for("surveys.share", slug=survey.slug),
            survey.closes_on,
        )
        for survey in closing
        if survey.is_open
    ]
