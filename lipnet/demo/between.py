"""The council votes twice between its meetings: once it is over, once it is still open."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.demo.dates import at_time
from lipnet.demo.enclosing import letter_of_the_libraries
from lipnet.demo.texts import both
from lipnet.meetings.evotes.models import EVote, voters_of
from lipnet.meetings.evotes.operations import ask_for_vote, cast_vote, close_vote

HALL = (
    "That the partnership rent the hall of the community centre for the open evening, for at most "
    "$450.",
    "Que le partenariat loue la salle du centre communautaire pour la soirée portes ouvertes, pour "
    "au plus 450 $.",
)
WHY_NOW = (
    "The hall is held for us until the end of the week.",
    "La salle nous est réservée jusqu'à la fin de la semaine.",
)
LETTER = (
    "That the council sign the letter of the libraries on evening opening hours.",
    "Que le conseil signe la lettre des bibliothèques sur l'ouverture en soirée.",
)
WHO_ASKS = (
    "The libraries send it next week; the findings on evening classes say why it matters.",
    "Les bibliothèques l'envoient la semaine prochaine ; les constats sur les cours du soir disent "
    "pourquoi elle compte.",
)


def closed(scene) -> None:
    """Asked for twelve days ago, over after five."""
    vote = _ask(scene, HALL, WHY_NOW, mover="tariq", seconder="eilidh", last_day=scene.days.ago(7))
    answers = ["in_favour"] * 6 + ["abstained", "against"] + ["in_favour"] * 3
    _answer(vote, answers)
    with scene.on(scene.days.ago(7), 18):
        close_vote(vote, by=scene.noor)


def still_open(scene) -> None:
    soon = clock.today() + timedelta(days=9)
    vote = _ask(
        scene, LETTER, WHO_ASKS, mover="eilidh", seconder="yolande", last_day=soon,
        because=[scene.findings["classes"]], papers=[letter_of_the_libraries()],
    )  # fmt: skip
    _answer(vote, ["in_favour", "in_favour", "abstained", "in_favour"])


def _ask(scene, words, reasons, *, mover: str, seconder: str, last_day, **more) -> EVote:
    return ask_for_vote(
        scene.bodies["council"],
        both(*words),
        reasons=both(*reasons),
        mover=scene.people[mover],
        seconder=scene.people[seconder],
        closes_at=at_time(last_day, 17),
        by=scene.noor,
        **more,
    )


def _answer(vote: EVote, answers: list[str]) -> None:
    for voter, choice in zip(voters_of(vote), answers, strict=False):
        cast_vote(voter, choice, by=voter.person)
