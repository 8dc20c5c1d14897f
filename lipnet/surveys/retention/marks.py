"""What stands where an erased text or file stood: that there was one, and nothing of it.

The tally counts it as answered, as it did what stood there.
"""

from collections.abc import Callable, Mapping
from typing import Any

from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.dependencies import value_graph

ERASED = {"erased": True}


def is_erased(answer: Any) -> bool:
    return answer == ERASED


def change_of(what: str, questionnaire: Questionnaire) -> Callable[[Mapping[str, Any]], Any]:
    """What turns the answers of a response, as stored, into those without this class of data."""
    if what == "files":
        return lambda answers: _changed(answers, _erased_file)
    names = _texts(questionnaire) if what == "free_text" else _contacts(questionnaire)
    names = _and_what_rests_on(questionnaire, names)
    return lambda answers: _changed(
        answers, lambda name, a: _erased_text(a) if name in names else a
    )


def _texts(questionnaire: Questionnaire) -> set[str]:
    """Questions answered in one's own words."""
    return {each.name for each in questionnaire.questions() if each.type == "text"}


def _contacts(questionnaire: Questionnaire) -> set[str]:
    """Those that ask for the details of who takes part in a draw."""
    texts = (each for each in questionnaire.questions() if each.type == "text")
    return {each.name for each in texts if each.role == "draw_contact"}


def _and_what_rests_on(questionnaire: Questionnaire, names: set[str]) -> frozenset[str]:
    """Calculations repeat what was written."""
    graph = value_graph(questionnaire)
    computed = {each.name for each in questionnaire.questions() if each.is_computed}
    while more := {name for name in computed - names if graph[name] & names}:
        names = names | more
    return frozenset(names)


def _changed(answers: Mapping[str, Any], change: Callable[[str, Any], Any]) -> dict[str, Any]:
    return {
        name: [_changed(each, change) for each in answer]
        if isinstance(answer, list) and all(isinstance(each, Mapping) for each in answer)
        else change(name, answer)
        for name, answer in answers.items()
    }


def _erased_text(answer: Any) -> Any:
    """Blank stays blank, and what was said instead of an answer stays said."""
    return ERASED if isinstance(answer, str) and answer else answer


def _erased_file(name: str, answer: Any) -> Any:
    return ERASED if isinstance(answer, Mapping) and "file" in answer else answer
