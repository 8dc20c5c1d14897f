"""Two surveys as a coordinator would write them in a spreadsheet, and what newcomers answer."""

import io
from collections import Counter
from dataclasses import dataclass, field

from openpyxl import Workbook

TONGUES = {"en": "English (en)", "fr": "Français (fr)", "ar": "العربية (ar)"}


@dataclass(frozen=True)
class Question:
    kind: str
    name: str
    label: dict
    choices: dict = field(default_factory=dict)
    rules: dict = field(default_factory=dict)
    says: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A survey: its words, its questions, what people answer, and what may be shown of it.

    others: what many more answer, so that there is something to be shown.
    """

    slug: str
    title: str
    french_title: str
    questions: tuple[Question, ...]
    answers: tuple[dict, ...]
    others: tuple[dict, ...]
    wrong: dict
    pinned: str
    statement: str
    shown: dict
    hidden: dict

    def question(self, name: str) -> Question:
        return next(each for each in self.questions if each.name == name)

    @property
    def everybody(self) -> tuple[dict, ...]:
        return self.answers + self.others

    def tongue_of(self, number: int) -> str:
        """Two in five answer in French, the others in Arabic."""
        return "fr" if number % 5 in (3, 4) else "ar"

    def counts(self, name: str) -> Counter:
        """How often each choice of a question was made, counted here."""
        given = [each[name] for each in self.everybody if name in each]
        return Counter(code for one in given for code in (one if isinstance(one, list) else [one]))

    def workbook(self) -> bytes:
        book = Workbook()
        survey = book.active
        survey.title = "survey"
        rules = ["required", "relevant", "constraint"]
        labels = [f"label::{tongue}" for tongue in TONGUES.values()]
        says = [f"constraint_message::{tongue}" for tongue in TONGUES.values()]
        survey.append(["type", "name", *rules, *labels, *says])
        choices = book.create_sheet("choices")
        choices.append(["list_name", "name", *labels])
        for each in self.questions:
            survey.append(
                [each.kind, each.name, *(each.rules.get(rule) for rule in rules),
                 *(each.label[tag] for tag in TONGUES), *(each.says.get(tag) for tag in TONGUES)]
            )  # fmt: skip
            for code, label in each.choices.items():
                choices.append([each.kind.split()[1], code, *(label[tag] for tag in TONGUES)])
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()


def words(en: str, fr: str, ar: str) -> dict:
    return {"en": en, "fr": fr, "ar": ar}


WAITED = Question(
    "select_one waiting", "waited",
    words("How long did you wait for a language class?",
          "Combien de temps avez-vous attendu un cours de langue?",
          "كم انتظرت للحصول على صف لتعلّم اللغة؟"),
    {"long": words("More than a month", "Plus d'un mois", "أكثر من شهر"),
     "short": words("A week or two", "Une ou deux semaines", "أسبوعًا أو أسبوعين"),
     "none": words("Not at all", "Pas du tout", "لم أنتظر")},
    {"required": "yes"},
)  # fmt: skip
MONTHS = Question(
    "integer", "months",
    words("For how many months?", "Pendant combien de mois?", "كم شهرًا؟"),
    rules={"relevant": "${waited} = 'long'", "constraint": ". >= 1 and . <= 60",
           "required": "yes"},
    says=words("From 1 to 60 months, please.", "De 1 à 60 mois.", "من شهر واحد إلى 60 شهرًا."),
)  # fmt: skip
WAYS = Question(
    "select_multiple ways", "ways",
    words("How could you come to a class?", "Comment pourriez-vous venir à un cours?",
          "كيف يمكنك القدوم إلى الصف؟"),
    {"bus": words("By bus", "En autobus", "بالحافلة"),
     "foot": words("On foot", "À pied", "مشيًا"),
     "car": words("By car", "En voiture", "بالسيارة")},
)  # fmt: skip
WISH = Question(
    "text", "wish",
    words("You waited ${months} months. What would have helped?",
          "Vous avez attendu ${months} mois. Qu'est-ce qui aurait aidé?",
          "انتظرت ${months} شهرًا. ما الذي كان سيساعدك؟"),
    rules={"relevant": "${months} >= 1"},
)  # fmt: skip

CLASSES = Asked(
    slug="language-classes",
    title="Language classes",
    french_title="Cours de langue",
    questions=(WAITED, MONTHS, WAYS, WISH),
    answers=tuple(
        [{"waited": "long", "months": months, "ways": ["bus"], "wish": f"صف مسائي {months}"}
         for months in (2, 3, 4, 5, 6, 7, 8)]
        + [{"waited": "short", "ways": ["foot", "bus"]}] * 2
        + [{"waited": "short", "ways": ["foot"]}] * 4
        + [{"waited": "none", "ways": ["car"]}] * 2
    ),
    others=tuple(
        [{"waited": "long", "months": 3, "ways": ["bus"], "wish": ""}] * 33
        + [{"waited": "short", "ways": ["foot"]}] * 24
    ),
    wrong={"months": "600"},
    pinned="waited",
    statement="More than half of those who answered waited more than a month for a language class.",
    shown={"waited": ["long"], "ways": ["bus", "foot"]},
    hidden={"waited": ["short", "none"], "ways": ["car"]},
)  # fmt: skip

HOME = Question(
    "select_one homes", "home",
    words("Where do you live now?", "Où habitez-vous maintenant?", "أين تسكن الآن؟"),
    {"rent": words("I rent a flat", "Je loue un logement", "أستأجر شقة"),
     "family": words("With family or friends", "Chez des proches", "مع الأهل أو الأصدقاء"),
     "hotel": words("In a hotel", "À l'hôtel", "في فندق"),
     "shelter": words("In a shelter", "Dans un refuge", "في مأوى")},
    {"required": "yes"},
)  # fmt: skip
ROOMS = Question(
    "integer", "people",
    words("How many people sleep in one room?", "Combien de personnes dorment dans une pièce?",
          "كم شخصًا ينام في الغرفة الواحدة؟"),
    rules={"constraint": ". > 0 and . < 20"},
    says=words("Between 1 and 19 people.", "De 1 à 19 personnes.", "بين شخص واحد و19 شخصًا."),
)  # fmt: skip
HARD = Question(
    "select_multiple obstacles", "hard",
    words("${people} in one room. What made it hard to find a home?",
          "${people} dans une pièce. Qu'est-ce qui a été difficile?",
          "${people} في غرفة واحدة. ما الذي جعل إيجاد مسكن صعبًا؟"),
    {"rent": words("The rent", "Le loyer", "الإيجار"),
     "papers": words("Papers I do not have", "Des papiers que je n'ai pas", "أوراق لا أملكها"),
     "children": words("Having children", "Avoir des enfants", "وجود الأطفال")},
    {"relevant": "${people} >= 2"},
)  # fmt: skip

HOUSING = Asked(
    slug="finding-a-home",
    title="Finding a home",
    french_title="Trouver un logement",
    questions=(HOME, ROOMS, HARD),
    answers=tuple(
        [{"home": "rent", "people": 2, "hard": ["rent", "papers"]}] * 5
        + [{"home": "rent", "people": 1}]
        + [{"home": "family", "people": 3, "hard": ["rent"]}] * 5
        + [{"home": "hotel", "people": 4, "hard": ["children"]}] * 4
        + [{"home": "shelter", "people": 5, "hard": ["rent", "papers"]}] * 3
    ),
    others=tuple(
        [{"home": "rent", "people": 1}] * 34
        + [{"home": "family", "people": 3, "hard": ["children"]}] * 20
        + [{"home": "hotel", "people": 2, "hard": ["papers"]}] * 12
    ),
    wrong={"people": "0"},
    pinned="home",
    statement="Nearly half of those who answered rent a flat.",
    shown={"home": ["rent", "family"], "hard": ["papers", "rent", "children"]},
    hidden={"home": ["hotel", "shelter"], "hard": []},
)  # fmt: skip
