"""A questionnaire being written: drafted as the editor drafts it, looked at through its pages."""

from dataclasses import replace

from lipnet.questionnaire import Choice, Question, Questionnaire, from_json
from lipnet.surveys import operations
from lipnet.surveys.models import SurveyVersion

AGE = Question("age", "integer", {"en": "How old are you?", "fr": "Quel âge avez-vous?"})
WAYS = Question(
    "ways", "select_multiple", {"en": "How do you travel?", "ar": "كيف تتنقّل؟"}, list_name="ways"
)
WISH = Question("wish", "text", {"en": "What would help you?", "fr": "Qu'est-ce qui aiderait?"})
LISTS = {
    "ways": (Choice("bus", {"en": "By bus", "fr": "En autobus"}), Choice("foot", {"en": "On foot"}))
}
WHOLE = Questionnaire(
    {"en": "Classes"}, languages=("en", "fr", "ar"), items=(AGE, WAYS, WISH), choices=LISTS
)
EDIT = "/surveys/classes/versions/1/edit"


def drafted(by, *items, **others):
    """The version that is being written; without items it asks age, ways and wish."""
    survey = operations.create_survey({"en": "Classes", "fr": "Cours"}, slug="classes", by=by)
    whole = replace(WHOLE, **{"items": items or WHOLE.items, **others})
    return operations.draft_questionnaire(survey, whole, by=by)


def whole_of(version) -> Questionnaire:
    return from_json(SurveyVersion.get_by_id(version.id).document)


def names(version):
    return [question.name for question in whole_of(version).questions()]
