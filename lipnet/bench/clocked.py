"""Seconds by the clock on the wall and of the processor: on a busy machine these say more."""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

STATUS = Path("/proc/self/status")

Figures = dict[str, float | int | str]


class Taken(NamedTuple):
    """How long something took; `cpu` of this process alone, not of the database's server."""

    wall: float
    cpu: float

    def named(self, name: str) -> Figures:
        """`name`_s and `name`_cpu_s."""
        return {f"{name}_s": round(self.wall, 4), f"{name}_cpu_s": round(self.cpu, 4)}


def timed(do: Callable[[], object]) -> Taken:
    wall, cpu = time.perf_counter(), time.process_time()
    do()
    return Taken(time.perf_counter() - wall, time.process_time() - cpu)


def median(do: Callable[[], object], times: int = 5) -> Taken:
    """Of several, each figure by itself."""
    found = [timed(do) for _ in range(times)]
    return Taken(*(statistics.median(each) for each in zip(*found, strict=True)))


def lines_of(figures: Figures) -> Iterator[str]:
    """For a person: seconds of the processor beside those on the wall."""
    for name, figure in figures.items():
        cpu = figures.get(name.removesuffix("_s") + "_cpu_s")
        if name.endswith("_cpu_s"):
            continue
        beside = f"   of the processor {cpu}" if name.endswith("_s") else ""
        yield f"{name:32} {figure}{beside}"


def peak() -> int:
    """The most memory this program ever held, in MB. Where /proc tells, without what the process
    held that it was started from."""
    if STATUS.exists():
        for line in STATUS.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
