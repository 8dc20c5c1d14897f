"""The community plan: four pillars, ten priorities."""

from lipnet.demo.texts import both
from lipnet.plans import operations as plans

# (English, French, {key: (English, French)})
PILLARS = (
    (
        "A home and a way in",
        "Un toit et un point d'entrée",
        {
            "homes": (
                "Newcomers find a decent home within three months of arriving",
                "Les personnes nouvellement arrivées trouvent un logement convenable en trois mois",
            ),
            "door": (
                "Whoever comes knows where to start",
                "Toute personne qui arrive sait où commencer",
            ),
        },
    ),
    (
        "Work that uses what people can do",
        "Un travail qui met à profit les compétences",
        {
            "skills": (
                "Training and experience from elsewhere count here",
                "La formation et l'expérience acquises ailleurs comptent ici",
            ),
            "ride": (
                "People can get to work and home again",
                "Les gens peuvent se rendre au travail et en revenir",
            ),
        },
    ),
    (
        "Speaking and being understood",
        "Parler et se faire comprendre",
        {
            "classes": (
                "Language classes at hours people can come",
                "Des cours de langue à des heures qui conviennent",
            ),
            "french": (
                "Services in French are offered before anybody has to ask",
                "Les services en français sont offerts sans qu'il faille les demander",
            ),
            "clinic": (
                "Nobody's child interprets at the clinic",
                "Aucun enfant ne sert d'interprète à la clinique",
            ),
        },
    ),
    (
        "Belonging",
        "Appartenance",
        {
            "table": (
                "Newcomers sit where decisions are made",
                "Les personnes nouvellement arrivées siègent là où l'on décide",
            ),
            "fair": (
                "Unfair treatment is named and acted upon",
                "Le traitement injuste est nommé et suivi d'effets",
            ),
            "neighbours": ("Neighbours meet", "Le voisinage se rencontre"),
        },
    ),
)


def write(scene) -> None:
    """Five years from the fiscal year that is now over; it waits for the council's motion."""
    first = scene.days.last_year
    scene.strategy = plans.write_strategy(
        both(
            "Community Plan {first}–{last}: a place to arrive, a place to stay",
            "Plan communautaire {first}–{last} : un lieu où arriver, un lieu où rester",
            first=str(first),
            last=str(first + 5),
        ),
        from_year=first,
        to_year=first + 5,
        by=scene.noor,
    )
    for english, french, priorities in PILLARS:
        pillar = plans.add_pillar(scene.strategy, both(english, french), by=scene.noor)
        for key, words in priorities.items():
            scene.priorities[key] = plans.add_priority(pillar, both(*words), by=scene.noor)
