"""What is said to who leaves an address, in every language."""

from lipnet.core.i18n import lazy

WRITE_AN_ADDRESS = lazy("Write an e-mail address, for example name@example.org.")
TOO_LONG = lazy("This is too long.")
FULL = lazy("We cannot take more addresses today. Please try again in some days.")
NO_PAGES = lazy("There are no pages in this language.")
