"""What programs may read: one table of routes, from which the pages and their description follow.

A feature offers a view that returns a document, the schema of that document and, for spreadsheets,
how it reads as lines. Nothing is in the lines that is not in the document.
"""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, Response, request

from lipnet.core.permissions import Permission
from lipnet.core.web import public, token_required
from lipnet.sheets.separated import harmless

PREFIX = "/api/v1"
JSON, CSV, PROBLEM = "application/json", "text/csv", "application/problem+json"
REFUSALS = {
    "401": "No token, or one that is not valid any more.",
    "403": "The person behind the token may not see this.",
    "404": "There is no such thing, or it is not hers to see.",
    "429": "Asked too often; wait a quarter of an hour.",
}
Lines = Callable[[Any], Iterable[Iterable[Any]]]
Schema = Mapping[str, Any]

bp = Blueprint("api", __name__)


@dataclass(frozen=True)
class Route:
    """One thing to read. `path` is as Flask writes it, below the prefix; `answer` is the name of
    its schema; `lines` make the table for spreadsheets, the first one being its head."""

    path: str
    name: str
    summary: str
    answer: str
    lines: Lines | None

    @property
    def parameters(self) -> list[str]:
        return [part[1:-1].rpartition(":")[2] for part in self.path.split("/") if part[:1] == "<"]

    @property
    def template(self) -> str:
        """The path as OpenAPI writes it."""
        return "/".join(
            f"{{{part[1:-1].rpartition(':')[2]}}}" if part[:1] == "<" else part
            for part in self.path.split("/")
        )


_routes: dict[str, Route] = {}
_schemas: dict[str, Schema] = {}
_told: dict[str, str] = {}


def schemas(named: Mapping[str, Schema]) -> None:
    """Register JSON Schemas by the names that references use."""
    _schemas.update(named)


def parameters(told: Mapping[str, str]) -> None:
    """Register what the parts of an address mean."""
    _told.update(told)


def routes() -> tuple[Route, ...]:
    return tuple(_routes.values())


def offer(
    blueprint: Blueprint,
    path: str,
    summary: str,
    *,
    answer: str,
    needs: Permission,
    lines: Lines | None = None,
) -> Callable:
    """Make a view that returns a document readable by who has a token and the right `needs`."""

    def take(view: Callable) -> Callable:
        route = Route(path, view.__name__, summary, answer, lines)
        _routes[route.name] = route
        rules = [(route.path, route.name, as_json)]
        if lines is not None:
            rules.append((f"{route.path}.csv", f"{route.name}_csv", as_csv))
        for rule, name, write in rules:
            answering = token_required(needs)(_answering(view, route, write))
            blueprint.add_url_rule(PREFIX + rule, name, answering, methods=["GET"])
        return view

    return take


def _answering(view: Callable, route: Route, write: Callable) -> Callable:
    @wraps(view)
    def answer(**places):
        return write(route, view(**places))

    return answer


def as_json(route: Route, document: Any) -> Response:
    return sent(json.dumps(document, ensure_ascii=False), JSON)


def as_csv(route: Route, document: Any) -> Response:
    """With a mark by which Excel knows UTF-8; no cell can begin a formula."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    for line in route.lines(document):
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in line])
    response = sent("\ufeff" + sheet.getvalue(), CSV)
    response.headers["Content-Disposition"] = f'attachment; filename="{route.name}.csv"'
    return response


def sent(content: str, media_type: str, cache: str = "private, no-cache") -> Response:
    """With a validator: who has this very content is told so, and gets nothing more."""
    response = Response(content, content_type=f"{media_type}; charset=utf-8")
    response.headers["Cache-Control"] = cache
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest()[:32])
    response.vary.update(("Authorization", "Accept-Language"))
    return response.make_conditional(request)


@bp.get(f"{PREFIX}/openapi.json")
@public
def description():
    """Open to all: it tells what there is to read, and nothing of what it says."""
    return sent(json.dumps(described(), indent=1), JSON)


def described() -> dict[str, Any]:
    """The OpenAPI 3.1 description of every route."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "lipnet",
            "version": "1",
            "description": "Read-only. What a token reads is what its person may read as a reader: "
            "released tables, with small groups hidden.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": PREFIX}],
        "security": [{"token": []}],
        "paths": {path: {"get": asked} for each in routes() for path, asked in _paths(each)},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {**_schemas, "Problem": PROBLEM_SCHEMA},
        },
    }


PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["type", "title", "status"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "about:blank"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
    },
}


def _paths(route: Route):
    schema = {"$ref": f"#/components/schemas/{route.answer}"}
    yield route.template, _operation(route, route.name, JSON, schema)
    if route.lines is not None:
        table = _operation(route, f"{route.name}_csv", CSV, {"type": "string"})
        yield f"{route.template}.csv", table


def _operation(route: Route, name: str, media_type: str, schema: Schema) -> dict[str, Any]:
    problem = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    refusals = {
        code: {"description": why, "content": problem}
        for code, why in REFUSALS.items()
        if code != "404" or route.parameters
    }
    read = {"description": route.summary, "content": {media_type: {"schema": schema}}}
    return {
        "operationId": name,
        "summary": route.summary,
        "parameters": [_parameter(each) for each in route.parameters],
        "responses": {"200": read, **refusals},
    }


def _parameter(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": _told[name],
        "schema": {"type": "string"},
    }
