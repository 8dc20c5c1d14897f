"""A plan to bring a sheet into, and the way of a sheet through the pages' own steps."""

from lipnet.people import operations as people
from lipnet.plans.importing import operations
from lipnet.plans.importing.columns import guessed
from lipnet.plans.importing.pages import Look, looked_at
from lipnet.plans.importing.reading import headings_of, read_tables
from lipnet.plans.importing.understanding import Answers
from lipnet.sheets import Sheet, Workbook
from lipnet.sheets.separated import separated
from lipnet.sheets.writing import write_workbook
from tests.plans import scene

YEAR = 2026


def an_empty_plan(alice):
    """Of 2026-2027, with a council and two organisations around it; its priorities are "Classes
    for everybody" and "Information in many languages" under "Language"."""
    scene.council(alice)
    for name in ("Harbour Public Library", "School Board"):
        people.add_organisation({"en": name}, sector="education", by=alice)
    return scene.plan(alice, year=YEAR)


def csv(*rows) -> bytes:
    return separated(rows).encode()


def xlsx(**sheets) -> bytes:
    book = Workbook([Sheet(name, [list(row) for row in rows]) for name, rows in sheets.items()])
    return write_workbook(book)


def look(plan, data: bytes, by, answers: Answers | None = None, name: str = "plan.csv") -> Look:
    tables = read_tables(data, name)
    mapping = {h: c for h, c in guessed(headings_of(tables)).items() if c}
    return looked_at(plan, tables, mapping, by, answers)


def bring(plan, data: bytes, by, answers: Answers | None = None, ticked=None):
    seen = look(plan, data, by, answers)
    return operations.bring_sheet(
        plan, seen.understood, seen.proposals, name="plan.csv", ticked=ticked, by=by
    )


def said(found) -> list[str]:
    return [f"{each.cell} {each.severity}: {each.wrong}" for each in found]
