"""Files are kept under the names of the questionnaire, and stay as people have seen them."""

import pytest

from lipnet.core import files
from lipnet.core.events import Event
from lipnet.core.refusals import Refusal
from lipnet.surveys import operations as surveys
from lipnet.surveys import readiness
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.media import operations
from lipnet.surveys.media.files import NOT_NAMED, cleaned
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.media.named import key_of, named_in
from tests import cast
from tests.surveys.media import made, scene
from tests.surveys.media.scene import FILES, bring, draft_with_media


def opened(by):
    survey = draft_with_media(by)
    bring(survey, by=by)
    return scene.opened(survey, by)


def media_pages(survey) -> list[str]:
    return [each.page for each in readiness.missing_in(survey.latest_version)]


def test_the_files_a_questionnaire_names_are_known_with_their_languages(database):
    survey = draft_with_media(cast.alice())
    named = named_in(questionnaire_of(survey.latest_version))
    assert {key: (each.kind, each.languages) for key, each in named.items()} == {
        "class.jpg": ("image", ("en",)),
        "class-ar.png": ("image", ("ar",)),
        "ask.mp3": ("audio", ("en",)),
        "bus.png": ("image", ("en",)),
        "foot.png": ("image", ("en",)),
        "bus.wav": ("audio", ("en",)),
    }


def test_a_name_is_the_same_with_a_folder_in_capitals_or_in_composed_letters():
    assert key_of("media/Été.PNG ") == key_of("E\u0301te\u0301.png") == "été.png"


def test_the_survey_cannot_be_opened_before_all_files_are_there(database):
    alice = cast.alice()
    survey = draft_with_media(alice)
    assert media_pages(survey) == ["media"]
    bring(survey, *list(FILES)[1:], by=alice)
    assert media_pages(survey) == ["media"]
    bring(survey, "class.jpg", by=alice)
    assert media_pages(survey) == []


def test_keeping_several_files_is_one_event_that_names_them(database):
    alice = cast.alice()
    kept = bring(draft_with_media(alice), "bus.png", "bus.wav", by=alice)
    assert [(each.name, each.kind, each.extension) for each in kept] == [
        ("bus.png", "image", "webp"), ("bus.wav", "audio", "wav")
    ]  # fmt: skip
    event = Event.select().where(Event.code == operations.KEPT).get()
    assert event.particulars["names"] == "bus.png, bus.wav"


def test_a_file_takes_the_place_of_an_earlier_one_which_is_gone_from_the_disk(database):
    alice = cast.alice()
    survey = draft_with_media(alice)
    [first] = bring(survey, "bus.png", by=alice)
    earlier = first.file.sha256
    bring(survey, "bus.png", by=alice, otherwise=made.photograph((90, 60)))
    [row] = SurveyMedia.of(survey)
    assert (row.width, row.height) == (90, 60) and row.file.sha256 != earlier
    assert not files.path_of(earlier).exists() and files.missing() == []


def test_a_picture_that_another_survey_shows_stays(database):
    alice = cast.alice()
    one, other = draft_with_media(alice), draft_with_media(alice, slug="other")
    [mine], _ = bring(one, "bus.png", by=alice), bring(other, "bus.png", by=alice)
    operations.remove_media(mine, by=alice)
    assert SurveyMedia.of(one) == [] and files.missing() == []
    assert files.read(SurveyMedia.of(other)[0].file)


def test_what_people_may_have_seen_is_neither_replaced_nor_removed(database):
    alice = cast.alice()
    survey = opened(alice)
    row = SurveyMedia.get(SurveyMedia.name == "bus.png")
    for verb in (
        lambda: bring(survey, "bus.png", by=alice, otherwise=made.photograph((90, 60))),
        lambda: operations.remove_media(row, by=alice),
    ):
        with pytest.raises(Refusal) as refused:
            verb()
        assert refused.value.reason == operations.ALREADY_SHOWN
    assert SurveyMedia.get_by_id(row.id).width == 300


def test_the_words_for_a_picture_may_be_corrected_while_people_answer(database):
    alice = cast.alice()
    opened(alice)
    row = SurveyMedia.get(SurveyMedia.name == "bus.png")
    operations.describe_media(row, {"en": "A bus", "ar": "حافلة"}, by=alice)
    assert SurveyMedia.get_by_id(row.id).alt["ar"] == "حافلة"


def test_a_sound_has_no_words_of_its_own(database):
    alice = cast.alice()
    [row] = bring(draft_with_media(alice), "bus.wav", by=alice)
    with pytest.raises(Refusal):
        operations.describe_media(row, {"en": "A bus"}, by=alice)


@pytest.mark.parametrize(
    "name, data", [("other.png", FILES["bus.png"]), ("bus.png", FILES["bus.wav"]), ("", b"")]
)
def test_a_file_of_another_name_or_kind_is_refused(sqlite, name, data):
    survey = draft_with_media(cast.alice())
    with pytest.raises(Refusal) as refused:
        cleaned(data, name, named_in(questionnaire_of(survey.latest_version)))
    assert (refused.value.reason == NOT_NAMED) == (name != "bus.png")


def test_nothing_is_kept_after_the_survey_has_closed(database):
    alice = cast.alice()
    survey = surveys.close_survey(opened(alice), by=alice)
    with pytest.raises(Refusal):
        bring(survey, "bus.png", by=alice)
