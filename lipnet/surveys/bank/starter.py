"""The starter set: questions in our own words, as files beside this one.

themes/*.json say which questions there are, lists.json their choices, texts/<language>.json what
all of it says in one language, so that a second reader has one file to read.
"""

import json
from functools import cache
from pathlib import Path

from lipnet.questionnaire import Choice, Question, Questionnaire, Rule
from lipnet.questionnaire.expressions import parse
from lipnet.surveys.bank.entries import Entry

HERE = Path(__file__).parent / "starter"
TEXTS = ("label", "hint", "constraint_message")
ANY_LIST = "*"
FIRST = ("en", "fr")
WRITTEN_BY_A_PERSON = "human"


@cache
def starter_set() -> tuple[Entry, ...]:
    """Every question of the starter set, in the order of its themes."""
    return tuple(
        _entry(theme, item)
        for theme, document in _themes().items()
        for item in document["questions"]
    )


@cache
def themes() -> dict[str, dict[str, str]]:
    """key of a theme -> what it is called in every language, in their order."""
    spoken = _spoken()
    return {key: {tag: said["themes"][key] for tag, said in spoken.items()} for key in _themes()}


@cache
def _themes() -> dict[str, dict]:
    files = sorted((HERE / "themes").glob("*.json"))
    documents = [json.loads(path.read_text("utf-8")) for path in files]
    return {document["theme"]: document for document in documents}


@cache
def _spoken() -> dict[str, dict]:
    """language -> what is said in it; English and French first."""
    files = [json.loads(path.read_text("utf-8")) for path in (HERE / "texts").glob("*.json")]
    said = {document["language"]: document for document in files}
    return {tag: said[tag] for tag in (*FIRST, *sorted(said.keys() - set(FIRST)))}


@cache
def _lists() -> dict[str, list[dict]]:
    return json.loads((HERE / "lists.json").read_text("utf-8"))


def _entry(theme: str, item: dict) -> Entry:
    question = _question(item)
    choices = {question.list_name: _choices(question.list_name)} if question.list_name else {}
    questionnaire = Questionnaire(
        title={},
        languages=tuple(_spoken()),
        items=(question,),
        choices=choices,
        states=_states(question, choices),
    )
    return Entry(item["id"], theme, "starter", questionnaire, item["why"], item["note"])


def _question(item: dict) -> Question:
    texts = {field: _texts(item["id"], field) for field in TEXTS}
    constraint = item.get("constraint", "")
    return Question(
        item["id"].replace("-", "_"),
        item["type"],
        **texts,
        list_name=item.get("list", ""),
        constraint=Rule(constraint, parse(constraint)) if constraint else None,
        appearance=tuple(item.get("appearance", ())),
        role=item.get("role", ""),
        bank_id=item["id"],
    )


def _texts(bank_id: str, field: str) -> dict[str, str]:
    said = {tag: spoken["questions"][bank_id].get(field) for tag, spoken in _spoken().items()}
    return {tag: text for tag, text in said.items() if text}


def _choices(list_name: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            listed["code"], _choice_texts(list_name, listed["code"]), kind=listed.get("kind", "")
        )
        for listed in _lists()[list_name]
    )


def _choice_texts(list_name: str, code: str) -> dict[str, str]:
    """What a list says itself, else what the code says in every list ("I don't know")."""
    return {
        tag: spoken["choices"].get(list_name, {}).get(code) or spoken["choices"][ANY_LIST][code]
        for tag, spoken in _spoken().items()
    }


def _states(question: Question, choices: dict) -> dict[str, dict[str, str]]:
    states = {
        tag: spoken["state"]
        for tag, spoken in _spoken().items()
        if spoken["state"] != WRITTEN_BY_A_PERSON
    }
    addresses = [f"question/{question.name}/{field}" for field in TEXTS if getattr(question, field)]
    for list_name, listed in choices.items():
        addresses += [f"choice/{list_name}/{choice.code}/label" for choice in listed]
    return {address: dict(states) for address in addresses}
