"""When a datagram came: the kernel's timestamp on the event loop's clock, and when to doubt it.

Linux stamps a datagram as it takes it from the network, however late the program reads it
(``SO_TIMESTAMPNS``, Documentation/networking/timestamping.rst). The stamp is of the wall clock,
which people and time services set; the loop's clock is the monotonic one. The two run at the same
speed (a time service that slows one down slows down both), so their distance changes only where
the wall clock is set, or the machine slept. It is measured after each batch that was read; where
it has moved since the batch before, the stamps between are worth nothing and the time of reading
takes their place, with the doubt that belongs to it.
"""

import struct
import time
from collections.abc import Callable, Iterable

__all__ = ["SO_TIMESTAMPNS", "ArrivalClock", "Clocks", "kernel_stamp"]

SO_TIMESTAMPNS = 35
"""``SO_TIMESTAMPNS_OLD`` of Linux's asm-generic/socket.h: Python 3.11 does not have it. The few
architectures with numbers of their own (alpha, parisc, sparc) give no stamps then, which is no
harm. Also the type of the control message, ``SCM_TIMESTAMPNS``."""

_SOL_SOCKET = 1
"""Linux's; this module's parser is asked about no other system's messages."""

_TIMESPEC = struct.Struct("@ll")
"""Seconds and nanoseconds, as long as the architecture's ``long`` (the ``_OLD`` in the name)."""

_JUMP = 1_000_000
"""Nanoseconds by which the clocks' distance may move between two batches. Reading it is good to a
microsecond; a wall clock that is set moves by anything."""

_READ_WITHIN = 100_000
"""Nanoseconds that one reading of both clocks may take; more, and somebody interrupted it."""

_READINGS = 4

_DELIVERY = 0.05
"""Seconds from the stamp to the socket at most: the kernel's own backlog on a busy machine."""


def kernel_stamp(ancillary: Iterable[tuple[int, int, bytes]]) -> int | None:
    """The kernel's receive timestamp among the control messages of ``recvmsg``.

    :returns: nanoseconds since 1970, or None where there is none, or it makes no sense.
    """
    for level, kind, data in ancillary:
        if level == _SOL_SOCKET and kind == SO_TIMESTAMPNS and len(data) == _TIMESPEC.size:
            seconds, nanoseconds = _TIMESPEC.unpack(data)
            if seconds > 0 and 0 <= nanoseconds < 1_000_000_000:
                return int(seconds) * 1_000_000_000 + int(nanoseconds)
    return None


Clocks = Callable[[], tuple[int, int, int]]
"""Monotonic, wall and monotonic clock again, read one after the other; nanoseconds."""


def _clocks() -> tuple[int, int, int]:
    return time.monotonic_ns(), time.time_ns(), time.monotonic_ns()


class ArrivalClock:
    """Puts the kernel's timestamps on the monotonic clock, batch by batch."""

    def __init__(self, clocks: Clocks = _clocks) -> None:
        self._clocks = clocks
        self._distance = self._measure()
        self._trusted = False

    def batch_read(self) -> None:
        """A batch was just read from the socket: what :meth:`place` gets next is from it."""
        before, self._distance = self._distance, self._measure()
        self._trusted = (
            before is not None
            and self._distance is not None
            and abs(self._distance - before) <= _JUMP
        )

    def place(self, stamp: int | None, read_at: float, empty_at: float) -> tuple[float, float]:
        """When a datagram of the batch arrived, and by how much earlier it may have been there.

        :param stamp: :func:`kernel_stamp`.
        :param read_at: when its reading began, seconds on the monotonic clock.
        :param empty_at: when the socket was last known to be empty; as ``read_at``.
        """
        if stamp is not None and self._trusted and self._distance is not None:
            at = (stamp - self._distance) / 1e9
            # After the reading began: the kernel had not begun to stamp when the datagram came,
            # and did so when it was read.
            if empty_at - _DELIVERY <= at <= read_at:
                return at, 0.0
        return read_at, max(0.0, read_at - empty_at)

    def _measure(self) -> int | None:
        """Wall clock less monotonic clock, nanoseconds; None where it could not be read well."""
        for _ in range(_READINGS):
            before, wall, after = self._clocks()
            if after - before <= _READ_WITHIN:
                return wall - (before + after) // 2
        return None
