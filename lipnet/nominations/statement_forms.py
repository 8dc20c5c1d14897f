"""The statement of a nomination: one text in each language of the partnership, and in one's own."""

from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from lipnet import languages
from lipnet.core import i18n
from lipnet.core.forms import TextsInput, content_languages


class StatementInput(TextsInput):
    """The language of the page first; also whatever language was sent or saved."""

    def __init__(self, *args, **kwargs):
        own = (i18n.language().tag, *content_languages())
        super().__init__(*args, **{"multiline": True, "tags": dict.fromkeys(own), **kwargs})
        self.type = TextsInput.__name__  # it is drawn as one

    def process(self, formdata, data=None, extra_filters=None):
        sent = formdata or {}
        known = (language.tag for language in languages.all_languages())
        more = [tag for tag in known if f"{self.name}-{tag}" in sent]
        self.tags = tuple(dict.fromkeys((*self.tags, *more)))
        super().process(formdata, data, extra_filters)


class TickSome(SelectMultipleField):
    """Any of a few answers, each with its own box; `names` is {code: name}."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label=None, validators=None, *, names, **kwargs):
        choices = [SelectChoice(code, name) for code, name in names.items()]
        super().__init__(label, validators, choices=choices, **kwargs)
