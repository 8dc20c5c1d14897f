"""The coder's pages: which open questions there are, and coding one."""

from flask import jsonify, redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import ngettext
from lipnet.core.incoming import number_asked
from lipnet.core.permissions import may
from lipnet.core.refusals import Refusal
from lipnet.core.web import me, requires
from lipnet.surveys.manage import bp
from lipnet.surveys.open_answers import operations, words
from lipnet.surveys.open_answers.access import (
    Can,
    Read,
    book_to_code,
    code_to_change,
    question_to_read,
    survey_with_open_answers,
)
from lipnet.surveys.open_answers.answers import open_questions_of
from lipnet.surveys.open_answers.desk import (
    NONE_FITS,
    SHOWN,
    desk_of,
    keyed,
    lines_of,
    similar_to_code,
    translations_of,
)
from lipnet.surveys.open_answers.finals import codings_by, has_finished
from lipnet.surveys.open_answers.quotable import quotable_keys
from lipnet.surveys.results import smallest_of

HERE = "/surveys/<slug>/open"


@bp.get(HERE)
@requires(Can.TRANSLATE_ANSWERS)
def open_answers(slug: str):
    survey = survey_with_open_answers(slug, me())
    return render_template(
        "surveys/open_answers/index.html",
        survey=survey,
        lines=[_line(slug, each.name) for each in open_questions_of(survey)],
        threshold=smallest_of(survey),
        may_code=may(me(), Can.CODE_ANSWERS),
        may_unmask=may(me(), Can.SEE_EXACT),
    )


@bp.route(f"{HERE}/<question>/coding", methods=["GET", "POST"])
@requires(Can.CODE_ANSWERS)
def coding(slug: str, question: str):
    read = question_to_read(slug, question, me())
    if not (read.book and read.book.offered and read.answers):
        return redirect(url_for(".codes", slug=slug, question=question), 303)
    if request.method == "POST":
        count = _code(read)
        pages.notice(ngettext("%(n)s answer coded.", "%(n)s answers coded.", count))
        return redirect(url_for(".coding", slug=slug, question=question, **_asked()), 303)
    return _desk_page(read, **_asked())


@bp.post(f"{HERE}/<question>/coding/kept")
@requires(Can.CODE_ANSWERS)
def coding_kept(slug: str, question: str):
    """For the script: what stands on the page is kept while she goes on coding."""
    read = book_to_code(slug, question, me())
    try:
        _code(read)
    except Refusal as refusal:
        return jsonify(refused=str(refusal.reason))
    mine = codings_by(read.book, me())
    coded, total = sum(each.key in mine for each in read.answers), len(read.answers)
    return jsonify(said=_("%(coded)s of %(total)s answers coded", coded=coded, total=total))


@bp.post(f"{HERE}/<question>/coding/undo")
@requires(Can.CODE_ANSWERS)
def undo_coding(slug: str, question: str):
    count = operations.undo_coding(book_to_code(slug, question, me()).book, by=me())
    pages.notice(ngettext("Taken back for %(n)s answer.", "Taken back for %(n)s answers.", count))
    return redirect(url_for(".coding", slug=slug, question=question, show="all"), 303)


@bp.post(f"{HERE}/<question>/coding/finishing")
@requires(Can.CODE_ANSWERS)
def finish_coding(slug: str, question: str):
    operations.finish_coding(book_to_code(slug, question, me()).book, by=me())
    pages.notice(_("You have finished. Your codes count from now on."))
    return redirect(url_for(".agreement", slug=slug, question=question), 303)


@bp.post(f"{HERE}/<question>/coding/resuming")
@requires(Can.CODE_ANSWERS)
def resume_coding(slug: str, question: str):
    operations.resume_coding(book_to_code(slug, question, me()).book, by=me())
    pages.notice(_("Go on. Your codes count again once you have finished."))
    return redirect(url_for(".coding", slug=slug, question=question), 303)


@bp.route(f"{HERE}/<question>/similar/<key>", methods=["GET", "POST"])
@requires(Can.CODE_ANSWERS)
def similar_answers(slug: str, question: str, key: str):
    read, code = book_to_code(slug, question, me()), code_to_change(slug, question, key, me())
    if request.method == "POST":
        count = _give(read, code.key, request.form.getlist("pick"))
        pages.notice(ngettext("%(n)s answer coded.", "%(n)s answers coded.", count))
        return redirect(url_for(".similar_answers", slug=slug, question=question, key=key), 303)
    mine = codings_by(read.book, me())
    return render_template(
        "surveys/open_answers/similar.html",
        read=read,
        code=code,
        tabs=[(each.code, each.code == code) for each in keyed(read)],
        lines=lines_of(read, similar_to_code(read, code, me()), mine),
        has_examples=any(code.key in codes for codes in mine.values()),
    )


def _line(slug: str, name: str) -> dict:
    read = question_to_read(slug, name, me())
    mine = codings_by(read.book, me()) if read.book else {}
    return {
        "read": read,
        "codes": len(read.book.offered) if read.book else 0,
        "coded": sum(each.key in mine for each in read.answers),
        "translated": len(translations_of(read, read.answers)),
        "finished": bool(read.book) and has_finished(read.book, me()),
    }


def _desk_page(read: Read, show: str, find: str):
    return render_template(
        "surveys/open_answers/coding.html",
        read=read,
        desk=desk_of(read, me(), show, find, number_asked("page") or 1),
        show=show,
        find=find,
        shown=words.SHOWN,
        none_fits=NONE_FITS,
        finished=has_finished(read.book, me()),
        quotable=quotable_keys(read.survey) if may(me(), Can.QUOTE_ANSWERS) else set(),
    )


def _asked() -> dict:
    show = request.args.get("show", "todo")
    return {
        "show": show if show in SHOWN else "todo",
        "find": request.args.get("find", "").strip()[:100],
    }


def _code(read: Read) -> int:
    """What is ticked on the page; an answer that had no codes and has none stays uncoded."""
    mine, given = codings_by(read.book, me()), {}
    for handle in request.form.getlist("answer"):
        answer, ticked = read.by_handle(handle), request.form.getlist(f"c-{handle}")
        codes = {each for each in ticked if each != NONE_FITS}
        said = mine.get(answer.key)
        if said is None and ticked or said is not None and codes != set(said):
            given[answer.key] = codes
    return operations.code_answers(read.book, given, by=me()) if given else 0


def _give(read: Read, key: str, handles: list[str]) -> int:
    """One code more for each of these answers."""
    mine = codings_by(read.book, me())
    keys = [read.by_handle(handle).key for handle in handles]
    given = {each: (*mine.get(each, ()), key) for each in keys}
    return operations.code_answers(read.book, given, by=me()) if given else 0
