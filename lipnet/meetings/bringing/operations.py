"""Old minutes are brought, looked at one proposal after the other, and recorded in one act."""

import copy

from lipnet.core import clock, thread
from lipnet.core.db import hold
from lipnet.core.events import declare, operation, record
from lipnet.core.i18n import lazy
from lipnet.core.refusals import Refusal
from lipnet.groups.models import Body
from lipnet.meetings.bringing.checks import meeting_on, refuse_unless_fit
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.bringing.reading import Read
from lipnet.meetings.bringing.recorder import Recorder
from lipnet.meetings.models import Meeting

BROUGHT = declare("meetings.minutes_brought", lazy("%(who)s brought old minutes to be checked."))
SETTLED = declare("meetings.proposal_settled", lazy("%(who)s looked at what old minutes say."))
RECORDED = declare("meetings.minutes_recorded", lazy("%(who)s recorded old minutes."))
REMOVED = declare("meetings.brought_minutes_removed", lazy("%(who)s removed old minutes."))

MOST_STEPS = 200
STATES = ("open", "kept", "dropped")
RECORDED_ALREADY = lazy("These minutes are recorded, so nothing changes here any more.")
NO_SUCH = lazy("This proposal is not here any more.")


@operation
def bring_minutes(body: Body, read: Read, *, desk: dict, by) -> BroughtMinutes:
    """Keep the original, and beside it the desk of what it seems to say; nothing of that is a
    record yet.

    Raises Refusal if the same file was brought for this body before.
    """
    hold(body)
    _refuse_twice(body, read)
    brought = BroughtMinutes.create(
        body=body, name=read.name, media_type=read.media_type, size=len(read.content),
        digest=read.digest, content=read.content, text=read.text, desk=desk,
        brought_at=clock.now(), brought_by=by.id,
    )  # fmt: skip
    record(BROUGHT, brought, by=by)
    return brought


@operation
def settle_proposal(brought: BroughtMinutes, key: str, state: str, *, by) -> BroughtMinutes:
    """Keep a proposal as it stands, drop it, or leave it open again; refused if it is not fit."""
    fresh, proposal = _held(brought, key)
    if state not in STATES:
        raise Refusal(lazy("Choose keep or drop."))
    if state == "kept":
        refuse_unless_fit(fresh, proposal)
    return _step(fresh, {**proposal, "state": state}, by)


@operation
def settle_group(brought: BroughtMinutes, kind: str, *, by) -> BroughtMinutes:
    """Keep everything of one kind that is open and fit; it is taken back one by one."""
    fresh = _open(brought)
    for proposal in [each for each in fresh.proposals if _is_open(each, kind)]:
        try:
            refuse_unless_fit(fresh, proposal)
        except Refusal:
            continue
        _put(fresh, {**proposal, "state": "kept"})
    return _store(fresh, by)


@operation
def change_proposal(brought: BroughtMinutes, key: str, values: dict, *, by) -> BroughtMinutes:
    """Put a proposal right; it is kept like this."""
    fresh, proposal = _held(brought, key)
    changed = {**proposal, "state": "kept", "values": {**proposal["values"], **values}}
    refuse_unless_fit(fresh, changed)
    return _step(fresh, changed, by)


@operation
def undo_step(brought: BroughtMinutes, *, by) -> str:
    """Take the latest step back; returns the key of what is as before."""
    fresh = _open(brought)
    if not fresh.desk["steps"]:
        raise Refusal(lazy("There is no step to take back."))
    before = fresh.desk["steps"].pop()
    _replace(fresh, before)
    _store(fresh, by)
    return before["key"]


@operation
def record_minutes(brought: BroughtMinutes, *, by) -> Meeting:
    """Make the records of everything that was kept: into the meeting of that body and day if one
    stands here, else into one that this makes. What was dropped or is open is not recorded.

    Raises Refusal unless the day was kept, and NotRecorded for the proposal that could not be.
    """
    fresh = _open(brought)
    heading = fresh.proposal("meeting")
    if heading["state"] != "kept":
        raise Refusal(lazy("Keep the day of the meeting first."))
    refuse_unless_fit(fresh, heading)
    standing = meeting_on(fresh)
    meeting = standing or Recorder.make_meeting(fresh)
    fresh.desk["made_meeting"] = standing is None
    fresh.meeting, fresh.recorded_at = meeting, clock.now()
    fresh.save(only=["desk", "meeting", "recorded_at"])
    thread.tie(meeting, fresh, by=by)
    Recorder(fresh, meeting, by=by).record_all()
    record(RECORDED, meeting, by=by)
    return meeting


@operation
def remove_desk(brought: BroughtMinutes, *, by) -> None:
    """Forget minutes that were not recorded: the original and all proposals."""
    fresh = _open(brought)
    record(REMOVED, fresh, by=by)
    fresh.delete_instance()


def _refuse_twice(body: Body, read: Read) -> None:
    same = BroughtMinutes.get_or_none(body=body, digest=read.digest)
    if same is None:
        return
    if same.is_recorded:
        raise Refusal(lazy("This very file is recorded already, among the meetings of this group."))
    raise Refusal(lazy("This very file waits on the desk already."))


def _open(brought: BroughtMinutes) -> BroughtMinutes:
    fresh = hold(brought)
    if fresh.is_recorded:
        raise Refusal(RECORDED_ALREADY)
    return fresh


def _held(brought: BroughtMinutes, key: str) -> tuple[BroughtMinutes, dict]:
    fresh = _open(brought)
    proposal = fresh.proposal(key)
    if proposal is None:
        raise Refusal(NO_SUCH)
    return fresh, proposal


def _is_open(proposal: dict, kind: str) -> bool:
    return proposal["kind"] == kind and proposal["state"] == "open"


def _step(brought: BroughtMinutes, proposal: dict, by) -> BroughtMinutes:
    _put(brought, proposal)
    return _store(brought, by)


def _put(brought: BroughtMinutes, proposal: dict) -> None:
    """In the place of what stood there, which is noted as a step."""
    before = copy.deepcopy(brought.proposal(proposal["key"]))
    brought.desk["steps"] = [*brought.desk["steps"], before][-MOST_STEPS:]
    _replace(brought, proposal)


def _replace(brought: BroughtMinutes, proposal: dict) -> None:
    rows = brought.proposals
    place = next(n for n, each in enumerate(rows) if each["key"] == proposal["key"])
    rows[place] = proposal


def _store(brought: BroughtMinutes, by) -> BroughtMinutes:
    brought.save(only=["desk"])
    record(SETTLED, brought, by=by)
    return brought
