"""What happened in a period as one document of JSON values: made again from the same records it is
the same, so that its digest shows whether anything has changed.

It holds no number of a row, no moment and no person's name; and only what may leave the house:
motions of adopted minutes that nothing hides, files that are not confidential, counts of people
that are not small.
"""

import json
from collections.abc import Iterable
from datetime import date

from lipnet.core import clock
from lipnet.core.files import StoredFile
from lipnet.core.partnership import partnership
from lipnet.engagement.operations import reached_in, told_counts, told_people
from lipnet.groups.agreements.models import Agreement, BudgetLine, Obligation, ObligationProof
from lipnet.plans.access import files_shown
from lipnet.reports import happened
from lipnet.surveys.operations import threshold

FORMAT = 2  # since the second there is a list of files
PARTS = ("meetings", "motions", "outputs", "files", "engagements", "money")


def document_of(
    agreement: Agreement,
    obligation: Obligation | None,
    first: date,
    last: date,
    form: int = FORMAT,
) -> dict:
    """Lists of each of PARTS in order, and "totals" over them; in an earlier `form`, so that a pack
    of that time can be made again."""
    parts = {
        "meetings": _sorted(_meetings(first, last)),
        "motions": _sorted(_motions(first, last)),
        "outputs": _sorted(_outputs(first, last)),
        **({"files": _sorted(_files(first, last))} if form > 1 else {}),
        "engagements": _sorted(_engagements(first, last)),
        "money": _money(agreement, first, last),
    }
    return {
        "format": form,
        "partnership": partnership().name,
        "agreement": {"number": agreement.number, "title": agreement.title},
        "obligation": _owed(obligation) if obligation else None,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "smallest": threshold(),
        **parts,
        "totals": _totals(parts),
    }


def _owed(obligation: Obligation) -> dict:
    rows = ObligationProof.select(ObligationProof, StoredFile).join(StoredFile)
    proofs = rows.where(ObligationProof.obligation == obligation)
    return {
        "what": obligation.what,
        "due": obligation.due_on.isoformat(),
        "sent": obligation.sent_on.isoformat() if obligation.sent_on else None,
        "proofs": _sorted(
            {"on": row.added_on.isoformat(), "name": row.name, "sha256": row.file.sha256}
            for row in proofs
        ),
    }


def _meetings(first: date, last: date) -> Iterable[dict]:
    held = happened.meetings_held(first, last)
    there = happened.people_there(held)
    for one in held:
        yield {
            "on": one.on.isoformat(),
            "body": one.body.name,
            "place": one.place,
            "people": there.get(one.id, 0),
        }


def _motions(first: date, last: date) -> Iterable[dict]:
    for on, body, motion in happened.motions_carried(first, last):
        yield {
            "on": on.isoformat(),
            "number": motion.number,
            "body": body.name,
            "text": motion.text,
        }


def _outputs(first: date, last: date) -> Iterable[dict]:
    for note, action in happened.actions_done(first, last):
        yield {
            "on": note.on.isoformat(),
            "number": action.number,
            "action": action.text,
            "output": action.output,
            "told": note.text,
        }


def _files(first: date, last: date) -> Iterable[dict]:
    """By what they hold: the digest of the document covers theirs."""
    for kept in files_shown(first, last):
        yield {
            "on": kept.on.isoformat(),
            "number": kept.action.number,
            "action": kept.action.text,
            "name": kept.name,
            "size": kept.file.size,
            "sha256": kept.file.sha256,
        }


def _engagements(first: date, last: date) -> Iterable[dict]:
    held = happened.engagements_held(first, last)
    reached, smallest = reached_in(held), threshold()
    for one in held:
        people = told_people(one, smallest)
        yield {
            "on": one.from_on.isoformat(),
            "until": one.to_on.isoformat(),
            "kind": one.kind,
            "title": one.title,
            "place": one.place,
            "languages": sorted(one.languages),
            "people": people,
            "few": people is None and one.people is not None,
            "reached": told_counts(one.people, reached[one.id], smallest),
        }


def _money(agreement: Agreement, first: date, last: date) -> list[dict]:
    """The lines of each fiscal year the period touches: a budget has no smaller part."""
    years = range(clock.fiscal_year(first), clock.fiscal_year(last) + 1)
    rows = agreement.budget.where(BudgetLine.fiscal_year.in_(list(years)))
    return [
        {"year": row.fiscal_year, "line": row.kind, "planned": row.planned, "spent": row.actual}
        for row in rows.order_by(BudgetLine.fiscal_year, BudgetLine.kind)
    ]


def _totals(parts: dict) -> dict:
    spent = [row["spent"] for row in parts["money"] if row["spent"] is not None]
    files = {"files": len(parts["files"])} if "files" in parts else {}
    return files | {
        "meetings": len(parts["meetings"]),
        "motions": len(parts["motions"]),
        "outputs": len(parts["outputs"]),
        "engagements": len(parts["engagements"]),
        "people": sum(row["people"] or 0 for row in parts["engagements"]),
        "planned": sum(row["planned"] for row in parts["money"]),
        "spent": sum(spent) if spent else None,
    }


def _sorted(rows: Iterable[dict]) -> list[dict]:
    """By day, and where that is the same, by what they say: never by when they were typed."""
    return sorted(rows, key=lambda row: (row["on"], json.dumps(row, sort_keys=True)))
