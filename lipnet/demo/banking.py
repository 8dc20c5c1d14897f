"""After the newcomers' survey closed, two of its questions are kept to be asked again."""

from lipnet.demo.texts import both
from lipnet.surveys.bank import operations as bank

KEPT = (
    (
        "services",
        "services",
        both(
            "It shows which services to bring closer first.",
            "Elle montre quels services rapprocher en premier.",
        ),
        both(
            "Asked since our first survey. Compare each choice by itself.",
            "Posée depuis notre premier sondage. Comparer chaque choix séparément.",
        ),
    ),
    (
        "help_most",
        "open",
        both(
            "Each person names one thing only: that is our order of work.",
            "Chaque personne nomme une seule chose : c’est notre ordre de travail.",
        ),
        both(
            "The choices were written with the newcomers' table; keep them as they are.",
            "Les choix ont été rédigés avec la table des personnes nouvellement arrivées ; les "
            "garder tels quels.",
        ),
    ),
)


def keep_questions(scene) -> None:
    version = scene.surveys["newcomers"].published_version
    for name, theme, why, note in KEPT:
        bank.save_question(version, name, theme=theme, why=why, note=note, by=scene.noor)
