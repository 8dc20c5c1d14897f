"""The plan of the year under way, and how it goes."""

from lipnet.demo import planning
from lipnet.demo.planning import Noted, Planned
from lipnet.demo.texts import both
from lipnet.plans import operations as plans

DRAFTED = {
    "desk_on": Planned(
        "homes",
        (
            "Keep the renting desk open and count what people come for",
            "Maintenir le comptoir du logement et noter ce que les gens viennent y chercher",
        ),
        ("Ninety evenings", "Quatre-vingt-dix soirées"),
        "tenants",
        (3, 20),
        ("desk",),
    ),
    "guide": Planned(
        "homes",
        (
            "Write a plain guide to renting, in eight languages",
            "Rédiger un guide simple de la location, en huit langues",
        ),
        ("Sixteen pages, printed and online", "Seize pages, imprimées et en ligne"),
        "homes",
        (1, 31),
        ("guide",),
    ),
    "mentors": Planned(
        "skills",
        (
            "Bring 25 newcomers together with somebody of their own trade",
            "Jumeler 25 personnes nouvellement arrivées avec quelqu'un de leur métier",
        ),
        ("25 pairs, four meetings each", "25 jumelages, quatre rencontres chacun"),
        "work",
        (2, 28),
        ("mentors",),
    ),
    "readers": Planned(
        "skills",
        (
            "Hold an evening for employers on reading diplomas from elsewhere",
            "Tenir une soirée pour les employeurs sur la lecture des diplômes d'ailleurs",
        ),
        ("One evening, thirty workplaces", "Une soirée, trente milieux de travail"),
        "chamber",
        (3, 15),
        ("mentors",),
    ),
    "directory": Planned(
        "french",
        (
            "Publish a directory of services that answer in French",
            "Publier un répertoire des services qui répondent en français",
        ),
        ("A directory, kept up to date twice a year", "Un répertoire, mis à jour deux fois l'an"),
        "reseau",
        (12, 15),
    ),
    "welcomes": Planned(
        "neighbours",
        (
            "Hold a welcome supper in each of the five neighbourhoods",
            "Tenir un souper de bienvenue dans chacun des cinq quartiers",
        ),
        ("Five suppers", "Cinq soupers"),
        "belonging",
        (9, 30),
        ("suppers",),
    ),
}

FROM_THE_MEETING = {
    "trial_bus": Planned(
        "ride",
        (
            "Run the later last bus on route 14 for six months",
            "Faire rouler pendant six mois un dernier autobus plus tardif sur la ligne 14",
        ),
        ("Three more trips a night", "Trois départs de plus par soir"),
        "transit",
        (3, 31),
        ("trial",),
    ),
    "rides": Planned(
        "ride",
        (
            "Set up shared rides home from the late shift with two employers",
            "Organiser avec deux employeurs le retour partagé après le quart du soir",
        ),
        ("Two vans, five evenings a week", "Deux fourgonnettes, cinq soirs par semaine"),
        "work",
        (2, 15),
        ("trial",),
    ),
    "early_papers": Planned(
        "table",
        (
            "Send papers seven days ahead, with one plain page for each topic",
            "Envoyer les documents sept jours d'avance, avec une page simple par sujet",
        ),
        ("Every council meeting of the year", "Toutes les réunions du conseil de l'année"),
        "steering",
        (3, 20),
        ("papers",),
    ),
    "honoraria": Planned(
        "table",
        (
            "Pay newcomers for their time at the table",
            "Rémunérer les personnes nouvellement arrivées pour leur temps à la table",
        ),
        ("A rule and a budget line", "Une règle et une ligne budgétaire"),
        "city",
        (10, 31),
        ("papers", "rule"),
    ),
}


def carry_over(scene) -> None:
    """Two actions of the last plan go on in this one."""
    plan = scene.plans[scene.days.this_year]
    due = {"interpreters": (11, 30), "evening_class": (12, 15)}
    reasons = {
        "interpreters": both(
            "Two of five clinics could not join before their new telephone systems run.",
            "Deux des cinq cliniques ne pouvaient se joindre avant la mise en service de leur "
            "nouveau système téléphonique.",
        ),
        "evening_class": both(
            "No licensed child minder could be hired before spring; without one the classes would "
            "miss the people they are for.",
            "Aucun service de garde agréé n'a pu être trouvé avant le printemps ; sans "
            "halte-garderie, les cours manqueraient leur but.",
        ),
    }
    for key, reason in reasons.items():
        scene.actions[f"{key}_on"] = plans.carry_over(
            scene.actions[key], plan, reason=reason, due=planning.due(plan, due[key]), by=scene.noor
        )


def notes(days) -> list[Noted]:
    """How the year goes, spread over as much of it as has passed."""
    passed = days.passed
    return [
        Noted(
            passed(0.18), "desk_on", "on_track",
            ("Twenty evenings, 212 visits. Most come about deposits and repairs.",
             "Vingt soirées, 212 visites. La plupart concernent le dépôt et les réparations."),
        ),
        Noted(
            passed(0.3), "trial_bus", "dropped",
            ("The transit board discussed the proposal twice.",
             "La régie a étudié la proposition à deux reprises."),
            ("The board put the money into weekend service this year. It will look at route 14 "
             "again with next year's budget; until then we arrange shared rides.",
             "La régie a affecté cette année les fonds au service de fin de semaine. Elle "
             "réexaminera la ligne 14 au prochain budget ; d'ici là, nous organisons le retour "
             "partagé."),
        ),
        Noted(
            passed(0.35), "welcomes", "on_track",
            ("Two suppers held, about 90 people each.",
             "Deux soupers tenus, environ 90 personnes chacun."),
        ),
        Noted(
            passed(0.4), "early_papers", "on_track",
            ("Papers of the last meeting went out eight days ahead, in both languages.",
             "Les documents de la dernière réunion ont été envoyés huit jours d'avance, dans les "
             "deux langues."),
        ),
        Noted(
            passed(0.45), "guide", "on_track",
            ("English and French written; six translators found among members.",
             "Versions française et anglaise rédigées ; six personnes trouvées parmi les membres "
             "pour traduire."),
        ),
        Noted(
            passed(0.5), "evening_class_on", "on_track",
            ("A child minder starts with the second class.",
             "La halte-garderie commence avec la deuxième classe."),
        ),
        Noted(
            passed(0.55), "mentors", "at_risk",
            ("Fourteen mentors of 25 found; trades and health are missing.",
             "Quatorze mentores et mentors sur 25 ; il en manque dans les métiers et en santé."),
        ),
        Noted(
            passed(0.6), "interpreters_on", "on_track",
            ("Four of five clinics use the line.", "Quatre cliniques sur cinq utilisent la ligne."),
        ),
        Noted(
            passed(0.68), "honoraria", "delayed",
            ("The rule is written and agreed by the steering committee.",
             "La règle est rédigée et acceptée par le comité directeur."),
            ("The City's finance office must first allow payment without a business number. An "
             "answer is promised for the winter.",
             "Le service des finances de la Ville doit d'abord permettre le paiement sans numéro "
             "d'entreprise. Une réponse est promise pour l'hiver."),
        ),
        Noted(
            passed(0.75), "directory", "on_track",
            ("Sixty-two services confirmed by telephone, in French.",
             "Soixante-deux services confirmés au téléphone, en français."),
        ),
        Noted(
            passed(0.8), "welcomes", "done",
            ("All five suppers held; 430 people, and three streets have planned one of their own.",
             "Les cinq soupers ont eu lieu : 430 personnes, et trois rues en préparent un à leur "
             "tour."),
        ),
        Noted(
            passed(0.9), "rides", "on_track",
            ("One van runs from the greenhouses, five evenings a week; a second employer is "
             "being asked.",
             "Une fourgonnette part des serres, cinq soirs par semaine ; un deuxième employeur est "
             "approché."),
        ),
    ]  # fmt: skip
