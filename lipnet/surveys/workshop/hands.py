"""Who translates and who reads: with an account or by a link, and from which organisation."""

from dataclasses import dataclass

from lipnet.core import clock
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.people.models import Organisation, Person
from lipnet.surveys.models import Survey
from lipnet.surveys.workshop.models import TranslationDoor, TranslationSignature, Translator


@dataclass(frozen=True)
class Guest:
    """Somebody who came by a link: an actor without an account."""

    name: str
    organisation: str = ""
    reads: bool = False
    id: None = None

    @classmethod
    def of(cls, door: TranslationDoor) -> "Guest":
        return cls(door.name, door.organisation, door.kind == "review")


def key_of(by: Person | Guest) -> str:
    return f"person:{by.id}" if by.id else folded(by.name)


def organisation_of(by: Person | Guest) -> str:
    """The name of the organisation, "" if it is not known."""
    if isinstance(by, Guest):
        return by.organisation.strip()
    return plain(by.organisation.name, "en") if by.organisation else ""


def note_hand(survey: Survey, tag: str, by: Person | Guest) -> None:
    """Remember that `by` translated; who reads by a link and mends a word does not become one."""
    if isinstance(by, Guest) and by.reads:
        return
    known = Translator.get_or_none(survey=survey, language=tag, key=key_of(by))
    row = known or Translator(survey=survey, language=tag, key=key_of(by))
    row.name, row.organisation = by.name, organisation_of(by)
    row.person, row.last_on = by.id, clock.today()
    row.save()


def translators_of(survey: Survey, tag: str) -> list[Translator]:
    chosen = (Translator.survey == survey) & (Translator.language == tag)
    return list(Translator.select().where(chosen).order_by(Translator.id))


def standing_signature(survey: Survey, tag: str, digest: str) -> TranslationSignature | None:
    """The latest signature under exactly this wording."""
    row = TranslationSignature
    chosen = (row.survey == survey) & (row.language == tag) & (row.digest == digest)
    return row.select().where(chosen).order_by(row.id.desc()).first()


def same_organisation(one: str, other: str) -> bool:
    """Whether both names are of one organisation, in whichever language each was written."""
    if not one.strip() or not other.strip():
        return False
    return _organisation_key(one) == _organisation_key(other)


def _organisation_key(name: str) -> str:
    wanted = folded(name)
    for row in Organisation.select():
        if wanted in {folded(text) for text in row.name.values()}:
            return f"organisation:{row.id}"
    return wanted
