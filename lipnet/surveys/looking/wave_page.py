"""The page that sets the waves of a survey side by side."""

from dataclasses import dataclass

from flask import render_template, request
from markupsafe import Markup

from lipnet.core import i18n
from lipnet.core.i18n import gettext as _
from lipnet.core.incoming import number_asked
from lipnet.core.multilingual import plain, told
from lipnet.core.permissions import may
from lipnet.core.web import me, requires
from lipnet.surveys import pictures
from lipnet.surveys.access import Can, survey_with_results, version_with_results
from lipnet.surveys.editor.compared_words import change_told
from lipnet.surveys.looking.tabs import result_tabs
from lipnet.surveys.looking.waves import Line, Point, Shift, Wave, lines_of, shifts_of, waves_of
from lipnet.surveys.manage import bp
from lipnet.surveys.models import SurveyVersion
from lipnet.surveys.pictures import compared_picture
from lipnet.surveys.words import language_name, mode_name


@dataclass(frozen=True)
class Compared:
    """A question over its waves: its picture with the numbers, and the reasons of each break."""

    name: str
    picture: Markup
    reasons: tuple[tuple[str, tuple[str, ...]], ...]


@bp.get("/surveys/<slug>/results/waves")
@requires(Can.SEE_RESULTS)
def results_waves(slug: str):
    survey = survey_with_results(slug, me())
    version = version_with_results(survey, number_asked("version"))
    waves = waves_of(survey)
    lines = lines_of(waves)
    wanted = next((each for each in lines if each.question.name == request.args.get("q")), None)
    return render_template(
        "surveys/looking/waves.html",
        survey=survey,
        version=version,
        tabs_of_results=result_tabs(version, "waves", me()),
        may_manage=may(me(), Can.MANAGE_SURVEYS),
        waves=[(_title(wave, waves), wave) for wave in waves],
        between=_between(waves),
        questions=[(each.question.name, plain_title(each)) for each in lines],
        asked=wanted.question.name if wanted else "",
        compared=[_compared(each, waves) for each in ([wanted] if wanted else lines)],
    )


def plain_title(line: Line) -> str:
    """The question as the latest wave asked it, without markup."""
    tables = [point.table for point in line.points if point.table is not None]
    return plain(tables[-1].label) if tables else line.question.name


def _compared(line: Line, waves: list[Wave]) -> Compared:
    asked = [point for point in line.points if point.table is not None]
    picture = compared_picture([_drawn_wave(point, waves) for point in asked])
    reasons = tuple(
        (_plain_title(point.wave, waves), _reasons(point)) for point in line.points if point.breaks
    )
    return Compared(line.question.name, picture, reasons)


def _drawn_wave(point: Point, waves: list[Wave]) -> pictures.Wave:
    """The reasons stand below the picture; in it there is only the mark."""
    broken = _("Not comparable with the wave before.") if point.breaks else ""
    return pictures.Wave(_plain_title(point.wave, waves), point.table, broken)


def _title(wave: Wave, waves: list[Wave]) -> Markup | str:
    return told(wave.survey.title) + _of_version(wave.version, waves)


def _plain_title(wave: Wave, waves: list[Wave]) -> str:
    return plain(wave.survey.title) + _of_version(wave.version, waves)


def _of_version(version: SurveyVersion, waves: list[Wave]) -> str:
    """ ", version 2" where a survey stands in more than one column."""
    if sum(wave.survey.id == version.survey_id for wave in waves) < 2:
        return ""
    return " · " + _("Version %(number)s", number=version.number)


def _reasons(point: Point) -> tuple[str, ...]:
    told_changes = tuple(change_told(each) for each in point.changes)
    if not point.shift.breaks:
        return told_changes
    return (*told_changes, _("What changed for all questions stands at the top."))


def _shift_told(shift: Shift) -> list[str]:
    told_modes = [
        _(
            "%(mode)s: about %(now)s of the answers, before about %(before)s. People may answer "
            "otherwise when they are asked in another way.",
            mode=mode_name(mode),
            before=i18n.format_percent(before),
            now=i18n.format_percent(now),
        )
        for mode, before, now in shift.modes
    ]
    return [*told_modes, *_languages_told(shift)]


def _languages_told(shift: Shift) -> list[str]:
    told_languages = []
    if shift.added:
        told_languages.append(
            _(
                "It was offered in more languages: %(languages)s. People who could not answer "
                "before now can.",
                languages=i18n.join_list(map(language_name, shift.added)),
            )
        )
    if shift.dropped:
        told_languages.append(
            _(
                "It was no longer offered in: %(languages)s. Who answered in it before is missing.",
                languages=i18n.join_list(map(language_name, shift.dropped)),
            )
        )
    return told_languages


def _between(waves: list[Wave]) -> list[tuple[Markup | str, list[str]]]:
    """What changed for every question, wave by wave."""
    return [
        (_title(wave, waves), _shift_told(shift))
        for wave, shift in zip(waves, shifts_of(waves), strict=True)
        if shift.breaks
    ]
