"""What was done to a questionnaire, in a sentence: one for each code a step may have."""

from lipnet.core.i18n import lazy

STEP_WORDS = {
    "question_added": lazy("Added the question %(name)s."),
    "place_replaced": lazy(
        "Asked for the first three characters of the postal code, %(name)s, instead of a place."
    ),
    "question_changed": lazy("Changed the question %(name)s."),
    "question_renamed": lazy("Renamed the question %(former)s to %(name)s."),
    "duplicated": lazy("Duplicated %(name)s."),
    "moved": lazy("Moved %(name)s."),
    "removed": lazy("Removed %(name)s."),
    "group_added": lazy("Added the group %(name)s."),
    "group_changed": lazy("Changed the group %(name)s."),
    "ungrouped": lazy("Dissolved the group %(name)s."),
    "page_break": lazy("Changed where a page begins at %(name)s."),
    "choices_changed": lazy("Changed the choices of %(name)s."),
    "media_changed": lazy("Changed the pictures and sounds of %(name)s."),
    "rule_changed": lazy("Changed a rule of %(name)s."),
    "languages_changed": lazy("Changed the languages of the questionnaire."),
    "titled": lazy("Changed the title of the questionnaire."),
    "translated": lazy("Translated texts into %(language)s."),
    "undone": lazy("Took back one step."),
    "redone": lazy("Did again what was taken back."),
}
