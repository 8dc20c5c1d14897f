"""python -m tests.bench [single] [oracle] [flow] [counting] [exports]: all, or what is named."""

import sys

from tests.bench import counting, exports, flow, oracle, single

PARTS = {
    "single": single.main,
    "oracle": oracle.main,
    "flow": flow.main,
    "counting": counting.main,
    "exports": exports.main,
}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"-- {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
