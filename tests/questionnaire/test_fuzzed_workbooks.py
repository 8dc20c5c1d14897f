"""Whatever a workbook holds, reading it ends with an outcome, and what imports can be answered."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lipnet.questionnaire import answering, from_json, to_json, xlsform
from lipnet.questionnaire.codes import FINDING_CODES
from lipnet.questionnaire.report import check_report
from lipnet.sheets import Sheet, Workbook
from tests.questionnaire.forms import MOMENT, workbook

HEADERS = ["type", "name", "label", "label::fr", "hint::", "relevant", "constraint", "required"]
HEADERS += ["calculation", "choice_filter", "default", "appearance", "read_only", "parameters"]
HEADERS += ["repeat_count", "trigger", "lipnet_kind", "lipnet_declines", "lipnet_role", "::"]
HEADERS += ["::", "label::English (en)", "bind:relevant", "media::image", "disabled", "", "x"]
CELLS = ["", "text", "integer", "select_one l", "select_multiple l or_other", "note", "calculate"]
CELLS += ["begin group", "end group", "begin repeat", "end repeat", "begin loop over l", "range"]
CELLS += ["a", "b", "c", "a b", "1", "yes", "${a}", "${b} = 1", "${a} + ${c}", "selected(${a},'x')"]
CELLS += ["regex(., '(')", ". > 1", "‘", "acknowledge", "geopoint", "today", "label", "l", "x"]
CELLS += ["position(..)", "jr:choice-name(${a}, '${b}')", "name = ${a}", "start=1 end=x", "((((("]

CELLS += ["rank l", "time", "datetime", "hidden", "prefer_not dont_know", "exclusive", "identity"]
CELLS += [
    "count(${a})",
    "sum(${b})",
    "indexed-repeat(${a}, ${g}, 2)",
    "${g}",
    "randomize=true seed=${a}",
]
CELLS += [
    "today()",
    "concat(${a}, ${b})",
    "start=0 end=1 step=0.1",
    "likert",
    "month-year",
    "image",
]

cells = st.sampled_from(CELLS) | st.text(max_size=12)
headers = st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8).map(
    lambda found: ["type", "name", *found]
)
rows = st.lists(st.lists(cells, max_size=10), max_size=14)
choice_rows = st.lists(st.tuples(st.sampled_from(["l", "m", ""]), cells, cells, cells), max_size=6)
setting_rows = st.lists(st.tuples(cells, cells), max_size=2)


def sheets(head, survey, choices, setting):
    return Workbook(
        [
            Sheet("survey", [head, *survey]),
            Sheet("choices", [["list_name", "name", "label", "x"], *map(list, choices)]),
            Sheet("settings", [["default_language", "instance_name"], *map(list, setting)]),
        ]
    )


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    headers,
    rows,
    choice_rows,
    setting_rows,
    st.dictionaries(st.sampled_from(["a", "b", "c", "a:0", "b:1", "g", "a:9"]), cells),
)
def test_any_cells_at_all_end_with_an_outcome(head, survey, choices, setting, raw):
    imported = xlsform.read_workbook(sheets(head, survey, choices, setting))
    report = check_report(imported, lambda finding: finding.code)
    assert report["outcome"] in ("whole", "findings", "refused")
    for finding in imported.findings:
        assert set(finding.particulars) == set(FINDING_CODES[finding.code])
    made = imported.questionnaire
    if made is None:
        return
    names = [each.name for each in made.questions()]
    assert len(names) == len(set(names))
    assert from_json(to_json(made)) == made
    compiled = answering.compile(made)
    checked = answering.check_answers(compiled, raw, MOMENT)
    answers = checked.answers
    again = answering.check_answers(compiled, checked.document, MOMENT)
    assert again.document == checked.document
    page_no = answering.next_page(compiled, -1, answers, MOMENT)
    while page_no is not None:
        answering.visible_items(compiled, page_no, answers, MOMENT)
        page_no = answering.next_page(compiled, page_no, answers, MOMENT)


FORM = workbook(
    [["type", "name", "label"], ["text", "a", "A"], ["select_one l", "b", "B"]],
    [["list_name", "name", "label"], ["l", "x", "X"]],
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(FORM) - 1), st.integers(0, 255)), max_size=12))
def test_a_damaged_file_ends_with_an_outcome(changes):
    damaged = bytearray(FORM)
    for place, byte in changes:
        damaged[place] = byte
    assert xlsform.read(bytes(damaged), "form.xlsx").outcome in ("whole", "findings", "refused")
