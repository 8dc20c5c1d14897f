"""Choosing for which organisation somebody sits."""

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from lipnet.core.forms import Form
from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.groups.hats.models import THEIR_OWN
from lipnet.people.models import Organisation


class HatField(SelectField):
    """An organisation, or nobody; while appointing also whichever the person belongs to.

    `chosen` is the record, None, or THEIR_OWN.
    """

    def __init__(self, label=None, *, appointing: bool = False, **kwargs):
        self.appointing = appointing
        super().__init__(label, choices=self._listed, **kwargs)

    def _listed(self) -> list[SelectChoice]:
        """A seat of years ago may be for an organisation that has left: those are offered, too."""
        everybody = Organisation.present() if self.appointing else _every_one()
        own = [SelectChoice("own", _("The organisation they belong to"))] if self.appointing else []
        nobody = SelectChoice("", _("No organisation: for themselves"))
        return [*own, nobody, *(SelectChoice(str(row.id), plain(row.name)) for row in everybody)]

    @property
    def chosen(self):
        if self.data == "own":
            return THEIR_OWN
        return Organisation.get_by_id(int(self.data)) if self.data else None


class HatForm(Form):
    organisation = HatField(lazy("Sits for"))


def _every_one() -> list[Organisation]:
    return sorted(Organisation.select(), key=lambda row: (row.folded_name, row.id))
