"""A survey with a question of every kind, in English, French and Arabic."""

from tests.surveys.scene import workbook

WORDS = {
    "agree": (
        "I have read the notice",
        "J'ai lu l'avis",
        "قرأت الإشعار",
    ),
    "welcome": (
        "How welcome do you feel here?",
        "Vous sentez-vous bien accueilli?",
        "ما مدى شعورك بالترحيب؟",
    ),
    "order": (
        "What matters most to you?",
        "Qu'est-ce qui compte le plus?",
        "ما الأهم بالنسبة إليك؟",
    ),
    "arrived": (
        "When did you arrive?",
        "Quand êtes-vous arrivé?",
        "متى وصلت؟",
    ),
    "month": (
        "In which month did your class begin?",
        "Quel mois votre cours a-t-il commencé?",
        "في أي شهر بدأ الصف؟",
    ),
    "wake": (
        "When does your working day begin?",
        "À quelle heure commence votre journée?",
        "متى يبدأ يوم عملك؟",
    ),
    "income": (
        "How many dollars do you pay for rent?",
        "Combien payez-vous de loyer?",
        "كم تدفع إيجارًا؟",
    ),
    "help": (
        "Who helped you?",
        "Qui vous a aidé?",
        "من ساعدك؟",
    ),
    "bus": (
        "The bus",
        "L'autobus",
        "الحافلة",
    ),
    "park": (
        "The parks",
        "Les parcs",
        "الحدائق",
    ),
    "library": (
        "The library",
        "La bibliothèque",
        "المكتبة",
    ),
    "name": (
        "First name",
        "Prénom",
        "الاسم",
    ),
    "age": (
        "Age",
        "Âge",
        "العمر",
    ),
    "school": (
        "Which school?",
        "Quelle école?",
        "أي مدرسة؟",
    ),
}
CHOICES = [
    ("needs", "work", "Work", "Le travail", "العمل"),
    ("needs", "home", "A home", "Un logement", "السكن"),
    ("needs", "friends", "Friends", "Les amis", "الأصدقاء"),
    ("helpers", "family", "Family", "La famille", "العائلة"),
    ("helpers", "agency", "A settlement agency", "Un organisme", "منظمة استيطان"),
    ("helpers", "nobody", "Nobody", "Personne", "لا أحد"),
    ("good", "bad", "Bad", "Mauvais", "سيئ"),
    ("good", "fair", "Fair", "Moyen", "متوسط"),
    ("good", "good", "Good", "Bon", "جيد"),
]


def row(kind: str, name: str, words: str = "", **cells):
    english, french, arabic = WORDS.get(words or name, ("", "", ""))
    return {
        "type": kind,
        "name": name,
        "label::English (en)": english,
        "label::Français (fr)": french,
        "label::العربية (ar)": arabic,
        "lipnet_declines": "",
        "parameters": "",
        "appearance": "",
        **cells,
    }


def group(name: str, english: str, french: str, arabic: str, *rows, kind="group", **cells):
    begin = row(f"begin {kind}", name, **cells)
    begin |= {
        "label::English (en)": english,
        "label::Français (fr)": french,
        "label::العربية (ar)": arabic,
    }
    return [begin, *rows, {"type": f"end {kind}"}]


QUESTIONS = [
    row("acknowledge", "agree"),
    row("range", "welcome", parameters="start=0 end=10"),
    row("rank needs", "order"),
    row("date", "arrived"),
    row("date", "month", appearance="month-year"),
    row("time", "wake"),
    row("integer", "income", lipnet_declines="dont_know prefer_not"),
    row("select_multiple helpers", "help"),
    *group(
        "town", "Our town", "Notre ville", "مدينتنا",
        row("select_one good", "bus", appearance="likert"),
        row("select_one good", "park", appearance="likert"),
        row("select_one good", "library", appearance="likert"),
        appearance="field-list",
    ),
    *group(
        "household", "Member of your household", "Membre de votre ménage", "فرد من أسرتك",
        row("text", "name"),
        row("integer", "age"),
        row("text", "school", relevant="${age} < 18"),
        kind="repeat",
    ),
]  # fmt: skip


def every_kind() -> bytes:
    return workbook(QUESTIONS, CHOICES, title="Every kind of question")


def hanging_together() -> bytes:
    """Questions that rest on each other: relevance, calculations, filters, defaults, bounds."""
    choices = [
        ("regions", "north", "North", "Nord", "الشمال"),
        ("regions", "south", "South", "Sud", "الجنوب"),
        ("yes_no", "yes", "Yes", "Oui", "نعم"),
        ("yes_no", "no", "No", "Non", "لا"),
    ]
    rows = [
        row("select_one regions", "region", "park"),
        row("integer", "years", "age", constraint=". < 30"),
        row("calculate", "months", calculation="${years} * 12"),
        row("select_one yes_no", "long", "bus", relevant="${months} > 100"),
        row("text", "why", "help", relevant="selected(${long}, 'yes')", required="yes"),
        row("text", "place", "name", default="concat(${region}, '-', ${years})"),
        row("decimal", "share", "income", relevant="string-length(${place}) > 7"),
        *group(
            "people", "Somebody", "Quelqu'un", "شخص ما",
            row("text", "who", "name"),
            row("integer", "old", "age", required="${who} != ''"),
            row("text", "class", "school", relevant="${old} < 18 and ${region} = 'north'"),
            kind="repeat", relevant="${years} < 25",
        ),
        row("calculate", "sum", calculation="sum(${old}) + count(${people})"),
        row("note", "much", "welcome", relevant="${sum} > 20"),
        row("select_multiple yes_no", "ways", "order", constraint="count-selected(.) < 2"),
    ]  # fmt: skip
    return workbook(rows, choices, title="Hanging together")
