"""A pack on paper."""

from lipnet.core.i18n import format_day, format_moment, gettext, lazy
from lipnet.core.papers import ltr, name, said, titled, told
from lipnet.press import Block, Document, Heading, Labelled, Paragraph, Run, Runs, Table
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.evidence_pack.telling import Part, day, parts_of, title_of, totals_of
from lipnet.reports.evidence_pack.withholding import as_told

WIDTHS = {
    "meetings": (16, 34, 36, 14),
    "motions": (16, 12, 22, 50),
    "outputs": (16, 29, 24, 31),
    "files": (16, 22, 24, 10, 28),
    "engagements": (16, 21, 14, 15, 12, 22),
    "money": (20, 40, 20, 20),
}


def pack_paper(pack: EvidencePack) -> Document:
    """In the language being spoken; the mark stands below the title."""
    document = as_told(pack.frozen)
    blocks: list[Block] = [
        Heading(1, said(gettext("In short"))),
        Labelled([(said(label), [Paragraph(ltr(value))]) for label, value in totals_of(document)]),
        *_proofs(document),
    ]
    for part in parts_of(document):
        blocks += _part(part)
    return titled(title_of(document), blocks, _lede(pack))


def _lede(pack: EvidencePack) -> list[Paragraph]:
    document = pack.frozen
    period = gettext(
        "From %(first)s to %(last)s.",
        first=format_day(pack.from_on),
        last=format_day(pack.to_on),
    )
    made = gettext("Made on %(moment)s.", moment=format_moment(pack.made_at))
    if pack.made_by:
        made = gettext(
            "Made by %(name)s on %(moment)s.",
            name=pack.made_by.name,
            moment=format_moment(pack.made_at),
        )
    return [
        Paragraph((*told(document["agreement"]["title"]), Run(" · "),
                   *ltr(document["agreement"]["number"]))),
        Paragraph(said(period)),
        Paragraph(said(made), "quiet"),
        Paragraph(said(lazy("Fingerprint (SHA-256): %(mark)s"), mark=ltr(pack.digest)), "quiet"),
        Paragraph(said(gettext("Our own record of what happened. It is not the funder’s form.")),
                  "quiet"),
    ]  # fmt: skip


def _proofs(document: dict) -> list[Block]:
    owed = document["obligation"]
    if not owed:
        return []
    sent = day(owed["sent"]) if owed["sent"] else gettext("not sent yet")
    pairs = [
        (said(gettext("What is owed")), [Paragraph(told(owed["what"]))]),
        (said(gettext("Due on")), [Paragraph(said(day(owed["due"])))]),
        (said(gettext("Sent on")), [Paragraph(said(sent))]),
    ]
    proofs = [
        Paragraph((*name(one["name"]), Run(" · "), *ltr(one["sha256"]))) for one in owed["proofs"]
    ]
    if proofs:
        pairs.append((said(gettext("Proofs")), proofs))
    return [Heading(1, said(gettext("What it is for"))), Labelled(pairs)]


def _part(part: Part) -> list[Block]:
    head: list[Block] = [Heading(1, said(part.name))]
    if not part.rows:
        return [*head, Paragraph(said(part.nothing), "quiet")]
    columns = [said(label) for label in part.head]
    rows = [[_cell(cell) for cell in row] for row in part.rows]
    return [*head, Table(columns, rows, widths=WIDTHS[part.key])]


def _cell(cell) -> Runs:
    return told(cell) if isinstance(cell, dict) else name(str(cell))
