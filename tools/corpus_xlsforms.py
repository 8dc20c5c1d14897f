"""Read every questionnaire below a folder through the engine: python tools/corpus_xlsforms.py PATH

Workbooks, and surveys of LimeSurvey. Prints how many import whole, with findings, or are refused,
how long it took, and how many of those that import come back equal from their own export. Ends with
1 only if one of them made the program fail, or did not come back.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from lipnet.questionnaire import (
    Moment,
    Questionnaire,
    answering,
    from_json,
    limesurvey,
    to_json,
    xlsform,
)
from lipnet.questionnaire.model import FILES
from lipnet.sheets.writing import write_workbook

SUFFIXES = {".xls", ".xlsx", ".xlsm", ".lss", ".lsg", ".lsq", ".lsa"}
BEGUN = datetime(2026, 1, 1, 12, tzinfo=UTC)
MOMENT = Moment(BEGUN.date(), BEGUN)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--codes", action="store_true", help="count the findings by code as well")
    parser.add_argument("--each", action="store_true", help="one line for each file")
    chosen = parser.parse_args()
    outcomes, codes, came_back = Counter(), Counter(), Counter()
    begun = time.perf_counter()
    for path in sorted(each for each in chosen.path.rglob("*") if each.suffix.lower() in SUFFIXES):
        outcome, found, back = outcome_of(path)
        outcomes[outcome] += 1
        came_back[back] += 1
        codes.update(found)
        if chosen.each:
            print(f"{outcome:9} {len(found):4} {path.name}  {', '.join(sorted(set(found)))}")
    seconds = time.perf_counter() - begun
    counted = ", ".join(f"{count} {name}" for name, count in outcomes.most_common())
    print(f"{outcomes.total()} files in {seconds:.2f} s: {counted or 'none found'}")
    print(f"round trip: {came_back[True]} of {came_back[True] + came_back[False]}")
    for code, count in codes.most_common() if chosen.codes else ():
        print(f"{count:6} {code}")
    return 1 if outcomes["crashed"] or came_back[False] else 0


def outcome_of(path: Path) -> tuple[str, list[str], bool | None]:
    """The outcome of one workbook, the codes of its findings, and whether it comes back equal.

    It is answered with nothing.
    """
    back = None
    try:
        data = path.read_bytes()
        ours = limesurvey if limesurvey.looks_like_limesurvey(data, path.name) else xlsform
        imported = ours.read(data, path.name)
        if imported.questionnaire is not None:
            again = from_json(to_json(imported.questionnaire))
            if again != imported.questionnaire:
                raise AssertionError("the document does not give the questionnaire back")
            answering.check_answers(answering.compile(again), {}, MOMENT)
            if is_readable(imported.questionnaire):
                back = comes_back(path, imported.questionnaire)
    except Exception:
        print(f"crashed: {path}", file=sys.stderr)
        traceback.print_exc()
        return "crashed", [], back
    return imported.outcome, [finding.code for finding in imported.findings], back


def is_readable(questionnaire: Questionnaire) -> bool:
    """LimeSurvey asks for files; a workbook that does is not read that far yet."""
    return all(question.type not in FILES for question in questionnaire.questions())


def comes_back(path: Path, questionnaire: Questionnaire) -> bool:
    """Whether its export as a workbook, read again, is the same questionnaire."""
    again = xlsform.read(write_workbook(xlsform.write(questionnaire)), "again.xlsx").questionnaire
    if again is not None and without_cells(again) == without_cells(questionnaire):
        return True
    print(f"did not come back: {path}", file=sys.stderr)
    return False


def without_cells(questionnaire: Questionnaire) -> dict:
    """The document without the cells it came from."""
    return bare(to_json(questionnaire))


def bare(value):
    if isinstance(value, list):
        return [bare(each) for each in value]
    if not isinstance(value, dict):
        return value
    is_item = value.get("kind") in ("group", "question")
    return {name: bare(each) for name, each in value.items() if not (is_item and name == "source")}


if __name__ == "__main__":
    sys.exit(main())
