"""Runs the reader of documents in a process of its own.

A few bytes can unpack to gigabytes, a pdf can lead its reader in circles, and a page of HTML can be
nested until the parser gives up. There it costs one failed upload; here it would cost the server.
"""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from lipnet.documents.document import Document, Limits, Unreadable

READERS = {"docx": "reader.py", "pdf": "reader.py", "html": "page_reader.py"}
SECONDS = 30


def read_guarded(data: bytes, kind: str, limits: Limits) -> Document:
    """The document in these bytes ("docx", "pdf" or UTF-8 "html"); raises Unreadable."""
    reader = Path(__file__).with_name(READERS[kind])
    command = [sys.executable, "-I", str(reader), kind, json.dumps(asdict(limits))]
    try:
        # Nothing of the upload is on the command line; it goes in as standard input.
        run = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too_much", what="seconds", limit=SECONDS) from error
    if run.returncode < 0:
        raise Unreadable("too_much", what="memory", limit=limits.unpacked)
    if run.returncode > 0:
        raise RuntimeError(run.stderr.decode("utf-8", "replace"))
    answer = json.loads(run.stdout)
    if "code" in answer:
        raise Unreadable(answer["code"], **answer["particulars"])
    return Document(answer["text"], kind, tuple(answer.get("steps", ())))
