"""One meeting of the demo, from its call to the minutes going round."""

from datetime import date, timedelta

from lipnet.demo.texts import both
from lipnet.groups.models import people_of
from lipnet.meetings import operations as meetings

HALL = "Cedarmouth Public Library, Harbour Room / Salle du Havre"
CITY_HALL = "City Hall, Committee Room 2 / Hôtel de ville, salle de comité 2"

OPENING = ("Opening; conflicts of interest", "Ouverture ; conflits d'intérêts")
CLOSING = ("Around the table; next meeting", "Tour de table ; prochaine réunion")
NO_CONFLICT = ("No conflict of interest was declared.", "Aucun conflit d'intérêts n'est déclaré.")


class Sitting:
    """Writes one meeting down as its secretary would; every verb on the day it belongs to."""

    def __init__(self, scene, key: str, body: str, day: date, hour: int, place: str, by):
        self.scene, self.day, self.hour, self.by = scene, day, hour, by
        with scene.on(min(day - timedelta(days=21), scene.days.ago(6))):
            self.meeting = meetings.call_meeting(
                scene.bodies[body],
                day,
                starts_at=f"{hour:02d}:00",
                place=place,
                languages=["en", "fr"],
                by=scene.noor,
            )
        scene.meetings[key] = self.meeting

    def item(self, title, purpose="discussion", *, who=None, minutes=10, because=()):
        with self.scene.on(min(self.day - timedelta(days=8), self.scene.days.ago(5))):
            return meetings.put_on_agenda(
                self.meeting,
                both(*title),
                purpose=purpose,
                presenter=self._person(who),
                minutes_planned=minutes,
                because=[self.scene.findings[name] for name in because],
                by=self.scene.noor,
            )

    def attend(self, *, regrets=(), absent=(), guests=(), alternates=None) -> None:
        """Everybody seated that day is present but those named; noor keeps the minutes."""
        away = dict.fromkeys(regrets, "regrets") | dict.fromkeys(absent, "absent")
        statuses = {self.scene.people[key]: status for key, status in away.items()}
        seated = people_of(self.meeting.body, self.day)
        with self._then():
            meetings.record_attendance(
                self.meeting,
                {person: statuses.get(person, "present") for person in seated},
                by=self.by,
            )
            meetings.add_attendee(self.meeting, status="staff", person=self.scene.noor, by=self.by)
            for name in guests:
                meetings.add_attendee(self.meeting, status="guest", name=name, by=self.by)
            for member, name in (alternates or {}).items():
                meetings.add_attendee(
                    self.meeting,
                    status="alternate",
                    name=name,
                    alternate_for=self.scene.people[member],
                    by=self.by,
                )

    def note(self, item, *words) -> None:
        with self._then():
            meetings.write_notes(item, both(*words), by=self.by)

    def move(
        self, item, words, mover, seconder, result="carried", because=(), of_plan=(), **counts
    ):
        with self._then():
            return meetings.move_motion(
                self.meeting,
                both(*words),
                mover=self._person(mover),
                seconder=self._person(seconder),
                result=result,
                item=item,
                because=self._reasons(because, of_plan),
                by=self.by,
                **counts,
            )

    def decide(self, key, item, words, *, motion=None, because=()):
        with self._then():
            self.scene.decisions[key] = meetings.decide(
                self.meeting,
                both(*words),
                motion=motion,
                item=item,
                because=[self.scene.findings[name] for name in because],
                by=self.by,
            )

    def take(self, key, item, words, *, who=None, organisation=None, days=30, because=(),
             of_plan=()):  # fmt: skip
        with self._then():
            self.scene.items[key] = meetings.take_action(
                self.meeting,
                both(*words),
                owner=self._person(who),
                owner_organisation=self.scene.organisations[organisation] if organisation else None,
                due=self.day + timedelta(days=days),
                item=item,
                because=self._reasons(because, of_plan),
                by=self.by,
            )

    def adopt(self, item, earlier: str, mover: str, seconder: str):
        """The minutes of an earlier meeting, by a motion of this one."""
        words = (
            "That the minutes of the previous meeting be adopted as circulated.",
            "Que le procès-verbal de la réunion précédente soit adopté tel que distribué.",
        )
        motion = self.move(item, words, mover, seconder)
        with self._then(2):
            meetings.adopt_minutes(
                self.scene.meetings[earlier].minutes, motion=motion, by=self.scene.noor
            )

    def circulate(self) -> None:
        with self.scene.on(self.day + timedelta(days=4)):
            meetings.circulate_minutes(self.meeting, by=self.by)

    def close_notes(self) -> None:
        """A group that keeps notes closes them two weeks later, without a motion."""
        with self.scene.on(self.day + timedelta(days=14)):
            meetings.adopt_minutes(self.meeting.minutes, by=self.by)

    def finish(self, key: str, after: int) -> None:
        with self.scene.on(self.day + timedelta(days=after)):
            item = self.scene.items[key]
            meetings.finish_action(item, by=item.owner or self.scene.noor)

    def _then(self, later: int = 1):
        return self.scene.on(self.day, min(23, self.hour + later))

    def _reasons(self, findings, of_plan) -> list:
        """What a line rests on, and the actions of the plan that it names."""
        scene = self.scene
        return [scene.findings[key] for key in findings] + [scene.actions[key] for key in of_plan]

    def _person(self, key):
        return self.scene.people[key] if key else None
