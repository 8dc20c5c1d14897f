"""A file as it was sent becomes one that can be kept: cleaned, or refused."""

from typing import NamedTuple

from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.surveys.media import pictures, sounds
from lipnet.surveys.media.models import EXTENSIONS
from lipnet.surveys.media.named import Named, key_of

MEDIA_TYPES = {extension: media_type for media_type, extension in EXTENSIONS.items()}
NOT_NAMED = lazy(
    "The questionnaire names no such file. Give it the name that the questionnaire has for it."
)


class Cleaned(NamedTuple):
    """Ready to be kept. width and height only for pictures."""

    named: Named
    content: bytes
    media_type: str
    width: int | None = None
    height: int | None = None


def cleaned(data: bytes, filename: str, named: dict[str, Named]) -> Cleaned:
    """What may be kept of an uploaded file; raises Refusal saying why nothing may."""
    wanted = named.get(key_of(filename))
    if wanted is None:
        raise Refusal(NOT_NAMED)
    if wanted.kind == "image":
        picture = pictures.clean(data)
        return Cleaned(wanted, picture.content, "image/webp", picture.width, picture.height)
    sound = sounds.clean(data)
    return Cleaned(wanted, sound.content, MEDIA_TYPES[sound.extension])
