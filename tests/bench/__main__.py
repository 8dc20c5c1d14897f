"""python -m tests.bench with the names of some parts, as PARTS has them, or with none: all."""

import sys

from tests.bench import ballots, counting, dashboard, demo, exports, flow, oracle, plans, single

PARTS = {
    "single": single.main,
    "oracle": oracle.main,
    "flow": flow.main,
    "counting": counting.main,
    "demo": demo.main,
    "exports": exports.main,
    "plans": plans.main,
    "dashboard": dashboard.main,
    "ballots": ballots.main,
}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"-- {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
