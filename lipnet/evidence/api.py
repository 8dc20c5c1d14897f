"""Findings for programs: what was learned, with the figure or the source it rests on, frozen."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint

from lipnet.core import api
from lipnet.core.multilingual import plain
from lipnet.evidence.access import Can
from lipnet.evidence.models import BASES, Finding

bp = Blueprint("evidence_api", __name__)

TEXT = {"type": "string"}
api.schemas(
    {
        "Finding": {
            "type": "object",
            "required": [
                "number", "statement", "basis", "found_on", "survey", "question", "across", "n",
                "figure", "source", "place", "link", "corrects", "withdrawn_on",
            ],
            "additionalProperties": False,
            "properties": {
                "number": {"type": "integer"},
                "statement": {"type": "object", "additionalProperties": TEXT},
                "basis": {"enum": list(BASES)},
                "found_on": {"type": "string", "format": "date"},
                "survey": {"type": ["string", "null"]},
                "question": TEXT,
                "across": TEXT,
                "n": {"type": ["integer", "null"]},
                "figure": {"type": "object", "description": "The table as it was on that day."},
                "source": TEXT,
                "place": TEXT,
                "link": TEXT,
                "corrects": {"type": ["integer", "null"], "description": "An earlier finding."},
                "withdrawn_on": {"type": ["string", "null"], "format": "date"},
            },
        },
        "Findings": {
            "type": "object",
            "required": ["findings"],
            "additionalProperties": False,
            "properties": {
                "findings": {"type": "array", "items": {"$ref": "#/components/schemas/Finding"}}
            },
        },
    }
)  # fmt: skip


def finding_lines(document: dict[str, Any]) -> Iterator[list]:
    names = ["number", "found_on", "basis", "survey", "question", "n", "source", "place", "link"]
    yield [*names, "statement"]
    for each in document["findings"]:
        yield [*(each[name] for name in names), plain(each["statement"])]


@api.offer(
    bp, "/findings", "Every finding, the newest first, each with its frozen figure or its source.",
    answer="Findings", needs=Can.SEE_EVIDENCE, lines=finding_lines,
)  # fmt: skip
def findings():
    return {"findings": [_finding(each) for each in Finding.newest_first()]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "number": finding.id,
        "statement": finding.statement,
        "basis": finding.basis,
        "found_on": finding.found_on.isoformat(),
        "survey": finding.survey.slug if finding.survey else None,
        "question": finding.question,
        "across": finding.across,
        "n": finding.n,
        "figure": finding.figure,
        "source": finding.source,
        "place": finding.place,
        "link": finding.link,
        "corrects": finding.corrects_id,
        "withdrawn_on": finding.withdrawn_on.isoformat() if finding.withdrawn_on else None,
    }
