"""Bring every plan below a folder into an empty house: python tools/corpus_plans.py PATH

Each .csv, .xlsx, .xls or .ods is read into a plan of the year most of its days lie in, with every
priority made new and every lead added, and then taken away and looked at once more. Told per file:
rows, actions, findings. --findings prints each. Ends with 1 only if a file made the program fail.
"""

import argparse
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

from lipnet import create_app
from lipnet.core import clock, migrations, secrets
from lipnet.core.config import from_tables
from lipnet.core.db import connect, db
from lipnet.core.refusals import Refusal
from lipnet.core.text import folded
from lipnet.people.models import Person
from lipnet.plans import operations
from lipnet.plans.exporting.rows import table_of
from lipnet.plans.importing import operations as importing
from lipnet.plans.importing.columns import guessed
from lipnet.plans.importing.pages import Look, looked_at
from lipnet.plans.importing.reading import Table, headings_of, read_tables
from lipnet.plans.importing.understanding import Answers
from lipnet.plans.importing.when import Ambiguous, read_when
from lipnet.plans.models import ActionPlan
from lipnet.plans.viewing.rows import whole_plan
from lipnet.sheets.separated import separated

KINDS = (".csv", ".xlsx", ".xls", ".ods")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--findings", action="store_true", help="print every finding")
    chosen = parser.parse_args()
    failed = 0
    for file in sorted(each for each in chosen.path.rglob("*") if each.suffix in KINDS):
        try:
            with (
                tempfile.TemporaryDirectory() as folder,
                _house(Path(folder)).test_request_context(),
            ):
                tell(file, chosen.findings)
        except Refusal as refusal:
            print(f"{file.name}: refused: {refusal.reason}")
        except Exception:
            failed += 1
            print(f"{file.name}: FAILED")
            traceback.print_exc()
        finally:
            db.close()
    return 1 if failed else 0


def tell(file: Path, every: bool) -> None:
    tables = read_tables(file.read_bytes(), file.name)
    mapping = {h: column for h, column in guessed(headings_of(tables)).items() if column}
    by = Person.create(name="Corpus", folded_name=folded("Corpus"), added_at=clock.now())
    plan = _plan(_year_of(tables, mapping), by)
    first = looked_at(plan, tables, mapping, by)
    look = looked_at(plan, tables, mapping, by, _everything_new(first))
    brought = importing.bring_sheet(plan, look.understood, look.proposals, name=file.name, by=by)
    back = _taken_away_and_looked_at(plan, by)
    grave = Counter(found.severity for found in look.found)
    rows = sum(any(row) for table in tables for row in table.rows)
    asked = first.understood
    print(
        f"{file.name}: {rows} rows, {len(brought.actions)} actions of {plan.years}, columns "
        f"{len(mapping)} of {len(headings_of(tables))}; asked: {len(asked.asked_places)} "
        f"priorities, {len(asked.asked_names)} names; findings: {grave['error']} left "
        f"out, {grave['warning']} to look at, {grave['notice']} told; taken away and back: "
        f"{back.count('same')} the same"
    )
    for severity, wrong, cells in look.grouped() if every else []:
        print(f"    {severity}: {wrong} ({', '.join(cells)})")


def _everything_new(look: Look) -> Answers:
    understood = look.understood
    places = {place: first or "n0" for place, first in understood.asked_places.items()}
    names = {name: first or "new" for name, first in understood.asked_names.items()}
    return Answers(places, names)


def _taken_away_and_looked_at(plan: ActionPlan, by: Person) -> Look:
    rows = table_of(whole_plan(plan), by, with_money=True)
    tables = read_tables(separated(rows).encode(), "back.csv")
    mapping = {h: column for h, column in guessed(headings_of(tables)).items() if column}
    return looked_at(plan, tables, mapping, by)


def _year_of(tables: list[Table], mapping: dict[str, str]) -> int:
    """The fiscal year in which most of the days lie; this one if there are none."""
    found: Counter[int] = Counter()
    for table in tables:
        places = [p for p, h in enumerate(table.headings) if mapping.get(h) in ("due", "when")]
        for text in (row[place] for row in table.rows for place in places if row[place]):
            try:
                when = read_when(text, 2026)
            except Ambiguous:
                continue
            if when:
                found[clock.fiscal_year(when.end)] += 1
    return max(found, key=found.__getitem__, default=clock.fiscal_year(clock.today()))


def _plan(year: int, by: Person) -> ActionPlan:
    words = {"en": "Corpus", "fr": "Corpus"}
    strategy = operations.write_strategy(words, from_year=year, to_year=year + 5, by=by)
    return operations.start_plan(strategy, year, by=by)


def _house(folder: Path):
    url = f"sqlite:///{folder / 'corpus.sqlite3'}"
    tables = {"data": {"folder": str(folder), "database": url}, "server": {"development": True}}
    secrets.make(folder)
    connect(url)
    migrations.migrate(folder)
    return create_app(from_tables(tables))


if __name__ == "__main__":
    sys.exit(main())
