"""How the partnership sits: a council of 22, a steering committee, three working groups."""

from datetime import date

from lipnet.demo.terms import council_terms
from lipnet.demo.texts import both
from lipnet.groups import operations as groups

# name: (kind, English name, French name, English purpose, French purpose)
BODIES = {
    "council": (
        "council",
        "Partnership Council",
        "Conseil du partenariat",
        "Sets the direction: adopts the community plan, the yearly action plan and the report.",
        "Donne l'orientation : adopte le plan communautaire, le plan d'action annuel et le "
        "rapport.",
    ),
    "steering": (
        "steering",
        "Steering Committee",
        "Comité directeur",
        "Prepares the council's meetings and keeps the work together between them.",
        "Prépare les réunions du conseil et assure le suivi entre celles-ci.",
    ),
    "homes": (
        "working_group",
        "Housing and Arrival Working Group",
        "Groupe de travail Logement et arrivée",
        "A decent home, and a first month in which nobody is sent from door to door.",
        "Un logement convenable, et un premier mois sans être renvoyé de porte en porte.",
    ),
    "work": (
        "working_group",
        "Work and Skills Working Group",
        "Groupe de travail Emploi et compétences",
        "Work that uses what people can do, and a way to get to it.",
        "Un travail qui met à profit les compétences, et un moyen de s'y rendre.",
    ),
    "belonging": (
        "working_group",
        "Belonging and Languages Working Group",
        "Groupe de travail Appartenance et langues",
        "Learning the language at hours people can come, and feeling that this is home.",
        "Apprendre la langue à des heures qui conviennent, et se sentir chez soi ici.",
    ),
}

# (English label, French label, sector, who, *what the seat is); None: vacant
COUNCIL_SEATS = (
    ("City of Cedarmouth", "Ville de Cedarmouth", "municipal", "harriet", "ex_officio"),
    ("Township of North Alder", "Canton de North Alder", "municipal", "gordon"),
    ("Public transit", "Transport en commun", "municipal", "priyanka"),
    ("Settlement services", "Services d'établissement", "settlement", "amal"),
    ("Settlement and language", "Établissement et langues", "settlement", "tesfalem"),
    ("Refugee support", "Soutien aux personnes réfugiées", "settlement", "bridget"),
    ("Newcomer women", "Femmes nouvellement arrivées", "settlement", "farzaneh"),
    ("English-language schools", "Écoles de langue anglaise", "education", "keiko"),
    (
        "French-language schools",
        "Écoles de langue française",
        "education",
        "aurelie",
        "francophone",
    ),
    ("College", "Collège", "education", "dmytro"),
    ("Adult learning", "Formation des adultes", "education", "winnifred"),
    ("Community health", "Santé communautaire", "health", "luz"),
    ("Public health", "Santé publique", "health", "ravinder"),
    ("Employment services", "Services d'emploi", "employment", "joost"),
    ("Chamber of commerce", "Chambre de commerce", "employer", "colleen"),
    ("Employer at large", "Employeur", "employer", None),
    (
        "Francophone community",
        "Communauté francophone",
        "francophone",
        "yolande",
        "francophone",
    ),
    ("Public library", "Bibliothèque publique", "library", "eilidh"),
    ("Community housing", "Logement communautaire", "housing", "tariq"),
    ("Ethnocultural associations", "Associations ethnoculturelles", "ethnocultural", "soledad"),
    (
        "Newcomer with lived experience",
        "Personne nouvellement arrivée",
        "newcomer",
        "olena",
        "lived_experience",
    ),
    (
        "Young newcomer (16 to 29)",
        "Jeune nouvellement arrivé ou arrivée (16 à 29 ans)",
        "newcomer",
        None,
        "lived_experience",
        "youth",
    ),
)

# The chair first.
GROUP_MEMBERS = {
    "homes": (
        "delphine", "abdirahman", "petra", "nikhil", "grace", "leopold", "tariq", "bridget",
    ),
    "work": ("renata", "ibrahima", "parveen", "shane", "meseret", "thuy", "joost", "priyanka"),
    "belonging": (
        "josephine", "mahmoud", "kateryna", "celestin", "harleen", "rosalinda", "winnifred", "luz",
    ),
}  # fmt: skip
STEERING_MEMBERS = ("amal", "harriet", "delphine", "renata", "josephine", "yolande")
STEERING_ROLES = {"amal": "chair", "harriet": "vice_chair", "josephine": "secretary"}


def establish(scene) -> None:
    """Every body with its seats; who sits in them; the council's draft terms of reference."""
    for key, row in BODIES.items():
        scene.bodies[key] = _body(scene, key, *row)
    _fill_council(scene)
    _fill_steering(scene)
    for key, members in GROUP_MEMBERS.items():
        _fill_group(scene, key, members)
    scene.terms = groups.draft_terms_of_reference(
        scene.bodies["council"], **council_terms(scene.days.last_year), by=scene.noor
    )


def choose_holder(scene) -> None:
    groups.choose_holder(
        "municipality",
        holder=scene.organisations["city"],
        reason=both(
            "The City can carry the agreement through a change of staff, has an accessible office "
            "downtown and pays its invoices within thirty days. The council, not the City, decides "
            "what the partnership works on; this stands in the terms of reference.",
            "La Ville peut porter l'entente malgré un changement de personnel, dispose d'un bureau "
            "accessible au centre-ville et paie ses factures dans un délai de trente jours. C'est "
            "le conseil, et non la Ville, qui décide du travail du partenariat ; le mandat "
            "le précise.",
        ),
        on=scene.days.last(4, 1),
        by=scene.noor,
    )


def note_departure(scene) -> None:
    """The employer's seat falls vacant in the first winter."""
    groups.end_appointment(
        scene.departing,
        on=scene.days.last(1, 9),
        reason="Moved to another province for work. / Départ pour un emploi hors province.",
        by=scene.noor,
    )


def _body(scene, key, kind, english, french, purpose, but):
    return groups.establish_body(
        kind=kind,
        name=both(english, french),
        purpose=both(purpose, but),
        parent=None if key == "council" else scene.bodies["council"],
        adopts_minutes=key == "council",
        founded_on=date(scene.days.last_year - 11, 9, 1),
        by=scene.noor,
    )


def _fill_council(scene) -> None:
    """Half of the seats are renewed each spring, so that the council never starts from nothing."""
    for number, (english, french, sector, who, *marks) in enumerate(COUNCIL_SEATS, start=1):
        seat = _seat(scene, "council", both(english, french), sector, marks)
        if who:
            role = {"amal": "co_chair", "harriet": "co_chair"}.get(who, "member")
            for first in _terms_of_seat(scene, number):
                _appoint(scene, seat, who, role, first, 2)
    employer = scene.seats["council", 16]
    scene.departing = _appoint(scene, employer, "marcus", "member", scene.days.last_year, 2)


def _terms_of_seat(scene, number: int) -> tuple[int, ...]:
    """The years in which the terms of a seat began: odd seats one year, even seats the other."""
    year = scene.days.last_year
    return (year,) if number % 2 else (year - 1, year + 1)


def _fill_steering(scene) -> None:
    """Six seats held by virtue of a chair; two are filled by a call for nominations."""
    for who in STEERING_MEMBERS:
        seat = _seat(
            scene, "steering", both("Chair or co-chair", "Présidence"), _sector(scene, who)
        )
        role = STEERING_ROLES.get(who, "member")
        _appoint(scene, seat, who, role, scene.days.last_year, 3)
    for _ in range(2):
        _seat(scene, "steering", both("Member at large", "Membre"), "other")


def _fill_group(scene, key: str, members: tuple[str, ...]) -> None:
    for who in members:
        role = "chair" if who == members[0] else "member"
        label = both("Chair", "Présidence") if role == "chair" else both("Member", "Membre")
        seat = _seat(scene, key, label, _sector(scene, who))
        _appoint(scene, seat, who, role, scene.days.last_year, 3)


def _seat(scene, key: str, label: dict, sector: str, marks=()):
    seat = groups.add_seat(
        scene.bodies[key], label=label, sector=sector, by=scene.noor, **dict.fromkeys(marks, True)
    )
    scene.seats[key, seat.number] = seat
    return seat


def _appoint(scene, seat, who: str, role: str, first: int, years: int):
    return groups.appoint(
        seat,
        scene.people[who],
        role=role,
        from_on=date(first, 4, 1),
        to_on=date(first + years, 3, 31),
        by=scene.noor,
    )


def _sector(scene, who: str) -> str:
    organisation = scene.people[who].organisation
    return organisation.sector if organisation else "newcomer"
