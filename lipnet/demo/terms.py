"""The council's terms of reference, as it adopted them."""

from datetime import date

from lipnet.demo.texts import both

SECTIONS = (
    (
        "Purpose",
        "Raison d'être",
        "The Partnership Council brings together those who receive newcomers in Cedarmouth and "
        "those who have arrived. It gives no services itself. It finds out what is needed, agrees "
        "who does what, and says publicly each year what was done and what was not.",
        "Le Conseil du partenariat réunit les personnes et les organismes qui accueillent à "
        "Cedarmouth et ceux et celles qui y arrivent. Il n'offre lui-même aucun service. Il cerne "
        "les besoins, convient de qui fait quoi et dit publiquement, chaque année, ce qui a été "
        "fait et ce qui ne l'a pas été.",
    ),
    (
        "Membership",
        "Composition",
        "Twenty-two voting seats, each for a sector. Two are for newcomers with lived experience, "
        "one of them aged 16 to 29. One seat is for the francophone community and one for "
        "French-language schools. A member may name an alternate for a single meeting.",
        "Vingt-deux sièges avec droit de vote, chacun pour un secteur. Deux sont réservés à des "
        "personnes nouvellement arrivées, dont une de 16 à 29 ans. Un siège revient à la "
        "communauté francophone et un autre aux écoles de langue française. Un membre peut se "
        "faire remplacer à une réunion.",
    ),
    (
        "Terms",
        "Durée des fonctions",
        "Two years, twice in a row at most. Half of the seats are renewed each April. A member who "
        "misses three meetings in a row without an alternate is asked whether they wish to stay.",
        "Deux ans, deux fois de suite au plus. La moitié des sièges est renouvelée chaque année en "
        "avril. On demande à un membre absent trois fois de suite sans substitut s'il souhaite "
        "rester.",
    ),
    (
        "Recruitment",
        "Recrutement",
        "Vacant seats are filled by an open call, spring and fall. Anybody may nominate; nominees "
        "say yes themselves. If no more people stand than there are seats, they are acclaimed and "
        "the council ratifies the appointments at its next meeting.",
        "Les sièges vacants sont pourvus au moyen d'un appel ouvert, au printemps et à l'automne. "
        "Toute personne peut en proposer une autre ; la personne proposée donne elle-même son "
        "accord. Si les candidatures ne dépassent pas le nombre de sièges, elles sont retenues par "
        "acclamation et le conseil ratifie les nominations à la réunion suivante.",
    ),
    (
        "Quorum",
        "Quorum",
        "Half of the voting seats that are filled, counted with alternates. Without quorum the "
        "council may talk but not decide.",
        "La moitié des sièges pourvus ayant droit de vote, substituts compris. Sans quorum, le "
        "conseil peut discuter, mais non décider.",
    ),
    (
        "Decisions",
        "Décisions",
        "By consensus where possible. If none is found in the time planned, by a motion that is "
        "moved, seconded and carried by a majority of those present.",
        "Par consensus autant que possible. À défaut, dans le temps prévu, par une proposition "
        "présentée, appuyée et adoptée à la majorité des membres présents.",
    ),
    (
        "Conflict of interest",
        "Conflits d'intérêts",
        "Each meeting opens with a call for conflicts. Who has one says so, leaves the discussion "
        "and does not vote; the minutes note it.",
        "Chaque réunion commence par la déclaration des conflits d'intérêts. La personne en "
        "conflit le dit, quitte la discussion et ne vote pas ; le procès-verbal en fait mention.",
    ),
    (
        "Languages",
        "Langues",
        "Everybody speaks English or French, as they choose. Papers go out in both, on the same "
        "day, seven days before a meeting. Interpretation is arranged for any member who asks.",
        "Chaque personne s'exprime en français ou en anglais, à son choix. Les documents sont "
        "envoyés dans les deux langues, le même jour, sept jours avant la réunion. Des services "
        "d'interprétation sont offerts à tout membre qui en fait la demande.",
    ),
)


def council_terms(year: int) -> dict:
    """What groups.draft_terms_of_reference takes; reviewed after three years."""
    return {
        "sections": [
            {"title": both(title, titre), "text": both(text, texte)}
            for title, titre, text, texte in SECTIONS
        ],
        "quorum_kind": "share",
        "quorum_value": 50,
        "decision_rule": "consensus_then_majority",
        "term_years": 2,
        "notice_days": 7,
        "review_on": date(year + 3, 3, 31),
        "further": {
            "second_call": "present",
            "term_cap": 2,
            "cap_exception": True,
            "nominators": "anyone",
        },
        "between": {"percent": 50, "rule": "body", "alternates": True},
    }
