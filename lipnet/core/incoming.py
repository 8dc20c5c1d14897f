"""What comes in is made harmless before anybody reads it: null bytes, numbers without end."""

from datetime import date

from flask import Flask, request
from flask import Request as FlaskRequest
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.routing import IntegerConverter, Map

from lipnet.core.refusals import NotFound

LARGEST_NUMBER = 2**31 - 1  # PostgreSQL's integer; no record has a greater number


def prepare(app: Flask) -> None:
    app.request_class = Request
    app.url_map.converters["int"] = RecordNumber


class WithoutNullBytes(ImmutableMultiDict):
    """Texts as they were sent, but for null bytes: PostgreSQL keeps none, nobody types one."""

    def __init__(self, mapping=None):
        pairs = MultiDict(mapping).items(multi=True)
        super().__init__([(_clean(name), _clean(text)) for name, text in pairs])


class Request(FlaskRequest):
    parameter_storage_class = WithoutNullBytes


class RecordNumber(IntegerConverter):
    """A number in an address; one that no record can have is no page."""

    regex = r"\d{1,10}"

    def __init__(self, map: Map):
        super().__init__(map, max=LARGEST_NUMBER)


def number_asked(name: str) -> int | None:
    """The number `name` of the address (?version=2), None without; raises NotFound beyond any."""
    number = request.args.get(name, type=int)
    if number is not None and not 0 <= number <= LARGEST_NUMBER:
        raise NotFound
    return number


def day_asked(name: str) -> date | None:
    """The day `name` of the address (?on=2026-03-12); None without, or for what is no day."""
    try:
        day = date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2200 else None


def _clean(text):
    return text.replace("\0", "") if isinstance(text, str) else text
