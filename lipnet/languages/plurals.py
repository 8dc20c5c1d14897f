"""gettext Plural-Forms headers, written from the CLDR rules for cardinal numbers.

Source: Unicode CLDR, "Language Plural Rules" (https://www.unicode.org/cldr/charts/latest/
supplemental/language_plural_rules.html). The forms stand in CLDR's order (zero, one, two, few,
many, other); a form that no whole number takes (Czech "many") is left out. The tables of gettext
tools differ for ar, fa, fr, hi, hy, my and tr; the tests compare these with CLDR itself.
"""


def _header(count: int, expression: str) -> str:
    return f"nplurals={count}; plural=({expression});"


ONE_FORM = _header(1, "0")
ONE_IS_SINGULAR = _header(2, "n != 1")
ZERO_AND_ONE_ARE_SINGULAR = _header(2, "n > 1")

# The middle form is for whole millions: "1 000 000 de réponses".
FRENCH = _header(3, "n <= 1 ? 0 : n % 1000000 == 0 ? 1 : 2")
SPANISH = _header(3, "n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2")

ARABIC = _header(
    6,
    "n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : "
    "n % 100 >= 11 ? 4 : 5",
)
FILIPINO = _header(2, "n % 10 == 4 || n % 10 == 6 || n % 10 == 9")
HEBREW = _header(3, "n == 1 ? 0 : n == 2 ? 1 : 2")

_ENDS_IN_ONE = "n % 10 == 1 && n % 100 != 11"
_ENDS_IN_FEW = "n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)"

EAST_SLAVIC = _header(3, f"{_ENDS_IN_ONE} ? 0 : {_ENDS_IN_FEW} ? 1 : 2")
POLISH = _header(3, f"n == 1 ? 0 : {_ENDS_IN_FEW} ? 1 : 2")
CZECH = _header(3, "n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2")
SLOVENIAN = _header(4, "n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3")
MACEDONIAN = _header(2, f"!({_ENDS_IN_ONE})")
ROMANIAN = _header(3, "n == 1 ? 0 : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? 1 : 2")
LATVIAN = _header(
    3, f"n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19) ? 0 : {_ENDS_IN_ONE} ? 1 : 2"
)
LITHUANIAN = _header(
    3,
    "n % 10 == 1 && (n % 100 < 11 || n % 100 > 19) ? 0 : "
    "n % 10 >= 2 && (n % 100 < 11 || n % 100 > 19) ? 1 : 2",
)
