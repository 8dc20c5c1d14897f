"""The bank is its coordinators': who may manage surveys may look, keep and retire."""

from lipnet.core.refusals import NotFound
from lipnet.surveys.bank.entries import Entry
from lipnet.surveys.bank.shelf import find_entry


def entry_to_see(bank_id: str) -> Entry:
    entry = find_entry(bank_id)
    if entry is None:
        raise NotFound
    return entry
