"""What of its pictures and sounds a survey has, and which of them a reader gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from flask import url_for
from markupsafe import Markup

from lipnet import languages
from lipnet.core import i18n, multilingual
from lipnet.questionnaire import Questionnaire, Texts
from lipnet.questionnaire.model import Media
from lipnet.surveys.asked import Asked
from lipnet.surveys.media.models import SurveyMedia
from lipnet.surveys.media.named import SHOWN, Named, key_of, named_in
from lipnet.surveys.models import Survey

ABOVE_CHOICES = (640, 420)
BESIDE_CHOICE = (240, 160)


@dataclass(frozen=True)
class Seen:
    """One picture or sound as a page shows it. width and height: as large as it is drawn at most.

    `tongue` says in which language its words are, where that is not the page's; of a sound, whose
    language cannot be read off it, `spoken` is the name of that language.
    """

    kind: str
    address: str
    alt: str = ""
    tongue: Markup = Markup("")
    spoken: str = ""
    width: int = 0
    height: int = 0


class Shelf:
    """The files of a survey for the readers of one language; read from the database only if a page
    shows any. Of a version nobody answers yet they come by the coordinator's door."""

    def __init__(self, found: Asked | None, language: str = ""):
        self._found = found
        self._language = language

    @cached_property
    def _rows(self) -> Mapping[str, SurveyMedia]:
        return {row.name: row for row in SurveyMedia.of(self._found.survey)} if self._found else {}

    def seen(self, media: Media | None, beside_choice: bool = False) -> list[Seen]:
        found = [self._row(media[kind]) for kind in SHOWN if media and media.get(kind)]
        box = BESIDE_CHOICE if beside_choice else ABOVE_CHOICES
        return [self._seen(row, tag, box) for row, tag in filter(None, found)]

    def _row(self, names: Texts) -> tuple[SurveyMedia, str] | None:
        """As texts fall back: the reader's language, the questionnaire's, then any."""
        for tag in dict.fromkeys((self._language, self._otherwise, *names)):
            row = self._rows.get(key_of(names.get(tag, "")))
            if row is not None:
                return row, tag
        return None

    def _seen(self, row: SurveyMedia, tag: str, box: tuple[int, int]) -> Seen:
        address = self._address(row)
        if row.kind == "audio":
            tongue = _tongue(tag)
            spoken = languages.get(tag).endonym if tongue else ""
            return Seen("audio", address, tongue=tongue, spoken=spoken)
        told = multilingual.tell(row.alt, self._language, then=(self._otherwise, tag))
        tongue = _tongue(told.tag) if told.text else Markup("")
        width, height = fitted(row.width, row.height, box)
        return Seen("image", address, told.text, tongue, width=width, height=height)

    @property
    def _otherwise(self) -> str:
        return self._found.questionnaire.default_language if self._found else ""

    def _address(self, row: SurveyMedia) -> str:
        slug = self._found.survey.slug
        if self._found.version.published_at is None:
            return url_for("surveys.media_content", slug=slug, number=row.id)
        return url_for("surveys_public.media", slug=slug, name=row.address)


NO_MEDIA = Shelf(None)


def fitted(width: int, height: int, box: tuple[int, int]) -> tuple[int, int]:
    """As large as fits into the box, never larger than it is."""
    scale = min(1, box[0] / width, box[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def missing_files(survey: Survey, questionnaire: Questionnaire) -> list[Named]:
    """What the questionnaire names and nobody has uploaded yet."""
    named = named_in(questionnaire)
    there = {row.name: row.kind for row in SurveyMedia.of(survey)} if named else {}
    return [each for key, each in named.items() if there.get(key) != each.kind]


def _tongue(tag: str) -> Markup:
    known = languages.find(tag)
    if known is None or known.tag == i18n.language().tag:
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(known.tag, known.direction)
