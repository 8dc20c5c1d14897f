"""What the working groups and the steering committee talked about."""

from lipnet.demo.dates import TUESDAY, WEDNESDAY
from lipnet.demo.sitting import HALL, NO_CONFLICT, OPENING, Sitting

TENANTS = "Tenants' Advice Desk, 12 Kiln Street / 12, rue Kiln"
SKILLS = "Skills Recognition Desk, upstairs / Guichet, à l'étage"


def homes(scene) -> None:
    """The housing group reads the survey and proposes."""
    day = scene.days.last_nth(9, TUESDAY, 2)
    sitting = Sitting(scene, "homes", "homes", day, 14, TENANTS, scene.people["delphine"])
    opening = sitting.item(OPENING, "information", who="delphine", minutes=5)
    figures = sitting.item(
        ("What newcomers told us about housing", "Ce qu'on nous a dit du logement"),
        "discussion", who="noor", minutes=30, because=["homes", "vacancies"],
    )  # fmt: skip
    offers = sitting.item(
        ("Landlords: five met, five to go", "Propriétaires : cinq rencontres, encore cinq"),
        "information", who="leopold", minutes=15,
    )  # fmt: skip
    sitting.attend(regrets=["nikhil"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.note(
        figures,
        "Nobody asks for miracles; people ask what is usual here. One member: “I paid six months "
        "because I did not know that I could say no.”",
        "Personne ne demande de miracles ; on demande ce qui est normal ici. Un membre : « J'ai "
        "payé six mois parce que je ne savais pas que je pouvais refuser. »",
    )
    sitting.take(
        "propose_desk", figures,
        ("Bring a proposal for a renting desk to the October council",
         "Présenter au conseil d'octobre une proposition de comptoir du logement"),
        who="delphine", days=30, because=["homes"],
    )  # fmt: skip
    sitting.take(
        "guide", figures,
        ("Collect the twenty questions tenants ask most, for a guide",
         "Recueillir les vingt questions les plus fréquentes des locataires, en vue d'un guide"),
        organisation="tenants", days=150, because=["homes"],
    )  # fmt: skip
    sitting.note(
        offers,
        "Two landlords say yes to two months' rent in advance instead of a guarantor.",
        "Deux propriétaires acceptent deux mois de loyer d'avance au lieu d'un garant.",
    )
    sitting.circulate()
    sitting.close_notes()
    sitting.finish("propose_desk", 28)
    sitting.finish("guide", 140)


def work(scene) -> None:
    """The work group hears how little of what people know is used."""
    day = scene.days.last_nth(11, TUESDAY, 3)
    sitting = Sitting(scene, "work", "work", day, 9, SKILLS, scene.people["renata"])
    opening = sitting.item(OPENING, "information", who="renata", minutes=5)
    figures = sitting.item(
        ("Skills nobody asks for", "Des compétences que personne ne demande"),
        "discussion", who="renata", minutes=35, because=["skills"],
    )  # fmt: skip
    evenings = sitting.item(
        ("Diploma evenings: after the third", "Soirées des diplômes : après la troisième"),
        "information", who="thuy", minutes=15,
    )  # fmt: skip
    sitting.attend(absent=["shane"], guests=["An adviser of the college / Une personne du collège"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.note(
        figures,
        "A first colleague of one's own trade opens more doors than a course on résumés.",
        "Une première personne de son propre métier ouvre plus de portes qu'un cours sur le CV.",
    )
    sitting.take(
        "trades", figures,
        ("Ask twelve trades whether they would lend a mentor",
         "Demander à douze métiers s'ils prêteraient une mentore ou un mentor"),
        who="parveen", days=60, because=["skills"],
    )  # fmt: skip
    sitting.note(
        evenings,
        "Sixty-one people so far. The line outside was longer than the evening.",
        "Soixante et une personnes jusqu'ici. La file était plus longue que la soirée.",
    )
    sitting.circulate()
    sitting.close_notes()
    sitting.finish("trades", 55)


def steering(scene) -> None:
    """The steering committee takes note of the acclamation and prepares the winter council."""
    day = scene.days.last_nth(12, WEDNESDAY, 2)
    sitting = Sitting(scene, "steering", "steering", day, 12, HALL, scene.people["amal"])
    opening = sitting.item(OPENING, "information", who="amal", minutes=5)
    seats = sitting.item(
        ("Two members at large", "Deux membres"), "information", who="noor", minutes=10
    )
    agenda = sitting.item(
        ("Agenda of the January council", "Ordre du jour du conseil de janvier"),
        "decision", who="harriet", minutes=20,
    )  # fmt: skip
    sitting.attend(regrets=["yolande"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.note(
        seats,
        "Two people stand for two seats and are acclaimed. The council is asked to ratify.",
        "Deux candidatures pour deux sièges : acclamation. Le conseil est invité à ratifier.",
    )
    sitting.decide(
        "january", agenda,
        ("Skills come first on the January agenda, with two employers in the room.",
         "Les compétences ouvrent l'ordre du jour de janvier, en présence de deux employeurs."),
        because=["skills"],
    )  # fmt: skip
    sitting.circulate()
    sitting.close_notes()


def belonging(scene) -> None:
    """This year: the belonging group plans its suppers."""
    day = scene.days.evening(0.36)
    sitting = Sitting(scene, "belonging", "belonging", day, 10, HALL, scene.people["josephine"])
    opening = sitting.item(OPENING, "information", who="josephine", minutes=5)
    suppers = sitting.item(
        ("Five suppers, five neighbourhoods", "Cinq soupers, cinq quartiers"),
        "discussion", who="rosalinda", minutes=30, because=["belonging"],
    )  # fmt: skip
    sitting.attend(regrets=["harleen"], absent=["mahmoud"])
    sitting.note(opening, *NO_CONFLICT)
    sitting.note(
        suppers,
        "Each supper has two hosts: one who arrived lately and one who was born on the street.",
        "Chaque souper a deux hôtes : une personne arrivée récemment et une autre née dans la rue.",
    )
    sitting.decide(
        "hosts", suppers,
        ("Every supper is hosted by two neighbours, one of them a newcomer.",
         "Chaque souper est tenu par deux personnes du voisinage, dont une nouvellement arrivée."),
        because=["belonging"],
    )  # fmt: skip
    sitting.take(
        "kitchen", suppers,
        ("Book the school kitchens for the last three suppers",
         "Réserver les cuisines d'école pour les trois derniers soupers"),
        who="celestin", days=21, because=["belonging"],
    )  # fmt: skip
    sitting.circulate()
    sitting.close_notes()
    sitting.finish("kitchen", 18)
