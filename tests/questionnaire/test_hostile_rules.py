"""Rules made to take long end soon: each part of the work has its bound."""

import pytest

from lipnet.questionnaire.expressions import evaluate, parse
from lipnet.questionnaire.known import Known
from lipnet.questionnaire.model import Question
from lipnet.questionnaire.possible import can_be_true
from lipnet.questionnaire.unasked import Shown, never_asked
from tests.questionnaire import hostile

CODES = {"pet": {str(number) for number in range(300)}}
QUESTIONS = {
    "n": Question("n", "integer"),
    "t": Question("t", "text"),
    "one": Question("one", "select_one", list_name="pet"),
    "many": Question("many", "select_multiple", list_name="pet"),
}
KNOWN = Known(QUESTIONS, (), (), CODES, {})


@pytest.mark.timeout(30)
@pytest.mark.parametrize("name", hostile.RULES)
def test_no_rule_takes_long(name):
    source, given = dict(zip(hostile.RULES, hostile.cases(), strict=True))[name]
    assert isinstance(evaluate(parse(source), given), str | float | bool)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "source",
    [
        hostile.many("(${n} = 1 or ${n} = 2)", " and "),
        hostile.many("(${n} = 1 and ${n} = 2)", " or "),
        hostile.many("${one} != '1'", " and "),
        hostile.many("(selected(${many}, '1') or selected(${many}, '2'))", " and "),
        " and ".join(f"selected(${{many}}, '{number}')" for number in range(200)),
        " and ".join(f"${{t}} != '{number}'" for number in range(400)),
        "not(" * 90 + "${n} > 1" + ")" * 90,
    ],
)
def test_no_rule_takes_long_to_check(source):
    assert isinstance(can_be_true([parse(source)], KNOWN), bool)


@pytest.mark.timeout(60)
def test_a_thousand_questions_that_hang_on_each_other_are_soon_reviewed():
    names = [f"q{number}" for number in range(1000)]
    known = Known({name: Question(name, "integer") for name in names}, (), (), {}, {})
    never = Shown("q0", (), parse("${q0} > 1 and ${q0} < 1"))
    rules = [parse(f"${{{before}}} > 1") for before in names]
    chain = [Shown(name, (), rule) for name, rule in zip(names[1:], rules, strict=False)]
    found = dict(never_asked([never, *chain], known))
    assert len(found) == 999
    backwards = [never, *reversed(chain)]
    assert len(dict(never_asked(backwards, known))) >= 1
