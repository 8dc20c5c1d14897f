"""What a funder would ask, answered half way, and the evidence of the year that is over."""

from lipnet.demo.texts import both
from lipnet.groups.agreements.models import Agreement, Obligation
from lipnet.reports.evidence_pack import operations as packs
from lipnet.reports.evidence_pack.models import days_of
from lipnet.reports.funders import operations as funders
from lipnet.reports.funders.drawing import Drawing, proposed

READY = ("2", "3", "4", "5")
BEGUN = both(
    "Large families look for a home, the last bus leaves too early, and answers come in English "
    "even where the sign is bilingual. [Say what came of each.]",
    "Les grandes familles cherchent un logement, le dernier autobus part trop tôt et l'on répond "
    "en anglais même quand l'affiche est bilingue. [Dire ce qu'il en est advenu.]",
)


def answer_the_funder(scene) -> None:
    """Our own questions about this year; some answers are ready, one is a draft."""
    agreement = Agreement.get()
    template = funders.take_generic(
        fiscal_year=scene.days.this_year, agreement=agreement, by=scene.noor
    )
    drawing = Drawing(template, scene.days.this_year)
    for question in template.in_order():
        if question.code in READY:
            asked = drawing.of(question)
            text = proposed(asked.drawn) if question.kind == "text" else {}
            _answer(scene, question, text, "ready", asked.proposed_value)
        elif question.code == "7":
            _answer(scene, question, BEGUN, "begun")


def gather_evidence(scene) -> None:
    """For the performance report on the year that is over."""
    agreement = Agreement.get()
    yearly = [row for row in agreement.owed() if row.rule and row.rule.rhythm == "year"]
    owed: Obligation = yearly[0]
    first, last = days_of(owed)
    packs.make_pack(agreement, owed, first=first, last=last, by=scene.noor)


def _answer(scene, question, text: dict, state: str, value: str = "") -> None:
    funders.answer(
        question, scene.days.this_year, text=text, value=value, state=state, by=scene.noor
    )
