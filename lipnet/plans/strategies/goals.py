"""The Sustainable Development Goals of the United Nations by their short names.

As the United Nations word them in both languages: https://sdgs.un.org/goals and
https://www.un.org/sustainabledevelopment/fr/objectifs-de-developpement-durable/
"""

GOALS = (
    ("No poverty", "Pas de pauvreté"),
    ("Zero hunger", "Faim «\u00a0zéro\u00a0»"),
    ("Good health and well-being", "Bonne santé et bien-être"),
    ("Quality education", "Éducation de qualité"),
    ("Gender equality", "Égalité entre les sexes"),
    ("Clean water and sanitation", "Eau propre et assainissement"),
    ("Affordable and clean energy", "Énergie propre et d’un coût abordable"),
    ("Decent work and economic growth", "Travail décent et croissance économique"),
    ("Industry, innovation and infrastructure", "Industrie, innovation et infrastructure"),
    ("Reduced inequalities", "Inégalités réduites"),
    ("Sustainable cities and communities", "Villes et communautés durables"),
    (
        "Responsible consumption and production",
        "Consommation et production responsables",
    ),
    (
        "Climate action",
        "Mesures relatives à la lutte contre les changements climatiques",
    ),
    ("Life below water", "Vie aquatique"),
    ("Life on land", "Vie terrestre"),
    ("Peace, justice and strong institutions", "Paix, justice et institutions efficaces"),
    ("Partnerships for the goals", "Partenariats pour la réalisation des objectifs"),
)


def as_tags(chosen=range(1, 18)) -> list[tuple[str, str, dict]]:
    """(family, number, name) of the goals of these numbers, as make_tags takes them."""
    return [
        ("sdg", str(number), {"en": english, "fr": french})
        for number, (english, french) in enumerate(GOALS, start=1)
        if number in chosen
    ]
