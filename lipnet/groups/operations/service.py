"""One term more in a row than the terms of reference say."""

from datetime import date

from lipnet.core import clock
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.groups.terms.models import TermException
from lipnet.groups.terms.service import exception_for, may_make_exception
from lipnet.people.models import Person

ALLOWED = declare(
    "groups.another_term_allowed", lazy("%(who)s allowed somebody one more term in a row.")
)


@operation
def allow_another_term(
    body: Body, person: Person, *, reason: str, day: date | None = None, by
) -> TermException:
    """`person` may be appointed once more although the longest service is reached, and why.

    Raises Refusal unless the terms of reference of the day (today) allow exceptions, or without a
    reason. The next appointment of this person to the body uses the exception up.
    """
    if not may_make_exception(body, day or clock.today()):
        raise Refusal(lazy("The terms of reference of this group allow no exception."))
    if not reason.strip():
        raise Refusal(lazy("Write down why an exception is made."), field="reason")
    if exception_for(person, body):
        raise Refusal(lazy("One more term was allowed already."))
    made = TermException.create(
        body=body, person=person, reason=reason.strip(), allowed_on=clock.today()
    )
    record(ALLOWED, body, by=by, person=person.id)
    return made
