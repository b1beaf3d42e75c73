"""Flows over an imagined link: what the estimators see, without a socket or a clock."""

from notifier.probe.flow import Flow, FlowRecord
from notifier.relay.impair import Link, LinkSettings

__all__ = ["Loop", "record"]


class Loop:
    """An uplink and a downlink one after the other, which stay as full as they are left."""

    def __init__(self, up: LinkSettings, down: LinkSettings | None = None) -> None:
        self._up: Link[int] = Link(up)
        self._down: Link[int] = Link(down or LinkSettings())
        self.now = 0.0

    def run(self, flow: Flow, size: int) -> FlowRecord:
        """Send a flow and wait for it, jumping from event to event."""
        flow.start(self.now)
        while not flow.done(self.now):
            for sequence in flow.due(self.now):
                self._up.push(sequence, size, self.now)
                flow.mark_sent(self.now)
            for sequence in self._up.pop(self.now):
                self._down.push(sequence, size, self.now)
            for sequence in self._down.pop(self.now):
                flow.mark_arrived(sequence, self.now)
            times = (flow.get_timer(), self._up.get_timer(), self._down.get_timer())
            self.now = max(self.now, min((t for t in times if t is not None), default=self.now))
        return flow.record()


def record(
    up: LinkSettings,
    down: LinkSettings | None = None,
    *,
    count: int = 60,
    kbps: float = 1000.0,
    size: int = 1232,
) -> FlowRecord:
    """The record of one train over a fresh loop."""
    interval = size * 8 / (kbps * 1000)
    flow = Flow(count=count, interval=interval, size=size, patience=1.0)
    return Loop(up, down).run(flow, size)
