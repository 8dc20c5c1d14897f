"""Answer every form below a folder both ways: python tools/corpus_walks.py PATH [--walks N]

Random answers are given page by page, as without script, and in the one document in Chromium; what
is asked, what is wrong and what would be stored must be the same. Forms whose rules look ahead are
told apart: page by page such a rule finds its answer blank. Ends with 1 if a walk differs.
"""

import argparse
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from lipnet import create_app
from lipnet.core import config
from lipnet.core.db import db
from lipnet.core.refusals import Refusal
from lipnet.core.statics import kept
from lipnet.questionnaire import limesurvey, xlsform
from lipnet.surveys.carrying import begin
from lipnet.surveys.frozen import compiled_of
from lipnet.surveys.offering import offered_in
from lipnet.surveys.workshop.operations.offers import offer_language
from tests import cast
from tests.browser import walking
from tests.browser.human import chromium
from tests.browser.server import Server
from tests.surveys import scene
from tools.corpus_xlsforms import SUFFIXES

NUMBERS = count(1)
SLOW = 20  # seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--walks", type=int, default=3)
    chosen = parser.parse_args()
    paths = sorted(p for p in chosen.path.rglob("*") if p.suffix.lower() in SUFFIXES)
    with tempfile.TemporaryDirectory(prefix="lipnet-walks-") as folder:
        server = Server(Path(folder))
        server.command("migrate")
        create_app(config.load(server.config))
        with db.connection_context():
            opened = [(path, survey) for path in paths if (survey := opened_with(path))]
        server.start()
        try:
            with chromium() as browser, db.connection_context():
                return walk_all(browser, server, opened, chosen.walks)
        finally:
            server.stop()


def opened_with(path: Path):
    """A survey that asks this form; None if it does not import, or looks ahead."""
    data = path.read_bytes()
    ours = limesurvey if limesurvey.looks_like_limesurvey(data, path.name) else xlsform
    imported = ours.read(data, path.name)
    if imported.questionnaire is None:
        print(f"not imported: {path.name}")
        return None
    if any(finding.code == "rule_forward" for finding in imported.findings):
        print(f"looks ahead:  {path.name}")
        return None
    alice = cast.Person.get_or_none() or cast.alice()
    survey = scene.draft_survey(alice, slug=f"walk-{next(NUMBERS)}", data=data)
    try:
        if not offered_in(survey.latest_version):
            offer_language(survey.latest_version, imported.questionnaire.default_language, by=alice)
        return scene.opened(survey, by=alice)
    except Refusal as no:
        print(f"not opened:   {path.name}: {no}")
        return None


def walk_all(browser, server: Server, opened, walks: int) -> int:
    same = different = 0
    piece = "js/rules/values.js"
    chance = f"{server.address}/static/{piece}?v={kept(piece).digest}"
    for path, survey in opened:
        version = survey.published_version
        compiled, moment = compiled_of(version), begin(version.id).moment
        language = offered_in(version)[0]
        for seed in range(walks):
            begun = time.perf_counter()
            page = browser.new_page()
            page.on("pageerror", lambda error, path=path: print(f"{path.name}: {error}"))
            page.goto(f"{server.address}/s/{survey.slug}/{language}/whole")
            page.locator("#whole:not([hidden])").wait_for()
            with_script = walking.in_one_document(page, compiled, seed, moment, chance)
            page.close()
            without = walking.page_by_page(compiled, seed, moment)
            if with_script == without:
                same += 1
            else:
                different += 1
                print(f"differs:      {path.name}, seed {seed}: {difference(with_script, without)}")
            if (took := time.perf_counter() - begun) > SLOW:
                print(f"slow:         {path.name}, seed {seed}: {took:.0f} s")
    print(f"{len(opened)} forms walked both ways: {same} walks the same, {different} different")
    return 1 if different else 0


def difference(one: walking.Outcome, other: walking.Outcome) -> str:
    names = sorted(set(one.document) | set(other.document))
    kept_so = [n for n in names if one.document.get(n) != other.document.get(n)]
    asked, wrong = sorted(one.asked ^ other.asked)[:5], sorted(one.wrong ^ other.wrong)[:5]
    return f"asked {asked}, wrong {wrong}, kept {kept_so[:5]}"


if __name__ == "__main__":
    sys.exit(main())
