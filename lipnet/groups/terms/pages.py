"""Two versions of terms of reference beside each other; one term more than they say."""

from flask import redirect, render_template, url_for

from lipnet.core import clock, pages
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.web import me, requires
from lipnet.groups import access, operations, wording
from lipnet.groups.access import Can
from lipnet.groups.forms import ExceptionForm
from lipnet.groups.manage import bp
from lipnet.groups.models import TermsOfReference, filled_voting_seats
from lipnet.groups.terms.comparing import sections_compared
from lipnet.groups.terms.service import cap_on
from lipnet.people.access import person_to_see


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


@bp.route("/<slug>/exceptions/<int:person_id>", methods=["GET", "POST"])
@requires(Can.MANAGE_GROUPS)
def allow_another_term(slug: str, person_id: int):
    """Before a call is decided: so that who has reached the longest service can be appointed."""
    body, person, form = access.body_to_manage(slug), person_to_see(person_id), ExceptionForm()
    if form.carry_out(
        lambda: operations.allow_another_term(body, person, reason=form.reason.data, by=me())
    ):
        pages.notice(_("It is on record: %(name)s may sit one more term.", name=person.name))
        return redirect(url_for("groups.body", slug=slug), 303)
    return render_template(
        "groups/allow_another_term.html",
        body=body,
        person=person,
        form=form,
        cap=cap_on(body, clock.today()),
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
