"""The old table of conditions, written as one expression of LimeSurvey.

Scenarios are alternatives; in a scenario conditions on one answer are alternatives, those on
different answers must all hold (LimeSurvey's manual, "Setting conditions").
"""

from __future__ import annotations

from lipnet.questionnaire.limesurvey.tables import Row

SIGNS = {"": "==", "==": "==", "=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def expression_of(rows: list[Row], ticked: frozenset[str]) -> str:
    """The expression of all the conditions of one question.

    ticked: fields of questions that take several answers, as "4X56".
    """
    scenarios: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        field = row.get("cfieldname", "").strip()
        scenario = scenarios.setdefault(row.get("scenario", "").strip(), {})
        scenario.setdefault(field, []).append(one(row, field, ticked))
    return " || ".join(all_of(scenario) for scenario in scenarios.values())


def all_of(scenario: dict[str, list[str]]) -> str:
    either = [f"({' || '.join(tests)})" for tests in scenario.values()]
    return f"({' && '.join(either)})"


def one(row: Row, field: str, ticked: frozenset[str]) -> str:
    method, value = row.get("method", "").strip(), row.get("value", "").strip()
    field = field.removeprefix("+")
    if field.partition("X")[2] in ticked and value not in ("", "Y"):
        field, value = field + value, "Y"
    if method.upper() == "RX":
        return f"regexMatch({written(value)}, {field}.NAOK)"
    sign = SIGNS.get(method, f" {method} ")
    return f"{field}.NAOK {sign} {other_answer(value) or written(value)}"


def other_answer(value: str) -> str:
    """@1X2X3@ compares with another answer."""
    is_field = len(value) > 2 and value.startswith("@") and value.endswith("@")
    return f"{value[1:-1]}.NAOK" if is_field else ""


def written(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
