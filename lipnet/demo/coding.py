"""What newcomers wrote about the one thing that would help most is coded, by two who differ."""

from lipnet.demo.texts import both
from lipnet.demo.walking import voices
from lipnet.surveys.open_answers import operations as coding
from lipnet.surveys.open_answers.answers import answers_to
from lipnet.surveys.open_answers.finals import disagreements
from lipnet.surveys.open_answers.models import Codebook

QUESTION = "help_why"
TONGUES = ("en", "fr", "ar", "es", "fa", "uk")
UNLIKE = {"fr": {"home 0", "language 1", "work 2"}}  # these say something else in French
EVERY_SO_MANY = 6

# key: (name, definition, what was said: a theme of the voices and its place there)
CODES = (
    (
        both("Diplomas are not read", "Diplômes ignorés"),
        both(
            "Skills, diplomas or years of work that count for nothing here.",
            "Compétences, diplômes ou années de travail qui ne comptent pas ici.",
        ),
        {"work 0"},
    ),
    (
        both("Canadian experience", "Expérience canadienne"),
        both(
            "A first job or a home is refused for want of a past in Canada.",
            "Un premier emploi ou un logement est refusé faute de passé au Canada.",
        ),
        {"work 1", "home 1"},
    ),
    (
        both("Crowded or dear homes", "Logement exigu ou cher"),
        both(
            "Too few rooms, rent that goes up. Not: how a lease works.",
            "Trop peu de pièces, loyer qui monte. Non : le fonctionnement d’un bail.",
        ),
        {"home 0"},
    ),
    (
        both("Plain information", "Information claire"),
        both(
            "A guide or an explanation in their language.",
            "Un guide, une explication, dans sa langue.",
        ),
        {"home 2", "work 2"},
    ),
    (
        both("Hours that do not fit", "Horaires inadaptés"),
        both(
            "Classes or buses at hours when people work.",
            "Cours ou autobus aux heures où les gens travaillent.",
        ),
        {"language 0", "transport 0", "transport 1"},
    ),
    (
        both("Waiting", "Attente"),
        both("Months or years on a list.", "Des mois ou des années sur une liste."),
        {"language 1", "health 0"},
    ),
    (
        both("Somebody for the children", "Garde des enfants"),
        both("Child care, above all during classes.", "Garde, surtout pendant les cours."),
        {"child_care 0", "child_care 1"},
    ),
    (
        both("Interpreting", "Interprétation"),
        both("Children interpret, or nobody does.", "Des enfants interprètent, ou personne."),
        {"health 1"},
    ),
    (
        both("Company", "Compagnie"),
        both("Friends, neighbours, evenings together.", "Amitiés, voisinage, soirées ensemble."),
        {"people 0", "people 1"},
    ),
)


def code_answers(scene) -> None:
    """Each alone; then they settle every other answer on which they differ."""
    survey = scene.surveys["newcomers"]
    keys = [
        coding.add_code(survey, QUESTION, name, definition, by=scene.noor).key
        for name, definition, _ in CODES
    ]
    book = Codebook.get(Codebook.survey == survey)
    meant = dict(zip(keys, (said for *_, said in CODES), strict=True))
    answers = answers_to(survey, QUESTION)
    first = {each.key: _codes(each.text, meant) for each in answers}
    second = {
        each.key: () if number % EVERY_SO_MANY == 0 else first[each.key]
        for number, each in enumerate(answers)
    }
    for coder, given in ((scene.noor, first), (scene.people["renata"], second)):
        if given:
            coding.code_answers(book, given, by=coder)
            coding.finish_coding(book, by=coder)
    for key in sorted(disagreements(book))[::2]:
        coding.agree_on_codes(book, key, first[key], by=scene.noor)


def _codes(text: str, meant: dict[str, set[str]]) -> tuple[str, ...]:
    places = _places(text)
    return tuple(key for key, said in meant.items() if said & places)


def _places(text: str) -> set[str]:
    """Where in the voices this was said."""
    return {
        f"{theme} {at}"
        for tag in TONGUES
        for theme, texts in voices(tag).items()
        for at, said in enumerate(texts)
        if said == text and f"{theme} {at}" not in UNLIKE.get(tag, ())
    }
