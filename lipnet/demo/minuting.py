"""The latest minutes of the council: put right once, commented on, in part confidential; and those
that everybody may read."""

from datetime import timedelta

from lipnet.demo.texts import both
from lipnet.meetings import operations as meetings
from lipnet.meetings.minuting import operations as minuting

LEAVE = ("A leave in the office", "Un congé au bureau")
GRANTED = (
    "Six months of leave are granted from January; the work is shared in the office.",
    "Un congé de six mois est accordé à compter de janvier ; le travail est réparti au bureau.",
)
VAN = (
    "Without the late bus, shared rides must be found for some 60 people. The greenhouses lend a "
    "van from Monday to Friday.",
    "Sans l'autobus du soir, il faut trouver un retour partagé pour une soixantaine de "
    "personnes. Les serres prêtent une fourgonnette du lundi au vendredi.",
)


def on_their_way(scene) -> None:
    """Sent round, taken back, put right, sent round again; two members comment."""
    meeting, noor = scene.meetings["lately"], scene.noor
    with scene.on(meeting.on + timedelta(days=5)):
        meetings.take_back_minutes(meeting, by=noor)
        _put_right(meeting, noor)
        meetings.circulate_minutes(meeting, by=noor)
    with scene.on(meeting.on + timedelta(days=6)):
        _comments(scene, meeting)
    first = min(
        (one for one in scene.bodies["council"].meetings if one.adoption), key=lambda one: one.on
    )
    with scene.on(meeting.on + timedelta(days=7)):
        minuting.open_minutes(scene.bodies["council"], by=noor)
        minuting.publish_minutes(first, by=noor)


def _put_right(meeting, noor) -> None:
    rides = next(item for item in meeting.agenda() if "bus" in str(item.notes.get("en", "")))
    meetings.write_notes(rides, both(*VAN), by=noor)
    leave = meetings.put_on_agenda(meeting, both(*LEAVE), purpose="decision", by=noor)
    meetings.move_item(leave, places=-1, by=noor)
    meetings.decide(meeting, both(*GRANTED), item=leave, by=noor)
    minuting.keep_confidential(leave, "It is about somebody who works in the office.", by=noor)


def _comments(scene, meeting) -> None:
    action, decision = meeting.actions[0], meeting.decisions[0]
    joost, colleen = scene.people["joost"], scene.people["colleen"]
    answered = minuting.comment_on_minutes(
        meeting, joost, "I can do it by the end of the month, not earlier.",
        about="action", about_id=action.id, by=joost,
    )  # fmt: skip
    minuting.answer_comment(
        answered, "left", because="That is the day that stands there.", by=scene.noor
    )
    minuting.comment_on_minutes(
        meeting, colleen, "The survey goes to members of the Chamber and to other employers.",
        about="decision", about_id=decision.id, by=colleen,
    )  # fmt: skip
