"""What happened in a call, as much of it as is kept.

An application may say as much as it likes, and its call is written down every few seconds: so
there is a limit to how many events are kept and to how long they are. What says how the call went
is never left out for what merely accompanied it.
"""

from typing import Any

import msgspec

from notifier.calls.record import EventRecord

__all__ = ["DATA_LIMIT", "EVENT_LIMIT", "LOGS_LIMIT", "Diary"]

EVENT_LIMIT = 1000
"""Events of one call."""

LOGS_LIMIT = 200_000
"""Bytes of application logs of one call, written as JSON."""

DATA_LIMIT = 500_000
"""Bytes of the data of all other events of one call; an event beyond is kept without its data."""

_LOGS = frozenset({"applicationLog", "wifiStats"})

_BESIDE = frozenset(
    {
        *("fabricStateChange", "dominantSpeaker", "activeDeviceList", "connectedDeviceList"),
        *("sdp", "fabricTransportSwitch"),
    }
)
"""What accompanies a call; what is in neither set says how it went."""


class Diary(msgspec.Struct):
    """The events of one call, in their order."""

    events: list[EventRecord] = []
    dropped: int = 0
    log_bytes: int = 0
    data_bytes: int = 0

    def add(
        self, event: str, at: float, data: dict[str, Any] | None, *, fabric_id: str | None = None
    ) -> None:
        """Keep an event, in the place of a less important one where there is no room."""
        size = len(msgspec.json.encode(data)) if data else 0
        if event in _LOGS:
            if self.log_bytes + size > LOGS_LIMIT:
                self.dropped += 1
                return
        elif self.data_bytes + size > DATA_LIMIT:
            data, size = None, 0
        if len(self.events) >= EVENT_LIMIT:
            self.dropped += 1
            if not self._make_room(_rank(event)):
                return
        if event in _LOGS:
            self.log_bytes += size
        else:
            self.data_bytes += size
        self.events.append(EventRecord(timestamp=at, event=event, fabric_id=fabric_id, data=data))

    def _make_room(self, rank: int) -> bool:
        """Leave out the first event of the least rank below this one, if there is one."""
        if rank == 0:
            return False  # soon said: applications write many lines
        ranks = [_rank(kept.event) for kept in self.events]
        least = min(ranks)
        if least >= rank:
            return False
        del self.events[ranks.index(least)]
        return True


def _rank(event: str) -> int:
    return 0 if event in _LOGS else 1 if event in _BESIDE else 2
