"""Forms of what stands around pillars and priorities."""

from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput
from lipnet.core.i18n import lazy
from lipnet.core.multilingual import plain
from lipnet.plans.strategies.models import FAMILY_NAMES, LEVEL_NAMES, TERM_NAMES, Tag, in_order


class LevelsForm(Form):
    pillar = TextsInput(LEVEL_NAMES["pillar"], [Longest(60)])
    priority = TextsInput(LEVEL_NAMES["priority"], [Longest(60)])
    objective = TextsInput(LEVEL_NAMES["objective"], [Longest(60)])


class PrefaceForm(Form):
    rationale = TextsInput(lazy("Why this strategy"), [Longest(6000)], multiline=True)
    highlights = TextsInput(
        lazy("What the strategy before brought"), [Longest(6000)], multiline=True
    )


class ReasonForm(Form):
    text = TextsInput(lazy("Why, in a few sentences"), [Longest(3000)], multiline=True)


class OutcomeForm(Form):
    text = TextsInput(
        lazy("What will be different"), [InOneLanguage(), Longest(500)], multiline=True
    )
    term = RadioField(lazy("When this will be seen"), [InputRequired()])

    def offer(self) -> "OutcomeForm":
        self.term.choices = list(TERM_NAMES.items())
        return self


class TagForm(Form):
    family = SelectField(lazy("What kind of tag it is"))
    name = TextsInput(lazy("Name of the tag"), [InOneLanguage(), Longest(120)])

    def offer(self) -> "TagForm":
        self.family.choices = list(FAMILY_NAMES.items())
        return self


class NameForm(Form):
    name = TextsInput(lazy("Name of the tag"), [InOneLanguage(), Longest(120)])


class Ticked(SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class TagsForm(Form):
    """A list of boxes for each family that has a tag."""

    funder = Ticked(FAMILY_NAMES["funder"], coerce=int)
    sdg = Ticked(FAMILY_NAMES["sdg"], coerce=int)
    welcoming = Ticked(FAMILY_NAMES["welcoming"], coerce=int)
    population = Ticked(FAMILY_NAMES["population"], coerce=int)

    def offer(self, given: list[Tag]) -> "TagsForm":
        """The tags in use, and those given before they were retired."""
        self.offered = in_order({tag.id: tag for tag in [*Tag.in_use(), *given]}.values())
        for family in FAMILY_NAMES:
            self[family].choices = [
                (tag.id, labelled(tag)) for tag in self.offered if tag.family == family
            ]
            if not self.is_submitted():
                self[family].data = [tag.id for tag in given if tag.family == family]
        return self

    @property
    def filled(self) -> list:
        return [self[family] for family in FAMILY_NAMES if self[family].choices]

    def chosen(self) -> list[Tag]:
        ids = {key for field in self.filled for key in field.data or []}
        return [tag for tag in self.offered if tag.id in ids]


def labelled(tag: Tag) -> str:
    """The goals of the United Nations are known by their numbers."""
    return f"{tag.code}. {plain(tag.name)}" if tag.code else plain(tag.name)
