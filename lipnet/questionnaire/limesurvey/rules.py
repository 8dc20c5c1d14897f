"""The rules of a survey: translated, checked against its questions, or left out and listed."""

from __future__ import annotations

from collections.abc import Iterator

from lipnet.questionnaire.checks import doubts, faults
from lipnet.questionnaire.expressions import ExpressionError, parse
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.limesurvey.desk import (
    Desk,
    Draft,
    DraftGroup,
    Variable,
    Written,
)
from lipnet.questionnaire.limesurvey.said import NotOurs, quoted
from lipnet.questionnaire.limesurvey.script import translated
from lipnet.questionnaire.model import Question, Rule

AnyDraft = Draft | DraftGroup
ByDraft = dict[int, dict[str, Rule]]
VALUES = ("calculation", "dynamic_default")
SHOWN_RULE = 300


class Rules:
    """Reads every rule once all the questions are known."""

    def __init__(self, desk: Desk, drafts: list[AnyDraft]) -> None:
        self.desk = desk
        questions = {
            each.question.name: each.question for each in drafts if isinstance(each, Draft)
        }
        codes = {name: {c.code for c in choices} for name, choices in desk.lists.items()}
        columns = dict.fromkeys(desk.lists, ("name",))
        computed = [
            each.question.name
            for each in drafts
            if isinstance(each, Draft) and "calculation" in each.rules
        ]
        rejected = desk.names - set(questions)
        self.known = Known(questions, (), rejected, codes, columns, computed)

    def read_all(self, drafts: list[AnyDraft]) -> ByDraft:
        """id(draft) -> field -> rule."""
        return {id(draft): dict(self.read(draft)) for draft in drafts}

    def read(self, draft: AnyDraft) -> Iterator[tuple[str, Rule]]:
        for field, written in draft.rules.items():
            found = [self.one(draft, field, each) for each in written]
            sources = list(dict.fromkeys(source for source in found if source))
            source = sources[0] if len(sources) == 1 else " and ".join(f"({s})" for s in sources)
            if source:
                rule = self.checked(draft, field, source, written)
                if rule is not None:
                    yield field, rule

    def one(self, draft: AnyDraft, field: str, written: Written) -> str:
        """The rule in our language, or "" if it has no equal there."""
        if written.ours:
            return written.text
        try:
            own = own_of(draft, field)
            as_value = field in VALUES
            source = translated(written.text, self.desk.variable, own, as_value=as_value)
            return f"name != {quoted(written.choice)} or {source}" if written.choice else source
        except NotOurs as error:
            self.left_out(draft, field, written.text, str(error))
            return ""

    def checked(
        self, draft: AnyDraft, field: str, source: str, written: list[Written]
    ) -> Rule | None:
        question = draft.question if isinstance(draft, Draft) else None
        try:
            tree = parse(source)
        except ExpressionError as error:
            self.left_out(draft, field, written[0].text, error.found or source)
            return None
        wrong = list(faults(tree, field, question, self.known))
        for fault in wrong:
            self.desk.notebook.error(draft.place, fault.code, field=field, **fault.particulars)
        if wrong:
            return None
        for fault in doubts(tree, field, self.known, question):
            self.desk.notebook.warning(draft.place, fault.code, field=field, **fault.particulars)
        return Rule(source, tree)

    def left_out(self, draft: AnyDraft, field: str, rule: str, found: str) -> None:
        shown = rule if len(rule) <= SHOWN_RULE else f"{rule[:SHOWN_RULE]}…"
        particulars = {"field": field, "rule": shown, "found": found[:60]}
        self.desk.notebook.error(draft.place, "lss_rule", **particulars)


def own_of(draft: AnyDraft, field: str) -> Variable | None:
    """What `self` and `this` mean: in a constraint only, the answer it is about."""
    if not isinstance(draft, Draft) or field != "constraint":
        return None
    question: Question = draft.question
    return Variable("answer", question.name, "choices" if question.list_name else "")
