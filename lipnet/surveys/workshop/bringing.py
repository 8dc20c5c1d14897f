"""A translator's file comes back: first a look at what it would change, then it is taken."""

import base64
import binascii
import json
import zlib

from flask import redirect, render_template
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice

from lipnet.core import forms, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.questionnaire import exchange
from lipnet.questionnaire.exchange import Brought, Entry, NotReadable, Plural
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.desk import desk_for
from lipnet.surveys.workshop.wording import source_of, terms_from
from lipnet.surveys.workshop.words import unreadable_sentence

LARGEST = 8_000_000
WRITERS = (
    SelectChoice("human", lazy("A person translated it")),
    SelectChoice("machine", lazy("A machine drafted it")),
)


class Unpacked(ValueError):
    """What came back is not what the look at the file had put into the page."""


class BringForm(forms.Form):
    file = FileField(
        lazy("The translated file"), [FileRequired(lazy("Choose a file first: .po or .xlsx."))]
    )
    written_by = RadioField(lazy("Who wrote what is new in it?"), choices=WRITERS, default="human")


class TakeForm(forms.Form):
    """The file, read and packed: what is taken is what was looked at."""

    packed = HiddenField()
    written_by = HiddenField()


class BringFormByLink(BringForm):
    class Meta(forms.Form.Meta):
        csrf = False


class TakeFormByLink(TakeForm):
    class Meta(forms.Form.Meta):
        csrf = False


def bring_page(ways, by, asked: dict):
    """`asked` is what the request sent: taken, if it holds a file that was looked at."""
    if "packed" in asked:
        return _taken(ways, by)
    form = BringFormByLink() if ways.door else BringForm()
    if not form.validate_on_submit():
        return _page(ways, form)
    data, name = form.file.data.read(), form.file.data.filename or ""
    try:
        brought = exchange.read(data, name, ways.tag)
    except NotReadable as no:
        form.file.errors = [unreadable_sentence(no)]
        return _page(ways, form), 422
    return _looked_at(ways, brought, form.written_by.data)


def pack(brought: Brought) -> str:
    rows = [[e.address, e.source, e.text, e.state, e.where, e.note] for e in brought.entries]
    plurals = [[p.context, p.singular, p.plural, list(p.forms)] for p in brought.plurals]
    told = json.dumps([rows, plurals, brought.source], ensure_ascii=False).encode()
    return base64.b64encode(zlib.compress(told)).decode()


def unpack(packed: str) -> Brought:
    """Raises Unpacked, whatever was sent."""
    try:
        opened = zlib.decompressobj().decompress(base64.b64decode(packed, validate=True), LARGEST)
        rows, plurals, source = json.loads(opened)
        return Brought(
            tuple(Entry(*map(str, row)) for row in rows),
            tuple(Plural(str(c), str(s), str(p), tuple(map(str, f))) for c, s, p, f in plurals),
            str(source),
        )
    except (binascii.Error, zlib.error, ValueError, TypeError, RecursionError) as error:
        raise Unpacked from error


def _taken(ways, by):
    form = TakeFormByLink() if ways.door else TakeForm()
    try:
        brought = unpack(form.packed.data or "")
    except Unpacked:
        raise Refusal(lazy("This page was not sent whole. Please choose the file again.")) from None
    machine = form.written_by.data == "machine"
    done = form.carry_out(
        lambda: operations.bring_back(
            ways.survey, ways.tag, brought, written_by="machine" if machine else "human", by=by
        )
    )
    if not done:
        return _looked_at(ways, brought, form.written_by.data, form), 422
    if not ways.door:
        pages.notice(_("The file is taken."))
    return redirect(ways.to("language"), 303)


def _page(ways, form: BringForm) -> str:
    return render_template(
        "surveys/workshop/bring.html", ways=ways, desk=desk_for(ways), form=form, survey=ways.survey
    )


def _looked_at(ways, brought: Brought, written_by: str, refused: TakeForm | None = None) -> str:
    desk = desk_for(ways)
    source = source_of(brought, desk.questionnaire)
    compared = exchange.compare(
        desk.questionnaire, ways.tag, brought.entries, written_by=written_by, source=source,
        terms=terms_from(source, ways.tag),
    )  # fmt: skip
    form = refused or (TakeFormByLink if ways.door else TakeForm)(
        formdata=None, packed=pack(brought), written_by=written_by
    )
    return render_template(
        "surveys/workshop/looked_at.html",
        ways=ways,
        desk=desk,
        form=form,
        compared=compared,
        brought=brought,
        survey=ways.survey,
    )
