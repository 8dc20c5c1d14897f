"""The clauses of terms of reference that came later, kept beside them."""

from datetime import date

import peewee

from lipnet.core.db import Base, TextsField
from lipnet.core.i18n import lazy
from lipnet.groups.models import Appointment, Body, TermsOfReference, one_of, terms_on
from lipnet.people.models import Person

NOMINATOR_NAMES = {
    "anyone": lazy("Anybody who lives or works here"),
    "members": lazy("Members of the partnership"),
    "organisations": lazy("Organisations at the table"),
    "group": lazy("Members of this group"),
}
NOMINATORS = tuple(NOMINATOR_NAMES)
SECOND_CALLS = ("none", "present", "fixed")


class FurtherClauses(Base):
    """Second call, longest service, who may nominate, and what a version changed."""

    terms = peewee.ForeignKeyField(TermsOfReference, unique=True)
    second_call = peewee.TextField(default="none")
    second_call_value = peewee.IntegerField(null=True)
    term_cap = peewee.IntegerField(null=True)
    cap_exception = peewee.BooleanField(default=False)
    nominators = peewee.TextField(default="members")
    amendment = TextsField(default=dict)

    class Meta:
        table_name = "further_clauses"
        constraints = [
            one_of("second_call", SECOND_CALLS, "further_clauses_second_call"),
            one_of("nominators", NOMINATORS, "further_clauses_nominators"),
            peewee.Check(
                "(second_call = 'fixed') = (second_call_value IS NOT NULL)",
                name="further_clauses_how_many",
            ),
            peewee.Check("second_call_value > 0", name="further_clauses_at_least_one"),
            peewee.Check("term_cap > 0", name="further_clauses_cap"),
        ]

    @classmethod
    def of(cls, terms: TermsOfReference) -> "FurtherClauses":
        """The clauses kept with `terms`; those nobody wrote say nothing special."""
        return cls.get_or_none(cls.terms == terms) or cls(terms=terms)

    def quorum_at_second_call(self, filled: int) -> int:
        """How many must come when the first call brought too few."""
        if self.second_call == "fixed":
            return self.second_call_value
        return 1 if self.second_call == "present" else self.terms.quorum_among(filled)


class TermException(Base):
    """That somebody may sit one term more in a row than the terms of reference say, and why."""

    body = peewee.ForeignKeyField(Body, backref="term_exceptions")
    person = peewee.ForeignKeyField(Person, backref="term_exceptions")
    reason = peewee.TextField()
    allowed_on = peewee.DateField()
    appointment = peewee.ForeignKeyField(Appointment, null=True, unique=True, backref="exceptions")

    class Meta:
        table_name = "term_exception"
        constraints = [peewee.Check("reason <> ''", name="term_exception_has_a_reason")]


def clauses_on(body: Body, day: date) -> FurtherClauses | None:
    """The further clauses in force on `day`."""
    terms = terms_on(body, day)
    return FurtherClauses.of(terms) if terms else None


def amendments_of(body: Body) -> list[tuple[TermsOfReference, dict]]:
    """(version, what it changed) of every version in force or that was, the latest first."""
    in_force = body.terms.where(TermsOfReference.in_force_from.is_null(False))
    rows = in_force.order_by(TermsOfReference.version.desc())
    return [(terms, FurtherClauses.of(terms).amendment) for terms in rows]


def term_cap_of(body: Body) -> int | None:
    """How many terms in a row somebody may sit, by the terms of reference in force."""
    terms = body.terms_in_force
    return FurtherClauses.of(terms).term_cap if terms else None
