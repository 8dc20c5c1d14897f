"""Counted votes: "9 for, 1 against", "Pour : 7, contre : 0", "7 voix contre 0"."""

import re

FOR = (
    r"(?:in favou?r|for|yes|ayes?|yeas?|pour|votos? a favor|a favor|si|dafur|ja|ja-stimmen|voor"
    r"|voix pour)"
)
AGAINST = (
    r"(?:against|opposed|nays?|noes|no|contre|votos? en contra|en contra|dagegen|nein|gegen|tegen"
    r"|nein-stimmen)"
)
GAP = r"[ :,=(]{1,4}"
PAIRS = (
    re.compile(
        rf"(?<!\d)(?P<for>\d{{1,4}}) {FOR}\b.{{0,24}}?(?<!\d)(?P<against>\d{{1,4}}) {AGAINST}\b"
    ),
    re.compile(
        rf"\b{FOR}{GAP}(?P<for>\d{{1,4}})\b.{{0,24}}?\b{AGAINST}{GAP}(?P<against>\d{{1,4}})\b"
    ),
    re.compile(r"(?<!\d)(?P<for>\d{1,4}) voix contre (?P<against>\d{1,4})\b"),
    re.compile(
        r"\b(?:votes?|voted|carried|passed|defeated|adoptee?|result)\W{1,3}"
        r"(?P<for>\d{1,3}) ?[-/\u2013] ?(?P<against>\d{1,3})(?: ?[-/\u2013] ?\d{1,3})?(?![-/\d])"
    ),
)


def result_of(plain: str) -> str:
    """ "carried" or "defeated" by the votes counted in this folded sentence; "" if none are."""
    for pattern in PAIRS:
        if match := pattern.search(plain):
            return "carried" if int(match["for"]) > int(match["against"]) else "defeated"
    return ""
