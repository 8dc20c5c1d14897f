"""Pictures and sounds on the pages: the coordinator's, and those of the people who answer."""

import io

import pytest

from lipnet.surveys.media import operations
from lipnet.surveys.media.models import SurveyMedia
from tests import cast
from tests.browsing import Browser
from tests.surveys.media.scene import FILES, bring, draft_with_media
from tests.surveys.media.test_keep import opened

PAGE = "/surveys/classes/media"


def uploaded(browser, *files, status=303):
    page = browser.client.get(PAGE).get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    sent = {"csrf_token": token, "files": [(io.BytesIO(data), name) for name, data in files]}
    response = browser.client.post(PAGE, data=sent)
    assert response.status_code == status
    return response.get_data(as_text=True)


def row_of(name) -> SurveyMedia:
    return SurveyMedia.get(SurveyMedia.name == name)


def public(row) -> str:
    return f"/s/classes/media/{row.address}"


def test_the_page_says_which_files_are_there_and_which_are_missing(app):
    alice = cast.alice()
    bring(draft_with_media(alice), "bus.png", by=alice)
    page = Browser(app, alice).get(PAGE)
    assert page.text.count("Missing") == 5 and page.text.count("There") == 1
    assert "Not described yet" in page.text and "class-ar.png" in page.text
    assert "Upload the pictures and sounds that the questionnaire names." in (
        Browser(app, alice).get("/surveys/classes").text
    )


def test_several_files_come_at_once_and_what_is_right_is_kept_beside_what_is_not(app):
    alice = cast.alice()
    draft_with_media(alice)
    browser = Browser(app, alice)
    html = uploaded(
        browser,
        ("bus.png", FILES["bus.png"]),
        ("foot.png", b"<svg/>"),
        ("stranger.png", FILES["bus.png"]),
        status=200,
    )
    assert "foot.png" in html and "can hold programs" in html
    assert "stranger.png" in html and "names no such file" in html
    assert [row.name for row in SurveyMedia.select()] == ["bus.png"]
    uploaded(browser, *FILES.items())
    assert SurveyMedia.select().count() == len(FILES)


def test_nothing_chosen_is_told(app):
    draft_with_media(alice := cast.alice())
    assert "Choose at least one file first." in uploaded(Browser(app, alice), status=200)


def test_a_picture_is_described_in_every_language_of_the_questionnaire(app):
    alice = cast.alice()
    bring(draft_with_media(alice), "bus.png", by=alice)
    address = f"{PAGE}/{row_of('bus.png').id}"
    browser = Browser(app, alice)
    browser.get(address)
    browser.submit(address, {"alt-en": "A bus", "alt-fr": "Un autobus", "alt-ar": "حافلة"})
    assert row_of("bus.png").alt == {"en": "A bus", "fr": "Un autobus", "ar": "حافلة"}


def test_a_file_is_removed_after_asking_once_more(app):
    alice = cast.alice()
    bring(draft_with_media(alice), "bus.wav", by=alice)
    address = f"{PAGE}/{row_of('bus.wav').id}/removal"
    browser = Browser(app, alice)
    browser.get(address)
    browser.submit(address, {})
    assert SurveyMedia.select().count() == 0


def test_only_coordinators_bring_files(app):
    alice = cast.alice()
    bring(draft_with_media(alice), "bus.png", by=alice)
    number = row_of("bus.png").id
    vera = Browser(app, cast.vera())
    for address in (PAGE, f"{PAGE}/{number}", f"{PAGE}/{number}/content"):
        vera.get(address, status=404)
    content = Browser(app, alice).client.get(f"{PAGE}/{number}/content")
    assert content.mimetype == "image/webp"
    assert content.headers["Cache-Control"] == "private, no-cache"


def test_a_draft_s_files_are_nobody_s_but_staff_s(app):
    alice = cast.alice()
    bring(draft_with_media(alice), "bus.png", by=alice)
    assert app.test_client().get(public(row_of("bus.png"))).status_code == 404


def test_a_file_of_an_open_survey_is_sent_to_be_kept_for_ever_and_without_a_cookie(app):
    opened(cast.alice())
    for name, kind in {
        "bus.png": "image/webp",
        "bus.wav": "audio/wav",
        "ask.mp3": "audio/mpeg",
    }.items():
        sent = app.test_client().get(public(row_of(name)))
        assert (sent.status_code, sent.mimetype) == (200, kind)
        assert sent.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert sent.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in sent.headers and "Content-Disposition" not in sent.headers


def test_a_telephone_may_ask_for_a_sound_piece_by_piece(app):
    opened(cast.alice())
    part = app.test_client().get(public(row_of("bus.wav")), headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.data) == (206, b"RIFF")


@pytest.mark.parametrize("name", ["{digest}.svg", "{digest}", "bus.png", "0" * 64 + ".webp"])
def test_nothing_is_sent_under_another_name(app, name):
    opened(cast.alice())
    name = name.format(digest=row_of("bus.png").file.sha256)
    assert app.test_client().get(f"/s/classes/media/{name}").status_code == 404


def test_a_file_that_only_a_later_draft_names_is_not_public_yet(app):
    opened(cast.alice())
    row = row_of("bus.png")
    SurveyMedia.update(name="later.png").where(SurveyMedia.id == row.id).execute()
    assert app.test_client().get(public(row)).status_code == 404


def begun(app, lang):
    browser = Browser(app)
    return browser.post(f"/s/classes/{lang}/answer", {}), browser


def test_question_and_choices_show_their_pictures_and_sounds(app):
    alice = cast.alice()
    opened(alice)
    operations.describe_media(row_of("bus.png"), {"en": "A bus", "ar": "حافلة"}, by=alice)
    page, _ = begun(app, "en")
    picture, sound = page.all("img")[-1], page.all("audio")[0]
    assert picture["src"] == public(row_of("class.jpg"))
    assert (picture["width"], picture["height"], picture["loading"]) == ("560", "420", "lazy")
    assert sound["src"] == public(row_of("ask.mp3")) and sound["preload"] == "none"
    assert sound["aria-label"] == "Listen to: Did you wait for a language class?"


def test_the_whole_document_shows_them_too_in_the_reader_s_language(app):
    alice = cast.alice()
    opened(alice)
    operations.describe_media(row_of("bus.png"), {"en": "A bus", "ar": "حافلة"}, by=alice)
    operations.describe_media(row_of("foot.png"), {"en": "Feet"}, by=alice)
    page = Browser(app).get("/s/classes/ar/whole")
    shown = {image["src"]: image for image in page.all("img") if "/media/" in image["src"]}
    assert public(row_of("class-ar.png")) in shown and public(row_of("class.jpg")) not in shown
    bus, foot = shown[public(row_of("bus.png"))], shown[public(row_of("foot.png"))]
    assert bus["alt"] == "حافلة" and not bus.has("lang")
    assert (foot["alt"], foot["lang"], foot["dir"]) == ("Feet", "en", "ltr")
    assert [p.text for p in page.all("p") if "spoken" in p["class"]] == ["English", "English"]
    assert next(bus.ancestors()).tag == "label"
    assert "label" not in [a.tag for a in page.all("audio")[-1].ancestors()]


def test_a_page_kept_in_memory_is_made_anew_when_a_picture_is_described_otherwise(app):
    alice = cast.alice()
    opened(alice)
    assert "A yellow bus" not in Browser(app).get("/s/classes/en/whole").html
    operations.describe_media(row_of("bus.png"), {"en": "A yellow bus"}, by=alice)
    assert "A yellow bus" in Browser(app).get("/s/classes/en/whole").html


def test_the_editor_s_frame_shows_the_files_of_a_draft(app):
    alice = cast.alice()
    bring(draft_with_media(alice), by=alice)
    page = Browser(app, alice).get("/surveys/classes/versions/1/edit/frame?at=waited")
    [picture] = [image for image in page.all("img") if "/media/" in image["src"]]
    assert picture["src"] == f"{PAGE}/{row_of('class.jpg').id}/content"
