"""The real server process in an empty house, and the letters it sends."""

import email
import email.policy
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.ports import free_port

LIPNET = [sys.executable, "-c", "from lipnet.cli import main; main()"]
COORDINATOR = ("Alice Moreau", "alice@example.org", "a quiet lake at dawn")


class Server:
    """`lipnet serve` as an operator starts it, with its data in `folder`, its tables at `database`
    (by default in the folder, too). `post`: lines of its configuration about a mail server, which
    keeps what it gets in `mailbox`; without, the program writes letters there."""

    def __init__(self, folder: Path, database: str = "", post: str = ""):
        self.folder, self.port = folder, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.config = folder / "config.toml"
        self.data = folder / "data"
        folder.mkdir(parents=True, exist_ok=True)
        self.config.write_text(
            f'[site]\naddress = "{self.address}"\n'
            f'[data]\nfolder = "{self.data}"\ndatabase = "{database}"\n'
            f"[server]\nport = {self.port}\ndevelopment = true\n{post}"
        )
        self.mailbox = self.data / "mail"
        self.process: subprocess.Popen | None = None

    def command(self, *words: str) -> str:
        done = subprocess.run(
            [*LIPNET, "--config", self.config, *words], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        log = (self.folder / "log").open("wb")
        self.process = subprocess.Popen(
            [*LIPNET, "--config", self.config, "serve"], stdout=log, stderr=log
        )
        log.close()
        self._wait_until_it_answers()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)

    def letter_to(self, address: str, says: str) -> str:
        """The text of a letter to `address` that holds `says`; the jobs bring it in seconds."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            for text in self._letters_to(address):
                if says in text:
                    return text
            time.sleep(0.2)
        raise AssertionError(f"no letter to {address} says {says!r}: {self._letters_to(address)}")

    def link_to(self, address: str, path: str) -> str:
        """The one-time address below `path` in a letter to `address`."""
        letter = self.letter_to(address, path)
        return re.search(rf"{re.escape(self.address)}{path}\S+", letter).group()

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8")

    def _letters_to(self, address: str) -> list[str]:
        letters = [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted(self.mailbox.glob("*.eml"))
        ]
        texts = [each.get_body(("plain",)) for each in letters if address in each["To"]]
        return [text.get_content() for text in texts]

    def _wait_until_it_answers(self) -> None:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{self.address}/healthz", timeout=5).close()
                return
            except OSError:
                assert self.process.poll() is None, self.log()
                time.sleep(0.1)
        raise AssertionError("the server did not start")


def empty_house(folder: Path, database: str = "", post: str = "") -> Server:
    """A server on an empty house where only the coordinator can sign in."""
    server = Server(folder, database, post)
    server.command("migrate")
    name, address, password = COORDINATOR
    server.command("add-coordinator", name, address, "--password", password)
    server.start()
    return server
