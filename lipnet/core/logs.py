"""Structured logs without personal data: the rule of an address, never the address."""

import json
import logging
import sys
import time

from flask import Flask, g, request

from lipnet.core import clock
from lipnet.core.web import access_of


class AsJson(logging.Formatter):
    """One JSON object a line; an exception keeps its stack but not its message."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": clock.now().isoformat(),
            "level": record.levelname.lower(),
            "from": record.name,
            "what": record.getMessage(),
            **getattr(record, "particulars", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["stack"] = _stack(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _stack(trace) -> list[str]:
    frames = []
    while trace:
        code = trace.tb_frame.f_code
        frames.append(f"{code.co_filename.rpartition('lipnet/')[2]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames[-8:]


def configure(stream=None) -> None:
    """Send the program's log to `stream` (standard error)."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(AsJson())
    root = logging.getLogger("lipnet")
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    root.propagate = False
    # A job that takes longer than its interval is left out meanwhile: that is meant, and no news.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def log_requests(app: Flask) -> None:
    """One line a request: method, rule, status, milliseconds. Cookieless pages leave no line."""
    requests = logging.getLogger("lipnet.requests")

    @app.before_request
    def _start():
        g.started = time.perf_counter()

    @app.after_request
    def _line(response):
        if not getattr(access_of(request.endpoint), "cookieless", request.endpoint is None):
            particulars = {
                "method": request.method,
                "rule": str(request.url_rule),
                "status": response.status_code,
                "ms": round((time.perf_counter() - g.started) * 1000, 1),
            }
            requests.info("request", extra={"particulars": particulars})
        return response
