"""Shape and wording of what is asked about old minutes."""

from flask_wtf.file import MultipleFileField
from wtforms import DateField, RadioField, SelectField, StringField, TextAreaField, validators
from wtforms.fields.choices import SelectChoice

from lipnet.core.forms import Form, Longest
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.meetings.bringing.desk import day_of
from lipnet.meetings.bringing.matching import Roster
from lipnet.meetings.bringing.reading import storable
from lipnet.meetings.bringing.words import BECAME_WORDS, KEPT_AS_WORDS, PRESENCE_WORDS
from lipnet.meetings.forms import ChooseOne, worded
from lipnet.meetings.words import RESULT_WORDS
from lipnet.shorthand.reading import LONGEST


class BringForm(Form):
    body = ChooseOne(lazy("Whose minutes they are"), [validators.InputRequired()])
    files = MultipleFileField(lazy("Files"))
    text = TextAreaField(lazy("Or the text itself"), [Longest(LONGEST)])

    @property
    def sent(self) -> list:
        """What was chosen; a browser sends one empty part where nothing was."""
        return [each for each in self.files.data or [] if getattr(each, "filename", "")]


class HeadingForm(Form):
    on = DateField(lazy("Day"), [validators.Optional()])
    starts_at = StringField(lazy("It began at"), [Longest(5)])
    place = StringField(lazy("Place"), [Longest(200)])


class ActionForm(Form):
    text = TextAreaField(lazy("What will be done"), [Longest(2000)])
    owner = SelectField(lazy("Who will do it"))
    due = DateField(lazy("Until when"), [validators.Optional()])
    became = RadioField(lazy("What became of it"), choices=worded(BECAME_WORDS))


class DecisionForm(Form):
    text = TextAreaField(lazy("The motion or decision"), [Longest(4000)])
    kept_as = RadioField(lazy("It is kept as"), choices=worded(KEPT_AS_WORDS))
    mover = SelectField(lazy("Moved by"))
    seconder = SelectField(lazy("Seconded by"))
    result = SelectField(lazy("Result"))


class AttendeeForm(Form):
    person = SelectField(lazy("Who it is"))
    name = StringField(lazy("Name, if it is nobody we know"), [Longest(200)])
    status = RadioField(lazy("They were"), choices=worded(PRESENCE_WORDS))
    stands_for = SelectField(lazy("In the place of"))


class TextForm(Form):
    text = TextAreaField(lazy("The text that stays with the minutes"), [Longest(LONGEST)])


def form_for(proposal: dict, roster: Roster, whole: str) -> Form:
    """The form that puts this proposal right."""
    values = proposal["values"]
    match proposal["kind"]:
        case "meeting":
            return HeadingForm(**{**values, "on": day_of(values["on"])})
        case "action":
            form = ActionForm(**{**values, "due": day_of(values["due"])})
            nobody = gettext("Nobody we know")
            form.owner.choices = choices(roster, proposal, nobody, organisations=True)
            return form
        case "decision":
            return _decision_form(proposal, roster)
        case "attendee":
            form = AttendeeForm(**values)
            form.person.choices = choices(roster, proposal, gettext("Nobody we know"))
            form.stands_for.choices = choices(roster, proposal, gettext("Nobody"))
            return form
    return TextForm(text=values["text"] or whole)


def values_from(proposal: dict, form: Form) -> dict:
    """What was written in it, as the desk holds it."""
    given = {name: field.data for name, field in form._fields.items() if name != "csrf_token"}
    for name in ("on", "due"):
        if name in given:
            given[name] = given[name].isoformat() if given[name] else ""
    if "kept_as" in given:
        given["as"] = given.pop("kept_as")
    return {name: storable(value or "") for name, value in given.items()}


def choices(
    roster: Roster, proposal: dict, nobody: str, *, organisations: bool = False
) -> list[SelectChoice]:
    """Who could be meant first, then everybody; each once."""
    perhaps = [key for key in proposal["read"].get("perhaps", ()) if roster.name(key)]
    seated = [f"person-{number}" for number in roster.seated]
    groups = {
        gettext("Perhaps"): [key for key in perhaps if organisations or "person" in key],
        gettext("Members"): seated,
        gettext("Other people"): list(roster.people),
        gettext("Organisations"): list(roster.organisations) if organisations else [],
    }
    offered, there = [SelectChoice("", nobody)], set()
    for heading, keys in groups.items():
        for key in keys:
            if key not in there:
                there.add(key)
                offered.append(SelectChoice(key, plain(roster.name(key)), optgroup=heading))
    return offered


def _decision_form(proposal: dict, roster: Roster) -> DecisionForm:
    values = proposal["values"]
    form = DecisionForm(**values, kept_as=values["as"])
    for field in (form.mover, form.seconder):
        field.choices = choices(roster, proposal, gettext("Nobody we know"))
    form.result.choices = [SelectChoice("", gettext("Not told")), *worded(RESULT_WORDS)]
    return form
