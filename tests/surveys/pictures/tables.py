"""Tables to draw, without a survey behind them."""

from lipnet.surveys.results import Row, Table


def row(code: str, count: int | None, of: int = 100, **ends) -> Row:
    share = None if count is None else count / of
    return Row(code, {"en": code.capitalize()} if code else {}, count, share, **ends)


def table(*counts, name: str = "q", kind: str = "one", of: int = 100) -> Table:
    rows = tuple(row(f"o{at}", count, of) for at, count in enumerate(counts))
    return Table(name, kind, {"en": f"Question {name}"}, of, rows, None, 5)


def ranked(**options) -> Table:
    """option -> how many gave it the first, the second ... place."""
    rows = [
        Row(f"{name}#{place}", {"en": name}, count, None if count is None else count / 100)
        for name, counts in options.items()
        for place, count in enumerate(counts, 1)
    ]
    return Table("order", "rank", {"en": "In which order?"}, 100, tuple(rows), None, 5)
