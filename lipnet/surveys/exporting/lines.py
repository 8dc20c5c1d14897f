"""One response a line, as it is stored: JSON for programmers."""

import json
from collections.abc import Collection, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO

from lipnet.questionnaire import Questionnaire
from lipnet.surveys.exporting.columns import TELLS_WHO


@contextmanager
def jsonl_into(file: BinaryIO, number: int, left_out: Collection[str]):
    """Gives what takes one response. left_out: names of questions that stay behind."""
    write = file.write

    def put(answered):
        day, language, mode, answers = answered
        about = {"day": day, "language": language, "mode": mode, "version": number}
        line = {**about, "answers": told(answers, left_out)}
        write(json.dumps(line, ensure_ascii=False).encode() + b"\n")

    yield put
    file.flush()


def names_left_out(questionnaire: Questionnaire, with_identity: bool) -> frozenset[str]:
    if with_identity:
        return frozenset()
    asked = (*questionnaire.questions(), *questionnaire.removed)
    return frozenset(
        name for each in asked if each.role in TELLS_WHO for name in (each.name, *each.aliases)
    )


def told(answers: Mapping[str, Any], left_out: Collection[str]) -> dict[str, Any]:
    """The document without those names, and of a file only its type and size."""
    return {name: _told(each, left_out) for name, each in answers.items() if name not in left_out}


def _told(answer: Any, left_out: Collection[str]) -> Any:
    if answer.__class__ is dict and "file" in answer:
        return {name: each for name, each in answer.items() if name != "file"}
    if answer.__class__ is list and answer and answer[0].__class__ is dict:
        return [told(each, left_out) for each in answer]
    return answer
