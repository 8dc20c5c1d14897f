"""The least a Flask application could do: serve the same bytes and insert one row, durably.

python -m tests.bench.bare FOLDER DATABASE_URL PORT
"""

import sys
from pathlib import Path

from flask import Flask, Response, request
from waitress import create_server

from lipnet.core.config import Server
from lipnet.core.db import connect, db


def application(folder: Path) -> Flask:
    app = Flask("bare")
    pages = [path.read_bytes() for path in sorted(folder.glob("*.page"))]

    @app.get("/notice")
    def notice():
        return _packed(pages[0])

    @app.post("/answer")
    def answer():
        step = int(request.form["step"])
        if step == len(pages) - 1:
            _insert(request.form["id"], request.form["answers"])
        return _packed(pages[step])

    return app


def _packed(page: bytes) -> Response:
    return Response(page, mimetype="text/html", headers={"Content-Encoding": "gzip"})


def _insert(key: str, answers: str) -> None:
    with db.connection_context(), db.atomic():
        db.execute_sql(f"INSERT INTO bare VALUES ({db.obj.param}, {db.obj.param})", (key, answers))


def main(folder: str, url: str, port: str) -> None:
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
