"""What is noticed in a questionnaire that is written here.

Of a workbook it is told otherwise: here nothing was left out, and there is no cell to correct.
"""

from lipnet.core.i18n import lazy

WRITTEN_WORDS = {
    "label_missing": (
        lazy("The question %(name)s has no words: people would see nothing to answer."),
        lazy("Write the question."),
    ),
    "list_missing": (
        lazy("The question %(name)s offers no choices yet."),
        lazy("Add its choices."),
    ),
    "calculation_missing": (
        lazy("The calculation %(name)s calculates nothing."),
        lazy("Write its rule, or remove it."),
    ),
    "choice_without_label": (
        lazy("The choice %(code)s of the list %(list_name)s has no words."),
        lazy("Write what people should read; until then they see the code."),
    ),
    "group_empty": (
        lazy("The group %(name)s holds no question."),
        lazy("Put questions into it, or dissolve it."),
    ),
}
