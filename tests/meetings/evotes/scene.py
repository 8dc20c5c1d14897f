"""A working group whose terms of reference let it vote between meetings, and votes in it."""

import re
from datetime import UTC, date, datetime, timedelta

from lipnet.core import clock
from lipnet.groups.models import Appointment
from lipnet.groups.operations import draft_terms_of_reference, name_alternate, put_terms_in_force
from lipnet.meetings.access import own_vote
from lipnet.meetings.evotes.operations import ask_for_vote, cast_vote
from tests import cast
from tests.meetings import scene

OPENED = datetime(2026, 9, 3, 14, tzinfo=UTC)
CLOSES = datetime(2026, 9, 10, 21, tzinfo=UTC)
JUST_BEFORE = CLOSES - timedelta(seconds=1)
FOUNDED = date(2026, 1, 6)


class Group:
    """Bob chairs; Charlie, Dana and Eli sit there with him. Alice coordinates."""

    def __init__(self, percent: int = 50, rule: str = "body", alternates: bool = False):
        self.alice, self.bob, self.charlie = cast.alice(), cast.bob(), cast.charlie()
        self.dana, self.eli = (cast.person(name, "member") for name in ("Dana Roy", "Eli Katz"))
        self.members = [self.bob, self.charlie, self.dana, self.eli]
        self.body = scene.body(self.alice, *self.members[1:], chair=self.bob)
        between = {"percent": percent, "rule": rule, "alternates": alternates}
        terms = draft_terms_of_reference(
            self.body, sections=[], quorum_kind="fixed", quorum_value=3, between=between,
            by=self.alice,
        )  # fmt: skip
        put_terms_in_force(terms, on=FOUNDED, by=self.alice)

    def alternate(self, member, person) -> None:
        own = Appointment.get(Appointment.person == member)
        name_alternate(own, person, from_on=FOUNDED, by=self.alice)

    def asked(self, text="That we rent the hall.", **more):
        with clock.at(OPENED):
            values = {"mover": self.bob, "seconder": self.charlie, "closes_at": CLOSES, **more}
            return ask_for_vote(self.body, {"en": text}, by=self.alice, **values)

    def answered(self, vote, *choices, at=OPENED) -> None:
        """The members in their order."""
        with clock.at(at):
            for person, choice in zip(self.members, choices, strict=False):
                cast_vote(own_vote(vote, person), choice, by=person)


def page_in(letter) -> str:
    return re.search(r"/between/\S+", letter.get_body(("plain",)).get_content())[0]
