"""What is wrong with a page as it stands in Chromium: for eyes, fingers, ears and privacy."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser

from tests.browser.human import DESKTOP, WAIT

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RUN = "async (options) => (await axe.run(document, options)).violations"
NARROWEST = {"width": 320, "height": 640}
WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# English at a desk, French on the narrowest phone, Arabic on that phone at night.
DEVICES = {
    "en": {"viewport": DESKTOP, "color_scheme": "light"},
    "fr": {"viewport": NARROWEST, "color_scheme": "light"},
    "ar": {"viewport": NARROWEST, "color_scheme": "dark"},
}
# Colours do not depend on words: contrast is measured once by day and once by night.
CONTRAST_IN = {"en", "ar"}
# What words and their length can spoil; all else is as it was in another language.
HANGS_ON_WORDS = [
    "area-alt", "aria-command-name", "aria-dialog-name", "aria-input-field-name",
    "aria-meter-name", "aria-progressbar-name", "aria-toggle-field-name", "aria-tooltip-name",
    "button-name", "document-title", "empty-heading", "empty-table-header", "html-has-lang",
    "html-lang-valid", "image-alt", "input-button-name", "label", "landmark-unique", "link-name",
    "role-img-alt", "scrollable-region-focusable", "select-name", "summary-name",
    "svg-img-alt", "table-duplicate-name", "valid-lang",
]  # fmt: skip


class Eye:
    """Looks at pages in one language, signed in if `state` says so; `words_only` where the same
    pages are examined whole in another language on the same device."""

    def __init__(
        self, browser: Browser, address: str, language: str, state: dict | None = None,
        *, words_only: bool = False,
    ):  # fmt: skip
        self.address = address
        self.options = {
            "resultTypes": ["violations"],
            "preload": False,
            "rules": {"color-contrast": {"enabled": language in CONTRAST_IN}},
        }
        if words_only:
            self.options |= {"runOnly": HANGS_ON_WORDS, "rules": {}}
        self.context = browser.new_context(storage_state=state, **DEVICES[language])
        self.context.set_default_timeout(WAIT)
        self.page = self.context.new_page()
        self.asked = ""
        self.heard: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.heard.append(f"script: {error}"))
        self.page.on("request", self._overhear)

    def look(self, path: str, status: int = 200) -> list[str]:
        """Every fault of the page at `path`, which answers with `status`."""
        self.heard.clear()
        self.asked = self.address + path
        reply = self.page.goto(self.asked)
        if reply.status != status:
            return [f"{path}: {reply.status}"]
        if reply.request.redirected_from:
            return [f"{path}: leads to {reply.url}"]
        return self.look_here()

    def look_here(self) -> list[str]:
        """Every fault of the page that is open."""
        self.page.evaluate(AXE)
        faults = [self._told(each) for each in self.page.evaluate(RUN, self.options)]
        if (over := self.page.evaluate(WIDTH)) > 0:
            faults.append(f"scrolls sideways by {over} px")
        path = self.page.url.removeprefix(self.address)
        return [f"{path}: {fault}" for fault in faults + self.heard]

    def close(self) -> None:
        self.context.close()

    def _hear(self, message) -> None:
        is_refusal = "status of" in message.text and message.location["url"] == self.asked
        is_answer_told_wrong = "status of 422" in message.text or is_refusal
        if message.type in ("error", "warning") and not is_answer_told_wrong:
            self.heard.append(f"console: {message.text}")

    def _overhear(self, request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.heard.append(f"asks another place: {request.url}")

    @staticmethod
    def _told(violation: dict) -> str:
        nodes = [node["html"][:120] for node in violation["nodes"]]
        return f"{violation['id']} ({len(nodes)}): {violation['help']}: {nodes[0]}"
