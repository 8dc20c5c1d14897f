"""The pages of one language, the same for both doors: the desk, the preview, files, signing."""

from collections.abc import Mapping

from flask import Response, jsonify, redirect, render_template, request

from lipnet import languages
from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound, Refusal
from lipnet.questionnaire.exchange import Plural, po, workbook
from lipnet.surveys.preview import items_in
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.desk import FILTERS, Desk, desk_for
from lipnet.surveys.workshop.hands import standing_signature, translators_of
from lipnet.surveys.workshop.models import KeptMessages
from lipnet.surveys.workshop.saving import Sent, sent_in
from lipnet.surveys.workshop.wording import (
    digest_of,
    terms_from,
)

MEDIA_TYPES = {
    "po": "text/x-gettext-translation; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def desk_page(ways, by):
    """Shows the strings, or keeps those that were sent and shows them again."""
    desk = desk_for(ways)
    if request.method == "GET":
        return shown(desk, ways)
    sent = sent_from(desk)
    if sent.given:
        operations.translate(ways.survey, ways.tag, sent.given, by=by)
    if sent.collided:
        return shown(desk_for(ways), ways, sent.collided), 409
    if not ways.door:
        pages.notice(_("Saved.") if sent.given else _("Nothing was changed."))
    asked = {"show": desk.show, "page": desk.here, "from": desk.source_tag}
    anchor = request.form.get("at", "")
    saved = {} if not ways.door else {"saved": len(sent.given)}
    return redirect(ways.to("language", **asked, **saved, _anchor=anchor or None), 303)


def shown(desk: Desk, ways, collided: Mapping[str, str] | None = None) -> str:
    digest = digest_of(desk.questionnaire, desk.tag)
    return render_template(
        "surveys/workshop/language.html",
        desk=desk,
        ways=ways,
        filters=[(key, name, desk.counted(key)) for key, name in FILTERS.items()],
        signature=standing_signature(desk.survey, desk.tag, digest),
        collided=collided or {},
        saved=request.args.get("saved", ""),
        survey=desk.survey,
    )


def one_saved(ways, by) -> Response:
    """One string, kept as it is typed: what the page shows about it afterwards."""
    desk = desk_for(ways)
    sent = sent_from(desk)
    try:
        if sent.given:
            operations.translate(ways.survey, ways.tag, sent.given, by=by)
    except Refusal as no:
        return jsonify(refused=str(no.reason))
    address = request.form.get("address", "")
    fresh = desk_for(ways)
    row = fresh.row(address)
    if row is None:
        raise NotFound
    return jsonify(
        collided=bool(sent.collided),
        state=row.unit.state,
        mark=row.mark,
        about=render_template("surveys/workshop/about.html", row=row, desk=fresh),
        badge=render_template("surveys/workshop/badge.html", state=row.unit.state),
        progress=render_template("surveys/workshop/progress.html", progress=fresh.progress),
    )


def sent_from(desk: Desk) -> Sent:
    known = {row.unit.address: row.unit for row in desk.every_row}
    terms = terms_from(desk.source_tag, desk.tag)
    return sent_in(request.form, known, desk.tag, terms)


def preview_page(ways) -> str:
    """The questionnaire as people will read it in this language; each item has its place."""
    desk = desk_for(ways)
    return render_template(
        "surveys/workshop/preview.html",
        desk=desk,
        ways=ways,
        survey=desk.survey,
        items=items_in(desk.questionnaire, desk.tag),
        spoken=languages.get(desk.tag),
    )


def file_out(ways, kind: str) -> Response:
    """The language as a file of this kind."""
    desk = desk_for(ways)
    data = written(desk, kind)
    name = f"{desk.survey.slug}-{desk.tag}.{kind}"
    return Response(
        data,
        mimetype=MEDIA_TYPES[kind].partition(";")[0],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def written(desk: Desk, kind: str) -> bytes:
    if kind == "xlsx":
        return workbook.write(desk.questionnaire, desk.tag, source=desk.source_tag)
    if kind != "po":
        raise NotFound
    kept = KeptMessages.get_or_none(survey=desk.survey, language=desk.tag)
    plurals = [
        Plural(context, one, many, tuple(forms))
        for context, one, many, forms in (kept.messages if kept else ())
    ]
    return po.write(desk.questionnaire, desk.tag, source=desk.source_tag, plurals=plurals)


def sign_page(ways, form, by_of):
    """A second reader answers for the language. `by_of(form)`: who she is."""
    survey, tag = ways.survey, ways.tag
    if form.carry_out(lambda: operations.sign_language(survey, tag, by=by_of(form))):
        if not ways.door:
            pages.notice(_("Signed. Thank you for reading."))
        return redirect(ways.to("language"), 303)
    desk = desk_for(ways)
    return render_template(
        "surveys/workshop/sign.html",
        desk=desk,
        ways=ways,
        form=form,
        survey=survey,
        hands=translators_of(survey, tag),
        signature=standing_signature(survey, tag, digest_of(desk.questionnaire, tag)),
    )
