"""Pictures as files: whole in themselves, in every direction and with every letter."""

import hashlib
import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from lipnet.core import i18n
from lipnet.surveys.pictures import bars, of_table, samples
from lipnet.surveys.pictures.as_png import LETTERS, MOST_PIXELS, OURS, png_of
from lipnet.surveys.pictures.as_svg import svg_of
from lipnet.surveys.pictures.wrapping import width_of, wrapped
from lipnet.surveys.results import Row, Table
from tests.surveys.pictures.tables import table

SVG = "{http://www.w3.org/2000/svg}"
ARABIC = "هل انتظرت صفًا لتعلّم اللغة؟"


def texts(svg: str) -> str:
    return " ".join(text.text for text in ET.fromstring(svg).iter(f"{SVG}text"))


def captioned(words: str) -> Table:
    return Table("q", "one", {"en": words, "ar": words, "ti": words}, None, (), None, 5)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_picture_becomes_a_sound_file_that_says_everything(app, tag):
    with i18n.speaking(tag):
        for picture in samples.samples():
            svg = svg_of(picture, "Newcomers 2026")
            root = ET.fromstring(svg)
            assert root.find(f"{SVG}title").text
            assert root.get("lang") == tag
            assert "Newcomers 2026" in texts(svg)
            width, height = float(root.get("width")), float(root.get("height"))
            for box in [*root.iter(f"{SVG}rect")][2:]:
                x, wide = float(box.get("x")), float(box.get("width"))
                y, high = float(box.get("y")), float(box.get("height"))
                assert 0 <= x <= x + wide <= width
                assert 0 <= y <= y + high <= height


def test_labels_and_people_stand_in_the_file(app):
    said = texts(svg_of(of_table(table(60, None))))
    assert all(word in said for word in ("Question q", "O0", "60%", "not shown"))


def test_from_right_to_left_the_bars_begin_at_the_right(app):
    def first_bar(tag):
        with i18n.speaking(tag):
            root = ET.fromstring(svg_of(of_table(table(100))))
        box = [*root.iter(f"{SVG}rect")][2]
        return float(box.get("x")), float(box.get("width"))

    (left, width), (right, same) = first_bar("en"), first_bar("ar")
    assert width == same
    assert left + right + width == pytest.approx(800)


def test_a_name_cannot_leave_its_text(app):
    svg = svg_of(of_table(captioned('</text><script>alert("1")</script>\x00\x1b')))
    assert "<script" not in svg
    assert ET.fromstring(svg).find(f"{SVG}title").text.startswith("</text>")


@pytest.mark.parametrize("word", ["انتظرت", "ቋንታት", "чекали", "ਪਜਬਸ", "மகரபல", "ĐỢẦỮ"])
def test_the_pixels_show_the_letters_of_each_script_we_ship(app, word):
    """Letters without a font are all the same empty box: backwards they would look the same."""
    forwards, backwards = (svg_of(of_table(captioned(each))) for each in (word, word[::-1]))
    assert OURS.fullmatch(forwards)
    assert png_of(forwards) != png_of(backwards)


@pytest.mark.parametrize(
    ("one", "other"), [("لا 5 بجد", "لا 5 دحس"), ("ਸ਼੍ਰੀ 5 ਕਖ", "ਸ਼੍ਰੀ 5 ਮਲ"), ("ஸ்ரீ 5 கட", "ஸ்ரீ 5 மன")]
)
def test_letters_that_join_are_not_lost_beside_digits(app, one, other):
    """Lost, the letters of both lines would be the same boxes."""
    assert png_of(svg_of(of_table(captioned(one)))) != png_of(svg_of(of_table(captioned(other))))


def test_every_font_for_pictures_stands_in_the_list_of_fonts():
    listed = (LETTERS.parent / "README.md").read_text("utf-8")
    for font in LETTERS.glob("*.ttf"):
        assert f"drawn/{font.name}" in listed
        assert hashlib.sha256(font.read_bytes()).hexdigest() in listed


def test_arabic_letters_are_joined(app):
    """Joined, a word is narrower than its letters kept apart."""

    def reach(words):
        with i18n.speaking("ar"):
            image = Image.open(io.BytesIO(png_of(svg_of(of_table(captioned(words))))))
        ink = image.convert("L").crop((0, 40, 1600, 130)).point(lambda p: 255 if p < 160 else 0)
        left, _top, right, _bottom = ink.getbbox()
        return right - left

    assert reach("لتعلم") < reach("\u200c".join("لتعلم")) * 0.9


def test_a_long_list_is_drawn_less_sharp_rather_than_without_end(app):
    long = Table(
        "q", "one", {}, 400, tuple(Row(f"o{n}", {}, 1, 1 / 400) for n in range(400)), None, 5
    )
    image = Image.open(io.BytesIO(png_of(svg_of(bars.bars(long)))))
    assert image.width * image.height <= MOST_PIXELS * 1.01


def test_lines_are_never_wider_than_their_room():
    words = (
        "A rather long answer, Donaudampfschifffahrtsgesellschaft, 我在社区中心找到了这门课程 "
        + ARABIC
    )
    lines = wrapped(words, 120, 15)
    assert all(width_of(line, 15) <= 120 for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert wrapped("", 120, 15) == []
