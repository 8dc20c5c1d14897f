"""Letters: written by a job that reads the event log, in each reader's language."""

import logging
import smtplib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path

import peewee

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.db import Base, MomentField, db
from lipnet.core.events import Event
from lipnet.core.i18n import speaking

GIVE_UP_AFTER = 60  # tries, which is more than two days
LATEST = timedelta(days=3)
AT_ONCE = 200
FIRST_WAIT = timedelta(seconds=15)  # and twice as long after each further try, up to an hour
LONGEST_WAIT = timedelta(hours=1)
log = logging.getLogger("lipnet.mail")


@dataclass(frozen=True)
class Invite:
    """An entry for the reader's calendar that comes with a letter (core/ical.py)."""

    method: str
    text: str


@dataclass(frozen=True)
class Letter:
    """One letter to one person, already worded in `language`. `leave`: a page where the reader asks
    for no more; mail programs offer it as a button (RFC 8058)."""

    to: str
    language: str
    subject: str
    body: str
    invite: Invite | None = None
    leave: str = ""


class Delivery(Base):
    """That the letters of an event went out, or how often it was tried."""

    event = peewee.ForeignKeyField(Event, unique=True, on_delete="CASCADE")
    tries = peewee.IntegerField(default=0)
    last_tried_at = MomentField()
    done_at = MomentField(null=True)

    class Meta:
        table_name = "delivery"


_writers: dict[str, Callable[[Event], Iterable[Letter]]] = {}
_told_of_refusals: dict[str, Callable[[Event, str], None]] = {}


def on_event(
    code: str,
    writer: Callable[[Event], Iterable[Letter]],
    refused: Callable[[Event, str], None] | None = None,
) -> None:
    """Register who writes the letters that follow an event.

    `refused(event, reason)` is told if the server refuses the recipient for good, in its own
    words; then the letter is not tried again.
    """
    _writers[code] = writer
    if refused is not None:
        _told_of_refusals[code] = refused


def letter(
    to: str,
    language: str,
    words: Callable[[], tuple[str, str]],
    invite: Callable[[], Invite] | None = None,
    leave: str = "",
) -> Letter:
    """A letter whose words() -> (subject, body) are called in the reader's language, and so is
    invite(), if an entry for the calendar comes with it."""
    with speaking(language):
        subject, body = words()
        entry = invite() if invite else None
    return Letter(to, language, str(subject), str(body), entry, leave)


def send_waiting(config: Config) -> int:
    """Send the letters of events not yet delivered; returns how many events were done.

    A crash loses nothing: an event counts as delivered only after its letters were handed over.
    """
    due = [event for event in _waiting() if _is_due(event)]
    return sum(_deliver(event, config) for event in due[:AT_ONCE])


def _waiting() -> list[Event]:
    return list(
        Event.select(Event, Delivery)
        .join(Delivery, peewee.JOIN.LEFT_OUTER, attr="tried")
        .where(
            Event.code.in_(list(_writers)),
            Event.at > clock.now() - LATEST,
            Delivery.done_at.is_null(),
            Delivery.tries.is_null() | (Delivery.tries < GIVE_UP_AFTER),
        )
        .order_by(Event.id)
    )


def _is_due(event: Event) -> bool:
    """Whether it was not tried yet, or long enough ago."""
    tried = getattr(event, "tried", None)
    if tried is None or tried.tries is None:
        return True
    doubled = min(tried.tries - 1, 8)
    return clock.now() >= tried.last_tried_at + min(FIRST_WAIT * 2**doubled, LONGEST_WAIT)


def _deliver(event: Event, config: Config) -> bool:
    """Whatever spoils one event's letters, the next event's are sent."""
    try:
        try:
            send(list(_writers[event.code](event)), config)
        except smtplib.SMTPRecipientsRefused as refusal:
            _tell_of_refusal(event, refusal)
    except smtplib.SMTPRecipientsRefused:  # its words hold the address, which stays out of the log
        log.warning("letters for %s were refused for now and will be tried again", event.code)
        _note(event, done=False)
        return False
    except Exception:
        log.exception("letters for %s could not be sent and will be tried again", event.code)
        _note(event, done=False)
        return False
    _note(event, done=True)
    return True


def _tell_of_refusal(event: Event, refusal: smtplib.SMTPRecipientsRefused) -> None:
    """Tell who asked to know of a recipient refused for good (5xx); else it is tried again."""
    for code, reason in refusal.recipients.values():
        if code < 500 or event.code not in _told_of_refusals:
            raise refusal
        _told_of_refusals[event.code](event, f"{code} {reason.decode('utf-8', 'replace')}")


def _note(event: Event, *, done: bool) -> None:
    with db.atomic():
        row, _ = Delivery.get_or_create(event=event, defaults={"last_tried_at": clock.now()})
        row.tries += 1
        row.last_tried_at = clock.now()
        row.done_at = clock.now() if done else None
        row.save()


def send(letters: list[Letter], config: Config) -> None:
    """Hand `letters` to the SMTP server, or write them as .eml files where none is configured."""
    messages = [_message(letter, config) for letter in letters]
    if config.mail.server:
        _hand_over(messages, config)
    else:
        _write_files(messages, config.folder / "mail")


def _message(letter: Letter, config: Config) -> EmailMessage:
    message = EmailMessage()
    message["From"] = config.mail.sender
    message["To"] = letter.to
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = make_msgid(domain=config.mail.sender.partition("@")[2] or None)
    message["Auto-Submitted"] = "auto-generated"
    if letter.leave:
        message["List-Unsubscribe"] = f"<{letter.leave}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.body)
    if letter.invite:
        _attach(message, letter.invite)  # before the language, which would go into a part with it
    message["Content-Language"] = letter.language
    return message


def _attach(message: EmailMessage, invite: Invite) -> None:
    """As RFC 6047 asks: the method stands in the type as well."""
    message.add_attachment(
        invite.text.encode(), maintype="text", subtype="calendar", filename="meeting.ics",
        params={"method": invite.method, "charset": "utf-8"},
    )  # fmt: skip


def _hand_over(messages: list[EmailMessage], config: Config) -> None:
    with smtplib.SMTP(config.mail.server, config.mail.port, timeout=20) as server:
        if config.mail.starttls:
            server.starttls()
        if config.mail.username:
            server.login(config.mail.username, config.mail.password)
        for message in messages:
            server.send_message(message)


def _write_files(messages: list[EmailMessage], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for message in messages:
        stamp = clock.now().strftime("%Y%m%d-%H%M%S")
        name = f"{stamp}-{message['Message-ID'].strip('<>').split('@')[0]}.eml"
        (folder / name).write_bytes(bytes(message))
