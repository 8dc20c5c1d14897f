"""Rules and answers drawn at random: every kind of part, every function, awkward values."""

from datetime import UTC, date, datetime

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lipnet.questionnaire.expressions import FUNCTIONS, Context, Moment, Node

LABELS = {"a": {"x": "Cat", "3": "Three"}, "age": {"x": "Ünï"}}
ODD_NUMBERS = [0.0, 1.0, -1.0, 2.0, 3.0, 0.5, -0.5, 1.5, -2.5, 0.1, 7.0, 1e-7, 1e15, 1e16, 1e21]
ODD_NUMBERS += [1.2345678901234568e22, 5e-324, 1.7976931348623157e308, 2.0**53, -1e300, 20574.4375]
ODD_TEXTS = ["", " ", "0", "1", "-1", "+1", "1.50", ".5", "5.", "1e3", "0x10", "1,5", "٣", "true"]
ODD_TEXTS += ["x", "x y", "a b  c", "\u00a0x\u2003y\u0085", "\x1c1\x1f", "\ufeff1", "é", "e\u0301"]
ODD_TEXTS += [
    "😀",
    "a😀b",
    "日本",
    "14:30",
    "2026-05-01",
    " 2024-02-29 ",
    "2023-02-29",
    "0000-01-01",
]
ODD_TEXTS += ["2026-05-01T23:59:59.9996", "2026-05-01T10:30+05:00", "9999-12-31", "0001-01-01"]
ODD_TEXTS += [
    "2026-13-01",
    "1969-12-31T12:00Z",
    "a" * 60,
    "9" * 330,
    "NaN",
    "Infinity",
    "__proto__",
]
ODD_TEXTS += [
    "%Y-%m-%d",
    "%e %b %y, %a %j",
    "%H:%M:%S.%3 %h %n",
    "%%",
    "%",
    "%q",
    "abcabc",
    "toString",
]
PATTERNS = ["[a-z]+", "(a|b)*c", "a{2,3}", "\\d+", "\\w*", "\\S+", "[^x ]*", ".", "^a$", "(a+)+b"]
PATTERNS += [
    "[À-ÿ]",
    "😀?",
    ".{1,60}",
    "(?:x|y)( y)?",
    "a{0}",
    "()*x?",
    "[\\d-]+",
    "a||b",
    "(^|a)b*",
]
PATTERNS += [
    "[😀-😂]",
    "\\D*?",
    "[]a]+",
    "(",
    "a**",
    "x{99}{99}",
    "[9-0]",
    "\\1",
    "(?=a)",
    "\\é",
    "[^]",
]
NAMES = ["a", "b", "age", "who", "house", "missing", "constructor"]
OPERATORS = ["or", "and", "|", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"]

texts = st.sampled_from(ODD_TEXTS) | st.text(max_size=6)
patterns = st.sampled_from(PATTERNS) | st.text("ab()[]*+?{}|^$.\\dDsw019,-😀", max_size=12)
numbers = st.sampled_from(ODD_NUMBERS) | st.floats(allow_nan=False, allow_infinity=False)
values = texts | numbers | st.booleans()
instances = st.lists(values, max_size=4).map(tuple)
places = st.integers(0, 60)
exponents = st.integers(-12, 12).map(float)


def part(kind, drawn):
    return st.builds(lambda value, at: Node(kind, value, at), drawn, places)


answers = part("answer", st.sampled_from(NAMES))
literals = part("text", texts) | part("number", numbers)
leaves = st.one_of(
    literals,
    answers,
    part("self", st.just("")),
    part("column", st.sampled_from(["name", "area", "none"])),
    part("parent", st.just("")),
    part("call", st.sampled_from(["today", "now", "random", "true", "false"])),
)


def inner(children):
    calls = st.sampled_from(sorted(FUNCTIONS)).flatmap(lambda name: call(name, children))
    operators = st.builds(
        node, st.just("operator"), st.sampled_from(OPERATORS), rows(children | literals, 2, 4)
    )
    negative = st.builds(node, st.just("negative"), st.just(""), rows(children, 1, 1))
    return st.one_of(calls, calls, calls, calls, operators, operators, negative)


def node(kind, value, parts, at=0):
    return Node(kind, value, at, tuple(parts))


def rows(children, least, most):
    return st.lists(children, min_size=least, max_size=most)


def call(name, children):
    """A call with as many arguments as it takes, of the sort that it looks at.

    Exponents are whole: other powers may differ in the last digit from machine to machine.
    """
    function = FUNCTIONS[name]
    second = {
        "regex": part("text", patterns),
        "pow": part("number", exponents) | part("text", st.sampled_from(["", "x", "3", "-2"])),
        "jr:choice-name": answers,
    }
    if name in second:
        drawn = st.tuples(children, second[name])
    elif name == "indexed-repeat":
        drawn = st.tuples(answers, answers, part("number", st.sampled_from([1.0, 2.0, 9.0])))
    else:
        most = min(function.most, function.least + 2)
        drawn = rows(answers | children | literals, function.least, most)
    return st.builds(node, st.just("call"), st.just(name), drawn, places)


trees = st.recursive(leaves, inner, max_leaves=8)
given_answers = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES[:5], values))
given_series = st.fixed_dictionaries(
    {}, optional={"age": instances, "who": instances, "house": instances}
)
moments = st.builds(
    Moment,
    st.dates(date(1, 1, 1)),
    st.datetimes(datetime(1, 1, 1), timezones=st.none() | st.just(UTC)),
    st.integers(0, 2**31),
)
contexts = st.builds(
    Context,
    given_answers,
    moments,
    own=values,
    item=st.sampled_from(["q", "é", ""]),
    columns=st.dictionaries(st.sampled_from(["name", "area"]), texts, max_size=2),
    choice_name=st.just(lambda code, name: LABELS.get(name, {}).get(code, "")),
    series=given_series,
    position=st.integers(1, 5),
    within=st.lists(st.sampled_from(["age", "who"]), max_size=2),
)


def drawn(count):
    """So many pairs of a tree and a context, the same ones each time."""
    found = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(trees, contexts)
    def collect(tree, context):
        found.append((tree, context))

    collect()
    return found
