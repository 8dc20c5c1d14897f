"""A survey with an open question, a consent to be quoted, and people who answered."""

from lipnet.surveys import operations as surveys
from lipnet.surveys.open_answers import operations
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.models import Codebook
from tests.surveys.scene import QUESTIONS, TONGUES, draft_survey, opened, respond, workbook

WISH = "wish"
AGREE = {
    "type": "acknowledge",
    "name": "agree",
    "lipnet_role": "quote_consent",
    **{f"label::{tongue}": f"You may quote me ({tag})" for tag, tongue in TONGUES.items()},
}
WISHES = (
    "The bus does not run at night",
    "Buses do not run in the night",
    "A night bus, please",
    "I would like a garden",
    "My name is Fatima, call 613 555 0199",
    "A class in the evening",
)
IN_ARABIC = (
    "لا توجد حافلة في الليل",
    "الحافلة بعيدة عن البيت",
    "أريد حديقة قريبة",
    "اسمي سلمى، ورقمي ٦١٣٥٥٥٠١٩٩",
    "درس في المساء",
    "حافلة ليلية من فضلكم",
)
NUMBERS = {"wishes": 70_000}  # submissions of another survey beside the usual one


def asking() -> bytes:
    waited = {**QUESTIONS[0], "lipnet_role": "demographic"}
    return workbook([waited, *QUESTIONS[1:], AGREE])


def asked(by, wishes=WISHES, *, slug: str = "classes", language: str = "en", **more):
    """The survey, and its answers settled; who wrote of a bus agreed to be quoted."""
    survey = begun(by, slug)
    answer(survey, wishes, language=language, **more)
    return survey


def begun(by, slug: str = "classes"):
    """Many have answered already, so that figures are shown; nobody has written anything."""
    survey = draft_survey(by, slug=slug, data=asking())
    surveys.limit_results(survey, smallest=5, filters=["waited"], by=by)
    opened(survey, by=by)
    for number in range(50):
        respond(survey, NUMBERS.get(slug, 0) + 30_000 + number, waited="no")
    return survey


def answer(survey, wishes, *, language: str = "en", first: int = 0, phrase: bool = False, **more):
    phrases = []
    for number, wish in enumerate(wishes, first + NUMBERS.get(survey.slug, 0)):
        said = {"waited": "no", "wish": wish, **more}
        if "us" in wish:
            said["agree"] = "OK"
        phrases.append(respond(survey, number, language, phrase=phrase, **said).phrase)
    surveys.settle_responses(survey)
    return phrases


def key_of(survey, wish: str) -> str:
    return next(each.key for each in answers_to(survey, WISH) if each.text == wish)


def with_codes(survey, by, *names: str) -> Codebook:
    for name in names or ("Bus", "Garden", "Class"):
        operations.add_code(survey, WISH, {"en": name}, {}, by=by)
    return Codebook.get(Codebook.survey == survey)


def code(book, by, given: dict[str, tuple[str, ...]]) -> None:
    """Wish -> codes."""
    operations.code_answers(
        book, {key_of(book.survey, wish): codes for wish, codes in given.items()}, by=by
    )
