"""Read all minutes below a folder and score the labelled ones: python tools/corpus_minutes.py PATH

PATH/manifest.tsv names the files, PATH/labels/*.json says what stands in some of them, and
PATH/score.py when two places are the same. Scores are told for the files that were looked at while
the reader was written and for those that were not (LOOKED_AT; docs/minutes.md), by language and by
source. --misses LANGUAGE prints each miss in the files that were looked at. Ends with 1 only if a
file made the program fail.
"""

import argparse
import csv
import importlib.util
import json
import sys
import time
import traceback
from collections import defaultdict
from itertools import groupby
from pathlib import Path
from types import ModuleType

from lipnet.documents import Unreadable, read_document
from lipnet.shorthand.reading import Proposals, TooLong, propose

# Of these sources every second labelled file by name, beginning with the first, was looked at; the
# others never.
LOOKED_AT = ("foopgp", "hypha-coop", "linux-australia", "python-espana")
THERE = ("present", "guest", "director")
SHARES = ("owners", "dates")
KINDS = ("actions", "owners", "decisions", "attendees", "dates")


class Tally:
    """Right, too much and missed; of owners: right and missed."""

    def __init__(self) -> None:
        self.right = self.false = self.missed = 0

    def add(self, right: int, false: int, missed: int) -> None:
        self.right += right
        self.false += false
        self.missed += missed

    def told(self) -> str:
        found, there = self.right + self.false, self.right + self.missed
        precision = f"{self.right / found:.2f}" if found else "-"
        recall = f"{self.right / there:.2f}" if there else "-"
        return f"P {precision:>4} R {recall:>4} (n {there})"

    def told_share(self) -> str:
        n = self.right + self.missed
        return f"{self.right / n if n else 0:.2f} (n {n})"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--misses", default="", help="a language whose misses are printed")
    chosen = parser.parse_args()
    failed = read_all(chosen.path)
    rule = rule_of(chosen.path)
    if rule:
        scores = scored(chosen.path, rule, chosen.misses)
        for group in sorted(scores):
            print(f"  {group}: {told(scores[group])}")
    return 1 if failed else 0


def read_all(path: Path) -> int:
    with (path / "manifest.tsv").open(encoding="utf-8") as manifest:
        files = [path / row["file"] for row in csv.DictReader(manifest, delimiter="\t")]
    begun, failed, refused, longest = time.perf_counter(), 0, 0, 0.0
    for file in files:
        started = time.perf_counter()
        try:
            propose(read_document(file.read_bytes(), file.name).text, filename=file.name)
        except (Unreadable, TooLong) as error:
            refused += 1
            print(f"  {file.relative_to(path)}: {error}")
        except Exception:
            failed += 1
            traceback.print_exc()
        longest = max(longest, time.perf_counter() - started)
    seconds = time.perf_counter() - begun
    print(
        f"{len(files)} minutes in {seconds:.1f} s (longest {longest:.1f} s):"
        f" {failed} made the program fail, {refused} refused"
    )
    return failed


def rule_of(path: Path) -> ModuleType | None:
    """score.py of the corpus: when a proposal is the labelled one."""
    spec = importlib.util.spec_from_file_location("corpus_score", path / "score.py")
    if not (path / "score.py").exists() or spec is None or spec.loader is None:
        return None
    rule = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rule)
    return rule


def scored(path: Path, rule: ModuleType, misses: str) -> dict[str, dict[str, Tally]]:
    scores: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    labels = sorted((path / "labels").glob("*.json"))
    for source, files in groupby(labels, lambda file: file.name.split("__")[0]):
        for number, file in enumerate(files):
            label = json.loads(file.read_text("utf-8"))
            name = Path(label["file"]).name
            document = read_document((path / label["file"]).read_bytes(), name)
            seen = source in LOOKED_AT and number % 2 == 0
            half = "looked at" if seen else "not looked at"
            found = propose(document.text, label["language"], filename=name)
            places = document.places()
            spans = {kind: spans_of(found, kind, places) for kind in ("actions", "decisions")}
            told = seen and label["language"] == misses  # the others stay unread
            show = (path / label["file"]).read_text("utf-8-sig") if told else ""
            for kind, numbers in tallied(found, spans, label, rule, show).items():
                for group in (half, f"{half}, {label['language']}", f"{half}, {source}"):
                    scores[group][kind].add(*numbers)
    return scores


def spans_of(found: Proposals, kind: str, places: list[int]) -> list[tuple[int, int]]:
    """Where each stands in the file, as the labels count."""
    return [(places[each.start], places[each.end - 1] + 1) for each in getattr(found, kind)]


def tallied(
    found: Proposals, spans: dict, label: dict, rule: ModuleType, show: str
) -> dict[str, tuple[int, int, int]]:
    numbers = {}
    for kind in ("actions", "decisions"):
        gold = label[kind]
        needed = [each["explicit"] and each.get("kind") != "approval" for each in gold]
        pairs = rule._match(spans[kind], [(g["char_start"], g["char_end"]) for g in gold])
        hit = {j for _, j in pairs}
        missed = [j for j, need in enumerate(needed) if need and j not in hit]
        right = sum(needed[j] for j in hit)
        numbers[kind] = (right, len(spans[kind]) - len(pairs), len(missed))
        if show:
            tell(kind, label, show, missed, spans[kind], {i for i, _ in pairs})
        if kind == "actions":
            owned = [(i, j) for i, j in pairs if needed[j] and gold[j]["owners"]]
            good = sum(
                any(
                    rule._same_person(a, b)
                    for a in found.actions[i].owners
                    for b in gold[j]["owners"]
                )
                for i, j in owned
            )
            numbers["owners"] = (good, 0, len(owned) - good)
    numbers["attendees"] = people(found, label, rule)
    if label["meeting_date"]:
        right = found.date == label["meeting_date"]
        numbers["dates"] = (int(right), 0, int(not right))
    return numbers


def people(found: Proposals, label: dict, rule: ModuleType) -> tuple[int, int, int]:
    there = [each["name"] for each in label["attendees"] if each["status"] in THERE]
    named = [each["name"] for each in label["attendees"]]
    ours = [each.name for each in found.attendees if each.status in ("present", "guest", "staff")]
    right = sum(any(rule._same_person(name, our) for our in ours) for name in there)
    false = sum(not any(rule._same_person(our, name) for name in named) for our in ours)
    return right, false, len(there) - right


def tell(kind: str, label: dict, text: str, missed: list[int], spans: list, hit: set[int]) -> None:
    for j in missed:
        gold = label[kind][j]
        print(f"    missed, {kind}: {text[gold['char_start'] : gold['char_end']]!r}")
    for i, (start, end) in enumerate(spans):
        if i not in hit:
            print(f"    too much, {kind}: {text[start:end]!r}")


def told(tallies: dict[str, Tally]) -> str:
    parts = []
    for kind in KINDS:
        tally = tallies[kind]
        parts.append(f"{kind} {tally.told_share() if kind in SHARES else tally.told()}")
    return "; ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
