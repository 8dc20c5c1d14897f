"""Scripts of ours that are run in a process of their own."""

from lipnet.apart.running import SECONDS, Broken, Stopped, run_apart

__all__ = ["SECONDS", "Broken", "Stopped", "run_apart"]
