"""Released tables divided by a filter, as pages of crossed tables want them."""

from lipnet.core.multilingual import plain
from lipnet.surveys.looking.crossed import Crossed
from lipnet.surveys.results import Results

ROUNDED_BY = 5  # people


def groups_of(results: Results) -> list[tuple[str, str]]:
    """(name, title) of the filters that were fixed before the survey opened."""
    return [(name, title_of(results, name)) for name in getattr(results, "filters", ())]


def questions_of(results: Results) -> list[tuple[str, str]]:
    """(name, title) of the questions with options: those that can be crossed."""
    return [
        (table.name, title_of(results, table.name))
        for table in results.questions
        if table.kind in ("one", "many")
    ]


def title_of(results: Results, name: str) -> str:
    table = results.question(name)
    return (plain(table.label) if table else "") or name


def released_cross(results: Results, question: str, group: str) -> Crossed | None:
    return None
