"""The program speaks its languages whole: no word missing, no place lost, no form too few."""

import gettext
import re

import pytest

from lipnet import languages
from lipnet.nominations.ballots.refusals import NOT_OPEN, TOO_LATE, USED
from lipnet.nominations.public_words import ACCEPT_FIRST, DECIDED
from tools import catalogues

EVERY = (*catalogues.WHOLE, *catalogues.RESPONDENT)
# Words that are spelt alike in both languages.
SHARES = {"%(share)s (%(count)s)", "%(name)s (%(group)s)"}  # in brackets of one kind or the other
# Set apart in French and Chinese.
COLONS = {"%(kind)s: %(title)s", "%(what)s: %(said)s", "%(name)s: %(value)s"}
SPELT_ALIKE = {
    "fr": {
        "%(count)s question", "%(count)s questions", "%(first)s plus %(second)s", "(%(clause)s)",
        "Condition %(number)s", "Questions", "Type",
        "%(n)s minute", "%(n)s minutes", "%(num)s action", "%(num)s actions", "Action",
        "Action %(number)s", "Adoption", "Code", "Corrections", "Date", "Menu", "Notes", "Plan",
        "Question", "Questionnaire", "Quorum", "Ratification", "Section %(number)s", "Source",
        "Version %(number)s", "Versions", "Votes", "questions", "version %(number)s",
        "Version", "Codes", "Population", "%(pillar)s (%(strategy)s)", "Obligation", "Note",
        "Communications", "Budget", "Populations", "Consultation", "%(indicator)s, %(period)s",
        "%(title)s (%(kind)s, %(day)s)", "Question %(code)s", "Francophones", "Page",
        "%(title)s (%(kind)s)", "%(column)s (%(language)s)", "%(parts)s.",
    },
    "ar": {
        "%(column)s (%(language)s)", "%(parts)s.",
        "%(title)s (%(kind)s)",
        "%(file)s: %(reason)s", "(%(clause)s)", "%(question)s: %(options)s",
        "%(pillar)s (%(strategy)s)",
    },
    "es": {"Error:", "No"},
    "tl": {"Draft", "Online"},
}  # fmt: skip
PLACE = re.compile(r"%\((\w+)\)[sd]|%%")
COUNTS = {"n", "num", "count", "number"}
NO_BREAK = "\u00a0\u202f"
# A mark without its space, but for the colons of an address, a time of day or a column's name.
TIGHT = re.compile(rf"(?<![{NO_BREAK}:;?!])([;?!»]|:(?!//|\d\d|:))|«(?![{NO_BREAK}])")


@pytest.fixture(scope="module")
def source():
    return catalogues.extracted()


def words(catalog) -> list:
    return [message for message in catalog if message.id]


def forms(text) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (text,)


def places(text: str) -> set[str]:
    return set(PLACE.findall(text))


def held(tag: str) -> list:
    return words(catalogues.read(catalogues.path_of(tag)))


def key(message) -> tuple:
    return forms(message.id), message.context


@pytest.mark.parametrize("tag", EVERY)
def test_a_catalogue_holds_the_words_of_the_program_and_no_others(source, tag):
    wanted = {key(message) for message in words(catalogues.wanted(tag, source))}
    there = {key(message) for message in held(tag)}
    advice = "run `make catalogues`"
    assert not wanted - there, f"{advice}: new words {sorted(map(str, wanted - there))[:5]}"
    assert not there - wanted, f"{advice}: words gone {sorted(map(str, there - wanted))[:5]}"


def test_what_voters_and_nominees_are_refused_with_is_wanted_in_every_language(source):
    for refusal in (NOT_OPEN, TOO_LATE, USED, DECIDED, ACCEPT_FIRST):
        assert catalogues.is_respondents(source.get(str(refusal)))


@pytest.mark.parametrize("tag", EVERY)
def test_every_word_is_translated(tag):
    lacking = [message.id for message in held(tag) if not all(forms(message.string))]
    assert not lacking, f"{len(lacking)} words: {lacking[:10]}"


@pytest.mark.parametrize("tag", EVERY)
def test_a_translation_differs_from_the_english_but_for_a_short_list(tag):
    alike = {
        form for message in held(tag) for form in forms(message.string) if form in forms(message.id)
    }
    assert alike - {""} - SHARES - COLONS == SPELT_ALIKE.get(tag, set())


@pytest.mark.parametrize("tag", EVERY)
def test_every_place_of_a_sentence_is_kept(tag):
    once, of_one = forms_of_one_number(tag)
    faults = []
    for message in held(tag):
        singular, plural = places(forms(message.id)[0]), places(forms(message.id)[-1])
        for at, form in enumerate(forms(message.string)):
            may_lack = COUNTS if isinstance(message.id, tuple) and at in once else set()
            worded = at == of_one and places(form) == singular
            if form and not worded and (plural ^ places(form)) - may_lack:
                faults.append(form)
    assert not faults


@pytest.mark.parametrize("tag", EVERY)
def test_a_catalogue_has_as_many_plural_forms_as_cldr_gives_its_language(tag):
    known = language_of(tag)
    assert known.plural_forms in catalogues.path_of(tag).read_text("utf-8")
    count = int(re.search(r"nplurals=(\d+)", known.plural_forms).group(1))
    counted = [m for m in held(tag) if isinstance(m.id, tuple) and len(m.string) != count]
    assert not counted


def test_french_keeps_its_marks_beside_their_words():
    loose = [
        form
        for message in held("fr")
        for form in forms(message.string)
        if TIGHT.search(form)
    ]  # fmt: skip
    assert not loose


def language_of(tag: str):
    return next(known for known in languages.all_languages() if known.catalogue == tag)


def forms_of_one_number(tag: str) -> tuple[set[int], int]:
    """The plural forms that stand for exactly one number, where that may be a word, and the form
    of 1, which may be worded like the English singular."""
    expression = re.search(r"plural=\(?(.*?)\)?;$", language_of(tag).plural_forms).group(1)
    choose = gettext.c2py(expression)
    chosen = [choose(number) for number in range(1000)]
    return {form for form in set(chosen) if chosen.count(form) == 1}, choose(1)
