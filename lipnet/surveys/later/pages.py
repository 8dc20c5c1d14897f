"""The page behind the link of saved answers: it asks for the phrase, then goes on or forgets."""

from flask import redirect, request, url_for
from flask import render_template as render
from wtforms import StringField

from lipnet.core import forms, rates
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.web import public_without_cookie
from lipnet.surveys.answer import standing
from lipnet.surveys.asked import Asked, asked, speak
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.later.fitting import moved
from lipnet.surveys.later.operations import forget_saved
from lipnet.surveys.later.phrases import is_always_digits, read_link, read_phrase
from lipnet.surveys.later.saving import count_attempt
from lipnet.surveys.later.sealing import Draft, opened
from lipnet.surveys.respond import bp, shut

OPENINGS_PER_QUARTER_HOUR = 300
OPENINGS_OF_ONE_LINK = 10
NO_PHRASE = lazy("This is not the whole phrase. Please type all of it, as it was shown to you.")
AS_LEFT = lazy(
    "Here are the answers you saved. What you change now is kept when you save again or send."
)
NEW_VERSION = lazy(
    "The questions have changed since you saved your answers. Your answers are filled in wherever "
    "a question is still the same. Please look through all of them before you send."
)


class PhraseForm(forms.Form):
    """Without a token: this door has no cookie that could lend anybody's authority."""

    class Meta(forms.Form.Meta):
        csrf = False

    phrase = StringField(lazy("The phrase for your saved answers"), render_kw={"maxlength": 200})


@bp.route("/s/<slug>/<lang>/later/<link>", methods=["GET", "POST"])
@public_without_cookie
def go_on_later(slug, lang, link):
    found = asked(slug)
    if not found.is_in(lang):
        lang = found.questionnaire.default_language
        return redirect(url_for(".go_on_later", slug=slug, lang=lang, link=link))
    speak(lang)
    if not found.survey.is_open:
        return shut(found, saved=True)
    form, outcome, status = PhraseForm(), None, 200
    if request.method == "POST":
        try:
            draft = _draft(found, link, form.phrase.data or "")
            if draft is not None and request.form.get("act") != "forget":
                return _go_on(found, lang, draft)
            outcome = _forgotten(found, draft)
        except Refusal as refusal:
            form.phrase.errors = [str(refusal.reason)]
            status = 429 if isinstance(refusal, rates.TooMany) else 422
    return render(
        "surveys/respond/later.html",
        asked=found,
        lang=lang,
        link=link,
        form=form,
        outcome=outcome,
        in_digits=is_always_digits(),
    ), status


def _draft(found: Asked, typed_link: str, typed: str) -> Draft | None:
    """Raises Refusal if it is no phrase, or was tried too often; a success does not count."""
    phrase, link = read_phrase(typed), read_link(typed_link)
    if phrase is None:
        raise Refusal(NO_PHRASE, field="phrase")
    count_attempt(found.survey, "later", OPENINGS_PER_QUARTER_HOUR)
    counted = count_attempt(found.survey, f"later:{link}", OPENINGS_OF_ONE_LINK)
    draft = opened(found.survey, link, phrase)
    if draft is not None:
        rates.forget(counted)
    return draft


def _forgotten(found: Asked, draft: Draft | None) -> str:
    if draft is None:
        return "unknown"
    forget_saved(found.survey, draft.carried.saved.link)
    return "gone"


def _go_on(found: Asked, lang: str, draft: Draft):
    """Where the person left; in the version that is asked now, if there is a new one."""
    began = asked(found.survey.slug, draft.carried.version_id)
    if began.version.id == found.version.id:
        return standing(found, lang, draft, note=AS_LEFT)
    compiled = compiled_of(found.version)
    draft = moved(draft, compiled_of(began.version), compiled, found.version.id)
    return standing(found, lang, draft, note=NEW_VERSION)
