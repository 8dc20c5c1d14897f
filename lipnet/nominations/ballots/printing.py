"""Ballot papers to print: one sheet, in one language or two, printed as often as needed.

Nothing on the sheet hangs on who prints it or who will get it.
"""

from flask import render_template, request
from wtforms import SelectField

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.core.i18n import lazy
from lipnet.core.refusals import NotFound
from lipnet.core.web import requires
from lipnet.nominations.access import Can
from lipnet.nominations.ballots.access import ballot_to_manage
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.paper_words import Side, side
from lipnet.nominations.further import languages_of
from lipnet.nominations.manage import bp

SHORT = (3, 260)  # options and letters of what to do: so few leave room for a second paper


class PaperLanguages(Form):
    first = SelectField(lazy("Language of the paper"))
    second = SelectField(lazy("A second language beside it"))

    class Meta(Form.Meta):
        csrf = False

    @property
    def tags(self) -> list[str]:
        return list(dict.fromkeys(filter(None, (self.first.data, self.second.data))))


@bp.get("/nominations/ballots/<int:ballot_id>/printing")
@requires(Can.MANAGE_CALLS)
def print_papers(ballot_id: int):
    """While the ballot is open; a draft shows what its papers would be."""
    ballot = ballot_to_manage(ballot_id)
    if not may_print(ballot):
        raise NotFound
    form = _languages(languages_of(ballot.call))
    sides = [side(ballot, tag) for tag in form.tags]
    return render_template(
        "nominations/ballots/printing.html",
        ballot=ballot,
        form=form,
        sides=sides,
        options=list(zip(*(each.options for each in sides), strict=True)),
        papers=_papers_on_a_sheet(sides),
    )


def may_print(ballot: Ballot) -> bool:
    return ballot.is_draft or ballot.is_open


def _languages(tags: tuple[str, ...]) -> PaperLanguages:
    """What was chosen; to begin with the reader's language, or the first of the call."""
    mine = i18n.language().tag
    asked = {
        "first": _known(request.args.get("first", mine), tags) or tags[0],
        "second": _known(request.args.get("second", ""), tags),
    }
    form = PaperLanguages(formdata=None, data=asked)
    form.first.choices = [(tag, languages.get(tag).endonym) for tag in tags]
    form.second.choices = [("", i18n.gettext("No second language")), *form.first.choices]
    return form


def _known(tag: str, tags: tuple[str, ...]) -> str:
    return tag if tag in tags else ""


def _papers_on_a_sheet(sides: list[Side]) -> int:
    only = sides[0]
    options, letters = len(only.options), sum(map(len, only.how))
    is_short = options <= SHORT[0] and letters <= SHORT[1] and not only.places
    return 2 if is_short and len(sides) == 1 else 1
