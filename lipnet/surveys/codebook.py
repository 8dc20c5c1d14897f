"""The codebook in the coordinator's language: the words for its columns, and the CSV file."""

import csv
import io

from markupsafe import Markup

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import lazy
from lipnet.core.text import inline
from lipnet.questionnaire import Questionnaire, Texts
from lipnet.questionnaire.codebook import Entry, columns, entries, lines
from lipnet.sheets.separated import harmless
from lipnet.surveys.preview import TYPES
from lipnet.surveys.rendering import marked
from lipnet.surveys.rules_told import HEADINGS as RULES
from lipnet.surveys.words import language_name

HEADINGS = {
    "name": lazy("Name"),
    "type": lazy("Type"),
    "code": lazy("Code"),
    **RULES,
    "default": lazy("Default"),
    "parameters": lazy("Parameters"),
    "role": lazy("Role"),
    "declines": lazy("May be declined"),
    "kind": lazy("Kind of choice"),
    "groups": lazy("Stands in"),
    "repeat": lazy("Repeats for each"),
    "bank_id": lazy("Question of the bank"),
    "aliases": lazy("Former names"),
    "removed": lazy("No longer asked"),
}
ROLES = {
    "demographic": lazy("About the person"),
    "identity": lazy("Says who the person is"),
    "draw_contact": lazy("Contact for a draw"),
    "quote_consent": lazy("Consent to be quoted"),
}
DECLINES = {"dont_know": lazy("I do not know"), "prefer_not": lazy("I prefer not to say")}


def codebook_csv(questionnaire: Questionnaire) -> str:
    """A line for each question and each choice, with a mark by which Excel knows UTF-8."""
    keys = columns(questionnaire)
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow([harmless(heading(key)) for key in keys])
    for line in lines(questionnaire):
        writer.writerow([harmless(line.get(key, "")) for key in keys])
    return "\ufeff" + sheet.getvalue()


def heading(key: str) -> str:
    head, _colon, rest = key.partition(":")
    return _("Text in %(language)s", language=language_name(rest)) if rest else str(HEADINGS[head])


def codebook_page(questionnaire: Questionnaire, tag: str) -> list[dict]:
    """What the page shows of each question; its texts in the language `tag`, or in all if "all"."""
    tags = questionnaire.languages if tag == "all" else (tag,)
    return [_shown(entry, tags) for entry in entries(questionnaire)]


def _shown(entry: Entry, tags: tuple[str, ...]) -> dict:
    question = entry.question
    return {
        "name": question.name,
        "removed": entry.is_removed,
        "texts": texts_in(question.label, tags),
        "hints": texts_in(question.hint, tags),
        "choices": [(choice.code, texts_in(choice.label, tags)) for choice in entry.choices],
        "facts": [(name, value) for name, value in _facts(entry) if value],
        "rules": [(HEADINGS[rule.field], rule.words, rule.source) for rule in entry.rules],
    }


def _facts(entry: Entry):
    question = entry.question
    yield _("Type"), f"{TYPES.get(question.type, '')} ({question.type})".strip()
    yield _("Must be answered"), _("yes") if entry.is_always_required else ""
    for key, value in (
        ("default", question.default),
        ("parameters", " ".join(f"{name}={each}" for name, each in question.parameters.items())),
        ("role", str(ROLES.get(question.role, ""))),
        ("declines", " / ".join(str(DECLINES[each]) for each in question.declines)),
        ("groups", " > ".join(group.name for group in entry.groups)),
        ("repeat", entry.repeat),
        ("bank_id", question.bank_id),
        ("aliases", " ".join(question.aliases)),
    ):
        yield str(HEADINGS[key]), value


def texts_in(texts: Texts, tags: tuple[str, ...]) -> list[Markup]:
    """The text in each of these languages, where there is one, marked with its language."""
    return [marked(inline(texts[tag]), tag) for tag in tags if texts.get(tag)]
