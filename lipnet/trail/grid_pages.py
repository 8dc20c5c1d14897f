"""The coverage grid of a plan as a page, for paper, and as a sheet."""

from flask import Response, render_template, request

from lipnet.core.i18n import gettext as _
from lipnet.core.i18n import join_list
from lipnet.core.multilingual import plain
from lipnet.core.web import me, requires
from lipnet.plans.access import Can, levels_called, plan_of
from lipnet.plans.models import years
from lipnet.sheets.separated import separated
from lipnet.surveys.operations import threshold
from lipnet.trail.grid import Part, empty_words, grid_of, told_of
from lipnet.trail.pages import bp
from lipnet.trail.voices import Cell

EVERY = "all"


@bp.get("/plans/<int:fiscal_year>/voices")
@requires(Can.READ)
def voices(fiscal_year: int):
    plan = plan_of(fiscal_year)
    parts = grid_of(plan, me())
    groups = {part.group.key: part.group.title for part in reversed(parts)}
    chosen = request.args.get("voices", "")
    chosen = chosen if chosen == EVERY or chosen in groups else parts[0].group.key
    return render_template(
        "trail/voices.html",
        plan=plan,
        years=years,
        parts=[part for part in parts if chosen in (EVERY, part.group.key)],
        chosen=chosen,
        groups=[*reversed(groups.items()), (EVERY, _("All voices, for paper"))],
        told_of=told_of,
        empty_words=empty_words,
        smallest=threshold(),
    )


@bp.get("/plans/<int:fiscal_year>/voices.csv")
@requires(Can.READ)
def voices_as_csv(fiscal_year: int):
    rows = [row for part in grid_of(plan_of(fiscal_year), me()) for row in _rows(part)]
    heads = [
        levels_called()["priority"].word, _("Voice"), _("In words"), _("Findings"), _("Decisions"),
        _("Action items"), _("Engagements"), _("Answers"), _("People met"),
    ]  # fmt: skip
    headers = {"Content-Disposition": f'attachment; filename="voices-{fiscal_year}.csv"'}
    return Response(separated([heads, *rows]), mimetype="text/csv", headers=headers)


def _rows(part: Part):
    for row in part.rows:
        for voice, cell in zip(part.group.voices, row.cells, strict=True):
            words = join_list(told_of(cell)) if not cell.is_empty else empty_words(cell)
            yield [plain(row.priority.title), str(voice.name), words, *_numbers(cell)]


def _numbers(cell: Cell) -> list[str]:
    counts = (cell.findings, cell.decisions, cell.taken_on, cell.engagements)
    return [str(count) for count in (*counts, cell.answers or "", cell.people or "")]
