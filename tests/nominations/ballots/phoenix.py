"""A real server that is killed and comes back at once: `lipnet serve`, each time in a process
forked off one that has read the program already, but has opened nothing of the house.

python -m tests.nominations.ballots.phoenix CONFIG SCRATCH_FOLDER
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

from lipnet import cli, create_app
from lipnet.core import config, secrets
from tests.browser.server import Server


class Phoenix(Server):
    """Each line the nest is told lets a server fly; it answers with the number of its process."""

    def __init__(self, folder: Path, database: str = ""):
        super().__init__(folder, database)
        scratch = folder / "scratch"
        scratch.mkdir()
        with (folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", __name__, self.config, scratch],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip

    def start(self) -> None:
        self.process.stdin.write("fly\n")
        self.process.stdin.flush()
        self.flying = int(self.process.stdout.readline())
        self._wait_until_it_answers()

    def kill(self) -> None:
        os.kill(self.flying, signal.SIGKILL)

    def stop(self) -> None:
        self.process.communicate(timeout=30)  # at the end of what it is told, the nest is gone


def main(path: str, scratch: str) -> None:
    secrets.make(Path(scratch))
    create_app(config.load(None, data={"folder": scratch, "database": ""}))
    flying = 0
    for _ in sys.stdin:
        _gone(flying)
        flying = os.fork()
        if not flying:
            _serve(path)
        print(flying, flush=True)
    _gone(flying)


def _gone(flying: int) -> None:
    if flying:
        os.kill(flying, signal.SIGKILL)
        os.waitpid(flying, 0)


def _serve(path: str) -> None:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    cli.main(["--config", path, "serve"])


if __name__ == "__main__":
    main(*sys.argv[1:])
