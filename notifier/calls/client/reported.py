"""One connection that an application reports: what it says is turned into the feed's messages.

Its states come from events and from looking once a second, whichever is first; its statistics from
``sampling``. While nobody has named the call that it belongs to, what it says waits.
"""

import asyncio
import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from notifier.calls.client import peer
from notifier.calls.client.arguments import SDP_CHARACTERS
from notifier.calls.client.sampling import Sampler
from notifier.calls.messages import FabricAdd, IceState, Incoming, Sdp, Stats
from notifier.calls.vocabulary import EndpointType, FabricUsage, TransmissionDirection

__all__ = ["Call", "Fabric", "Keeper", "wall"]

ALIVE_SECONDS = 10.0
"""After this long without a word a connection says that it is still there, with no statistics: the
program takes a call for over of which nobody has said anything for 30 s."""

HELD_LIMIT = 500
"""Messages of a connection whose call is not named yet; older ones are dropped."""

_UP = ("connected", "completed")


def wall() -> float:
    """Milliseconds since 1970."""
    return time.time() * 1000


@dataclass(slots=True)
class Call:
    """One conference of the local user."""

    call_id: str
    conference_id: str
    lonely_until: float
    """Monotonic seconds at which it is over, while it has no connection."""

    fabrics: "list[Fabric]" = field(default_factory=list)
    """Those that are not over."""

    numbered: int = 0
    """Connections that it has had."""


class Keeper(Protocol):
    """Who keeps the connections."""

    @property
    def collect_sdp(self) -> bool:
        """Whether the program wants session descriptions."""

    def put(self, message: Incoming) -> bool:
        """Queue a message."""

    def disconnected(self, fabric: "Fabric") -> None:
        """ICE has lost the path."""

    def closed(self, fabric: "Fabric") -> None:
        """The connection is closed."""


class Fabric:
    """One peer connection."""

    def __init__(
        self,
        connection: object,
        keeper: Keeper,
        *,
        remote_user_id: str | None,
        usage: FabricUsage,
        endpoint: EndpointType = EndpointType.PEER,
        direction: TransmissionDirection = TransmissionDirection.SENDRECV,
        callback: Callable[..., Any] | None = None,
    ) -> None:
        """Nothing is read and nothing said before :meth:`begin`."""
        self.connection = connection
        self.callback = callback
        self.call: Call | None = None
        self.remote_user_id = remote_user_id
        self.fabric_id = ""
        self.over = False
        self.added = wall()
        """Of addNewFabric: the zero of all delays."""

        self._keeper = keeper
        self._usage = usage
        self._endpoint = endpoint
        self._direction = direction
        self._states = dict(peer.DEFAULTS)
        self._held: deque[tuple[Callable[..., Incoming], dict[str, Any]]] = deque(maxlen=HELD_LIMIT)
        self._naming = threading.Lock()
        """Nothing is said between what waited and what is said at once."""

        self._looking = threading.RLock()
        self._again = False
        self._said = time.monotonic()
        self._sampler: Sampler | None = None
        self._deaf: Callable[[], None] = lambda: None
        self._sdp: tuple[str | None, str | None] = (None, None)
        self._sdp_due = True

    @property
    def stranded(self) -> bool:
        """Whether the loop that it lives on is gone."""
        return self._sampler is not None and self._sampler.stranded

    def join(self, call: Call) -> None:
        """Take part in a call; what has been said waits no longer."""
        call.numbered += 1
        call.fabrics.append(self)
        with self._naming:
            self.fabric_id = f"fabric-{call.numbered}"
            self.call = call
            self._put(
                FabricAdd,
                timestamp=self.added,
                remote_user_id=self.remote_user_id or "",
                fabric_usage=self._usage,
                remote_endpoint_type=self._endpoint,
                direction=self._direction,
            )
            while self._held:
                kind, fields = self._held.popleft()
                self._put(kind, **fields)

    def begin(self, loop: asyncio.AbstractEventLoop | None) -> None:
        """Listen, look, and go on looking."""
        self._deaf = peer.listen(self.connection, self._happened)
        self.look()
        if not self.over:
            self._sampler = Sampler(self.connection, look=self.look, take=self._take, loop=loop)

    def stop(self) -> None:
        """Look and listen no more."""
        self.over = True
        if self._sampler is not None:
            self._sampler.stop()
        self._deaf()

    def say(self, kind: Callable[..., Incoming], **fields: Any) -> bool:
        """Queue a message of this connection; False if it is too long.

        :param kind: of the messages that are of a connection; ``fields`` are its others.
        """
        self._said = time.monotonic()
        fields.setdefault("timestamp", wall())
        with self._naming:
            if self.call is None:
                self._held.append((kind, fields))
                return True
            return self._put(kind, **fields)

    def look(self) -> bool:
        """Read the states and say which are others; returns whether there is something to measure.

        A look that is under way is not waited for: it looks again.
        """
        if not self._looking.acquire(blocking=False):
            self._again = True
            return False
        try:
            while True:
                self._again = False
                self._compare(peer.states(self.connection))
                if not self._again:
                    break
        finally:
            self._looking.release()
        if self.over:
            return False
        if self._sdp_due and self._keeper.collect_sdp:
            self._describe()
        if time.monotonic() - self._said >= ALIVE_SECONDS:
            self.say(Stats, stats=[])
        return self._up

    @property
    def _up(self) -> bool:
        # What has no ICE state tells by the other one.
        states = self._states
        ice = states["iceConnectionState"]
        return (ice if ice != "new" else states["connectionState"]) in _UP

    def _happened(self, *_: Any, **__: Any) -> None:
        """Any event of the connection, on whatever thread."""
        if self.over:
            return
        if self._sampler is not None:
            with contextlib.suppress(RuntimeError):
                self._sampler.adopt(asyncio.get_running_loop())
        self.look()

    def _compare(self, found: dict[peer.StateName, str]) -> None:
        closed = lost = False
        for name, value in found.items():
            if self.over or self._states[name] == value:
                continue
            self._states[name] = value
            self._sdp_due |= name == "signalingState"
            closed |= value == "closed" and name != "iceGatheringState"
            lost |= value == "disconnected" and (
                name == "iceConnectionState" or "iceConnectionState" not in found
            )
            self.say(IceState, changed_state=name, new_state=value)
        if lost:
            self._keeper.disconnected(self)
        if closed and not self.over:
            self._keeper.closed(self)

    def _describe(self) -> None:
        if self._states["signalingState"] != "stable":
            return
        found = peer.descriptions(self.connection)
        if found == (None, None):
            return
        self._sdp_due = False
        if found != self._sdp:
            self._sdp = found
            local, remote = (sdp and sdp[:SDP_CHARACTERS] for sdp in found)
            self.say(Sdp, local_sdp=local, remote_sdp=remote)

    def _take(self, report: object) -> None:
        entries = peer.entries(report)
        if entries and not self.over:
            self.say(Stats, stats=entries)

    def _put(self, kind: Callable[..., Incoming], **fields: Any) -> bool:
        if self.call is None:
            return False
        message = kind(call_id=self.call.call_id, fabric_id=self.fabric_id, **fields)
        return self._keeper.put(message)
