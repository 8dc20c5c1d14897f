"""A LimeSurvey survey as it stands in its tables: old exports and new give the same.

Until version 350 or so the texts stand in the rows themselves, one row for each language; since
then they stand in tables of their own (question_l10ns and so on).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lipnet.questionnaire.limesurvey.tables import Row, Tables

Spoken = Mapping[str, str]  # language as LimeSurvey writes it -> text
NOT_ROOT = ("", "0")
MOST_LANGUAGES = 100


@dataclass(frozen=True, slots=True)
class Answer:
    code: str
    scale: str
    text: Spoken


@dataclass(frozen=True, slots=True)
class Subquestion:
    qid: str
    code: str
    scale: str
    text: Spoken
    relevance: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with everything that belongs to it. `attributes`: name -> language -> value."""

    qid: str
    gid: str
    code: str
    type: str
    text: Spoken
    help: Spoken
    row: Row
    subquestions: tuple[Subquestion, ...] = ()
    answers: tuple[Answer, ...] = ()
    attributes: Mapping[str, Spoken] = field(default_factory=dict)
    defaults: Mapping[tuple[str, str], str] = field(default_factory=dict)
    has_script: bool = False

    def of(self, name: str) -> str:
        """A field of its row, without space around it."""
        return self.row.get(name, "").strip()

    def attribute(self, name: str) -> str:
        """An attribute that is the same in every language."""
        given = self.attributes.get(name, {})
        return next((value.strip() for value in given.values() if value.strip()), "")

    def is_set(self, name: str) -> bool:
        return self.attribute(name) not in ("", "0", "N")

    def scale(self, scale: str) -> tuple[Subquestion, ...]:
        return tuple(each for each in self.subquestions if each.scale == scale)


@dataclass(frozen=True, slots=True)
class Part:
    """A group of questions."""

    gid: str
    name: Spoken
    description: Spoken
    row: Row
    questions: tuple[Asked, ...] = ()

    def of(self, name: str) -> str:
        return self.row.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Survey:
    """languages: as LimeSurvey writes them, the base language first."""

    languages: tuple[str, ...]
    settings: Row
    wording: Mapping[str, Row]
    parts: tuple[Part, ...]
    conditions: tuple[Row, ...]

    def said(self, name: str) -> Spoken:
        return {language: row.get(name, "") for language, row in self.wording.items()}


def gather(tables: Tables) -> Survey:
    settings = next(iter(tables.of("surveys")), {})
    wording = {row.get("surveyls_language", ""): row for row in wordings(tables)}
    languages = languages_of(tables, settings, wording)
    questions = Questions(tables, languages[0])
    return Survey(
        languages=languages,
        settings=settings,
        wording=wording,
        parts=parts_of(tables, questions.all(), languages[0]),
        conditions=tuple(tables.of("conditions")),
    )


def wordings(tables: Tables) -> list[Row]:
    return tables.of("surveys_languagesettings") or tables.of("surveys_language_settings")


def languages_of(tables: Tables, settings: Row, wording: Mapping[str, Row]) -> tuple[str, ...]:
    """The base language, then the others in the order of the file."""
    given = [settings.get("language", ""), *settings.get("additional_languages", "").split()]
    given += [*tables.languages, *wording]
    found = tuple(dict.fromkeys(each.strip() for each in given if each.strip()))
    return found[:MOST_LANGUAGES] or ("en",)


def parts_of(tables: Tables, questions: list[Asked], base: str) -> tuple[Part, ...]:
    rows = first_rows(tables.of("groups"), "gid")
    inside: dict[str, list[Asked]] = {}
    for question in questions:
        rows.setdefault(question.gid, {})
        inside.setdefault(question.gid, []).append(question)
    names = spoken(tables, ("groups", "group_l10ns"), "gid", "group_name", base)
    described = spoken(tables, ("groups", "group_l10ns"), "gid", "description", base)
    ordered = sorted(rows, key=lambda gid: number(rows[gid].get("group_order", "")))
    return tuple(
        Part(
            gid,
            names.get(gid, {}),
            described.get(gid, {}),
            rows[gid],
            tuple(inside.get(gid, ())),
        )
        for gid in ordered
    )


class Questions:
    """Puts each question together from the tables that hold a piece of it."""

    def __init__(self, tables: Tables, base: str) -> None:
        self.tables = tables
        self.base = base
        named = ("questions", "subquestions", "question_l10ns")
        self.texts = spoken(tables, named, "qid", "question", base)
        self.helps = spoken(tables, named, "qid", "help", base)
        self.scripted = {row.get("qid", "") for row in tables.of("question_l10ns")
                         if row.get("script", "").strip()}  # fmt: skip
        self.subquestions = self.all_subquestions()
        self.answers = self.all_answers()
        self.attributes = self.all_attributes()
        self.defaults = self.all_defaults()

    def all(self) -> list[Asked]:
        rows = first_rows(self.tables.of("questions"), "qid")
        asked = [self.one(qid, row) for qid, row in rows.items() if not parent_of(row)]
        return sorted(asked, key=lambda each: number(each.of("question_order")))

    def one(self, qid: str, row: Row) -> Asked:
        return Asked(
            qid=qid,
            gid=row.get("gid", ""),
            code=row.get("title", "").strip(),
            type=row.get("type", "").strip(),
            text=self.texts.get(qid, {}),
            help=self.helps.get(qid, {}),
            row=row,
            subquestions=tuple(self.subquestions.get(qid, ())),
            answers=tuple(self.answers.get(qid, ())),
            attributes=self.attributes.get(qid, {}),
            defaults=self.defaults.get(qid, {}),
            has_script=qid in self.scripted,
        )

    def all_subquestions(self) -> dict[str, list[Subquestion]]:
        rows = first_rows([*self.tables.of("subquestions"), *self.tables.of("questions")], "qid")
        found: dict[str, list[Subquestion]] = {}
        ordered = sorted(rows.items(), key=lambda each: number(each[1].get("question_order", "")))
        for qid, row in ordered:
            if parent_of(row):
                scale = row.get("scale_id", "").strip() or "0"
                code, relevance = row.get("title", "").strip(), row.get("relevance", "").strip()
                made = Subquestion(qid, code, scale, self.texts.get(qid, {}), relevance)
                found.setdefault(parent_of(row), []).append(made)
        return found

    def all_answers(self) -> dict[str, list[Answer]]:
        """New exports name each answer by aid; in old ones qid, scale and code do."""
        rows: dict[tuple[str, str, str], Row] = {}
        texts: dict[tuple[str, str, str], dict[str, str]] = {}
        of_aid: dict[str, tuple[str, str, str]] = {}
        for row in self.tables.of("answers"):
            scale = row.get("scale_id", "").strip() or "0"
            key = (row.get("qid", ""), scale, row.get("code", "").strip())
            rows.setdefault(key, row)
            of_aid.setdefault(row.get("aid", ""), key)
            if row.get("answer"):
                texts.setdefault(key, {}).setdefault(
                    row.get("language") or self.base, row["answer"]
                )
        for row in self.tables.of("answer_l10ns"):
            known = of_aid.get(row.get("aid", ""))
            if known:
                texts.setdefault(known, {})[row.get("language") or self.base] = row.get(
                    "answer", ""
                )
        ordered = sorted(rows, key=lambda key: number(rows[key].get("sortorder", "")))
        found: dict[str, list[Answer]] = {}
        for qid, scale, code in ordered:
            answer = Answer(code, scale, texts.get((qid, scale, code), {}))
            found.setdefault(qid, []).append(answer)
        return found

    def all_attributes(self) -> dict[str, dict[str, dict[str, str]]]:
        found: dict[str, dict[str, dict[str, str]]] = {}
        for row in self.tables.of("question_attributes"):
            of_question = found.setdefault(row.get("qid", ""), {})
            value = of_question.setdefault(row.get("attribute", "").strip(), {})
            value.setdefault(row.get("language", "").strip(), row.get("value", ""))
        return found

    def all_defaults(self) -> dict[str, dict[tuple[str, str], str]]:
        """qid -> (subquestion's qid or "0", special type) -> the default in the base language."""
        later = {row.get("dvid", ""): row.get("defaultvalue", "")
                 for row in reversed(self.tables.of("defaultvalue_l10ns"))
                 if row.get("language") in (self.base, "", None)}  # fmt: skip
        found: dict[str, dict[tuple[str, str], str]] = {}
        for row in self.tables.of("defaultvalues"):
            if row.get("language", "") in (self.base, ""):
                value = row.get("defaultvalue") or later.get(row.get("dvid", "-"), "")
                place = (row.get("sqid", "").strip() or "0", row.get("specialtype", "").strip())
                found.setdefault(row.get("qid", ""), {}).setdefault(place, value.strip())
        return found


def parent_of(row: Row) -> str:
    parent = row.get("parent_qid", "").strip()
    return "" if parent in NOT_ROOT else parent


def first_rows(rows: Iterable[Row], key: str) -> dict[str, Row]:
    """The first row of each key: in old exports the others hold the other languages."""
    found: dict[str, Row] = {}
    for row in rows:
        if row.get(key, "").strip():
            found.setdefault(row[key], row)
    return found


def spoken(
    tables: Tables, names: tuple[str, ...], key: str, value: str, base: str
) -> dict[str, dict[str, str]]:
    """key -> language -> text, from whichever of these tables hold it."""
    found: dict[str, dict[str, str]] = {}
    for name in names:
        for row in tables.of(name):
            if row.get(value, "").strip():
                texts = found.setdefault(row.get(key, ""), {})
                texts.setdefault(row.get("language", "").strip() or base, row[value])
    return found


def number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0
