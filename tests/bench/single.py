"""One thing at a time: the engine, the pages, the store."""

import shutil
import statistics
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from lipnet import create_app
from lipnet.core import migrations, secrets
from lipnet.core.db import connect, db
from lipnet.questionnaire import answering, xlsform
from lipnet.surveys.operations import settle_responses
from tests import cast
from tests.conftest import settings_for
from tests.surveys import scene

SAMPLE = Path(__file__).resolve().parents[2] / "lipnet" / "demo" / "forms" / "newcomer-welcome.xlsx"


def main() -> None:
    with house() as app:
        engine()
        hot_path(app)


@contextmanager
def house():
    """An empty house on SQLite, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="lipnet-bench-"))
    settings = settings_for(folder)
    secrets.make(folder)
    connect(settings.database_url)
    migrations.migrate(folder)
    app = create_app(settings)
    db.connect(reuse_if_open=True)
    try:
        yield app
    finally:
        db.close()
        shutil.rmtree(folder)


def engine() -> None:
    data = SAMPLE.read_bytes()
    tell("read and check our sample form", lambda: xlsform.read(data, SAMPLE.name), 10)
    questionnaire = xlsform.read(data, SAMPLE.name).questionnaire
    tell("compile it (once per version)", lambda: answering.compile(questionnaire), 10)
    compiled = answering.compile(questionnaire)
    tell(
        "check one set of answers against it",
        lambda: answering.check_answers(compiled, {}, scene.moment(), "en"),
        100,
    )


def hot_path(app) -> None:
    survey = scene.open_survey_with(cast.alice())
    client = app.test_client()
    numbers = iter(range(10_000_000))
    tell("GET the language wall", lambda: client.get("/s/classes"), 200)
    tell("GET the notice in Arabic, from memory", lambda: client.get("/s/classes/ar"), 200)
    tell("POST to begin: the first page", lambda: client.post("/s/classes/ar/answer"), 200)
    tell("store one response, durably", lambda: scene.respond(survey, next(numbers)), 300)
    with db.atomic():
        for _ in range(5000):
            scene.respond(survey, next(numbers))
    tell("settle 5,000 responses", lambda: settle_responses(survey), 1)
    tell("settle what is left (nothing)", lambda: settle_responses(survey), 5)
    page = results_page(app)
    tell("results page with 5,300 responses", page, 20)
    with db.atomic():
        for _ in range(5000):
            scene.respond(survey, next(numbers))
    while settle_responses(survey):
        pass
    tell("results page with 10,300 responses", page, 20)


def results_page(app):
    from tests.browsing import Browser

    browser = Browser(app, cast.Person.get())
    return lambda: browser.client.get("/surveys/classes/results")


def tell(what: str, act, times: int) -> float:
    """Run `act` several times; print median and slowest in milliseconds; give the median."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    median, slowest = statistics.median(taken), max(taken)
    print(f"{what:45} median {median:9.2f} ms   slowest {slowest:9.2f} ms   n={times}")
    return median
