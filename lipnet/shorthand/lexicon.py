"""The words that begin a line, in English and French.

A word of one language is of that language. One that both have (NOTE, ACTION, CONSENSUS ...) is
French before a French colon, which has a space before it; otherwise it is English, or, where both
use it for nothing else (`SHARED`), of the language in which the meeting is recorded.
"""

import unicodedata

EN, FR, EITHER = "en", "fr", ""
SHARED = frozenset({"note", "consensus"})

# folded word -> (what it begins, its language)
KEYWORDS: dict[str, tuple[str, str]] = {
    "motion": ("motion", EITHER),
    "moved": ("motion", EN),
    "proposition": ("motion", FR),
    "m/s": ("movers", EN),
    "p/a": ("movers", FR),
    "m/s/c": ("movers and carried", EN),
    "decision": ("decision", EITHER),
    "decided": ("decision", EN),
    "action": ("action", EITHER),
    "task": ("action", EN),
    "suivi": ("action", FR),
    "note": ("note", EITHER),
    "remark": ("note", EN),
    "remarque": ("note", FR),
    "in": ("in", EN),
    "out": ("out", EN),
    "arrivee": ("in", FR),
    "depart": ("out", FR),
    "conflict": ("conflict", EN),
    "conflit": ("conflict", FR),
    "consensus": ("consensus", EITHER),
    "because": ("because", EN),
    "vu": ("because", FR),
    "parce": ("because", FR),
}

# How a result is written: French ones agree with "la proposition", or with nothing.
RESULT_WORDS: dict[str, str] = {
    "carried": "carried",
    "carried unanimously": "carried",
    "passed": "carried",
    "adopted": "carried",
    "approved": "carried",
    "carried as amended": "carried",
    "defeated": "defeated",
    "lost": "defeated",
    "tabled": "tabled",
    "deferred": "tabled",
    "withdrawn": "withdrawn",
    "consensus": "consensus",
    "by consensus": "consensus",
    "carried by consensus": "consensus",
    "adoptee": "carried",
    "adopte": "carried",
    "adoptee a l'unanimite": "carried",
    "adopte a l'unanimite": "carried",
    "adoptee a la majorite": "carried",
    "adopte a la majorite": "carried",
    "approuvee": "carried",
    "approuve": "carried",
    "rejetee": "defeated",
    "rejete": "defeated",
    "reportee": "tabled",
    "reporte": "tabled",
    "retiree": "withdrawn",
    "retire": "withdrawn",
    "par consensus": "consensus",
    "adoptee par consensus": "consensus",
    "adopte par consensus": "consensus",
}

# What the writer writes: kind -> language -> word.
WRITTEN: dict[str, dict[str, str]] = {
    "motion": {EN: "MOTION", FR: "PROPOSITION"},
    "movers": {EN: "M/S", FR: "P/A"},
    "decision": {EN: "DECISION", FR: "DÉCISION"},
    "action": {EN: "ACTION", FR: "SUIVI"},
    "note": {EN: "REMARK", FR: "REMARQUE"},
    "in": {EN: "IN", FR: "ARRIVÉE"},
    "out": {EN: "OUT", FR: "DÉPART"},
    "conflict": {EN: "CONFLICT", FR: "CONFLIT"},
    "because": {EN: "BECAUSE", FR: "VU"},
    "carried": {EN: "CARRIED", FR: "ADOPTÉE"},
    "consensus": {EN: "CONSENSUS", FR: "CONSENSUS"},
    "defeated": {EN: "DEFEATED", FR: "REJETÉE"},
    "tabled": {EN: "TABLED", FR: "REPORTÉE"},
    "withdrawn": {EN: "WITHDRAWN", FR: "RETIRÉE"},
    "due": {EN: "due", FR: "pour le"},
}


def fold(text: str) -> str:
    """No case, no accents, one kind of apostrophe, single spaces: how words are compared."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    for apostrophe in "’‘ʼ`´":
        bare = bare.replace(apostrophe, "'")
    return " ".join(bare.split())


def language_of(word: str, colon_stands_apart: bool, spoken: str) -> str:
    """The language of a line that begins with `word` (folded)."""
    language = KEYWORDS[word][1]
    if language:
        return language
    if colon_stands_apart:
        return FR
    return spoken if word in SHARED else EN
