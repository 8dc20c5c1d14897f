"""Reading a workbook, beside the reference reader of the format where it is installed.

pyxform is not among our dependencies: `.venv/bin/pip install pyxform` brings the comparison.
"""

import io
import os
from importlib import import_module, util
from pathlib import Path

from lipnet.questionnaire import answering, xlsform
from tests.bench.single import tell
from tests.surveys import scene

OURS = Path(__file__).resolve().parents[2] / "lipnet" / "demo" / "forms" / "newcomer-welcome.xlsx"


def main() -> None:
    """FORM=path/to/form.xls takes another workbook than our own sample."""
    path = Path(os.environ.get("FORM", OURS))
    data = path.read_bytes()
    read = tell(f"read and check {path.name}", lambda: xlsform.read(data, path.name), 5)
    questionnaire = xlsform.read(data, path.name).questionnaire
    compiled = answering.compile(questionnaire)
    print(f"{'questions':45} {sum(1 for _ in questionnaire.questions())}")
    tell("compile it (once per version)", lambda: answering.compile(questionnaire), 5)
    begun = scene.moment()
    check = "one full check of its answers"
    tell(check, lambda: answering.check_answers(compiled, {}, begun, "en"), 50)
    if util.find_spec("pyxform") is None:
        print("pyxform is not installed: no comparison")
        return
    compare(data, path.name, read)


def compare(data: bytes, name: str, ours: float) -> None:
    xls2json = import_module("pyxform.xls2json")
    builder = import_module("pyxform.builder")
    backends = import_module("pyxform.xls2json_backends")

    def to_json():
        sheets = backends.get_xlsform(xlsform=io.BytesIO(data), file_type=Path(name).suffix)
        return xls2json.workbook_to_json(workbook_dict=sheets, form_name="form", warnings=[])

    theirs = tell("pyxform: workbook_to_json", to_json, 3)
    made = to_json()
    xml = tell(
        "pyxform: its XML step",
        lambda: builder.create_survey_element_from_dict(made).to_xml(validate=False),
        1,
    )
    ratios = f"{theirs / ours:.1f}  {(theirs + xml) / ours:.1f}"
    print(f"{'pyxform / ours: reading, and with XML':45} {ratios}")
