"""What was kept becomes records: by the verbs of meetings where these know such a thing."""

from collections.abc import Callable

from lipnet.core import clock
from lipnet.core.forms import content_languages
from lipnet.core.i18n import gettext, speaking
from lipnet.core.refusals import Refusal
from lipnet.groups.models import people_of
from lipnet.meetings import operations
from lipnet.meetings.bringing.desk import day_of
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.models import Attendance, Meeting
from lipnet.meetings.words import RESULT_WORDS
from lipnet.people.models import Organisation, Person

ORDER = ("attendee", "decision", "action", "text")


class NotRecorded(Refusal):
    """One proposal cannot be recorded like this; `key` is its."""

    def __init__(self, key: str, no: Refusal):
        super().__init__(no.reason, field=no.field)
        self.key = key


class Recorder:
    """Records one desk into one meeting; nothing of it stands if anything cannot be recorded."""

    def __init__(self, brought: BroughtMinutes, meeting: Meeting, *, by):
        self.brought, self.meeting, self.by = brought, meeting, by
        self.tag = tag_for(brought.desk["language"])
        self.members = {person.id for person in people_of(meeting.body, meeting.on)}
        self.words: list[str] = []

    @staticmethod
    def make_meeting(brought: BroughtMinutes) -> Meeting:
        """A meeting that is over: nobody is called to it, so no letter goes out."""
        values, tag = brought.proposal("meeting")["values"], tag_for(brought.desk["language"])
        with speaking(tag):
            somewhere = gettext("See the original minutes")
        return Meeting.create(
            body=brought.body, on=day_of(values["on"]), starts_at=values["starts_at"],
            place=values["place"].strip() or somewhere, languages=[tag], called_at=clock.now(),
        )  # fmt: skip

    def record_all(self) -> None:
        for kind in ORDER:
            for proposal in _kept(self.brought, kind):
                try:
                    RECORDERS[kind](self, proposal)
                except Refusal as no:
                    raise NotRecorded(proposal["key"], no) from no
        self._write()
        if self.meeting.held_at is None:
            self.meeting.held_at = clock.now()
            self.meeting.save(only=["held_at"])

    def attendee(self, proposal: dict) -> None:
        """A seat on that day is not asked of those whom the minutes name: what is written here
        may begin later than the minutes."""
        values = proposal["values"]
        person, status = _person(values["person"]), values["status"]
        stands_for = _person(values["stands_for"])
        if person and person.id in self.members and status in ("present", "regrets", "absent"):
            operations.record_attendance(self.meeting, {person: status}, by=self.by)
        elif person and self._is_there(person):
            return
        elif stands_for and stands_for.id in self.members and status == "present":
            operations.add_attendee(
                self.meeting, status="alternate", person=person,
                name="" if person else values["name"], alternate_for=stands_for, by=self.by,
            )  # fmt: skip
        else:
            name = "" if person else values["name"].strip()
            place = (
                stands_for if status == "present" and self._is_free(stands_for, person) else None
            )
            Attendance.create(
                meeting=self.meeting, person=person, name=name, status=status, alternate_for=place
            )

    def decision(self, proposal: dict) -> None:
        values = proposal["values"]
        if values["as"] == "motion":
            operations.move_motion(
                self.meeting, {self.tag: values["text"]}, mover=_person(values["mover"]),
                seconder=_person(values["seconder"]), result=values["result"],
                because=[self.brought], by=self.by,
            )  # fmt: skip
        elif values["as"] == "decision":
            text = {self.tag: self._told(proposal)}
            operations.decide(self.meeting, text, because=[self.brought], by=self.by)
        else:
            self.words.append(self._told(proposal))

    def action(self, proposal: dict) -> None:
        """What nobody we know took on, or of which it is not known what became, stays words."""
        values = proposal["values"]
        if not values["owner"] or values["became"] == "words":
            self.words.append(self._promised(proposal))
            return
        action = operations.take_action(
            self.meeting, {self.tag: values["text"]}, owner=_person(values["owner"]),
            owner_organisation=_organisation(values["owner"]), due=day_of(values["due"]),
            because=[self.brought], by=self.by,
        )  # fmt: skip
        if values["became"] == "done":
            operations.finish_action(action, by=self.by)

    def text(self, proposal: dict) -> None:
        self.words.append(proposal["values"]["text"].strip() or self.brought.text.strip())

    def _is_there(self, person: Person) -> bool:
        return self.meeting.attendances.where(Attendance.person == person).exists()

    def _is_free(self, member: Person | None, person: Person | None) -> bool:
        """Whether nobody sits in this place yet, and it is not their own."""
        taken = self.meeting.attendances.where(Attendance.alternate_for == member)
        return member is not None and member != person and not taken.exists()

    def _told(self, proposal: dict) -> str:
        """The words with who moved it and what became of it, if the minutes tell."""
        read, values = proposal["read"], proposal["values"]
        with speaking(self.tag):
            said = [values["text"].strip()]
            if read["mover"] and read["seconder"]:
                said.append(
                    gettext(
                        "Moved by %(mover)s, seconded by %(seconder)s.",
                        mover=read["mover"],
                        seconder=read["seconder"],
                    )
                )
            if values["result"] and (read["mover"] or values["as"] == "words"):
                said.append(f"({RESULT_WORDS[values['result']]})")
        return " ".join(said)

    def _promised(self, proposal: dict) -> str:
        values = proposal["values"]
        named = [_named(values["owner"])] if values["owner"] else proposal["read"]["owners"]
        with speaking(self.tag):
            if not named:
                return gettext("Action: %(text)s", text=values["text"].strip())
            who = ", ".join(named)
            return gettext("Action (%(who)s): %(text)s", who=who, text=values["text"].strip())

    def _write(self) -> None:
        """Below the notes that stand there; what stands there already is not written again."""
        if not self.words:
            return
        minutes = self.meeting.minutes
        notes = dict(minutes.notes) if minutes else {}
        standing = notes.get(self.tag, "")
        new = [text for text in self.words if text not in standing]
        notes[self.tag] = "\n\n".join([*([standing] if standing else []), *new])
        operations.write_minutes(self.meeting, notes, by=self.by)


def tag_for(language: str) -> str:
    """The content language in which these minutes are kept."""
    tags = content_languages()
    return language if language in tags else tags[0]


def _kept(brought: BroughtMinutes, kind: str) -> list[dict]:
    return [each for each in brought.proposals if (each["kind"], each["state"]) == (kind, "kept")]


def _named(key: str) -> str:
    person, organisation = _person(key), _organisation(key)
    if person:
        return person.name
    return next(iter(organisation.name.values()), "") if organisation else ""


def _person(key: str) -> Person | None:
    kind, _, number = key.partition("-")
    return Person.get_or_none(Person.id == int(number)) if kind == "person" else None


def _organisation(key: str) -> Organisation | None:
    kind, _, number = key.partition("-")
    wanted = Organisation.id == int(number) if kind == "organisation" else None
    return Organisation.get_or_none(wanted) if wanted is not None else None


RECORDERS: dict[str, Callable[[Recorder, dict], None]] = {
    "attendee": Recorder.attendee,
    "decision": Recorder.decision,
    "action": Recorder.action,
    "text": Recorder.text,
}
