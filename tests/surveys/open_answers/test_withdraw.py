"""Whoever takes an answer back takes everything with it that was made of it."""

from lipnet import keeping
from lipnet.surveys import operations as surveys
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.keeping import forget_texts
from lipnet.surveys.open_answers.models import (
    AgreedCoding,
    AnswerTranslation,
    Coding,
    CodingStep,
    Quotation,
)
from tests import cast
from tests.surveys.open_answers import scene
from tests.surveys.open_answers.scene import WISH, WISHES

BUS = WISHES[0]
TABLES = (Coding, CodingStep, AgreedCoding, AnswerTranslation)


def everything_made_of(alice, bob):
    """A survey whose first answer was coded, disputed, translated and quoted twice; its phrase."""
    survey = scene.begun(alice)
    phrase = scene.answer(survey, WISHES, phrase=True)[0]
    book, key = scene.with_codes(survey, alice), scene.key_of(survey, BUS)
    scene.code(book, alice, {BUS: ("bus",)})
    scene.code(book, bob, {BUS: ("class",)})
    for coder in (alice, bob):
        operations.finish_coding(book, by=coder)
    operations.agree_on_codes(book, key, ["bus"], by=alice)
    operations.resume_coding(book, by=bob)
    scene.code(book, bob, {BUS: ("bus",)})
    operations.translate_answer(survey, WISH, key, language="fr", text="Le bus", by=alice)
    for _ in range(2):
        operations.quote_answer(survey, WISH, key, text=BUS, by=alice)
    operations.publish_quotation(Quotation.select().get(), by=alice)
    return survey, phrase


def test_all_rows_go_with_the_response_but_for_what_was_published(database):
    survey, phrase = everything_made_of(cast.alice(), cast.bob())
    assert all(table.select().exists() for table in TABLES)
    assert surveys.withdraw_response(survey, phrase)
    assert not any(table.select().exists() for table in TABLES)
    left = Quotation.get()
    assert left.published_on is not None
    assert left.response_id is None


def test_when_the_time_of_texts_is_over_only_what_was_published_stays(database):
    survey, _ = everything_made_of(cast.alice(), cast.bob())
    forget_texts(survey)
    assert AnswerTranslation.select().count() == 0
    left = Quotation.get()
    assert left.published_on is not None
    assert left.response_id is None
    assert Coding.select().exists()


def test_a_backup_brings_everything_back(database, tmp_path):
    everything_made_of(cast.alice(), cast.bob())
    keeping.export(tmp_path / "before")
    for table in reversed(keeping.KEPT):
        table.delete().execute()
    keeping.import_(tmp_path / "before")
    keeping.export(tmp_path / "after")
    for kept in (tmp_path / "before").glob("*.jsonl"):
        assert kept.read_bytes() == (tmp_path / "after" / kept.name).read_bytes(), kept.name
