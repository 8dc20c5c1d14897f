"""How those who stand are chosen; said on the public page of a call, so in every language."""

from lipnet.core.i18n import lazy

WAY_NAMES = {
    "acclamation": lazy("By acclamation, if no more people stand than there are seats"),
    "recommendation": lazy("A committee of people who do not stand recommends; a motion decides"),
    "ballot": lazy("By a secret ballot"),
}
WAYS = tuple(WAY_NAMES)
