"""What voters are told when their vote cannot be taken: in every language, unlike what coordinators
read beside it."""

from lipnet.core.i18n import lazy

NOT_OPEN = lazy("This ballot is not open.")
TOO_LATE = lazy("The vote has ended. We are sorry: your vote cannot be counted any more.")
USED = lazy("Your vote has been cast already. One person has one vote.")
