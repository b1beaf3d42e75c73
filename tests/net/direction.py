"""One direction of a link, as data; the emulator runs it, scenario files hold it."""

import math

import msgspec

__all__ = ["LEAST_QUEUE", "Direction"]

LEAST_QUEUE = 4 * 1500
"""Bytes that every queue holds: below four full packets real devices do not go."""

_LEAST_STEP, _LONGEST_STEP = 1e-9, 1e6
"""Seconds: ``link.c`` counts nanoseconds in 64 bits."""


class Direction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one direction of a link does to packets, in the order in which it does it.

    Queue (tail drop), transmitter (rate), then the air: loss, delay, jitter. A packet that is lost
    has used its share of the rate, as on a radio or telephone line behind the access router.

    :raises ValueError: where the figures contradict each other.
    """

    rate_bps: int | None = None
    """Bit/s at IP level: headers from IP upwards count, those of the layers below do not.

    None: no limit, and then no queue.
    """

    rate_steps: tuple[tuple[float, float], ...] = ()
    """Seconds and the share of the rate there is for that long, above 0 and up to 1: one after the
    other in a cycle, from the link's start for ever. Empty: always the whole rate.

    The queue's limit in bytes stays that of the whole rate, so what waits takes longer.
    """

    queue_ms: float | None = None
    """What may wait, as the time its sending takes; of both limits the smaller one holds."""

    queue_bytes: int | None = None
    """What may wait, in bytes; never less than :data:`LEAST_QUEUE`."""

    delay_ms: float = 0.0
    """One way, from the last bit sent to the last bit received."""

    jitter_ms: float = 0.0
    """Standard deviation of a normal distribution around zero whose absolute value is added to the
    delay: the delay stays the least a packet takes, as with retransmissions on the air. The mean of
    what is added is 0.8 of it for packets further apart than it, more where order is kept.
    """

    reorder: bool = False
    """Whether jitter lets packets overtake each other; otherwise they wait for those before."""

    loss: float = 0.0
    """Share of the packets that leave the queue and are lost on the air."""

    burst: float = 1.0
    """Mean length of a run of lost packets (Gilbert model); 1: each is drawn by itself."""

    def __post_init__(self) -> None:
        numbers = (self.delay_ms, self.jitter_ms, self.loss, self.burst)
        if not all(math.isfinite(n) and n >= 0 for n in (*numbers, self.queue_ms or 0.0)):
            raise ValueError("delay, jitter, queue, loss and burst must be finite, not negative")
        if self.rate_bps is not None and self.rate_bps <= 0:
            raise ValueError("rate_bps must be positive")
        if (self.rate_bps is None) != (self.queue_ms is None and self.queue_bytes is None):
            raise ValueError("a rate needs a queue limit, and a queue limit a rate")
        if self.rate_steps and self.rate_bps is None:
            raise ValueError("rate_steps need a rate")
        if not all(_LEAST_STEP <= s <= _LONGEST_STEP for s, _ in self.rate_steps):
            raise ValueError("the seconds of rate_steps must be finite and positive")
        if not all(0 < share <= 1 for _, share in self.rate_steps):
            raise ValueError("the shares of rate_steps must be above 0, up to 1")
        if self.loss >= 1:
            raise ValueError("loss must be below 1")
        if self.burst < 1:
            raise ValueError("burst must be at least 1")
        if self.burst > 1 and self.loss > self.burst * (1 - self.loss):
            raise ValueError("so much loss needs longer bursts")

    def queue_limit(self) -> int:
        """Bytes that may wait, the part of a packet that is still being sent included."""
        if self.rate_bps is None:
            return 0
        limits = []
        if self.queue_ms is not None:
            limits.append(int(self.rate_bps * self.queue_ms / 8000))
        if self.queue_bytes is not None:
            limits.append(self.queue_bytes)
        return max(LEAST_QUEUE, min(limits))

    def arguments(self) -> str:
        """As ``link.c`` reads it: bytes, bit/s and nanoseconds."""
        values = {
            "rate": self.rate_bps or 0,
            "queue": self.queue_limit(),
            "delay": round(self.delay_ms * 1e6),
            "jitter": round(self.jitter_ms * 1e6),
            "reorder": int(self.reorder),
            "loss": repr(self.loss),
            "burst": repr(self.burst),
        }
        if self.rate_steps:
            steps = (f"{round(seconds * 1e9)}:{share!r}" for seconds, share in self.rate_steps)
            values["steps"] = ";".join(steps)
        return ",".join(f"{key}={value}" for key, value in values.items())
