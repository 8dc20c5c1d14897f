"""Whom the partnership wants to reach: populations in its own words, languages spoken here."""

from collections.abc import Iterable

from lipnet import languages
from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded, slug
from lipnet.engagement.models import CommunityLanguage, PopulationGroup

ADDED = declare("engagement.population_added", lazy("%(who)s named a population."))
RETIRED = declare("engagement.population_retired", lazy("%(who)s put a population aside."))
CHOSEN = declare("engagement.languages_chosen", lazy("%(who)s chose the community's languages."))
USUAL = (
    {"en": "Newcomer youth", "fr": "Jeunes nouvellement arrivés"},
    {"en": "Newcomer women", "fr": "Femmes nouvellement arrivées"},
    {"en": "Seniors", "fr": "Personnes aînées"},
    {"en": "People who came as refugees", "fr": "Personnes réfugiées"},
    {"en": "French-speaking newcomers", "fr": "Personnes immigrantes d’expression française"},
    {"en": "International students", "fr": "Étudiantes et étudiants internationaux"},
    {"en": "Temporary foreign workers", "fr": "Travailleuses et travailleurs temporaires"},
    {"en": "Newcomers with disabilities", "fr": "Personnes immigrantes en situation de handicap"},
)


@operation
def add_population(name: dict, *, by) -> PopulationGroup:
    """Name a population to be counted from now on; refused without a name, or one there is."""
    kept = {tag: text.strip() for tag, text in name.items() if text.strip()}
    if not kept:
        raise Refusal(lazy("Please write this in at least one language."), field="name")
    said = {folded(text) for text in kept.values()}
    if any(said & {folded(text) for text in row.name.values()} for row in PopulationGroup.in_use()):
        raise Refusal(lazy("This population is named already."), field="name")
    return _add(kept, by)


@operation
def begin_populations(*, by) -> list[PopulationGroup]:
    """Begin with populations that many partnerships count; only where none is named yet."""
    if PopulationGroup.select().exists():
        raise Refusal(lazy("Populations are named already."))
    return [_add(name, by) for name in USUAL]


@operation
def retire_population(population: PopulationGroup, *, by) -> None:
    """Count it no more; what was counted stays."""
    if population.retired_on:
        raise Refusal(lazy("It is put aside already."))
    population.retired_on = clock.today()
    population.save(only=[PopulationGroup.retired_on])
    record(RETIRED, population, by=by)


@operation
def choose_languages(tags: Iterable[str], *, by) -> None:
    """Set the languages spoken in the community; raises Refusal for an unknown one."""
    chosen = [languages.find(tag) for tag in tags]
    if None in chosen:
        raise Refusal(lazy("Choose among the languages shown."), field="tags")
    CommunityLanguage.delete().execute()
    for tag in dict.fromkeys(known.tag for known in chosen if known):
        CommunityLanguage.create(tag=tag)
    record(CHOSEN, partnership(), by=by)


def _add(name: dict, by) -> PopulationGroup:
    row = PopulationGroup.create(code=_free_code(plain(name, "en")), name=name)
    record(ADDED, row, by=by)
    return row


def _free_code(name: str) -> str:
    """Short, of the name, and nobody else's: what stands in counts and in sheets."""
    begun = slug(name) or "population"
    taken = {row.code for row in PopulationGroup.select(PopulationGroup.code)}
    free = (f"{begun}-{n}" if n else begun for n in range(len(taken) + 1))
    return next(code for code in free if code not in taken)
