"""The page on which a meeting is recorded by typing: live by its script, or by buttons."""

import json
from dataclasses import dataclass, field

from flask import jsonify, redirect, render_template, url_for
from wtforms.fields.choices import SelectChoice

from lipnet import languages
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import language, ngettext
from lipnet.core.pages import notice
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.meetings import forms
from lipnet.meetings.access import Can, meeting_to_run
from lipnet.meetings.citing.codes import shelves
from lipnet.meetings.manage import bp
from lipnet.meetings.manage.pages import may_write
from lipnet.meetings.models import Meeting
from lipnet.meetings.presence import quorum_at
from lipnet.meetings.recording.forgetting import AFTER_CLOSING, UNTOUCHED
from lipnet.meetings.recording.models import TypedLines, lines_of
from lipnet.meetings.recording.operations import Overtaken, keep_lines, type_lines
from lipnet.meetings.recording.showing import shown
from lipnet.meetings.recording.words import KIND_WORDS, STATE_TONES, STATE_WORDS
from lipnet.shorthand.merging import respelled, together


@dataclass
class Outcome:
    """The lines as they stand after a button, what to say about it, and what could not be kept."""

    lines: TypedLines
    stored: bool = False
    said: str = ""
    refused: dict[int, str] = field(default_factory=dict)
    overtaken: bool = False


@bp.route("/<int:meeting_id>/recording", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def recording(meeting_id: int):
    found = meeting_to_run(meeting_id)
    form = _form(found)
    outcome = form.carry_out(lambda: _pressed(found, form)) or Outcome(_standing(found))
    if outcome.stored and not form.errors and not outcome.refused:
        if outcome.said:
            notice(outcome.said)
        return redirect(url_for("meetings.recording", meeting_id=found.id), 303)
    return render_template(
        "meetings/recording.html",
        form=form,
        may_write=_may_type(found),
        shelves=shelves(),
        **_parts(found, outcome),
    ), (409 if outcome.overtaken else 200)


@bp.route("/<int:meeting_id>/recording/typed", methods=["GET", "POST"])
@requires(Can.RUN_MEETINGS)
def typed(meeting_id: int):
    """The same for the script: what stands, what was understood, how many are there."""
    found = meeting_to_run(meeting_id)
    form = _form(found)
    outcome = form.carry_out(lambda: _pressed(found, form)) or Outcome(_standing(found))
    wrong = [str(error) for errors in form.errors.values() for error in errors]
    parts = _parts(found, outcome)
    return jsonify(
        text=outcome.lines.text,
        version=outcome.lines.version,
        stored=outcome.stored,
        said=outcome.said,
        wrong=" ".join(wrong),
        refused=bool(outcome.refused),
        overtaken=_part("overtaken", parts) if outcome.overtaken else "",
        reading=_part("reading", parts),
        quorum=_part("quorum", parts),
    )


def _form(meeting: Meeting) -> forms.LinesForm:
    lines = _standing(meeting)
    form = forms.LinesForm(text=lines.text, language=lines.language, version=lines.version)
    tags = content_languages()
    form.language.choices = [SelectChoice(tag, languages.get(tag).endonym) for tag in tags]
    return form


def _standing(meeting: Meeting) -> TypedLines:
    tags, mine = content_languages(), language().tag
    return lines_of(meeting, mine if mine in tags else tags[0])


def _pressed(meeting: Meeting, form: forms.LinesForm) -> Outcome:
    """Store what stands in the field, and do what the button says; the form goes on from there.

    Who was overtaken stays at the older version until both are put together.
    """
    try:
        outcome = Outcome(_stored(meeting, form), stored=True)
        if form.act.data == "keep":
            _keep(meeting, outcome, form)
    except Overtaken as no:
        return Outcome(no.lines, overtaken=True)
    form.text.data, form.version.data = outcome.lines.text, outcome.lines.version
    return outcome


def _stored(meeting: Meeting, form: forms.LinesForm) -> TypedLines:
    standing, version = _standing(meeting), form.version.data
    text = (form.text.data or "").replace("\r\n", "\n")
    if form.act.data == "together":
        text, version = together(standing.text, text), standing.version
    elif form.put.data:
        text = _put_right(text, form.put.data)
    if (text, form.language.data) == (standing.text, standing.language):
        return standing
    return type_lines(meeting, text, language=form.language.data, version=version, by=me())


def _put_right(text: str, put: str) -> str:
    try:
        line, written, name = json.loads(put)
        return respelled(text, int(line), str(written), str(name))
    except (ValueError, TypeError, RecursionError):
        raise Refusal(_("This page was not sent whole. Please try again.")) from None


def _keep(meeting: Meeting, outcome: Outcome, form: forms.LinesForm) -> None:
    """What cannot be kept takes nothing back: the lines are stored."""
    try:
        kept = keep_lines(meeting, version=outcome.lines.version, by=me())
    except Overtaken:
        raise
    except Refusal as no:
        form.refuse(no)
        return
    outcome.lines, outcome.refused = kept.lines, kept.refused
    outcome.said = ngettext("%(n)s line is kept.", "%(n)s lines are kept.", kept.count)


def _may_type(meeting: Meeting) -> bool:
    return may_write(meeting) and not meeting.is_called_off


def _parts(meeting: Meeting, outcome: Outcome) -> dict:
    return {
        "meeting": meeting,
        "outcome": outcome,
        "shown": shown(meeting, outcome.lines, outcome.refused),
        "quorum": quorum_at(meeting),
        "LINE_WORDS": KIND_WORDS,
        "LINE_STATES": STATE_WORDS,
        "LINE_TONES": STATE_TONES,
        "forgotten_after": AFTER_CLOSING,
        "untouched": UNTOUCHED,
    }


def _part(name: str, parts: dict) -> str:
    return render_template(f"meetings/recording/{name}.html", **parts)
