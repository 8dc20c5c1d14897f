"""Forms of the log: shape and wording."""

from decimal import Decimal

from flask_wtf.file import FileField, FileRequired
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import TextInput

from lipnet import languages
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput, content_languages
from lipnet.core.i18n import gettext, lazy
from lipnet.core.multilingual import plain
from lipnet.core.text import folded
from lipnet.engagement.models import (
    KIND_NAMES,
    SIDES,
    CommunityLanguage,
    Engagement,
    PopulationGroup,
    language_called,
    names_of,
)
from lipnet.engagement.operations.keeping import WHAT
from lipnet.groups.models import Body
from lipnet.people.models import Organisation

NONE = ""
MOST = 1_000_000


class CountsInput(Field):
    """How many people of each key: a number for each, named `<name>-<key>`; data is {key: n}."""

    widget = TextInput()

    def offer(self, names: dict[str, str]) -> None:
        self.names = names
        for key in self.data or {}:
            self.names.setdefault(key, key)

    def entries(self) -> list[tuple[str, str, str]]:
        """(label, input name, number as written) for each key, in order."""
        written = self.__dict__.get("written") or {k: str(n) for k, n in (self.data or {}).items()}
        return [(name, f"{self.name}-{k}", written.get(k, "")) for k, name in self.names.items()]

    def process(self, formdata, data=None, extra_filters=None):
        super().process(None, data if data is not None else self.default, extra_filters)
        begun = f"{self.name}-"
        if formdata is not None and any(name.startswith(begun) for name in formdata):
            sent = {
                n.removeprefix(begun): formdata[n].strip()
                for n in formdata
                if n[: len(begun)] == begun
            }
            self.written = {key: text for key, text in sent.items() if text}
            self.data = {k: int(t) for k, t in self.written.items() if t.isdecimal() and len(t) < 8}

    def pre_validate(self, form):
        if len(self.data or {}) < len(self.__dict__.get("written") or {}):
            raise ValidationError(gettext("Write whole numbers, or leave it empty."))


class TickedField(SelectMultipleField):
    """Several of a list, chosen by ticking."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()


class EngagementForm(Form):
    kind = RadioField(lazy("What it was"), [InputRequired(lazy("Choose what it was."))])
    title = TextsInput(lazy("Title"), [InOneLanguage(), Longest(200)])
    from_on = DateField(lazy("Day"), [InputRequired(lazy("Say on which day."))])
    to_on = DateField(lazy("Last day, if it took several"), [Optional()])
    place = StringField(lazy("Place"), [Length(max=200)])
    purpose = TextsInput(lazy("What it was for"), [Longest(1000)], multiline=True)
    body = SelectField(lazy("Group or committee in the lead"))
    organiser = SelectField(lazy("Organisation that ran it"))
    partners = TickedField(lazy("Partners"), coerce=int)
    other_partners = TextAreaField(lazy("Other partners, one on each line"), [Length(max=2000)])
    languages = TickedField(lazy("Languages it was held in"))
    interpreters = BooleanField(lazy("There were interpreters"))
    child_care = BooleanField(lazy("There was child care"))
    people = IntegerField(lazy("People reached in all"), [Optional(), NumberRange(0, MOST)])
    newcomer = CountsInput(lazy("Newcomers and others"))
    population = CountsInput(lazy("By population"))
    language = CountsInput(lazy("By language"))
    sector = CountsInput(lazy("By sector"))
    hours = IntegerField(lazy("Hours of work"), [Optional(), NumberRange(0, MOST)])
    money = DecimalField(lazy("Money, in dollars"), [Optional(), NumberRange(0, MOST)], places=2)
    in_kind = TextsInput(lazy("What was given in kind"), [Longest(500)])

    def offer(self) -> "EngagementForm":
        self.kind.choices = [SelectChoice(code, name) for code, name in KIND_NAMES.items()]
        self.body.choices = [(NONE, lazy("No group")), *_by_name(Body.standing())]
        here = _by_name(Organisation.present())
        self.organiser.choices = [(NONE, lazy("The partnership itself")), *here]
        self.partners.choices = [SelectChoice(int(key), name) for key, name in here]
        tags = _tags([*(self.languages.data or []), *(self.language.data or {})])
        spoken = {tag: language_called(tag) for tag in tags}
        self.languages.choices = [SelectChoice(tag, name) for tag, name in spoken.items()]
        self.language.offer(dict(spoken))
        for side in ("sector", "newcomer"):
            self[side].offer(names_of(side))
        self.population.offer({row.code: plain(row.name) for row in PopulationGroup.in_use()})
        return self

    def chosen(self) -> dict:
        """The particulars as log_engagement and change_engagement take them."""
        same = ("kind", "title", "from_on", "to_on", "languages", "interpreters", "child_care",
                "people", "hours")  # fmt: skip
        money = self.money.data
        return {
            **{name: self[name].data for name in same},
            "place": (self.place.data or "").strip(),
            "purpose": self.purpose.data or {},
            "in_kind": self.in_kind.data or {},
            "cents": None if money is None else int(money * 100),
            "body": Body.get_or_none(Body.id == (self.body.data or None)),
            "organiser": Organisation.get_or_none(Organisation.id == (self.organiser.data or None)),
            "partners": list(
                Organisation.select().where(Organisation.id.in_(self.partners.data or []))
            ),
            "other_partners": (self.other_partners.data or "").splitlines(),
            "reached": {side: self[side].data or {} for side in SIDES},
        }


def as_written(engagement: Engagement) -> dict:
    """An entry as the form shows it."""
    same = ("kind", "title", "from_on", "place", "purpose", "languages", "interpreters",
            "child_care", "people", "hours", "in_kind")  # fmt: skip
    cents, partners = engagement.cents, engagement.partners_in_order
    counts: dict[str, dict[str, int]] = {side: {} for side in SIDES}
    for row in engagement.reached:
        counts[row.side][row.key] = row.people
    return {
        **{name: getattr(engagement, name) for name in same},
        "to_on": engagement.to_on if engagement.to_on != engagement.from_on else None,
        "body": str(engagement.body_id or ""),
        "organiser": str(engagement.organiser_id or ""),
        "money": None if cents is None else Decimal(cents) / 100,
        "partners": [row.organisation_id for row in partners if row.organisation_id],
        "other_partners": "\n".join(row.name for row in partners if row.name),
        **counts,
    }


class HeardForm(Form):
    text = TextAreaField(
        lazy("What was said, in the words it was said in"),
        [InputRequired(lazy("Write down what was said.")), Length(max=400)],
    )
    language = SelectField(lazy("Language of these words"))
    translation = TextsInput(lazy("What it means"), [Longest(400)], multiline=True)

    def offer(self) -> "HeardForm":
        first = _tags([])
        every = [known.tag for known in languages.all_languages() if known.tag not in first]
        self.language.choices = [(tag, language_called(tag)) for tag in [*first, *every]]
        return self


class AttachForm(Form):
    file = FileField(lazy("The file"), [FileRequired(lazy("Choose a file first."))])
    what = RadioField(
        lazy("What it is"),
        [InputRequired(lazy("Say what the file is."))],
        choices=[SelectChoice(code, name) for code, name in WHAT.items()],
    )


class PopulationForm(Form):
    name = TextsInput(lazy("A population, in your own words"), [InOneLanguage(), Longest(80)])


class LanguagesForm(Form):
    tags = TickedField(lazy("Languages spoken in the community"))

    def offer(self) -> "LanguagesForm":
        every = {known.tag: language_called(known.tag) for known in languages.all_languages()}
        named = sorted(every.items(), key=lambda pair: folded(pair[1]))
        self.tags.choices = [SelectChoice(tag, name) for tag, name in named]
        return self


def _tags(more: list[str]) -> list[str]:
    """Our own languages, those of the community, and whatever the entry has besides."""
    return list(dict.fromkeys([*content_languages(), *CommunityLanguage.tags(), *more]))


def _by_name(records) -> list[tuple[str, str]]:
    named = [(str(record.id), plain(record.name)) for record in records]
    return sorted(named, key=lambda choice: folded(choice[1]))
