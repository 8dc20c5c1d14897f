"""python -m tests.bench [single] [oracle] [flow] [counting] [demo] [exports]: all, or the named."""

import sys

from tests.bench import counting, demo, exports, flow, oracle, single

PARTS = {
    "single": single.main,
    "oracle": oracle.main,
    "flow": flow.main,
    "counting": counting.main,
    "demo": demo.main,
    "exports": exports.main,
}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"-- {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
