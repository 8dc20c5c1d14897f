"""A translation is held against its source."""

import pytest

from lipnet.questionnaire.proofreading import REMARK_CODES, Term, mended, remarks

NBSP = "\u00a0"


def codes(source, translation, tag="fr", **more):
    return [remark.code for remark in remarks(source, translation, tag, **more)]


@pytest.mark.parametrize(
    ("source", "translation", "tag", "wanted"),
    [
        ("Hello ${name}", "Bonjour", "fr", ["place_lost"]),
        ("Hello ${name}", "Bonjour ${nom}", "fr", ["place_lost", "place_unknown"]),
        ("Hello ${ name }", "${name}, bonjour", "fr", []),
        ("A **bold** word", "Un mot", "fr", ["markup_differs"]),
        ("A **bold** word", "Un mot **gras**", "fr", []),
        ("A <b class='x'>bold</b> word", "Un mot <B>gras</B>", "fr", []),
        ("A <b>bold</b> word", "Un mot <i>gras</i>", "fr", ["markup_differs"]),
        ("At most 60 months", "Au plus soixante mois", "fr", ["numbers_differ"]),
        ("At most 60 months", "٦٠ شهرًا على الأكثر", "ar", []),
        ("About 1,000.50", "Environ 1 000,50".replace(" ", NBSP, 1).replace(" 0", NBSP + "0"),
         "fr", []),
        ("Hello", " Bonjour", "fr", ["blanks_at_ends"]),
        ("Hello", "\u200fمرحبا", "ar", ["direction_marks"]),
        ("Why?", "Pourquoi ?", "fr", ["french_spaces"]),
        ("Why?", f"Pourquoi{NBSP}?", "fr", []),
        ("Why?", "Pourquoi?", "fr", []),
        ("Why?", "¿Por qué ?", "es", []),
        ("Anything", "  ", "fr", []),
    ],
)  # fmt: skip
def test_what_is_marked(source, translation, tag, wanted):
    assert codes(source, translation, tag) == wanted


def test_a_broken_place_is_a_fault_and_the_rest_is_worth_a_look():
    faults = {r.code: r.is_fault for r in remarks("${a} 5", " x", "fr", budget=1)}
    assert faults == {
        "place_lost": True, "numbers_differ": False, "too_long": False, "blanks_at_ends": False,
    }  # fmt: skip


def test_a_text_beyond_its_budget_is_counted():
    [remark] = remarks("Bus", "Autobus", "fr", budget=6)
    assert (remark.code, dict(remark.particulars)) == ("too_long", {"length": 7, "limit": 6})


def test_what_has_one_right_answer_is_mended():
    assert mended(" «\u200e Oui » : non ? ", "fr") == f"«{NBSP}Oui{NBSP}»{NBSP}: non{NBSP}?"
    assert mended(" \u200fنعم ? ", "ar") == "نعم ?"
    [remark] = remarks("Why?", "Pourquoi ?", "fr")
    assert remark.mended == f"Pourquoi{NBSP}?"


def test_a_term_of_the_glossary_is_wanted_where_its_source_stands_as_a_word():
    term = Term("settlement worker", "intervenante en établissement", locked=True)
    found = remarks("Ask a Settlement  worker.", "Demandez à un conseiller.", "fr", terms=[term])
    assert [(r.code, r.is_fault) for r in found] == [("term_missing", True)]
    assert codes("Ask a settlement worker", "Une INTERVENANTE en établissement",
                 terms=[term]) == []  # fmt: skip
    assert codes("Resettlement workers", "Autre chose", terms=[term]) == []
    loose = Term("bus", "autobus")
    assert not remarks("The bus", "Le car", "fr", terms=[loose])[0].is_fault


def test_every_remark_has_its_code_and_particulars():
    texts = [
        ("${a}", "${b}"), ("*a*", "a"), ("5", "x"), ("a", " \u200eb ?"), ("bus", "car"),
    ]  # fmt: skip
    seen = {}
    for source, translation in texts:
        for each in remarks(source, translation, "fr", budget=1, terms=[Term("bus", "autobus")]):
            seen[each.code] = tuple(each.particulars)
    assert seen == REMARK_CODES
