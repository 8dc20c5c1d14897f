"""Read every questionnaire below a folder through the engine: python tools/corpus_xlsforms.py PATH

Workbooks, and surveys of LimeSurvey. Prints how many import whole, with findings, or are refused,
and how long it took. Ends with 1 only if one of them made the program fail.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from lipnet.questionnaire import Moment, answering, from_json, limesurvey, to_json, xlsform

SUFFIXES = {".xls", ".xlsx", ".xlsm", ".lss", ".lsg", ".lsq", ".lsa"}
BEGUN = datetime(2026, 1, 1, 12, tzinfo=UTC)
MOMENT = Moment(BEGUN.date(), BEGUN)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--codes", action="store_true", help="count the findings by code as well")
    parser.add_argument("--each", action="store_true", help="one line for each file")
    chosen = parser.parse_args()
    outcomes, codes = Counter(), Counter()
    begun = time.perf_counter()
    for path in sorted(each for each in chosen.path.rglob("*") if each.suffix.lower() in SUFFIXES):
        outcome, found = outcome_of(path)
        outcomes[outcome] += 1
        codes.update(found)
        if chosen.each:
            print(f"{outcome:9} {len(found):4} {path.name}  {', '.join(sorted(set(found)))}")
    seconds = time.perf_counter() - begun
    counted = ", ".join(f"{count} {name}" for name, count in outcomes.most_common())
    print(f"{outcomes.total()} files in {seconds:.2f} s: {counted or 'none found'}")
    for code, count in codes.most_common() if chosen.codes else ():
        print(f"{count:6} {code}")
    return 1 if outcomes["crashed"] else 0


def outcome_of(path: Path) -> tuple[str, list[str]]:
    """The outcome of one file and the codes of its findings; it is answered with nothing."""
    try:
        data = path.read_bytes()
        ours = limesurvey if limesurvey.looks_like_limesurvey(data, path.name) else xlsform
        imported = ours.read(data, path.name)
        if imported.questionnaire is not None:
            again = from_json(to_json(imported.questionnaire))
            if again != imported.questionnaire:
                raise AssertionError("the document does not give the questionnaire back")
            answering.check_answers(answering.compile(again), {}, MOMENT)
    except Exception:
        print(f"crashed: {path}", file=sys.stderr)
        traceback.print_exc()
        return "crashed", []
    return imported.outcome, [finding.code for finding in imported.findings]


if __name__ == "__main__":
    sys.exit(main())
