"""Counting a survey's answers: our index, and others that hold the same answers, in one run.

RESPONSES=1000000 takes more than the usual 100,000. The others are asked what the index is asked:
how often each of the options was chosen, and two questions crossed under a filter. Ours is measured
on both engines, also as the program serves it; ENGINES=sqlite leaves the other one out.
"""

import os
import sqlite3
import tempfile
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from lipnet.bench import invented
from lipnet.bench.clocked import lines_of
from lipnet.bench.results import measure
from tests.bench.flow import ENGINES, with_postgresql
from tests.bench.single import tell

RESPONSES = int(os.environ.get("RESPONSES", 100_000))
ONE = [f"one{i}" for i in range(invented.ONE)] + [f"scale{i}" for i in range(invented.SCALES)]
MANY = [f"many{i}" for i in range(invented.MANY)]


def main() -> None:
    found: dict[str, dict] = {}
    with_postgresql(lambda *house: found.update(_ours(*house)))
    ours = found[ENGINES[0]]
    for others in (json_in_sqlite, duckdb, polars):
        times = others()
        _compare(others.__name__, times, ours)


def _ours(engine: str, folder: Path, url_of) -> dict[str, dict]:
    """`ours` is the empty database that with_postgresql() made on either engine."""
    (folder / engine).mkdir()
    ours = measure(RESPONSES, folder / engine, "" if engine == "sqlite" else url_of("ours"))
    for line in lines_of(ours):
        print(line, flush=True)
    return {engine: ours}


def _compare(name: str, times: tuple[float, float], ours: dict) -> None:
    every, crossed = times
    print(f"{name + ': every frequency, filtered crossing':45} {every:.4f} s  {crossed:.4f} s")
    ratios = every / ours["frequencies_s"], crossed / ours["filtered_crosstab_s"]
    print(f"{name + ' / ours':45} {ratios[0]:.1f}  {ratios[1]:.1f}")


def json_in_sqlite() -> tuple[float, float]:
    """The answers as they are stored, counted by SQLite's own functions for JSON."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE response (language TEXT, answers TEXT)")
    rows = ((language, answers) for _, _, language, _, answers in invented.responses(RESPONSES))
    base.executemany("INSERT INTO response VALUES (?, ?)", rows)
    every = """
        SELECT question.key, coalesce(option.value, question.value), count(*)
        FROM response, json_each(response.answers) AS question
        LEFT JOIN json_each(CASE question.type WHEN 'array' THEN question.value ELSE '[]' END)
        AS option
        WHERE question.key LIKE 'one%' OR question.key LIKE 'scale%' OR question.key LIKE 'many%'
        GROUP BY 1, 2
    """
    crossed = """
        SELECT answers ->> '$.one0', answers ->> '$.scale0', count(*) FROM response
        WHERE language IN ('ar', 'fr') AND coalesce(answers ->> '$.one2', '') <> 'a' GROUP BY 1, 2
    """
    return (
        tell("SQLite, its JSON: every frequency", lambda: base.execute(every).fetchall(), 1) / 1000,
        tell("SQLite, its JSON: a crossing", lambda: base.execute(crossed).fetchall(), 1) / 1000,
    )


def duckdb() -> tuple[float, float]:
    """One table in memory, a column for each question, lists for several answers."""
    with _as_lines() as lines:
        base = import_module("duckdb").connect()
        base.execute("SET threads = 2")
        base.execute(f"CREATE TABLE r AS SELECT * FROM read_json('{lines}')")

    def every():
        for name in ONE:
            base.execute(f"SELECT {name}, count(*) FROM r GROUP BY 1").fetchall()
        for name in MANY:
            base.execute(f"SELECT unnest({name}), count(*) FROM r GROUP BY 1").fetchall()

    crossed = """
        SELECT one0, scale0, count(*) FROM r
        WHERE language IN ('ar', 'fr') AND coalesce(one2, '') <> 'a' GROUP BY 1, 2
    """
    return (
        tell("DuckDB: every frequency", every, 3) / 1000,
        tell("DuckDB: a crossing", lambda: base.execute(crossed).fetchall(), 5) / 1000,
    )


def polars() -> tuple[float, float]:
    """One frame in memory, a column for each question."""
    library = import_module("polars")
    with _as_lines() as lines:
        frame = library.read_ndjson(lines, infer_schema_length=1000)
    col = library.col

    def every():
        library.collect_all([frame.lazy().group_by(name).len() for name in ONE])
        library.collect_all(
            [frame.lazy().select(name).explode(name).group_by(name).len() for name in MANY]
        )

    def crossed():
        meant = col("language").is_in(["ar", "fr"]) & (col("one2").fill_null("") != "a")
        return frame.lazy().filter(meant).group_by("one0", "scale0").len().collect()

    return (
        tell("Polars: every frequency", every, 3) / 1000,
        tell("Polars: a crossing", crossed, 5) / 1000,
    )


@contextmanager
def _as_lines():
    """The same answers as lines of JSON in a file, for who reads such."""
    with tempfile.TemporaryDirectory(prefix="lipnet-bench-") as folder:
        path = Path(folder) / "answers.jsonl"
        with path.open("w", encoding="utf-8") as lines:
            for _, _, language, _, answers in invented.responses(RESPONSES):
                lines.write(f'{{"language":"{language}",{answers[1:]}\n')
        yield path
