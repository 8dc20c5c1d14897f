"""Whom the partnership met in two years, and what it heard."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from lipnet.demo.texts import both
from lipnet.engagement import operations as engagement
from lipnet.engagement.models import PopulationGroup
from lipnet.evidence import operations as evidence

LANGUAGES = ("ar", "uk", "ti", "so", "es", "pa", "fa", "tl")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Met:
    """One engagement: `heard` are (words, language, what they mean); `found` of them findings."""

    kind: str
    title: Pair
    place: str
    purpose: Pair
    people: int | None = None
    body: str = ""
    partners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en", "fr")
    interpreters: bool = False
    child_care: bool = False
    reached: dict[str, dict[str, int]] = field(default_factory=dict)
    hours: int | None = None
    dollars: int | None = None
    heard: tuple[tuple[str, str, Pair], ...] = ()
    found: int = 0
    theme: str = "belonging"


RENTERS = Met(
    "focus_group",
    ("Large families look for a home", "De grandes familles cherchent un logement"),
    "Lantern House",
    ("To hear what stands behind the answers about housing.",
     "Pour entendre ce qu'il y a derrière les réponses sur le logement."),
    14, "homes", ("lantern", "women"), (), ("en", "ar"), True, True,
    {"newcomer": {"newcomer": 14}, "language": {"ar": 9, "ti": 5},
     "population": {"newcomer-women": 10, "people-who-came-as-refugees": 8}},
    22, 640,
    (("أصحاب البيوت يرفضوننا عندما يسمعون عدد الأطفال.", "ar",
      ("Landlords turn us away when they hear how many children we have.",
       "Les propriétaires refusent dès qu'ils apprennent combien nous avons d'enfants.")),
     ("We need somebody beside us when the lease is signed.", "en",
      ("", "Il nous faut quelqu'un à nos côtés au moment de signer le bail."))),
    1, "housing",
)  # fmt: skip
RIDERS = Met(
    "consultation",
    ("The last bus: an evening at the greenhouses",
     "Le dernier autobus : une soirée aux serres"),
    "Alderline Greenhouses",
    ("To ask late-shift workers how they get home.",
     "Pour demander à l'équipe du soir comment elle rentre."),
    47, "work", ("transit", "greenhouses"), (), ("en", "es"), True, False,
    {"newcomer": {"newcomer": 39, "other": 8}, "language": {"es": 26, "tl": 11, "en": 9},
     "population": {"temporary-foreign-workers": 31}, "sector": {"employer": 6}},
    16, 210,
    (("Caminamos una hora por la carretera cuando perdemos el último autobús.", "es",
      ("We walk an hour along the highway when we miss the last bus.",
       "Nous marchons une heure sur la grande route quand nous manquons le dernier autobus.")),),
    1, "getting_around",
)  # fmt: skip
CAFE = Met(
    "outreach",
    ("Café rencontre in French", "Café-rencontre en français"),
    "Centre francophone de Cedarmouth",
    ("To meet French-speaking newcomers where they already go.",
     "Pour rencontrer les nouveaux arrivants d'expression française là où ils vont déjà."),
    23, "belonging", ("centre", "conseil"), (), ("fr",), False, True,
    {"newcomer": {"newcomer": 16, "other": 7}, "language": {"fr": 20, "ar": 3},
     "population": {"french-speaking-newcomers": 16, "seniors": 3}},
    9, 130,
    (("On nous répond en anglais même quand l'affiche est bilingue.", "fr",
      ("We are answered in English even where the sign is bilingual.", "")),),
)  # fmt: skip
FAIR = Met(
    "event",
    ("Welcome fair", "Foire d'accueil"),
    "City Hall Square",
    ("Forty services at one place, on one day.", "Quarante services au même endroit, un jour."),
    310, "", ("city", "settle", "college", "clinic"), ("Harbour Choir",),
    ("en", "fr", "ar", "uk"), True, True,
    {"newcomer": {"newcomer": 198, "other": 80},
     "language": {"en": 120, "fr": 41, "ar": 62, "uk": 48, "es": 22, "so": 4},
     "population": {"newcomer-youth": 66, "seniors": 24}, "sector": {"settlement": 18}},
    96, 4200,
)  # fmt: skip
COUNTERS = Met(
    "training",
    ("Answering in plain words", "Répondre en mots simples"),
    "Kiln Street Adult Learning Centre",
    ("For people who work at counters.", "Pour les personnes qui travaillent aux comptoirs."),
    23, "", ("adult", "city"), (), ("en", "fr"), False, False,
    {"sector": {"municipal": 11, "health": 7, "library": 5}},
    12, 900,
)  # fmt: skip
YOUTH = Met(
    "focus_group",
    ("What young people would change", "Ce que les jeunes changeraient"),
    "Tallow Creek College",
    ("To hear those who answer no survey.", "Pour entendre qui ne répond à aucun sondage."),
    17, "belonging", ("college", "board"), (), ("en", "uk"), False, False,
    {"newcomer": {"newcomer": 15}, "language": {"uk": 7, "en": 6},
     "population": {"newcomer-youth": 17, "international-students": 6}},
    14, 300,
    (("У школі нас питають, звідки ми, але не питають, що ми вміємо.", "uk",
      ("At school we are asked where we come from, but not what we can do.",
       "À l'école, on nous demande d'où nous venons, mais pas ce que nous savons faire.")),
     ("A gym that is open on Sundays would help more than a pamphlet.", "en",
      ("", "Un gymnase ouvert le dimanche aiderait plus qu'un dépliant."))),
    1,
)  # fmt: skip
SUPPER = Met(
    "event",
    ("Welcome supper on Kiln Street", "Souper de bienvenue de la rue Kiln"),
    "Kiln Street Hall",
    ("Neighbours eat together.", "Des voisins mangent ensemble."),
    92, "belonging", ("lantern",), ("Kiln Street Neighbours",), ("en", "fr"), False, True,
    {"newcomer": {"newcomer": 44, "other": 48}, "population": {"seniors": 19}},
    40, 1150,
)  # fmt: skip
TENANTS = Met(
    "consultation",
    ("Renting: what a guide must say", "Louer : ce qu'un guide doit dire"),
    "Harbour Library",
    ("A draft of the guide is read together.", "Une ébauche du guide est lue ensemble."),
    None, "homes", ("lantern",), (), ("en", "ti"), True, True,
)  # fmt: skip


def begin(scene) -> None:
    """Whom the partnership wants to reach is said before anybody is counted."""
    engagement.begin_populations(by=scene.noor)
    engagement.choose_languages(LANGUAGES, by=scene.noor)


def meet(scene, met: Met, on: date | None = None) -> None:
    """Written down on the day it was held, or, of one still to come, some weeks ahead."""
    known = {row.code for row in PopulationGroup.select()}
    assert set(met.reached.get("population", {})) <= known
    made = engagement.log_engagement(
        kind=met.kind, title=both(*met.title), from_on=on or scene.days.today, place=met.place,
        purpose=both(*met.purpose), people=met.people, body=scene.bodies.get(met.body),
        partners=[scene.organisations[key] for key in met.partners], other_partners=met.others,
        languages=list(met.languages), interpreters=met.interpreters, child_care=met.child_care,
        reached=met.reached, hours=met.hours,
        cents=None if met.dollars is None else met.dollars * 100, by=scene.noor,
    )  # fmt: skip
    for number, (words, tag, meaning) in enumerate(met.heard):
        translation = {key: text for key, text in both(*meaning).items() if text}
        said = both(words, words)["fr" if tag == "fr" else "en"]
        one = engagement.hear(made, text=said, language=tag, translation=translation, by=scene.noor)
        if number < met.found:
            finding = engagement.find_from(one, by=scene.noor)
            evidence.sort_finding(finding, themes=[scene.themes[met.theme]], by=scene.noor)


def plan_next(scene) -> None:
    meet(scene, TENANTS, scene.days.today + timedelta(days=24))
