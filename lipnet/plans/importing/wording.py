"""What single cells say: a status, a kind, a likelihood, yes, a number, an amount."""

import re
from functools import cache

from lipnet.core import i18n
from lipnet.core.money import cents_of
from lipnet.plans.acting.models import KIND_NAMES, LIKELIHOOD_NAMES
from lipnet.plans.importing.columns import compared
from lipnet.plans.models import STATUS_NAMES

NAMES = {"status": STATUS_NAMES, "kind": KIND_NAMES, "likelihood": LIKELIHOOD_NAMES}
OTHER_WORDS = {
    "status": {
        "not_started": "not started|to do|todo|planned|pending|upcoming|not begun|new|a faire|"
                       "non commence|non commencee|pas commence|a venir|planifie|planifiee|prevu",
        "on_track": "on track|in progress|ongoing|underway|under way|started|active|on target|"
                    "green|en cours|en bonne voie|commence|commencee|amorce|vert|en continu",
        "at_risk": "at risk|yellow|amber|some concerns|needs attention|a risque|jaune|a surveiller",
        "delayed": "delayed|late|behind|behind schedule|on hold|red|postponed|overdue|en retard|"
                   "retarde|retardee|reporte|reportee|en attente|rouge|suspendu",
        "done": "done|complete|completed|finished|achieved|closed|100|termine|terminee|fait|faite|"
                "acheve|achevee|complete|realise|realisee|accompli",
        "carried_over": "carried over|carry over|carried forward|reconduit|reconduite",
        "dropped": "dropped|cancelled|canceled|abandoned|stopped|removed|withdrawn|abandonne|"
                   "abandonnee|annule|annulee|retire|retiree",
    },
    "kind": {
        "research": "research|study|survey|recherche|etude|sondage|assessment",
        "convene": "convene|convening|meeting|networking|bringing people together|reunion|"
                   "concertation|mobilisation|coordination",
        "capacity": "capacity|capacity building|training|formation|renforcement des capacites",
        "event": "event|events|workshop|conference|evenement|atelier|activite",
        "advocacy": "advocacy|awareness|plaidoyer|sensibilisation|representation",
        "tool": "tool|resource|guide|toolkit|outil|ressource|trousse",
    },
    "likelihood": {
        "low": "low|unlikely|faible|peu probable",
        "medium": "medium|moderate|possible|moyen|moyenne|modere",
        "high": "high|likely|eleve|elevee|probable|forte",
    },
}  # fmt: skip
YES = {"yes", "y", "x", "true", "1", "oui", "o", "vrai", "✓", "نعم"}
NO = {"no", "n", "false", "0", "non", "faux", "لا"}
A_NUMBER = re.compile(r"\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+|\d+")
MOST = 1_000_000


def code_of(what: str, text: str) -> str | None:
    """The code of a "status", "kind" or "likelihood" written in words, by its name or another."""
    return _codes(what).get(compared(text))


def yes_or_no(text: str) -> bool | None:
    bare = text.strip().casefold()
    return True if bare in YES or compared(text) in _said("Yes") else False if bare in NO else None


def number_in(text: str) -> tuple[int, str] | None:
    """The first number in a text and what else it says: (25, "people") of "25 people"."""
    found = A_NUMBER.search(text)
    if found is None:
        return None
    number = int(re.sub(r"\D", "", found[0]))
    rest = (text[: found.start()] + text[found.end() :]).strip(" :;,.")
    return (number, rest) if number <= MOST else None


def amount_in(text: str) -> int | None:
    """Dollars in cents, "$5,000" or "5 000 $ CAD"; None for what is no amount."""
    bare = re.sub(r"(?i)\b(?:cad|can|dollars?)\b", "", text)
    try:
        return cents_of(bare)
    except ValueError:
        return None


@cache
def _codes(what: str) -> dict[str, str]:
    names = NAMES[what]
    found = {word: code for code, said in OTHER_WORDS[what].items() for word in said.split("|")}
    for tag in i18n.whole_catalogues():
        with i18n.speaking(tag):
            found |= {compared(str(name)): code for code, name in names.items()}
    return found | {compared(code): code for code in names}


@cache
def _said(word: str) -> frozenset[str]:
    spoken = set()
    for tag in i18n.whole_catalogues():
        with i18n.speaking(tag):
            spoken.add(compared(i18n.gettext(word)))
    return frozenset(spoken)
