"""Two calls for nominations: one ended by acclamation, one open with two people still to answer."""

from datetime import date

from lipnet.demo.texts import both
from lipnet.nominations import operations as nominations
from lipnet.nominations.statements import SHOWABLE, Said

FATOU = Said(
    interests="La garde d’enfants pendant les cours\u00a0; les services en français.",
    skills="Animer un groupe\u00a0; wolof, français, anglais.",
    lived=("immigrant", "francophone"),
    organisation="Le Cercle du mardi",
    endorser="Yolande Nsabimana",
    conflict="some",
    conflict_about="Le Cercle du mardi loue une salle au partenariat.",
    accommodations="Rentrer avant 18 h, à cause du dernier autobus.",
    published=tuple(SHOWABLE),
)
BENEDIKT = Said(
    interests="Recognition of diplomas; honest figures.",
    skills="Bookkeeping, and saying no with a smile.",
    lived=("undisclosed",),
    conflict="none",
    published=("statement", "skills", "interests"),
)


def call_for_steering(scene) -> None:
    days = scene.days
    seats = [scene.seats["steering", number] for number in (7, 8)]
    scene.calls["steering"] = nominations.write_call(
        scene.bodies["steering"],
        title=both("Two members at large", "Deux membres du comité directeur"),
        text=both(
            "The steering committee meets six times a year at noon, for one hour. We look for two "
            "people who do not chair anything yet.",
            "Le comité directeur se réunit six fois par année à midi, pendant une heure. Nous "
            "cherchons deux personnes qui ne président encore rien.",
        ),
        seats={
            seat: both("Time for six noon meetings a year", "Du temps pour six réunions par année")
            for seat in seats
        },
        opens_on=days.last(10, 20),
        closes_on=days.last(11, 14),
        by=scene.noor,
    )
    nominations.open_call(scene.calls["steering"], by=scene.noor)


def name_two(scene) -> None:
    """One is nominated and accepts; the other stands by himself."""
    call, days = scene.calls["steering"], scene.days
    with scene.on(days.last(10, 28)):
        nomination = nominations.nominate(
            call,
            scene.people["fatou"],
            statement=both(
                "Fatou built the Tuesday circle, where forty women learn from each other. She "
                "knows how to listen and how to come to a close.",
                "Fatou a bâti le cercle du mardi, où quarante femmes apprennent l’une de l’autre. "
                "Elle sait écouter et elle sait conclure.",
            ),
            by=scene.people["yolande"],
        )
    with scene.on(days.last(10, 30)):
        nominations.accept_nomination(
            nomination.open_link,
            said=FATOU,
            by=scene.people["fatou"],
        )
    with scene.on(days.last(11, 5)):
        nominations.stand(
            call,
            statement=both(
                "I teach bookkeeping to people who kept better books than mine before they came. "
                "I would like to help the committee finish what it begins.",
                "J'enseigne la comptabilité à des gens qui tenaient de meilleurs livres que moi "
                "avant d'arriver. J'aimerais aider le comité à finir ce qu'il commence.",
            ),
            said=BENEDIKT,
            by=scene.people["benedikt"],
        )


def acclaim(scene) -> None:
    call, year = scene.calls["steering"], scene.days.last_year
    if not call.is_closed:
        nominations.close_call(call, by=scene.noor)
    seats = dict(zip(call.candidates, call.seats, strict=True))
    acclamation = nominations.acclaim(
        call, seats, from_on=date(year + 1, 1, 1), to_on=date(year + 3, 3, 31), by=scene.noor
    )
    scene.acclaimed = [row.appointment for row in acclamation.acclaimed_seats]


def call_for_council(scene) -> None:
    """Open now, for the council's two vacant seats."""
    employer, youth = scene.seats["council", 16], scene.seats["council", 22]
    scene.calls["council"] = nominations.write_call(
        scene.bodies["council"],
        title=both("Two seats on the council", "Deux sièges au conseil"),
        text=both(
            "The council meets five times a year on a Thursday at five o'clock, with supper and "
            "child minding. Anybody may nominate somebody, or stand.",
            "Le conseil se réunit cinq fois par année, un jeudi à 17 h, avec souper et "
            "halte-garderie. Toute personne peut en proposer une autre ou se porter candidate.",
        ),
        seats={
            employer: both(
                "Hires in Cedarmouth or North Alder", "Embauche à Cedarmouth ou à North Alder"
            ),
            youth: both(
                "16 to 29 years old, in Canada for ten years at most",
                "De 16 à 29 ans, au Canada depuis dix ans au plus",
            ),
        },
        opens_on=scene.days.ago(12),
        closes_on=scene.days.ahead(16),
        by=scene.noor,
    )
    nominations.open_call(scene.calls["council"], by=scene.noor)


def propose_employer(scene) -> None:
    nominations.nominate(
        scene.calls["council"],
        scene.people["ingrid"],
        seat=scene.seats["council", 16],
        statement=both(
            "Ingrid plans the shifts at the greenhouses and lent us the van. She knows the late "
            "bus question from both sides.",
            "Ingrid planifie les quarts de travail aux serres et nous a prêté la camionnette. Elle "
            "connaît des deux côtés la question du dernier autobus.",
        ),
        by=scene.people["colleen"],
    )


def propose_youth(scene) -> None:
    nominations.nominate(
        scene.calls["council"],
        scene.people["yusuf"],
        seat=scene.seats["council", 22],
        statement=both(
            "Yusuf has led the homework club for two years. He says what he thinks, calmly, in "
            "three languages.",
            "Yusuf anime le club de devoirs depuis deux ans. Il dit ce qu’il pense, avec calme, "
            "dans trois langues.",
        ),
        by=scene.people["aurelie"],
    )
