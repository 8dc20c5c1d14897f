"""Words, dates and numbers in the reader's language."""

from datetime import UTC, date, datetime

from lipnet.core import i18n, multilingual
from lipnet.core.i18n import lazy, speaking


def test_a_lazy_sentence_finds_its_language_when_shown():
    sentence = lazy("Cancel")
    assert str(sentence) == "Cancel"
    with speaking("fr"):
        assert str(sentence) == "Annuler"


def test_a_sentence_takes_its_particulars_when_shown():
    assert (
        i18n.worded(lazy("%(who)s opened the survey."), who="Alice") == "Alice opened the survey."
    )


def test_a_date_is_written_as_its_reader_writes_it():
    day = date(2026, 11, 23)
    with speaking("fr"):
        assert i18n.format_day(day) == "23 novembre 2026"
        assert i18n.format_day(date(2026, 4, 1)) == "1er avril 2026"
        assert i18n.format_day(date(2026, 4, 11)) == "11 avril 2026"
    with speaking("ti"):
        assert "2026" in i18n.format_day(day)


def test_a_moment_is_written_to_the_minute():
    moment = datetime(2026, 6, 1, 17, 5, 42, tzinfo=UTC)
    assert i18n.format_moment(moment).startswith("Jun 1, 2026")
    assert ":42" not in i18n.format_moment(moment)
    with speaking("fr"):
        assert i18n.format_moment(moment).startswith("1er juin 2026")
        assert "42" not in i18n.format_moment(moment)


def test_french_puts_a_no_break_space_before_the_percent_sign():
    with speaking("fr"):
        assert i18n.format_percent(0.41) == "41\u00a0%"
    assert i18n.format_percent(0.41) == "41%"


def test_a_text_falls_back_and_says_so():
    with speaking("ar"):
        told = multilingual.tell({"fr": "Bonjour"})
        assert (told.text, told.tag, told.asked_for) == ("Bonjour", "fr", False)
        assert (
            str(multilingual.told({"fr": "Bonjour"})) == '<span lang="fr" dir="ltr">Bonjour</span>'
        )
    assert multilingual.tell({}).text == ""


def test_a_persons_own_words_are_escaped_whatever_they_hold():
    assert "<script>" not in str(multilingual.told("<script>alert(1)</script>"))
    assert "<script>" not in str(multilingual.told({"en": "<script>"}))


def test_a_name_in_a_right_to_left_sentence_is_set_apart_and_an_address_is_not():
    with speaking("ar"):
        said = i18n.gettext("Shown %(name)s %(url)s", name="Ana Silva", url="https://x.example")
    assert said == "Shown \u2068Ana Silva\u2069 https://x.example"
    assert i18n.gettext("Shown %(name)s", name="Ana Silva") == "Shown Ana Silva"


def test_the_last_of_several_addresses_in_a_right_to_left_letter_is_not_marked():
    several = "Health:\nhttps://x.example/1\n\nYouth:\nhttps://x.example/2?lang=ar"
    with speaking("ar"):
        assert i18n.gettext("%(links)s\n\nThank you.", links=several).startswith(several)


def test_a_list_of_latin_names_reads_from_the_first_on_in_an_arabic_line():
    """Each name is apart, so that the word between them says which way the list runs."""
    with i18n.speaking("ar"):
        assert i18n.join_list(["Chau", "Dalia"]) == "\u2068Chau\u2069 و\u2068Dalia\u2069"
    with i18n.speaking("en"):
        assert i18n.join_list(["Chau", "Dalia"]) == "Chau and Dalia"
