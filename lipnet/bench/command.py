"""`lipnet bench`: figures on the machine at hand."""

import json
import sys
import tempfile
from pathlib import Path

import click


@click.group()
def bench() -> None:
    """Measure on invented answers, in a scratch database."""


@bench.command()
@click.option("--responses", type=click.IntRange(min=1_000), default=100_000, show_default=True)
@click.option("--database", default="", help="An empty PostgreSQL database; else SQLite.")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def results(responses: int, database: str, as_json: bool) -> None:
    """How long it takes to count, filter, serve, fold in and take away RESPONSES invented answers.

    Each _s is seconds on the wall; beside it, _cpu_s, those of the processor.
    """
    from lipnet.bench.clocked import lines_of
    from lipnet.bench.results import NotEmpty, measure

    with tempfile.TemporaryDirectory(prefix="lipnet-bench-") as folder:
        bar = click.progressbar(length=2 * responses, label="Answers", file=sys.stderr)
        try:
            with bar:
                figures = measure(responses, Path(folder), database, bar.update)
        except NotEmpty as error:
            raise click.ClickException("this database holds something already") from error
    if as_json:
        click.echo(json.dumps(figures))
        return
    for line in lines_of(figures):
        click.echo(line)
