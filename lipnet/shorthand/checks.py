"""What is not right about a record as a whole, whatever line it stands on."""

from collections.abc import Iterator

from lipnet.shorthand.lexicon import fold
from lipnet.shorthand.records import (
    Action,
    Because,
    Decision,
    Declared,
    Finding,
    Motion,
    Movement,
    Note,
    Record,
    Sitting,
)


def findings_on(record: Record, sitting: Sitting) -> list[Finding]:
    return [
        Finding(code, record.place, tuple(particulars.items()))
        for code, particulars in _faults(record, sitting)
    ]


def _faults(record: Record, sitting: Sitting) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(record, Motion | Decision | Action | Note) and not record.text:
        yield "empty_text", {}
    if isinstance(record, Because) and not record.sources:
        yield "empty_text", {}
    if isinstance(record, Motion):
        yield from _of_motion(record, sitting)
    elif isinstance(record, Action):
        yield from _of_action(record, sitting)
    elif isinstance(record, Movement | Declared) and not record.who.written:
        yield "no_name", {}


def _of_motion(motion: Motion, sitting: Sitting) -> Iterator[tuple[str, dict[str, str]]]:
    if not motion.result:
        yield "no_result", {}
    by_nobody = motion.mover is None and motion.seconder is None
    if (motion.mover is None or motion.seconder is None) and not (
        motion.result in ("consensus", "") and by_nobody
    ):
        yield "no_movers", {}
    if _is_one_person(motion):
        yield "same_seconder", {"name": motion.seconder.name if motion.seconder else ""}
    yield from _of_tally(motion, sitting.voting)


def _is_one_person(motion: Motion) -> bool:
    if motion.mover is None or motion.seconder is None:
        return False
    if motion.mover.key or motion.seconder.key:
        return motion.mover.key == motion.seconder.key
    return fold(motion.mover.written) == fold(motion.seconder.written)


def _of_tally(motion: Motion, voting: int | None) -> Iterator[tuple[str, dict[str, str]]]:
    if motion.in_favour is None or motion.against is None:
        return
    votes = motion.in_favour + motion.against + (motion.abstained or 0)
    if voting and votes > voting:
        yield "tally_too_many", {"votes": str(votes), "voting": str(voting)}
    more_in_favour = motion.in_favour > motion.against
    if motion.result in ("carried", "defeated") and more_in_favour != (motion.result == "carried"):
        yield "tally_against_result", {}


def _of_action(action: Action, sitting: Sitting) -> Iterator[tuple[str, dict[str, str]]]:
    if action.owner is None:
        yield "no_owner", {}
    if action.due is not None and action.due < sitting.on:
        yield "date_before_meeting", {"day": action.due.isoformat()}
