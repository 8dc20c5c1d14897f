"""The command line of surveys: look at a questionnaire before anybody uploads it."""

import json
import sys
from pathlib import Path

import click

from lipnet.questionnaire.report import check_report
from lipnet.questionnaire.xlsform import Imported
from lipnet.sheets import Unreadable
from lipnet.surveys.marked import marked_workbook
from lipnet.surveys.uploads import read_upload
from lipnet.surveys.words import by_severity, language_name, told_finding

OUTCOMES = {
    "whole": "The whole questionnaire can be used.",
    "findings": "The questionnaire can be used, with the findings below.",
    "refused": "This file holds no questionnaire that can be used.",
}


@click.group()
def xlsform() -> None:
    """Questionnaires in spreadsheets (XLSForm)."""


@click.group()
def lss() -> None:
    """Surveys exported from LimeSurvey (.lss)."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.option(
    "--marked", type=click.Path(path_type=Path), help="Write a copy with remarks here (.xlsx)."
)
def check(file: Path, as_json: bool, marked: Path | None) -> None:
    """List everything that was noticed in FILE; ends with 1 if no questionnaire came of it.

    FILE is a workbook (XLSForm) or a survey of LimeSurvey; its content says which. Needs no
    configuration and no database.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from error
    imported = read_upload(data, file.name)
    report = check_report(imported, lambda finding: " ".join(told_finding(finding)[1:]))
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False))
    else:
        _tell(report, imported)
    if marked is not None:
        _write_marked(marked, data, file.name, imported)
    sys.exit(1 if imported.outcome == "refused" else 0)


xlsform.add_command(check)
lss.add_command(check)


def _write_marked(target: Path, data: bytes, name: str, imported: Imported) -> None:
    try:
        target.write_bytes(marked_workbook(data, name, imported.findings))
    except Unreadable as error:
        raise click.ClickException(f"{name} holds no workbook to mark.") from error
    except OSError as error:
        raise click.ClickException(f"{target}: {error.strerror}") from error


def _tell(report: dict, imported: Imported) -> None:
    click.echo(OUTCOMES[imported.outcome])
    if imported.questionnaire is not None:
        names = ", ".join(language_name(tag) for tag in report["languages"])
        click.echo(
            f"{report['items']} items, {report['choices']} choices, {report['rules']} rules; "
            f"languages: {names}"
        )
    for group in by_severity(imported.findings):
        click.echo(f"\n{group.heading} ({group.count})")
        for found in group.findings:
            for line in found.lines:
                click.echo(f"  {', '.join(line.places)}  {line.wrong}".rstrip())
            if found.rest:
                click.echo(f"  {', '.join(found.rest)}")
            click.echo(f"      {found.instead}")
