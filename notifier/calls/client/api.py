"""The callstats API for Python: reports an application's calls to the program on this computer.

::

    from notifier.calls.client import CallStats, FabricEvent, FabricUsage, WebRTCFunction

    stats = CallStats()
    stats.initialize("my-app", None, "alice")
    stats.add_new_fabric(pc, "bob", FabricUsage.MULTIPLEX, "conference-1")

``pc`` is aiortc's RTCPeerConnection, or anything that has its events, states and getStats
(``peer``). No call waits, and none raises: each gives a :class:`Result`. Whether the program runs
makes no difference to the application; what is said while it does not is kept for a while
(``backlog``) and told when it comes. docs/integrate.md is the guide.

Messages are made here and in ``reported``, and go through ``transport``. What they mean is found
out by the program.
"""

import atexit
import functools
import inspect
import json
import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, Literal, ParamSpec, cast

from notifier import __version__
from notifier.calls.client import arguments, peer
from notifier.calls.client.arguments import (
    CONFERENCE_BYTES,
    ID_BYTES,
    LABEL_BYTES,
    SDP_CHARACTERS,
    Refused,
    choice,
    devices,
    error_data,
    field,
    log_text,
    missing,
    refuse,
    shortened,
    stars,
    text,
)
from notifier.calls.client.callbacks import EVENTS, Callbacks
from notifier.calls.client.reported import Call, Fabric, wall
from notifier.calls.client.reporter import Reporter
from notifier.calls.client.transport import EXIT_LIMIT
from notifier.calls.messages import (
    LOG_LIMIT,
    CallDetails,
    Devices,
    FabricError,
    FabricHappening,
    Feedback,
    Log,
    PrecallStart,
    SsrcMap,
)
from notifier.calls.vocabulary import (
    AppError,
    CallType,
    EndpointType,
    FabricEvent,
    FabricUsage,
    Role,
    TransmissionDirection,
    UserIDType,
    WebRTCFunction,
)

__all__ = ["CallStats", "Result"]

DATA_LIMIT = 100_000
"""Bytes of an event's data."""

PRECALL_INTERVAL = 60.0
PRECALL_SHORTEST = 30.0
PRECALL_LONGEST = 86_400.0
"""Seconds from the end of a round of tests to the next one."""

_LOGS = {WebRTCFunction.APPLICATION_LOG, WebRTCFunction.APPLICATION_ERROR}

_NOT_NAMED = "set_identifiers has not named it"

_log = logging.getLogger(__name__)

_open: set[Reporter] = set()
"""Who says good-bye when the process ends. A client that nobody holds any more goes on."""

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Result:
    """What every function of the API returns."""

    status: Literal["success", "failure"]
    message: str
    """``<function>: <reason> <detail>``."""


def _quiet(
    method: Callable[Concatenate["CallStats", P], str | None],
) -> Callable[Concatenate["CallStats", P], Result]:
    """Turn a function's text, refusal or fault into a result."""
    name = method.__name__

    @functools.wraps(method)
    def called(self: "CallStats", *args: P.args, **kwargs: P.kwargs) -> Result:
        try:
            said = method(self, *args, **kwargs)
        except Refused as refused:
            return Result("failure", f"{name}: {refused}")
        except Exception as error:
            try:
                inspect.signature(method).bind(self, *args, **kwargs)
            except TypeError as wrong:
                return Result("failure", f"{name}: argument missing: {wrong}")
            _log.warning("%s failed", name, exc_info=True)
            return Result("failure", f"{name}: internal error: {type(error).__name__}")
        return Result("success", f"{name}: {said or 'done'}")

    return cast("Callable[Concatenate[CallStats, P], Result]", called)


class CallStats:
    """One client; an application needs no more than one, and may have several."""

    version = __version__

    def __init__(self, *, address: str | None = None) -> None:
        """Do nothing yet.

        :param address: of the program's socket, where it is not this user's usual one.
        """
        self._address = address
        self._lock = threading.Lock()
        self._callbacks = Callbacks()
        self._reporter: Reporter | None = None
        self._wifi: Callable[[], Any] | None = None

    # The API

    @_quiet
    def initialize(
        self,
        app_id: str,
        app_secret_or_token_generator: object,
        local_user_id: object,
        init_callback: Callable[..., Any] | None = None,
        stats_callback: Callable[..., Any] | None = None,
        config: object = None,
    ) -> str | None:
        """Say who reports; to be called first, and again when the user is another one.

        :param app_secret_or_token_generator: accepted for compatibility: neither kept nor called,
            nor sent anywhere.
        :param local_user_id: a text of 128 bytes at most, or an object with ``userName`` and
            ``aliasName`` (the ID).
        :param init_callback: called with an :class:`AppError` and a text, when the program has
            welcomed us; with a failure when it does not run after three seconds, and then
            once more when it comes.
        :param stats_callback: called every 10 s of each connection with the original's object.
        :param config: ``applicationVersion``, ``siteID``, ``additionalIDs``; other keys of the
            original are passed over. ``productName`` of the last names the application to people.
        """
        identity = arguments.identity(app_id, local_user_id, config)
        arguments.function(init_callback, "init_callback")
        arguments.function(stats_callback, "stats_callback")
        self._callbacks.use_running_loop()
        if stats_callback is not None:
            self._callbacks.on("stats", stats_callback)
        with self._lock:
            reporter = self._reporter
            if reporter is None:
                reporter = Reporter(identity, self._callbacks, self._address)
                reporter.ask_wifi(self._wifi)
                self._reporter = reporter
                _at_exit(reporter)
        reporter.introduce(identity, init_callback)
        return None

    @_quiet
    def add_new_fabric(
        self,
        pc: object,
        remote_user_id: str | None,
        fabric_usage: str,
        conference_id: str | None,
        fabric_attributes: object = None,
        pc_callback: Callable[..., Any] | None = None,
    ) -> str | None:
        """Report a connection, best right after it has been made: its delays count from here.

        :param remote_user_id: None where it is not known before :meth:`set_identifiers`, as the
            conference, which may be empty then too; nothing is reported until they are.
        :param fabric_attributes: ``remoteEndpointType``, ``fabricTransmissionDirection``. A
            function in this place is taken as ``pc_callback``.
        :param pc_callback: called with an :class:`AppError` and a text: ``success`` now, and
            ``appConnectivityError`` whenever ICE has lost the path.
        """
        if callable(fabric_attributes) and pc_callback is None:
            fabric_attributes, pc_callback = None, fabric_attributes
        reporter = self._ready
        if pc is None:
            missing("pc")
        usage = choice(FabricUsage, fabric_usage, "invalid fabricUsage value")
        if remote_user_id is not None:
            remote_user_id = text(remote_user_id, "remote_user_id", ID_BYTES, empty=True)
        if conference_id is not None:
            conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES, empty=True)
        arguments.function(pc_callback, "pc_callback")
        endpoint = field(fabric_attributes, "remoteEndpointType") or EndpointType.PEER
        endpoint = choice(EndpointType, endpoint, "invalid remoteEndpointType")
        direction = field(fabric_attributes, "fabricTransmissionDirection")
        direction = choice(
            TransmissionDirection,
            direction or TransmissionDirection.SENDRECV,
            "invalid fabricTransmissionDirection",
        )
        if not peer.can_be_asked(pc):
            refuse("invalid PeerConnection object:", "it needs getStats and iceConnectionState")
        fabric = Fabric(
            pc,
            reporter,
            remote_user_id=remote_user_id,
            usage=usage,
            endpoint=endpoint,
            direction=direction,
            callback=pc_callback,
        )
        if not reporter.add(fabric, conference_id or None):
            return "this connection has been added already"
        fabric.begin(self._callbacks.use_running_loop())
        if pc_callback is not None:
            self._callbacks.call(pc_callback, AppError.SUCCESS.value, "add_new_fabric: done")
        return None

    @_quiet
    def set_identifiers(self, identifiers: object, pc: object) -> str | None:
        """Name the ``conferenceID`` and ``remoteUserID`` of a connection that was added without."""
        reporter = self._ready
        fabric = reporter.fabric(pc, None)
        remote = field(identifiers, "remoteUserID")
        if remote is not None:
            remote = text(remote, "remoteUserID", ID_BYTES, empty=True)
        elif fabric.remote_user_id is None:
            missing("remoteUserID")
        conference_id = field(identifiers, "conferenceID")
        conference_id = text(conference_id, "conferenceID", CONFERENCE_BYTES)
        if fabric.call is not None:
            return "this connection is named already"
        if remote is not None:
            fabric.remote_user_id = remote
        reporter.name(fabric, conference_id)
        return None

    @_quiet
    def report_error(
        self,
        pc: object,
        conference_id: str,
        function: str,
        error: object = None,
        local_sdp: str | None = None,
        remote_sdp: str | None = None,
    ) -> str | None:
        """Report that a WebRTC function failed, or a line of the application's log.

        :param pc: None where there is no connection yet.
        :param error: an exception, a DOM error, a dictionary with ``message``, ``error`` and
            ``stack``, or a text.
        :param local_sdp: this and the next are sent where the program collects them.
        """
        reporter = self._ready
        conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES)
        which = choice(WebRTCFunction, function, "invalid webRTC functionName")
        fabric = None if pc is None else reporter.fabric(pc, conference_id)
        call = reporter.call(conference_id) if fabric is None else fabric.call
        if call is None:
            refuse("conferenceId does not exist:", _NOT_NAMED)
        if which in _LOGS:
            return _report_log(reporter, call, error)
        name, message, stack = error_data(error)
        collect = reporter.collect_sdp
        taken = reporter.put(
            FabricError(
                timestamp=wall(),
                call_id=call.call_id,
                fabric_id=None if fabric is None else fabric.fabric_id,
                function=which,
                name=name,
                message=message,
                stack=stack,
                local_sdp=_sdp(local_sdp) if collect else None,
                remote_sdp=_sdp(remote_sdp) if collect else None,
            )
        )
        return None if taken else refuse("argument invalid:", "error is too long")

    @_quiet
    def send_fabric_event(
        self,
        pc: object,
        fabric_event: str,
        conference_id: str,
        event_data: object = None,
    ) -> str | None:
        """Say what happened to a connection: muted, held, a screen shared, over."""
        reporter = self._ready
        event = choice(FabricEvent, fabric_event, "unsupported fabricEvent")
        if event is FabricEvent.FABRIC_SETUP_FAILED:
            refuse("unsupported fabricEvent", "fabricSetupFailed: use report_error")
        if event is FabricEvent.FABRIC_SETUP:
            return "fabricSetup is told without this"
        conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES)
        fabric = self._fabric(pc, conference_id)
        if event is FabricEvent.ACTIVE_DEVICE_LIST:
            fabric.say(Devices, devices=devices(event_data), in_use=True)
            return None
        data = peer.plain(event_data)
        if event_data is not None and not isinstance(data, dict):
            refuse("argument invalid:", "event_data is no object")
        if data is not None and len(json.dumps(data)) > DATA_LIMIT:
            refuse("argument invalid:", f"event_data has more than {DATA_LIMIT} bytes")
        fabric.say(FabricHappening, event=event, data=data)
        if event is FabricEvent.FABRIC_TERMINATED:
            reporter.closed(fabric, told=True)
        return None

    @_quiet
    def associate_mst_with_user_id(
        self,
        pc: object,
        user_id: str,
        conference_id: str,
        ssrc: str | int,
        usage_label: str,
        associated_video_tag: str | None = None,
    ) -> str | None:
        """Say whose a stream is, and which: front-camera, mic, screen."""
        user_id = text(user_id, "user_id", ID_BYTES)
        conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES)
        fields = {
            "ssrc": text(str(ssrc) if type(ssrc) is int else ssrc, "ssrc", 20),
            "user_id": user_id,
            "usage_label": text(usage_label, "usage_label", LABEL_BYTES),
        }
        if associated_video_tag is not None:
            fields["associated_video_tag"] = text(associated_video_tag, "associated_video_tag", 512)
        self._fabric(pc, conference_id).say(SsrcMap, **fields)
        return None

    @_quiet
    def send_user_feedback(
        self,
        conference_id: str,
        feedback: object,
        pc_callback: Callable[..., Any] | None = None,
    ) -> str | None:
        """Pass on what the user thinks of a call, also of one that is over.

        :param feedback: ``userID`` and ``overall`` (1 to 5); ``audio``, ``video`` and ``screen``
            (1 to 5) and ``comment`` if there are any.
        :param pc_callback: called with ``"success"`` and a text once it is taken.
        """
        reporter = self._ready
        conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES)
        arguments.function(pc_callback, "pc_callback")
        if feedback is None:
            missing("feedback")
        who = field(feedback, "userID")
        overall = stars(feedback, "overall")
        if overall is None:
            missing("feedback.overall")
        comment = field(feedback, "comment")
        if comment is not None and not isinstance(comment, str):
            refuse("argument invalid:", "feedback.comment is no string")
        said = {name: stars(feedback, name) for name in ("audio", "video", "screen")}
        reporter.put(
            Feedback(
                timestamp=wall(),
                call_id=reporter.call_id(conference_id),
                user_id=text(who, "feedback.userID", ID_BYTES, empty=True),
                overall=overall,
                comment=None if comment is None else shortened(comment),
                **said,
            )
        )
        if pc_callback is not None:
            self._callbacks.call(pc_callback, "success", "send_user_feedback: done")
        return None

    @_quiet
    def send_call_details(self, pc: object, conference_id: str, details: object) -> str | None:
        """Say who called whom: ``callType``, and ``role`` where the local user has one."""
        conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES)
        kind = choice(
            CallType, field(details, "callType") or CallType.UNKNOWN, "argument invalid: callType"
        )
        role = field(details, "role")
        if role is not None:
            role = choice(Role, role, "argument invalid: role")
        self._fabric(pc, conference_id).say(CallDetails, call_type=kind, role=role)
        return None

    @_quiet
    def report_user_id_change(
        self, pc: object, conference_id: str, new_user_id: str, user_id_type: str
    ) -> str | None:
        """Another ID of the local or the remote user.

        The local one is that of the calls that begin from now on; a call that goes on keeps its
        own in the record, and its log says that there is another one.
        """
        reporter = self._ready
        conference_id = text(conference_id, "conference_id", CONFERENCE_BYTES)
        new_user_id = text(new_user_id, "new_user_id", ID_BYTES)
        whose = choice(UserIDType, user_id_type, "argument invalid: user_id_type")
        fabric = self._fabric(pc, conference_id)
        said = {"event": "userIDChange", "type": whose.value, "userID": new_user_id}
        if fabric.call is not None:
            _report_log(reporter, fabric.call, said)
        if whose is UserIDType.LOCAL:
            reporter.rename(new_user_id)
        return None

    @_quiet
    def on(self, event: str, callback: Callable[..., Any]) -> str | None:
        """Have a function called of an event: ``stats``, ``preCallTestResults``,
        ``connectionRecommendation``, ``mediaDisruption``, ``pctConnectionQualityChange``."""
        if text(event, "event", 100) not in EVENTS:
            refuse("argument invalid:", "event")
        if not callable(callback):
            refuse("argument invalid:", "callback is no function")
        self._callbacks.use_running_loop()
        self._callbacks.on(event, callback)
        return None

    @_quiet
    def start_precall_tests(
        self, ice_servers: object, interval: float = PRECALL_INTERVAL
    ) -> str | None:
        """Have the program test TURN servers of its settings, round after round.

        :param ice_servers: ``[{"urls": [...]}, ...]``; servers that the settings do not name are
            not tested, and credentials are not sent.
        :param interval: seconds from a round to the next; 30 at least.
        """
        urls = arguments.urls(ice_servers)
        if not urls:
            missing("ice_servers")
        seconds = arguments.seconds(interval, "interval", PRECALL_SHORTEST, PRECALL_LONGEST)
        self._ready.test(PrecallStart(timestamp=wall(), urls=urls, interval_s=seconds))
        return None

    @_quiet
    def stop_precall_tests(self) -> str | None:
        """Have no more tests made for us."""
        self._ready.stop_tests()
        return None

    @_quiet
    def make_precall_test(
        self, ice_servers: object = None, provider: str | None = None, options: object = None
    ) -> str | None:
        """Have one test made now, or as soon as the program is there.

        :param ice_servers: None for all servers of the program's settings.
        :param provider: accepted for compatibility, as ``options``: servers are named by the
            program's settings.
        """
        urls = arguments.urls(ice_servers)
        self._ready.test(PrecallStart(timestamp=wall(), urls=urls))
        return None

    def get_sct_results(self) -> list[dict[str, Any]]:
        """The results of tests that this client has been told; the last 50."""
        reporter = self._reporter
        return [] if reporter is None else [dict(result) for result in list(reporter.results)]

    @_quiet
    def attach_wifi_stats_handler(self, handler: Callable[[], Any]) -> str | None:
        """Ask a function every 10 s of a call for the Wi-Fi's ``signal`` and ``rssi``.

        It returns an object with these, or JSON of one, or something to be awaited that does.
        """
        if not callable(handler):
            refuse("argument invalid:", "handler is no function")
        self._ask_wifi(handler)
        return None

    @_quiet
    def reset_wifi_stats_handler(self) -> str | None:
        """Ask it no more."""
        self._ask_wifi(None)
        return None

    @_quiet
    def set_proxy_config(self, config: object = None) -> str | None:
        """Accepted for compatibility: nothing leaves the computer, so nothing needs a proxy."""
        return None

    @_quiet
    def close(self) -> str | None:
        """End all calls, send what is left for half a second at most, and end the thread.

        Not of the original. A process that ends does this by itself; one that makes clients again
        and again should call it. ``initialize`` begins anew.
        """
        with self._lock:
            reporter, self._reporter = self._reporter, None
        if reporter is not None:
            reporter.finish(wait=False)
        return None

    # Inside

    @property
    def _ready(self) -> Reporter:
        """:raises Refused: ``initialize`` was not called."""
        if self._reporter is None:
            refuse("not initialized")
        return self._reporter

    def _fabric(self, pc: object, conference_id: str) -> Fabric:
        reporter = self._ready
        return missing("pc") if pc is None else reporter.fabric(pc, conference_id)

    def _ask_wifi(self, handler: Callable[[], Any] | None) -> None:
        with self._lock:
            self._wifi = handler
            if self._reporter is not None:
                self._reporter.ask_wifi(handler)


def _sdp(sdp: object) -> str | None:
    return shortened(sdp, SDP_CHARACTERS) if isinstance(sdp, str) else None


def _report_log(reporter: Reporter, call: Call, data: object) -> str | None:
    message, kind = log_text(data)
    level = field(data, "level") if isinstance(data, Mapping) else None
    reporter.put(
        Log(
            timestamp=wall(),
            call_id=call.call_id,
            message=message,
            level=level if level in {"debug", "info", "warn", "error", "fatal"} else "info",
            message_type=kind,
        )
    )
    return f"the log is cut after {LOG_LIMIT} characters" if len(message) == LOG_LIMIT else None


def _at_exit(reporter: Reporter) -> None:
    if not _open:
        atexit.unregister(_say_goodbye)
        atexit.register(_say_goodbye)
    _open.difference_update({other for other in _open if other.transport.ended})
    _open.add(reporter)


def _say_goodbye() -> None:
    """The process ends: calls that are open are over, and what waits is sent, for a moment."""
    until = time.monotonic() + EXIT_LIMIT
    for reporter in list(_open):
        reporter.finish(wait=False)
    for reporter in list(_open):
        reporter.finish(max(0.0, until - time.monotonic()), wait=True)
