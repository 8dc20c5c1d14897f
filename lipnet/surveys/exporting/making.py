"""From an order to a file: written row by row, counted, and only then said to be done."""

import errno
import logging
import time
from collections.abc import Iterable
from contextlib import closing
from typing import BinaryIO

from lipnet.core import i18n, jobs
from lipnet.core.events import THE_PROGRAM
from lipnet.core.giving_way import step_aside
from lipnet.questionnaire.repeats import repeats_of
from lipnet.sheets.streamed import TooLarge
from lipnet.surveys.exporting import claiming, pack, shelf
from lipnet.surveys.exporting.columns import Layout, laid_out
from lipnet.surveys.exporting.lines import jsonl_into, names_left_out
from lipnet.surveys.exporting.models import PACK, Export
from lipnet.surveys.exporting.operations import fail_export, finish_export
from lipnet.surveys.exporting.reading import Answered, Snapshot, snapshot_of
from lipnet.surveys.exporting.spss import Numbers, spss_into
from lipnet.surveys.exporting.tables import csv_into
from lipnet.surveys.exporting.worded import Worder
from lipnet.surveys.exporting.words import spoken_in
from lipnet.surveys.exporting.workbooks import xlsx_into
from lipnet.surveys.frozen import questionnaire_of

LOOK_UP_EVERY = 500  # rows
TELL_EVERY = 1.0  # seconds
A_FEW = 20  # rows
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

log = logging.getLogger("lipnet.exports")


class RowsMissing(Exception):
    """Other than as many rows were written as there are answers."""


class Stopped(Exception):
    """The program is told to end, and does not wait for a file."""


def make(export: Export) -> bool:
    """Make the file of an order that was claimed; False if it failed, which stands on it."""
    if export.attempts > claiming.MOST_ATTEMPTS:
        return _failed(export, "interrupted")
    try:
        finish_export(export, _written(export), by=THE_PROGRAM)
    except claiming.Lost:
        log.info("export %s is nobody's order any more", export.id)
        if not Export.select().where(Export.id == export.id).exists():
            shelf.forget(export.name)
        return False
    except Stopped:
        claiming.give_back(export)
        return False
    except RowsMissing:
        return _failed(export, "rows_missing")
    except TooLarge:
        return _failed(export, "too_large")
    except Exception as error:
        log.exception("export %s failed", export.id)
        is_full = isinstance(error, OSError) and error.errno in NO_ROOM
        return _failed(export, "no_room" if is_full else "broken")
    return True


def _failed(export: Export, why: str) -> bool:
    fail_export(export, why, by=THE_PROGRAM)
    return False


def _written(export: Export) -> int:
    """Write the draft; returns how many rows it has, which is as many as there are answers."""
    with shelf.begin(export.name) as file:
        if export.kind == PACK:
            return pack.write(file, export.version, lambda *far: claiming.tell(export, *far))
        with snapshot_of(export.version) as snapshot, i18n.speaking(spoken_in(export.language)):
            total = snapshot.count()
            claiming.tell(export, 0, total)
            with closing(snapshot.rows()) as rows, _writer(export, file, snapshot) as put:
                written = _put_all(export, total, rows, put)
    if written != total:
        raise RowsMissing
    claiming.tell(export, written, total)
    return written


def _put_all(export: Export, total: int, rows: Iterable[Answered], put) -> int:
    """Write every row; returns how many. How far it is gets told about once a second."""
    written, told = 0, time.monotonic()
    for written, answered in enumerate(rows, 1):
        put(answered)
        if written % A_FEW == 0:
            step_aside()
        if written % LOOK_UP_EVERY == 0 and time.monotonic() - told > TELL_EVERY:
            claiming.tell(export, written, total)
            told = time.monotonic()
            if jobs.are_ending():
                raise Stopped
    return written


def _writer(export: Export, file: BinaryIO, snapshot: Snapshot):
    read = questionnaire_of(export.version)
    if export.kind == "jsonl":
        left_out = names_left_out(read, export.with_identity)
        return jsonl_into(file, export.version.number, left_out)
    worder = Worder(read, export.wording, export.language or read.default_language)
    if export.kind == "spss":
        numbers = Numbers(read)
        return spss_into(file, _layout(export, snapshot, numbers.maker, {}), numbers, worder)
    layout = _layout(export, snapshot, worder.maker, worder.about())
    headings = worder.headings(layout)
    if export.kind == "csv":
        return csv_into(file, layout, headings)
    return xlsx_into(file, layout, headings, read)


def _layout(export: Export, snapshot: Snapshot, maker, about) -> Layout:
    read = questionnaire_of(export.version)
    return laid_out(
        read,
        maker,
        snapshot.most_members(repeats_of(read)),
        number=export.version.number,
        about={"language": {}, "mode": {}, **about},
        with_identity=export.with_identity,
    )
