"""Two versions of terms of reference beside each other."""

from flask import render_template

from lipnet.core import clock
from lipnet.core.forms import content_languages
from lipnet.core.incoming import number_asked
from lipnet.core.web import requires
from lipnet.groups import access, wording
from lipnet.groups.access import Can
from lipnet.groups.manage import bp
from lipnet.groups.models import TermsOfReference, filled_voting_seats
from lipnet.groups.terms.comparing import sections_compared


@bp.route("/<slug>/terms/<int:version>/changes")
@requires(Can.SEE_GROUPS)
def terms_changes(slug: str, version: int):
    """What `version` changed against ?since=1; without it, against the version before."""
    later = access.terms_to_see(slug, version)
    earlier = access.terms_to_see(slug, number_asked("since") or max(version - 1, 1))
    return render_template(
        "groups/terms_changes.html",
        later=later,
        earlier=earlier,
        versions=[row.version for row in later.body.terms.order_by(TermsOfReference.version)],
        clauses=clauses_compared(earlier, later),
        sections=sections_compared(earlier.sections, later.sections, content_languages()),
    )


def clauses_compared(
    earlier: TermsOfReference, later: TermsOfReference
) -> list[tuple[str, str, str]]:
    """(name, sentence before, sentence after) of each clause that differs."""
    filled = len(filled_voting_seats(later.body, clock.today()))
    before, after = (dict(wording.clauses(terms, filled)) for terms in (earlier, later))
    names = dict.fromkeys([*after, *before])
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return [pair for pair in pairs if pair[1] != pair[2]]
