"""Every operation takes `by=` and writes the event log; the anonymous ones are named here."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

from lipnet.core import events
from lipnet.core.db import db
from lipnet.core.events import Event, declare, operation, record
from tests import cast

TOP = Path(__file__).resolve().parents[2] / "lipnet"
ANONYMOUS = {
    "submit_response", "withdraw_response", "settle_responses",
    "keep_for_later", "forget_saved", "erase_saved", "cast_ballot",
    "leave_address", "move_addresses", "confirm_address", "forget_by_door", "forget_refused",
    "erase_addresses",
}  # fmt: skip


def operation_files() -> list[Path]:
    return [
        path
        for path in sorted(TOP.rglob("*.py"))
        if path.stem == "operations" or path.parent.name == "operations"
    ]


def public_verbs(path: Path):
    """The public functions written in an operations module."""
    tree = ast.parse(path.read_text("utf-8"))
    module = import_module(".".join(("lipnet", *path.relative_to(TOP).with_suffix("").parts)))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield getattr(module, node.name)


@pytest.mark.parametrize("path", operation_files(), ids=lambda p: str(p.relative_to(TOP)))
def test_every_verb_is_an_operation_with_an_actor(path):
    for verb in public_verbs(path):
        assert getattr(verb, "is_operation", False), f"{verb.__name__} is not an operation"
        if verb.__name__ not in ANONYMOUS:
            parameter = inspect.signature(verb).parameters.get("by")
            assert parameter is not None, f"{verb.__name__} takes no by="
            assert parameter.kind is parameter.KEYWORD_ONLY, verb.__name__
            assert parameter.default is parameter.empty, f"{verb.__name__} guesses its actor"


def test_only_the_named_operations_are_anonymous():
    for path in operation_files():
        list(public_verbs(path))
    assert events.ANONYMOUS_OPERATIONS <= ANONYMOUS


DONE = declare("house.tested", "%(who)s tested the house.")


def test_an_operation_that_records_nothing_is_rolled_back(database):
    alice = cast.alice()

    @operation
    def rename_quietly(*, by):
        by.name = "Somebody Else"
        by.save()

    with pytest.raises(RuntimeError, match="without an event"):
        rename_quietly(by=alice)
    assert type(alice).get_by_id(alice.id).name == "Alice Moreau"


def test_an_operation_that_fails_leaves_no_event(database):
    alice = cast.alice()

    @operation
    def record_and_fail(*, by):
        record(DONE, by, by=by)
        raise ValueError("after the event")

    with pytest.raises(ValueError, match="after the event"):
        record_and_fail(by=alice)
    assert Event.select().count() == 0


def test_an_event_outside_a_transaction_is_refused(database):
    alice = cast.alice()
    assert not db.in_transaction()
    with pytest.raises(RuntimeError, match="inside an operation"):
        record(DONE, alice, by=alice)
