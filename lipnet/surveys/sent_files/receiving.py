"""The files in the form that sends everything: each taken, or a problem of its question."""

from dataclasses import dataclass, field

from flask import request
from werkzeug.datastructures import FileStorage

from lipnet.questionnaire.answering import Problem
from lipnet.surveys.fields import PREFIX
from lipnet.surveys.models import Survey
from lipnet.surveys.sent_files import keeping
from lipnet.surveys.sent_files.kinds import MOST_BYTES, NotTaken, SentFile, taken

LARGEST_FORM = 60_000_000  # a file that is a little too large is told so, and costs no answer


@dataclass
class Received:
    """By slot."""

    files: dict[str, SentFile] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def some_were_sent(self) -> bool:
        return bool(self.files or self.problems)


def received(survey: Survey, asked: dict[str, str]) -> Received:
    """`asked`: slot -> kind of file, of every question that asks for one now."""
    found, problems = Received(), []
    for slot, kind in asked.items():
        sent = request.files.get(PREFIX + slot)
        if sent is None or not sent.filename:
            continue
        try:
            found.files[slot] = _taken(survey, sent, kind)
        except NotTaken as reason:
            problems.append(Problem(slot, reason.code, reason.particulars))
    found.problems = tuple(problems)
    return found


def _taken(survey: Survey, sent: FileStorage, kind: str) -> SentFile:
    """One byte more than may be is read, and no more."""
    file = taken(sent.stream.read(MOST_BYTES + 1), kind)
    if not keeping.has_room(survey, len(file.content)):
        raise NotTaken("file_no_room")
    return file
