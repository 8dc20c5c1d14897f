"""Surveys and their results for programs: what a reader sees, released and guarded, no more.

A data steward's token reads the same: exact counts are looked at on her pages, where each look is
recorded.
"""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint

from lipnet.core import api
from lipnet.core.multilingual import plain
from lipnet.core.refusals import NotFound
from lipnet.core.web import me
from lipnet.surveys.access import Can, survey_with_results, surveys_seen_by, version_with_results
from lipnet.surveys.documents import (
    PLACES,
    SCHEMAS,
    crossed_document,
    results_document,
    survey_document,
    table_document,
)
from lipnet.surveys.results import Results, results_of

bp = Blueprint("surveys_api", __name__)
api.schemas(SCHEMAS)
api.parameters(PLACES)


def survey_lines(document: dict[str, Any]) -> Iterator[list]:
    yield ["slug", "title", "state", "opens_on", "closes_on", "languages", "n"]
    for each in document.get("surveys", [document]):
        yield [
            each["slug"],
            plain(each["title"]),
            each["state"],
            each["opens_on"],
            each["closes_on"],
            " ".join(each["languages"]),
            each["n"],
        ]


def table_lines(document: dict[str, Any]) -> Iterator[list]:
    yield ["question", "text", "code", "answer", "first", "last", "count", "share", "n"]
    yield from _rows_of(document)


def results_lines(document: dict[str, Any]) -> Iterator[list]:
    yield from table_lines({"rows": []})
    about_all = (document["languages"], document["modes"], document["timeline"])
    for each in (*about_all, *document["questions"]):
        if each is not None:
            yield from _rows_of(each)


def crossed_lines(document: dict[str, Any]) -> Iterator[list]:
    """A line for each answer in each column, as pivot tables like it."""
    yield [*_named("answer"), *_named("group"), "count", "share", "n"]
    for down, counts, shares in zip(
        document["down"], document["counts"], document["shares"], strict=True
    ):
        for across, count, share, n in zip(
            document["across"], counts, shares, document["n"], strict=True
        ):
            yield [*_of_head(down), *_of_head(across), count, share, n]


def _rows_of(table: dict[str, Any]) -> Iterator[list]:
    for row in table["rows"]:
        about = [table["name"], plain(table["label"])]
        yield [*about, *_of_head(row), row["count"], row["share"], table["n"]]


def _of_head(head: dict[str, Any]) -> list:
    return [head["code"], plain(head["label"]), head["first"], head["last"]]


def _named(what: str) -> list[str]:
    return [f"{what}_code", what, f"{what}_first", f"{what}_last"]


@api.offer(
    bp, "/surveys", "Every survey that was opened, the newest first.",
    answer="Surveys", needs=Can.SEE_RESULTS, lines=survey_lines,
)  # fmt: skip
def surveys():
    return {"surveys": [survey_document(s) for s in surveys_seen_by(me()) if not s.is_draft]}


@api.offer(
    bp, "/surveys/<slug>", "One survey.",
    answer="Survey", needs=Can.SEE_RESULTS, lines=survey_lines,
)  # fmt: skip
def survey(slug: str):
    return survey_document(survey_with_results(slug, me()))


@api.offer(
    bp, "/surveys/<slug>/results", "Every released table of the version people answer(ed).",
    answer="Results", needs=Can.SEE_RESULTS, lines=results_lines,
)  # fmt: skip
def results(slug: str):
    return results_document(_results(slug))


@api.offer(
    bp, "/surveys/<slug>/results/<question>", "The released table of one question.",
    answer="Table", needs=Can.SEE_RESULTS, lines=table_lines,
)  # fmt: skip
def question_results(slug: str, question: str):
    found = _results(slug).question(question)
    if found is None:
        raise NotFound
    return table_document(found)


@api.offer(
    bp, "/surveys/<slug>/results/<question>/by/<filter>", "The same, divided by a filter.",
    answer="CrossTable", needs=Can.SEE_RESULTS, lines=crossed_lines,
)  # fmt: skip
def divided_results(slug: str, question: str, filter: str):
    found = _results(slug).by(filter, question)
    if found is None:
        raise NotFound
    return crossed_document(found)


def _results(slug: str) -> Results:
    survey = survey_with_results(slug, me())
    found = results_of(survey, version_with_results(survey, None))
    if found is None:
        raise NotFound
    return found
