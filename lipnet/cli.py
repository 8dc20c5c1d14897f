"""The command line: `lipnet --help`."""

import json
import sys
from importlib import import_module
from pathlib import Path

import click

from lipnet import keeping
from lipnet.core import config, jobs, migrations, secrets
from lipnet.core.db import connect, db

IN_ROOMS = {
    "demo": "lipnet.demo.command",
    "xlsform": "lipnet.surveys.commands",
    "lss": "lipnet.surveys.commands",
    "bench": "lipnet.bench.command",
    "count": "lipnet.nominations.ballots.count_command",
    "minutes": "lipnet.shorthand.command",
}


class Commands(click.Group):
    """The commands of this module, and those of the rooms, which are imported when named."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted({*super().list_commands(context), *IN_ROOMS})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in IN_ROOMS:
            return getattr(import_module(IN_ROOMS[name]), name)
        return super().get_command(context, name)


@click.group(cls=Commands)
@click.option("--config", "config_path", type=click.Path(), help="The configuration file.")
@click.option("--data", type=click.Path(), help="The data folder, instead of the configured one.")
@click.pass_context
def main(context: click.Context, config_path: str | None, data: str | None) -> None:
    """lipnet: a partnership's year in one place, and one thread through it."""
    context.obj = (config_path, {"data": {"folder": data}} if data else {})


def settings(context: click.Context, **more: dict) -> config.Config:
    """The configuration this command runs with; a mistake in it ends the command with code 2."""
    path, overrides = context.obj
    try:
        return config.load(path, **overrides, **more)
    except config.BadConfig as error:
        raise click.UsageError(str(error)) from error


def application(context: click.Context, **more: dict):
    """The whole program, or a clear end with code 2."""
    from lipnet import create_app

    try:
        return create_app(settings(context, **more))
    except secrets.MissingSecrets as error:
        raise click.UsageError(str(error)) from error


@main.command()
@click.option("--back", is_flag=True, help="Revert the latest migration instead.")
@click.pass_context
def migrate(context: click.Context, back: bool) -> None:
    """Bring the database to the shape the program expects; make the keys on first run."""
    chosen = settings(context)
    for key in secrets.make(chosen.folder):
        click.echo(f"made {key}")
    connect(chosen.database_url)
    try:
        names = (migrations.migrate_back if back else migrations.migrate)(chosen.folder)
    except migrations.CannotGoBack as error:
        raise click.ClickException(str(error)) from error
    for name in names:
        click.echo(("reverted " if back else "applied ") + name)
    if not names:
        click.echo("nothing to do")


@main.command()
@click.option("--port", type=int, help="The port to listen on.")
@click.option("--host", help="The address to listen on.")
@click.option("--development", is_flag=True, help="Show the pattern page as well.")
@click.pass_context
def serve(context: click.Context, port: int | None, host: str | None, development: bool) -> None:
    """Serve the program, and do the jobs of the clock."""
    from lipnet import serving

    app = application(context, **_where(settings(context), port, host, development))
    with db.connection_context():
        waiting = migrations.pending()
    if waiting:
        raise click.ClickException(f"run `lipnet migrate` first: {', '.join(waiting)}")
    try:
        serving.serve(app)
    except serving.CannotListen as error:
        raise click.ClickException(f"{error}; choose another port with --port") from error


def _where(chosen: config.Config, port, host, development: bool) -> dict:
    """What was said on the command line; an address nobody configured follows the port."""
    server = {"port": port, "host": host, "development": development or None}
    site = {}
    if port and chosen.site.address == config.Site().address:
        site = {"address": f"http://127.0.0.1:{port}"}
    return {"server": {k: v for k, v in server.items() if v is not None}, "site": site}


@main.command()
@click.option("--once", is_flag=True, help="Do every job once, now, and stop.")
@click.pass_context
def worker(context: click.Context, once: bool) -> None:
    """Do the jobs of the clock in a process of their own."""
    from lipnet import serving

    app = application(context)
    if once:
        with db.connection_context():
            jobs.run_all(app.config["LIPNET"])
        return
    serving.work(app)


@main.command("add-coordinator")
@click.argument("name")
@click.argument("email")
@click.option("--language", default="en", show_default=True)
@click.password_option(help="Asked for when not given.")
@click.pass_context
def add_coordinator(context, name: str, email: str, language: str, password: str) -> None:
    """Give NAME a sign-in with EMAIL as coordinator."""
    from lipnet.core.events import THE_PROGRAM
    from lipnet.core.refusals import Refusal
    from lipnet.people import operations as people

    application(context)
    with db.connection_context():
        try:
            people.add_coordinator(name, email, password, language=language, by=THE_PROGRAM)
        except Refusal as refusal:
            raise click.ClickException(str(refusal.reason)) from refusal
    click.echo(f"{name} can sign in as {email}.")


@main.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_context
def backup(context: click.Context, target: Path) -> None:
    """Write the database and the files into the archive TARGET (without the keys)."""
    application(context)
    with _tables("Tables written") as bar:
        keeping.back_up(settings(context), target, bar.update)
    with db.connection_context():
        _say_what_is_left_out()
    click.echo(f"written: {target}")


@main.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.pass_context
def restore(context: click.Context, source: Path) -> None:
    """Bring the archive SOURCE back into an empty data folder."""
    try:
        with _tables("Tables read") as bar:
            keeping.restore(settings(context), source, bar.update)
    except keeping.CannotRestore as error:
        raise click.ClickException(str(error)) from error
    click.echo("restored; now put the keys back, or run `lipnet migrate` to make new ones")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Look for anything broken in the data; ends with 1 if something is."""
    from lipnet.core import soundness

    app = application(context)
    with db.connection_context():
        faults = soundness.every_fault(app.config["LIPNET"])
    if as_json:
        click.echo(json.dumps([fault._asdict() for fault in faults], ensure_ascii=False))
    else:
        for fault in faults:
            click.echo(f"{fault.code}: {fault.where}: {fault.what}")
        click.echo("everything is whole" if not faults else f"{len(faults)} found", err=True)
    sys.exit(1 if faults else 0)


@main.command()
@click.argument("slug", required=False)
@click.pass_context
def recount(context: click.Context, slug: str | None) -> None:
    """Count the settled answers of every survey anew, or of the one at the address SLUG."""
    from lipnet.core.events import THE_PROGRAM
    from lipnet.surveys import operations as surveys
    from lipnet.surveys.models import Response, SurveyVersion
    from lipnet.surveys.retention import has_erased

    application(context)
    with db.connection_context():
        versions = SurveyVersion.published(slug)
        if not versions:
            raise click.ClickException("no such survey was ever opened")
        versions = [each for each in versions if not has_erased(each.survey, "answers")]
        if not versions:
            raise click.ClickException("the answers were erased in time: their counts stay")
        length = Response.select().where(Response.version.in_(versions)).count()
        with click.progressbar(length=length, label="Answers counted", file=sys.stderr) as bar:
            found = sum(surveys.recount(v, tick=bar.update, by=THE_PROGRAM) for v in versions)
    click.echo(f"{found} answers counted")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.pass_context
def routes(context: click.Context, as_json: bool) -> None:
    """Every address and who may use it."""
    app = application(context)
    with app.app_context():
        rules = [_told_rule(rule) for rule in sorted(app.url_map.iter_rules(), key=str)]
    if as_json:
        click.echo(json.dumps(rules))
        return
    for rule in rules:
        click.echo(f"{','.join(rule['methods']):10} {rule['address']:60} {rule['who']}")


def _told_rule(rule) -> dict:
    from lipnet.core.web import ByToken, Public, access_of

    access = access_of(rule.endpoint)
    who = "everybody" if isinstance(access, Public) else getattr(access, "name", "nobody")
    if isinstance(access, ByToken):
        who = f"{access.permission.name} (by token)"
    methods = sorted(rule.methods - {"HEAD", "OPTIONS"})
    return {"address": rule.rule, "methods": methods, "who": who}


def _say_what_is_left_out() -> None:
    """Who moves a house while people vote must know before it is too late."""
    if left_out := len(keeping.open_ballots()):
        click.echo(
            f"left out: who has voted, and what, in {left_out} ballots that are not counted yet"
        )


def _tables(label: str):
    return click.progressbar(length=len(keeping.KEPT), label=label, file=sys.stderr)


@main.command("export")
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_context
def export_all(context: click.Context, target: Path) -> None:
    """Write every table into TARGET as one JSON object a line (for hand-over)."""
    application(context)
    with db.connection_context(), _tables("Tables written") as bar:
        rows = keeping.export(target, bar.update)
    with db.connection_context():
        _say_what_is_left_out()
    click.echo(f"{rows} rows written to {target}")


@main.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.pass_context
def import_all(context: click.Context, source: Path) -> None:
    """Read an export into an empty database."""
    application(context)
    with db.connection_context():
        try:
            with _tables("Tables read") as bar:
                rows = keeping.import_(source, bar.update)
        except keeping.CannotRestore as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{rows} rows read")
