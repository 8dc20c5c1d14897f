"""The codebook of a question, and how far its coders agree."""

from flask import redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.people.models import Person
from lipnet.surveys.manage import bp
from lipnet.surveys.open_answers import operations, words
from lipnet.surveys.open_answers.access import (
    Can,
    Read,
    book_to_code,
    code_to_change,
    question_to_read,
)
from lipnet.surveys.open_answers.desk import keyed, lines_of
from lipnet.surveys.open_answers.finals import (
    agreed_codes,
    agreements,
    codings_by,
    disagreements,
    has_finished,
)
from lipnet.surveys.open_answers.forms import CodeForm
from lipnet.surveys.open_answers.pages import HERE


@bp.route(f"{HERE}/<question>/codes", methods=["GET", "POST"])
@requires(Can.CODE_ANSWERS)
def codes(slug: str, question: str):
    read, form = question_to_read(slug, question, me()), CodeForm()
    if form.carry_out(
        lambda: operations.add_code(read.survey, question, **form.content(), by=me())
    ):
        pages.notice(_("The code is added."))
        return redirect(url_for(".codes", slug=slug, question=question), 303)
    return render_template(
        "surveys/open_answers/codes.html",
        read=read,
        form=form,
        keyed=keyed(read),
        retired=[each for each in read.book.in_order if each.retired_on] if read.book else [],
        given=_given(read),
    )


@bp.route(f"{HERE}/<question>/codes/<key>", methods=["GET", "POST"])
@requires(Can.CODE_ANSWERS)
def one_code(slug: str, question: str, key: str):
    code = code_to_change(slug, question, key, me())
    form = CodeForm(obj=code)
    if form.carry_out(lambda: _changed(code, form)):
        pages.notice(_("Saved."))
        return redirect(url_for(".codes", slug=slug, question=question), 303)
    read = question_to_read(slug, question, me())
    return render_template("surveys/open_answers/code.html", read=read, form=form, code=code)


@bp.post(f"{HERE}/<question>/codes/<key>/<act>")
@requires(Can.CODE_ANSWERS)
def act_on_code(slug: str, question: str, key: str, act: str):
    code = code_to_change(slug, question, key, me())
    match act:
        case "earlier" | "later":
            operations.move_code(code, earlier=act == "earlier", by=me())
        case "retiring":
            operations.retire_code(code, by=me())
        case "taking-up":
            operations.take_up_code(code, by=me())
        case _:
            raise NotFound
    return redirect(url_for(".codes", slug=slug, question=question), 303)


@bp.route(f"{HERE}/<question>/agreement", methods=["GET", "POST"])
@requires(Can.CODE_ANSWERS)
def agreement(slug: str, question: str):
    """Nothing of it is shown to a coder who has not finished."""
    read = book_to_code(slug, question, me())
    if request.method == "POST":
        answer = read.by_handle(request.form.get("answer", ""))
        chosen = request.form.getlist(f"c-{answer.handle}")
        operations.agree_on_codes(read.book, answer.key, chosen, by=me())
        pages.notice(_("The codes of this answer are settled."))
        return redirect(url_for(".agreement", slug=slug, question=question), 303)
    finished = has_finished(read.book, me())
    return render_template(
        "surveys/open_answers/agreement.html",
        read=read,
        keyed=keyed(read),
        finished=finished,
        found=agreements(read.book) if finished else None,
        disputed=_disputed(read) if finished else [],
        readings=words.READINGS,
    )


def _changed(code, form: CodeForm) -> None:
    operations.change_code(code, **form.content(), by=me())


def _given(read: Read) -> dict[str, int]:
    """Code -> to how many answers I gave it."""
    mine = codings_by(read.book, me()).values() if read.book else ()
    every = [key for codes in mine for key in codes]
    return {key: every.count(key) for key in set(every)}


def _disputed(read: Read) -> list[dict]:
    """Unsettled first: the answer, what each coder said, what was agreed on."""
    differing = disagreements(read.book)
    shown = [each for each in read.answers if each.key in differing]
    lines = lines_of(read, shown, agreed_codes(read.book))
    names = {each.id: each.name for each in Person.select(Person.id, Person.name)}
    return [
        {
            "line": line,
            "said": [(names[coder], said) for coder, said in differing[line.answer.key].items()],
        }
        for line in sorted(lines, key=lambda line: line.codes is not None)
    ]
