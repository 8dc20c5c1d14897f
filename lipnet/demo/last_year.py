"""The plan of the year that is over, and how it went."""

from lipnet.demo.planning import Noted, Planned

ADOPTED_IN_SPRING = {
    "map": Planned(
        "door",
        (
            "Draw one map of first services, in six languages",
            "Dresser une carte des premiers services, en six langues",
        ),
        ("A folded map, printed and online", "Une carte pliée, imprimée et en ligne"),
        "homes",
        (9, 30),
    ),
    "landlords": Planned(
        "homes",
        (
            "Meet the ten largest landlords about tenants without a Canadian guarantor",
            "Rencontrer les dix plus grands propriétaires au sujet des locataires sans garant "
            "canadien",
        ),
        (
            "Ten conversations; a written offer from at least three",
            "Dix rencontres ; une offre écrite d'au moins trois propriétaires",
        ),
        "homes",
        (12, 15),
        ("vacancies",),
    ),
    "diplomas": Planned(
        "skills",
        (
            "Hold four evenings at which advisers read diplomas with their owners",
            "Tenir quatre soirées où des personnes-conseils lisent les diplômes avec leurs "
            "titulaires",
        ),
        ("Four evenings, eighty people", "Quatre soirées, quatre-vingts personnes"),
        "skills",
        (3, 15),
    ),
    "survey": Planned(
        "table",
        (
            "Ask newcomers in six languages how life is here, and answer them",
            "Demander aux personnes nouvellement arrivées, en six langues, comment elles vivent "
            "ici, et leur répondre",
        ),
        ("A survey, and a public page about it", "Un sondage et une page publique à ce sujet"),
        "steering",
        (9, 30),
    ),
    "offer": Planned(
        "french",
        (
            "Train twenty front-desk workers in the active offer of service in French",
            "Former vingt personnes à l'accueil à l'offre active de services en français",
        ),
        ("Two half-days of training", "Deux demi-journées de formation"),
        "centre",
        (11, 30),
    ),
    "interpreters": Planned(
        "clinic",
        (
            "Agree on one booking line for interpreters in health care",
            "Convenir d'une seule ligne de réservation pour les interprètes en santé",
        ),
        ("One number for five clinics", "Un seul numéro pour cinq cliniques"),
        "clinic",
        (2, 28),
    ),
    "reports": Planned(
        "fair",
        (
            "Open an online form to report unfair treatment",
            "Ouvrir un formulaire en ligne pour signaler un traitement injuste",
        ),
        ("A form in six languages", "Un formulaire en six langues"),
        "belonging",
        (1, 31),
    ),
    "kitchens": Planned(
        "neighbours",
        (
            "Hold three community kitchen evenings at the library",
            "Tenir trois soirées de cuisine collective à la bibliothèque",
        ),
        ("Three evenings", "Trois soirées"),
        "belonging",
        (3, 15),
    ),
}

ADDED_IN_FALL = {
    "desk": Planned(
        "homes",
        (
            "Open a renting desk at the library, two evenings a week",
            "Ouvrir un comptoir du logement à la bibliothèque, deux soirs par semaine",
        ),
        ("Two evenings a week from January", "Deux soirs par semaine à partir de janvier"),
        "tenants",
        (1, 15),
        ("desk",),
    ),
    "evening_class": Planned(
        "classes",
        (
            "Offer two evening language classes with child minding in the same building",
            "Offrir deux cours de langue du soir avec halte-garderie dans le même bâtiment",
        ),
        ("Two classes of fifteen", "Deux classes de quinze personnes"),
        "adult",
        (3, 15),
        ("classes",),
    ),
    "late_bus": Planned(
        "ride",
        (
            "Cost a later last bus on route 14",
            "Établir le coût d'un dernier autobus plus tardif sur la ligne 14",
        ),
        ("A costed proposal to the transit board", "Une proposition chiffrée à la régie"),
        "transit",
        (2, 28),
        ("buses",),
    ),
}


def notes(days) -> list[Noted]:
    """How the year went, oldest first."""
    last = days.last
    return [
        Noted(
            last(6, 12), "map", "on_track",
            ("Forty-one services listed; the drawing has begun.",
             "Quarante et un services répertoriés ; le dessin est commencé."),
        ),
        Noted(
            last(7, 3), "survey", "on_track",
            ("Answering has ended. Results go to the working groups in September.",
             "La collecte est terminée. Les résultats iront aux groupes de travail en septembre."),
        ),
        Noted(
            last(9, 24), "map", "done",
            ("4,000 maps printed, handed out at 31 places; online in six languages.",
             "4 000 cartes imprimées et remises dans 31 lieux ; en ligne en six langues."),
        ),
        Noted(
            last(9, 29), "landlords", "on_track",
            ("Five of ten met.", "Cinq rencontres sur dix."),
        ),
        Noted(
            last(10, 30), "survey", "done",
            ("The council has decided on four of the five findings.",
             "Le conseil a pris des décisions sur quatre des cinq constats."),
        ),
        Noted(
            last(11, 18), "offer", "done",
            ("Twenty-three people trained at nine counters.",
             "Vingt-trois personnes formées, à neuf comptoirs."),
        ),
        Noted(
            last(11, 25), "interpreters", "delayed",
            ("Three clinics have agreed.", "Trois cliniques ont accepté."),
            ("Two clinics are replacing their telephone systems first.",
             "Deux cliniques remplacent d'abord leur système téléphonique."),
        ),
        Noted(
            last(12, 11), "landlords", "done",
            ("Nine landlords met. Four now accept two months' rent in advance instead of a "
             "guarantor, in writing.",
             "Neuf propriétaires rencontrés. Quatre acceptent désormais par écrit deux mois de "
             "loyer d'avance au lieu d'un garant."),
        ),
        Noted(
            last(2, 12), "desk", "done",
            ("Open on Tuesday and Thursday evenings since the middle of January: 71 visits in the "
             "first month.",
             "Ouvert les mardis et jeudis soir depuis la mi-janvier : 71 visites le premier mois."),
        ),
        Noted(
            last(1, 8), "reports", "dropped",
            ("A draft form was tried with two groups.", "Une ébauche a été essayée avec deux "
                                                        "groupes."),
            ("We cannot keep such reports safely, nor act on them ourselves. People are now led to "
             "those who can, by a page in six languages.",
             "Nous ne pouvons ni conserver ces signalements en sécurité ni y donner suite "
             "nous-mêmes. Une page en six langues oriente maintenant vers les organismes qui le "
             "peuvent."),
        ),
        Noted(
            last(2, 17), "late_bus", "done",
            ("Costed: three more trips a night. The transit board has the proposal.",
             "Coût établi : trois départs de plus par soir. La régie est saisie de la "
             "proposition."),
        ),
        Noted(
            last(2, 24), "evening_class", "at_risk",
            ("Rooms and teachers found; no licensed child minder yet.",
             "Salles et personnel enseignant trouvés ; aucun service de garde agréé pour "
             "l'instant."),
        ),
        Noted(
            last(3, 4), "diplomas", "done",
            ("Five evenings, 96 people; 31 have sent their papers for assessment.",
             "Cinq soirées, 96 personnes ; 31 ont envoyé leurs documents pour évaluation."),
        ),
        Noted(
            last(3, 9), "kitchens", "done",
            ("Three evenings, about 140 people, eleven dishes.",
             "Trois soirées, environ 140 personnes, onze plats."),
        ),
    ]  # fmt: skip
