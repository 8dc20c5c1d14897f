"""The report pack: what readers may see, as a folder of pages and tables in English and French.

Everything in it comes through the readers' door, so whoever holds it learns no more than the page
of results tells. Its pages need no network: they bring their one sheet of style.
"""

import zipfile
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from jinja2 import Environment

from lipnet import languages
from lipnet.core import clock, i18n
from lipnet.core.multilingual import told
from lipnet.core.partnership import partnership
from lipnet.core.statics import FOLDER
from lipnet.surveys.codebook import codebook_csv, codebook_page
from lipnet.surveys.exporting.divided import Divided, divided_tables
from lipnet.surveys.exporting.method import method_of
from lipnet.surveys.exporting.spss_names import spss_names
from lipnet.surveys.figures import Bar, note_of, page_of_bars, told_label
from lipnet.surveys.frozen import questionnaire_of
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.results import Results, Table, results_of
from lipnet.surveys.spreadsheet import as_csv, table_as_csv
from lipnet.surveys.words import language_name, mode_name

LANGUAGES = ("en", "fr")
LOOK = ("ground", "components", "figures", "surveys", "pack", "print")
TEMPLATES = "surveys/exporting/pack"

Told = Callable[[int, int], object]
_drawer: dict[str, Environment] = {}


def use_templates(environment: Environment) -> None:
    """The clock makes packs, and it answers no request: the templates are all it needs."""
    _drawer["templates"] = environment


def write(file: BinaryIO, version: SurveyVersion, tell: Told) -> int:
    """Write the pack; returns how many files it has. tell: (files so far, files there will be)."""
    found = results_of(version.survey, version)
    total, written = 2 + len(LANGUAGES) * _files_in_one(found), 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(version, found):
            archive.writestr(name, content)
            written += 1
            tell(written, total)
    return written


def _files_in_one(found: Results) -> int:
    if found.n is None:
        return 4
    divided = sum(1 for _ in divided_tables(found))
    return 5 + len(found.questions) + (1 + divided if divided else 0)


def _files(version: SurveyVersion, found: Results) -> Iterator[tuple[str, str]]:
    yield "look.css", _look()
    yield "index.html", _page("index", "", version, tags=LANGUAGES)
    for tag in LANGUAGES:
        with i18n.speaking(tag):
            yield from ((f"{tag}/{name}", content) for name, content in _in_one(version, found))


def _in_one(version: SurveyVersion, found: Results) -> Iterator[tuple[str, str]]:
    """The files of the language being spoken."""
    read = questionnaire_of(version)
    entries = codebook_page(read, "all")
    yield "questionnaire.html", _page("questionnaire", "../", version, entries=entries)
    yield "codebook.csv", codebook_csv(read)
    yield "method.html", _page("method", "../", version, method=method_of(version, found))
    yield "tables.html", _page("tables", "../", version, **_tables(found))
    if found.n is None:
        return
    yield "tables.csv", as_csv(found)
    names = spss_names(table.name for table in found.questions)
    for at, (name, table) in enumerate(zip(names, found.questions, strict=True), 1):
        yield f"tables/{at:02}-{name}.csv", table_as_csv(table)
    yield from _divided(version, list(divided_tables(found)))


def _divided(version: SurveyVersion, tables: list[Divided]) -> Iterator[tuple[str, str]]:
    if not tables:
        return
    yield "divided.html", _page("divided", "../", version, divided=tables)
    names = spss_names(f"{each.question}_by_{each.filter.lstrip('@')}" for each in tables)
    for at, (name, table) in enumerate(zip(names, tables, strict=True), 1):
        yield f"divided/{at:02}-{name}.csv", table.csv


def _tables(found: Results) -> dict[str, Any]:
    if found.n is None:
        return {"results": found, "about": [], "figures": [], "divided": False}
    about = [
        (i18n.gettext("Languages"), page_of_bars(found.languages, language_name)),
        (i18n.gettext("How people answered"), page_of_bars(found.modes, mode_name)),
    ]
    return {
        "results": found,
        "about": about,
        "divided": next(divided_tables(found), None) is not None,
        "figures": [_figure(table) for table in found.questions],
    }


def _figure(table: Table) -> dict[str, Any]:
    """A question as plain bars, which paper takes as well."""
    bars = [Bar(told_label(row, table.kind), row.count, row.share) for row in table.rows]
    return {"caption": told(table.label) or table.name, "bars": bars, "note": note_of(table)}


def _page(name: str, base: str, version: SurveyVersion, **shown) -> str:
    page = _drawer["templates"].get_template(f"{TEMPLATES}/{name}.html")
    return page.render(
        base=base,
        language=i18n.language(),
        survey=version.survey,
        version=version,
        partnership=partnership(),
        today=clock.today(),
        language_of=languages.get,
        **shown,
    )


def _look() -> str:
    return "\n".join((FOLDER / "css" / f"{name}.css").read_text("utf-8") for name in LOOK)
