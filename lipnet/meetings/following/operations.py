"""The verbs: choose reminders, remind, note on an action."""

from lipnet.core import clock, files
from lipnet.core.brought import Brought
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.core.text import is_web_address
from lipnet.meetings.following.models import (
    OCCASIONS,
    ActionItem,
    ActionNote,
    ActionReminder,
    ReminderChoice,
)
from lipnet.meetings.operations import finish_action
from lipnet.people.models import Person

CHOSEN = declare("meetings.reminders_chosen", lazy("%(who)s chose when to be reminded."))
REMINDED = declare("meetings.action_reminded", lazy("Whoever took this on was reminded."))
DIGESTED = declare("meetings.actions_told", lazy("Told by letter what was taken on."))
NOTED = declare("meetings.action_noted", lazy("%(who)s wrote a note on this action."))


@operation
def choose_reminders(
    person: Person, *, week_before: bool, on_the_day: bool, weekly: bool, by
) -> ReminderChoice:
    """When `person` wants a letter about what they took on; the weekly one begins next Monday."""
    choice = ReminderChoice.of(person)
    if weekly and not choice.weekly or choice.id is None:
        choice.digest_on = clock.today()
    choice.week_before, choice.on_the_day, choice.weekly = week_before, on_the_day, weekly
    choice.save()
    record(CHOSEN, person, by=by)
    return choice


@operation
def remind_of_action(action: ActionItem, person: Person, *, occasion: str, by) -> ActionReminder:
    """Note that `person` gets a letter about it now; refused if they got this one already."""
    if occasion not in OCCASIONS or not action.is_open or action.due is None:
        raise Refusal(lazy("There is nobody to remind."))
    reminder, is_new = ActionReminder.get_or_create(
        action=action, person=person, occasion=occasion, due=action.due
    )
    if not is_new:
        raise Refusal(lazy("There is nobody to remind."))
    record(REMINDED, action, by=by, person=person.id)
    return reminder


@operation
def tell_of_actions(person: Person, *, by) -> ReminderChoice:
    """Note that `person` gets the letter of this week now."""
    choice = ReminderChoice.of(person)
    if not choice.weekly or choice.digest_on >= clock.today():
        raise Refusal(lazy("There is nobody to remind."))
    choice.digest_on = clock.today()
    choice.save(only=[ReminderChoice.digest_on])
    record(DIGESTED, person, by=by)
    return choice


@operation
def note_on_action(
    action: ActionItem,
    *,
    text: str = "",
    link: str = "",
    file: Brought | None = None,
    done: bool = False,
    by,
) -> ActionNote:
    """How it stands, or what shows that it is `done`: words, a link, a file.

    Raises Refusal if there is none of them, or the link is no address of the web.
    """
    text, link = text.strip(), link.strip()
    if not (text or link or file):
        raise Refusal(lazy("Write a few words, or add a link or a file."), field="text")
    if link and not is_web_address(link):
        raise Refusal(lazy("This is not an address of the web."), field="link")
    if done:
        finish_action(action, by=by)
    note = ActionNote.create(
        action=action, text=text, link=link, on=clock.today(), by=by.id, **_kept(file)
    )
    record(NOTED, action, by=by)
    return note


def _kept(file: Brought | None) -> dict:
    if file is None:
        return {}
    stored = files.keep(file.content, file.name, file.media_type)
    return {"file": stored, "file_name": file.name[:200]}
