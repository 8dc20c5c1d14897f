"""Runs the reader of documents in a process of its own: any file may be hostile."""

import json
from dataclasses import asdict
from pathlib import Path

from lipnet.apart import SECONDS, Stopped, run_apart
from lipnet.documents.document import Document, Limits, Unreadable

READERS = {"docx": "reader.py", "pdf": "reader.py", "html": "page_reader.py"}


def read_guarded(data: bytes, kind: str, limits: Limits) -> Document:
    """The document in these bytes ("docx", "pdf" or UTF-8 "html"); raises Unreadable."""
    reader = Path(__file__).with_name(READERS[kind])
    try:
        answer = json.loads(run_apart(reader, kind, json.dumps(asdict(limits)), given=data))
    except Stopped as error:
        limit = SECONDS if error.of == "seconds" else limits.unpacked
        raise Unreadable("too_much", what=error.of, limit=limit) from error
    if "code" in answer:
        raise Unreadable(answer["code"], **answer["particulars"])
    return Document(answer["text"], kind, tuple(answer.get("steps", ())))
