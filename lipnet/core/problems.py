"""An error as programs read it: application/problem+json (RFC 9457), in the language asked for."""

import json

from flask import Response, request

from lipnet.core.i18n import lazy

FOR_PROGRAMS = "/api/"
A_QUARTER_HOUR = 900
TITLES = {
    400: lazy("The request could not be read."),
    401: lazy("A personal token is missing, or is not valid any more."),
    403: lazy("The person behind this token may not see this."),
    404: lazy("There is nothing at this address, or it is not yours to see."),
    405: lazy("This can only be read."),
    429: lazy("That was tried too often. Please wait a quarter of an hour."),
}
OTHERWISE = lazy("Something went wrong. Please try again later.")


def is_for_programs() -> bool:
    """Whether who asks is a program, and cannot read a page."""
    return request.path.startswith(FOR_PROGRAMS)


def problem(status: int, headers=None) -> Response:
    said = {"type": "about:blank", "title": str(TITLES.get(status, OTHERWISE)), "status": status}
    response = Response(
        json.dumps(said, ensure_ascii=False) + "\n", status, mimetype="application/problem+json"
    )
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="lipnet"'
    if status == 429:
        response.headers["Retry-After"] = str(A_QUARTER_HOUR)
    if headers and "Allow" in headers:
        response.headers["Allow"] = headers["Allow"]
    response.vary.add("Accept-Language")
    return response
