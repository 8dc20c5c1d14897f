"""Which files a questionnaire names, for what, and in which languages."""

import unicodedata
from dataclasses import dataclass

from lipnet.questionnaire import Questionnaire
from lipnet.questionnaire.shown_files import shown_files
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import Survey, SurveyVersion

SHOWN = ("image", "audio")


@dataclass(frozen=True)
class Named:
    """One file: `name` as the questionnaire writes it, `languages` whose readers get it."""

    key: str
    name: str
    kind: str
    languages: tuple[str, ...]


def key_of(name: str) -> str:
    """One key for "Bus.PNG", "media/bus.png" and the same letters written otherwise."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return unicodedata.normalize("NFC", last.strip()).casefold()


def named_in(questionnaire: Questionnaire) -> dict[str, Named]:
    """key -> file, in the order of the questionnaire; videos are not shown, so not among them."""
    found: dict[str, Named] = {}
    for kind, tag, name in shown_files(questionnaire):
        key = key_of(name)
        if kind not in SHOWN or not key:
            continue
        before = found.get(key)
        tags = before.languages if before else ()
        tags = tags if tag in tags else (*tags, tag)
        found[key] = Named(key, before.name if before else name, kind, tags)
    return found


def named_once_published(survey: Survey) -> set[str]:
    """The keys of every file people may have been shown."""
    published = survey.versions.where(SurveyVersion.published_at.is_null(False))
    return {key for version in published for key in named_in(questionnaire_of(version))}
