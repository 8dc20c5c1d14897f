"""A script and all that it imports, sent as one: a single request, with nothing to build before.

In the folder each piece is a module of its own that says what it takes from which other, and runs
as it stands. Sent, the pieces follow one another in one module, each after those it imports, so
every name at the top of a piece is there once. Each begins with its name and keeps its lines: what
a browser says of a line is found by going up to the name.
"""

import re
from functools import lru_cache
from pathlib import Path

IMPORT = re.compile(r'^import \{[^}\n]*\} from "(\.[\w./-]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) )", re.MULTILINE)


def pieces(script: Path) -> list[Path]:
    """The script and all that it imports, each after those that it needs itself."""
    return _after_its_own(script, set())


def joined(parts: list[Path], folder: Path) -> bytes:
    if len(parts) == 1:
        return parts[0].read_bytes()
    return "\n".join(f"// {_below(each, folder)}\n{_bare(each)}" for each in parts).encode()


def _after_its_own(script: Path, seen: set[Path]) -> list[Path]:
    if script in seen:
        return []
    seen.add(script)
    needed = _imported(script, script.stat().st_mtime)
    return [*(part for each in needed for part in _after_its_own(each, seen)), script]


@lru_cache(maxsize=256)
def _imported(script: Path, changed: float) -> list[Path]:
    """`changed`: when it was; a script that is changed is read anew."""
    return [(script.parent / each).resolve() for each in IMPORT.findall(script.read_text("utf-8"))]


def _below(script: Path, folder: Path) -> str:
    return script.relative_to(folder).as_posix()


def _bare(script: Path) -> str:
    """Without what ties it to the others, which now stand beside it; as many lines as before."""
    return EXPORT.sub("", IMPORT.sub("", script.read_text("utf-8")))
