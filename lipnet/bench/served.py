"""Pages and files as the program serves them, each in a process of its own: what it holds then is
what serving needs, and nothing of what building needed.
"""

import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask
from flask.testing import FlaskClient

from lipnet.bench.clocked import Figures, median, peak, timed
from lipnet.bench.house import READER, SLUG, STEWARD, opened, the_version
from lipnet.core import links
from lipnet.people import operations as people
from lipnet.people.models import Person
from lipnet.surveys.exporting.jobs import make_exports
from lipnet.surveys.exporting.models import Export
from lipnet.surveys.exporting.operations import order_export
from lipnet.tally import Who, who_text

TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')


class NotServed(Exception):
    """A page or a file did not come as it should."""


def as_served(folder: Path, url: str, meant: Who) -> Figures:
    """Pages to readers and to the data steward, and a file of all answers."""
    return _alone(pages, folder, url, who_text(meant)) | _alone(export, folder, url)


def pages(folder: Path, url: str, who: str) -> Figures:
    exact = f"/surveys/{SLUG}/exact"
    crossed = urlencode({"down": "one0", "across": "scale0", "who": who})
    with opened(folder, url) as app:
        reader, steward = (signed_in(app, Person.by_address(each)) for each in (READER, STEWARD))
        return {
            **_page(reader, f"/surveys/{SLUG}/results", "served_readers_page"),
            **_page(steward, exact, "served_frequencies"),
            **_page(steward, f"{exact}?{urlencode({'who': who})}", "served_filtered_frequencies"),
            **_page(steward, f"{exact}/crossed?{crossed}", "served_crosstab"),
            "resident_mb": peak(),
        }


def export(folder: Path, url: str) -> Figures:
    """Ordered as the steward does, made by the job."""
    with opened(folder, url) as app:
        steward = Person.by_address(STEWARD)
        order_export(the_version(), "csv", by=steward)
        before = peak()
        taken = timed(lambda: make_exports(app.config["LIPNET"]))
        made = Export.get()
        if made.state != "done":
            raise NotServed(made.failed)
        return {
            **taken.named("export_csv"),
            "export_rows": made.rows_done,
            "export_more_mb": peak() - before,
        }


def signed_in(app: Flask, person: Person) -> FlaskClient:
    """The browser of somebody who came by a link in a letter."""
    link = people.request_sign_in_link(person, lasts=timedelta(minutes=5), by=person)
    client, address = app.test_client(), f"/signin/link/{links.signed(link)}"
    token = TOKEN.search(client.get(address).text)[1]
    client.post(address, data={"csrf_token": token})
    return client


def looker(client: FlaskClient, path: str) -> Callable[[], None]:
    """Asks for a page, and takes all of it."""

    def look() -> None:
        with client.get(path) as response:
            if response.status_code != 200 or not response.get_data():
                raise NotServed(path, response.status_code)

    return look


def _page(client: FlaskClient, path: str, name: str) -> Figures:
    """The median of five, after a first time that warms up."""
    look = looker(client, path)
    look()
    return median(look).named(name)


def _alone(part: Callable[..., Figures], *told: object) -> Figures:
    """Spawned, since a forked process would begin with the memory of this one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(part, *told).result()
