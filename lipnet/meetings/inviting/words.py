"""The words for answers, and for whether enough people come."""

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy, ngettext
from lipnet.meetings.inviting.coming import Quorum

ANSWER_WORDS = {
    "come": lazy("Comes"),
    "online": lazy("Comes online"),
    "cannot": lazy("Cannot come"),
    "": lazy("No answer yet"),
}
ANSWER_TONES = {"come": "done", "online": "done", "cannot": "off", "": "late"}


def quorum_expected(quorum: Quorum) -> str:
    """Whether those who said they come make a quorum, and whose answer is missing."""
    if quorum.needed is None:
        said = ngettext(
            "%(n)s voting member is expected.", "%(n)s voting members are expected.", quorum.coming
        )
    elif quorum.is_expected:
        said = ngettext(
            "There will be a quorum: %(n)s voting member is expected, %(needed)s needed.",
            "There will be a quorum: %(n)s voting members are expected, %(needed)s needed.",
            quorum.coming,
            needed=quorum.needed,
        )
    else:
        said = ngettext(
            "No quorum yet: %(n)s more voting member must come, %(coming)s of %(needed)s expected.",
            "No quorum yet: %(n)s more voting members must come, %(coming)s of %(needed)s "
            "expected.",
            quorum.needed - quorum.coming,
            coming=quorum.coming,
            needed=quorum.needed,
        )
    return f"{said} {_waiting(quorum)}"


def _waiting(quorum: Quorum) -> str:
    if not quorum.silent:
        return _("Every voting member has answered.")
    return ngettext(
        "%(n)s voting member has not answered.",
        "%(n)s voting members have not answered.",
        quorum.silent,
    )
