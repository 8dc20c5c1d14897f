"""A body's rules in plain words, and the three ways to hold the contribution agreement."""

from typing import NamedTuple

from lipnet.core.i18n import Lazy, format_day, format_percent, lazy, ngettext
from lipnet.core.i18n import gettext as _
from lipnet.groups.models import TermsOfReference
from lipnet.groups.terms.between import CARRYING_NAMES, BetweenMeetings
from lipnet.groups.terms.models import NOMINATOR_NAMES, FurtherClauses

FLAG_NAMES = {
    "ex_officio": lazy("Ex officio"),
    "francophone": lazy("Francophone voice"),
    "lived_experience": lazy("Lived experience of immigration"),
    "youth": lazy("Youth"),
}

DECISION_RULE_NAMES = {
    "consensus_then_majority": lazy("By consensus; if that fails, by majority"),
    "majority": lazy("By majority"),
}

QUORUM_KIND_NAMES = {
    "share": lazy("A share of the filled voting seats, in percent"),
    "fixed": lazy("A fixed number of people"),
}


RESOURCE = lazy("Resource person")


SECOND_CALL_NAMES = {
    "none": lazy("There is none"),
    "present": lazy("Whoever attends the second call may decide"),
    "fixed": lazy("A fixed number at the second call"),
}


def flags_of(seat, advises: bool = False) -> list[Lazy]:
    """What sets this seat apart; `advises`: it is there as a resource."""
    flags = [name for key, name in FLAG_NAMES.items() if getattr(seat, key)]
    flags = [RESOURCE, *flags] if advises else flags
    return flags if seat.voting else [lazy("Without a vote"), *flags]


def clauses(terms: TermsOfReference, filled: int) -> list[tuple[str, str]]:
    """The clauses the program works by: (name, sentence); `filled` voting seats count today."""
    further = FurtherClauses.of(terms)
    pairs = [
        (_("Quorum"), quorum_sentence(terms, filled)),
        (_("Second call"), _second_call_sentence(further)),
        (_("Decisions"), _decision_sentence(terms)),
        *_between_clauses(BetweenMeetings.of(terms)),
        (_("Term"), ngettext("%(num)s year", "%(num)s years", terms.term_years)),
        (_("Longest service"), _cap_sentence(further)),
        (_("Notice"), _notice_sentence(terms)),
        (_("Who may nominate"), str(NOMINATOR_NAMES[further.nominators])),
    ]
    if terms.review_on:
        pairs.append((_("To be reviewed"), format_day(terms.review_on)))
    return pairs


def quorum_sentence(terms: TermsOfReference, filled: int) -> str:
    """How many must be present, and what that means with `filled` voting seats."""
    needed = terms.quorum_among(filled)
    if terms.quorum_kind == "fixed":
        return ngettext(
            "%(num)s person with a vote must be present.",
            "%(num)s people with a vote must be present.",
            needed,
        )
    return ngettext(
        "%(percent)s of the filled voting seats must be present: today that is %(num)s person.",
        "%(percent)s of the filled voting seats must be present: today that is %(num)s people.",
        needed,
        percent=format_percent(terms.quorum_value / 100),
    )


def _decision_sentence(terms: TermsOfReference) -> str:
    if terms.decision_rule == "majority":
        return _("A majority of those present with a vote decides.")
    return _(
        "We look for consensus. Where it cannot be found, a majority of those present with a "
        "vote decides."
    )


def _between_clauses(clause: BetweenMeetings | None) -> list[tuple[str, str]]:
    """Nothing is said where the group votes at its meetings only."""
    if clause is None:
        return []
    percent = format_percent(clause.percent / 100)
    asked = _("Possible, if %(percent)s of the members with a vote answer.", percent=percent)
    pairs = [
        (_("Votes between meetings"), asked),
        (_("A motion carries between meetings"), str(CARRYING_NAMES[clause.rule])),
    ]
    if clause.alternates:
        said = _("An alternate may answer for a member who has not.")
        pairs.append((_("Alternates between meetings"), said))
    return pairs


def _second_call_sentence(further: FurtherClauses) -> str:
    """Empty, and so left out, where the terms know no second call."""
    if further.second_call == "present":
        return _("If too few came, whoever comes to the meeting called next may decide.")
    if further.second_call == "fixed":
        return ngettext(
            "If too few came, %(num)s person with a vote is enough at the meeting called next.",
            "If too few came, %(num)s people with a vote are enough at the meeting called next.",
            further.second_call_value,
        )
    return ""


def _cap_sentence(further: FurtherClauses) -> str:
    if not further.term_cap:
        return ""
    if further.cap_exception:
        return ngettext(
            "%(num)s term in a row; one more is possible, with a reason on record.",
            "%(num)s terms in a row; one more is possible, with a reason on record.",
            further.term_cap,
        )
    return ngettext("%(num)s term", "%(num)s terms", further.term_cap)


def _notice_sentence(terms: TermsOfReference) -> str:
    return ngettext(
        "A meeting is called at least %(num)s day before.",
        "A meeting is called at least %(num)s days before.",
        terms.notice_days,
    )


class Configuration(NamedTuple):
    """One way to hold the contribution agreement, to be compared with the others."""

    key: str
    name: Lazy
    means: Lazy
    strength: Lazy
    watch: Lazy
    fits: Lazy


HOLDERS = (
    Configuration(
        "municipality",
        lazy("The municipality"),
        lazy("The city, county or region signs, employs the coordinator and keeps the accounts."),
        lazy(
            "It can call everybody to the table, its own departments for transit, housing and "
            "libraries are close, and its administration is steady."
        ),
        lazy(
            "Hiring and contracts follow its rules and calendar, and people may take the "
            "partnership for one more programme of the town hall."
        ),
        lazy("The municipality wants the settlement of newcomers to be its own business."),
    ),
    Configuration(
        "agency",
        lazy("A community agency"),
        lazy("A settlement or community agency signs, employs the coordinator and keeps accounts."),
        lazy(
            "It is close to newcomers and to those who work with them every day, and it can "
            "begin quickly."
        ),
        lazy(
            "Other agencies may see a competitor at the head of the table, and the municipality "
            "may feel like a guest. A small agency can be strained by the bookkeeping."
        ),
        lazy("One agency has everybody's trust, and the municipality supports it openly."),
    ),
    Configuration(
        "partnership",
        lazy("Both as partners"),
        lazy(
            "One of them signs; a written understanding shares the tasks between the "
            "municipality and the agency."
        ),
        lazy("The reach of the one and the closeness of the other, and two shoulders to carry it."),
        lazy(
            "Who employs, who pays, who speaks in public and what happens in a dispute must be "
            "written down before the first cheque."
        ),
        lazy("Both already work together well, and each lacks something the other has."),
    ),
)
HOLDER_NAMES = {one.key: one.name for one in HOLDERS}
