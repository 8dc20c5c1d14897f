"""What is filled in about one item: made for its kind and for the languages it is written in."""

from wtforms import BooleanField, DecimalField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from lipnet import languages
from lipnet.core.forms import Form, InOneLanguage, Longest, TextsInput, content_languages
from lipnet.core.i18n import lazy
from lipnet.questionnaire import Group, Question, Questionnaire
from lipnet.questionnaire.model import Item
from lipnet.surveys.editor.words import ROLES, kind_of, offered_types
from lipnet.surveys.words import language_name

LONGEST_TEXT = 2_000
GROUP = "group"


def tags_of(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The languages that are written here: the default one, and the partnership's own. The others
    are the translators'."""
    own = [tag for tag in content_languages() if tag in questionnaire.languages]
    tags = dict.fromkeys((questionnaire.default_language, *own))
    return tuple(tag for tag in tags if languages.find(tag) is not None)


def item_form(item: Item, questionnaire: Questionnaire, *, sent: bool = True, **given) -> Form:
    """The texts and settings of an item; `given` fills it, unless it was sent and `sent` counts."""
    fields = _group_fields if isinstance(item, Group) else _question_fields
    made = fields(item, tags_of(questionnaire))
    made_form = type("ItemForm", (Form,), made)
    return made_form(data=given) if sent else made_form(formdata=None, data=given)


def _texts(label, tags, multiline=True) -> TextsInput:
    return TextsInput(label, [Longest(LONGEST_TEXT)], tags=tags, multiline=multiline)


def _group_fields(group: Group, tags) -> dict:
    return {
        "label": _texts(lazy("Heading"), tags),
        "hint": _texts(lazy("A line below the heading"), tags),
        "field_list": BooleanField(lazy("All on one page")),
        "repeat": BooleanField(lazy("Asked again for each person or thing")),
    }


def _question_fields(question: Question, tags) -> dict:
    fields: dict = {
        "label": _texts(lazy("Question"), tags),
        "hint": _texts(lazy("A line of help below it"), tags),
    }
    if question.is_answered:
        fields["required"] = BooleanField(lazy("Must be answered"))
        fields["dont_know"] = BooleanField(lazy("May say: I do not know"))
        fields["prefer_not"] = BooleanField(lazy("May say: I prefer not to say"))
    if kind_of(question) == "text":
        fields["lines"] = BooleanField(lazy("Room for several lines"))
    if question.type == "range":
        for name, label in (("start", lazy("From")), ("end", lazy("To")), ("step", lazy("Step"))):
            fields[name] = DecimalField(label, [Optional()])
    if question.type in ("select_one", "select_multiple", "rank"):
        fields["shuffled"] = BooleanField(lazy("Choices in another order for each person"))
    if question.is_answered:
        fields["role"] = SelectField(lazy("What it is about"), choices=list(ROLES.items()))
    fields["guidance"] = _texts(lazy("For whoever reads the questions out"), tags)
    if question.is_answered:
        fields["required_message"] = _texts(lazy("If it is left blank, say"), tags, False)
        fields["constraint_message"] = _texts(
            lazy("If the answer is not accepted, say"), tags, False
        )
    if question.is_answered or question.type == "hidden":
        fields["default"] = StringField(lazy("Filled in beforehand"), [Length(max=200)])
    return fields


class KindForm(Form):
    """The kind of a question and its short name."""

    type = SelectField(lazy("Kind of question"), choices=lambda: list(offered_types().items()))
    name = StringField(lazy("Short name"), [InputRequired(), Length(max=100)])


class GroupNameForm(Form):
    name = StringField(lazy("Short name"), [InputRequired(), Length(max=100)])


def new_form(questionnaire: Questionnaire) -> Form:
    """What a new item needs: its words, its kind, and its choices if it has any."""
    kinds = [*offered_types().items(), (GROUP, lazy("A group: questions under one heading"))]
    fields = {
        "label": TextsInput(
            lazy("Question"),
            [InOneLanguage(), Longest(LONGEST_TEXT)],
            tags=tags_of(questionnaire),
            multiline=True,
        ),
        "type": SelectField(lazy("Kind of question"), choices=kinds, default="select_one"),
        "choices": TextAreaField(lazy("Choices, one in each line"), [Length(max=20_000)]),
    }
    return type("NewForm", (Form,), fields)()


def whole_form(questionnaire: Questionnaire) -> Form:
    """The title, and the languages the questionnaire is offered in."""
    offered = [(tag, language_name(tag)) for tag in questionnaire.languages]
    others = sorted(
        ((each.tag, language_name(each.tag)) for each in languages.all_languages()
         if each.tag not in questionnaire.languages),
        key=lambda pair: languages.sort_key(pair[1]),
    )  # fmt: skip
    fields: dict = {
        "title": TextsInput(
            lazy("Title"), [InOneLanguage(), Longest(160)], tags=tags_of(questionnaire)
        ),
        "default_language": SelectField(lazy("Written first in"), choices=offered),
    }
    for tag, name in offered:
        fields[f"keep_{tag}"] = BooleanField(name, default=True)
    fields["one_at_a_time"] = BooleanField(lazy("On phones, one question at a time"))
    fields["added"] = SelectField(
        lazy("Add a language"), choices=[("", lazy("None")), *others], default=""
    )
    return type("WholeForm", (Form,), fields)(
        data={
            "title": dict(questionnaire.title),
            "default_language": questionnaire.default_language,
            "one_at_a_time": questionnaire.one_at_a_time,
            **{f"keep_{tag}": True for tag, _name in offered},
        }
    )


class PasteForm(Form):
    pasted = TextAreaField(
        lazy("Choices, one in each line"),
        [InputRequired(lazy("Write or paste at least one choice, one in each line.")),
         Length(max=20_000)],
    )  # fmt: skip
    instead = BooleanField(lazy("Instead of the choices above, not after them"))


class ExpressionForm(Form):
    source = TextAreaField(lazy("The rule as an expression"), [Length(max=8_000)])
