"""What a client knows from ``initialize`` on: its calls, their connections, and what it is told.

It stands between the API (``client``), the connections (``reported``) and the transport: it begins
a call with the first that is said of its conference, ends it with its last connection, and calls
the application's functions of what the program says.
"""

import asyncio
import inspect
import json
import logging
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from notifier import __version__
from notifier.calls.client.arguments import Identity, Refused, field, number, refuse
from notifier.calls.client.callbacks import Callbacks
from notifier.calls.client.reported import Call, Fabric, wall
from notifier.calls.client.transport import EXIT_LIMIT, Transport
from notifier.calls.messages import (
    VERSION,
    ConferenceJoin,
    ConferenceLeave,
    ConnectionRecommendation,
    Disruption,
    Failure,
    Hello,
    Incoming,
    Outgoing,
    PrecallResult,
    PrecallStart,
    PrecallStop,
    StatsCallback,
    VerdictTold,
    Welcome,
    WifiStats,
)
from notifier.calls.vocabulary import AppError

__all__ = ["Reporter"]

INIT_LIMIT = 3.0
"""Seconds after ``initialize`` until the application is told that the program does not run."""

LONELY_LIMIT = 30.0
"""Seconds that a call may wait for its first connection: one that began with an error, say."""

AGAIN_LIMIT = 5.0
"""Seconds in which a call whose last connection was closed may get another one in its place. An
application that says that it is over (``fabricTerminated``) need not wait."""

WIFI_SECONDS = 10.0
"""Between two calls of the function that knows the Wi-Fi."""

WIFI_LIMIT = 5.0
"""Seconds that it may take, where it is awaited."""

RESULTS_LIMIT = 50
"""Results of tests that ``get_sct_results`` gives."""

PAST_LIMIT = 100
"""Calls that are over and may still get feedback."""

_REFUSED_LIMIT = 100

_log = logging.getLogger(__name__)


class Reporter:
    """All that is reported between ``initialize`` and the end; safe for threads."""

    def __init__(self, identity: Identity, callbacks: Callbacks, address: str | None) -> None:
        """Start nothing yet."""
        self.client_id = uuid.uuid4().hex
        self.transport = Transport(self, address=address)
        self.results: deque[dict[str, Any]] = deque(maxlen=RESULTS_LIMIT)
        self._identity = identity
        self._callbacks = callbacks
        self._lock = threading.RLock()
        self._calls: dict[str, Call] = {}
        """By conference; those that are not over."""

        self._past: dict[str, str] = {}
        """Conference to call ID, of those that are; the latest ones."""

        self._fabrics: dict[int, Fabric] = {}
        """By the identity of their connection, which they keep alive."""

        self._init_callback: Callable[..., Any] | None = None
        self._init_since = time.monotonic()
        self._init_told: AppError | None = None
        self._welcomed = False
        self._rounds: PrecallStart | None = None
        self._once: PrecallStart | None = None
        """A test that was asked for before the program was there."""

        self._wifi: Callable[[], Any] | None = None
        self._wifi_next = 0.0
        self._refused: set[tuple[str | None, ...]] = set()

    # For the API

    def introduce(self, identity: Identity, callback: Callable[..., Any] | None) -> None:
        """Report under this name, and tell the function whether the program is there."""
        with self._lock:
            self._identity = identity
            self._init_callback = callback
            self._init_since = time.monotonic()
            self._init_told = None
            welcomed = self._welcomed
        self.transport.start()
        if welcomed:
            self._tell_init(AppError.SUCCESS, "the program has welcomed this application")

    def rename(self, user_id: str) -> None:
        """Another local user, in the calls that begin from now on."""
        with self._lock:
            self._identity = replace(self._identity, user_id=user_id)

    def add(self, fabric: Fabric, conference_id: str | None) -> bool:
        """Take in a connection; False if it is known."""
        with self._lock:
            if id(fabric.connection) in self._fabrics:
                return False
            self._fabrics[id(fabric.connection)] = fabric
            if conference_id is not None and fabric.remote_user_id is not None:
                fabric.join(self.call(conference_id))
        return True

    def name(self, fabric: Fabric, conference_id: str) -> bool:
        """Say which call a connection belongs to; False if that is known."""
        with self._lock:
            if fabric.call is not None:
                return False
            fabric.join(self.call(conference_id))
        return True

    def fabric(self, pc: object, conference_id: str | None) -> Fabric:
        """The connection that was added.

        :raises Refused: it was not, or it belongs to another conference.
        """
        with self._lock:
            fabric = self._fabrics.get(id(pc))
            if fabric is None:
                refuse("not initialized or no fabrics added")
            call = fabric.call
            if conference_id is not None and call and call.conference_id != conference_id:
                refuse("conferenceId does not exist:", "the connection belongs to another one")
            return fabric

    def call(self, conference_id: str) -> Call:
        """The call of a conference, begun if there is none."""
        with self._lock:
            call = self._calls.get(conference_id)
            if call is not None:
                return call
            call = Call(uuid.uuid4().hex, conference_id, time.monotonic() + LONELY_LIMIT)
            self._calls[conference_id] = call
            self._past.pop(conference_id, None)
            identity = self._identity
            self.put(
                ConferenceJoin(
                    timestamp=wall(),
                    call_id=call.call_id,
                    conference_id=conference_id,
                    user_id=identity.user_id,
                    user_name=identity.user_name,
                    application=identity.application,
                    application_version=identity.application_version,
                    site_id=identity.site_id,
                    additional_ids=identity.additional_ids,
                )
            )
            return call

    def call_id(self, conference_id: str) -> str:
        """Of a call that goes on or is over.

        :raises Refused: there was none, or too many since.
        """
        with self._lock:
            call = self._calls.get(conference_id)
            found = call.call_id if call is not None else self._past.get(conference_id)
        if found is None:
            refuse("conferenceId does not exist:", conference_id)
        return found

    def test(self, start: PrecallStart) -> None:
        """Have the program test: round after round where an interval is given, else once."""
        with self._lock:
            if start.interval_s is not None:
                self._rounds = start
            elif not self._welcomed:
                self._once = start
            if self._welcomed:
                self.transport.say(start)

    def stop_tests(self) -> None:
        """Have no more tests made for us."""
        with self._lock:
            self._rounds = self._once = None
            if self._welcomed:
                self.transport.say(PrecallStop(timestamp=wall()))

    def ask_wifi(self, handler: Callable[[], Any] | None) -> None:
        """Ask this function, while there is a call."""
        with self._lock:
            self._wifi = handler
            self._wifi_next = 0.0

    def end(self) -> None:
        """End all calls; the transport is not told to end."""
        with self._lock:
            fabrics = list(self._fabrics.values())
        for fabric in fabrics:
            self.closed(fabric)
        with self._lock:
            for call in list(self._calls.values()):
                self._leave(call)

    def finish(self, limit: float = EXIT_LIMIT, *, wait: bool) -> None:
        """End all calls and, when what is left has been sent, the thread."""
        self.end()
        self.transport.finish(limit, wait=wait)

    # For the connections

    @property
    def collect_sdp(self) -> bool:
        """Whether the program wants session descriptions."""
        welcome = self.transport.welcome
        return welcome is not None and welcome.collect_sdp

    def put(self, message: Incoming) -> bool:
        """Queue a message; False if it is too long."""
        return self.transport.put(message)

    def disconnected(self, fabric: Fabric) -> None:
        """ICE has lost the path."""
        if fabric.callback is not None:
            self._callbacks.call(
                fabric.callback, AppError.APP_CONNECTIVITY_ERROR.value, "ICE is disconnected"
            )

    def closed(self, fabric: Fabric, *, told: bool = False) -> None:
        """A connection is over; with the last one, so is the call, now or soon.

        :param told: by the application, so that there is nothing to wait for.
        """
        with self._lock:
            if fabric.over:
                return
            fabric.over = True
            if self._fabrics.get(id(fabric.connection)) is fabric:
                del self._fabrics[id(fabric.connection)]
            call = fabric.call
            if call is not None:
                call.fabrics.remove(fabric)
                call.lonely_until = time.monotonic() + (0.0 if told else AGAIN_LIMIT)
                if told and not call.fabrics:
                    self._leave(call)
        fabric.stop()

    # For the transport

    def hello(self) -> Hello:
        """The first message of a connection."""
        return Hello(
            timestamp=wall(),
            version=VERSION,
            kind="python",
            client=f"notifier.calls.client {__version__}",
            client_id=self.client_id,
            app_id=self._identity.app_id,
        )

    def answered(self, message: Outgoing) -> None:
        """The program said something."""
        match message:
            case Welcome():
                self._welcome()
            case StatsCallback():
                self._callbacks.tell("stats", message.stats)
            case Disruption():
                said = {"type": message.kind, "payload": message.payload}
                self._callbacks.tell("mediaDisruption", said)
            case VerdictTold():
                self._callbacks.tell("pctConnectionQualityChange", message.verdict)
            case PrecallResult():
                if message.results is not None:
                    self.results.append(message.results)
                self._callbacks.tell("preCallTestResults", message.status, message.results)
            case ConnectionRecommendation():
                self._callbacks.tell("connectionRecommendation", message.recommendation)
            case Failure():
                self._failed(message)

    def lost(self) -> None:
        """There is no connection to the program, or none any more."""
        with self._lock:
            self._welcomed = False
        self._tell_absence()

    def idle(self) -> None:
        """What nobody tells: looked at every second."""
        self._tell_absence()
        now = time.monotonic()
        with self._lock:
            stranded = [fabric for fabric in self._fabrics.values() if fabric.stranded]
            for call in list(self._calls.values()):
                if not call.fabrics and now >= call.lonely_until:
                    self._leave(call)
            ask = self._wifi is not None and bool(self._calls) and now >= self._wifi_next
            if ask:
                self._wifi_next = now + WIFI_SECONDS
        for fabric in stranded:
            self.closed(fabric)
        if ask:
            self._callbacks.call(self._ask_wifi)

    # Inside

    def _leave(self, call: Call) -> None:
        if self._calls.get(call.conference_id) is call:
            del self._calls[call.conference_id]
        self._past[call.conference_id] = call.call_id
        while len(self._past) > PAST_LIMIT:
            del self._past[next(iter(self._past))]
        self.put(ConferenceLeave(timestamp=wall(), call_id=call.call_id))

    def _welcome(self) -> None:
        with self._lock:
            first, self._welcomed = not self._welcomed, True
            for start in (self._rounds, self._once) if first else ():
                if start is not None:
                    self.transport.say(start)
            self._once = None
        if self._init_told is not AppError.SUCCESS:
            self._tell_init(AppError.SUCCESS, "the program has welcomed this application")

    def _tell_absence(self) -> None:
        if self._welcomed or time.monotonic() - self._init_since < INIT_LIMIT:
            return
        if self._init_told is None:
            self._tell_init(
                AppError.WS_CHANNEL_FAILURE,
                "the program does not run; what is reported waits for it",
            )
        with self._lock:
            waited, self._once = self._once, None
        if waited is not None:
            self._callbacks.tell("preCallTestResults", "failure", None)

    def _tell_init(self, word: AppError, message: str) -> None:
        self._init_told = word
        if self._init_callback is not None:
            self._callbacks.call(self._init_callback, word.value, message)

    def _failed(self, failure: Failure) -> None:
        if failure.code in {"version", "hello", "forbidden"} and not self._welcomed:
            word = AppError.CS_PROTO_ERROR if failure.code == "version" else AppError.AUTH_ERROR
            if self._init_told is None:
                self._tell_init(word, failure.message)
        elif failure.code == "precall" or (failure.of or "").startswith("precall."):
            self._callbacks.tell("preCallTestResults", "failure", None)
        elif failure.code in {"json", "field", "size"}:
            # A fault of ours, said once of each kind: the call goes on without that message.
            kind = (failure.code, failure.of, failure.field)
            if kind not in self._refused and len(self._refused) < _REFUSED_LIMIT:
                self._refused.add(kind)
                _log.warning(
                    "the program refused %s: %s %s", failure.of, failure.message, failure.field
                )
        else:
            _log.debug("the program said %s: %s", failure.code, failure.message)

    async def _ask_wifi(self) -> None:
        handler = self._wifi
        if handler is None:
            return
        said = handler()
        if inspect.isawaitable(said):
            said = await asyncio.wait_for(said, WIFI_LIMIT)
        if isinstance(said, str | bytes):
            said = json.loads(said)
        name = field(said, "interface")
        try:
            signal, rssi = number(said, "signal"), number(said, "rssi")
            noise = None if field(said, "noise") is None else number(said, "noise")
        except Refused as refused:
            raise ValueError(f"the Wi-Fi's figures: {refused}") from None
        with self._lock:
            for call in self._calls.values():
                self.put(
                    WifiStats(
                        timestamp=wall(),
                        call_id=call.call_id,
                        signal=signal,
                        rssi=rssi,
                        noise=noise,
                        interface=name[:512] if isinstance(name, str) else None,
                    )
                )
