"""The page everybody may read of a call, and the sheet for the wall that leads there."""

from flask import Blueprint, current_app, render_template, request

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import tell
from lipnet.core.qr import code_of
from lipnet.core.refusals import NotFound
from lipnet.core.web import public_without_cookie, requires
from lipnet.nominations.access import Can, call_to_see
from lipnet.nominations.closing import until
from lipnet.nominations.documents import CallDocument
from lipnet.nominations.further import (
    invites_the_public,
    languages_of,
    open_instead,
    wanted_languages,
)
from lipnet.nominations.manage import bp
from lipnet.nominations.models import Call

INVITATION = lazy("Who should sit at the table? Nominate somebody, or yourself.")
public_bp = Blueprint("calls_public", __name__)


@public_bp.route("/calls/<int:call_id>")
@public_without_cookie
def invitation(call_id: int):
    call = Call.get_or_none(Call.id == call_id)
    if call is None or call.is_draft:
        raise NotFound
    return render_template(
        "nominations/public_call.html",
        call=call,
        rules=call.rules,
        text=tell(call.text),
        until=until(call),
        is_public=invites_the_public(call),
        instead=open_instead(call),
        documents=CallDocument.of(call),
        wanted_languages=wanted_languages(call),
        interface_languages=[languages.get(tag) for tag in languages_of(call)],
    )


@bp.route("/nominations/calls/<int:call_id>/poster")
@requires(Can.SEE_CALLS)
def poster(call_id: int):
    """Every language on one sheet, or one of them (`?sheet=ar`) in large letters."""
    call = call_to_see(call_id)
    if not call.is_open:
        raise NotFound
    panels = [_panel(call, tag) for tag in languages_of(call)]
    wanted = request.args.get("sheet")
    return render_template(
        "nominations/poster.html",
        call=call,
        address=_address(call),
        code=code_of(_address(call)),
        panels=panels,
        sheet=next((panel for panel in panels if panel["language"].tag == wanted), None),
    )


def _address(call: Call) -> str:
    return f"{current_app.config['LIPNET'].site.address.rstrip('/')}/calls/{call.id}"


def _panel(call: Call, tag: str) -> dict:
    """What the poster says in one language."""
    address = f"{_address(call)}?lang={tag}"
    with i18n.speaking(tag):
        return {
            "language": languages.get(tag),
            "title": tell(call.title),
            "words": str(INVITATION),
            "until": _("Open until %(until)s", until=until(call)),
            "address": address,
            "code": code_of(address),
        }
