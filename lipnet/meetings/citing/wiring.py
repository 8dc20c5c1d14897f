"""How the naming of records joins the house."""

from markupsafe import Markup

from lipnet.core import citing, thread
from lipnet.core.citing import Citable
from lipnet.core.i18n import lazy
from lipnet.core.web import box_on, drawn_by
from lipnet.meetings.citing.models import LINES, cited_by
from lipnet.nominations.models import Acclamation, Call


def join() -> None:
    """Upper floors register what is theirs."""
    citing.give_codes("finding", lambda finding: f"F{finding.id}")
    calls = lazy("Outcomes of calls for nominations")
    citing.register(Citable("call", calls, decided_calls, lambda call: f"N{call.id}"))
    for kind in LINES:
        box_on(kind, what_it_is_about)


def decided_calls() -> list[Call]:
    """Those of which it is known whom they brought, the latest first."""
    found = Call.select().join(Acclamation).order_by(Acclamation.id.desc())
    return [call for call in found if call.is_decided]


def what_it_is_about(line, person) -> Markup | str:
    """On a motion, a decision or an action: the records of upper floors that it names."""
    named = []
    for here in cited_by(line):
        kind = thread.kind(here.kind)
        record = kind.load(here.id)
        if record is not None and kind.may_see(person, record):
            named.append((kind, record))
    if not named:
        return ""
    return drawn_by("meetings/citing/box.html", named=named)
