"""People leave addresses, say yes, and their letters are read."""

import re
from email import message_from_bytes, policy

from lipnet.core import mail
from lipnet.reports.keeping_in_touch import operations, sealing, wiring
from lipnet.reports.keeping_in_touch.models import KeptAddress, WaitingAddress
from lipnet.reports.telling.years import year_told

SITE = "https://lip.example"
AMINA = "Amina.Warsame@example.org"


def letters_written(settings) -> list:
    """The letters the job writes now, as they would reach their readers."""
    wiring.write_letters(SITE)
    folder = settings.folder / "mail"
    before = set(folder.glob("*.eml"))
    mail.send_waiting(settings)
    paths = sorted(set(folder.glob("*.eml")) - before)
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in paths]


def door_in(letter) -> str:
    """The path of the page where its reader says yes or no."""
    return re.search(SITE + r"(/told/\S+/letters/\S+)", letter.get_content())[1]


def kept(address: str, language: str = "en") -> None:
    """Left, moved and confirmed."""
    operations.leave_address(address, language)
    operations.move_addresses()
    operations.confirm_address(sealing.door_of(sealing.key_of(address)))


def sent(year: int, by) -> int:
    letter = operations.write_yearly_letter(year, {"en": "Thank you all."}, by=by)
    return operations.send_yearly_letter(letter, year_told(year), by=by)


def addresses(table=KeptAddress, order: str = "key") -> list[str]:
    """Whose they are, with the keys at hand, in an order of the engine's."""
    name = table._meta.table_name
    keys = [key for (key,) in table._meta.database.execute_sql(
        f'SELECT key FROM "{name}" ORDER BY {order}'
    ).fetchall()]  # fmt: skip
    owner = {row.key: sealing.opened(row.sealed)[0] for row in table.select()}
    return [owner[key] for key in keys]


def waiting() -> int:
    return WaitingAddress.select().count()
