"""Which codes an answer has in the end, where coders differ, and how far they agree.

Only who has finished counts: codes that still change would change every table.
"""

from collections import defaultdict
from dataclasses import dataclass

from lipnet import tally
from lipnet.surveys.open_answers.models import AgreedCoding, Codebook, Coding, CodingDone

Codes = tuple[str, ...]


@dataclass(frozen=True)
class Agreements:
    """whole: an answer's codes taken together. of_code: each code by itself, given or not."""

    coders: int
    whole: tally.Agreement
    of_code: dict[str, tally.Agreement]


def codings_by(book: Codebook, coder) -> dict[str, Codes]:
    """Response key -> the codes this coder gave to it."""
    rows = Coding.select().where((Coding.book == book) & (Coding.coder == coder.id))
    return {row.response_id: tuple(row.codes) for row in rows}


def has_finished(book: Codebook, coder) -> bool:
    done = (CodingDone.book == book) & (CodingDone.coder == coder.id)
    return CodingDone.select().where(done).exists()


def finished_codings(book: Codebook) -> dict[str, dict[int, Codes]]:
    """Response key -> coder -> codes, of the coders who have finished."""
    finished = CodingDone.select(CodingDone.coder).where(CodingDone.book == book)
    found: dict[str, dict[int, Codes]] = defaultdict(dict)
    for row in Coding.select().where((Coding.book == book) & Coding.coder.in_(finished)):
        found[row.response_id][row.coder_id] = tuple(row.codes)
    return dict(found)


def final_codes(book: Codebook) -> dict[str, Codes]:
    """Response key -> codes: as agreed, or as everybody who coded it sees it. Codes that were
    retired are left out."""
    offered = {code.key for code in book.offered}
    seen_alike = {
        key: next(iter(given.values()))
        for key, given in finished_codings(book).items()
        if len(set(given.values())) == 1
    }
    final = seen_alike | agreed_codes(book)
    return {key: tuple(each for each in codes if each in offered) for key, codes in final.items()}


def agreed_codes(book: Codebook) -> dict[str, Codes]:
    rows = AgreedCoding.select().where(AgreedCoding.book == book)
    return {row.response_id: tuple(row.codes) for row in rows}


def disagreements(book: Codebook) -> dict[str, dict[int, Codes]]:
    """The answers that coders see differently, settled among them or not."""
    return {
        key: given for key, given in finished_codings(book).items() if len(set(given.values())) > 1
    }


def agreements(book: Codebook) -> Agreements:
    """Krippendorff's alpha over what each coder said; what was agreed on later changes nothing."""
    units = [list(given.values()) for given in finished_codings(book).values()]
    of_code = {
        code.key: tally.agreement([[code.key in codes for codes in unit] for unit in units])
        for code in book.offered
    }
    return Agreements(book.finished.count(), tally.agreement(units), of_code)
