"""Long work steps aside while people are being answered in this process.

Python runs one thread at a time, and lets go of a busy one only after 5 ms: a page that takes 2 ms
would wait longer than it takes. Long work asks here now and then; while nobody comes, it goes on.
"""

import time
from collections.abc import Callable
from typing import Any

A_BREATH = 0.0001  # seconds
A_WHILE = 5.0  # seconds in which whoever came may come again

_somebody_came = float("-inf")


def noted(application: Callable[[dict, Callable], Any]) -> Callable[[dict, Callable], Any]:
    """The WSGI application, with a note of when it was last asked for anything."""

    def answer(environ: dict, start_response: Callable) -> Any:
        global _somebody_came
        _somebody_came = time.monotonic()
        return application(environ, start_response)

    return answer


def step_aside() -> None:
    """Let whoever is being answered go first."""
    if time.monotonic() - _somebody_came < A_WHILE:
        time.sleep(A_BREATH)
