"""Taking answers away: rows a second and memory of each kind of file, and of the report pack.

Answers are put straight into the table with random keys: 50,000 of them, or as many as ROWS says.
Each kind is made in a process of its own, so that its memory is only its own.

ENGINES=sqlite leaves the other database out.
"""

import json
import os
import random
import secrets
import subprocess
import sys
import time
from pathlib import Path

from lipnet import create_app
from lipnet.bench.results import STORE
from lipnet.core import clock, migrations
from lipnet.core import secrets as secrets_of_the_house
from lipnet.core.db import ask_many, connect, db
from lipnet.surveys.exporting import claiming, pack, shelf
from lipnet.surveys.exporting.making import make
from lipnet.surveys.exporting.models import KINDS, Export
from lipnet.surveys.exporting.operations import order_export
from lipnet.surveys.models import SurveyVersion
from tests import cast
from tests.bench.flow import with_postgresql
from tests.conftest import settings_for
from tests.surveys.kinds import row
from tests.surveys.scene import open_survey_with, workbook

ROWS = int(os.environ.get("ROWS", "50000"))
AT_ONCE = 1_000
CODES = ("never", "seldom", "sometimes", "often", "always")
ASKED = [
    *(row("select_one much", f"one_{at}", "welcome") for at in range(20)),
    *(row("select_multiple much", f"many_{at}", "help") for at in range(6)),
    *(row("integer", f"number_{at}", "income") for at in range(6)),
    *(row("text", f"text_{at}", "name") for at in range(4)),
    *(row("date", f"date_{at}", "arrived") for at in range(4)),
]
CHOICES = [("much", code, code.title(), code.title(), code) for code in CODES]
WORDS = "An evening class near the library would help, with somebody to mind the children"


def main() -> None:
    with_postgresql(measured)


def measured(engine: str, folder: Path, url_of) -> None:
    """`ours` is the database that with_postgresql() made on either engine."""
    url, folder = url_of("ours"), folder / engine
    secrets_of_the_house.make(folder)
    connect(url)
    migrations.migrate(folder)
    create_app(settings_for(folder, url))
    with db.connection_context():
        survey = open_survey_with(cast.alice(), data=workbook(ASKED, CHOICES))
        begun = time.perf_counter()
        fill(survey.published_version)
    print(
        f"{engine}: {ROWS:,} answers, {len(ASKED)} questions; {time.perf_counter() - begun:.0f} s"
    )
    for kind in (*KINDS[:-1], "labels", KINDS[-1]):
        alone = [sys.executable, "-m", "tests.bench.exports", str(folder), url, kind]
        subprocess.run(alone, check=True)


def fill(version: SurveyVersion) -> None:
    chance, day = random.Random(1), clock.today().isoformat()
    for _ in range(0, ROWS, AT_ONCE):
        rows = [
            (secrets.token_hex(32), day, "en", "web", json.dumps(drawn(chance)), version.id)
            for _ in range(AT_ONCE)
        ]
        with db.atomic():
            ask_many(STORE.format("response"), rows)


def drawn(chance: random.Random) -> dict:
    found: dict = {}
    for each in ASKED:
        kind, name = each["type"].split()[0], each["name"]
        if kind == "select_one":
            found[name] = chance.choice(CODES)
        elif kind == "select_multiple":
            found[name] = [code for code in CODES if chance.random() < 0.4] or None
        elif kind == "integer":
            found[name] = chance.randrange(100)
        elif kind == "text":
            found[name] = WORDS[: chance.randrange(len(WORDS))] or None
        else:
            found[name] = f"20{chance.randrange(10, 26)}-05-{chance.randrange(1, 29):02}"
    return found


def alone(folder: str, url: str, kind: str) -> None:
    """One file, and what this process needed beyond what it needs by itself."""
    app = create_app(settings_for(Path(folder), url))
    shelf.use_folder(Path(folder))
    pack.use_templates(app.jinja_env)
    with db.connection_context():
        version = SurveyVersion.get(SurveyVersion.published_at.is_null(False))
        labels = {"wording": "labels", "language": "en"} if kind == "labels" else {}
        sam = cast.Person.get()
        order_export(version, "csv" if labels else kind, by=sam, **labels)
        export = claiming.claim()
        before, begun, busy = peak(), time.perf_counter(), time.process_time()
        assert make(export), Export.get_by_id(export.id).failed
        taken, busy = time.perf_counter() - begun, time.process_time() - busy
        export = Export.get_by_id(export.id)
    print(
        f"{kind:7} {taken:6.1f} s, of a processor {busy:6.1f} s: {export.rows_done / busy:8,.0f} "
        f"rows/s   {export.size / 1e6:7.1f} MB   memory +{peak() - before:5.1f} MB"
    )


def peak() -> float:
    """In MB; not getrusage's, which begins with what the parent needed."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    alone(*sys.argv[1:])
