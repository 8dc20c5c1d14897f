"""Surveys and results as documents that programs read, and the schemas of those documents."""

from typing import Any

from lipnet.surveys.models import Survey
from lipnet.surveys.offering import offered_in
from lipnet.surveys.results import CrossTable, Head, Results, Row, Table, responses_of


def thing(**properties: Any) -> dict[str, Any]:
    """An object with exactly these properties, every one there."""
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def many(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


TEXT = {"type": "string"}
TEXTS = {"type": "object", "additionalProperties": TEXT}
NAMES = {"type": "array", "items": TEXT}
NUMBER = {"type": "integer"}
DAY = {"type": ["string", "null"], "format": "date"}
COUNT = {"type": ["integer", "null"], "minimum": 0, "description": "null: too few to be told."}
SHARE = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
A_TABLE = {"anyOf": [{"$ref": "#/components/schemas/Table"}, {"type": "null"}]}
KINDS = ["one", "many", "rank", "number", "date", "time", "text", "day", "week"]
HEAD = {
    "code": TEXT,
    "label": TEXTS,
    "first": {"type": ["string", "null"], "description": "Of a range: where it begins."},
    "last": {"type": ["string", "null"], "description": "Of a range: where it ends."},
}
SCHEMAS = {
    "Survey": thing(
        slug=TEXT,
        title=TEXTS,
        purpose=TEXTS,
        state={"enum": ["awaited", "open", "closed"]},
        opens_on=DAY,
        closes_on=DAY,
        languages=NAMES,
        n=COUNT,
        versions={"type": "array", "items": NUMBER},
    ),
    "Surveys": thing(surveys=many("Survey")),
    "Head": thing(**HEAD),
    "Row": thing(**HEAD, count=COUNT, share=SHARE),
    "Table": thing(
        name=TEXT,
        kind={"enum": KINDS},
        label=TEXTS,
        n=COUNT,
        mean={"type": ["number", "null"]},
        base={"type": "integer", "minimum": 1, "description": "Counts are rounded to it."},
        rows=many("Row"),
    ),
    "Results": thing(
        survey=TEXT,
        version=NUMBER,
        as_of=DAY,
        n=COUNT,
        threshold={**NUMBER, "description": "Numbers below this are not told."},
        filters={**NAMES, "description": "Questions by which the tables are divided."},
        languages=A_TABLE,
        modes=A_TABLE,
        timeline=A_TABLE,
        questions=many("Table"),
    ),
    "CrossTable": thing(
        name=TEXT,
        kind={"enum": KINDS},
        filter=TEXT,
        down=many("Head"),
        across=many("Head"),
        n={"type": "array", "items": COUNT, "description": "Per column, who answered."},
        counts={"type": "array", "items": {"type": "array", "items": COUNT}},
        shares={"type": "array", "items": {"type": "array", "items": SHARE}},
    ),
}
PLACES = {
    "slug": "The short address of a survey.",
    "question": "The name of a question, as in the codebook.",
    "filter": "One of the filters that the results name.",
}


def survey_document(survey: Survey) -> dict[str, Any]:
    versions = [each.number for each in survey.versions if each.published_at is not None]
    state = "closed" if survey.is_closed else "awaited" if survey.is_awaited else "open"
    return {
        "slug": survey.slug,
        "title": survey.title,
        "purpose": survey.purpose,
        "state": state,
        "opens_on": _day(survey.first_day),
        "closes_on": _day(survey.last_day),
        "languages": list(offered_in(survey.published_version)),
        "n": responses_of(survey),
        "versions": sorted(versions),
    }


def results_document(results: Results) -> dict[str, Any]:
    return {
        "survey": results.survey.slug,
        "version": results.version.number,
        "as_of": _day(results.as_of),
        "n": results.n,
        "threshold": results.threshold,
        "filters": list(results.filters),
        "languages": results.languages and table_document(results.languages),
        "modes": results.modes and table_document(results.modes),
        "timeline": results.timeline and table_document(results.timeline),
        "questions": [table_document(each) for each in results.questions],
    }


def table_document(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "kind": table.kind,
        "label": dict(table.label),
        "n": table.n,
        "mean": table.mean,
        "base": table.base,
        "rows": [_row(row) for row in table.rows],
    }


def crossed_document(table: CrossTable) -> dict[str, Any]:
    return {
        "name": table.name,
        "kind": table.kind,
        "filter": table.filter,
        "down": [_head(each) for each in table.down],
        "across": [_head(each) for each in table.across],
        "n": list(table.n),
        "counts": [[row.count for row in line] for line in table.cells],
        "shares": [[row.share for row in line] for line in table.cells],
    }


def _row(row: Row) -> dict[str, Any]:
    return {**_head(row), "count": row.count, "share": row.share}


def _head(head: Head | Row) -> dict[str, Any]:
    return {
        "code": head.code,
        "label": dict(head.label),
        "first": head.first,
        "last": head.last,
    }


def _day(day) -> str | None:
    return day.isoformat() if day else None
