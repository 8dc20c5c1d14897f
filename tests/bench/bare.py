"""The least a Flask application could do: serve the same bytes and insert one row, durably.

It reads what was sent, as any application would, and keeps it with the last request.

python -m tests.bench.bare FOLDER DATABASE_URL PORT
"""

import json
import logging
import secrets
import sys
from pathlib import Path

from flask import Flask, Response, request
from waitress import create_server

from lipnet.core.config import Server
from lipnet.core.db import connect, db

LARGEST = 4_000_000


def application(folder: Path) -> Flask:
    app = Flask("bare")
    app.config["MAX_FORM_MEMORY_SIZE"] = LARGEST
    headers = json.loads((folder / "headers.json").read_text("utf-8"))
    pages = [(folder / f"{number}.page").read_bytes() for number in range(len(headers))]

    @app.get("/page/<int:number>")
    def look(number):
        return Response(pages[number], headers=headers[number])

    @app.post("/page/<int:number>")
    def send(number):
        sent = request.form.to_dict(flat=False)
        if number == len(pages) - 1:
            _insert(secrets.token_hex(32), json.dumps(sent))
        return Response(pages[number], headers=headers[number])

    return app


def _insert(key: str, answers: str) -> None:
    with db.connection_context(), db.atomic():
        db.execute_sql(f"INSERT INTO bare VALUES ({db.obj.param}, {db.obj.param})", (key, answers))


def main(folder: str, url: str, port: str) -> None:
    logging.getLogger("waitress").setLevel(logging.ERROR)
    connect(url)
    with db.connection_context():
        db.execute_sql("CREATE TABLE IF NOT EXISTS bare (key TEXT PRIMARY KEY, answers TEXT)")
    create_server(
        application(Path(folder)),
        host="127.0.0.1",
        port=int(port),
        threads=Server().threads,
        connection_limit=1000,
        asyncore_use_poll=True,
        ident=None,
    ).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
