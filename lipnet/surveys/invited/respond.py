"""The public door with a personal link in hand. Opening it is noted nowhere: mail programs look
into letters, too. Only sending an answer uses the link up."""

from flask import redirect, render_template, request, url_for

from lipnet.core.events import THE_PROGRAM
from lipnet.core.web import public_without_cookie
from lipnet.surveys import carrying
from lipnet.surveys.asked import asked, speak
from lipnet.surveys.invited import doors, ledger
from lipnet.surveys.invited.operations import stop_letters
from lipnet.surveys.respond import bp, notice_page, shut, wall_page
from lipnet.surveys.whole import drawn


@bp.get("/s/<slug>/i/<token>")
@public_without_cookie
def invited_wall(slug, token):
    found = asked(slug)
    if not found.survey.is_open:
        return _not_kept(shut(found))
    return doors.why_not(found, token) or wall_page(found, token)


@bp.get("/s/<slug>/<lang>/i/<token>")
@public_without_cookie
def invited_notice(slug, lang, token):
    found = asked(slug)
    speak(lang)
    if not found.is_in(lang):
        return redirect(url_for(".invited_wall", slug=slug, token=token))
    if not found.survey.is_open:
        return _not_kept(shut(found))
    return doors.why_not(found, token) or notice_page(found, lang, token)


@bp.get("/s/<slug>/<lang>/i/<token>/whole")
@public_without_cookie
def invited_whole(slug, lang, token):
    """The one document for a script, made for this person: it carries her right."""
    found = asked(slug)
    speak(lang)
    if not found.is_in(lang):
        return redirect(url_for(".invited_wall", slug=slug, token=token))
    if not found.survey.is_open:
        return _not_kept(shut(found))
    right = doors.right_by(found.survey, token)
    begun = carrying.begin(found.version.id, right)
    return doors.why_not(found, token) or drawn(found, lang, begun)


@bp.route("/s/<slug>/<lang>/i/<token>/stop", methods=["GET", "POST"])
@public_without_cookie
def stop(slug, lang, token):
    """One question, one button, no account: no more letters about this survey."""
    found = asked(slug)
    speak(lang)
    invitee = ledger.invitee_by(found.survey, token)
    if invitee is None:
        return doors.why_not(found, token)
    if request.method == "POST":
        stop_letters(invitee, by=THE_PROGRAM)
    return render_template(
        "surveys/respond/stop_letters.html",
        asked=found,
        lang=lang,
        stopped=request.method == "POST",
    )


def _not_kept(page):
    """No cache on the way keeps an address with somebody's link in it."""
    page.headers["Cache-Control"] = "no-store"
    return page
