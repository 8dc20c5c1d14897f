"""From a workbook to a questionnaire, with everything noticed on the way."""

from __future__ import annotations

from collections.abc import Mapping

from lipnet.questionnaire.model import Questionnaire, Rule, groups_in
from lipnet.questionnaire.shown_files import shown_files
from lipnet.questionnaire.texts import Texts
from lipnet.questionnaire.xlsform.assembling import assemble
from lipnet.questionnaire.xlsform.choices import SHEETS, choice_tables, read_lists
from lipnet.questionnaire.xlsform.drafts import Desk
from lipnet.questionnaire.xlsform.findings import Finding, Imported, Notebook
from lipnet.questionnaire.xlsform.headers import SURVEY_ALIASES, SURVEY_KEYS, Table, read_table
from lipnet.questionnaire.xlsform.own_sheets import OWN_SHEETS, with_own_sheets
from lipnet.questionnaire.xlsform.rules import Cell, Rules
from lipnet.questionnaire.xlsform.settings import Settings, read_settings
from lipnet.questionnaire.xlsform.survey import read_rows
from lipnet.questionnaire.xlsform.tongues import Tongues
from lipnet.sheets import Sheet, Unreadable, Workbook
from lipnet.sheets import read_workbook as read_cells

KNOWN_SHEETS = frozenset({"survey", "settings", *SHEETS, *OWN_SHEETS})
MOST_NAMED = 12


def read(
    data: bytes,
    filename: str = "",
    languages: Mapping[str, str] | None = None,
    *,
    files: bool = False,
) -> Imported:
    """A questionnaire from the bytes of an XLSForm workbook; never raises on any bytes.

    languages: corrections, from a language as the headers write it to its tag.
    files: whether people may be asked for pictures, recordings and files.
    """
    try:
        workbook = read_cells(data, filename)
    except Unreadable as reason:
        found = Finding(
            "", "", "error", "unreadable", {"reason": reason.code, **reason.particulars}
        )
        return Imported("refused", None, (found,))
    return read_workbook(workbook, languages, files=files)


def read_workbook(
    workbook: Workbook, languages: Mapping[str, str] | None = None, *, files: bool = False
) -> Imported:
    """A questionnaire from a workbook that has been read already."""
    notebook = Notebook()
    names = [sheet.name for sheet in workbook.sheets]
    sheet = survey_sheet(workbook)
    if sheet is None:
        notebook.error("", -1, -1, "no_survey_sheet", sheets=named(names))
        return Imported("refused", None, notebook.findings(names))
    survey = read_table(sheet, SURVEY_KEYS, SURVEY_ALIASES, notebook)
    if "type" not in survey.by_key:
        headers = named([column.header for column in survey.columns])
        notebook.error(sheet.name, -1, -1, "no_type_column", headers=headers)
        return Imported("refused", None, notebook.findings(names))
    return read_survey(workbook, survey, notebook, languages or {}, files)


def survey_sheet(workbook: Workbook) -> Sheet | None:
    """The sheet called survey; the only sheet of a workbook (or a csv file) may have any name."""
    found = workbook.sheet("survey")
    return found or (workbook.sheets[0] if len(workbook.sheets) == 1 else None)


def read_survey(
    workbook: Workbook,
    survey: Table,
    notebook: Notebook,
    corrections: Mapping[str, str],
    files: bool,
) -> Imported:
    settings = read_settings(workbook, notebook)
    choices = choice_tables(workbook, notebook)
    tongues = Tongues(corrections, settings.get("default_language"))
    tongues.learn([survey, *choices], notebook)
    lists = read_lists(choices, tongues, notebook)
    desk = Desk(survey, tongues, lists, notebook, files=files)
    items = assemble(desk, read_rows(desk))
    note_rest(workbook, desk, settings)
    order = [sheet.name for sheet in workbook.sheets]
    if not desk.names:
        notebook.error(survey.name, -1, -1, "no_questions")
        return Imported("refused", None, notebook.findings(order), tongues.guesses)
    questionnaire = Questionnaire(
        title=titles(settings, tongues),
        form_id=settings.get("form_id"),
        version=settings.get("version"),
        default_language=default_language(settings, tongues),
        languages=tongues.in_use(),
        items=items,
        choices={name: found for name, found in desk.lists.items() if name in desk.used_lists},
        instance_name=instance_name(settings, desk),
    )
    questionnaire = with_own_sheets(questionnaire, workbook, desk)
    note_media(questionnaire, desk)
    note_translations(questionnaire, desk)
    outcome, findings = notebook.outcome(), notebook.findings(order)
    return Imported(outcome, questionnaire, findings, tongues.guesses)


def titles(settings: Settings, tongues: Tongues) -> Texts:
    if settings.table is None or settings.row < 0:
        return {}
    columns = settings.table.by_key.get("form_title", [])
    found = ((c.language, settings.table.sheet.text(settings.row, c.index)) for c in columns)
    base = default_language(settings, tongues)
    tagged = ((tongues.tags.get(written) if written else base, text) for written, text in found)
    return {tag: text for tag, text in tagged if tag and text}


def default_language(settings: Settings, tongues: Tongues) -> str:
    """The setting's language if the workbook has it; else the unnamed columns'; else the first."""
    in_use = tongues.in_use()
    written = settings.get("default_language")
    wanted = tongues.tags.get(written, tongues.base if written or "" in tongues.tags else "")
    return wanted if wanted in in_use else in_use[0]


def instance_name(settings: Settings, desk: Desk) -> Rule | None:
    written = settings.get("instance_name")
    if not written or settings.table is None:
        return None
    aside = Desk(settings.table, desk.tongues, desk.lists, desk.notebook, names=desk.names)
    aside.groups, aside.rejected, aside.moments = desk.groups, desk.rejected, desk.moments
    cell = Cell("instance_name", settings.row, settings.table.place("instance_name"), None)
    return Rules(aside, {}).read(written, cell)


def note_rest(workbook: Workbook, desk: Desk, settings: Settings) -> None:
    """The notices that gather what was left aside."""
    survey, notebook = desk.table, desk.notebook
    others = [s.name for s in workbook.sheets if s.name.strip().casefold() not in KNOWN_SHEETS]
    others = [name for name in others if name != survey.name]
    if others:
        notebook.notice("", -1, -1, "sheet_unknown", sheets=named(others))
    unknown = [column.header for column in survey.columns if not column.key]
    if unknown:
        notebook.notice(survey.name, survey.first, -1, "header_unknown", headers=named(unknown))
    if desk.appearances:
        place = (survey.name, survey.first, survey.place("appearance"))
        words = named(list(desk.appearances))
        notebook.notice(*place, "appearance_ignored", appearances=words)
    unused = [name for name in desk.lists if name not in desk.used_lists]
    if unused:
        notebook.notice("choices", -1, -1, "choice_list_unused", list_names=named(unused))
    note_languages(desk, settings)


def note_media(questionnaire: Questionnaire, desk: Desk) -> None:
    """Files come apart from the workbook; one that nobody brings would leave a gap."""
    found = list(shown_files(questionnaire))
    names = list(dict.fromkeys(each.name for each in found if each.kind != "video"))
    videos = list(dict.fromkeys(each.name for each in found if each.kind == "video"))
    if names:
        desk.notebook.notice(desk.table.name, -1, -1, "media_to_upload", files=named(names))
    if videos:
        desk.notebook.warning(desk.table.name, -1, -1, "video_not_shown", files=named(videos))


def note_languages(desk: Desk, settings: Settings) -> None:
    tongues, notebook = desk.tongues, desk.notebook
    written = settings.get("default_language")
    known = written in tongues.tags or tongues.base in tongues.in_use()
    if written and not known and settings.table is not None:
        place = (settings.table.name, settings.row, settings.table.place("default_language"))
        tag = tongues.in_use()[0]
        notebook.warning(*place, "default_language_unknown", setting=written, tag=tag)
    elif tongues.assumes([desk.table]) and not written and "" not in tongues.corrections:
        notebook.notice(desk.table.name, -1, -1, "language_assumed", tag=tongues.base)


def note_translations(questionnaire: Questionnaire, desk: Desk) -> None:
    """How many labels each language lacks of those that any language has."""
    labels = [question.label for question in questionnaire.questions() if question.is_shown]
    labels += [group.label for group in groups_in(questionnaire.items)]
    labels += [choice.label for found in questionnaire.choices.values() for choice in found]
    labels = [label for label in labels if label]
    for tag in questionnaire.languages:
        missing = sum(tag not in label for label in labels)
        if missing:
            particulars = {"tag": tag, "count": missing, "total": len(labels)}
            desk.notebook.notice(desk.table.name, -1, -1, "translation_missing", **particulars)


def named(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown}, …"
