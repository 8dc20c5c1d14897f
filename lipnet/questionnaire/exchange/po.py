"""A language as a PO catalogue: msgctxt is the address, fuzzy is a draft or behind its source.

What Poedit, Lokalize or Weblate may drop is never needed to read the file again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from babel.messages import pofile
from babel.messages.catalog import Catalog, Message

from lipnet import languages
from lipnet.questionnaire.exchange.entries import (
    LARGEST_FILE,
    MOST_ENTRIES,
    SAID_IN_FILES,
    Brought,
    Entry,
    NotReadable,
    Plural,
)
from lipnet.questionnaire.model import Questionnaire
from lipnet.questionnaire.translating import Unit, units

STATE = "state:"
FORMS = re.compile(r"nplurals\s*=\s*(\d+)")
SOURCE = re.compile(r'^"X-Source-Language: ([\w-]+)', re.MULTILINE)
MOST_FORMS = 6


def write(
    questionnaire: Questionnaire, tag: str, *, source: str = "", plurals: Iterable[Plural] = ()
) -> bytes:
    """Every text with what there is of it in `tag`; `plurals` as an earlier file brought them."""
    kept = list(plurals)
    catalog = Catalog(fuzzy=False)
    # else Babel writes two forms, however many the language has
    vars(catalog)["_num_plurals"] = max(
        [len(e.forms) for e in kept] + [languages.get(tag).nplurals]
    )
    for unit in units(questionnaire, tag, source):
        put_in(catalog, unit)
    for each in kept:
        catalog.add((each.singular, each.plural), each.forms, context=each.context or None)
    body = io.BytesIO()
    pofile.write_po(body, catalog, width=0, omit_header=True, include_previous=True)
    header = header_of(tag, source or questionnaire.default_language)
    return header.encode() + body.getvalue()


def put_in(catalog: Catalog, unit: Unit) -> None:
    message = catalog.add(
        unit.source,
        unit.translation,
        context=unit.address,
        flags=["fuzzy"] if unit.state in ("draft", "stale") else [],
        auto_comments=[f"{unit.text.place} ({unit.text.part})".strip(), f"{STATE} {unit.state}"],
        previous_id=unit.before,
    )
    message.flags.discard("python-format")  # "50 % of you" is no format


def header_of(tag: str, source: str) -> str:
    known = languages.get(tag)
    lines = (
        f"Language: {known.catalogue}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {known.plural_forms}",
        f"X-Source-Language: {source}",
    )
    told = "\n".join(f'"{line}\\n"' for line in lines)
    return f'msgid ""\nmsgstr ""\n{told}\n\n'


def read(data: bytes, tag: str) -> Brought:
    """Raises NotReadable, whatever the bytes."""
    if len(data) > LARGEST_FILE:
        raise NotReadable("too_large", limit=LARGEST_FILE)
    text = decoded(data)
    catalog = parsed(text)
    if len(catalog) > MOST_ENTRIES:
        raise NotReadable("too_many", limit=MOST_ENTRIES)
    check_language(catalog, tag)
    messages = [message for message in catalog if message.id]
    return Brought(
        tuple(entry_of(each) for each in messages if not each.pluralizable),
        tuple(plural_of(each) for each in messages if each.pluralizable),
        next(iter(SOURCE.findall(text)), ""),
    )


def decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable("not_text") from error


def parsed(text: str) -> Catalog:
    # Babel makes room for as many forms as the header asks for, before any is there.
    if any(int(found[:9]) > MOST_FORMS for found in FORMS.findall(text)):
        raise NotReadable("damaged", line=0)
    try:
        return pofile.read_po(io.StringIO(text), abort_invalid=True)
    except pofile.PoFileError as error:
        raise NotReadable("damaged", line=error.lineno + 1) from error
    except Exception as error:  # Babel lets many kinds escape on damaged files
        raise NotReadable("damaged", line=0) from error


def check_language(catalog: Catalog, tag: str) -> None:
    said = str(catalog.locale_identifier or "")
    found = languages.find(said) if said else None
    if found is not None and found.tag != tag:
        raise NotReadable("other_language", tag=found.tag)


def entry_of(message: Message) -> Entry:
    text = message.string if isinstance(message.string, str) else ""
    where = str(message.lineno) if message.lineno else ""
    note = " ".join(message.user_comments)
    return Entry(message.context or "", str(message.id), text, state_in(message), where, note)


def state_in(message: Message) -> str:
    """A fuzzy text is a draft; one that is no longer fuzzy was finished by a person."""
    if message.fuzzy:
        return "draft"
    said = next(states_told(message.auto_comments), "")
    return said if said in SAID_IN_FILES and said != "draft" else ""


def states_told(comments: Iterable[str]) -> Iterator[str]:
    for comment in comments:
        if comment.startswith(STATE):
            yield comment.removeprefix(STATE).strip()


def plural_of(message: Message) -> Plural:
    singular, plural = message.id[0], message.id[1]
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return Plural(message.context or "", singular, plural, tuple(each or "" for each in forms))
