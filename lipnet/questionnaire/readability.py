"""How long a questionnaire takes, and how hard its words are: estimates, to be read as such.

Reading level, for English the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975):
    0.39 * words per sentence + 11.8 * syllables per word - 15.59
a school grade; plain language for the public aims at 6 to 8. For French the adaptation of Flesch's
reading ease by Kandel and Moles (1958):
    207 - 1.015 * words per sentence - 73.6 * syllables per word
from 0 to 100, higher is easier; 60 and more is ordinary prose. Syllables are counted by groups of
vowels; single words are counted wrongly, a text of some length hardly.

Time: 150 words a minute (adults read 238 silently in their first language, Brysbaert 2019; on a
phone, and in a second language, less), and for each answer the seconds of ANSWERING.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lipnet.questionnaire.dependencies import names_of
from lipnet.questionnaire.model import SELECTS, Item, Question, Questionnaire, groups_in
from lipnet.questionnaire.texts import ANSWER, plain

WORDS_A_MINUTE = 150
ANSWERING = {"text": 20, "rank": 15, "select_multiple": 6, "date": 8, "datetime": 10, "note": 0}
ANSWERING_ELSE = 4
ASKED_OF_SOME = 0.5  # a question behind a rule is asked of about half
LONG_QUESTION = 25
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
CHARACTERS_A_WORD = 1.6
SENTENCE_END = re.compile(r"[.!?…]+(?:\s|$)")
ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
FRENCH_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
HARDEST_GRADE = 8.0
EASE_OF_PROSE = 60.0


@dataclass(frozen=True, slots=True)
class Level:
    """`scale` is "grade" (English; lower is easier) or "ease" (French; higher is easier)."""

    scale: str
    value: float

    @property
    def is_plain(self) -> bool:
        return self.value <= HARDEST_GRADE if self.scale == "grade" else self.value >= EASE_OF_PROSE


def minutes(questionnaire: Questionnaire, tag: str) -> int:
    """What answering takes in a language, in whole minutes, at least one."""
    seconds = 0.0
    for placed in questionnaire.placed():
        question = placed.question
        if not question.is_shown:
            continue
        rules = [question.relevant, *(group.relevant for group in placed.groups)]
        share = ASKED_OF_SOME if names_of(rules) else 1.0
        words = sum(word_count(text) for text in read_of(questionnaire, question, tag))
        answering = ANSWERING.get(question.type, ANSWERING_ELSE) if not question.is_computed else 0
        seconds += share * (60 * words / WORDS_A_MINUTE + answering)
    return max(1, round(seconds / 60))


def read_of(questionnaire: Questionnaire, question: Question, tag: str) -> Iterator[str]:
    choices = questionnaire.choices_of(question) if question.type in SELECTS else ()
    for texts in (question.label, question.hint, *(choice.label for choice in choices)):
        yield bare(questionnaire.text(texts, tag)[0])


def level(questionnaire: Questionnaire, tag: str) -> Level | None:
    """The level of questions, help and headings in English or French; None in other languages,
    and where there are too few words to tell."""
    texts = [text for text in sentences_of(questionnaire, tag) if text]
    words = [word for text in texts for word in WORD.findall(text)]
    if tag not in ("en", "fr") or len(words) < 30:
        return None
    sentences = sum(max(1, len(SENTENCE_END.findall(text))) for text in texts)
    length = len(words) / sentences
    syllables = sum(syllables_in(word, tag) for word in words) / len(words)
    if tag == "en":
        return Level("grade", round(0.39 * length + 11.8 * syllables - 15.59, 1))
    return Level("ease", round(207 - 1.015 * length - 73.6 * syllables, 1))


def sentences_of(questionnaire: Questionnaire, tag: str) -> Iterator[str]:
    items: list[Item] = [*questionnaire.questions(), *groups_in(questionnaire.items)]
    for item in items:
        yield from (bare(texts.get(tag, "")) for texts in (item.label, item.hint))


def long_questions(questionnaire: Questionnaire, tag: str) -> tuple[Question, ...]:
    """Questions of more than 25 words: few people keep the beginning in mind at the end."""
    return tuple(
        question
        for question in questionnaire.questions()
        if question.is_answered and word_count(bare(question.label.get(tag, ""))) > LONG_QUESTION
    )


def bare(text: str) -> str:
    return plain(ANSWER.sub("x", text))


def word_count(text: str) -> int:
    without = len(WITHOUT_SPACES.findall(text))
    return len(WORD.findall(WITHOUT_SPACES.sub(" ", text))) + round(without / CHARACTERS_A_WORD)


def syllables_in(word: str, tag: str) -> int:
    """At least one; a silent e at the end is none ("cake", "carte")."""
    lower = word.lower()
    groups = len((ENGLISH_VOWELS if tag == "en" else FRENCH_VOWELS).findall(lower))
    if tag == "en" and re.search(r"[^aeiouyl]e[sd]?$", lower) and not re.search(r"[td]ed$", lower):
        groups -= 1
    if tag == "fr" and re.search(r"[^aeiouyàâéèêëîïôùûü](?:es?|ent)$", lower):
        groups -= 1
    return max(1, groups)
