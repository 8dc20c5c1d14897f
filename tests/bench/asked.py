"""The survey of the bench: 20 questions on 3 pages in 3 languages."""

from tests.surveys.scene import CHOICES, workbook

TONGUES = ("English (en)", "Français (fr)", "العربية (ar)")
WORDS = ("How easy is it to", "Est-il facile de", "ما مدى سهولة")
SIZES = (7, 7, 6)
KINDS = ("select_one yes_no", "integer", "select_multiple ways", "text")


def twenty_questions() -> bytes:
    rows, number = [], 0
    for page, size in enumerate(SIZES, 1):
        rows.append({**row("begin group", f"page_{page}", page), "appearance": "field-list"})
        for _ in range(size):
            number += 1
            rows.append(row(KINDS[number % 4], f"q{number}", number))
        rows.append({"type": "end group"})
    return workbook(rows, CHOICES, title="Twenty questions")


def row(kind: str, name: str, number: int) -> dict:
    labels = zip(TONGUES, WORDS, strict=True)
    return {"type": kind, "name": name, "appearance": ""} | {
        f"label::{tongue}": f"{words} {number}?" for tongue, words in labels
    }


def answers() -> list[list[tuple[str, str]]]:
    """(field, value) of each page, as a browser sends them."""
    given = {0: "yes", 1: "12", 2: "bus", 3: "An evening class near the library would help me"}
    pages, number = [], 0
    for size in SIZES:
        fields = []
        for _ in range(size):
            number += 1
            fields.append((f"q-q{number}", given[number % 4]))
        pages.append(fields)
    return pages
