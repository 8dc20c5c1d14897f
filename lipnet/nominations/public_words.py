"""Sentences people without an account may meet when something cannot be taken as it is."""

from lipnet.core.i18n import Lazy, lazy

SAY_WHAT_CHANGED = lazy("Say in a few words what has changed.")
SEVERAL_LETTERS = lazy(
    "We have written to this address several times. Use the link in our letters."
)
ENOUGH = lazy("You have nominated enough people in this call. Let others, too.")
NOT_INVITED = lazy("In this call only people with an account nominate.")
ASKED_ENOUGH = lazy(
    "We have written to many people for this nomination. Write to the coordinator, who can ask "
    "more."
)
CANNOT_BE_ASKED = lazy(
    "We cannot ask this person for this organisation. Choose somebody else, or write to the "
    "coordinator."
)

DECIDED = lazy("This call has been decided. Nominations do not change any more.")
ACCEPT_FIRST = lazy("Files are attached once the nominee has accepted.")


def too_long(most: int) -> Lazy:
    return lazy("Write less: at most %(most)s characters.", most=most)


def too_many_files(most: int) -> Lazy:
    return lazy("A nomination has at most %(most)s files. Take one away first.", most=most)
