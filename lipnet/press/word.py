"""A document as a Word file: real headings and lists, each language named, right to left."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.shared import Emu, Mm
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from lipnet.press import word_marks as marks
from lipnet.press.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Labelled,
    Paragraph,
    Quotation,
    Runs,
    Table,
    clean,
    in_order,
    says,
)
from lipnet.press.voice import Voice, pieces_of, voice_of
from lipnet.press.word_lists import Lists
from lipnet.press.word_styles import LABELS, WASH, dress, introduce, tone

LINE = Mm(216 - 50)  # letter paper between its margins


def as_docx(document: Document) -> bytes:
    written = _Written(document)
    stream = io.BytesIO()
    written.word.save(stream)
    return stream.getvalue()


class _Written:
    """The file as it grows, block by block."""

    def __init__(self, document: Document) -> None:
        self.word: WordDocument = docx.Document()
        self.around: Voice = (document.lang, document.dir)
        self.lists = Lists(self.word)
        dress(self.word, document)
        if document.organisation:
            introduce(self.add(says(clean(document.organisation)), "Organisation", self.around))
        self.add(says(document.title), "Title", self.around)
        for paragraph in document.lede:
            self.paragraph(paragraph, self.around)
        for block, level in in_order(document.blocks):
            self.block(block, level)

    def block(self, block: Block, level: int) -> None:
        voice = voice_of(block, self.around)
        match block:
            case Heading():
                self.add(block.runs, f"Heading {level}", voice)
            case Paragraph():
                self.paragraph(block, self.around)
            case Bullets():
                self.bullets(block, voice, 0)
            case Table():
                self.table(block, voice)
            case Labelled():
                self.labelled(block, voice)
            case Quotation():
                for each in block.paragraphs:
                    self.paragraph(each, voice, "Quote")
                if block.source:
                    self.add(block.source, "Source", voice)

    def paragraph(self, paragraph: Paragraph, around: Voice, style: str = "") -> WordParagraph:
        tones = {"quiet": "Quiet", "strong": "Said strongly", "": "Normal"}
        voice = voice_of(paragraph, around)
        return self.add(paragraph.runs, style or tones[paragraph.tone], voice)

    def bullets(self, bullets: Bullets, voice: Voice, depth: int) -> None:
        number = self.lists.begin(bullets.numbered)
        for item in bullets.items:
            for place, part in enumerate(item):
                if isinstance(part, Bullets):
                    self.bullets(part, voice_of(part, voice), depth + 1)
                else:
                    added = self.paragraph(part, voice, "List Paragraph")
                    self.lists.put(added, number if place == 0 else None, depth)

    def labelled(self, labelled: Labelled, voice: Voice) -> None:
        """Each label in front of a tab; what belongs to it stands on one edge."""
        for label, paragraphs in labelled.pairs:
            named = tuple(replace(run, strong=True) for run in label)
            added = self.add(named, LABELS, voice)
            for place, paragraph in enumerate(paragraphs):
                if place:
                    added = self.add((), LABELS, voice)
                added.add_run("\t")
                before = len(added.runs)
                self.write(added, paragraph.runs, voice_of(paragraph, voice))
                for run in added.runs[before:]:
                    tone(run, paragraph.tone)
                added.paragraph_format.keep_with_next = place + 1 < len(paragraphs)

    def table(self, table: Table, voice: Voice) -> None:
        if table.caption:
            self.add(table.caption, "Caption", voice)
        made: WordTable = self.word.add_table(0, len(table.head))
        marks.set_table(made, table, voice)
        for column, share in zip(made.columns, table.shares, strict=True):
            column.width = Emu(int(LINE * share))  # what LibreOffice goes by; Word asks the cells
        for row in (table.head, *table.rows):
            self.row(made, table, row, voice)
        if made.rows:
            marks.repeat_header(made.rows[0])
        self.word.add_paragraph(style="After a table")

    def row(self, made: Any, table: Table, cells: Sequence[Runs], voice: Voice) -> None:
        is_head = cells is table.head
        added = made.add_row()
        marks.keep_whole(added)
        places: Sequence[_Cell] = added.cells
        for cell, runs, share in zip(places, cells, table.shares, strict=False):
            cell.width = Emu(int(LINE * share))
            if is_head:
                marks.tint(cell, WASH)
            paragraph = cell.paragraphs[0]
            paragraph.style = "Table head" if is_head else "Table cell"
            marks.turn(paragraph, voice)
            self.write(paragraph, runs, voice)

    def add(self, runs: Runs, style: str, voice: Voice) -> WordParagraph:
        added = self.word.add_paragraph(style=style)
        marks.turn(added, voice)
        self.write(added, runs, voice)
        return added

    def write(self, paragraph: WordParagraph, runs: Runs, voice: Voice) -> None:
        for piece in pieces_of(runs, voice):
            marks.add_piece(paragraph, piece, voice[1])
