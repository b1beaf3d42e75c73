"""What the history has of calls, and what still has to be written into it.

Calls that go on are written as they stand, those that are over as records; with them goes how much
of each client's word is contained in that. Only then is it acknowledged. Where the history takes
nothing, all of it waits, a bounded lot, and is tried again.
"""

import time
from collections.abc import Callable

import msgspec

from notifier.calls.book import CallBook
from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.service.calls import Begun, Calls
from notifier.service.records import Records

__all__ = ["CHECKPOINT", "CallKeeping", "KeptCall"]

CHECKPOINT = 5.0
"""Seconds between two writings of the calls that go on: what a crash of this program may cost
where the client is gone as well; else it sends again what was not acknowledged."""

REFUSED = 6
"""So many times as long it takes until the next writing where the history took nothing: a disk
that is full stays so for a while."""

GOES_ON_MS = 30_000.0
"""After which a call of which nothing was written does not go on: clients say something every ten
seconds."""

UNWRITTEN_LIMIT = 100
"""Records, and what was said of calls, that wait for a history that takes nothing; the oldest
are forgotten."""

CLIENTS_LIMIT = 4096
"""Clients of which it is known what the history has of them."""


class KeptCall(msgspec.Struct):
    """A call that goes on, as it is written down."""

    begun: Begun | None
    """None before its first connection."""

    call: msgspec.Raw


class CallKeeping:
    """What waits for the history.

    :param acknowledge: is told of each client up to which ``seq`` its messages are kept.
    :param changed: is told the record of a call that is over and has changed.
    """

    def __init__(
        self,
        book: CallBook,
        calls: Calls,
        records: Records,
        *,
        acknowledge: Callable[[str, int], None],
        changed: Callable[[CallRecord], None],
    ) -> None:
        self._book = book
        self._calls = calls
        self._records = records
        self._acknowledge = acknowledge
        self._changed = changed
        self._written: dict[str, int] = {}
        """The highest ``seq`` of each client that is in the history."""

        self._heard: set[str] = set()
        """Clients of which something was applied that may not be in the history."""

        self._over: list[CallRecord] = []
        self._nothing: list[str] = []
        """Calls of which nothing came; the history may have them as going on."""

        self._feedback: dict[str, FeedbackRecord] = {}
        """What was said of calls that are over."""

        self._refused: set[str] = set()
        """Calls that go on, and that the history did not take."""

        self.due = 0.0
        """When the next writing is, monotonic, if there is something to write."""

    def written(self, client_id: str) -> int:
        """The highest ``seq`` of this client that is in the history; -1: none."""
        return self._written.get(client_id, -1)

    @property
    def waiting(self) -> bool:
        """Whether something waits, beside the calls that go on."""
        return bool(self._over or self._nothing or self._feedback or self._news())

    def heard(self, client_id: str) -> None:
        """Something of this client is applied now."""
        self._heard.add(client_id)

    def over(self, record: CallRecord) -> None:
        """A call is over: write it down now."""
        self._over.append(record)
        del self._over[:-UNWRITTEN_LIMIT]
        self.write()

    def nothing(self, call_id: str) -> None:
        """A call is over, and there is nothing to say of it."""
        self._nothing.append(call_id)
        del self._nothing[:-UNWRITTEN_LIMIT]

    def rated(self, call_id: str, feedback: FeedbackRecord) -> None:
        """What was said of a call that is over goes into its record, wherever that is."""
        for number, record in enumerate(self._over):
            if record.call_id == call_id:
                self._over[number] = record = msgspec.structs.replace(record, feedback=feedback)
                self._changed(record)
                return
        self._feedback.pop(call_id, None)
        self._feedback[call_id] = feedback
        if len(self._feedback) > UNWRITTEN_LIMIT:
            del self._feedback[next(iter(self._feedback))]
        self._write_feedback()

    def is_over(self, call_id: str) -> bool:
        """Whether a call that the history may have as going on is over."""
        return call_id in self._nothing or any(one.call_id == call_id for one in self._over)

    def found(self) -> list[KeptCall]:
        """The calls that went on when the history was last written, and the word of their clients
        that it has."""
        for client_id, seq in self._records.client_sequences().items():
            self._has_written(client_id, seq)
            if seq > self._book.sequence(client_id):
                self._book.set_sequence(client_id, seq)
        return _readable(self._records.open_calls())

    def elsewhere(self) -> bool:
        """Whether a call goes on, as the history says: another program of this person may be the
        one that is told of calls."""
        since = time.time() * 1000 - GOES_ON_MS
        kept = _readable(self._records.open_calls(since=since))
        return any(call.begun is not None for call in kept)

    def write(self) -> None:
        """Bring the history up to date, and acknowledge what is in it."""
        written = self._write()
        self.due = time.monotonic() + (CHECKPOINT if written else REFUSED * CHECKPOINT)

    def _write(self) -> bool:
        going_on, news = self._states(), self._news()
        if not (going_on or self.waiting):
            self._heard.clear()
            return True
        kept = self._write_feedback() and self._records.keep_calls(
            going_on, self._over, news, gone=self._nothing
        )
        if not kept:
            self._refused = set(going_on)
            self._heard.intersection_update(news)
            return False
        for waited in (self._refused, self._over, self._nothing, self._heard):
            waited.clear()
        for client_id, seq in news.items():
            self._has_written(client_id, seq)
            self._acknowledge(client_id, seq)
        return True

    def _write_feedback(self) -> bool:
        for call_id, feedback in list(self._feedback.items()):
            if not self._records.keep_feedback(call_id, feedback):
                return False
            del self._feedback[call_id]
            record = self._records.call(call_id)
            if record is not None:
                self._changed(record)
        return True

    def _news(self) -> dict[str, int]:
        """What was applied of each client, and is not in the history; of those that are gone, too,
        for it is in the states of their calls."""
        applied = {client_id: self._book.sequence(client_id) for client_id in self._heard}
        return {client: seq for client, seq in applied.items() if seq > self.written(client)}

    def _states(self) -> dict[str, bytes]:
        """The calls that go on, and are not in the history as they are now."""
        return {
            call_id: msgspec.json.encode(
                KeptCall(self._calls.begun(call_id), msgspec.Raw(self._book.dump(call_id)))
            )
            for call_id in self._book.dirty() | self._refused
            if call_id in self._book.open_calls
        }

    def _has_written(self, client_id: str, seq: int) -> None:
        self._written[client_id] = max(seq, self._written.pop(client_id, -1))
        if len(self._written) > CLIENTS_LIMIT:
            del self._written[next(iter(self._written))]


def _readable(states: list[bytes]) -> list[KeptCall]:
    calls = []
    for state in states:
        try:
            calls.append(msgspec.json.decode(state, type=KeptCall))
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    return calls
