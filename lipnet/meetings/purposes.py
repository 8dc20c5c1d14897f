"""What an item of an agenda is for, in every language of the letters that bring the agenda."""

from lipnet.core.i18n import lazy

PURPOSE_WORDS = {
    "information": lazy("For information"),
    "discussion": lazy("For discussion"),
    "decision": lazy("For decision"),
    "consent": lazy("By consent, without discussion"),
}
