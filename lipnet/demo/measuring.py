"""How the community plan would show: outcomes, indicators, and what was read each quarter."""

import re
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from lipnet.demo.dates import Days, working
from lipnet.demo.texts import both
from lipnet.plans.indicators import operations as indicators
from lipnet.plans.indicators.models import ReportingPeriod
from lipnet.plans.indicators.operations import Particulars, Said
from lipnet.plans.strategies import operations as strategies
from lipnet.plans.strategies.goals import as_tags

OUTCOMES = {
    "homes": ("medium", "Families move into a home of their own within their first three months",
              "Les familles emménagent chez elles dans les trois premiers mois"),
    "skills": ("medium", "People work in the trade they learned",
               "Les gens exercent le métier qu'ils ont appris"),
    "classes": ("short", "Nobody waits a year for a language class",
                "Personne n'attend un an pour un cours de langue"),
    "table": ("long", "Newcomers shape what the council decides",
              "Les personnes nouvellement arrivées influencent les décisions du conseil"),
}  # fmt: skip
REASONS = {
    "homes": ("Rents rose faster here than anywhere else in the region, and most landlords ask for "
              "a Canadian guarantor.",
              "Les loyers ont augmenté ici plus vite que partout ailleurs dans la région, et la "
              "plupart des propriétaires exigent un garant canadien."),
}  # fmt: skip
POPULATIONS = (
    ("Refugees", "Personnes réfugiées"),
    ("Temporary residents", "Personnes résidant temporairement au pays"),
    ("French-speaking newcomers", "Personnes nouvellement arrivées d'expression française"),
    ("Youth", "Jeunes"),
)
TAGGED = {"homes": (1, 11), "skills": (8,), "classes": (4,), "table": (10, 16), "fair": (10,)}


class Measured(NamedTuple):
    """One indicator, and what was read in each quarter of the two years; None where nobody did.

    A text is why there was nothing to report; two are words in both languages.
    """

    priority: str
    counted: str
    name: tuple[str, str]
    unit: tuple[str, str]
    begins: str
    aims: str
    years: tuple[str, ...]
    lead: str
    readings: tuple
    counts_people: bool = False
    groups: tuple = ()


NOT_YET = ("The desk opens in January.", "Le comptoir ouvre en janvier.")
PEOPLE, PERCENT = ("people", "personnes"), ("%", "%")
MEASURED = {
    "visits": Measured(
        "homes", "increment", ("Visits to the renting desk", "Visites au comptoir du logement"),
        ("visits", "visites"), "0", "4000", ("150", "800"), "homes",
        (None, NOT_YET, NOT_YET, "168", "212", "236", "251", "240"), True,
        (("In French", "En français"), ("Families with children", "Familles avec enfants")),
    ),
    "weak": Measured(
        "table", "total",
        ("Newcomers whose sense of belonging is weak",
         "Personnes nouvellement arrivées dont le sentiment d'appartenance est faible"),
        PERCENT, "31", "15", ("28", "24"), "belonging", (),
    ),
    "waiting": Measured(
        "classes", "total",
        ("People waiting for a language class", "Personnes en attente d'un cours de langue"),
        PEOPLE, "140", "40", ("120", "90"), "",
        ("143", "151", "138", "126", "118", "121", "104", "97"), True,
    ),
    "pairs": Measured(
        "skills", "increment",
        ("Newcomers who met somebody of their own trade",
         "Personnes nouvellement arrivées jumelées à quelqu'un de leur métier"),
        PEOPLE, "0", "100", ("10", "25"), "work",
        (None, ("The first pairs meet in the fall.", "Les premiers jumelages ont lieu à "
                "l'automne."), "4", "6", "3", "7", "8", "7"), True,
    ),
    "counters": Measured(
        "french", "total",
        ("Counters that greet people in both languages",
         "Comptoirs qui accueillent les gens dans les deux langues"),
        ("counters", "comptoirs"), "5", "30", ("12", "18"), "",
        ("5", "5", "9", "11", "11", "13", "14", "16"),
    ),
    "voices": Measured(
        "table", "words",
        ("How newcomers take part in decisions",
         "Comment les personnes nouvellement arrivées participent aux décisions"),
        ("", ""), "", "", (), "steering",
        (None, None, (("Two seats, one of them filled.", "Deux sièges, dont un occupé."),),
         (("Both seats are filled; papers still come late.",
           "Les deux sièges sont occupés ; les documents arrivent encore tard."),),
         (("Papers come eight days ahead, with one plain page for each topic.",
           "Les documents arrivent huit jours d'avance, avec une page simple par sujet."),)),
    ),
}  # fmt: skip
SERVED = {"desk_on": ("visits",), "mentors": ("pairs",), "directory": ("counters",),
          "early_papers": ("voices",), "evening_class_on": ("waiting",)}  # fmt: skip


def describe(scene) -> None:
    """Before the council adopts the strategy."""
    _say_why(scene)
    for key, (term, english, french) in OUTCOMES.items():
        scene.outcomes[key] = strategies.add_outcome(
            scene.priorities[key], both(english, french), term=term, by=scene.noor
        )
    for key, measured in MEASURED.items():
        scene.indicators[key] = _add(scene, measured)
    tags = strategies.make_tags(
        [*as_tags(), *(("population", "", both(*name)) for name in POPULATIONS)], by=scene.noor
    )
    for key, goals in TAGGED.items():
        chosen = [tag for tag in tags if tag.code in map(str, goals)]
        strategies.tag_priority(scene.priorities[key], chosen, by=scene.noor)


def serve(scene) -> None:
    """Once this year's plan is there."""
    for action, keys in SERVED.items():
        if action in scene.actions:
            served = [scene.indicators[key] for key in keys]
            indicators.say_what_it_serves(scene.actions[action], served, by=scene.noor)


def acts(days: Days) -> list[tuple]:
    """Each quarter is opened in its second month, read when it is over, and closed a month later;
    the latest is open."""
    story = [(days.passed(0.12), serve)]
    for at, (first, last) in enumerate(_quarters(days)):
        opens, closes = working(first + timedelta(days=40)), working(last + timedelta(days=34))
        if opens > days.today:
            break
        story.append((opens, partial(_open, first=first)))
        if (read := working(last + timedelta(days=12))) <= days.today:
            story.append((read, partial(_read, at=at, first=first)))
        if closes < days.today:
            story.append((closes, partial(_close, first=first)))
    return story


def _quarters(days: Days) -> list[tuple[date, date]]:
    firsts = [
        date(year + (month < 4), month, 1)
        for year in (days.last_year, days.this_year)
        for month in (4, 7, 10, 1)
    ]
    ends = [*firsts[1:], date(days.this_year + 1, 4, 1)]
    return [(a, b - timedelta(days=1)) for a, b in zip(firsts, ends, strict=True)]


def _say_why(scene) -> None:
    strategies.preface_strategy(
        scene.strategy,
        rationale=both(
            "More than four thousand people have come to Cedarmouth in five years. Most want to "
            "stay; whether they do depends on a home, on work and on being met.",
            "Plus de quatre mille personnes sont arrivées à Cedarmouth en cinq ans. La plupart "
            "veulent rester ; cela dépend d'un logement, d'un travail et de l'accueil.",
        ),
        highlights=both(
            "The plan before this one brought a first map of services, evening hours at the "
            "library, and a seat for newcomers at the council.",
            "Le plan précédent a donné une première carte des services, des heures d'ouverture en "
            "soirée à la bibliothèque et un siège pour les personnes nouvellement arrivées au "
            "conseil.",
        ),
        by=scene.noor,
    )
    for key, words in REASONS.items():
        strategies.give_reason(scene.priorities[key], both(*words), by=scene.noor)


def _add(scene, measured: Measured):
    in_words = measured.counted == "words"
    added = indicators.add_indicator(
        scene.priorities[measured.priority],
        Particulars(
            both(*measured.name),
            unit={} if in_words else both(*measured.unit),
            counts_people=measured.counts_people,
            baseline=measured.begins,
            baseline_words=both("One seat, often empty.", "Un siège, souvent vide.")
            if in_words else {},
            baseline_on=date(scene.days.last_year, 3, 1),
            target=measured.aims,
            target_words=both("Newcomers chair a working group.",
                              "Des personnes nouvellement arrivées président un groupe de travail.")
            if in_words else {},
            outcome=scene.outcomes.get(measured.priority),
        ),
        counted=measured.counted,
        groups=[both(*name) for name in measured.groups],
        years={scene.days.last_year + at: aim for at, aim in enumerate(measured.years)},
        by=scene.noor,
    )  # fmt: skip
    indicators.assign_indicator(added, body=scene.bodies.get(measured.lead), by=scene.noor)
    return added


def _open(scene, first: date) -> None:
    indicators.open_period(scene.strategy, first, by=scene.noor)


def _close(scene, first: date) -> None:
    indicators.close_period(_period(scene, first), by=scene.noor)


def _read(scene, at: int, first: date) -> None:
    period = _period(scene, first)
    for key, measured in MEASURED.items():
        reading = measured.readings[at] if at < len(measured.readings) else None
        if reading is not None:
            _note(scene, key, period, _said(scene.indicators[key], reading))
    if at == 2 and "belonging" in scene.findings:
        _take_from_the_survey(scene, period)


def _said(indicator, reading) -> Said:
    if isinstance(reading, str):
        shares = (0.22, 0.45)
        parts = {
            group.id: str(round(int(reading) * share))
            for group, share in zip(indicator.groups, shares, strict=False)
        }
        return Said(reading, groups=parts)
    if isinstance(reading[0], tuple):
        return Said(words=both(*reading[0]))
    return Said(is_nil=True, reason=both(*reading))


def _take_from_the_survey(scene, period: ReportingPeriod) -> None:
    """The figure of the finding, if one could be shown."""
    finding = scene.findings["belonging"]
    if figure := re.search(r"(\d+)%", finding.statement["en"]):
        _note(scene, "weak", period, Said(figure[1], finding=finding))


def _note(scene, key: str, period: ReportingPeriod, said: Said) -> None:
    indicator = scene.indicators[key]
    by = scene.chair_of(indicator.body) or scene.noor
    indicators.note_reading(indicator, period, said, by=by)


def _period(scene, first: date) -> ReportingPeriod:
    return ReportingPeriod.get(
        ReportingPeriod.strategy == scene.strategy, ReportingPeriod.starts == first
    )
