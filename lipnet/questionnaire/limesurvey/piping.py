"""Answers named inside texts: {Q1.shown} and {INSERTANS:1X2X3} become ${Q1}."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from lipnet.questionnaire.expressions import ExpressionError, names_in, parse
from lipnet.questionnaire.limesurvey.desk import Desk, Draft, DraftGroup, Written
from lipnet.questionnaire.limesurvey.notebook import Place
from lipnet.questionnaire.limesurvey.rules import AnyDraft
from lipnet.questionnaire.limesurvey.said import NotOurs
from lipnet.questionnaire.limesurvey.script import ENDINGS, FIELD, translated
from lipnet.questionnaire.model import Question

BRACES = re.compile(r"(?<!\$)\{(\S[^{}\n]{0,999})\}")
MOST_EXPRESSIONS = 500
NAME = re.compile(r"[A-Za-z0-9_]+")


def pipe_all(desk: Desk, drafts: list[AnyDraft]) -> list[Draft]:
    """Changes the texts; returns the calculations that stand for the expressions in them."""
    names = {each.question.name for each in drafts if isinstance(each, Draft)}
    piping = Piping(desk, names)
    for draft in drafts:
        if isinstance(draft, DraftGroup):
            draft.label = piping.texts(draft.label, draft.place)
            draft.hint = piping.texts(draft.hint, draft.place)
        else:
            question = draft.question
            draft.question = replace(
                question,
                label=piping.texts(question.label, draft.place),
                hint=piping.texts(question.hint, draft.place),
                constraint_message=piping.texts(question.constraint_message, draft.place),
            )
    for name, choices in desk.lists.items():
        place = ("answers", name)
        desk.lists[name] = tuple(
            replace(choice, label=piping.texts(choice.label, place)) for choice in choices
        )
    return list(piping.calculations.values())


class Piping:
    def __init__(self, desk: Desk, names: set[str]) -> None:
        self.desk = desk
        self.names = names
        self.known: dict[str, str] = {}
        self.calculations: dict[str, Draft] = {}

    def texts(self, texts: Mapping[str, str], place: Place) -> dict[str, str]:
        return {tag: self.text(text, place) for tag, text in texts.items()}

    def text(self, text: str, place: Place) -> str:
        if "{" not in text:
            return text
        return BRACES.sub(lambda found: self.one(found[0], found[1], place), text)

    def one(self, whole: str, inside: str, place: Place) -> str:
        """${name}, of an answer or of a calculation; nothing where the expression has no equal."""
        name = ENDINGS.sub("", FIELD.sub("", inside.strip()))
        variable = self.desk.variable(name) if NAME.fullmatch(name) else None
        if variable is not None and variable.kind == "answer" and variable.name in self.names:
            return f"${{{variable.name}}}"
        if inside not in self.known and len(self.known) < MOST_EXPRESSIONS:
            self.known[inside] = self.worked_out(html.unescape(inside), place)
        calculation = self.known.get(inside, "")
        if not calculation:
            self.desk.notebook.warning(place, "lss_expression_in_text", expression=whole[:200])
        return f"${{{calculation}}}" if calculation else ""

    def worked_out(self, inside: str, place: Place) -> str:
        """The name of a calculation for this expression, or "" where there can be none."""
        try:
            source = translated(inside, self.desk.variable, as_value=True)
            named = names_in(parse(source))
        except (NotOurs, ExpressionError):
            return ""
        return self.calculation(source, place) if named and named <= self.names else ""

    def calculation(self, source: str, place: Place) -> str:
        """The name of the calculation that works this out; the same one is made only once."""
        if source not in self.calculations:
            name = self.desk.name(f"worked_out_{len(self.calculations) + 1}", place)
            question = Question(name, "calculate", source="!".join(place))
            rules = {"calculation": [Written(source, ours=True)]}
            self.calculations[source] = Draft(question, place, rules)
        return self.calculations[source].question.name
