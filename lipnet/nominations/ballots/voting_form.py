"""The ballot paper as a form, for its rule; it works without script and writes nothing."""

from wtforms import BooleanField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from lipnet.core import i18n
from lipnet.core.forms import Form
from lipnet.counting import Ranking
from lipnet.nominations.ballots import rankings
from lipnet.nominations.ballots.models import Ballot
from lipnet.nominations.ballots.telling import names_of


class DoorForm(Form):
    """A form of a page without cookie: no token; the link is the key."""

    on_paper = False

    class Meta(Form.Meta):
        csrf = False


class Paper:
    """What the forms of all rules can do; mixed into them."""

    @property
    def marks(self) -> list:
        """The control of each candidate, in the order of the ballot; one for a slate."""
        return [self[name] for name in self.mark_names]

    def ranking(self) -> Ranking:
        """What was chosen. Raises Refusal with what to mend."""
        if self.ballot.is_ranked:
            chosen = {at: mark.data for at, mark in enumerate(self.marks, 1)}
            return rankings.ranked(self.ballot, chosen)
        if self.ballot.rule == "slate":
            chosen = rankings.read(self.marks[0].data or "")
        else:
            chosen = tuple(at for at, mark in enumerate(self.marks, 1) if mark.data)
        return rankings.checked(self.ballot, chosen, on_paper=self.on_paper)


def voting_form(ballot: Ballot, base: type[Form] = DoorForm, chosen: Ranking = ()) -> Form:
    """The form of `ballot`, filled with `chosen`."""
    fields, data = _fields(ballot), _filled(ballot, chosen)
    kind = type("VotingForm", (Paper, base), {**fields, "ballot": ballot, "mark_names": [*fields]})
    return kind(formdata=None, data=data) if chosen else kind()


def _fields(ballot: Ballot) -> dict:
    names = names_of(ballot)
    if ballot.rule == "slate":
        label = i18n.gettext("Shall all of them be appointed?")
        choices = [(str(number), name) for number, name in names.items()]
        return {"answer": RadioField(label, choices=choices, validate_choice=False)}
    if not ballot.is_ranked:
        return {f"tick_{number}": BooleanField(name) for number, name in names.items()}
    ranks = [SelectChoice("", i18n.gettext("Not ranked"))]
    ranks += [SelectChoice(str(n), i18n.format_number(n)) for n in range(1, len(names) + 1)]
    return {
        f"rank_{number}": SelectField(name, choices=ranks, validate_choice=False)
        for number, name in names.items()
    }


def _filled(ballot: Ballot, chosen: Ranking) -> dict:
    if ballot.rule == "slate":
        return {"answer": str(chosen[0])} if chosen else {}
    if not ballot.is_ranked:
        return {f"tick_{number}": True for number in chosen}
    return {f"rank_{number}": str(at) for at, number in enumerate(chosen, 1)}
