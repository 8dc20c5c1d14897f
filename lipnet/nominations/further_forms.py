"""What is asked for a call beyond its usual rules; mixed into the form of a call."""

from datetime import time

from wtforms import BooleanField, SelectField, SelectMultipleField, TimeField, widgets
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.nominations.closing import zone_choices, zone_words
from lipnet.nominations.further import Further, FurtherRules
from lipnet.nominations.models import Call


def _zones() -> list[SelectChoice]:
    ours = _("Ours: %(zone)s", zone=zone_words(clock.local_zone()))
    return [SelectChoice("", ours), *(SelectChoice(*choice) for choice in zone_choices())]


def _languages() -> list[SelectChoice]:
    return [SelectChoice(tag, languages.get(tag).endonym) for tag in i18n.catalogues()]


class FurtherFields:
    closes_at = TimeField(lazy("Hour of closing"), [Optional()])
    zone = SelectField(lazy("Time zone of the call"), choices=_zones)
    is_public = BooleanField(lazy("People without an account may nominate"), default=True)
    checks_eligibility = BooleanField(lazy("The coordinator checks who can stand"))
    languages = SelectMultipleField(
        lazy("Languages of the call"),
        choices=_languages,
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
    )

    @property
    def further(self) -> Further:
        hour = self.closes_at.data
        return Further(
            closes_at=hour.strftime("%H:%M") if hour else "",
            zone=self.zone.data or "",
            is_public=self.is_public.data,
            checks_eligibility=self.checks_eligibility.data,
            languages=tuple(self.languages.data or ()),
        )


def kept_further(call: Call) -> dict:
    """What the form shows of a call that was written before."""
    told = FurtherRules.of(call).told
    return {**told._asdict(), "closes_at": _hour(told.closes_at)}


def _hour(text: str):
    return time.fromisoformat(text) if text else None
