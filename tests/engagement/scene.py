"""Engagements as a coordinator writes them down."""

from datetime import date

from lipnet.engagement import operations

DAY = date(2026, 6, 3)
YEAR = 2026
TITLE = {"en": "Renting in Cedarmouth", "fr": "Louer à Cedarmouth"}
SAID = "السكن غالٍ جداً للعائلات الكبيرة."
MEANT = {"en": "Housing is far too dear for large families."}


def engagement(by, *, on=DAY, people=60, **more):
    """A consultation on a day, with `people` reached."""
    given = {"kind": "consultation", "title": TITLE, "place": "Harbour Library", **more}
    return operations.log_engagement(**given, from_on=on, people=people, by=by)


def heard(by, found=None):
    found = found or engagement(by)
    return operations.hear(found, text=SAID, language="ar", translation=MEANT, by=by)
