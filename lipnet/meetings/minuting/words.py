"""The words for what is kept beside minutes."""

from lipnet.core.i18n import format_day, lazy
from lipnet.core.i18n import gettext as _
from lipnet.meetings.minuting.models import MinutesRevision

OCCASION_WORDS = {"circulated": lazy("Sent round"), "adopted": lazy("Closed for good")}

ANSWER_WORDS = {"put_right": lazy("Put right"), "left": lazy("Left as it is, because:")}
PUBLIC_WORDS = {
    "nobody": lazy("Members of the partnership only"),
    "members": lazy("Everybody; of the people, only members who were there are named"),
    "names": lazy("Everybody, with every name, also of guests and of who could not come"),
}


def revision_words(revision: MinutesRevision) -> str:
    places = {"number": revision.number, "day": format_day(revision.at, "medium")}
    if revision.occasion == "adopted":
        return _("%(number)s, closed for good on %(day)s", **places)
    return _("%(number)s, sent round on %(day)s", **places)
