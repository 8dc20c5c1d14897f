"""The minutes for who may not read all of them. Pure: documents in, documents out."""

from collections.abc import Container

LINES = ("motions", "decisions", "actions")
NAMED = ("present",)  # whose names everybody may read, unless the body shows all


def marked(document: dict, confidential: set[int]) -> dict:
    """The document with what is confidential marked so: items, and actions still open from them."""
    return document | {
        "agenda": [
            item | {"confidential": item["id"] in confidential} for item in document["agenda"]
        ],
        "still_open": [
            row | {"confidential": row["item"] in confidential}
            for row in document.get("still_open", [])
        ],
    }


def redacted(document: dict) -> dict:
    """Without the confidential items and all that stands under them; their places stay."""
    gone = {item["id"] for item in document["agenda"] if item.get("confidential")}
    kept = {
        lines: [line for line in document[lines] if line["item"] not in gone] for lines in LINES
    }
    agenda = [withheld(item) if item["id"] in gone else item for item in document["agenda"]]
    still_open = [row for row in document.get("still_open", []) if not row.get("confidential")]
    return document | kept | {"agenda": agenda, "still_open": still_open}


def withheld(item: dict) -> dict:
    """What is left of a confidential item: that there was one."""
    empty = {"title": {}, "presenter": "", "minutes_planned": None, "notes": {}}
    return {
        "id": item["id"], "purpose": "discussion", "because": [], "declared": [],
        "confidential": True, "withheld": True, **empty,
    }  # fmt: skip


def for_everybody(document: dict, *, names: bool = False, public: Container = ()) -> dict:
    """The public version: redacted, without the address of the call, without who came later or
    left, and of votes between meetings without how each member voted; of who was there only the
    members who came are named, the others are counted, unless `names` are shown. Of what lines
    rest on and name, only what is in `public`, {(kind, id)}, is told.

    `counted` is {status: how many}.
    """
    open_to_all = _resting_on(redacted(document), public) | {
        "link": "", "still_open": [], "counted": {}, "movements": [],
        "between": [vote | {"votes": []} for vote in document.get("between", [])],
    }  # fmt: skip
    if names:
        return open_to_all
    rows = document["attendance"]
    shown = [row | {"alternate_for": ""} for row in rows if row["status"] in NAMED]
    others = [row["status"] for row in rows if row["status"] not in NAMED]
    known = {row["name"] for row in shown}
    return open_to_all | {
        "attendance": shown,
        "counted": {status: others.count(status) for status in dict.fromkeys(others)},
        "agenda": [_unnamed(item, known) for item in open_to_all["agenda"]],
        "actions": [_unowned(action, known) for action in open_to_all["actions"]],
        "between": [_unmoved(vote, known) for vote in open_to_all["between"]],
    }


def _resting_on(document: dict, public: Container) -> dict:
    return document | {
        lines: [
            row
            | {
                key: [one for one in row[key] if (one["kind"], str(one["id"])) in public]
                for key in ("because", "names")
                if key in row
            }
            for row in document[lines]
        ]
        for lines in (*LINES, "agenda")
    }


def _unnamed(item: dict, known: set[str]) -> dict:
    presenter = item["presenter"] if item["presenter"] in known else ""
    return item | {"presenter": presenter, "declared": []}


def _unmoved(vote: dict, known: set[str]) -> dict:
    """Who moved it is named as at a meeting: if both are among those who came."""
    return (
        vote if {vote["mover"], vote["seconder"]} <= known else vote | {"mover": "", "seconder": ""}
    )


def _unowned(action: dict, known: set[str]) -> dict:
    """An organisation that owns an action (its name in languages) is named, a guest is not."""
    owner = action["owner"]
    return action | {"owner": owner if isinstance(owner, dict) or owner in known else ""}
