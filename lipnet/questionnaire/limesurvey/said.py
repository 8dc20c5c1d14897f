"""A part of an expression on its way from LimeSurvey's language into ours."""

from __future__ import annotations

from dataclasses import dataclass

from lipnet.questionnaire.limesurvey.desk import Variable

ATOM = 9
LONGEST = 8_000


class NotOurs(ValueError):
    """A part of an expression that has no equal in our rules."""


@dataclass(frozen=True, slots=True)
class Said:
    """kind: number, text (a fixed text), value (worked out), or that of a Variable."""

    text: str
    strength: int = ATOM
    kind: str = "value"
    literal: str = ""
    variable: Variable | None = None
    is_own: bool = False
    shown: bool = False

    def inside(self, strength: int) -> str:
        """In brackets where what is around it would bind more tightly."""
        return f"({self.text})" if self.strength < strength else self.text


def value(said: Said) -> Said:
    """What it says, as text of our language."""
    if said.kind == "text":
        return Said(quoted(said.literal))
    if said.variable is None:
        return said
    if said.kind == "ticked":
        code = quoted(said.variable.code)
        then = choice_name(code, said.variable) if said.shown else "'Y'"
        return Said(f"if({picked(said.variable)}, {then}, '')")
    if said.kind == "rank":
        ranked = f"selected-at(${{{said.variable.name}}}, {int(said.variable.code) - 1})"
        return Said(choice_name(ranked, said.variable) if said.shown else ranked)
    if said.kind == "several":
        raise NotOurs(said.variable.name)
    own = "." if said.is_own else f"${{{said.variable.name}}}"
    if said.shown and said.variable.code == "choices":
        return Said(choice_name(own, said.variable))
    return Said(own)


def choice_name(code: str, variable: Variable) -> str:
    return f"jr:choice-name({code}, '${{{variable.name}}}')"


def condition(said: Said) -> Said:
    """What it says, as something that holds or does not."""
    if said.kind == "ticked" and said.variable is not None:
        return Said(picked(said.variable))
    if said.kind == "number":
        return Said("false()" if float(said.text) == 0 else "true()")
    return value(said)


def compared(sign: str, left: Said, right: Said) -> Said:
    """left = right or left != right; a tick is compared with "Y" and with nothing."""
    for one, other in ((left, right), (right, left)):
        if one.variable is not None and other.kind in ("text", "number"):
            code = other.literal if other.kind == "text" else other.text
            if not code.strip():
                return nothing_compared(sign, one)
            if one.kind == "ticked":
                return tick_compared(sign, one.variable, one.variable.codes.get(code, code))
            if code in one.variable.codes:
                fixed = Said(quoted(one.variable.codes[code]))
                left, right = (value(one), fixed) if one is left else (fixed, value(one))
    left, right = value(left), value(right)
    return Said(f"{left.inside(4)} {sign} {right.inside(4)}", 3)


def nothing_compared(sign: str, said: Said) -> Said:
    """ "" and " " both stand for no answer."""
    if said.variable is not None and said.kind == "ticked":
        return tick_compared(sign, said.variable, "")
    return Said(f"{value(said).inside(4)} {sign} ''", 3)


def tick_compared(sign: str, variable: Variable, literal: str) -> Said:
    if literal not in ("Y", ""):
        raise NotOurs(literal)
    ticked = (literal == "Y") == (sign == "=")
    return Said(picked(variable) if ticked else f"not({picked(variable)})")


def picked(variable: Variable) -> str:
    return f"selected(${{{variable.name}}}, {quoted(variable.code)})"


def quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    raise NotOurs(text)
