"""People at a real server: voters who come with nothing but a link, and the coordinator's desk."""

import re
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from urllib.parse import urlencode

from tests.browser.server import COORDINATOR


def send(url: str, **fields) -> tuple[int, str]:
    """GET without fields; no cookie is ever sent or kept."""
    return _answer(urllib.request.build_opener(), url, fields)


class Desk:
    """Where the coordinator is signed in."""

    def __init__(self, address: str):
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.address, self.opener = address, urllib.request.build_opener(jar)
        self.fill("/signin", email=COORDINATOR[1], password=COORDINATOR[2])

    def read(self, path: str) -> str:
        return self.opener.open(self.address + path).read().decode()

    def fill(self, path: str, to: str = "", **fields) -> str:
        """The form of the page `path`, which sends to `to`, or to where it stands."""
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.read(path))[1]
        sent = urlencode({"csrf_token": token, **fields}).encode()
        return self.opener.open(self.address + (to or path), sent).read().decode()

    def vote(self, ballot: int, ranking: str) -> tuple[int, str]:
        """By the button on the ballot's page, with the cookie of whoever is signed in."""
        door = re.search(r'href="(/vote/[^"]+)"', self.read(f"/nominations/ballots/{ballot}"))[1]
        return _answer(self.opener, self.address + door, {"step": "cast", "ranking": ranking})


def _answer(opener, url: str, fields: dict) -> tuple[int, str]:
    try:
        with opener.open(url, urlencode(fields).encode() if fields else None, timeout=60) as reply:
            _leaves_no_trace(reply)
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as refused:
        _leaves_no_trace(refused)
        return refused.code, refused.read().decode()


def _leaves_no_trace(reply) -> None:
    """Nothing that a shared computer, a cache or another site would keep of it."""
    assert "Set-Cookie" not in reply.headers
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Referrer-Policy"] == "same-origin"
    assert not {"ETag", "Last-Modified"} & set(reply.headers)
