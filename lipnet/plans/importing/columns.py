"""What the columns of a plan's sheet are called, here and elsewhere.

A column that holds words stands once for each language: "action.en", "action.fr".
"""

import re
from functools import cache

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext, lazy
from lipnet.core.text import folded
from lipnet.plans.strategies.models import LEVEL_NAMES, Objective
from lipnet.plans.strategies.naming import level_called

LEFT = ""  # a column that is not taken
WORDS = ("pillar", "priority", "objective", "action", "output", "unit", "risks", "note", "reason")
NAMES = {
    "number": lazy("Action number"),
    "pillar": lazy("Pillar"),
    "priority": lazy("Priority"),
    "objective": lazy("Objective"),
    "action": lazy("Action"),
    "kind": lazy("Kind of action"),
    "lead": lazy("Lead"),
    "lead_body": lazy("Group in the lead"),
    "lead_organisation": lazy("Organisation in the lead"),
    "lead_person": lazy("Person who reports"),
    "partners": lazy("Partners"),
    "when": lazy("When it is done"),
    "start": lazy("First day"),
    "due": lazy("Last day"),
    "q1": lazy("Quarter 1, marked"),
    "q2": lazy("Quarter 2, marked"),
    "q3": lazy("Quarter 3, marked"),
    "q4": lazy("Quarter 4, marked"),
    "output": lazy("When it is done there is"),
    "target": lazy("Number to reach"),
    "unit": lazy("What is counted"),
    "people": lazy("People to reach"),
    "risks": lazy("Risks"),
    "likelihood": lazy("How likely that is"),
    "code": lazy("Funder's activity code"),
    "again": lazy("Comes back every year"),
    "cash_planned": lazy("Cash, planned"),
    "cash_actual": lazy("Cash, spent"),
    "gifts_planned": lazy("Value of gifts in kind, planned"),
    "gifts_actual": lazy("Value of gifts in kind, received"),
    "hours_planned": lazy("Hours of volunteers, planned"),
    "hours_actual": lazy("Hours of volunteers, given"),
    "status": lazy("Status"),
    "note": lazy("Latest note"),
    "reason": lazy("Why it is late, or why it stops"),
    "level": lazy("What the row is (priority, action, indicator)"),
    "parent": lazy("Number of the row it stands under"),
}
TAKEN_AWAY = {  # told in an export, and not taken back
    "so_far": lazy("Number so far"),
    "reached": lazy("People reached so far"),
    "noted_on": lazy("Day of the latest note"),
    "money_from": lazy("Money and time come from"),
    "rests_on": lazy("It rests on"),
}
# Words in a heading, most particular first where one holds another; accents and case do not count.
ENGLISH = {
    "number": ("ref", "reference", "number", "no", "id", "action number", "item", "code"),
    "pillar": ("pillar", "strategic pillar", "theme", "strategic direction", "strategic area",
               "focus area", "pillar group"),
    "priority": ("priority", "priorities", "objective", "objectives", "goal", "goals", "work area",
                 "strategic priority", "strategic objective", "strategic goal", "priority area",
                 "commitment"),
    "action": ("action", "actions", "activity", "activities", "tactic", "tactics", "task", "tasks",
               "action item", "action step", "initiative", "what", "key activities", "strategy",
               "strategies", "label", "milestone"),
    "kind": ("kind", "type", "action type", "kind of action", "type of action"),
    "lead": ("lead", "leads", "responsible", "responsibility", "owner", "by whom", "who",
             "lead organization", "lead organisation", "lead agency", "lead dept", "lead body",
             "responsible party", "person responsible", "accountable", "lead partner"),
    "partners": ("partner", "partners", "supporting partners", "key partners", "support",
                 "collaborators", "stakeholders", "in partnership with"),
    "when": ("timeline", "timelines", "timeframe", "time frame", "when", "quarter", "quarters",
             "timing", "schedule", "period", "completion timeline"),
    "start": ("start", "start date", "begins", "from", "begin date", "first day"),
    "due": ("due", "due date", "end", "end date", "by when", "deadline", "completion date",
            "target date", "until", "last day", "complete by", "finish"),
    "q1": ("q1", "quarter 1"), "q2": ("q2", "quarter 2"),
    "q3": ("q3", "quarter 3"), "q4": ("q4", "quarter 4"),
    "output": ("output", "outputs", "deliverable", "deliverables", "outcome", "outcomes",
               "expected outcome", "expected result", "result", "results", "indicator",
               "indicators", "measure", "performance measure", "success indicator", "product",
               "measures of success"),
    "target": ("target", "targets", "number to reach", "target number"),
    "unit": ("unit", "what is counted"),
    "people": ("people to reach", "reach", "people wanted"),
    "risks": ("risk", "risks", "barriers", "challenges"),
    "likelihood": ("likelihood", "probability"),
    "code": ("activity code", "funder code", "funder activity code", "ircc code"),
    "again": ("comes back", "recurring", "every year"),
    "cash_planned": ("budget", "resources", "cash", "cost", "estimated cost", "cash planned"),
    "cash_actual": ("spent", "actual cost", "cash spent", "expenditure"),
    "gifts_planned": ("in kind", "gifts in kind"),
    "hours_planned": ("volunteer hours", "hours", "hours of volunteers"),
    "status": ("status", "state", "progress status"),
    "note": ("note", "notes", "progress", "progress update", "progress updates", "update",
             "updates", "comments", "latest note", "comment"),
    "reason": ("reason", "why", "reason for delay"),
    "level": ("level", "row type"),
    "parent": ("parent", "parent code", "stands under"),
    LEFT: ("source", "sources", "evidence"),
}  # fmt: skip
FRENCH = {
    "number": ("numero", "no de l action", "reference", "ref", "no", "code"),
    "pillar": ("pilier", "axe", "axe strategique", "theme", "orientation", "volet"),
    "priority": ("priorite", "priorites", "objectif", "objectifs", "but", "buts",
                 "priorite strategique", "objectif strategique", "domaine de travail",
                 "engagement"),
    "action": ("action", "actions", "activite", "activites", "tache", "taches", "initiative",
               "moyen", "moyens", "mesure a prendre", "quoi", "libelle", "jalon", "tactique"),
    "kind": ("sorte", "genre", "type d action", "type"),
    "lead": ("responsable", "responsables", "responsabilite", "qui", "organisme responsable",
             "chef de file", "porteur", "pilote", "sous la direction de", "mene par"),
    "partners": ("partenaire", "partenaires", "collaborateurs", "en partenariat avec", "appui"),
    "when": ("echeancier", "trimestre", "trimestres", "calendrier", "quand", "periode"),
    "start": ("debut", "date de debut", "du", "premier jour"),
    "due": ("echeance", "fin", "date de fin", "date limite", "dernier jour", "d ici", "au"),
    "q1": ("t1", "trimestre 1"), "q2": ("t2", "trimestre 2"),
    "q3": ("t3", "trimestre 3"), "q4": ("t4", "trimestre 4"),
    "output": ("livrable", "livrables", "extrant", "extrants", "produit", "resultat", "resultats",
               "resultat attendu", "resultats attendus", "indicateur", "indicateurs",
               "indicateur de rendement", "retombees"),
    "target": ("cible", "cibles"),
    "unit": ("unite", "ce qui est compte"),
    "people": ("personnes a rejoindre",),
    "risks": ("risque", "risques", "obstacles", "defis"),
    "likelihood": ("probabilite", "vraisemblance"),
    "code": ("code d activite", "code du bailleur"),
    "again": ("revient chaque annee", "recurrent", "chaque annee"),
    "cash_planned": ("budget", "ressources", "cout", "couts", "argent", "financement"),
    "cash_actual": ("depense", "depenses", "cout reel"),
    "gifts_planned": ("en nature", "dons en nature"),
    "hours_planned": ("heures de benevolat", "heures"),
    "status": ("statut", "etat", "etat d avancement"),
    "note": ("note", "notes", "progres", "suivi", "mise a jour", "commentaires", "avancement",
             "remarques"),
    "reason": ("raison", "pourquoi", "motif"),
    "level": ("niveau",),
    "parent": ("parent", "releve de"),
    LEFT: ("source", "sources", "donnees probantes"),
}  # fmt: skip
TONGUES = {"en": ENGLISH, "fr": FRENCH}
LANGUAGE_WORDS = {"english": "en", "anglais": "en", "french": "fr", "francais": "fr"}


def name_of(column: str) -> str:
    """What a column is called: "Status", "Action (Français)"; a level by the partnership's name."""
    bare = column.partition(".")[0]
    if bare in LEVEL_NAMES:
        return _in_its_language(column, level_called(bare))
    return _usual_name(column)


def _usual_name(column: str) -> str:
    bare = column.partition(".")[0]
    return _in_its_language(column, str(NAMES.get(bare) or TAKEN_AWAY[bare]))


def _in_its_language(column: str, name: str) -> str:
    tag = column.partition(".")[2]
    if not tag:
        return name
    endonym = languages.get(tag).endonym
    return gettext("%(column)s (%(language)s)", column=name, language=endonym)


def all_columns() -> list[str]:
    """Every column that is taken, those with words in each content language; that of a third level
    only where the partnership has one."""
    left = () if Objective.are_used() else ("objective",)
    return [each for name in NAMES if name not in left for each in in_languages(name)]


def in_languages(name: str) -> list[str]:
    return [f"{name}.{tag}" for tag in content_languages()] if name in WORDS else [name]


def compared(heading: str) -> str:
    """How a heading is compared: without accents, marks and capitals."""
    return " ".join(re.sub(r"[\W_]+", " ", folded(heading)).split())


def guessed(headings: list[str]) -> dict[str, str]:
    """What each heading seems to be; a heading that says nothing known is LEFT.

    Words without a language in their heading are in the one most headings are written in.
    """
    tags = content_languages()
    own = own_headings(tags) | _own_levels(tags)
    usual = _usual(headings)
    found = {heading: _guess(compared(heading), own, usual) for heading in headings}
    return _without_doubles(found)


def _own_levels(tags: tuple[str, ...]) -> dict[str, str]:
    """The same for the levels, by the names that the partnership gave them."""
    found: dict[str, str] = {}
    for spoken in i18n.whole_catalogues():
        with i18n.speaking(spoken):
            columns = (f"{level}.{tag}" for level in LEVEL_NAMES for tag in tags)
            found |= {compared(name_of(column)): column for column in columns}
    return found


@cache
def own_headings(tags: tuple[str, ...]) -> dict[str, str]:
    """The headings of our own exports in every language the program speaks."""
    found: dict[str, str] = {}
    for spoken in i18n.whole_catalogues():
        with i18n.speaking(spoken):
            found |= {compared(_usual_name(name)): LEFT for name in TAKEN_AWAY}
            for name in NAMES:
                of_words = [f"{name}.{tag}" for tag in tags] if name in WORDS else [name]
                found |= {compared(_usual_name(column)): column for column in of_words}
    return found


def _usual(headings: list[str]) -> str:
    """The language of the headings: French if more of them are French only than English only."""
    counts = {"en": 0, "fr": 0}
    for heading in map(compared, headings):
        hits = [tag for tag in TONGUES if heading in _aliases(tag)]
        if len(hits) == 1:
            counts[hits[0]] += 1
    if counts["fr"] == counts["en"]:
        return "fr" if i18n.language().tag == "fr" else "en"
    return max(counts, key=counts.__getitem__)


def _guess(heading: str, own: dict[str, str], usual: str) -> str:
    if heading in own:
        return own[heading]
    words, tag = _language_in(heading)
    order = dict.fromkeys((tag or usual, "en", "fr"))
    hits = [(place, each) for place, each in enumerate(order) if each in TONGUES]
    best = max(((*_likest(words, each), -place, each) for place, each in hits), default=None)
    if best is None or best[0] == 0:
        return LEFT
    _, column, _, spoken = best
    tag = tag or (spoken if words in _only(spoken) else usual)
    if column in WORDS:
        return f"{column}.{tag}" if tag in content_languages() else LEFT
    return column


def _likest(words: str, tag: str) -> tuple[int, str]:
    """(how long the known words in it are, the column they name); the whole heading counts most."""
    aliases = _aliases(tag)
    if words in aliases:
        return 1000, aliases[words]
    inside = [alias for alias in aliases if len(alias) > 2 and f" {alias} " in f" {words} "]
    longest = max(inside, key=len, default="")
    return len(longest), aliases.get(longest, LEFT)


def _language_in(heading: str) -> tuple[str, str]:
    """The heading without the language it says it is in, and that language."""
    parts = heading.split()
    for at in (-1, 0):
        if len(parts) > 1 and (tag := _tags().get(parts[at])):
            return " ".join(parts[:-1] if at else parts[1:]), tag
    return heading, ""


@cache
def _aliases(tag: str) -> dict[str, str]:
    return {alias: column for column, aliases in TONGUES[tag].items() for alias in aliases}


@cache
def _only(tag: str) -> frozenset[str]:
    others = (set(_aliases(other)) for other in TONGUES if other != tag)
    return frozenset(set(_aliases(tag)).difference(*others))


def _tags() -> dict[str, str]:
    own = {compared(languages.get(tag).endonym): tag for tag in content_languages()}
    return LANGUAGE_WORDS | own | {tag: tag for tag in content_languages()}


def _without_doubles(found: dict[str, str]) -> dict[str, str]:
    """Only words may stand in several columns; of others the first is taken."""
    seen: set[str] = set()
    kept = {}
    for heading, column in found.items():
        bare = column.partition(".")[0]
        again = column in seen and bare not in ("output", "note")
        kept[heading] = LEFT if again else column
        seen.add(column)
    return kept
