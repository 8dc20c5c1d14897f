"""Forms that may be saved before they are sent: what was typed, and where it is found again."""

from collections.abc import Callable, Iterator

from flask import redirect, request, url_for
from werkzeug.datastructures import MultiDict

from lipnet.core import pages
from lipnet.core.forms import Form, TextsInput
from lipnet.core.i18n import format_day
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.web import Waiting, me
from lipnet.nominations import operations
from lipnet.nominations.drafts import Line, NominationDraft
from lipnet.nominations.models import Call, Nomination

NOT_TYPED = {"csrf_token", "act"}


def draft_to_write(draft_id: int) -> NominationDraft:
    """To anybody but its writer a draft does not exist: not to the coordinator either."""
    draft = NominationDraft.get_or_none(NominationDraft.id == draft_id)
    if draft is None or draft.writer_id != me().id:
        raise NotFound
    return draft


def typed(draft: NominationDraft | None) -> dict:
    """What a form begins with: everything as it was saved, unless something is being sent."""
    if draft is None or request.method == "POST":
        return {}
    return {"formdata": MultiDict(draft.content)}


def saved(call: Call, kind: str, form: Form, draft: NominationDraft | None):
    """Where to go once a draft is saved; None if that was not asked for, or is refused."""
    if request.form.get("act") != "draft":
        return None
    try:
        kept = operations.save_draft(call, kind, _sent_to(form), draft=draft, by=me())
    except Refusal as refusal:
        form.refuse(refusal)
        return None
    pages.notice(_("Saved as a draft. Only you see it, and nobody is nominated yet."))
    return redirect(url_for("nominations.draft", draft_id=kept.id), 303)


def sent(draft: NominationDraft | None, send: Callable[[], Nomination]) -> Nomination:
    return operations.send_draft(draft, send, by=me()) if draft else send()


def lines(form: Form) -> Iterator[Line]:
    """Everything in a form that was filled in, to be read and copied."""
    for field in form:
        if isinstance(field, TextsInput):
            for language, _name, text in field.entries():
                yield from _line(f"{field.label.text} ({language.endonym})", text)
        elif hasattr(field, "iter_choices"):
            chosen = [str(row.label) for row in field.iter_choices() if row.selected and row.value]
            yield from _line(field.label.text, ", ".join(chosen))
        elif field.name != "csrf_token":
            yield from _line(field.label.text, field.data)


def waiting(person) -> list[Waiting]:
    """Each draft waits for its writer, also when the call is over."""
    return [_waits(draft) for draft in NominationDraft.of(person)] if person else []


def _waits(draft: NominationDraft) -> Waiting:
    call = draft.call
    url = url_for("nominations.draft", draft_id=draft.id)
    body = plain(call.body.name)
    if not call.is_open:
        told = _("The call closed before you sent your draft of a nomination: %(body)s", body=body)
        return Waiting(told, url, call.ended_on)
    day = format_day(call.closes_on)
    told = _("Your draft of a nomination can be sent until %(day)s: %(body)s", day=day, body=body)
    return Waiting(told, url, draft.saved_on)


def _line(label, text) -> Iterator[Line]:
    if text and text.strip():
        yield Line(str(label), text.strip())


def _sent_to(form: Form) -> dict[str, list[str]]:
    """What belongs to the form, and to no other one."""
    names = (name for name in request.form if name not in NOT_TYPED)
    own = [name for name in names if name in form or name.rpartition("-")[0] in form]
    return {name: request.form.getlist(name) for name in own}
