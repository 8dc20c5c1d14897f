"""What the council decided in the year that is over."""

from lipnet.demo import last_year
from lipnet.demo.dates import THURSDAY
from lipnet.demo.planning import put
from lipnet.demo.sitting import CITY_HALL, CLOSING, HALL, NO_CONFLICT, OPENING, Sitting
from lipnet.meetings import operations as meetings
from lipnet.plans import operations as plans


def spring(scene) -> None:
    """Terms of reference, community plan and the year's plan are adopted."""
    day = scene.days.last_nth(4, THURSDAY, 3)
    sitting = Sitting(scene, "spring", "council", day, 17, CITY_HALL, scene.people["amal"])
    opening = sitting.item(OPENING, "information", who="amal", minutes=5)
    terms = sitting.item(
        ("Terms of reference", "Mandat du conseil"), "decision", who="harriet", minutes=20
    )
    strategy = sitting.item(
        ("Community plan for five years", "Plan communautaire pour cinq ans"),
        "decision", who="noor", minutes=30, because=["vacancies"],
    )  # fmt: skip
    plan = sitting.item(
        ("Action plan for the year", "Plan d'action de l'année"), "decision", who="noor", minutes=20
    )
    closing = sitting.item(CLOSING, "information", who="amal")
    sitting.attend(regrets=["gordon", "dmytro"], absent=["ravinder"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.note(
        terms,
        "Two newcomer seats instead of one; quorum counted on filled seats. Two members asked for "
        "papers in both languages on the same day; this was added.",
        "Deux sièges au lieu d'un pour les personnes nouvellement arrivées ; quorum calculé sur "
        "les sièges pourvus. Deux membres demandent que les documents partent le même jour dans "
        "les deux langues ; c'est ajouté.",
    )
    by_terms = sitting.move(
        terms,
        ("That the terms of reference be adopted.", "Que le mandat du conseil soit adopté."),
        "bridget", "yolande", in_favour=17, against=0, abstained=1,
    )  # fmt: skip
    sitting.note(
        strategy,
        "Ten priorities under four pillars, from 14 conversations and last fall's housing figures.",
        "Dix priorités sous quatre axes, tirées de 14 rencontres et des données de l'automne sur "
        "le logement.",
    )
    by_strategy = sitting.move(
        strategy,
        ("That the community plan be adopted.", "Que le plan communautaire soit adopté."),
        "tesfalem", "keiko",
    )  # fmt: skip
    by_plan = sitting.move(
        plan,
        ("That the year's action plan be adopted.", "Que le plan d'action de l'année soit adopté."),
        "luz", "joost",
    )  # fmt: skip
    sitting.note(
        closing,
        "The newcomer survey opens on the first Monday of May.",
        "Le sondage auprès des personnes nouvellement arrivées commence le premier lundi de mai.",
    )
    sitting.take(
        "share_plan", plan,
        ("Send the adopted plan to all 28 organisations, in both languages",
         "Envoyer le plan adopté aux 28 organismes, dans les deux langues"),
        who="noor", days=14,
    )  # fmt: skip
    with scene.on(day, 20):
        meetings.adopt_terms(scene.terms, motion=by_terms, by=scene.noor)
        plans.adopt_strategy(scene.strategy, motion=by_strategy, by=scene.noor)
        plans.adopt_plan(scene.plans[scene.days.last_year], motion=by_plan, by=scene.noor)
    sitting.circulate()
    sitting.finish("share_plan", 11)


def fall(scene) -> None:
    """The council answers the newcomer survey: four decisions, three new actions."""
    day = scene.days.last_nth(10, THURSDAY, 3)
    sitting = Sitting(scene, "fall", "council", day, 17, HALL, scene.people["amal"])
    opening = sitting.item(OPENING, "information", who="amal", minutes=5)
    minutes = sitting.item(
        ("Minutes of April", "Procès-verbal d'avril"), "consent", who="amal", minutes=5
    )
    homes = sitting.item(
        ("A home: what newcomers told us", "Se loger : ce qu'on nous a dit"),
        "decision", who="delphine", minutes=20, because=["homes", "vacancies"],
    )  # fmt: skip
    classes = sitting.item(
        ("Language classes in the evening", "Cours de langue du soir"),
        "decision", who="winnifred", minutes=15, because=["classes"],
    )  # fmt: skip
    buses = sitting.item(
        ("The last bus on route 14", "Le dernier autobus de la ligne 14"),
        "decision", who="priyanka", minutes=15, because=["buses", "riders"],
    )  # fmt: skip
    belonging = sitting.item(
        ("Feeling at home here", "Se sentir chez soi"),
        "decision", who="josephine", minutes=15, because=["belonging"],
    )  # fmt: skip
    sitting.attend(
        regrets=["keiko"],
        absent=["gordon"],
        guests=["Two students of Tallow Creek College / Deux personnes étudiantes du Collège"],
        alternates={"keiko": "Rowan Delacroix-Hume"},
    )
    sitting.note(opening, *NO_CONFLICT)
    sitting.adopt(minutes, "spring", "eilidh", "tariq")
    _answer_homes(sitting, homes)
    by_classes = _answer_classes(sitting, classes)
    by_buses = _answer_buses(sitting, buses)
    sitting.note(
        belonging,
        "Belonging grows with the years here, and with knowing a neighbour by name.",
        "Le sentiment d'appartenance croît avec les années, et avec le fait de connaître une "
        "personne du voisinage par son nom.",
    )
    sitting.decide(
        "suppers", belonging,
        ("The Belonging and Languages group brings a proposal for neighbourhood suppers into next "
         "year's plan.",
         "Le groupe Appartenance et langues présente une proposition de soupers de quartier pour "
         "le plan de l'an prochain."),
        because=["belonging"],
    )  # fmt: skip
    motions = {"desk": sitting.by_homes, "evening_class": by_classes, "late_bus": by_buses}
    with scene.on(day, 20):
        plan = scene.plans[scene.days.last_year]
        for key, planned in last_year.ADDED_IN_FALL.items():
            put(scene, plan, key, planned, motion=motions[key])
    sitting.circulate()
    sitting.finish("rooms", 40)


def _answer_homes(sitting, item) -> None:
    sitting.note(
        item,
        "Most questions are small: what is a fair deposit, who repairs the stove. Somebody has to "
        "be there in the evening to answer them.",
        "La plupart des questions sont simples : quel dépôt est normal, qui répare la cuisinière. "
        "Il faut quelqu'un le soir pour y répondre.",
    )
    sitting.by_homes = sitting.move(
        item,
        ("That a renting desk be opened at the library on two evenings a week, led by the Tenants' "
         "Advice Desk.",
         "Qu'un comptoir du logement ouvre à la bibliothèque deux soirs par semaine, sous la "
         "responsabilité du Comptoir de conseils aux locataires."),
        "tariq", "eilidh", in_favour=18, against=0, abstained=0,
    )  # fmt: skip
    sitting.decide(
        "desk", item,
        ("A renting desk opens at the library in January, two evenings a week.",
         "Un comptoir du logement ouvre à la bibliothèque en janvier, deux soirs par semaine."),
        motion=sitting.by_homes, because=["homes", "vacancies"],
    )  # fmt: skip


def _answer_classes(sitting, item):
    sitting.note(
        item,
        "Teachers can be found for the evening. Child minding is the harder half.",
        "On peut trouver du personnel enseignant le soir. La halte-garderie est plus difficile.",
    )
    motion = sitting.move(
        item,
        ("That two evening classes with child minding be added to the year's plan.",
         "Que deux cours du soir avec halte-garderie soient ajoutés au plan de l'année."),
        "winnifred", "farzaneh",
    )  # fmt: skip
    sitting.decide(
        "classes", item,
        ("Two evening classes are offered, with child minding in the same building.",
         "Deux cours du soir sont offerts, avec halte-garderie dans le même bâtiment."),
        motion=motion, because=["classes"],
    )  # fmt: skip
    sitting.take(
        "rooms", item,
        ("Ask both school boards for two rooms on Tuesday and Thursday evenings",
         "Demander aux deux conseils scolaires deux locaux les mardis et jeudis soir"),
        who="winnifred", days=45, because=["classes"],
    )  # fmt: skip
    return motion


def _answer_buses(sitting, item):
    sitting.note(
        item,
        "Transit can cost a later bus by February; it cannot promise one.",
        "Transports Cedarmouth peut établir le coût d'ici février, mais ne peut rien promettre.",
    )
    motion = sitting.move(
        item,
        ("That Cedarmouth Transit be asked to cost a later last bus on route 14.",
         "Que Transports Cedarmouth soit prié d'établir le coût d'un dernier autobus plus tardif "
         "sur la ligne 14."),
        "colleen", "soledad", in_favour=17, against=0, abstained=1,
    )  # fmt: skip
    sitting.decide(
        "buses", item,
        ("Cedarmouth Transit costs a later last bus on route 14 and reports by February.",
         "Transports Cedarmouth établit le coût d'un dernier autobus plus tardif sur la ligne 14 "
         "et en rend compte d'ici février."),
        motion=motion, because=["buses", "riders"],
    )  # fmt: skip
    return motion
