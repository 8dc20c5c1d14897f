"""A picture is kept as it looks and as nothing else."""

import io

import pytest
from PIL import Image

from lipnet.core.refusals import Refusal
from lipnet.surveys.media import pictures
from tests.surveys.media.made import PLACE, drawing_with_holes, noise, photograph


def opened(picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_kept_of_a_picture_but_what_one_sees(kind):
    given = photograph(kind=kind)
    assert b"A telephone" in given
    kept = pictures.clean(given)
    assert b"A telephone" not in kept.content and PLACE not in kept.content
    assert (
        b"EXIF" not in kept.content and b"XMP" not in kept.content and b"ICCP" not in kept.content
    )
    assert opened(kept).format == "WEBP"


def test_a_picture_that_was_taken_sideways_stands_upright():
    kept = pictures.clean(photograph((800, 600), turned=6))  # turn it a quarter to the right
    assert (kept.width, kept.height) == (600, 800)
    red, green, _blue = opened(kept).convert("RGB").getpixel((550, 50))
    assert red > 200 > green  # the red corner came to the upper right


def test_a_large_picture_becomes_small_enough_for_a_telephone():
    kept = pictures.clean(noise((3000, 2000)))
    assert len(kept.content) <= pictures.MOST_BYTES
    assert max(kept.width, kept.height) <= 1600 and kept.width / kept.height == pytest.approx(
        1.5, 0.02
    )


def test_a_small_picture_is_not_blown_up():
    assert pictures.clean(photograph((120, 90)))[1:] == (120, 90)


def test_a_drawing_on_nothing_stands_on_white_so_that_a_dark_page_shows_its_lines():
    assert (
        opened(pictures.clean(drawing_with_holes())).convert("RGB").getpixel((50, 5)) >= (250,) * 3
    )


def test_colours_made_for_print_come_out_as_colours_of_a_screen():
    kept = opened(pictures.clean(photograph(mode="CMYK")))
    assert kept.mode == "RGB" and kept.getpixel((20, 20))[0] > 200


@pytest.mark.parametrize(
    "data, why",
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', pictures.DRAWING),
        (b'\n<?xml version="1.0"?><svg/>', pictures.DRAWING),
        (b"\0\0\0\x18ftypheic" + bytes(40), pictures.FROM_A_PHONE),
        (b"", pictures.NO_PICTURE),
        (b"%PDF-1.7" + bytes(90), pictures.NO_PICTURE),
        (b"BM" + bytes(90), pictures.NO_PICTURE),
        (photograph()[:2000], pictures.BROKEN_PICTURE),
    ],
)
def test_what_cannot_be_written_anew_is_refused_with_what_to_do(data, why):
    with pytest.raises(Refusal) as refused:
        pictures.clean(data)
    assert refused.value.reason == why


def test_a_picture_that_would_fill_the_memory_is_never_opened():
    file = io.BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    assert len(file.getvalue()) < 20_000
    with pytest.raises(Refusal) as refused:
        pictures.clean(file.getvalue())
    assert refused.value.reason == pictures.TOO_MANY_PIXELS


def test_no_bytes_whatever_end_in_anything_but_a_picture_or_a_refusal():
    whole = photograph((64, 48))
    for at in range(0, len(whole), 7):
        for changed in (whole[:at], whole[:at] + b"\xff\x00" + whole[at + 2 :]):
            try:
                pictures.clean(changed)
            except Refusal:
                continue
