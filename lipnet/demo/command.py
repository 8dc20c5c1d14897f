"""`lipnet demo`: an invented partnership to look around in."""

import click

from lipnet.core import migrations
from lipnet.core.db import db
from lipnet.demo import asking, directory, filling
from lipnet.people.models import Person

WHO = {"noor": "coordinator", "tesfalem": "member", "mai": "translator", "ruth": "steward"}


@click.command()
@click.option(
    "--responses",
    type=click.IntRange(min=asking.FEWEST),
    default=1200,
    show_default=True,
    help="How many answers the three surveys get together.",
)
@click.option("--unless-there", is_flag=True, help="Do nothing if somebody is there already.")
@click.option("--address", help="The address to print, instead of the configured one.")
@click.pass_context
def demo(context: click.Context, responses: int, unless_there: bool, address: str | None) -> None:
    """Fill an empty house with an invented partnership, its past and its answers."""
    from lipnet.cli import application

    app = application(context)
    with db.connection_context():
        if migrations.pending():
            raise click.ClickException("run `lipnet migrate` first")
        if filling.is_empty():
            _fill(responses)
        elif not unless_there:
            raise click.ClickException(
                "somebody is here already, so nothing was changed. The demo fills only an empty "
                "house: choose another folder with --data."
            )
        else:
            click.echo("Somebody is here already: nothing was changed.")
        if filling.is_there():
            _show_doors(address or app.config["LIPNET"].site.address)


def _fill(responses: int) -> None:
    with click.progressbar(length=responses, label="Answers come in") as bar:
        filling.fill(responses, lambda: bar.update(1))
    click.echo("The partnership of Cedarmouth is there. It is invented, like everybody in it.")


def _show_doors(address: str) -> None:
    click.echo(f"\n  {address}\n\nSign in as (these passwords are public: for the demo only)")
    for key, role in WHO.items():
        person = Person.get(Person.folded_email == directory.address(_name(key)))
        click.echo(f"  {role:12} {person.email:38} {directory.PASSWORDS[key]}")


def _name(key: str) -> str:
    return directory.COORDINATOR[0] if key == "noor" else directory.PEOPLE[key][0]
