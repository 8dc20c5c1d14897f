"""Somebody who tries to tell whose ballot is whose from all that the engine keeps, with the keys.

She lays people in some order beside ballots in some order: as the engine shows them, by key, by
place, by transaction, as they lie in the files, as they stand on the roll, as they voted.
"""

import re
from itertools import product
from pathlib import Path

from lipnet.core.db import db, is_sqlite
from lipnet.nominations.ballots import ledger
from lipnet.nominations.ballots.models import CastBallot, CountedMark

PEOPLE = 24
MOST_BY_CHANCE = 8  # of 24; nine or more come by chance once in a million guesses
STAMPS = "xmin::text::bigint, cmin::text::bigint, ctid"


def bytes_of(table, folder) -> bytes:
    if is_sqlite():
        return b"".join((folder / f"lipnet.sqlite3{end}").read_bytes() for end in ("", "-wal"))
    db.execute_sql("CHECKPOINT")
    (place,) = db.execute_sql("SHOW data_directory").fetchone()
    where = f"SELECT pg_relation_filepath('{table._meta.table_name}')"
    return (Path(place) / db.execute_sql(where).fetchone()[0]).read_bytes()


def orders(table, column: str, owner: dict[str, int], folder) -> list[list[int]]:
    """The owners of rows in every order in which the engine can show them; of other rows she knows
    that they are none of these people's."""
    name = table._meta.table_name
    endings = ["", f" ORDER BY {column}"]
    if not is_sqlite():
        endings += [" ORDER BY ctid", f" ORDER BY {STAMPS}"]
    shown = [db.execute_sql(f"SELECT {column} FROM {name}{end}").fetchall() for end in endings]
    told = [[owner[key] for (key,) in rows if key in owner] for rows in shown]
    content = bytes_of(table, folder)
    lying = sorted((content.find(key.encode()), who) for key, who in owner.items())
    return [*told, [who for _, who in lying]]


def best_guess(voted: dict[int, str], marks, ballots, folder) -> int:
    """How many are right in the best of all guesses; by chance about one."""
    by_mark = {ledger.mark_of(key): key for key in voted}
    by_ranking = {text: key for key, text in voted.items()}
    people = orders(marks, "key", by_mark, folder)
    people += [sorted(voted), list(voted)] if marks is CountedMark else []
    what = orders(ballots, "ranking", by_ranking, folder)
    if ballots is CastBallot:
        owner = {row.key: by_ranking[row.ranking] for row in CastBallot.select()}
        what += orders(CastBallot, "key", owner, folder)
    return most_alike(people, what)


def most_alike(some: list[list[int]], others: list[list[int]]) -> int:
    """How many stand at the same place in the two orders that are most alike."""
    return max(
        max(sum(a == b for a, b in zip(one, each, strict=True)) for each in (two, two[::-1]))
        for one, two in product(some, others)
    )


def values(rows) -> set[str]:
    plain = ("ballot", "times", "on_paper")
    told = {str(v) for row in rows for name, v in row.items() if name not in plain}
    return {word for text in told for word in re.findall(r"\w+", text)}
