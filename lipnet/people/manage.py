"""The people and organisations at the table, and who looks after them."""

from datetime import timedelta
from itertools import groupby

from flask import current_app, redirect, render_template, request, url_for

from lipnet.core import pages
from lipnet.core.i18n import gettext as _
from lipnet.core.permissions import may
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_found
from lipnet.core.web import me, requires
from lipnet.people import operations
from lipnet.people.access import Can, organisation_to_see, person_to_see, present_to
from lipnet.people.corrections.models import OrganisationWish
from lipnet.people.forms import (
    EVERYWHERE,
    ChangePersonForm,
    ConfirmForm,
    NewPersonForm,
    OrganisationForm,
    PersonForm,
    RoleForm,
    offered,
)
from lipnet.people.models import SECTORS, ApiToken, DirectoryEntry, Organisation, Person
from lipnet.people.operations.directory import TOLD
from lipnet.people.own_tokens import bp


@bp.context_processor
def _rights() -> dict:
    return {
        "may_manage": may(me(), Can.MANAGE_PEOPLE),
        "may_see_addresses": may(me(), Can.SEE_ADDRESSES),
        "shown_to_me": _shown_to_me,
    }


@bp.route("/people")
@requires(Can.SEE_PEOPLE)
def directory():
    wanted, entries = request.args.get("q", "").strip(), DirectoryEntry.by_person()
    shown = Person.with_roles(present_to(me()))
    people = [(person, entries.get(person.id) or DirectoryEntry()) for person in shown]
    if wanted:
        people = [each for each in people if is_found(wanted, _searched(*each))]
    return render_template("people/directory.html", people=people, wanted=wanted)


@bp.route("/people/new", methods=["GET", "POST"])
@requires(Can.MANAGE_PEOPLE)
def new_person():
    form = NewPersonForm(language="en")
    if person := form.carry_out(lambda: _invite(form) if form.invite.data else _add(form)):
        return redirect(url_for("people.person", person_id=person.id), 303)
    return render_template("people/new_person.html", form=form)


@bp.route("/people/<int:person_id>")
@requires(Can.SEE_PEOPLE)
def person(person_id: int):
    found = person_to_see(person_id)
    form = RoleForm(formdata=None)
    form.role.choices = offered({c: n for c, n in EVERYWHERE.items() if c not in found.roles})
    tokens = ApiToken.working_of(found)
    return render_template(
        "people/person.html",
        person=found,
        entry=DirectoryEntry.of(found),
        form=form,
        tokens=tokens,
    )


@bp.route("/people/<int:person_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_PEOPLE)
def edit_person(person_id: int):
    found = person_to_see(person_id)
    entry = DirectoryEntry.of(found)
    kept = {name: getattr(entry, name) for name in TOLD}
    form = ChangePersonForm(obj=found, data=kept)
    if form.carry_out(lambda: _change(found, form)):
        pages.notice(_("Saved."))
        return redirect(url_for("people.person", person_id=found.id), 303)
    wish = OrganisationWish.of(found)
    return render_template("people/edit_person.html", form=form, person=found, wish=wish)


@bp.route("/people/<int:person_id>/invitation", methods=["POST"])
@requires(Can.MANAGE_PEOPLE)
def invite_again(person_id: int):
    found = person_to_see(person_id)
    if not found.email:
        raise Refusal(_("Write down an e-mail address for this person first."))
    roles = found.roles or {"member"}
    operations.invite(found.name, found.email, roles=roles, lasts=_invitation_lasts(), by=me())
    pages.notice(_("A letter with the invitation is on its way."))
    return redirect(url_for("people.person", person_id=found.id), 303)


@bp.route("/people/<int:person_id>/roles", methods=["POST"])
@requires(Can.MANAGE_PEOPLE)
def grant_role(person_id: int):
    found, form = person_to_see(person_id), RoleForm()
    if form.validate_on_submit():
        operations.grant_role(found, form.role.data, by=me())
        pages.notice(_("The role is given."))
    return redirect(url_for("people.person", person_id=found.id), 303)


@bp.route("/people/<int:person_id>/roles/<role>/withdrawal", methods=["POST"])
@requires(Can.MANAGE_PEOPLE)
def withdraw_role(person_id: int, role: str):
    found = person_to_see(person_id)
    operations.withdraw_role(found, role, by=me())
    pages.notice(_("The role is taken away."))
    return redirect(url_for("people.person", person_id=found.id), 303)


@bp.route("/people/<int:person_id>/leaving", methods=["GET", "POST"])
@requires(Can.MANAGE_PEOPLE)
def leaving(person_id: int):
    found = person_to_see(person_id)
    back = url_for("people.person", person_id=found.id)
    if ConfirmForm().validate_on_submit():
        operations.leave(found, by=me())
        pages.notice(_("It is noted that this person has left."))
        return redirect(back, 303)
    return render_template("people/leave.html", person=found, back=back)


@bp.route("/people/organisations")
@requires(Can.SEE_PEOPLE)
def organisations():
    ordered = sorted(Organisation.present(), key=lambda row: SECTORS.index(row.sector))
    by_sector = [(sector, list(rows)) for sector, rows in groupby(ordered, lambda r: r.sector)]
    return render_template("people/organisations.html", by_sector=by_sector)


@bp.route("/people/organisations/new", methods=["GET", "POST"])
@requires(Can.MANAGE_PEOPLE)
def new_organisation():
    form = OrganisationForm()
    if form.validate_on_submit():
        row = operations.add_organisation(**_organisation(form), by=me())
        pages.notice(_("The organisation is added."))
        return redirect(url_for("people.organisation", organisation_id=row.id), 303)
    return render_template("people/edit_organisation.html", form=form, organisation=None)


@bp.route("/people/organisations/<int:organisation_id>")
@requires(Can.SEE_PEOPLE)
def organisation(organisation_id: int):
    found = organisation_to_see(organisation_id)
    people = [person for person in Person.present() if person.organisation_id == found.id]
    return render_template("people/organisation.html", organisation=found, people=people)


@bp.route("/people/organisations/<int:organisation_id>/edit", methods=["GET", "POST"])
@requires(Can.MANAGE_PEOPLE)
def edit_organisation(organisation_id: int):
    found = organisation_to_see(organisation_id)
    form = OrganisationForm(obj=found)
    if form.validate_on_submit():
        operations.change_organisation(found, **_organisation(form), by=me())
        pages.notice(_("Saved."))
        return redirect(url_for("people.organisation", organisation_id=found.id), 303)
    return render_template("people/edit_organisation.html", form=form, organisation=found)


@bp.post("/people/organisations/<int:organisation_id>/leaving")
@requires(Can.MANAGE_PEOPLE)
def organisation_leaving(organisation_id: int):
    found = organisation_to_see(organisation_id)
    operations.organisation_leaves(found, by=me())
    pages.notice(_("It is noted that this organisation has left. What it did stays."))
    return redirect(url_for("people.organisation", organisation_id=found.id), 303)


@bp.post("/people/organisations/<int:organisation_id>/return")
@requires(Can.MANAGE_PEOPLE)
def organisation_return(organisation_id: int):
    found = organisation_to_see(organisation_id)
    operations.organisation_returns(found, by=me())
    pages.notice(_("It is noted that this organisation is at the table."))
    return redirect(url_for("people.organisation", organisation_id=found.id), 303)


def _shown_to_me(person: Person, entry: DirectoryEntry, what: str) -> bool:
    """Whether the reader sees this address, number or position: members as its owner chose."""
    if me() == person or may(me(), Can.MANAGE_PEOPLE):
        return True
    allowed = what == "position" or may(me(), Can.SEE_ADDRESSES)
    return allowed and getattr(entry, f"shows_{what}")


def _searched(person: Person, entry: DirectoryEntry) -> str:
    """What a search looks through: the name, the organisation in its languages, and the position
    if the reader sees it (else the search would tell it)."""
    names = person.organisation.name.values() if person.organisation else ()
    position = entry.position if _shown_to_me(person, entry, "position") else ""
    return " ".join([person.name, position, *names])


def _invite(form: NewPersonForm) -> Person:
    if not form.email.data:
        raise Refusal(_("An invitation needs an e-mail address."), field="email")
    given = {**_particulars(form), "roles": form.roles.data, "lasts": _invitation_lasts()}
    person = operations.invite(given.pop("name"), given.pop("email"), **given, by=me())
    pages.notice(_("A letter with the invitation is on its way."))
    return person


def _add(form: NewPersonForm) -> Person:
    given = _particulars(form)
    person = operations.add_person(given.pop("name"), **given, by=me())
    pages.notice(_("The person is added."))
    return person


def _change(person: Person, form: ChangePersonForm) -> Person:
    entry = {name: form[name].data or "" for name in TOLD}
    return operations.change_person(person, **_particulars(form), entry=entry, by=me())


def _particulars(form: PersonForm) -> dict:
    return {
        "name": form.name.data,
        "email": form.email.data,
        "language": form.language.data,
        "organisation": form.organisation.chosen,
    }


def _organisation(form: OrganisationForm) -> dict:
    return {
        "name": form.name.data,
        "sector": form.sector.data,
        "website": form.website.data or "",
    }


def _invitation_lasts() -> timedelta:
    return timedelta(days=current_app.config["LIPNET"].security.invitation_days)
