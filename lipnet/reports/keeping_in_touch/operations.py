"""Addresses are left, moved in shuffled batches, confirmed and erased; the yearly letter is sent.

Leaving, moving, confirming and erasing know no actor and leave no event of their own: when somebody
left an address must not be found beside when somebody answered.
"""

import secrets as chance
from datetime import timedelta

from lipnet.core import clock, i18n
from lipnet.core.db import hold
from lipnet.core.events import THE_PROGRAM, anonymous_operation, declare, operation, record
from lipnet.core.i18n import format_day, lazy
from lipnet.core.partnership import partnership
from lipnet.core.refusals import Refusal
from lipnet.reports.keeping_in_touch import public_words, sealing
from lipnet.reports.keeping_in_touch.models import (
    CONFIRM_WITHIN,
    DueLetter,
    KeptAddress,
    WaitingAddress,
    YearlyLetter,
    last_day_of_kept,
)
from lipnet.reports.telling.years import YearTold

ASKED = declare("reports.asked_to_confirm", lazy("A letter asks whether an address wants letters."))
WRITTEN = declare("reports.letter_written", lazy("%(who)s wrote the letter of the year."))
SENT = declare("reports.letter_sent", lazy("%(who)s sent the letter of the year."))
ON_ITS_WAY = declare("reports.letter_on_its_way", lazy("The letter of the year goes to somebody."))
FORGOTTEN = declare(
    "reports.address_forgotten", lazy("%(who)s erased an address because somebody asked for it.")
)
MOST_WAITING, MOST_KEPT = 2_000, 50_000
DELIVERED_WITHIN = timedelta(days=4)  # letters are not tried for longer (core/mail.py)


@anonymous_operation
def leave_address(address: str, language: str) -> None:
    """Put it into the inbox; twice is once. Raises Refusal if it is none, or too many wait."""
    if not sealing.fits(address):
        raise Refusal(public_words.TOO_LONG, field="email")
    if language not in i18n.catalogues():
        raise Refusal(public_words.NO_PAGES, field="language")
    waiting, kept = WaitingAddress.select().count(), KeptAddress.select().count()
    if waiting >= MOST_WAITING or kept >= MOST_KEPT:
        raise Refusal(public_words.FULL)
    WaitingAddress.insert(
        key=sealing.key_of(address), sealed=sealing.seal(address, language), day=clock.today()
    ).on_conflict_ignore().execute()


@anonymous_operation
def move_addresses() -> int:
    """Empty the inbox in shuffled order, and ask each new address by a letter; how many moved.

    Who is kept already gets no second letter: neither a stranger nor impatience can send more than
    one in two weeks.
    """
    rows = list(WaitingAddress.select())
    chance.SystemRandom().shuffle(rows)
    kept = {row.key for row in KeptAddress.select(KeptAddress.key)}
    for row in rows:
        if row.key not in kept:
            _keep(row)
    WaitingAddress.delete().execute()
    return len(rows)


@anonymous_operation
def confirm_address(door: str) -> bool:
    """Letters may go there; whether the address is (still) known."""
    row = {"confirmed": True, "until": last_day_of_kept()}
    return bool(KeptAddress.update(**row).where(_behind(door)).execute())


@anonymous_operation
def forget_by_door(door: str) -> None:
    KeptAddress.delete().where(_behind(door)).execute()


@anonymous_operation
def forget_refused(due: str) -> None:
    """A mail server says that there is no such address."""
    mine = DueLetter.select(DueLetter.address).where(DueLetter.key == due)
    KeptAddress.delete().where(KeptAddress.key.in_(mine)).execute()


@anonymous_operation
def erase_addresses() -> int:
    """Erase what has passed its last day; of letters, to whom they went."""
    DueLetter.delete().where(DueLetter.until < clock.today()).execute()
    return KeptAddress.delete().where(KeptAddress.until < clock.today()).execute()


@operation
def write_yearly_letter(fiscal_year: int, words: dict[str, str], *, by) -> YearlyLetter:
    """The coordinator's own words, in as many languages as there are. Refused once it is sent."""
    letter, _ = YearlyLetter.get_or_create(fiscal_year=fiscal_year, defaults={"words": {}})
    _check_not_sent(hold(letter))
    letter.words = words
    letter.save(only=[YearlyLetter.words])
    record(WRITTEN, letter, by=by)
    return letter


@operation
def send_yearly_letter(letter: YearlyLetter, told: YearTold, *, by) -> int:
    """Send it to every confirmed address, in shuffled order; to how many.

    Raises Refusal if it is sent, if nothing is told of the year, or if the last letter of any year
    is less than a year old.
    """
    letter = hold(letter)
    _check_not_sent(letter)
    _check_a_year_has_passed()
    if not told.heard:
        raise Refusal(lazy("Nothing is told of this year yet, so there is nothing to write."))
    letter.sent_on, letter.sent_in, letter.sent_by = clock.today(), clock.today().year, by.id
    letter.save(only=[YearlyLetter.sent_on, YearlyLetter.sent_in, YearlyLetter.sent_by])
    record(SENT, letter, by=by)
    addresses = list(KeptAddress.standing())
    chance.SystemRandom().shuffle(addresses)
    for address in addresses:
        _send(ON_ITS_WAY, address, letter, heard=len(told.heard), tally=told.tally)
    return len(addresses)


@operation
def forget_address(address: str, *, by) -> None:
    """Erase it because its owner asked; nobody is told whether it was there."""
    key = sealing.key_of(address)
    KeptAddress.delete().where(KeptAddress.key == key).execute()
    WaitingAddress.delete().where(WaitingAddress.key == key).execute()
    record(FORGOTTEN, partnership(), by=by)


def _keep(row: WaitingAddress) -> None:
    address = KeptAddress.create(
        key=row.key,
        door=sealing.hash_of(sealing.door_of(row.key)),
        sealed=row.sealed,
        until=clock.today() + CONFIRM_WITHIN,
    )
    _send(ASKED, address, None)


def _send(code: str, address: KeptAddress, letter: YearlyLetter | None, **particulars) -> None:
    due = DueLetter.create(
        key=chance.token_hex(32),
        address=address,
        letter=letter,
        until=clock.today() + DELIVERED_WITHIN,
    )
    record(code, due, by=THE_PROGRAM, **particulars)


def _behind(door: str):
    return (KeptAddress.door == sealing.hash_of(door)) & (KeptAddress.until >= clock.today())


def _check_not_sent(letter: YearlyLetter) -> None:
    if letter.is_sent:
        raise Refusal(lazy("This letter was sent. It stays as it is."))


def _check_a_year_has_passed() -> None:
    day = YearlyLetter.may_be_sent_from()
    if day and clock.today() < day:
        raise Refusal(
            lazy(
                "People were promised at most one letter a year. "
                "The next can be sent from %(day)s.",
                day=format_day(day),
            )
        )
