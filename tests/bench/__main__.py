"""python -m tests.bench [single] [oracle] [flow] [counting]: all of it, or what is named."""

import sys

from tests.bench import counting, flow, oracle, single

PARTS = {"single": single.main, "oracle": oracle.main, "flow": flow.main, "counting": counting.main}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"-- {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
