"""Documents people take away: content in its own language, sentences in the one being spoken.

with i18n.speaking("fr"):
    paper = titled(_("Minutes of %(body)s", body=...), [Heading(1, said(_("Decisions")))])
    return answer(paper, "docx")
"""

import io
import re
from collections.abc import Mapping, Sequence

from flask import Response, send_file

from lipnet.core import i18n
from lipnet.core.multilingual import plain, tell
from lipnet.core.partnership import partnership
from lipnet.core.refusals import NotFound, Refusal
from lipnet.core.told_by_content import DOCX, PDF
from lipnet.press import Block, CannotPrint, Document, Paragraph, Run, Runs, as_docx, as_pdf

KINDS = {"docx": (as_docx, DOCX), "pdf": (as_pdf, PDF)}
PLACE = re.compile("\ue000(\\d+)\ue001")
UNNAMEABLE = re.compile(r'[\x00-\x1f\u200e\u200f\u2066-\u2069<>:"/\\|?*]+')
LONGEST_NAME = 120
TOO_LONG = i18n.lazy("This is too long for a PDF. Take the Word file instead.")


def told(texts: Mapping[str, str] | str, *, strong: bool = False) -> Runs:
    """Content as `|told` shows it: in the reader's language if it is there, else as it is."""
    if not isinstance(texts, Mapping):
        return name(texts, strong=strong)
    said = tell(texts)
    if said.asked_for:
        return (Run(said.text, strong=strong),)
    return (Run(said.text, said.tag, said.direction, strong),)


def name(text: str, *, strong: bool = False) -> Runs:
    """A name, in a language that nobody knows."""
    return (Run(str(text), dir="auto", strong=strong),)


def ltr(text: object) -> Runs:
    """Numbers, codes, addresses: read left to right inside right-to-left text."""
    return (Run(str(text), dir="ltr"),)


def said(sentence: object, *, strong: bool = False, **places: Runs) -> Runs:
    """A sentence as runs; `places` are put where it names them, each in its own language.

    said(lazy("By motion %(number)s."), number=ltr("2026-04"))
    """
    if not places:
        return (Run(str(sentence), strong=strong),)
    marks = {key: f"\ue000{number}\ue001" for number, key in enumerate(places)}
    runs = list(places.values())
    parts = PLACE.split(i18n.worded(sentence, **marks))
    words = [Run(part, strong=strong) for part in parts[::2]]
    inside = [runs[int(number)] for number in parts[1::2]]
    found = [words[0]]
    for between, after in zip(inside, words[1:], strict=True):
        found += [*between, after]
    return tuple(run for run in found if run.text)


def titled(title: str, blocks: Sequence[Block], lede: Sequence[Paragraph] = ()) -> Document:
    """A document of the partnership, in the language being spoken."""
    spoken = i18n.language()
    head = plain(partnership().name)
    return Document(title, spoken.tag, blocks, spoken.direction, organisation=head, lede=lede)


def answer(paper: Document, kind: str) -> Response:
    """The file, to be saved under its title; NotFound for a kind that is not written."""
    if kind not in KINDS:
        raise NotFound
    write, media_type = KINDS[kind]
    try:
        content = io.BytesIO(write(paper))
    except CannotPrint as error:
        raise Refusal(TOO_LONG) from error
    name = _file(paper, kind)
    response = send_file(content, media_type, as_attachment=True, download_name=name)
    response.headers["Cache-Control"] = "no-store"
    return response


def _file(paper: Document, kind: str) -> str:
    title = " ".join(UNNAMEABLE.sub(" ", paper.title).split())
    return f"{title[:LONGEST_NAME].rstrip(' .')}.{kind}"
