"""Plural rules are CLDR's, whatever the tables of the gettext tools say."""

from gettext import c2py

import pytest
from babel import Locale, UnknownLocaleError

from lipnet.languages import all_languages, get

NUMBERS = [*range(1001), 10_000, 100_000, 1_000_000, 1_000_001, 2_000_000]
ORDER = ("zero", "one", "two", "few", "many", "other")

# CLDR has no rule for these, so Babel answers "other" for everything; each does tell one from many.
WITHOUT_A_RULE_IN_CLDR = {"rw", "rn", "nus", "tg", "rhg"}


def form_of(tag):
    """The function from a number to the index of a form, as gettext will compute it."""
    header = get(tag).plural_forms
    return c2py(header.partition("plural=")[2].rstrip(";"))


def cldr(tag):
    """CLDR's own locale for the tag, or None; for rhg-Latn Babel answers rhg, no answer."""
    try:
        locale = Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return None
    script = get(tag).script
    return locale if f"-{script}" not in tag or locale.script == script else None


def known_to_cldr():
    tags = [language.tag for language in all_languages()]
    return [tag for tag in tags if cldr(tag) and tag not in WITHOUT_A_RULE_IN_CLDR]


@pytest.mark.parametrize("tag", known_to_cldr())
def test_the_plural_form_of_every_number_is_the_one_cldr_names(tag):
    locale = cldr(tag)
    names = [locale.plural_form(n) for n in NUMBERS]
    used = [name for name in ORDER if name in names]
    form = form_of(tag)
    assert get(tag).nplurals == len(used)
    assert [used[form(n)] for n in NUMBERS] == names


def test_the_languages_said_to_have_no_rule_have_none():
    for tag in WITHOUT_A_RULE_IN_CLDR:
        assert not cldr(tag).plural_form.rules
        assert get(tag).nplurals == 2


@pytest.mark.parametrize("tag", [language.tag for language in all_languages()])
def test_every_form_a_catalogue_must_fill_is_used_by_some_number(tag):
    form = form_of(tag)
    assert {form(n) for n in NUMBERS} == set(range(get(tag).nplurals))


def test_arabic_keeps_few_and_many_apart():
    form = form_of("ar")
    assert [form(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103)] == [
        0,
        1,
        2,
        3,
        3,
        4,
        4,
        5,
        5,
        3,
    ]


def test_dari_and_hazaragi_count_as_persian_does():
    assert get("prs").plural_forms == get("haz").plural_forms == get("fa").plural_forms
