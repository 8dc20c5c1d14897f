"""The language registry knows who we write to."""

import datetime
import unicodedata

import pytest
from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from lipnet.languages import all_languages, direction_of, find, get, guess, sort_key
from lipnet.languages.names import OTHER_NAMES, OTHER_TAGS
from lipnet.languages.registry import _folded, _names_of

NEEDED = (
    "en fr ar es pa zh-Hans zh-Hant fil tl uk fa fa-AF prs ps ur hi gu ta ml bn ti am so sw rw ln "
    "vi ko pt-BR tr kmr ckb ru ne my ht sr pdt ksw aii rhg haz de nl it "
    "pl pt ro hu ja yi iu cr oj om"
)


def tags():
    return [language.tag for language in all_languages()]


@pytest.mark.parametrize("tag", NEEDED.split())
def test_each_language_of_the_field_is_registered(tag):
    assert get(tag).endonym


def test_an_unknown_tag_is_an_error_not_a_guess():
    for tag in ("xx", "EN", "", "zh-Latn"):
        with pytest.raises(KeyError):
            get(tag)
        with pytest.raises(KeyError):
            direction_of(tag)


@pytest.mark.parametrize(
    "tag", ["ar", "fa", "fa-AF", "prs", "ps", "ur", "ckb", "aii", "haz", "rhg"]
)
def test_right_to_left_languages_say_so(tag):
    assert direction_of(tag) == "rtl"


@pytest.mark.parametrize("tag", tags())
def test_direction_agrees_with_cldr_where_cldr_knows_the_language(tag):
    locale = cldr(tag)
    if locale is not None:
        assert direction_of(tag) == locale.text_direction


@pytest.mark.parametrize("tag", tags())
def test_the_letters_of_the_endonym_run_in_the_declared_direction(tag):
    language = get(tag)
    classes = {unicodedata.bidirectional(letter) for letter in language.endonym}
    assert bool(classes & {"R", "AL"}) == (language.direction == "rtl")


@pytest.mark.parametrize("tag", tags())
def test_the_locale_for_dates_names_its_months(tag):
    locale = Locale.parse(get(tag).babel_locale)
    shown = format_date(datetime.date(2026, 7, 3), "long", locale=locale)
    assert "M07" not in shown


@pytest.mark.parametrize("tag", tags())
def test_default_digits_agree_with_cldr(tag):
    language = get(tag)
    locale = cldr(tag)
    if locale is None:
        locale = Locale.parse(language.babel_locale)
    zero = {"latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "mymr": "၀"}
    zero |= {"deva": "०", "tibt": "༠"}
    assert language.digits[0] == zero[locale.default_numbering_system]
    assert [unicodedata.digit(digit) for digit in language.digits] == list(range(10))


def test_nastaliq_is_given_tall_lines():
    assert [language.tag for language in all_languages() if language.line_height == "tall"] == [
        "ur",
        "pa-Arab",
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("EN", "en"),
        (" fr ", "fr"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("zh_hans", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("pt_BR", "pt-BR"),
        ("pt-PT", "pt"),
        ("fa_AF", "prs"),
        ("FIL", "tl"),
        ("sr-Latn-RS", "sr-Latn"),
    ],
)
def test_a_loosely_written_tag_is_found(text, tag):
    language = find(text)
    assert language is not None
    assert language.tag == tag


@pytest.mark.parametrize("text", ["", "-", "xx", "ku-Arab", "uz-Cyrl", "English", "en-", "e n"])
def test_a_tag_that_is_not_known_is_not_found(text):
    assert find(text) is None


def test_a_script_is_never_dropped_because_it_decides_the_direction():
    assert find("az") is not None
    assert find("az-Arab") is None


@pytest.mark.parametrize(
    ("heading", "tag"),
    [
        ("English", "en"),
        ("English (en)", "en"),
        ("english(en)", "en"),
        ("English (EN)", "en"),
        ("en", "en"),
        ("fr", "fr"),
        ("Français", "fr"),
        ("FRANCAIS", "fr"),
        ("Français\xa0(fr)", "fr"),
        ("French", "fr"),
        ("Español (es)", "es"),
        ("Spanish (Mexico)", "es"),
        ("العربية", "ar"),
        ("Arabic", "ar"),
        ("\u200fالعربية\u200f (ar)", "ar"),
        ("Tigirigna", "ti"),
        ("Tigrinya", "ti"),
        ("Amharic", "am"),
        ("Oromo", "om"),
        ("Oromiffa", "om"),
        ("Somali", "so"),
        ("Kiswahili", "sw"),
        ("swahili", "sw"),
        ("Dari", "prs"),
        ("Farsi", "fa"),
        ("Persian", "fa"),
        ("Tagalog (tl)", "tl"),
        ("Filipino", "tl"),
        ("chinese", "zh-Hans"),
        ("Chinese (Traditional)", "zh-Hant"),
        ("中文（zh-Hant）", "zh-Hant"),
        ("Tetun", "tet"),
        ("Kurdish (Sorani)", "ckb"),
        ("anglais", "en"),
        ("ไทย", "th"),
    ],
)
def test_the_heading_of_a_translated_column_is_understood(heading, tag):
    assert guess(heading) == tag


@pytest.mark.parametrize(
    "heading", ["", "  ", "default", "Klingon", "label", "(", "()", "English French"]
)
def test_a_heading_that_names_no_language_is_not_guessed(heading):
    assert guess(heading) is None


def test_no_name_belongs_to_two_languages():
    owners = {}
    for language in all_languages():
        for name in _names_of(language):
            assert owners.setdefault(_folded(name), language.tag) == language.tag, name


def test_every_other_name_and_tag_leads_to_a_registered_language():
    assert {*OTHER_NAMES, *OTHER_TAGS.values()} <= set(tags())
    assert not set(OTHER_TAGS) & set(tags())
    for tag, names in OTHER_NAMES.items():
        for name in names:
            assert guess(name) == tag, name


def test_every_language_is_guessed_from_each_of_its_own_names():
    for language in all_languages():
        assert {guess(name) for name in _names_of(language)} == {language.tag}
        assert guess(f"{language.english} ({language.tag})") == language.tag


def test_tags_endonyms_and_catalogues_are_unique():
    languages = all_languages()
    for field in ("tag", "endonym", "english", "french", "catalogue"):
        assert len({getattr(language, field) for language in languages}) == len(languages), field


def test_the_menu_sorts_accented_names_among_their_neighbours():
    names = ["Español", "Éwé", "Deutsch", "Français", "العربية", "čeština", "Čeština"]
    assert sorted(names, key=sort_key) == [
        "Čeština",
        "čeština",
        "Deutsch",
        "Español",
        "Éwé",
        "Français",
        "العربية",
    ]


def cldr(tag):
    """CLDR's own locale for the tag, or None; for rhg-Latn Babel answers rhg, no answer."""
    try:
        locale = Locale.parse(tag, sep="-")
    except UnknownLocaleError:
        return None
    script = get(tag).script
    return locale if f"-{script}" not in tag or locale.script == script else None
