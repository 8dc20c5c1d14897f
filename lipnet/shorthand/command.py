"""`lipnet minutes propose`: what old minutes seem to say, without configuration and database."""

import json
from pathlib import Path
from typing import Any

import click

from lipnet.documents import Document, Unreadable, read_document
from lipnet.shorthand.reading import LANGUAGES, Action, Decision, Proposals, TooLong, propose
from lipnet.shorthand.unread import reason, reason_of


@click.group()
def minutes() -> None:
    """Old minutes, read."""


@minutes.command("propose")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--lang", default="", help=f"One of {', '.join(LANGUAGES)} (default: guessed).")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def propose_command(file: Path, lang: str, as_json: bool) -> None:
    """Propose what the minutes in FILE say: date, body, attendance, decisions, actions."""
    if lang and lang.split("-")[0].casefold() not in LANGUAGES:
        raise click.UsageError(f"--lang is one of {', '.join(LANGUAGES)}")
    document = _document(file)
    try:
        found = propose(document.text, lang, filename=file.name)
    except TooLong as error:
        raise click.ClickException(reason("too_long", limit=error.limit)) from error
    if as_json:
        click.echo(json.dumps(as_document(found, document), ensure_ascii=False))
        return
    _tell(found)


def _document(file: Path) -> Document:
    try:
        return read_document(file.read_bytes(), file.name)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from error
    except Unreadable as bad:
        raise click.ClickException(reason_of(bad)) from bad


def as_document(found: Proposals, document: Document) -> dict[str, Any]:
    """The proposals as JSON; places are counted in the file's own text where it is a text."""
    places = document.places()
    return {
        "date": found.date or None,
        "body": found.body or None,
        "language": found.language,
        "attendees": [{"name": each.name, "status": each.status} for each in found.attendees],
        "actions": [_action(each, places) for each in found.actions],
        "decisions": [_decision(each, places) for each in found.decisions],
    }


def _action(action: Action, places: list[int]) -> dict[str, Any]:
    return {
        **_span(action, places),
        "owners": list(action.owners),
        "due": action.due or None,
        "done": action.done,
    }


def _decision(decision: Decision, places: list[int]) -> dict[str, Any]:
    return {
        **_span(decision, places),
        "kind": decision.kind,
        "mover": decision.mover or None,
        "seconder": decision.seconder or None,
        "outcome": decision.outcome or None,
    }


def _span(told: Action | Decision, places: list[int]) -> dict[str, Any]:
    return {
        "start": places[told.start],
        "end": places[told.end - 1] + 1 if told.end else 0,
        "text": told.text,
    }


def _tell(found: Proposals) -> None:
    click.echo(f"{found.date or 'no date'}  {found.body or 'no body'}  ({found.language})")
    _list("Attendance", [f"{each.name}: {each.status}" for each in found.attendees])
    _list("Decisions", [_told_decision(each) for each in found.decisions])
    _list("Actions", [_told_action(each) for each in found.actions])


def _list(title: str, lines: list[str]) -> None:
    click.echo(f"\n{title}: {len(lines) or 'none found'}")
    for line in lines:
        click.echo(f"  - {line}")


def _told_decision(decision: Decision) -> str:
    people = " / ".join(name for name in (decision.mover, decision.seconder) if name)
    particulars = ", ".join(part for part in (decision.kind, people, decision.outcome) if part)
    return f"{decision.text} [{particulars}]"


def _told_action(action: Action) -> str:
    who = ", ".join(action.owners) or "nobody named"
    return f"{action.text} [{who}{f'; {action.due}' if action.due else ''}]"
