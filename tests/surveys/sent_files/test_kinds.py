"""Which files people may send, and what is taken out of them."""

import io
import zipfile

import pytest

from lipnet.surveys.sent_files.kinds import DOCX, MOST_BYTES, ODT, NotTaken, taken
from tests.surveys.media import made


def archive(**entries) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name, content in entries.items():
            zipped.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


WORD = {"word__document_dot_xml": "<w/>"}


@pytest.mark.parametrize(
    "kind, data, media_type",
    [
        ("image", made.photograph(), "image/webp"),
        ("audio", made.mp3(), "audio/mpeg"),
        ("audio", made.m4a(), "audio/mp4"),
        ("video", made.m4a(handler=b"vide"), "video/mp4"),
        ("file", made.photograph(), "image/webp"),
        ("file", made.wav(), "audio/wav"),
        ("file", b"%PDF-1.7\n", "application/pdf"),
        ("file", archive(**WORD), DOCX),
        ("file", archive(mimetype=ODT), ODT),
        ("file", "Été".encode(), "text/plain"),
    ],
)
def test_a_file_is_known_by_its_content_and_loses_what_tells_of_its_maker(kind, data, media_type):
    kept = taken(data, kind)
    assert kept.media_type == media_type
    assert made.PLACE not in kept.content and b"A telephone" not in kept.content


@pytest.mark.parametrize(
    "kind, data, code",
    [
        ("image", b"<svg/>", "file_kind"),
        ("image", made.photograph()[:900], "file_broken"),
        ("image", made.mp3(), "file_kind"),
        ("audio", made.photograph(), "file_kind"),
        ("audio", made.m4a(handler=b"vide"), "file_broken"),
        ("video", made.m4a(handler=b"meta"), "file_broken"),
        ("video", b"\x1aE\xdf\xa3", "file_kind"),
        ("file", b"MZ\x90\0program", "file_kind"),
        ("file", archive(**WORD, word__vbaProject_dot_bin="x"), "file_kind"),
        ("file", archive(a="b"), "file_kind"),
        ("file", b"PK\x03\x04rubbish", "file_broken"),
        ("file", b"\xff\xfe\0t\0e", "file_kind"),
        ("file", bytes(MOST_BYTES + 1), "file_too_large"),
    ],
)
def test_what_is_not_taken_is_a_problem_with_a_sentence(kind, data, code):
    with pytest.raises(NotTaken) as refused:
        taken(data, kind)
    assert refused.value.code == code
