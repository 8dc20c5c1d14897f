"""Files that have become confidential since a pack was made: listed there without their names.

The frozen data keeps them, or its mark would not hold; whatever is read or printed does not.
"""

from lipnet.core.i18n import gettext
from lipnet.plans.access import confidential_among, may_go_out


def as_told(document: dict) -> dict:
    """For reading: the page, the paper, the tables of the ZIP."""
    return document | {"files": told_files(document["files"])} if "files" in document else document


def told_files(rows: list[dict]) -> list[dict]:
    """Two queries for all of them."""
    digests = [row["sha256"] for row in rows]
    allowed, confidential = may_go_out(digests), confidential_among(digests)
    return [
        row | {"name": gettext("A confidential file")}
        if row["sha256"] in confidential and named(row) not in allowed
        else row
        for row in rows
    ]


def named(row: dict) -> tuple[int, str, str]:
    return row["number"], row["name"], row["sha256"]
