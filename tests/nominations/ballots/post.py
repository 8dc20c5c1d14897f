"""A real SMTP server that keeps every letter it was handed, with what stood on the envelope."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from aiosmtpd.controller import Controller

from tests.ports import free_port


class Mailbox:
    def __init__(self, folder: Path):
        self.folder, self.numbers = folder, count(1)
        folder.mkdir()

    async def handle_DATA(self, _server, _session, envelope) -> str:
        """A letter that can be found is a whole one."""
        name = f"{next(self.numbers):04}"
        sides = [envelope.mail_from, *envelope.rcpt_tos]
        (self.folder / f"{name}.envelope").write_text("\n".join(sides), "utf-8")
        (self.folder / f"{name}.part").write_bytes(envelope.content)
        (self.folder / f"{name}.part").rename(self.folder / f"{name}.eml")
        return "250 OK"


@contextmanager
def post_office(folder: Path) -> Iterator[str]:
    """Gives what a house writes into its configuration to send its letters there."""
    office = Controller(Mailbox(folder), hostname="127.0.0.1", port=free_port())
    office.start()
    try:
        yield f'[mail]\nserver = "127.0.0.1"\nport = {office.port}\nstarttls = false\n'
    finally:
        office.stop()
