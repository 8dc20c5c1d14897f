"""Somebody at a browser: opens pages, fills fields by their label, presses what it says."""

import re
import shutil
from contextlib import contextmanager
from os import environ

from playwright.sync_api import Browser, Page, expect, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WAIT = 30_000
expect.set_options(timeout=WAIT)
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}


def chromium_path() -> str:
    """Where Chromium is; a sentence saying what to install if it is nowhere."""
    for name in (environ.get("CHROMIUM", ""), *NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise AssertionError(
        "The browser tests need Chromium: install it (on Debian: apt-get install chromium), "
        "or name it in the environment variable CHROMIUM."
    )


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield started
        started.close()


class Human:
    """One person at one device; `page` is what is open there."""

    last: "Human | None" = None

    def __init__(self, browser: Browser, address: str, **device):
        self.context = browser.new_context(**{"viewport": DESKTOP, **device})
        self.context.set_default_timeout(WAIT)
        self.address = address
        self.page: Page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.faults: list[str] = []

    def open(self, where: str) -> "Human":
        Human.last = self
        url = where if where.startswith("http") else self.address + where
        reply = self.page.goto(url)
        assert reply is not None and reply.status < 400, f"{reply and reply.status} on {where}"
        return self

    def what_is_open(self) -> str:
        if self.page.is_closed():
            return "nothing"
        return f"{self.page.url}\n{self.page.locator('body').inner_text()}"

    def fill(self, label: str, text) -> "Human":
        """Write into the field named `label`."""
        self._named(self.page, label).fill(str(text))
        return self

    def write(self, legend: str, text: str, tongue: str = "English") -> "Human":
        """Write into one language of the texts named `legend`."""
        texts = self.page.get_by_role("group", name=_named(legend))
        texts.get_by_label(tongue, exact=True).fill(text)
        return self

    def write_both(self, legend: str, english: str, french: str) -> "Human":
        return self.write(legend, english).write(legend, french, "Français")

    def choose(self, label: str, option: str) -> "Human":
        """Pick the option whose words contain `option` from the list named `label`."""
        control = self._named(self.page, label)
        words = [text.strip() for text in control.locator("option").all_text_contents()]
        found = [each for each in words if option in each]
        assert found, f"{option!r} is not among {words}"
        control.select_option(label=found[0])
        return self

    def tick(self, label: str, legend: str = "") -> "Human":
        """Tick the box or the circle named `label`, in the group named `legend` if given."""
        inside = self.page.get_by_role("group", name=legend) if legend else self.page
        if not inside.get_by_label(label, exact=True).is_checked():
            inside.get_by_text(label, exact=True).click(force=True)
        return self

    def press(self, label: str) -> "Human":
        """Press the button of this name and wait for the page that follows."""
        Human.last = self
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=label, exact=True).click()
        return self._looked()

    def follow(self, label: str) -> "Human":
        """Follow the first link of this name."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=label, exact=True).first.click()
        return self._looked()

    def sees(self, *texts: str) -> "Human":
        for text in texts:
            expect(self.page.locator("body")).to_contain_text(text)
        return self

    def sees_not(self, *texts: str) -> "Human":
        for text in texts:
            expect(self.page.locator("body")).not_to_contain_text(text)
        return self

    def offers(self, label: str) -> bool:
        """Whether there is a link or a button of this name."""
        by = self.page.get_by_role
        return any(by(role, name=label, exact=True).count() for role in ("link", "button"))

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def path(self) -> str:
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def sign_in(self, email: str, password: str) -> "Human":
        self.open("/signin")
        self.page.get_by_label("E-mail address").first.fill(email)
        return self.fill("Password", password).press("Sign in")

    def close(self) -> None:
        assert not self.faults, self.faults
        self.context.close()

    def _looked(self) -> "Human":
        """After every page: what is wrong is told at once, not by a field missing later."""
        wrong = self.page.locator(".error-summary, .notice.error, .notice-error")
        assert not wrong.count(), f"{self.path}: {wrong.first.inner_text()}"
        return self

    def _named(self, inside, label: str):
        return inside.get_by_label(_named(label))


def _named(label: str) -> re.Pattern:
    """The whole name of a field; that it is optional stands beside it."""
    return re.compile(rf"^\s*{re.escape(label)}(\s*\(optional\))?\s*$")
