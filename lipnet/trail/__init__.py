"""Walk any record back to the answers it rests on, and forward to what became of it."""

from lipnet.trail.box import thread_of
from lipnet.trail.walking import Stop, back, forward
from lipnet.trail.wiring import wire

__all__ = ["Stop", "back", "forward", "thread_of", "wire"]
