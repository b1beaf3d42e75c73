"""All calls that go on: who may report them, when each begins and ends, who is told what.

No I/O and no clock: messages and the time go in, and ``tell`` is called with what came of them.
``now`` is monotonic seconds and decides what has lasted too long; ``wall`` is milliseconds since
1970 and stands in for a client's time that cannot be right.

A call begins with its first connection. It is over

- when the client says so,
- 30 s after the last word of any of its connections that has not ended; what is said of one that
  failed counts for a minute and a half, in which it may be restarted,
- an hour after the last word where there is nothing to say: before the first connection, or with
  all of them on hold; but 30 s after the client itself has gone.

What is said of a call that is over is passed over, so that a client that was away for a while and
says it again begins nothing anew. Only a connection that is added later than the silence that
ended it begins another call, which has the name of the first and a number.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from notifier.calls.call import Applied, Call
from notifier.calls.event_data import disruption_event, feedback_record
from notifier.calls.live import LiveCall
from notifier.calls.messages import (
    CallMessage,
    ConferenceJoin,
    ConferenceLeave,
    Disruption,
    FabricAdd,
    Failure,
    Feedback,
    Hello,
    Incoming,
    Outgoing,
    PrecallStart,
    PrecallStop,
    Stats,
    StatsCallback,
)
from notifier.calls.policy import FeedPolicy, host_of
from notifier.calls.record import CallRecord, FeedbackRecord
from notifier.calls.refusal import Refused, refused
from notifier.calls.sample import FabricSample
from notifier.calls.snapshot import snapshot, state_of
from notifier.calls.summary import summarise

__all__ = [
    "CALLBACK_S",
    "CALLS_LIMIT",
    "QUIET_S",
    "SILENCE_S",
    "BookEvent",
    "CallBegan",
    "CallBook",
    "CallEnded",
    "FeedbackGiven",
    "Source",
    "Tell",
]

CALLS_LIMIT = 32
"""Calls at once, of all clients."""

SILENCE_S = 30.0
"""After which a call of which nothing is heard is over (callstats API)."""

QUIET_S = 3600.0
"""The same of a call of which nothing need be said."""

CALLBACK_S = 10.0
"""Between two stats callbacks of a connection (callstats API); half a second early is on time."""

SETTLE_S = 2.0
"""After which nothing more of a client's queue is expected, and how it said that its connections
stand is how they stand."""

STEP_S = 5.0
"""How often ``advance`` is wanted at least while calls go on: had it not been called for twice as
long, this process or the machine slept, and clients have as long to be heard."""

CALLBACK_EARLY_S = 0.5

_TOLD = {"oneWayMediaStart", "oneWayMediaStop", "circuitBreaker"}
"""The disruptions that clients are told (callstats API); the others are for the record."""

OVER_LIMIT = 1000
CLIENTS_LIMIT = 4096
"""How many calls that are over (or were not let in), and sequences of clients, are remembered; the
oldest go first."""

_NOT_WATCHED = "Calls of this site are not watched."
_TOO_MANY = f"At most {CALLS_LIMIT} calls go on at once."

STATE_VERSION = 1
"""Of what ``dump`` writes; another one is not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who sent a message."""

    client_id: str
    kind: str
    """As in ``hello``: python, javascript, extension, other."""

    origin: str | None
    """Of the web page, checked; None is a native program."""


@dataclass(frozen=True, slots=True)
class CallBegan:
    """The first connection of a call was added."""

    call_id: str
    source: Source
    wall: float


@dataclass(frozen=True, slots=True)
class CallEnded:
    """A call is over; told once of each that was joined."""

    record: CallRecord


@dataclass(frozen=True, slots=True)
class Tell:
    """A message for the client that reports a call."""

    client_id: str
    message: Outgoing


@dataclass(frozen=True, slots=True)
class FeedbackGiven:
    """What a person said of a call that is not open any more."""

    call_id: str
    feedback: FeedbackRecord


BookEvent = CallBegan | CallEnded | Tell | FeedbackGiven


class _State(msgspec.Struct):
    version: int
    call: Call


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(_State)


@dataclass(slots=True)
class _Over:
    """A call that is over, by the name that its client has for it."""

    call: Call
    """The last one of this name, without what happened in it."""

    ended: float
    left: bool
    """The client said that it is over."""


@dataclass(slots=True)
class _Open:
    """A call, and what of it belongs to this process."""

    call: Call
    heard: float
    """Monotonic: when something said that it goes on."""

    said: float
    """Monotonic: when anything was said of it."""

    said_wall: float
    gone: bool = False
    """Its client is not connected."""

    samples: dict[str, FabricSample] = field(default_factory=dict)
    told: dict[str, float] = field(default_factory=dict)
    """Monotonic: when each connection's statistics were told, or first came."""

    @property
    def limit(self) -> float:
        return QUIET_S if self.call.quiet and not self.gone else SILENCE_S


class CallBook:
    """The calls that go on.

    :param tell: is told what happens, within ``apply``, ``advance`` and ``add_feedback``.
    :param policy: who may report calls; where it is another one, of calls that go on, too.
    :param was_over: whether a call of this ID is known to be over, from an earlier process.
    """

    def __init__(
        self,
        tell: Callable[[BookEvent], None],
        *,
        policy: FeedPolicy,
        was_over: Callable[[str], bool] = lambda call_id: False,
    ) -> None:
        self.policy = policy
        self._tell = tell
        self._was_over = was_over
        self._open: dict[str, _Open] = {}
        self._names: dict[str, str] = {}
        """Of calls that go on after a silence: the client's name, and the ID."""

        self._over: dict[str, _Over] = {}
        self._turned_away: dict[str, Literal["forbidden", "too-many"]] = {}
        """By the client's name: calls that could not be joined, and why not."""

        self._sequences: dict[str, int] = {}
        self._dirty: set[str] = set()
        self._last: float | None = None
        self._awake = 0.0
        """Since when time has been followed without a gap."""

    @property
    def open_calls(self) -> Collection[str]:
        """The calls that were joined and are not over."""
        return self._open.keys()

    def apply(
        self, message: Incoming, source: Source, *, now: float, wall: float
    ) -> Failure | None:
        """Take a client's message.

        One whose ``seq`` is not above that of the last one is a repetition, and passed over.

        :returns: what is wrong with it.
        """
        self._follow(now)
        if message.seq is not None:
            if message.seq <= self.sequence(source.client_id):
                return None
            self.set_sequence(source.client_id, message.seq)
        if isinstance(message, Hello | PrecallStart | PrecallStop):
            return None
        try:
            self._apply(message, source, now=now, wall=wall)
        except Refused as wrong:
            return wrong.failure
        return None

    def advance(self, *, now: float, wall: float) -> None:
        """Let time pass: what has lasted too long is over."""
        self._follow(now)
        for call_id, entry in list(self._open.items()):
            if entry.call.waiting and now - entry.said >= SETTLE_S:
                entry.call.catch_up_all(wall=wall)
                self._dirty.add(call_id)
            if now >= self._deadline(entry):
                self._end(entry.call, entry.call.fall_silent(wall=wall), left=False)

    def timer(self) -> float | None:
        """When ``advance`` is wanted next, monotonic; None while no call goes on."""
        if not self._open or self._last is None:
            return None
        settle = [entry.said + SETTLE_S for entry in self._open.values() if entry.call.waiting]
        return min(
            self._last + STEP_S, *settle, *(self._deadline(entry) for entry in self._open.values())
        )

    def disconnected(self, client_id: str) -> None:
        """A client's connection is closed: of its calls, silence says something again."""
        for entry in self._open.values():
            if entry.call.client_id == client_id:
                entry.gone = True

    def live(self, *, wall: float) -> LiveCall | None:
        """The call that goes on; of several the one that began last."""
        begun = [entry for entry in self._open.values() if entry.call.lines]
        going = [entry for entry in begun if state_of(entry.call) != "over"]
        if not begun:
            return None
        latest = max(going or begun, key=lambda entry: entry.call.began)
        return snapshot(
            latest.call,
            latest.samples,
            calls=max(len(going), 1),
            silent_ms=wall - latest.said_wall,
        )

    def add_feedback(self, call_id: str, feedback: FeedbackRecord) -> None:
        """What a person said of a call: into its record, or told where that is made already."""
        entry = self._open.get(call_id)
        if entry is None:
            self._tell(FeedbackGiven(call_id, feedback))
            return
        entry.call.feedback = feedback
        self._dirty.add(call_id)

    def dirty(self) -> set[str]:
        """The calls that have changed since each was written down."""
        return set(self._dirty)

    def dump(self, call_id: str) -> bytes:
        """All of a call that goes on, for ``restore``.

        :raises KeyError: there is no such call.
        """
        state = _ENCODER.encode(_State(STATE_VERSION, self._open[call_id].call))
        self._dirty.discard(call_id)
        return state

    def restore(
        self,
        state: bytes,
        *,
        now: float,
        wall: float,
        is_over: Callable[[str], bool] = lambda call_id: False,
    ) -> str | None:
        """Take up a call as it was when it was written down.

        :param is_over: whether a call of this ID ended since then.
        :returns: its ID; None where the state cannot be read, or the call is there already.
        """
        try:
            read = _DECODER.decode(state)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None
        call = read.call
        if read.version != STATE_VERSION or call.call_id in self._open or is_over(call.call_id):
            return None
        self._follow(now)
        self._begin(call, now=now, wall=wall).gone = True
        return call.call_id

    def sequence(self, client_id: str) -> int:
        """The highest ``seq`` of this client that was applied; -1 before the first."""
        return self._sequences.get(client_id, -1)

    def set_sequence(self, client_id: str, seq: int) -> None:
        """This client's messages up to this one were applied, here or by another process."""
        self._sequences.pop(client_id, None)
        self._sequences[client_id] = seq
        if len(self._sequences) > CLIENTS_LIMIT:
            del self._sequences[next(iter(self._sequences))]

    def _follow(self, now: float) -> None:
        if self._last is None or now - self._last > 2 * STEP_S:
            self._awake = now
        self._last = now if self._last is None else max(self._last, now)

    def _deadline(self, entry: _Open) -> float:
        return max(entry.heard + entry.limit, self._awake + STEP_S)

    def _apply(self, message: CallMessage, source: Source, *, now: float, wall: float) -> None:
        name = message.call_id
        entry = self._open.get(self._names.get(name, name))
        over = self._over.get(name)
        owner = entry.call.client_id if entry else over.call.client_id if over else None
        if owner is not None and owner != source.client_id:
            raise refused(message, "forbidden", "The call is another client's.")
        if entry is None:
            entry = self._of_none(message, source, over, now=now, wall=wall)
        if entry is None:
            return
        if not self.policy.may_watch(entry.call.origin):
            raise refused(message, "forbidden", _NOT_WATCHED)
        entry.said, entry.said_wall, entry.gone = now, wall, False
        call_id = entry.call.call_id
        self._dirty.add(call_id)
        if isinstance(message, ConferenceLeave):
            self._end(entry.call, entry.call.leave(message.timestamp, wall=wall), left=True)
        elif isinstance(message, Feedback):
            self.add_feedback(call_id, feedback_record(message))
        elif not isinstance(message, ConferenceJoin):
            began = bool(entry.call.lines)
            applied = entry.call.apply(message, wall=wall, collect_sdp=self.policy.collect_sdp)
            if applied.alive:
                entry.heard = now
            if isinstance(message, FabricAdd) and not began:
                self._tell(CallBegan(call_id, source, wall))
            if isinstance(message, Stats):
                self._told(entry, message.fabric_id, applied, now)

    def _of_none(
        self, message: CallMessage, source: Source, over: _Over | None, *, now: float, wall: float
    ) -> _Open | None:
        """Take a message of a call that does not go on.

        :param over: the last call of this name.
        :returns: the call that its connection begins after a silence.
        """
        name = message.call_id
        if isinstance(message, Feedback):
            call_id = over.call.call_id if over else name
            self.add_feedback(call_id, feedback_record(message))
        elif over is not None:
            if isinstance(message, FabricAdd) and self._goes_on(over, message):
                call = over.call.another(message.timestamp, wall=wall)
                while self._is_taken(call.call_id):
                    call = call.another(message.timestamp, wall=wall)
                return self._begin(call, now=now, wall=wall)
        elif isinstance(message, ConferenceJoin):
            self._join(message, source, now=now, wall=wall)
        elif name in self._turned_away:
            # It is not unknown: to join again, as some clients would, is of no use.
            raise refused(message, self._turned_away[name], "The call was not let in.")
        else:
            raise refused(message, "unknown-call", "No such call was joined.")
        return None

    def _join(self, message: ConferenceJoin, source: Source, *, now: float, wall: float) -> None:
        self._turned_away.pop(message.call_id, None)
        origin = source.origin
        if source.kind == "extension":
            # It speaks for pages, never for itself: without a name for one, it is an unknown site.
            origin = message.origin or source.origin or ""
        if not self.policy.may_watch(origin):
            raise self._turn_away(message, "forbidden", _NOT_WATCHED)
        if len(self._open) >= CALLS_LIMIT:
            raise self._turn_away(message, "too-many", _TOO_MANY)
        call = Call.joined(
            message,
            client_id=source.client_id,
            client=source.kind,
            application=message.application or host_of(origin or ""),
            origin=origin,
            wall=wall,
        )
        if self._was_over(call.call_id):
            # This is a client that has not heard of it, as the program was started anew.
            self._remember(call, wall, left=False)
            return
        self._begin(call, now=now, wall=wall)
        self._dirty.add(call.call_id)

    def _goes_on(self, over: _Over, message: FabricAdd) -> bool:
        """Whether a connection is another call's, after the silence that ended this one."""
        if over.left or message.timestamp <= over.ended:
            return False
        if not self.policy.may_watch(over.call.origin):
            raise refused(message, "forbidden", _NOT_WATCHED)
        if len(self._open) >= CALLS_LIMIT:
            raise refused(message, "too-many", _TOO_MANY)
        return True

    def _is_taken(self, call_id: str) -> bool:
        return call_id in self._open or call_id in self._over or self._was_over(call_id)

    def _turn_away(
        self, message: ConferenceJoin, code: Literal["forbidden", "too-many"], text: str
    ) -> Refused:
        self._turned_away[message.call_id] = code
        if len(self._turned_away) > OVER_LIMIT:
            del self._turned_away[next(iter(self._turned_away))]
        return refused(message, code, text)

    def _begin(self, call: Call, *, now: float, wall: float) -> _Open:
        if call.name != call.call_id:
            self._names[call.name] = call.call_id
        entry = self._open[call.call_id] = _Open(call, heard=now, said=now, said_wall=wall)
        return entry

    def _told(self, entry: _Open, fabric_id: str, applied: Applied, now: float) -> None:
        """Tell the client what its call's statistics say."""
        call = entry.call
        for one in applied.disrupted:
            kind, payload = disruption_event(one)
            if kind not in _TOLD:
                continue
            told = Disruption(call_id=call.name, fabric_id=fabric_id, kind=kind, payload=payload)
            self._tell(Tell(call.client_id, told))
        if applied.sample is None:
            return
        entry.samples[fabric_id] = applied.sample
        since = entry.told.setdefault(fabric_id, now)
        if now - since < CALLBACK_S - CALLBACK_EARLY_S:
            return
        entry.told[fabric_id] = now
        stats = call.callback(fabric_id)
        if stats is not None:
            message = StatsCallback(call_id=call.name, fabric_id=fabric_id, stats=stats)
            self._tell(Tell(call.client_id, message))

    def _end(self, call: Call, ended: float, *, left: bool) -> None:
        del self._open[call.call_id]
        self._names.pop(call.name, None)
        self._dirty.discard(call.call_id)
        self._remember(call, ended, left=left)
        self._tell(CallEnded(summarise(call, ended)))

    def _remember(self, call: Call, ended: float, *, left: bool) -> None:
        self._over.pop(call.name, None)  # the oldest is the first that is forgotten
        self._over[call.name] = _Over(call.bare(), ended, left)
        if len(self._over) > OVER_LIMIT:
            del self._over[next(iter(self._over))]
