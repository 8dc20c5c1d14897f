"""Answers as codes or as people read them; and what the columns are called."""

from collections.abc import Mapping

from lipnet.core import i18n
from lipnet.questionnaire import Question, Questionnaire
from lipnet.questionnaire.model import DECLINES
from lipnet.surveys.codebook import DECLINES as DECLINES_SAID
from lipnet.surveys.exporting.cells import Wording, made_for
from lipnet.surveys.exporting.columns import Column, Layout
from lipnet.surveys.exporting.words import spoken_in, told_in
from lipnet.surveys.models import MODES
from lipnet.surveys.spreadsheet import harmless
from lipnet.surveys.words import language_name, mode_name

BETWEEN_LABELS = "; "


class Worder:
    """How the answers of a questionnaire are written. language: in which labels are told."""

    def __init__(self, questionnaire: Questionnaire, wording: str, language: str):
        self.questionnaire, self.language = questionnaire, language
        self.in_labels = wording == "labels"
        self.labels = {
            name: {each.code: self._told(each.label) or each.code for each in choices}
            for name, choices in questionnaire.choices.items()
        }
        self.wording = self._in_labels() if self.in_labels else self._in_codes()

    def maker(self, question: Question):
        choices = self.questionnaire.choices_of(question)
        return made_for(question, choices, self.labels.get(question.list_name, {}), self.wording)

    def about(self) -> Mapping[str, Mapping[str, str]]:
        if not self.in_labels:
            return {"language": {}, "mode": {}}
        with i18n.speaking(spoken_in(self.language)):
            return {
                "language": {tag: language_name(tag) for tag in self.questionnaire.languages},
                "mode": {mode: mode_name(mode) for mode in MODES},
            }

    def headings(self, layout: Layout) -> list[str]:
        return [harmless(self.heading(each)) for each in layout.columns]

    def heading(self, column: Column) -> str:
        if not self.in_labels or column.question is None:
            return column.name
        return self.label(column)

    def label(self, column: Column) -> str:
        """What the column is about, in words: the question, which member, which option."""
        text = self._told(column.question.label) or column.question.name
        whole = text if column.member is None else f"{text} [{column.member}]"
        return f"{whole} / {column.part.label}" if column.part.kind else whole

    def _told(self, texts) -> str:
        return told_in(self.questionnaire, texts, self.language)

    def _in_codes(self) -> Wording:
        codes = {name: {code: code for code in said} for name, said in self.labels.items()}
        return Wording(codes, {each: f"({each})" for each in DECLINES})

    def _in_labels(self) -> Wording:
        with i18n.speaking(spoken_in(self.language)):
            declined = {each: f"({DECLINES_SAID[each]})" for each in DECLINES}
        return Wording(self.labels, declined, BETWEEN_LABELS)
