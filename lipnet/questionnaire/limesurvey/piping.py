"""Answers named inside texts: {Q1.shown} and {INSERTANS:1X2X3} become ${Q1}."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lipnet.questionnaire.limesurvey.desk import Desk, Draft, DraftGroup
from lipnet.questionnaire.limesurvey.notebook import Place
from lipnet.questionnaire.limesurvey.rules import AnyDraft
from lipnet.questionnaire.limesurvey.script import ENDINGS, FIELD

BRACES = re.compile(r"(?<!\$)\{(\S[^{}\n]{0,999})\}")
NAME = re.compile(r"[A-Za-z0-9_]+")


def pipe_all(desk: Desk, drafts: list[AnyDraft]) -> None:
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


class Piping:
    def __init__(self, desk: Desk, names: set[str]) -> None:
        self.desk = desk
        self.names = names

    def texts(self, texts: Mapping[str, str], place: Place) -> dict[str, str]:
        return {tag: self.text(text, place) for tag, text in texts.items()}

    def text(self, text: str, place: Place) -> str:
        if "{" not in text:
            return text
        return BRACES.sub(lambda found: self.one(found[0], found[1], place), text)

    def one(self, whole: str, inside: str, place: Place) -> str:
        """${name}, or nothing where the expression has no equal: then it is a finding."""
        name = ENDINGS.sub("", FIELD.sub("", inside.strip()))
        variable = self.desk.variable(name) if NAME.fullmatch(name) else None
        if variable is None or variable.kind != "answer" or variable.name not in self.names:
            self.desk.notebook.warning(place, "lss_expression_in_text", expression=whole[:200])
            return ""
        return f"${{{variable.name}}}"
