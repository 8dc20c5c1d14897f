"""Write the sample survey that ships with lipnet: python tools/make_sample_form.py

The words are in tools/sample_form.json so that a translator can read them in one place.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
WORDS = HERE / "sample_form.json"
TARGET = HERE.parent / "lipnet" / "demo" / "forms" / "newcomer-welcome.xlsx"
LANGUAGES = {
    "en": "English (en)",
    "fr": "Français (fr)",
    "ar": "العربية (ar)",
    "es": "Español (es)",
}
TEXTS = ("label", "hint", "constraint_message")
RULES = ("relevant", "constraint", "calculation", "appearance")
MADE = datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None)


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    book = Workbook()
    book.properties.creator = "lipnet"
    book.properties.created = book.properties.modified = MADE
    survey = book.active
    survey.title = "survey"
    write(survey, ["type", "name", *RULES], TEXTS, words["survey"])
    write(book.create_sheet("choices"), ["list_name", "name"], ("label",), choices(words))
    write(book.create_sheet("settings"), list(words["settings"]), (), [words["settings"]])
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return 0


def choices(words: dict) -> list[dict]:
    return [
        {"list_name": list_name, **choice}
        for list_name, found in words["choices"].items()
        for choice in found
    ]


def write(sheet: Worksheet, plain: list[str], texts: tuple[str, ...], rows: list[dict]) -> None:
    titles = [f"{key}::{LANGUAGES[tag]}" for key in texts for tag in LANGUAGES]
    sheet.append([*plain, *titles])
    for row in rows:
        said = [row.get(key, {}).get(tag) for key in texts for tag in LANGUAGES]
        sheet.append([*(row.get(key) for key in plain), *said])
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = 28
        column[0].font = Font(bold=True)
        for cell in column[1:]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C2" if len(plain) > 2 else "A2"


if __name__ == "__main__":
    sys.exit(main())
