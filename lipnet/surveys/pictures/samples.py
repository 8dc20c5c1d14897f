"""Every picture in every state, with believable content, for the pattern page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lipnet.core.web import drawn_by
from lipnet.surveys.pictures import bars, scales
from lipnet.surveys.pictures.days import timeline
from lipnet.surveys.pictures.page import drawn
from lipnet.surveys.pictures.shapes import Picture
from lipnet.surveys.results import Row, Table

AGREEMENT = (
    ("Strongly disagree", "لا أوافق بشدة"),
    ("Disagree", "لا أوافق"),
    ("Neither agree nor disagree", "محايد"),
    ("Agree", "أوافق"),
    ("Strongly agree", "أوافق بشدة"),
)
STATEMENTS = (
    ("I feel at home in Maple Bay", "أشعر أنني في بيتي", (31, 88, 140, 402, 221)),
    ("I know where to ask for help", "أعرف أين أطلب المساعدة", (120, 260, 97, 310, 93)),
    ("My neighbours greet me", "جيراني يحيّونني", (12, None, 210, 380, 260)),
    ("My diplomas are recognised", "شهاداتي معترف بها", (None, None, None, None, None)),
)
LONG = (
    "I found the class through the settlement worker at the newcomer centre, who telephoned the "
    "school for me"
)
NEEDS = (
    ("Evening classes", (210, 90, 45)),
    ("Child care", (160, 120, None)),
    ("Bus passes", (40, 150, 130)),
)


@dataclass(frozen=True)
class CrossSample:
    """What a cross-table looks like to crossed()."""

    name: str
    down: tuple[Row, ...]
    across: tuple[Row, ...]
    cells: tuple[tuple[Row, ...], ...]
    n: tuple[int | None, ...]


def shown(_place, _person) -> Markup:
    """The box of the pattern page."""
    pictures = {direction: list(_drawn(direction)) for direction in ("ltr", "rtl")}
    return drawn_by("surveys/picture_samples.html", pictures=pictures)


def samples() -> Iterator[Picture]:
    yield bars.bars(_options("How long did you wait?", "كم انتظرت؟", (412, 288, None, 79, 221)))
    yield bars.bars(_options("All answers hidden", "كل الإجابات مخفية", (None, None, None)))
    yield bars.bars(_options("One option", "خيار واحد", (412,)))
    yield bars.bars(_long_list())
    yield scales.matrix(_statements(), (), "belonging", _both("Do you agree?", "هل توافق؟"))
    yield scales.scale(_statements()[0])
    yield bars.histogram(_ages())
    yield scales.ranking(_needs())
    yield timeline(_month())
    yield bars.crossed(_cross(), _both("Waiting, by language", "الانتظار حسب اللغة"))
    yield bars.compared(_waves())
    yield scales.scale(_nobody())


def _drawn(direction: str) -> Iterator[Markup]:
    return (drawn(picture, direction) for picture in samples())


def _both(english: str, arabic: str) -> dict[str, str]:
    return {"en": english, "ar": arabic}


def _table(name: str, kind: str, label: dict, rows: Sequence[Row], n: int | None = 880) -> Table:
    return Table(name, kind, label, n, tuple(rows), None, 5)


def _row(code: str, label: dict, count: int | None, of: int = 880, **ends) -> Row:
    return Row(code, label, count, None if count is None else count / of, **ends)


def _options(english: str, arabic: str, counts: Sequence[int | None]) -> Table:
    words = ("I did not wait", "Less than a month", "One to six months", "Longer", "Not yet")
    rows = [_row(w, _both(w, w), c, 1000) for w, c in zip(words, counts, strict=False)]
    return _table("wait", "one", _both(english, arabic), rows, 1000)


def _long_list() -> Table:
    rows = [_row(f"w{at}", {"en": f"{LONG} ({at})"}, 12 * at or None, 1000) for at in range(12)]
    return _table("found", "many", {"en": "How did you find the class? Mark all that apply"}, rows)


def _statements() -> list[Table]:
    return [
        _table(english, "one", _both(english, arabic), [
            _row(words[0], _both(*words), count)
            for words, count in zip(AGREEMENT, counts, strict=True)
        ])
        for english, arabic, counts in STATEMENTS
    ]  # fmt: skip


def _nobody() -> Table:
    return _table("empty", "one", _both("Too few answered", "أجاب عدد قليل"), (), None)


def _ages() -> Table:
    ends = ((None, "19", 40), ("20", "29", 310), ("30", "39", 290), ("40", "49", None),
            ("50", "59", 90), ("60", None, 70))  # fmt: skip
    rows = [_row("", {}, count, first=first, last=last) for first, last, count in ends]
    return _table("age", "number", _both("How old are you?", "كم عمرك؟"), rows)


def _needs() -> Table:
    rows = [
        _row(f"{word}#{place}", {"en": word}, count, 345)
        for word, counts in NEEDS
        for place, count in enumerate(counts, 1)
    ]
    label = _both("What would help you most? Put them in order", "ما الذي يساعدك أكثر؟")
    return _table("needs", "rank", label, rows, 345)


def _month() -> Table:
    people = (40, 95, 61, 33, 20, None, 12, 60, 44, 18, 9, 15)
    rows = [
        _row("", {}, count, first=f"2026-06-{2 * at + 1:02}", last=f"2026-06-{2 * at + 2:02}")
        for at, count in enumerate(people)
    ]
    return _table("days", "day", _both("Answers in June", "الإجابات في يونيو"), rows)


def _cross() -> CrossSample:
    wait, groups = ("No", "A month", "Longer"), ("English", "French", "Arabic")
    counts = ((120, 60, 30), (80, 25, None), (30, 15, 70))
    cells = [[_row("", {}, c, 230) for c in each] for each in counts]
    heads = [tuple(_row(word, {"en": word}, None) for word in words) for words in (wait, groups)]
    return CrossSample("wait", *heads, tuple(map(tuple, cells)), (230, 100, None))


def _waves() -> list[bars.Wave]:
    words = ("I did not wait", "Less than a month", "Longer")
    changed = "In 2025 the question asked about any class, so the two cannot be compared."
    years = (
        ("2024", (200, 90, 30), ""),
        ("2025", (150, 120, None), changed),
        ("2026", (90, 140, 80), ""),
    )
    return [
        bars.Wave(year, _table("wait", "one", _both("How long did you wait?", "كم انتظرت؟"), [
            _row(word, {"en": word}, count, 320) for word, count in zip(words, counts, strict=True)
        ], 320), broken)
        for year, counts, broken in years
    ]  # fmt: skip
