"""What a LimeSurvey survey holds besides its questions: told in a few notices, and not used."""

from __future__ import annotations

from lipnet.questionnaire.limesurvey.desk import Desk
from lipnet.questionnaire.limesurvey.survey import Survey
from lipnet.questionnaire.limesurvey.tables import Tables

WHOLE = ("surveys", "")
NOT_USED = ("quota", "quota_members", "assessments", "survey_url_parameters", "plugin_settings",
            "labelsets", "labels")  # fmt: skip
WORDINGS = ("surveyls_email_invite", "surveyls_url", "surveyls_policy_notice",
            "surveyls_legal_notice", "surveyls_attributecaptions")  # fmt: skip
SETTINGS = ("usetokens", "assessments", "publicstatistics", "emailnotificationto",
            "attributedescriptions", "googleanalyticsapikey")  # fmt: skip
OFF = ("", "0", "N", "I", "inherit", "[]", "{}", "a:0:{}")
MOST_NAMED = 12


def note_rest(desk: Desk, survey: Survey, tables: Tables) -> None:
    notebook = desk.notebook
    note_paging(desk, survey)
    if tables.of("quota"):
        notebook.warning(("quota", ""), "lss_quota", count=len(tables.of("quota")))
    if any(text.strip() for text in survey.said("surveyls_endtext").values()):
        notebook.notice(("surveys_languagesettings", "surveyls_endtext"), "lss_end_text")
    for kind, places in sorted(desk.lost.items()):
        code = "lss_script_removed" if kind == "script" else "lss_markup_removed"
        particulars = {"places": named(sorted(places))}
        particulars |= {} if kind == "script" else {"tag_name": kind}
        notebook.note("warning" if kind != "style" else "notice", WHOLE, code, particulars)
    if desk.unused:
        attributes = named(list(desk.unused))
        notebook.notice(("question_attributes", ""), "lss_attributes_unused", attributes=attributes)
    unused = parts_unused(survey, tables)
    if unused:
        notebook.notice(WHOLE, "lss_parts_unused", parts=named(unused))


def note_paging(desk: Desk, survey: Survey) -> None:
    code = {"S": "lss_one_by_one", "A": "lss_all_in_one"}.get(survey.settings.get("format", ""))
    if code:
        desk.notebook.notice(WHOLE, code)
    if any(part.of("randomization_group") for part in survey.parts):
        desk.notebook.warning(("groups", ""), "lss_groups_in_order")


def parts_unused(survey: Survey, tables: Tables) -> list[str]:
    """Tables and settings by LimeSurvey's own names."""
    found = [name for name in NOT_USED if tables.of(name)]
    found += [name for name in WORDINGS if any(text.strip() for text in survey.said(name).values())]
    found += [name for name in SETTINGS if survey.settings.get(name, "").strip() not in OFF]
    return found


def named(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return shown if len(names) <= MOST_NAMED else f"{shown}, …"
