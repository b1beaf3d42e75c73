"""What a client has said and the program has not yet acknowledged. No I/O, no clock.

Messages get their ``seq`` here, are sent in its order, and stay until the program says that they
are kept. After another connection all that is left is sent again. Before it goes what the program
has to know to make sense of the rest: the calls, connections and states of all messages that are
*not* here any more, so that a program which lost its memory takes up the call where the queue
begins, and not at its end.

The queue has an end. When it is full the oldest statistics go first, since the next ones replace
them (counters count on); then the oldest of anything.
"""

from collections import deque
from dataclasses import dataclass

import msgspec

from notifier.calls.messages import (
    MESSAGE_LIMIT,
    ConferenceJoin,
    ConferenceLeave,
    FabricAdd,
    FabricHappening,
    IceState,
    Incoming,
    Stats,
    encode,
)
from notifier.calls.vocabulary import FabricEvent

__all__ = ["BYTES_LIMIT", "MESSAGES_LIMIT", "Backlog"]

MESSAGES_LIMIT = 2000
"""Half an hour of one connection whose program is away."""

BYTES_LIMIT = 8_000_000

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    body: bytes
    message: Incoming | None
    """Only of those that :meth:`Backlog.announcements` may repeat."""

    stats: bool


class Backlog:
    """The queue of one client. Not safe for threads: whoever shares it locks it."""

    def __init__(
        self, *, messages_limit: int = MESSAGES_LIMIT, bytes_limit: int = BYTES_LIMIT
    ) -> None:
        self._messages_limit = messages_limit
        self._bytes_limit = bytes_limit
        self._kept: dict[int, _Kept] = {}
        """By ``seq``, in its order."""

        self._unsent: deque[int] = deque()
        self._stats: deque[int] = deque()
        self._next = 0
        self._size = 0
        self._gone: dict[_Key, Incoming] = {}
        """Of calls that go on: the last join, add and states among the messages that left."""

        self.dropped = 0
        """Messages that were lost since the queue was full, or that were too long to send."""

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def size(self) -> int:
        """Bytes of all messages that wait for their acknowledgement."""
        return self._size

    @property
    def unsent(self) -> bool:
        """Whether :meth:`take` has something."""
        return bool(self._unsent)

    def put(self, message: Incoming) -> bool:
        """Take a message in; False if it is too long for any program."""
        body = encode(msgspec.structs.replace(message, seq=self._next))
        if len(body) > MESSAGE_LIMIT:
            self.dropped += 1
            return False
        seq = self._next
        self._next += 1
        stats = isinstance(message, Stats)
        self._kept[seq] = _Kept(body, None if stats else message, stats)
        self._unsent.append(seq)
        if stats:
            self._stats.append(seq)
        self._size += len(body)
        while len(self._kept) > self._messages_limit or self._size > self._bytes_limit:
            self._drop_oldest()
        return True

    def take(self) -> bytes | None:
        """The next message to send on this connection."""
        while self._unsent:
            kept = self._kept.get(self._unsent.popleft())
            if kept is not None:
                return kept.body
        return None

    def rewind(self) -> None:
        """Another connection: all that is not acknowledged is to be sent again."""
        self._unsent = deque(self._kept)

    def acknowledge(self, seq: int) -> None:
        """All up to this one is kept by the program."""
        while self._kept and (oldest := next(iter(self._kept))) <= seq:
            self._remove(oldest)

    def announcements(self) -> list[bytes]:
        """What goes before the queue on another connection: no ``seq``, times as they were."""
        return [encode(message) for message in self._gone.values()]

    def _drop_oldest(self) -> None:
        while self._stats and self._stats[0] not in self._kept:
            self._stats.popleft()
        self._remove(self._stats.popleft() if self._stats else next(iter(self._kept)))
        self.dropped += 1

    def _remove(self, seq: int) -> None:
        kept = self._kept.pop(seq)
        self._size -= len(kept.body)
        if self._stats and self._stats[0] == seq:
            self._stats.popleft()
        if kept.message is not None:
            self._remember(kept.message)

    def _remember(self, message: Incoming) -> None:
        match message:
            case ConferenceJoin():
                self._gone.setdefault((message.call_id,), message)
            case FabricAdd() if (message.call_id,) in self._gone:
                self._gone.setdefault((message.call_id, message.fabric_id), message)
            case IceState(changed_state="signalingState", new_state="closed"):
                self._forget((message.call_id, message.fabric_id))
            case IceState():
                key = (message.call_id, message.fabric_id, message.changed_state)
                if key[:2] in self._gone:
                    self._gone.pop(key, None)
                    self._gone[key] = message
            case FabricHappening(event=FabricEvent.FABRIC_TERMINATED):
                self._forget((message.call_id, message.fabric_id))
            case ConferenceLeave():
                self._forget((message.call_id,))

    def _forget(self, of: _Key) -> None:
        for key in [key for key in self._gone if key[: len(of)] == of]:
            del self._gone[key]
