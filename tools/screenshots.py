"""Draw docs/screenshots from the demo: python -m tools.screenshots

A fresh demo is made in a folder of its own and served; small pictures of its main pages are taken
with Chromium, on a phone and on a desk, by day and by night.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from lipnet import create_app
from lipnet.core import config
from lipnet.core.db import db
from lipnet.demo import directory
from lipnet.people.models import Person
from lipnet.surveys import operations as surveys
from lipnet.surveys.bank.assembling import assembled
from lipnet.surveys.bank.shelf import offered
from tests.browser.human import Human, chromium
from tests.browser.server import Server
from tests.surveys import scene

TARGET = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
LARGEST = 120_000
PHONE, DESK = (360, 740), (1280, 720)


class Shot(NamedTuple):
    """One picture: `path` opened in `language`; `then` is followed or scrolled to before it."""

    name: str
    path: str
    language: str = "en"
    size: tuple[int, int] = DESK
    scheme: str = "light"
    to: str = ""


SHOTS = (
    Shot("home", "/"),
    Shot("home", "/", size=PHONE, scheme="dark"),
    Shot("start", "/start", "ar", PHONE),
    Shot("surveys", "/surveys", "fr"),
    Shot("results", "/surveys/{closed}/results", to=".question-result"),
    Shot("results", "/surveys/{closed}/results", "ar", PHONE, to=".question-result"),
    Shot("groups", "/surveys/{closed}/results/groups?q=housing&by=@language", to=".said"),
    Shot("evidence", "/evidence"),
    Shot("editor", "/surveys/belonging/versions/3/edit/belonging_community"),
    Shot("editor", "/surveys/belonging/versions/3/edit", size=PHONE, scheme="dark"),
    Shot("editor", "/surveys/belonging/versions/3/edit", "ar"),
    Shot("workshop", "/surveys/belonging/languages/ti"),
    Shot("workshop", "/surveys/belonging/languages", "fr", PHONE),
    Shot("workshop", "/surveys/belonging/languages/ar", "ar", DESK, "dark"),
    Shot("bank", "/question-bank", "fr", PHONE),
    Shot("finding", "/evidence/5"),
    Shot("meeting", "/meetings/2", size=PHONE),
    Shot("minutes", "/meetings/2/minutes", "fr"),
    Shot("group", "/groups/partnership-council"),
    Shot("call", "/nominations/calls/2", "fr", PHONE),
    Shot("plan", "/plans/"),
    Shot("plan", "/plans/", "ar", DESK, "dark"),
    Shot("action", "/plans/actions/9"),
    Shot("report", "/reports/{last}", "fr"),
)
PUBLIC = (
    Shot("wall", "/s/{open}", size=PHONE),
    Shot("notice", "/s/{open}/fr", "fr", PHONE, "dark"),
    Shot("question", "/s/{open}/fr", "fr", PHONE, to=".start button"),
    Shot("question", "/s/belonging/en", size=DESK, to=".start button"),
    Shot("question", "/s/belonging/ar", "ar", PHONE, to=".start button"),
    Shot("question", "/s/belonging/ti", "ti", PHONE, "dark", to=".start button"),
    Shot("receipt", "/r/{closed}/ar", "ar", PHONE),
    Shot("told", "/told/{closed}/ar", "ar", PHONE),
    Shot("told", "/told/{closed}/en", scheme="dark"),
)


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lipnet-screenshots-") as folder:
        server = Server(Path(folder))
        server.command("migrate")
        server.command("demo")
        ask_from_the_bank(server)
        server.start()
        try:
            with chromium() as browser:
                drawn = draw_all(browser, server)
        finally:
            server.stop()
    too_large = [path for path in drawn if path.stat().st_size > LARGEST]
    for path in drawn:
        print(f"{path.stat().st_size / 1000:6.0f} kB  {path.name}")
    return 1 if too_large else 0


def ask_from_the_bank(server: Server) -> None:
    """A survey of the bank's questions in four languages, and a version that is being written."""
    create_app(config.load(server.config))
    with db.connection_context():
        noor = Person.get(Person.email == directory.address(directory.COORDINATOR[0]))
        survey = scene.draft_survey(noor, slug="belonging")
        title = {"en": "Feeling at home here", "fr": "Se sentir chez soi ici"}
        surveys.describe_survey(survey, title=title, by=noor)
        entries = [each for each in offered() if each.theme in ("belonging", "languages")]
        made = assembled({"en": "Belonging"}, entries, ["en", "fr", "ar", "ti"])
        surveys.draft_questionnaire(survey, made, by=noor)
        scene.opened(survey, by=noor)
        surveys.begin_revision(survey, by=noor)


def draw_all(browser: Browser, server: Server) -> list[Path]:
    for old in TARGET.glob("*.png"):
        old.unlink()
    noor = Human(browser, server.address)
    noor.sign_in(directory.address(directory.COORDINATOR[0]), directory.PASSWORDS["noor"])
    state = noor.context.storage_state()
    places = places_of(noor)
    drawn = [draw(browser, server, shot, places, state) for shot in SHOTS]
    drawn += [draw(browser, server, shot, places, None) for shot in PUBLIC]
    noor.close()
    return drawn


def places_of(noor: Human) -> dict[str, str]:
    """The addresses that depend on the day: this year's surveys, last year's report."""
    surveys = noor.open("/surveys").page.locator("main a.card-link, main .card a")
    slugs = [a.get_attribute("href").rsplit("/", 1)[1] for a in surveys.all()]
    reports = noor.open("/reports/").page.locator('main h2 a[href^="/reports/"]')
    year = reports.last.get_attribute("href").rsplit("/", 1)[1]
    newcomers = next(slug for slug in slugs if "newcomer" in slug or "welcome" in slug)
    return {"open": slugs[0], "closed": newcomers, "last": year}


def draw(browser: Browser, server: Server, shot: Shot, places: dict, state) -> Path:
    width, height = shot.size
    device = {"viewport": {"width": width, "height": height}, "color_scheme": shot.scheme}
    visitor = Human(browser, server.address, **device, storage_state=state)
    path = shot.path.format(**places)
    visitor.open(
        path
        if path.startswith(("/s/", "/r/", "/told/"))
        else f"{path}{'&' if '?' in path else '?'}lang={shot.language}"
    )
    if shot.to.endswith("button"):
        with visitor.page.expect_navigation():
            visitor.page.locator(shot.to).click()
    elif shot.to:
        visitor.page.locator(shot.to).first.scroll_into_view_if_needed()
    night = "-dark" if shot.scheme == "dark" else ""
    target = TARGET / f"{shot.name}-{width}-{shot.language}{night}.png"
    visitor.page.screenshot(path=target)
    visitor.close()
    return target


if __name__ == "__main__":
    sys.exit(main())
