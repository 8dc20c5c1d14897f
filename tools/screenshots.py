"""Draw docs/screenshots from the demo: python -m tools.screenshots

A fresh demo is made in a folder of its own and served; small pictures of its main pages are taken
with Chromium, on a phone and on a desk, by day and by night. A page of the report's PDF is drawn by
pdftoppm (poppler-utils); without it those pictures are left out, and it says so.
"""

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser

from lipnet import create_app
from lipnet.core import clock, config
from lipnet.core.db import db
from lipnet.demo import directory
from lipnet.meetings.bringing.desk import desk_of
from lipnet.meetings.bringing.models import BroughtMinutes
from lipnet.meetings.bringing.operations import bring_minutes
from lipnet.meetings.bringing.reading import read_minutes
from lipnet.meetings.models import Meeting
from lipnet.meetings.recording.operations import type_lines
from lipnet.people.models import Person
from lipnet.surveys import operations as surveys
from lipnet.surveys.bank.assembling import assembled
from lipnet.surveys.bank.shelf import offered
from tests.browser.human import Human, chromium
from tests.browser.server import Server
from tests.surveys import scene
from tools.shots import PDF, PUBLIC, SHOTS, Shot

TARGET = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
LARGEST = 120_000
COLOURS = 256
LINES = """\
# 2
DECISION: We ask the library to stay open on Saturdays.
ACTION @Noor due 15 Jan: Write to the library board.
# 3
PROPOSITION : Que le plan soit modifié.
ADOPTÉE PAR CONSENSUS
The school board would like to hear of the survey first.
"""
OLD = """\
Partnership Council, 2024-02-15
Present: Noor Lindqvist, Eilidh Morrowsmith, Yolande Nsabimana
Regrets: Amal Haddadine

1. Welcome desk
Noor told how many people came in January: twice as many as last year.
DECISION: The desk opens on two evenings a week.
Motion: That a second desk be tried at the college. Moved by Yolande Nsabimana, seconded by
Eilidh Morrowsmith. Carried.
ACTION: Eilidh to ask the college for a room by March 1.
Somebody should call the bus company.
"""
PAGE_WIDTH, PAGE_OF_PDF = 620, 2


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lipnet-screenshots-") as folder:
        server = Server(Path(folder))
        server.command("migrate")
        server.command("demo")
        prepare(server)
        server.start()
        try:
            with chromium() as browser:
                drawn = draw_all(browser, server)
        finally:
            server.stop()
    if not shutil.which("pdftoppm"):
        print("The pages of the PDF were not drawn: pdftoppm (poppler-utils) is missing.")
    too_large = [path for path in drawn if path.stat().st_size > LARGEST]
    for path in drawn:
        print(f"{path.stat().st_size / 1000:6.0f} kB  {path.name}")
    return 1 if too_large else 0


def prepare(server: Server) -> None:
    """What the demo's past does not have: something that is half done."""
    create_app(config.load(server.config))
    with db.connection_context():
        noor = Person.get(Person.email == directory.address(directory.COORDINATOR[0]))
        ask_from_the_bank(noor)
        record_by_typing(noor)


def ask_from_the_bank(noor: Person) -> None:
    """A survey of the bank's questions in four languages, and a version that is being written."""
    survey = scene.draft_survey(noor, slug="belonging")
    title = {"en": "Feeling at home here", "fr": "Se sentir chez soi ici"}
    surveys.describe_survey(survey, title=title, by=noor)
    entries = [each for each in offered() if each.theme in ("belonging", "languages")]
    made = assembled({"en": "Belonging"}, entries, ["en", "fr", "ar", "ti"])
    surveys.draft_questionnaire(survey, made, by=noor)
    scene.opened(survey, by=noor)
    surveys.begin_revision(survey, by=noor)


def record_by_typing(noor: Person) -> None:
    """Lines of a meeting as they are typed, and minutes of long ago that wait to be looked at."""
    coming = coming_meeting()
    type_lines(coming, LINES, language="en", version=0, by=noor)
    read = read_minutes("council-2024.md", OLD.encode())
    bring_minutes(coming.body, read, desk=desk_of(read.text, coming.body, "2024"), by=noor)


def coming_meeting() -> Meeting:
    return Meeting.select().where(Meeting.held_at.is_null()).order_by(Meeting.on).get()


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
    return drawn + [draw_page(server, shot, places) for shot in PDF if shutil.which("pdftoppm")]


def places_of(noor: Human) -> dict[str, str]:
    """The addresses that depend on the day: this year's surveys, last year's report."""
    surveys = noor.open("/surveys").page.locator("main a.card-link, main .card a")
    slugs = [a.get_attribute("href").rsplit("/", 1)[1] for a in surveys.all()]
    reports = noor.open("/reports/").page.locator('main h2 a[href^="/reports/"]')
    year = reports.last.get_attribute("href").rsplit("/", 1)[1]
    newcomers = next(slug for slug in slugs if "newcomer" in slug or "welcome" in slug)
    with db.connection_context():
        return {
            "open": slugs[0], "closed": newcomers, "last": year,
            "year": clock.fiscal_year(clock.today()), "coming": coming_meeting().id,
            "brought": BroughtMinutes.get().id,
        }  # fmt: skip


def draw(browser: Browser, server: Server, shot: Shot, places: dict, state) -> Path:
    width, height = shot.size
    device = {"viewport": {"width": width, "height": height}, "color_scheme": shot.scheme}
    visitor = Human(browser, server.address, **device, storage_state=state)
    path = shot.path.format(**places)
    visitor.open(
        path
        if path.startswith(("/s/", "/r/", "/told/", "/plan/"))
        else f"{path}{'&' if '?' in path else '?'}lang={shot.language}"
    )
    if shot.to.endswith("button"):
        with visitor.page.expect_navigation():
            visitor.page.locator(shot.to).click()
    elif shot.to:
        visitor.page.locator(shot.to).first.scroll_into_view_if_needed()
    night = "-dark" if shot.scheme == "dark" else ""
    target = TARGET / f"{shot.name}-{width}-{shot.language}{night}.png"
    keep(visitor.page.screenshot(), target)
    visitor.close()
    return target


def draw_page(server: Server, shot: Shot, places: dict) -> Path:
    """One page of a PDF, as pdftoppm draws it."""
    target = TARGET / f"{shot.name}-{shot.language}.png"
    with urlopen(server.address + shot.path.format(**places)) as reply:
        pdf = reply.read()
    page, wide = str(PAGE_OF_PDF), str(PAGE_WIDTH)
    drawing = ["pdftoppm", "-png", "-f", page, "-l", page, "-scale-to-x", wide, "-scale-to-y", "-1"]
    keep(
        subprocess.run([*drawing, "-"], input=pdf, stdout=subprocess.PIPE, check=True).stdout,
        target,
    )
    return target


def keep(picture: bytes, target: Path) -> None:
    """With few colours, since a page has few."""
    few = Image.open(BytesIO(picture)).convert("RGB")
    few.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
