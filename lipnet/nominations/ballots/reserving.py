"""Places reserved in a ballot that is being prepared."""

from flask import redirect, render_template, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.refusals import NotFound
from lipnet.core.web import me, requires
from lipnet.nominations.access import Can
from lipnet.nominations.ballots import operations
from lipnet.nominations.ballots.access import ballot_to_manage
from lipnet.nominations.ballots.forms import GroupForm, PlaceForm
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.places import GROUP_NAMES, ReservedPlace, places_of
from lipnet.nominations.manage import bp


@bp.route("/nominations/ballots/<int:ballot_id>/reserved", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def reserved(ballot_id: int):
    ballot = _draft(ballot_id)
    form = GroupForm()
    form.offer(ballot)
    if form.validate_on_submit():
        return redirect(
            url_for("nominations.reserve", ballot_id=ballot.id, kind=form.kind.data), 303
        )
    return render_template(
        "nominations/ballots/reserved.html", ballot=ballot, form=form, places=places_of(ballot)
    )


@bp.route("/nominations/ballots/<int:ballot_id>/reserved/<kind>", methods=["GET", "POST"])
@requires(Can.MANAGE_CALLS)
def reserve(ballot_id: int, kind: str):
    ballot = _draft(ballot_id)
    if kind not in GROUP_NAMES:
        raise NotFound
    form = PlaceForm()
    form.offer(ballot, kind)
    if form.carry_out(lambda: operations.reserve_places(ballot, kind, **_asked(form), by=me())):
        pages.notice(_("The places are reserved."))
        return redirect(url_for("nominations.reserved", ballot_id=ballot.id), 303)
    return render_template(
        "nominations/ballots/reserve.html", ballot=ballot, form=form, group=GROUP_NAMES[kind]
    )


@bp.post("/nominations/ballots/<int:ballot_id>/reserved/<kind>/removal")
@requires(Can.MANAGE_CALLS)
def free_places(ballot_id: int, kind: str):
    ballot = _draft(ballot_id)
    place = ballot.places.where(ReservedPlace.kind == kind).first()
    if place is None:
        raise NotFound
    operations.free_places(place, by=me())
    return redirect(url_for("nominations.reserved", ballot_id=ballot.id), 303)


def _draft(ballot_id: int) -> Ballot:
    """Places are reserved before the opening only, and where the rule can keep them."""
    ballot = ballot_to_manage(ballot_id)
    if not (ballot.is_draft and ballot.may_reserve):
        raise NotFound
    return ballot


def _asked(form: PlaceForm) -> dict:
    return {
        "minimum": form.minimum.data or 0,
        "maximum": form.maximum.data,
        "members": form.chosen,
    }
