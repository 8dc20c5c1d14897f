"""Lists of a Word file: every numbered one begins at 1 again."""

from typing import Any

from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from lipnet.press.word_marks import element, put

LEVELS = 5
STEP = 360  # twentieths of a point
BULLET, NUMBERED = "9001", "9002"


class Lists:
    """Hands out numbers of lists, and puts paragraphs into them."""

    def __init__(self, word: WordDocument) -> None:
        self.numbering: Any = word.part.numbering_part.element
        for key, is_numbered in ((BULLET, False), (NUMBERED, True)):
            first = self.numbering.find(element("num").tag)
            first.addprevious(_abstract(key, is_numbered))
        self.bullet = self._number(BULLET)

    def begin(self, numbered: bool) -> int:
        return self._number(NUMBERED, restart=True) if numbered else self.bullet

    def put(self, paragraph: WordParagraph, number: int | None, depth: int) -> None:
        """The paragraph as an entry; `number` None: one more paragraph of the entry before."""
        level = min(depth, LEVELS - 1)
        properties = paragraph._p.get_or_add_pPr()
        if number is None:
            put(properties, element("ind", left=str(STEP * (level + 1))))
            return
        place = element("numPr")
        place.append(element("ilvl", val=str(level)))
        place.append(element("numId", val=str(number)))
        put(properties, place)

    def _number(self, key: str, *, restart: bool = False) -> int:
        made = self.numbering.add_num(int(key))
        for level in range(LEVELS if restart else 0):
            override = element("lvlOverride", ilvl=str(level))
            override.append(element("startOverride", val="1"))
            made.append(override)
        return int(made.numId)


def _abstract(key: str, is_numbered: bool) -> Any:
    made = element("abstractNum", abstractNumId=key)
    made.append(element("multiLevelType", val="hybridMultilevel"))
    for level in range(LEVELS):
        step = element("lvl", ilvl=str(level))
        step.append(element("start", val="1"))
        step.append(element("numFmt", val="decimal" if is_numbered else "bullet"))
        step.append(element("lvlText", val=f"%{level + 1}." if is_numbered else "•"))
        step.append(element("lvlJc", val="left"))
        properties = element("pPr")
        properties.append(element("ind", left=str(STEP * (level + 1)), hanging=str(STEP)))
        step.append(properties)
        made.append(step)
    return made
