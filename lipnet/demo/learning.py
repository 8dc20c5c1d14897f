"""What was learned: six findings from the surveys, with their figures, and two from elsewhere."""

from lipnet.demo.texts import both
from lipnet.evidence import operations as evidence
from lipnet.surveys.operations import results_of

# name: (English, French)
THEMES = {
    "housing": ("Housing", "Logement"),
    "language": ("Language", "Langue"),
    "getting_around": ("Getting around", "Déplacements"),
    "work": ("Work", "Travail"),
    "belonging": ("Belonging", "Appartenance"),
    "partnership": ("The partnership itself", "Le partenariat lui-même"),
}
# finding: the themes it stands under
UNDER = {
    "homes": ("housing",),
    "classes": ("language",),
    "buses": ("getting_around", "work"),
    "skills": ("work",),
    "belonging": ("belonging",),
    "papers": ("partnership",),
    "vacancies": ("housing",),
    "riders": ("getting_around",),
}
# name: (survey, question, codes counted, English, French, the same without a figure)
FROM_SURVEYS = {
    "homes": (
        "newcomers",
        "services",
        ("home",),
        "{share}% of newcomers had a hard time finding or using help to find a home. No other "
        "service is named as often.",
        "{share} % des personnes nouvellement arrivées ont eu du mal à trouver ou à utiliser de "
        "l'aide pour se loger. Aucun autre service n'est nommé aussi souvent.",
        "Help finding a home is hard to find or to use.",
        "L'aide pour se loger est difficile à trouver ou à utiliser.",
    ),
    "classes": (
        "newcomers",
        "language_ease",
        ("hard", "very_hard"),
        "For {share}% of newcomers, everyday things in English or French are hard or very hard. "
        "Comments ask for classes in the evening, and for somebody to mind the children.",
        "Pour {share} % des personnes nouvellement arrivées, les choses de tous les jours en "
        "anglais ou en français sont difficiles ou très difficiles. Les commentaires demandent des "
        "cours du soir et une halte-garderie.",
        "Everyday things in English or French are hard for many newcomers.",
        "Pour bien des gens, les choses de tous les jours en anglais ou en français sont "
        "difficiles.",
    ),
    "buses": (
        "newcomers",
        "services",
        ("transport",),
        "{share}% find it hard to get around without a car. In the comments, the last bus leaves "
        "before the late shift ends.",
        "{share} % trouvent difficile de se déplacer sans voiture. Selon les commentaires, le "
        "dernier autobus part avant la fin du quart du soir.",
        "It is hard to get around without a car.",
        "Il est difficile de se déplacer sans voiture.",
    ),
    "skills": (
        "newcomers",
        "work_matches",
        ("no",),
        "{share}% of newcomers who work say that their work does not use the skills they brought.",
        "{share} % des personnes nouvellement arrivées qui travaillent disent que leur emploi ne "
        "fait pas appel aux compétences qu'elles avaient déjà.",
        "Much work does not use the skills newcomers brought.",
        "Bien des emplois ne font pas appel aux compétences acquises ailleurs.",
    ),
    "belonging": (
        "newcomers",
        "belonging",
        ("weak", "very_weak"),
        "{share}% describe their sense of belonging to Cedarmouth as weak or very weak.",
        "{share} % décrivent leur sentiment d'appartenance à Cedarmouth comme faible ou très "
        "faible.",
        "Not everybody feels at home in Cedarmouth.",
        "Tout le monde ne se sent pas chez soi à Cedarmouth.",
    ),
    "papers": (
        "partners",
        "papers",
        ("1", "2"),
        "{share}% of members and partners say that papers reach them too late to prepare.",
        "{share} % des membres et des partenaires disent que les documents leur parviennent trop "
        "tard pour se préparer.",
        "Papers often reach members too late to prepare.",
        "Les documents parviennent souvent trop tard aux membres pour se préparer.",
    ),
}


def add_themes(scene) -> None:
    for name, title in THEMES.items():
        scene.themes[name] = evidence.add_theme(both(*title), by=scene.noor)


def pin(scene, names: tuple[str, ...]) -> None:
    for name in names:
        survey_key, question, codes, *words = FROM_SURVEYS[name]
        survey = scene.surveys[survey_key]
        share = _share(survey, question, codes)
        said = words[2:] if share is None else words[:2]
        scene.findings[name] = evidence.pin_finding(
            survey,
            question,
            statement=both(*said, share=share or ""),
            themes=_under(scene, name),
            by=scene.noor,
        )


def _under(scene, name: str) -> list:
    return [scene.themes[theme] for theme in UNDER[name]]


def _share(survey, question: str, codes: tuple[str, ...]) -> str | None:
    """How many per cent chose one of the codes; None if one of their counts is hidden."""
    table = results_of(survey).question(question)
    rows = [row for row in table.rows if row.code in codes]
    if any(row.hidden for row in rows):
        return None
    return str(round(100 * sum(row.share for row in rows)))


def note_vacancies(scene) -> None:
    scene.findings["vacancies"] = evidence.note_outside_finding(
        both(
            "Of a hundred rental homes in Cedarmouth, fewer than two stood empty last fall: the "
            "lowest number in ten years.",
            "Sur cent logements locatifs à Cedarmouth, moins de deux étaient vacants l'automne "
            "dernier : le plus bas taux en dix ans.",
        ),
        source=f"City of Cedarmouth, Rental Housing Monitor {scene.days.last_year - 1}",
        kind="table",
        place="Table 3",
        table=_empty_homes(scene.days.last_year - 1),
        themes=_under(scene, "vacancies"),
        by=scene.people["harriet"],
    )


def note_riders(scene) -> None:
    scene.findings["riders"] = evidence.note_outside_finding(
        both(
            "Evening boardings on route 14, to the greenhouses, have doubled in two years; the "
            "last bus still leaves at 10:40 p.m.",
            "Les montées du soir sur la ligne 14, vers les serres, ont doublé en deux ans ; le "
            "dernier autobus part toujours à 22 h 40.",
        ),
        source=f"Cedarmouth Transit, Ridership Review {scene.days.last_year - 1}",
        place="p. 11",
        themes=_under(scene, "riders"),
        by=scene.people["priyanka"],
    )


def _empty_homes(latest: int) -> list[list[str]]:
    """The table of the monitor: rates of vacancy in October, in per cent."""
    rates = {2: ("3.1", "2.7", "2.4"), 1: ("2.2", "2.0", "1.6"), 0: ("1.9", "1.7", "1.4")}
    heads = ["October", "All homes", "Two bedrooms", "Three bedrooms or more"]
    return [heads, *([str(latest - ago), *figures] for ago, figures in rates.items())]
