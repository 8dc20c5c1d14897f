"""python -m tests.bench [single] [oracle] [flow] [counting] [demo] [exports] [plans]: or all."""

import sys

from tests.bench import counting, demo, exports, flow, oracle, plans, single

PARTS = {
    "single": single.main,
    "oracle": oracle.main,
    "flow": flow.main,
    "counting": counting.main,
    "demo": demo.main,
    "exports": exports.main,
    "plans": plans.main,
}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"-- {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
