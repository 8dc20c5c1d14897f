"""Every byte that an election leaves: files of the house, its backup, files of PostgreSQL."""

import zipfile
from pathlib import Path

from lipnet.core.db import db, is_sqlite


def places_of(sought: list[bytes], election) -> set[str]:
    """The files of the house and the tables of its backup that hold any of these."""
    return {
        name for name, content in everything(election) if any(each in content for each in sought)
    }


def everything(election):
    """(name, content) of each file the program and its engine keep, but PostgreSQL's write-ahead
    log: what that can tell until it is written over is said in docs/privacy.md."""
    folder = election.server.folder
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if path.suffix != ".zip":
            yield str(path.relative_to(folder)), content_of(path)
    with zipfile.ZipFile(folder / "kept.zip") as archive:
        for name in archive.namelist():
            yield f"kept.zip/{Path(name).with_suffix('')}", archive.read(name)
    if not is_sqlite():
        yield from engine_files()


def engine_files():
    db.execute_sql("CHECKPOINT")
    top = Path(db.execute_sql("SHOW data_directory").fetchone()[0])
    (own,) = db.execute_sql("SELECT oid FROM pg_database WHERE datname = current_database()")
    for path in sorted((top / "base" / str(own[0])).iterdir()):
        yield f"base/{path.name}", content_of(path)


def content_of(path: Path) -> bytes:
    """Nothing, of what the engine wrote for itself and let go meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def its_files(table) -> set[str]:
    """Where the engine keeps a table and its indexes."""
    if is_sqlite():
        return {"data/lipnet.sqlite3"}
    name = table._meta.table_name
    found = db.execute_sql(
        "SELECT pg_relation_filenode(c.oid) FROM pg_class c WHERE c.relname = %s OR c.oid IN "
        "(SELECT indexrelid FROM pg_index WHERE indrelid = %s::regclass)", (name, name),
    )  # fmt: skip
    return {f"base/{node}" for (node,) in found}
