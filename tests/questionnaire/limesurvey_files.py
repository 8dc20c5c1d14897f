"""Surveys as LimeSurvey exports them, written by the tests: of today, or (`old`) of version 143."""

from lipnet.questionnaire import answering, from_json, limesurvey, to_json
from lipnet.questionnaire.codes import FINDING_CODES
from tests.questionnaire.forms import MOMENT

SETTINGS = {"sid": "7", "language": "en", "additional_languages": "", "format": "G"}


def question(code, kind, text="Q?", **more):
    """rows and columns: [(code, text)]; answers: [(code, text)] or [(code, text, scale)]."""
    return {"code": code, "type": kind, "text": text, **more}


def lss(
    questions,
    *,
    languages=("en",),
    old=False,
    groups=(("First", "1"),),
    settings=None,
    wording=None,
    tables=None,
    kind="Survey",
    version="641",
):
    """The bytes of an .lss; a text is a str for every language, or {language: text}."""
    writer = Writer(languages, old)
    for place, (name, relevance) in enumerate(groups, 1):
        writer.group(str(place), name, relevance)
    for place, each in enumerate(questions, 1):
        writer.question(str(place * 10), place, each)
    for language in languages:
        said = {name: in_language(text, language) for name, text in (wording or {}).items()}
        title = {"surveyls_language": language, "surveyls_title": "A survey"}
        writer.add("surveys_languagesettings", **title | said)
    also = " ".join(languages[1:])
    writer.add("surveys", **SETTINGS | {"additional_languages": also} | (settings or {}))
    for name, rows in (tables or {}).items():
        for row in rows:
            writer.add(name, **row)
    return writer.document(kind, "143" if old else version)


def read(*questions, **more):
    corrections = more.pop("corrections", None)
    return limesurvey.read(lss(questions, **more), "survey.lss", corrections)


def codes(imported):
    return [finding.code for finding in imported.findings]


def made_of(*questions, **more):
    imported = read(*questions, **more)
    for finding in imported.findings:
        assert set(finding.particulars) == set(FINDING_CODES[finding.code]), finding
    made = imported.questionnaire
    assert from_json(to_json(made)) == made
    answering.check_answers(answering.compile(made), {}, MOMENT)
    return made


def in_language(text, language):
    return text.get(language, "") if isinstance(text, dict) else text


class Writer:
    def __init__(self, languages, old):
        self.languages, self.old = languages, old
        self.tables = {}

    def add(self, table, **row):
        self.tables.setdefault(table, []).append(row)

    def spread(self, table, own, row, texts, key):
        """One row per language in an old export; a row and its texts apart in a new one."""
        if self.old:
            for language in self.languages:
                said = {name: in_language(text, language) for name, text in texts.items()}
                self.add(table, **row, **said, language=language)
            return
        self.add(table, **row)
        for language in self.languages:
            said = {name: in_language(text, language) for name, text in texts.items()}
            self.add(own, **{key: row[key]}, **said, language=language)

    def group(self, gid, name, relevance):
        row = {"gid": gid, "group_order": gid, "grelevance": relevance}
        self.spread("groups", "group_l10ns", row, {"group_name": name, "description": ""}, "gid")

    def question(self, qid, order, each):
        row = {
            "qid": qid,
            "parent_qid": "0",
            "gid": str(each.get("group", 1)),
            "type": each["type"],
            "title": each["code"],
            "question_order": str(order),
            "scale_id": "0",
            **{name: each.get(name, "") for name in ("other", "mandatory", "preg")},
            "relevance": each.get("relevance", "1"),
        }
        texts = {"question": each["text"], "help": each.get("help", "")}
        self.spread("questions", "question_l10ns", row, texts, "qid")
        self.rows(qid, each.get("rows", ()), "0")
        self.rows(qid, each.get("columns", ()), "1")
        for place, (code, text, *scale) in enumerate(each.get("answers", ())):
            aid = f"{qid}{place}"
            answer = {"aid": aid, "qid": qid, "code": code, "sortorder": str(place)}
            answer["scale_id"] = scale[0] if scale else "0"
            self.spread("answers", "answer_l10ns", answer, {"answer": text}, "aid")
        for name, value in each.get("attributes", {}).items():
            for language, said in value.items() if isinstance(value, dict) else [("", value)]:
                row = {"qid": qid, "attribute": name, "value": said, "language": language}
                self.add("question_attributes", **row)
        for sqid, value in each.get("defaults", {}).items():
            place = {"qid": qid, "scale_id": "0", "sqid": sqid, "language": "en"}
            self.add("defaultvalues", **place, defaultvalue=value)

    def rows(self, qid, given, scale):
        for place, (code, text, *relevance) in enumerate(given):
            row = {
                "qid": f"{qid}{scale}{place}",
                "parent_qid": qid,
                "gid": "1",
                "type": "T",
                "title": code,
                "question_order": str(place),
                "scale_id": scale,
                "relevance": relevance[0] if relevance else "1",
            }
            self.spread("subquestions", "question_l10ns", row, {"question": text}, "qid")

    def document(self, kind, version):
        tables = "".join(f"<{name}><rows>{rows_of(rows)}</rows></{name}>\n"
                         for name, rows in self.tables.items())  # fmt: skip
        named = "".join(f"<language>{each}</language>" for each in self.languages)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<document>'
            f"<LimeSurveyDocType>{kind}</LimeSurveyDocType><DBVersion>{version}</DBVersion>"
            f"<languages>{named}</languages>\n{tables}</document>"
        ).encode()


def rows_of(rows):
    return "".join(f"<row>{fields_of(row)}</row>" for row in rows)


def fields_of(row):
    return "".join(
        f"<{name}><![CDATA[{value}]]></{name}>" if value else f"<{name}/>"
        for name, value in row.items()
    )
