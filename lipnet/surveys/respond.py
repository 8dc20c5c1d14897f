"""The public door: choose a language, read the notice, keep the receipt, take an answer back.

No page here reads or sets a cookie, and none leaves a line in the log.
"""

import segno
from flask import Blueprint, Response, current_app, redirect, request, url_for
from flask import render_template as render
from markupsafe import Markup
from wtforms import StringField

from lipnet.core import clock, events, forms, rates
from lipnet.core.i18n import lazy
from lipnet.core.markup import trusted
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.surveys.asked import Asked, asked, speak
from lipnet.surveys.invited import doors
from lipnet.surveys.keeping import cacheable, kept, kept_pieces, pack
from lipnet.surveys.later.models import KEPT_FOR
from lipnet.surveys.later.phrases import grouped
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import withdraw_response
from lipnet.surveys.places import place, to_one

bp = Blueprint("surveys_public", __name__)
bp.after_request(pack)

WITHDRAWALS_PER_QUARTER_HOUR = 60


@bp.get("/s/<slug>")
@public_without_cookie
def wall(slug):
    return kept(slug, "wall", lambda: _wall(asked(slug)), vary="Accept-Language")


def _wall(found: Asked):
    if not found.survey.is_open:
        return shut(found)
    return doors.link_needed(found) if found.is_by_invitation else wall_page(found)


def wall_page(found: Asked, token: str = "") -> str:
    """`token`: the personal link by which the person came, where the survey is by invitation."""
    return render("surveys/respond/wall.html", asked=found, token=token)


@bp.get("/s/<slug>/<lang>")
@public_without_cookie
def notice(slug, lang):
    speak(lang)
    return kept(slug, lang, lambda: _notice(asked(slug), lang))


def _notice(found: Asked, lang: str):
    if not found.is_in(lang):
        return redirect(url_for(".wall", slug=found.survey.slug))
    if not found.survey.is_open:
        return shut(found)
    if found.is_by_invitation:
        return doors.link_needed(found)
    return notice_page(found, lang)


def notice_page(found: Asked, lang: str, token: str = "") -> str:
    privacy = current_app.config["LIPNET"].privacy
    return render(
        "surveys/respond/notice.html",
        asked=found,
        lang=lang,
        privacy=privacy,
        kept_days=KEPT_FOR.days,
        token=token,
    )


@bp.get("/s/<slug>/<lang>/leave")
@public_without_cookie
def leave(slug, lang):
    """A neutral page; the browser is asked to forget what it kept of the pages before."""
    found = asked(slug)
    speak(lang)
    is_saved = "saved" in request.args
    page = Response(render("surveys/respond/left.html", asked=found, lang=lang, is_saved=is_saved))
    page.headers["Clear-Site-Data"] = '"cache"'
    return page


@bp.get("/r/<slug>")
@public_without_cookie
def receipt_anywhere(slug):
    """The short address of the receipt: it leads to the reader's language."""
    found = asked(slug)
    tags = [language.tag for language in found.languages]
    lang = request.accept_languages.best_match(tags) or found.questionnaire.default_language
    answer = redirect(url_for(".receipt", slug=slug, lang=lang))
    answer.vary.add("Accept-Language")
    return answer


@bp.get("/r/<slug>/<lang>")
@public_without_cookie
def receipt(slug, lang):
    speak(lang)
    return kept(slug, f"receipt:{lang}", lambda: _receipt(asked(slug), lang), also=as_of())


def _receipt(found: Asked, lang: str):
    if not found.is_in(lang):
        return redirect(url_for(".wall", slug=found.survey.slug))
    return told(found, lang)


def thanks(found: Asked, lang: str, phrase: str | None) -> Response:
    """The receipt of who has just sent: the same for everybody, but for a phrase asked for."""
    pieces = kept_pieces(
        found,
        thanks_kind(lang, phrase),
        lambda: told(found, lang, sent=True, phrase=place("phrase") if phrase else ""),
        also=as_of(),
    )
    return to_one(pieces, {"phrase": said_aloud(phrase)})


def thanks_kind(lang: str, phrase: str | None) -> str:
    return f"thanks {lang} {phrase is not None}"


def said_aloud(phrase: str | None) -> str:
    return " ".join(grouped(phrase or ""))


def told(found: Asked, lang: str, *, sent: bool = False, phrase: str = "") -> str:
    address = short_address(found.survey)
    return render(
        "surveys/respond/receipt.html",
        asked=found,
        lang=lang,
        sent=sent,
        phrase=phrase,
        address=address,
        code=qr_code(address),
        privacy=current_app.config["LIPNET"].privacy,
    )


def as_of(newest: int | None = None) -> str:
    """What the receipt says of decisions is true until somebody changes anything, and is looked at
    anew each minute all the same: events may become visible in another order than they began."""
    return f"{events.newest() if newest is None else newest} {clock.now():%H:%M}"


def short_address(survey: Survey) -> str:
    site = current_app.config["LIPNET"].site.address.rstrip("/")
    return site + url_for("surveys_public.receipt_anywhere", slug=survey.slug)


def qr_code(address: str) -> Markup:
    drawn = segno.make(address, error="m").svg_inline(scale=4, omitsize=True, border=4)
    return trusted(drawn)


class WithdrawForm(forms.Form):
    """Without a token: this door has no cookie that could lend anybody's authority."""

    class Meta(forms.Form.Meta):
        csrf = False

    phrase = StringField(lazy("The phrase"), render_kw={"maxlength": 100})


@bp.route("/s/<slug>/<lang>/withdraw", methods=["GET", "POST"])
@public_without_cookie
def withdraw(slug, lang):
    found = asked(slug)
    speak(lang)
    form, outcome, status = WithdrawForm(), None, 200
    if request.method == "POST":
        try:
            _count_attempt(found.survey)
            is_gone = withdraw_response(found.survey, form.phrase.data or "")
            outcome = "gone" if is_gone else "unknown"
        except Refusal as refusal:
            form.phrase.errors = [str(refusal.reason)]
            status = 429 if isinstance(refusal, rates.TooMany) else 422
    privacy = current_app.config["LIPNET"].privacy
    return render(
        "surveys/respond/withdraw.html",
        asked=found,
        lang=lang,
        form=form,
        outcome=outcome,
        privacy=privacy,
    ), status


def _count_attempt(survey: Survey) -> None:
    """Per survey and never per visitor: we do not know one visitor from another."""
    key = current_app.config["KEYS"].keyed_hash("attempts", f"withdraw:{survey.id}")
    rates.count(key, WITHDRAWALS_PER_QUARTER_HOUR)


def shut(found: Asked, *, lost: bool = False, saved: bool = False) -> Response:
    """Not yet open, or closed: then with what became of it. `lost`: somebody was answering;
    `saved`: somebody came back to answers saved on the way."""
    page = render("surveys/respond/shut.html", asked=found, lost=lost, saved=saved)
    if saved:
        return Response(page)
    return Response(page, 409) if lost else cacheable(page, vary="Accept-Language")
