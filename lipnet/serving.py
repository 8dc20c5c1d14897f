"""The production server and the worker: one process, drained on a polite end."""

import logging
import signal
import sys
import threading

from flask import Flask
from waitress import create_server

from lipnet.core import jobs, logs


def serve(app: Flask) -> None:
    """Serve until told to stop; requests under way are answered first."""
    logs.configure()
    settings = app.config["LIPNET"]
    server = create_server(
        app,
        host=settings.server.host,
        port=settings.server.port,
        threads=settings.server.threads,
        connection_limit=1000,
        asyncore_use_poll=True,
        ident=None,
        clear_untrusted_proxy_headers=not settings.server.behind_proxy,
    )
    scheduler = jobs.start(settings)
    signal.signal(signal.SIGTERM, _stop)
    logging.getLogger("lipnet").info("serving on port %s", settings.server.port)
    try:
        server.run()
    finally:
        scheduler.shutdown(wait=False)
        server.task_dispatcher.shutdown(cancel_pending=False, timeout=20)


def work(app: Flask) -> None:
    """Only the jobs, until told to stop."""
    logs.configure()
    scheduler = jobs.start(app.config["LIPNET"])
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    signal.signal(signal.SIGINT, lambda *_: stopped.set())
    stopped.wait()
    scheduler.shutdown(wait=True)


def _stop(*_) -> None:
    sys.exit(0)
