"""The production server and the worker: one process, drained on a polite end."""

import logging
import signal
import sys
import threading

from flask import Flask
from waitress import create_server

from lipnet.core import jobs, logs
from lipnet.core.config import Server
from lipnet.core.giving_way import noted


class CannotListen(Exception):
    """The address is taken by another program, or is none of this machine."""


def serve(app: Flask) -> None:
    """Serve until told to stop; requests under way are answered first. Raises CannotListen."""
    logs.configure()
    settings = app.config["LIPNET"]
    server = _listening(app, settings.server)
    scheduler = jobs.start(settings)
    signal.signal(signal.SIGTERM, _stop)
    logging.getLogger("lipnet").info("serving on port %s", settings.server.port)
    try:
        server.run()
    finally:
        jobs.end(scheduler, wait=False)
        server.task_dispatcher.shutdown(cancel_pending=False, timeout=20)


def _listening(app: Flask, chosen: Server):
    try:
        return create_server(
            noted(app),
            host=chosen.host,
            port=chosen.port,
            threads=chosen.threads,
            connection_limit=1000,
            asyncore_use_poll=True,
            ident=None,
            clear_untrusted_proxy_headers=not chosen.behind_proxy,
        )
    except OSError as error:
        where = f"{chosen.host}:{chosen.port}"
        raise CannotListen(f"cannot listen on {where}: {error.strerror}") from error


def work(app: Flask) -> None:
    """Only the jobs, until told to stop."""
    logs.configure()
    scheduler = jobs.start(app.config["LIPNET"])
    stopped = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    signal.signal(signal.SIGINT, lambda *_: stopped.set())
    stopped.wait()
    jobs.end(scheduler, wait=True)


def _stop(*_) -> None:
    sys.exit(0)
