"""Whether the steps that happen in this room are done."""

from lipnet.core import clock
from lipnet.core.i18n import lazy
from lipnet.core.web import Step, step
from lipnet.groups.models import PRESIDING, Body, HolderChoice, appointments_on


def join() -> None:
    step(Step("council", 1, lazy("The council"), _council_sits, "groups.index"))
    step(
        Step(
            "terms",
            2,
            lazy("Its terms of reference"),
            _council_has_terms,
            "groups.terms_of_council",
        )
    )
    step(Step("groups", 11, lazy("Working groups"), _a_group_is_chaired, "groups.index"))
    step(Step("holder", 12, lazy("The agreement's holder"), _holder_chosen, "groups.agreement"))


def _councils() -> list[Body]:
    return [body for body in Body.standing() if body.kind == "council"]


def _council_sits() -> bool:
    return any(appointments_on(body, clock.today()) for body in _councils())


def _council_has_terms() -> bool:
    return any(body.terms_in_force for body in _councils())


def _a_group_is_chaired() -> bool:
    groups = [body for body in Body.standing() if body.kind == "working_group"]
    return any(
        row.role in PRESIDING for body in groups for row in appointments_on(body, clock.today())
    )


def _holder_chosen() -> bool:
    return HolderChoice.latest() is not None
