"""The page of minutes and its files, read word for word."""

from tests.browsing import Element, Page
from tests.press.reading import words, words_of_docx, words_of_pdf

AROUND = {"nav", "form", "aside", "script", "h1"}
INLINE = {"bdi", "span", "a", "em", "strong"}
READ_BY = {"docx": words_of_docx, "pdf": words_of_pdf}


def shown(page: Page) -> list[str]:
    """What the page says of the minutes: without the ways from it, and what one does with it."""
    return words(page.heading) + words(_told(page.one("main")))


def _told(element: Element) -> str:
    said = ""
    for child in element.children:
        if isinstance(child, str):
            said += child
        elif child.tag in INLINE:
            said += _told(child)
        elif child.tag not in AROUND and not {"no-print", "back"} & set(child["class"].split()):
            said += f" {_told(child)} "
    return said


def bare(found: list[str]) -> list[str]:
    """Dots between names are the page's layout, not its words."""
    return [word for word in found if word != "·"]
