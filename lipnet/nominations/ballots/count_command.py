"""`lipnet count`: a ballot file counted, without configuration and without database.

In English in the words of the rules; in another language in those of the page of the outcome.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.counting import (
    RULES,
    BadBallots,
    Contest,
    Outcome,
    Stage,
    StillToBeDrawn,
    decided_by,
    decimal,
    read_blt,
)
from lipnet.counting.told import told_lot, told_stage
from lipnet.nominations.ballots import telling

WRONG = {
    "too_large": "the file is too large to be a ballot file",
    "not_text": "this is no text file",
    "begins": "line %(line)s: a ballot file begins with how many candidates and how many seats",
    "number": "line %(line)s: only whole numbers are expected here",
    "candidate": "line %(line)s: a candidate is named who does not stand",
    "twice": "line %(line)s: a ballot names a candidate twice",
    "equal_ranks": "line %(line)s: equal ranks cannot be counted by these rules",
    "weight": "line %(line)s: a ballot is cast at least once",
    "unfinished": "line %(line)s: a ballot, or the list of ballots, does not end with 0",
    "names": "there are fewer names than candidates",
    "reserved": "line %(line)s: this reserved place is not understood",
}

NO_SEED = (
    "No --seed was given, so the name of the file decided the lots. They fall as they did in the "
    "count only with the seed that is published with its outcome."
)
NOBODY = Outcome("", 0, 0, (), ())


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", type=click.Choice(sorted(RULES)), default="scottish", show_default=True)
@click.option(
    "--seats", type=click.IntRange(min=1), help="Another number of seats than the file's."
)
@click.option("--seed", default="", help='What decides lots: the seed, or "drawn 3 1".')
@click.option(
    "--lang", type=click.Choice(i18n.catalogues()), default="en", show_default=True,
    help="The language in which it is told.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def count(file: Path, rule: str, seats: int | None, seed: str, lang: str, as_json: bool) -> None:
    """Count the ballots in FILE (.blt) and tell stage by stage who is elected, and why."""
    contest = _contest(file, seats)
    draw = decided_by(seed or file.stem)
    if contest.reserved.groups and rule != "scottish":
        raise click.ClickException("places are reserved, which only the Scottish rules can keep")
    try:
        outcome = RULES[rule](contest, draw) if _anything(contest, rule) else NOBODY
    except (ValueError, StillToBeDrawn) as error:
        raise click.ClickException(str(error)) from error
    if outcome.lots and not seed and not as_json:
        click.echo(NO_SEED, err=True)
    with i18n.speaking(lang):
        if as_json:
            click.echo(json.dumps(_as_json(contest, outcome), ensure_ascii=False))
        elif lang == "en":
            _tell(contest, outcome)
        else:
            _tell_there(contest, outcome)


def _contest(file: Path, seats: int | None) -> Contest:
    try:
        contest = read_blt(file.read_bytes())
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from error
    except BadBallots as bad:
        raise click.ClickException(WRONG[bad.code] % {"line": bad.line}) from bad
    return contest if seats is None else replace(contest, seats=seats)


def _anything(contest: Contest, rule: str) -> bool:
    """Where no ballot names anybody who stands, nobody is elected, and no lot is drawn."""
    return rule == "acclamation" or bool(contest.valid())


def _as_json(contest: Contest, outcome: Outcome) -> dict[str, Any]:
    return {
        "quota": _quota(outcome),
        "elected": list(outcome.elected),
        "stages": [
            {
                "votes": {str(n): decimal(v, outcome.places) for n, v in stage.votes.items()},
                "what": _what(contest, outcome, stage),
                "exhausted": decimal(stage.exhausted, outcome.places),
                "lost": decimal(stage.lost, outcome.places),
                "elected": list(stage.elected),
                "excluded": list(stage.excluded),
            }
            for stage in outcome.stages
        ],
        "lots": [
            {"stage": lot.stage, "among": list(lot.among), "drawn": lot.drawn}
            for lot in outcome.lots
        ],
        "rule": outcome.rule,
        "title": contest.title,
        "candidates": {str(n): contest.name(n) for n in contest.numbers},
        "seats": contest.seats,
        "valid": outcome.valid,
    }


def _quota(outcome: Outcome) -> int | str:
    """By Meek's method, that of the first stage: it falls from there."""
    falling = outcome.stages[0].quota if outcome.stages else 0
    return decimal(falling, outcome.places) if falling else outcome.quota


def _tell(contest: Contest, outcome: Outcome) -> None:
    if contest.title:
        click.echo(contest.title)
    _tell_stages(contest, outcome, gone_as="(names nobody left, or cut off)")
    for lot in outcome.lots:
        click.echo(told_lot(contest, lot))
    if not outcome.stages:
        click.echo("No ballot names anybody who stands.")
    names = ", ".join(contest.name(number) for number in outcome.elected)
    click.echo(f"\nElected: {names or 'nobody'}")


def _tell_there(contest: Contest, outcome: Outcome) -> None:
    """The same in the language that is spoken."""
    if contest.title:
        click.echo(contest.title)
    _tell_stages(contest, outcome, gone_as=_("Votes that name nobody left, and parts cut off"))
    names = _names(contest)
    for lot in outcome.lots:
        click.echo(_plain(telling.lot_of(names, lot)))
    elected = i18n.join_list([names[number] for number in outcome.elected])
    said = _("Elected: %(names)s.", names=elected) if elected else _("Nobody is elected.")
    click.echo("\n" + _plain(said))


def _tell_stages(contest: Contest, outcome: Outcome, gone_as: str) -> None:
    for stage in outcome.stages:
        click.echo(f"\n{stage.number}. {_what(contest, outcome, stage)}")
        for number, votes in sorted(stage.votes.items(), key=lambda item: -item[1]):
            click.echo(f"   {decimal(votes, outcome.places):>16}  {contest.name(number)}")
        if gone := stage.exhausted + stage.lost:
            click.echo(f"   {decimal(gone, outcome.places):>16}  {gone_as}")


def _what(contest: Contest, outcome: Outcome, stage: Stage) -> str:
    if i18n.language().tag == "en":
        return told_stage(contest, outcome, stage)
    return _plain(telling.sentence_of(_names(contest), outcome, stage))


def _names(contest: Contest) -> dict[int, str]:
    return {number: contest.name(number) for number in contest.numbers}


def _plain(sentence: str) -> str:
    """Without the marks that keep names apart on pages: few terminals know them."""
    return sentence.replace("\u2068", "").replace("\u2069", "")
