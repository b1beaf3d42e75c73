"""A call as it is at this moment, for those who show it."""

from collections.abc import Iterable, Mapping

from notifier.calls.call import Call
from notifier.calls.live import Flow, LiveCall, LiveState, Trouble
from notifier.calls.sample import Direction, FabricSample, Media, StreamSample
from notifier.calls.timeline import FRESH_MS, loss_of
from notifier.calls.vocabulary import FabricState

__all__ = ["flows_of", "snapshot", "state_of"]

_STATES: tuple[tuple[FabricState, LiveState], ...] = (
    (FabricState.ESTABLISHED, "established"),
    (FabricState.HOLD, "held"),
    (FabricState.DISRUPTED, "disrupted"),
    (FabricState.CHECKING_DISRUPTED, "disrupted"),
    (FabricState.INITIALISING, "connecting"),
    (FabricState.FAILED, "failed"),
)
"""Of several connections the best one is the call's state."""


def state_of(call: Call) -> LiveState:
    """Where a call stands as a whole."""
    states = {line.fabric.state for line in call.lines.values()}
    for state, word in _STATES:
        if state in states:
            return word
    return "over" if states else "connecting"


def snapshot(
    call: Call, samples: Mapping[str, FabricSample], *, calls: int, silent_ms: float
) -> LiveCall:
    """What is shown of a call.

    :param samples: the last one of each connection.
    :param calls: how many go on.
    :param silent_ms: since anything was heard of the call; after too long nothing flows.
    """
    at = call.clock.last + max(silent_ms, 0.0)
    fresh = [
        sample
        for fabric_id, sample in samples.items()
        if sample.at > at - FRESH_MS and not call.lines[fabric_id].fabric.over
    ]
    rates = call.timeline.now(at)
    state = state_of(call)
    troubles = {
        trouble: None
        for line in call.lines.values()
        if not line.fabric.over
        for trouble in line.stats.troubles()
    }
    if state == "disrupted":
        troubles[Trouble("disconnected")] = None
    available = [one.available_kbps for one in fresh if one.available_kbps is not None]
    return LiveCall(
        call_id=call.call_id,
        application=call.application,
        began=call.began,
        state=state,
        up_kbps=rates.up_kbps,
        down_kbps=rates.down_kbps,
        rtt_ms=rates.rtt_ms,
        available_kbps=min(available, default=None),
        code=call.meter.code_now(at),
        flows=flows_of(stream for sample in fresh for stream in sample.streams),
        troubles=tuple(troubles),
        recent=call.timeline.points(),
        calls=calls,
    )


def flows_of(streams: Iterable[StreamSample]) -> tuple[Flow, ...]:
    """All streams of one kind in one direction as one, those that go up first."""
    merged: dict[tuple[Direction, Media], list[StreamSample]] = {}
    for stream in streams:
        merged.setdefault((stream.direction, stream.media), []).append(stream)
    directions: tuple[Direction, ...] = ("outbound", "inbound")
    kinds: tuple[Media, ...] = ("audio", "video", "screen")
    return tuple(
        _flow(direction, media, merged[direction, media])
        for direction in directions
        for media in kinds
        if (direction, media) in merged
    )


def _flow(direction: Direction, media: Media, streams: list[StreamSample]) -> Flow:
    jitters = [stream.jitter_ms for stream in streams if stream.jitter_ms is not None]
    pictures = [stream for stream in streams if stream.width and stream.height]
    largest = max(pictures, key=lambda one: (one.width or 0) * (one.height or 0), default=None)
    return Flow(
        direction="up" if direction == "outbound" else "down",
        media=media,
        kbps=sum(stream.kbps for stream in streams),
        streams=len(streams),
        loss=loss_of(streams, direction),
        jitter_ms=max(jitters, default=None),
        width=largest.width if largest else None,
        height=largest.height if largest else None,
        frames_per_second=largest.frames_per_second if largest else None,
    )
