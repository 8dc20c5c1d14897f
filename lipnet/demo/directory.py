"""Who is at the table: 28 organisations in 10 sectors, and the people of the partnership."""

from lipnet.core.events import THE_PROGRAM
from lipnet.core.text import folded, slug
from lipnet.demo.texts import both
from lipnet.people import operations as people
from lipnet.people.models import Organisation, Person

DOMAIN = "cedarmouth.example"

# key: (English name, French name, sector)
ORGANISATIONS = {
    "lantern": (
        "Lantern House Newcomer Services",
        "Maison Lanterne, services aux personnes nouvellement arrivées",
        "settlement",
    ),
    "settle": (
        "Cedarmouth Settlement and Language Centre",
        "Centre d'établissement et de langues de Cedarmouth",
        "settlement",
    ),
    "refuge": (
        "Refugee Welcome Circle of Cedarmouth",
        "Cercle d'accueil des personnes réfugiées de Cedarmouth",
        "settlement",
    ),
    "women": ("Women's Welcome Network", "Réseau d'accueil des femmes", "settlement"),
    "city": ("City of Cedarmouth", "Ville de Cedarmouth", "municipal"),
    "township": ("Township of North Alder", "Canton de North Alder", "municipal"),
    "transit": ("Cedarmouth Transit", "Transports Cedarmouth", "municipal"),
    "board": (
        "Cedar Shores District School Board",
        "Conseil scolaire de district Cedar Shores",
        "education",
    ),
    "conseil": (
        "Conseil scolaire de la Rive-aux-Cèdres",
        "Conseil scolaire de la Rive-aux-Cèdres",
        "education",
    ),
    "college": ("Tallow Creek College", "Collège Tallow Creek", "education"),
    "adult": (
        "Kiln Street Adult Learning Centre",
        "Centre d'apprentissage pour adultes de la rue Kiln",
        "education",
    ),
    "clinic": (
        "Cedarmouth Community Health Centre",
        "Centre de santé communautaire de Cedarmouth",
        "health",
    ),
    "public_health": (
        "Cedar Shores Public Health Unit",
        "Bureau de santé publique de Cedar Shores",
        "health",
    ),
    "wellness": (
        "Cedarmouth Mental Wellness Alliance",
        "Alliance pour la santé mentale de Cedarmouth",
        "health",
    ),
    "stepwell": ("Stepwell Employment Services", "Services d'emploi Stepwell", "employment"),
    "skills": (
        "Skills Recognition Desk",
        "Guichet de reconnaissance des compétences",
        "employment",
    ),
    "chamber": (
        "Cedarmouth and Area Chamber of Commerce",
        "Chambre de commerce de Cedarmouth et de la région",
        "employer",
    ),
    "greenhouses": ("Alderline Greenhouses", "Serres Alderline", "employer"),
    "pier": ("North Pier Manufacturing", "Fabrication North Pier", "employer"),
    "centre": (
        "Centre francophone de Cedarmouth",
        "Centre francophone de Cedarmouth",
        "francophone",
    ),
    "reseau": (
        "Réseau d'accueil francophone des Cèdres",
        "Réseau d'accueil francophone des Cèdres",
        "francophone",
    ),
    "library": ("Cedarmouth Public Library", "Bibliothèque publique de Cedarmouth", "library"),
    "housing": ("Cedarmouth Community Housing", "Logement communautaire de Cedarmouth", "housing"),
    "tenants": ("Tenants' Advice Desk", "Comptoir de conseils aux locataires", "housing"),
    "shelter": ("Kiln Street Shelter", "Refuge de la rue Kiln", "housing"),
    "intercultural": (
        "Cedarmouth Intercultural Association",
        "Association interculturelle de Cedarmouth",
        "ethnocultural",
    ),
    "horn": (
        "Horn of Africa Families' Circle",
        "Cercle des familles de la Corne de l'Afrique",
        "ethnocultural",
    ),
    "ukrainian": (
        "Ukrainian Neighbours of Cedarmouth",
        "Voisinage ukrainien de Cedarmouth",
        "ethnocultural",
    ),
}

# key: (name, language, organisation)
PEOPLE = {
    "mai": ("Mai-Linh Courchesne", "fr", "city"),
    "ruth": ("Ruth Ebanks-Moreau", "en", "city"),
    "harriet": ("Harriet Sowden", "en", "city"),
    "gordon": ("Gordon Nashwick", "en", "township"),
    "priyanka": ("Priyanka Vaidhya", "en", "transit"),
    "amal": ("Amal Haddadine", "en", "lantern"),
    "tesfalem": ("Tesfalem Girmay", "en", "settle"),
    "bridget": ("Bridget Callowhan", "en", "refuge"),
    "farzaneh": ("Farzaneh Roudaki", "en", "women"),
    "keiko": ("Keiko Armitage", "en", "board"),
    "aurelie": ("Aurélie Kasongo", "fr", "conseil"),
    "dmytro": ("Dmytro Halenko", "en", "college"),
    "winnifred": ("Winnifred Okpara", "en", "adult"),
    "luz": ("Luz Marina Cifuentes", "en", "clinic"),
    "ravinder": ("Ravinder Dhesi", "en", "public_health"),
    "joost": ("Joost van Ittersem", "en", "stepwell"),
    "colleen": ("Colleen Pemberwick", "en", "chamber"),
    "marcus": ("Marcus Thibodeau", "en", "greenhouses"),
    "yolande": ("Yolande Nsabimana", "fr", "centre"),
    "eilidh": ("Eilidh Morrowsmith", "en", "library"),
    "tariq": ("Tariq Benslimane", "fr", "housing"),
    "soledad": ("Soledad Ibarguren", "en", "intercultural"),
    "olena": ("Olena Storozhuk", "en", None),
    "delphine": ("Delphine Arsenault-Cho", "fr", "tenants"),
    "abdirahman": ("Abdirahman Warfa", "en", "horn"),
    "petra": ("Petra Voskuijl", "en", "shelter"),
    "nikhil": ("Nikhil Sundaresh", "en", "city"),
    "grace": ("Grace Amponsem", "en", None),
    "leopold": ("Leopold Zelenka", "en", "housing"),
    "renata": ("Renata Wójtowicz", "en", "skills"),
    "ibrahima": ("Ibrahima Lamontagne", "fr", "reseau"),
    "parveen": ("Parveen Kahlon", "en", "stepwell"),
    "shane": ("Shane Corriveau", "en", "pier"),
    "meseret": ("Meseret Alemu-Ross", "en", "greenhouses"),
    "thuy": ("Thuy Dang-Ouellet", "fr", "college"),
    "josephine": ("Josephine Quartermain", "en", "library"),
    "mahmoud": ("Mahmoud Sayegh", "en", "lantern"),
    "kateryna": ("Kateryna Dovzhyk", "en", "ukrainian"),
    "celestin": ("Célestin Mugwaneza", "fr", "conseil"),
    "harleen": ("Harleen Sidhwani", "en", "wellness"),
    "rosalinda": ("Rosalinda Macaraeg", "en", "intercultural"),
    "fatou": ("Fatou Drammeh", "fr", "women"),
    "benedikt": ("Benedikt Achterkamp", "en", "college"),
    "ingrid": ("Ingrid Castellanos", "en", "greenhouses"),
    "yusuf": ("Yusuf Adan-Leclerc", "fr", None),
}
COORDINATOR = ("Noor Lindqvist", "en", "city")
NOT_SEATED = ("mai", "ruth", "ingrid", "yusuf")

# Who the four demo sign-ins are, and their passwords: known to everybody, for the demo only.
PASSWORDS = {
    "noor": "nine lanterns on the pier",
    "tesfalem": "supper at the long table",
    "mai": "two words for every snow",
    "ruth": "a ledger behind the tide gate",
}


def add_everybody(scene) -> None:
    """The coordinator first, by the program; then she adds the organisations and the people."""
    name, language, place = COORDINATOR
    noor = people.add_coordinator(
        name, address(name), PASSWORDS["noor"], language=language, by=THE_PROGRAM
    )
    scene.people["noor"] = noor
    scene.organisations = {key: _organisation(*row, by=noor) for key, row in ORGANISATIONS.items()}
    people.change_person(
        noor, name=name, email=noor.email, language=language,
        organisation=scene.organisations[place], by=noor,
    )  # fmt: skip
    for key, row in PEOPLE.items():
        scene.people[key] = _person(scene, *row, by=noor)
    _let_in(scene, by=noor)


def address(name: str) -> str:
    return f"{slug(folded(name)).replace('-', '.')}@{DOMAIN}"


def _organisation(english: str, french: str, sector: str, *, by) -> Organisation:
    return people.add_organisation(both(english, french), sector=sector, by=by)


def _person(scene, name: str, language: str, place: str | None, *, by) -> Person:
    organisation = scene.organisations[place] if place else None
    return people.add_person(
        name, email=address(name), language=language, organisation=organisation, by=by
    )


def _let_in(scene, *, by) -> None:
    """Whoever sits somewhere is a member; the others come in by a role of their own."""
    people.grant_role(scene.people["mai"], "translator", by=by)
    people.grant_role(scene.people["ruth"], "steward", by=by)
    for key, person in scene.people.items():
        if key != "noor" and key not in NOT_SEATED:
            people.grant_role(person, "member", by=by)
    for key, password in PASSWORDS.items():
        if key != "noor":
            people.set_password(scene.people[key], password, by=by)
