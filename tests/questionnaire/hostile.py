"""Rules and answers made to take long: the longest, deepest and most tangled there can be."""

from tests.questionnaire.test_expressions import context

LONG = "ab" * 500
LETTERS = "".join(map(chr, range(1000, 21000)))
ALIKE = "x" * 20_000


def many(part, joint=" or "):
    """As many of this part as a rule may be long."""
    count = 7_900 // (len(part) + len(joint))
    return joint.join([part] * count)


def patterns(shape):
    return " or ".join(f"regex(${{a}}, '{shape.format(n)}')" for n in range(160, 190))


RULES = {
    "thirty patterns of stars": (patterns("(.*){{{}}}c"), LONG),
    "thirty patterns of maybes": (patterns("(.?){{{}}}c"), LONG),
    "stars in stars": ("regex(${a}, '((a*)*b*)*c')", LONG),
    "branches in branches": (f"regex(${{a}}, '{'(a|' * 18}a{'|ab)*' * 18}c')", LONG),
    "letters for letters": (many("translate(${a}, ${a}, ${a}) = 1"), LETTERS),
    "a part that nearly stands there": (many("contains(${a}, concat(${a}, 'y'))"), ALIKE),
    "texts that double": ("concat(" * 90 + "${a}" + ", ${a})" * 90, ALIKE),
    "a hundred texts": ("concat(" + ", ".join(["${a}"] * 100) + ")", ALIKE),
    "words of words": (many("selected(${a}, 'y')"), "x " * 10_000),
    "powers": (many("pow(1.5, 1000)", " + "), ""),
    "brackets": ("(" * 99 + "1" + ")" * 99, ""),
    "a long chain": (many("1", "+"), ""),
    "a number without end": (f"number('{'9' * 7_900}')", ""),
}


def cases():
    return [(source, context({"answers": {"a": answer}})) for source, answer in RULES.values()]
