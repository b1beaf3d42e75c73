"""A client's clock, made to go forward.

Durations come from the client's own timestamps: its messages may have waited for the program for
minutes, and the program for its turn. But a wall clock is set now and then, and a client may stamp
a message a little before the one that it had sent already.
"""

import msgspec

__all__ = ["AHEAD_MS", "BACK_MS", "BEHIND_MS", "Clock", "plausible"]

BACK_MS = 2000.0
"""A clock that goes back by less than this is untidy; by more, it was set."""

AHEAD_MS = 60_000.0
BEHIND_MS = 86_400_000.0
"""The client is on this machine: a time further from ours than this is no time of this call. A
message may have waited for the program since a call began, but not since yesterday."""


class Clock(msgspec.Struct):
    """Of one call, in milliseconds since 1970."""

    last: float
    """The latest time that was said."""

    offset: float = 0.0
    """What is added to the client's time since it was set back."""

    def time(self, timestamp: float, wall: float) -> float:
        """A client's time as one of the call; never before the last one."""
        timestamp = plausible(timestamp, wall)
        if timestamp >= self.last:
            self.offset = 0.0  # it was set right again, if it ever was wrong
        elif timestamp + self.offset < self.last - BACK_MS:
            self.offset = self.last - timestamp
        self.last = max(self.last, timestamp + self.offset)
        return self.last

    def earlier(self, timestamp: float, wall: float) -> float:
        """A time of which is known that it may be past, as one of the call."""
        return plausible(timestamp, wall) + self.offset


def plausible(timestamp: float, wall: float) -> float:
    """A client's time; ours, where that cannot be right."""
    return timestamp if wall - BEHIND_MS <= timestamp <= wall + AHEAD_MS else wall
