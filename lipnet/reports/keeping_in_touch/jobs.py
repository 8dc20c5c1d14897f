"""What the clock does here: it empties the inbox in batches, and erases what has had its time."""

from datetime import timedelta

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.traces import wipe
from lipnet.reports.keeping_in_touch.models import WaitingAddress
from lipnet.reports.keeping_in_touch.operations import erase_addresses, move_addresses

TEN_MINUTES = 600
AN_HOUR = 3_600
LONGEST_WAIT = timedelta(days=1)


def move(config: Config) -> None:
    """Once enough wait to be shuffled; who waits with too few others, after a whole day."""
    waiting = WaitingAddress.select().count()
    long_ago = WaitingAddress.day < clock.today() - LONGEST_WAIT
    is_due = waiting >= config.privacy.small_cell
    if is_due or WaitingAddress.select().where(long_ago).exists():
        move_addresses()
        forget_order()


def erase(config: Config) -> None:
    if erase_addresses():
        forget_order()


def forget_order() -> None:
    """Wipe the dead rows of the inbox, and of addresses that were erased or confirmed."""
    wipe(freed=("waiting_address", "kept_address", "due_letter"))
