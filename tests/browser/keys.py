"""Somebody with a keyboard and no mouse: goes to things by Tab, types, presses Enter or Space."""

import re

from playwright.sync_api import expect

from tests.browser.human import Human

MOST_TABS = 400
NAMED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return "";
  const words = (element) => (element?.innerText ?? "").replace(/\\s+/g, " ").trim();
  const labels = [...(here.labels ?? [])].map(words).join(" ");
  const legend = labels && words(here.closest("fieldset")?.querySelector("legend"));
  const own = here.getAttribute("aria-label") || labels || words(here);
  return [legend, own].filter(Boolean).join(" > ");
}"""


class Keys:
    """What `human` does by keyboard alone. A name is what is read aloud; "Title > English" is the
    field English of the group Title, and " (optional)" need not be said."""

    def __init__(self, human: Human):
        self.human, self.page = human, human.page

    @property
    def here(self) -> str:
        return self.page.evaluate(NAMED).replace(" (optional)", "")

    def go(self, name: str) -> "Keys":
        """Tab until the focus is on what is called so."""
        seen = []
        for _ in range(MOST_TABS):
            if self.here == name:
                return self
            self.page.keyboard.press("Tab")
            seen.append(self.here)
        raise AssertionError(f"Tab never comes to {name!r}, only to {list(dict.fromkeys(seen))}")

    def write(self, name: str, text: str) -> "Keys":
        self.go(name)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        return self

    def choose(self, name: str, option: str) -> "Keys":
        """Type the beginning of an option, as one does in a list."""
        self.go(name)
        if self.chosen != option:
            self.page.keyboard.type(option)
        assert self.chosen == option, self.chosen
        return self

    @property
    def chosen(self) -> str:
        return self.page.evaluate("document.activeElement.selectedOptions[0].label").strip()

    def tick(self, name: str) -> "Keys":
        self.go(name)
        self.page.keyboard.press("Space")
        return self

    def press(self, name: str, key: str = "Enter") -> "Keys":
        """Go to a link or a button, press it, and wait for the page that follows."""
        self.go(name)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        return self

    def unfold(self, name: str) -> "Keys":
        self.go(name)
        self.page.keyboard.press("Enter")
        return self

    def hears(self, text: str | re.Pattern) -> "Keys":
        """What is told by itself, without the focus moving."""
        expect(self.page.locator("[role=status]").filter(has_text=text).first).to_be_visible()
        return self
