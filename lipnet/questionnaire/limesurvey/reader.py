"""From the bytes of a LimeSurvey export to a questionnaire, with everything noticed on the way."""

from __future__ import annotations

from collections.abc import Mapping

from lipnet.questionnaire.limesurvey.assembling import assemble, drafts_in
from lipnet.questionnaire.limesurvey.conditions import expression_of
from lipnet.questionnaire.limesurvey.desk import Desk, Draft, DraftGroup, Written
from lipnet.questionnaire.limesurvey.kinds import read_question
from lipnet.questionnaire.limesurvey.notebook import Notebook
from lipnet.questionnaire.limesurvey.piping import pipe_all
from lipnet.questionnaire.limesurvey.remains import note_rest
from lipnet.questionnaire.limesurvey.survey import Asked, Part, Survey, gather
from lipnet.questionnaire.limesurvey.tables import NotTaken, Row, Tables, read_tables
from lipnet.questionnaire.limesurvey.tongues import Tongues
from lipnet.questionnaire.model import Item, Question, Questionnaire, groups_in, placed
from lipnet.questionnaire.xlsform.findings import Finding, Imported

KINDS = {"Group": "lss_one_group", "Question": "lss_one_question", "": "lss_not_limesurvey"}
MOST_ITEMS = 6_000
ALWAYS = ("", "1")
SEVERAL = frozenset("MP")


def read(
    data: bytes,
    filename: str = "",
    languages: Mapping[str, str] | None = None,
    *,
    files: bool = False,
) -> Imported:
    """A questionnaire from the bytes of a LimeSurvey survey (.lss); never raises on any bytes.

    languages: corrections, from a language as LimeSurvey writes it to its tag.
    files: whether people may be asked for files.
    """
    try:
        tables = read_tables(data)
        if tables.kind != "Survey" and not (tables.of("surveys") and not tables.kind):
            code = KINDS.get(tables.kind, "lss_other_document")
            particulars = {"kind": tables.kind[:60]} if code == "lss_other_document" else {}
            raise NotTaken(code, **particulars)
    except NotTaken as reason:
        return refused(Finding("", "", "error", reason.code, reason.particulars))
    return read_survey(tables, languages or {}, files)


def refused(*findings: Finding) -> Imported:
    return Imported("refused", None, findings)


def read_survey(tables: Tables, corrections: Mapping[str, str], files: bool) -> Imported:
    survey = gather(tables)
    notebook = Notebook()
    tongues = Tongues(survey.languages, corrections, notebook)
    desk = Desk(tongues, notebook, files=files)
    drafts: list[Draft | DraftGroup] = [*welcome(desk, survey), *parts(desk, survey)]
    every = list(drafts_in(drafts))
    if not any(isinstance(each, Draft) and each.question.type != "note" for each in every):
        notebook.error(("questions", ""), "lss_no_questions")
        return Imported("refused", None, tuple(notebook.noted), tongues.guesses)
    drafts += pipe_all(desk, every)
    items = assemble(desk, drafts)
    note_rest(desk, survey, tables)
    questionnaire = made(desk, survey, items)
    note_translations(questionnaire, notebook)
    return Imported(notebook.outcome(), questionnaire, tuple(notebook.noted), tongues.guesses)


def made(desk: Desk, survey: Survey, items: tuple[Item, ...]) -> Questionnaire:
    used = {each.question.list_name for each in placed(items, ())}
    return Questionnaire(
        title=desk.texts(survey.said("surveyls_title"), ("surveys_languagesettings", "")),
        form_id=survey.settings.get("sid", "").strip(),
        default_language=desk.tongues.base,
        languages=desk.tongues.in_use(),
        items=items,
        choices={name: choices for name, choices in desk.lists.items() if name in used},
    )


def welcome(desk: Desk, survey: Survey) -> list[Draft]:
    """What LimeSurvey says before the first question: its description, then its welcome."""
    place = ("surveys_languagesettings", "surveyls_welcometext")
    described = desk.texts(survey.said("surveyls_description"), place)
    welcomed = desk.texts(survey.said("surveyls_welcometext"), place)
    label = {
        tag: "\n".join(filter(None, (described.get(tag), welcomed.get(tag))))
        for tag in desk.tongues.in_use()
        if tag in described or tag in welcomed
    }
    if not label:
        return []
    taken = {question.code for part in survey.parts for question in part.questions}
    name = next(each for each in ("welcome", "welcome_text", "lss_welcome") if each not in taken)
    note = Question(desk.name(name, place), "note", label=label, source="!".join(place))
    return [Draft(note, place)]


def parts(desk: Desk, survey: Survey) -> list[DraftGroup]:
    """One group for each of LimeSurvey's, a page each unless it asked one question at a time."""
    conditions = conditions_of(survey)
    left = MOST_ITEMS
    found: list[DraftGroup] = []
    for number, part in enumerate(survey.parts, 1):
        group = part_group(desk, part, number)
        group.field_list = survey.settings.get("format", "").strip() != "S"
        for asked in part.questions:
            left -= weight(asked)
            if left < 0:
                break
            drafts = read_question(desk, asked)
            add_conditions(drafts, asked, conditions)
            group.items += drafts
        if group.items:
            found.append(group)
    if left < 0:
        desk.notebook.error(("questions", ""), "too_many_items", limit=MOST_ITEMS)
    return found


def weight(asked: Asked) -> int:
    """How many questions may become of it."""
    return 1 + len(asked.scale("0")) * max(1, len(asked.scale("1")))


def part_group(desk: Desk, part: Part, number: int) -> DraftGroup:
    place = ("groups", next(iter(part.name.values()), part.gid)[:60])
    relevance = part.of("grelevance")
    return DraftGroup(
        name=f"group_{number}",
        place=place,
        label=desk.texts(part.name, place),
        hint=desk.texts(part.description, place),
        rules={} if relevance in ALWAYS else {"relevant": [Written(relevance)]},
    )


def conditions_of(survey: Survey) -> dict[str, str]:
    """qid -> the expression of its rows in the old table of conditions."""
    ticked = frozenset(
        f"{asked.gid}X{asked.qid}"
        for part in survey.parts
        for asked in part.questions
        if asked.type in SEVERAL
    )
    rows: dict[str, list[Row]] = {}
    for row in survey.conditions:
        rows.setdefault(row.get("qid", ""), []).append(row)
    return {qid: expression_of(each, ticked) for qid, each in rows.items()}


def add_conditions(
    drafts: list[Draft | DraftGroup], asked: Asked, conditions: Mapping[str, str]
) -> None:
    """Where there is a relevance as well, LimeSurvey made it from the conditions."""
    if asked.of("relevance") in ALWAYS and asked.qid in conditions:
        for draft in drafts:
            draft.rules.setdefault("relevant", []).append(Written(conditions[asked.qid]))


def note_translations(questionnaire: Questionnaire, notebook: Notebook) -> None:
    """How many texts each language lacks of those that any language has."""
    labels = [question.label for question in questionnaire.questions() if question.is_shown]
    labels += [group.label for group in groups_in(questionnaire.items)]
    labels += [choice.label for found in questionnaire.choices.values() for choice in found]
    labels = [label for label in labels if label]
    for tag in questionnaire.languages:
        missing = sum(tag not in label for label in labels)
        if missing:
            particulars = {"tag": tag, "count": missing, "total": len(labels)}
            notebook.notice(("questions", ""), "translation_missing", **particulars)
