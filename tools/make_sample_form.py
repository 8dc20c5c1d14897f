"""Write the sample surveys that ship with lipnet: python tools/make_sample_form.py

The words are in tools/*_form.json so that a translator can read them in one place. With a target,
only the newcomer survey is written, there.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
FOLDER = HERE.parent / "lipnet" / "demo" / "forms"
FORMS = {
    "newcomer-welcome": "sample_form",
    "employers": "employers_form",
    "partnership-health": "partnership_health_form",
}
LANGUAGES = {
    "en": "English (en)",
    "fr": "Français (fr)",
    "ar": "العربية (ar)",
    "es": "Español (es)",
    "uk": "Українська (uk)",
    "fa": "فارسی (fa)",
}
TEXTS = ("label", "hint", "constraint_message")
RULES = ("relevant", "constraint", "calculation", "appearance")
MADE = datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None)


def main() -> int:
    if len(sys.argv) > 1:
        write_form(FORMS["newcomer-welcome"], Path(sys.argv[1]))
        return 0
    for name, words in FORMS.items():
        write_form(words, FOLDER / f"{name}.xlsx")
    return 0


def write_form(name: str, target: Path) -> None:
    words = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    tags = [tag for tag in LANGUAGES if tag in words["survey"][0]["label"]]
    book = Workbook()
    book.properties.creator = "lipnet"
    book.properties.created = book.properties.modified = MADE
    survey = book.active
    survey.title = "survey"
    write(survey, ["type", "name", *RULES], TEXTS, words["survey"], tags)
    write(book.create_sheet("choices"), ["list_name", "name"], ("label",), choices(words), tags)
    write(book.create_sheet("settings"), list(words["settings"]), (), [words["settings"]], tags)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def choices(words: dict) -> list[dict]:
    return [
        {"list_name": list_name, **choice}
        for list_name, found in words["choices"].items()
        for choice in found
    ]


def write(
    sheet: Worksheet, plain: list[str], texts: tuple[str, ...], rows: list[dict], tags: list[str]
) -> None:
    titles = [f"{key}::{LANGUAGES[tag]}" for key in texts for tag in tags]
    sheet.append([*plain, *titles])
    for row in rows:
        said = [row.get(key, {}).get(tag) for key in texts for tag in tags]
        sheet.append([*(row.get(key) for key in plain), *said])
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = 28
        column[0].font = Font(bold=True)
        for cell in column[1:]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C2" if len(plain) > 2 else "A2"


if __name__ == "__main__":
    sys.exit(main())
