"""The glossary of the partnership: terms, and what they are called in each language."""

from flask import redirect, render_template, request, url_for

from lipnet.core import forms, pages
from lipnet.core.i18n import gettext as _
from lipnet.core.web import me, requires
from lipnet.surveys.workshop import operations
from lipnet.surveys.workshop.access import Can, surveys_to_translate, term_to_keep
from lipnet.surveys.workshop.forms import term_form
from lipnet.surveys.workshop.models import GlossaryTerm
from lipnet.surveys.workshop.pages import bp
from lipnet.surveys.workshop.wording import questionnaire_worked_on


@bp.get("/glossary")
@requires(Can.TRANSLATE)
def glossary():
    return render_template("surveys/workshop/glossary.html", terms=GlossaryTerm.in_order())


@bp.route("/glossary/new", methods=["GET", "POST"])
@requires(Can.TRANSLATE)
def new_term():
    return _term_page(None)


@bp.route("/glossary/<int:term_id>", methods=["GET", "POST"])
@requires(Can.TRANSLATE)
def term(term_id: int):
    return _term_page(term_to_keep(term_id))


@bp.post("/glossary/<int:term_id>/removal")
@requires(Can.TRANSLATE)
def drop_term(term_id: int):
    operations.drop_term(term_to_keep(term_id), by=me())
    pages.notice(_("The term is taken out of the glossary."))
    return redirect(url_for(".glossary"), 303)


def _term_page(row: GlossaryTerm | None):
    form = term_form(_tags(row), forms.content_languages()[0], obj=row)
    if form.carry_out(lambda: operations.keep_term(**_content(form, row), row=row, by=me())):
        pages.notice(_("Saved."))
        return redirect(url_for(".glossary"), 303)
    return render_template("surveys/workshop/term.html", form=form, term=row)


def _content(form, row: GlossaryTerm | None) -> dict:
    """What the form does not ask for is kept."""
    asked = dict.fromkeys(form.wanted.tags, "")
    return {
        "term": form.term.data or "",
        "language": form.language.data,
        "wanted": {**(row.wanted if row else {}), **asked, **(form.wanted.data or {})},
        "locked": form.locked.data,
        "note": form.note.data or "",
    }


def _tags(row: GlossaryTerm | None) -> tuple[str, ...]:
    """The languages the partnership writes in and asks in."""
    asked = (questionnaire_worked_on(s.latest_version) for s in surveys_to_translate(me()))
    found = [tag for read in asked for tag in read.languages if not tag.startswith("und-")]
    known = [*forms.content_languages(), *(row.wanted if row else ()), *found]
    named = request.args.get("language", "")
    return tuple(dict.fromkeys([*known, *([named] if named in known else [])]))
