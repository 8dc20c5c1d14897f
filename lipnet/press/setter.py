"""The program that pdf.py runs: a laid out document on standard input, its PDF on output.

It stands alone: nothing of lipnet is imported.
"""

import re
import resource
import sys
from pathlib import Path
from typing import Any

MEMORY = 2 * 1024 * 1024 * 1024
CPU_SECONDS = 60
HERE = Path(__file__).resolve().parent
LETTERS = HERE.parents[1] / "static/fonts/printed"
# Letters that the fonts of our own have; for any other the system's are asked as well.
OURS = re.compile(
    "[\u0000-\u052f\u0600-\u06ff\u0750-\u077f\u0a00-\u0a7f\u0b80-\u0bff\u1200-\u139f"
    "\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u215f\u2d80-\u2ddf\ufb50-\ufdff\ufe70-\ufefc]*"
)


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    sys.stdout.buffer.write(set_in_type(sys.stdin.buffer.read().decode()))


def set_in_type(document: str) -> bytes:
    import typst

    choices: dict[str, Any] = {
        "input": (HERE / "template/document.typ").read_bytes(),
        "root": str(HERE / "template"),
        "sys_inputs": {"document": document},
        "font_paths": [str(LETTERS)],
        "ignore_system_fonts": OURS.fullmatch(document) is not None,
        "timestamp": 0,
    }
    try:
        return bytes(typst.compile(**choices, pdf_standards="ua-1"))
    except typst.TypstError as error:
        # A letter that no font has: the standard refuses it, the reader is better off with a box.
        if "could not be displayed" not in str(error):
            raise
        return bytes(typst.compile(**choices))


if __name__ == "__main__":
    main()
