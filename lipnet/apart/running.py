"""Runs a script in a process of its own, with limits.

A few bytes can unpack to gigabytes, name the far corner of a sheet, lead a reader in circles or
stop compiled code dead. There it costs one file; here it would cost the server. How much memory it
may take each script says of itself, since it knows nothing of this program.
"""

import subprocess
import sys
from pathlib import Path
from typing import Literal

SECONDS = 30


class Stopped(Exception):
    """The script took more than it may have."""

    def __init__(self, of: Literal["seconds", "memory"]) -> None:
        super().__init__(of)
        self.of = of


class Broken(RuntimeError):
    """The script failed, with what it said: a fault of ours."""


def run_apart(script: Path, *arguments: str, given: bytes) -> bytes:
    """What the script answers to what is given; raises Stopped, or Broken."""
    command = [sys.executable, "-I", str(script), *arguments]
    try:
        # Nothing of a file is on the command line; it goes in as standard input.
        run = subprocess.run(command, input=given, capture_output=True, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Stopped("seconds") from error
    if run.returncode < 0:
        raise Stopped("memory")
    if run.returncode > 0:
        raise Broken(run.stderr.decode("utf-8", "replace"))
    return run.stdout
