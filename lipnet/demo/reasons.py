"""Why the first plan was written as it was: what people had said at the forums of that winter."""

from datetime import date
from functools import partial

from lipnet.demo.texts import both
from lipnet.evidence import operations as evidence
from lipnet.trail.operations import tie_by_hand

# name: (theme, English, French, the page it stands on)
HEARD = {
    "where_to_begin": (
        "partnership",
        "At three winter forums, newcomers said first that they had not known where to begin, or "
        "in which language to ask.",
        "Lors de trois forums d'hiver, les personnes nouvellement arrivées ont d'abord dit "
        "qu'elles ne savaient pas par où commencer, ni dans quelle langue demander.",
        "p. 4",
    ),
    "left_out": (
        "belonging",
        "One table in three at the forums told of unfair treatment that nobody had been told of.",
        "Une table sur trois, aux forums, a parlé d'un traitement injuste dont personne n'avait "
        "été informé.",
        "p. 9",
    ),
    "diplomas_unread": (
        "work",
        "Employers at the forums said that they cannot read a diploma from abroad.",
        "Aux forums, des employeurs ont dit ne pas savoir lire un diplôme de l'étranger.",
        "p. 12",
    ),
}
# action: (what was heard, why, in one sentence)
RESTS_ON = {
    "map": (
        "where_to_begin",
        "A map shows where to begin.",
        "Une carte montre par où commencer.",
    ),
    "survey": (
        "where_to_begin",
        "Three forums are few: everybody is to be asked.",
        "Trois forums, c'est peu : tout le monde doit être consulté.",
    ),
    "offer": (
        "where_to_begin",
        "Some had not known that they may ask in French.",
        "Certaines personnes ignoraient qu'elles peuvent demander en français.",
    ),
    "interpreters": (
        "where_to_begin",
        "At the clinic, the language decides whether one asks at all.",
        "À la clinique, la langue décide si l'on demande ou non.",
    ),
    "diplomas": (
        "diplomas_unread",
        "Who reads a diploma with its owner learns what it is worth.",
        "Lire un diplôme avec sa ou son titulaire, c'est en apprendre la valeur.",
    ),
    "reports": (
        "left_out",
        "What nobody is told of cannot be put right.",
        "Ce que personne ne sait ne peut être corrigé.",
    ),
    "kitchens": (
        "left_out",
        "People who cook together talk to each other.",
        "Les personnes qui cuisinent ensemble se parlent.",
    ),
}

THIS_YEAR = {
    "directory": (
        "where_to_begin",
        "Who asks in French must know where.",
        "Pour demander en français, il faut savoir où.",
    ),
}


def note_forums(scene) -> None:
    for name, (theme, english, french, place) in HEARD.items():
        scene.findings[name] = evidence.note_outside_finding(
            both(english, french),
            source=f"Winter forums {scene.days.last_year - 1}, notes of the three evenings",
            place=place,
            themes=[scene.themes[theme]],
            by=scene.noor,
        )


def tie(scene, reasons: dict[str, tuple[str, str, str]]) -> None:
    for action, (finding, english, french) in reasons.items():
        tie_by_hand(
            scene.actions[action],
            scene.findings[finding],
            sentence=both(english, french),
            by=scene.noor,
        )


def acts(days) -> list:
    return [
        (date(days.last_year, 3, 18), note_forums),
        (date(days.last_year, 3, 25), partial(tie, reasons=RESTS_ON)),
        (days.last(2, 27), partial(tie, reasons=THIS_YEAR)),
    ]
