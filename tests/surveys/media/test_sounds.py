"""A sound is kept as it sounds, without what its maker wrote into it."""

import io
import wave

import pytest

from lipnet.core.refusals import Refusal
from lipnet.surveys.media import mp3, ogg, sounds
from tests.surveys.media import made

EVERY_KIND = {
    "wav": made.wav(),
    "mp3": made.mp3(),
    "ogg": made.ogg(),
    "ogg with vorbis": made.ogg(codec="vorbis"),
    "m4a": made.m4a(),
}


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_tag_is_left_in_a_sound(kind):
    data = EVERY_KIND[kind]
    assert made.PLACE in data
    kept = sounds.clean(data)
    assert made.PLACE not in kept.content
    assert kept.extension == kind.partition(" ")[0]
    assert sounds.clean(kept.content) == kept  # clean already


def test_a_wav_sounds_as_before():
    given, kept = made.wav(), sounds.clean(made.wav()).content
    with wave.open(io.BytesIO(given)) as before, wave.open(io.BytesIO(kept)) as after:
        assert after.getparams() == before.getparams()
        assert after.readframes(9999) == before.readframes(9999)


def test_every_frame_of_an_mp3_is_kept_and_nothing_else():
    assert sounds.clean(made.mp3(9)).content == made.FRAME * 9


def test_an_mp3_without_tags_is_known_by_its_first_frame():
    assert sounds.clean(made.FRAME * 4).extension == "mp3"


@pytest.mark.parametrize(
    "header, size",
    [
        (b"\xff\xfb\x90\x00", 417),  # MPEG 1, layer 3: 128 kbit/s at 44.1 kHz
        (b"\xff\xfb\x92\x00", 418),  # the same, padded
        (b"\xff\xf3\x40\xc0", 104),  # MPEG 2, layer 3: 32 kbit/s at 22.05 kHz
        (b"\xff\xfd\xc8\x00", 1152),  # MPEG 1, layer 2: 256 kbit/s at 32 kHz
        (b"\xff\xfb\xf0\x00", 0),
        (b"\xff\xeb\x90\x00", 0),
    ],
)
def test_the_size_of_a_frame_is_read_from_its_header(header, size):
    assert mp3.frame_size(header, 0) == size


def test_the_pages_of_an_ogg_are_numbered_and_their_sums_are_right():
    kept = sounds.clean(made.ogg()).content
    assert b"sound" * 30 in kept and b"OpusTags" + bytes(8) in kept
    starts = [at for at in range(len(kept)) if kept.startswith(b"OggS", at)]
    for number, (at, end) in enumerate(zip(starts, [*starts[1:], len(kept)], strict=True)):
        page = kept[at:end]
        assert int.from_bytes(page[18:22], "little") == number
        summed = ogg.checksum(page[:22] + bytes(4) + page[26:])
        assert int.from_bytes(page[22:26], "little") == summed


def test_the_sum_of_a_page_is_the_one_everybody_else_works_out():
    # CRC-32/CKSUM is the same sum turned over at its end; its published check value is 765e7680.
    assert ogg.checksum(b"123456789") ^ 0xFFFFFFFF == 0x765E7680


def test_the_setup_of_a_vorbis_sound_is_kept_over_several_pages():
    assert b"\5vorbis" + bytes(300) in sounds.clean(made.ogg(codec="vorbis")).content


def test_nothing_moves_in_an_m4a_and_its_times_are_gone():
    given, kept = made.m4a(), sounds.clean(made.m4a()).content
    assert len(kept) == len(given) and kept.index(b"sound" * 9) == given.index(b"sound" * 9)
    assert b"\x11\x22\x33\x44" not in kept


@pytest.mark.parametrize(
    "data, why",
    [
        (b"", sounds.NO_SOUND),
        (b"fLaC" + bytes(99), sounds.NO_SOUND),
        (b"\x1aE\xdf\xa3webm", sounds.NO_SOUND),
        (made.photograph((20, 20)), sounds.NO_SOUND),
        (made.m4a(handler=b"vide"), sounds.BROKEN_SOUND),
        (made.m4a()[:-3], sounds.BROKEN_SOUND),
        (made.ogg(serials=(7, 8)), sounds.BROKEN_SOUND),
        (made.ogg()[:-3], sounds.BROKEN_SOUND),
        (made.wav()[:30], sounds.BROKEN_SOUND),
        (b"ID3\3\0\0\0\0\0\4abcd", sounds.BROKEN_SOUND),
        (made.FRAME * 8000, sounds.TOO_LARGE),
    ],
)
def test_what_cannot_be_cleaned_is_refused_with_what_to_do(data, why):
    with pytest.raises(Refusal) as refused:
        sounds.clean(data)
    assert refused.value.reason == why


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_bytes_whatever_end_in_anything_but_a_sound_or_a_refusal(kind):
    whole = EVERY_KIND[kind]
    for at in range(len(whole)):
        for changed in (whole[:at], whole[:at] + b"\xff\x01" + whole[at + 2 :]):
            try:
                assert sounds.clean(changed).content
            except Refusal:
                continue
