"""Pictures: decoded, turned upright, made small and written anew, so that nothing but what one sees
is kept. Where a photograph was taken, when, and by which telephone is gone."""

import io
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal

READ = ("JPEG", "PNG", "WEBP", "GIF")
MOST_PIXELS = 40_000_000  # a telephone's photograph; what is larger would fill the memory
MOST_BYTES = 150_000  # half a second on a slow telephone line
LONGEST_SIDE = 1600
LONGEST_SIDES = (LONGEST_SIDE, 1200, 900, 600)
QUALITIES = (82, 70, 58)
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, Image.DecompressionBombError)
NO_PICTURE = lazy("This is no picture we can read: send it as JPEG, PNG, WebP or GIF.")
BROKEN_PICTURE = lazy("This picture is damaged: save it anew and try again.")
DRAWING = lazy(
    "A drawing of the kind SVG can hold programs, so it is not taken: save it as PNG and send that."
)
FROM_A_PHONE = lazy(
    "Pictures of the kind HEIC or AVIF cannot be read by every telephone: save it as JPEG."
)
TOO_MANY_PIXELS = lazy("This picture is too large to be opened safely: make it smaller first.")


class Picture(NamedTuple):
    """A picture as it is kept: WebP, and its size in pixels."""

    content: bytes
    width: int
    height: int


def clean(data: bytes) -> Picture:
    """The picture in `data`, written anew; raises Refusal for whatever cannot be."""
    _refuse_what_it_is_not(data)
    try:
        with Image.open(io.BytesIO(data), formats=READ) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refusal(TOO_MANY_PIXELS)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            return _small(_upright(opened))
    except Image.UnidentifiedImageError as error:
        raise Refusal(NO_PICTURE) from error
    except BROKEN as error:
        raise Refusal(BROKEN_PICTURE) from error


def _refuse_what_it_is_not(data: bytes) -> None:
    """What people send most often that is no picture we take gets a sentence of its own."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"\x1f\x8b")) or b"<svg" in start:
        raise Refusal(DRAWING)
    if data[4:8] == b"ftyp":
        raise Refusal(FROM_A_PHONE)


def _upright(opened: Image.Image) -> Image.Image:
    """The first frame, turned as it was held, in the colours of every screen, on white: black lines
    on nothing would vanish on a dark page."""
    opened.load()
    picture = ImageOps.exif_transpose(opened)
    if picture.has_transparency_data:
        drawn = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("RGB")
    profile = opened.info.get("icc_profile")
    return (_in_common_colours(picture, profile) if profile else picture).convert("RGB")


def _in_common_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        given, common = (
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
        )
        return ImageCms.profileToProfile(picture, given, common, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # colours a little off are better than no picture


def _small(picture: Image.Image) -> Picture:
    """As good as fits: first less detail, then fewer pixels."""
    made = None
    for side in LONGEST_SIDES:
        smaller = _bare(picture, side)
        for quality in QUALITIES:
            made = Picture(_written(smaller, quality), *smaller.size)
            if len(made.content) <= MOST_BYTES:
                return made
    return made


def _bare(picture: Image.Image, side: int) -> Image.Image:
    """A new picture of these pixels, at most `side` long, with nothing else of the old one."""
    smaller = picture.copy()
    smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
    bare = Image.new(smaller.mode, smaller.size)
    bare.paste(smaller)
    return bare


def _written(picture: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=quality, method=4)
    return file.getvalue()
