"""What the council decided since: winter, the end of the year, and lately."""

from lipnet.demo import minuting, ratifying, this_year
from lipnet.demo.dates import THURSDAY
from lipnet.demo.planning import put
from lipnet.demo.sitting import CITY_HALL, CLOSING, HALL, NO_CONFLICT, OPENING, Sitting
from lipnet.meetings import operations as meetings
from lipnet.plans import operations as plans


def winter(scene) -> None:
    """Two appointments are ratified; the council answers what was said about work."""
    day = scene.days.last_nth(1, THURSDAY, 3)
    sitting = Sitting(scene, "winter", "council", day, 17, CITY_HALL, scene.people["harriet"])
    opening = sitting.item(OPENING, "information", who="harriet", minutes=5)
    minutes = sitting.item(
        ("Minutes of October", "Procès-verbal d'octobre"), "consent", who="harriet", minutes=5
    )
    seats = sitting.item(
        ("Two seats on the steering committee", "Deux sièges au comité directeur"),
        "decision", who="amal",
    )  # fmt: skip
    skills = sitting.item(
        ("Work that uses what people can do", "Un travail à la mesure des compétences"),
        "decision", who="renata", minutes=25, because=["skills"],
    )  # fmt: skip
    progress = sitting.item(
        ("How far the plan has come", "Où en est le plan"), "information", who="noor", minutes=15
    )
    sitting.attend(regrets=["farzaneh", "ravinder"], absent=["dmytro"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.adopt(minutes, "fall", "bridget", "joost")
    by_seats = sitting.move(
        seats,
        ("That the two appointments by acclamation to the steering committee be ratified.",
         "Que les deux nominations par acclamation au comité directeur soient ratifiées."),
        "yolande", "luz",
    )  # fmt: skip
    with scene.on(day, 19):
        for seated in scene.acclaimed:
            meetings.ratify_appointment(seated, motion=by_seats, by=scene.noor)
    sitting.note(
        skills,
        "A welder who mops floors, a nurse who folds laundry. Employers in the room said: we would "
        "like to meet them, we do not know how.",
        "Un soudeur qui lave des planchers, une infirmière qui plie du linge. Des employeurs "
        "dans la salle : nous aimerions les rencontrer, nous ne savons pas comment.",
    )
    sitting.decide(
        "mentors", skills,
        ("Next year's plan brings newcomers together with people of their own trade, and helps "
         "employers read diplomas from elsewhere.",
         "Le plan de l'an prochain jumelle les personnes nouvellement arrivées avec des gens de "
         "leur métier et aide les employeurs à lire les diplômes d'ailleurs."),
        because=["skills"],
    )  # fmt: skip
    sitting.note(
        progress,
        "Four of eleven actions are done, one is dropped: the reporting form, which we could not "
        "run safely.",
        "Quatre des onze actions sont terminées, une est abandonnée : le formulaire de "
        "signalement, que nous ne pouvions gérer en sécurité.",
    )
    sitting.circulate()


def year_end(scene) -> None:
    """The partnership hears how it does itself, and adopts the plan of the year to come."""
    day = scene.days.last_nth(3, THURSDAY, 3)
    sitting = Sitting(scene, "year_end", "council", day, 17, HALL, scene.people["amal"])
    opening = sitting.item(OPENING, "information", who="amal", minutes=5)
    minutes = sitting.item(
        ("Minutes of January", "Procès-verbal de janvier"), "consent", who="amal", minutes=5
    )
    papers = sitting.item(
        ("How is our partnership doing?", "Comment va notre partenariat ?"),
        "decision", who="noor", minutes=20, because=["papers"],
    )  # fmt: skip
    bus = sitting.item(
        ("Route 14: what a later bus costs", "Ligne 14 : le coût d'un autobus plus tardif"),
        "decision", who="priyanka", minutes=15, because=["buses"],
    )  # fmt: skip
    plan = sitting.item(
        ("Action plan for the year to come", "Plan d'action de l'année à venir"),
        "decision", who="noor", minutes=30,
    )  # fmt: skip
    sitting.attend(regrets=["colleen"], alternates={"colleen": "Imogen Starrwood"})
    sitting.note(opening, *NO_CONFLICT)
    sitting.adopt(minutes, "winter", "tesfalem", "aurelie")
    sitting.note(
        papers,
        "Two days are not enough to ask one's colleagues. One member recalled that newcomers at "
        "the table are the only ones not paid to be there.",
        "Deux jours ne suffisent pas pour consulter ses collègues. Un membre rappelle que les "
        "personnes nouvellement arrivées sont les seules, à la table, à ne pas être payées.",
    )
    sitting.decide(
        "papers", papers,
        ("Papers go out seven days ahead with one plain page for each topic, and newcomers are "
         "paid for their time at the table.",
         "Les documents partent sept jours d'avance avec une page simple par sujet, et les "
         "personnes nouvellement arrivées sont rémunérées pour leur temps à la table."),
        because=["papers"],
    )  # fmt: skip
    sitting.take(
        "rule", papers,
        ("Write a rule for paying newcomers for their time at the table",
         "Rédiger une règle de rémunération du temps passé à la table"),
        who="harriet", days=75, because=["papers"],
    )  # fmt: skip
    by_bus = sitting.move(
        bus,
        ("That the transit board be asked to run a later last bus on route 14 for six months.",
         "Que la régie des transports soit priée de faire rouler pendant six mois un dernier "
         "autobus plus tardif sur la ligne 14."),
        "joost", "olena", in_favour=16, against=1, abstained=2,
    )  # fmt: skip
    sitting.decide(
        "trial", bus,
        ("The transit board is asked for a six-month trial of a later last bus on route 14.",
         "On demande à la régie des transports un essai de six mois d'un dernier autobus plus "
         "tardif sur la ligne 14."),
        motion=by_bus, because=["buses"],
    )  # fmt: skip
    by_plan = sitting.move(
        plan,
        ("That the action plan for the year to come be adopted.",
         "Que le plan d'action de l'année à venir soit adopté."),
        "eilidh", "soledad",
    )  # fmt: skip
    scene.to_adopt = sitting, by_plan


def adopt_plan(scene) -> None:
    """The plan holds what the meeting itself decided, so it is adopted last."""
    sitting, by_plan = scene.to_adopt
    plan = scene.plans[scene.days.this_year]
    for key, planned in this_year.FROM_THE_MEETING.items():
        put(scene, plan, key, planned)
    this_year.carry_over(scene)
    ratifying.ask_the_groups(scene)
    plans.adopt_plan(plan, motion=by_plan, by=scene.noor)
    sitting.circulate()
    sitting.finish("rule", 70)


def lately(scene) -> None:
    """The latest meeting: its minutes have gone round and wait to be adopted."""
    day = scene.days.evening(0.86)
    sitting = Sitting(scene, "lately", "council", day, 17, HALL, scene.people["harriet"])
    opening = sitting.item(OPENING, "information", who="harriet", minutes=5)
    minutes = sitting.item(
        ("Minutes of March", "Procès-verbal de mars"), "consent", who="harriet", minutes=5
    )
    report = sitting.item(
        ("Annual report: what people said of it", "Rapport annuel : les réactions"),
        "information", who="noor",
    )  # fmt: skip
    rides = sitting.item(
        ("Home from the late shift", "Revenir du quart du soir"),
        "decision", who="priyanka", minutes=20, because=["buses", "riders"],
    )  # fmt: skip
    employers = sitting.item(
        ("A survey of employers", "Un sondage auprès des employeurs"),
        "decision", who="colleen", minutes=15, because=["skills"],
    )  # fmt: skip
    closing = sitting.item(CLOSING, "information", who="harriet")
    sitting.attend(regrets=["bridget", "tariq"], absent=["gordon"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.adopt(minutes, "year_end", "ravinder", "keiko")
    sitting.note(
        report,
        "Read aloud in three language classes. The sentence people repeated was “not yet, "
        "because”.",
        "Lu à voix haute dans trois cours de langue. La phrase que l'on répète : « pas encore, "
        "parce que ».",
    )
    sitting.note(
        rides,
        "Without the late bus, shared rides must be found for some 60 people. The greenhouses "
        "lend a van.",
        "Sans l'autobus du soir, il faut trouver un retour partagé pour une soixantaine de "
        "personnes. Les serres prêtent une fourgonnette.",
    )
    sitting.take(
        "second_van", rides,
        ("Find a second employer for the shared rides", "Trouver un deuxième employeur pour le "
                                                        "retour "
         "partagé"),
        who="joost", days=30, because=["buses"], of_plan=["rides"],
    )  # fmt: skip
    by_survey = sitting.move(
        employers,
        ("That employers be asked, for one month, what makes hiring newcomers hard.",
         "Que l'on demande aux employeurs, pendant un mois, ce qui rend difficile l'embauche de "
         "personnes nouvellement arrivées."),
        "colleen", "joost", because=["skills"], of_plan=["readers"],
    )  # fmt: skip
    sitting.decide(
        "ask_employers", employers,
        ("The Chamber of Commerce sends the employers' survey to its members.",
         "La Chambre de commerce envoie le sondage à ses membres."),
        motion=by_survey, because=["skills"],
    )  # fmt: skip
    sitting.take(
        "youth", closing,
        ("Invite young newcomers at both school boards and the college to the open call",
         "Inviter à l'appel les jeunes personnes nouvellement arrivées des conseils scolaires et "
         "du collège"),
        who="tesfalem", days=60,
    )  # fmt: skip
    sitting.circulate()
    minuting.on_their_way(scene)


def upcoming(scene) -> None:
    """The meeting to come: called, its agenda sent."""
    day = scene.days.next_evening()
    sitting = Sitting(scene, "upcoming", "council", day, 17, CITY_HALL, scene.people["amal"])
    sitting.item(OPENING, "information", who="amal", minutes=5)
    sitting.item(
        ("Minutes of the last meeting", "Procès-verbal de la dernière réunion"),
        "consent", who="amal", minutes=5,
    )  # fmt: skip
    sitting.item(
        ("Mentors: how to find eleven more", "Mentorat : comment trouver onze personnes de plus"),
        "discussion", who="renata", minutes=25, because=["skills"],
    )  # fmt: skip
    sitting.item(
        ("Two vacant seats: where the call stands", "Deux sièges vacants : où en est l'appel"),
        "information", who="noor",
    )  # fmt: skip
    sitting.item(CLOSING, "information", who="amal")
