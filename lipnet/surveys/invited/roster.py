"""The people we know, as they could be invited: members of a group, people of organisations."""

from lipnet.core import clock
from lipnet.core.i18n import gettext as _
from lipnet.core.multilingual import plain
from lipnet.groups.models import Body, people_of
from lipnet.people.models import Organisation, Person, folded_address
from lipnet.surveys.invited.rows import Row, is_address
from lipnet.surveys.invited.sheet import ListFinding, ListRead


def sources() -> list[tuple[str, str]]:
    """(code, name) of everything people can be taken from."""
    bodies = [
        (f"body:{body.id}", _("Members of %(group)s", group=plain(body.name)))
        for body in Body.standing()
    ]
    organisations = [
        (f"organisation:{row.id}", _("People of %(organisation)s", organisation=plain(row.name)))
        for row in Organisation.present()
    ]
    every = ("organisations", _("People of every organisation at the table"))
    return [*bodies, every, *organisations]


def from_roster(source: str, known: set[str]) -> ListRead:
    """The people of one of `sources`; who has no address, or is on the list, is told of.

    `known`: folded addresses already on the list.
    """
    rows, findings = [], []
    for person in _people(source):
        if not person.email or not is_address(person.email):
            findings.append(ListFinding(person.name, "error", "email_missing", {}))
        elif folded_address(person.email) in known:
            found = {"text": person.email}
            findings.append(ListFinding(person.name, "notice", "email_known", found))
        else:
            rows.append(Row(person.name, person.email, person.language))
    return ListRead(tuple(rows), tuple(findings))


def _people(source: str) -> list[Person]:
    kind, _colon, number = source.partition(":")
    if kind == "body":
        return people_of(Body.get_by_id(int(number)), clock.today())
    belongs = [person for person in Person.present() if person.organisation is not None]
    if kind == "organisation":
        return [person for person in belongs if person.organisation_id == int(number)]
    here = {row.id for row in Organisation.present()}
    return [person for person in belongs if person.organisation_id in here]
