"""Anything that is like a peer connection: its states, its events, its getStats.

Read here are aiortc's RTCPeerConnection, wrappers that follow the W3C's names, and the fake peer
connection of an SDK that hides its own: an object that maps the events ``icecandidate``,
``iceconnectionstatechange`` and ``signalingstatechange``, answers the polled states and has a
getStats. Nothing in here trusts one: attributes may be missing, raise, or hold something else.
"""

import dataclasses
import math
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any, Literal, get_args

__all__ = [
    "DEFAULTS",
    "StateName",
    "ask",
    "can_be_asked",
    "descriptions",
    "entries",
    "listen",
    "plain",
    "states",
]

StateName = Literal["signalingState", "iceConnectionState", "iceGatheringState", "connectionState"]

DEFAULTS: dict[StateName, str] = {
    "signalingState": "stable",
    "iceConnectionState": "new",
    "iceGatheringState": "new",
    "connectionState": "new",
}
"""Of a connection that has just been made (W3C webrtc-pc 4.4)."""

ENTRIES_LIMIT = 5000
"""Entries of one getStats; what comes after them is left out."""

DEPTH_LIMIT = 4
"""Objects in objects; W3C statistics have two at most. What lies deeper is left out."""

TEXT_LIMIT = 20_000
"""Characters of one text in a statistic or in an event's data; cut there."""

_STATE_LIMIT = 40
_EVENTS = (
    "icecandidate",
    "iceconnectionstatechange",
    "icegatheringstatechange",
    "signalingstatechange",
    "connectionstatechange",
)
_EXACT = 2**63
"""JSON numbers are written as integers below it; Python's own have no end."""


def _spellings(name: StateName) -> tuple[str, ...]:
    snake = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
    found = (name, name.lower(), snake)
    # With two l, as integrators were told to spell it, and as shims do.
    return (*found, "signallingState", "signallingstate") if name == "signalingState" else found


_SPELLINGS = {name: _spellings(name) for name in get_args(StateName)}


def can_be_asked(connection: object) -> bool:
    """Whether this has a getStats and at least one state of ICE or of the connection."""
    if connection is None or not callable(_get_stats(connection)):
        return False
    readable = states(connection)
    return "iceConnectionState" in readable or "connectionState" in readable


def states(connection: object) -> dict[StateName, str]:
    """Its states, by the W3C's names; those that can't be read are missing."""
    found: dict[StateName, str] = {}
    for name, spellings in _SPELLINGS.items():
        for spelling in spellings:
            value = _attribute(connection, spelling)
            if callable(value):
                value = _called(value)
            if isinstance(value, Enum):
                value = value.value
            if isinstance(value, str) and 0 < len(value) <= _STATE_LIMIT:
                found[name] = value
                break
    return found


def listen(connection: object, handler: Callable[..., None]) -> Callable[[], None]:
    """Have ``handler`` called, with whatever arguments, when a state may be another.

    Both ``addEventListener(name, handler)`` and pyee's ``on(name, handler)`` are known. What has
    neither is polled all the same.

    :returns: call it to hear no more.
    """
    add = _attribute(connection, "addEventListener")
    remove = _attribute(connection, "removeEventListener")
    if not callable(add):
        add = _attribute(connection, "on")
        remove = _attribute(connection, "remove_listener")
    heard = [event for event in _EVENTS if callable(add) and _added(add, event, handler)]

    def stop() -> None:
        for event in heard:
            if callable(remove):
                _added(remove, event, handler)

    return stop


def ask(connection: object) -> Any:
    """Call its getStats: gives the report, or something to be awaited that gives it.

    :raises Exception: whatever it raises.
    """
    get_stats = _get_stats(connection)
    if not callable(get_stats):
        raise TypeError("the connection has no getStats any more")
    return get_stats()


def entries(report: object) -> list[dict[str, Any]]:
    """The entries of a report as JSON objects: keys in camelCase, times in ms since 1970.

    A report is a mapping of entries, as in JavaScript and aiortc, or a list of them; an entry is a
    mapping, a dataclass or any object with attributes. What is none of these is left out.
    """
    if isinstance(report, Mapping):
        # One single entry, or entries by their ids.
        found: Any = [report] if "type" in report else list(report.values())
    elif _attribute(report, "type") is None and callable(values := _attribute(report, "values")):
        found = _called(values)
    else:
        found = [report] if _attribute(report, "type") is not None else report
    result: list[dict[str, Any]] = []
    for entry in _listed(found):
        fields = _fields(entry)
        if fields is not None:
            result.append(
                {
                    _camel(key): read
                    for key, value in fields.items()
                    if (read := plain(value)) is not None
                }
            )
    return result


def descriptions(connection: object) -> tuple[str | None, str | None]:
    """The local and the remote session description (SDP)."""
    local = _attribute(_attribute(connection, "localDescription"), "sdp")
    remote = _attribute(_attribute(connection, "remoteDescription"), "sdp")
    return (
        local if isinstance(local, str) else None,
        remote if isinstance(remote, str) else None,
    )


def plain(value: object, depth: int = DEPTH_LIMIT) -> Any:
    """Make something that JSON can hold of this; None of what it can't."""
    # Nearly everything in statistics is one of these, and there may be thousands on a busy loop.
    if type(value) is float:
        return value if math.isfinite(value) else None
    if type(value) is str and len(value) <= TEXT_LIMIT and value.isascii():
        return value
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return plain(value.value, depth)
    if isinstance(value, str):
        # A lone surrogate is no UTF-8: it would spoil the message.
        return value[:TEXT_LIMIT].encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, int):
        return int(value) if -_EXACT <= value < _EXACT else None
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.timestamp() * 1000
    if depth <= 0 or isinstance(value, bytes | bytearray | memoryview):
        return None
    fields = _fields(value)
    if fields is not None:
        return {str(key): plain(inner, depth - 1) for key, inner in fields.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner, depth - 1) for inner in list(value)[:ENTRIES_LIMIT]]
    # numpy's and other libraries' numbers.
    item = _attribute(value, "item")
    return plain(_called(item), 0) if callable(item) else None


@lru_cache(maxsize=1024)
def _camel(key: str) -> str:
    head, *rest = key.split("_")
    if not head or any(not part.isalnum() or part[0].isupper() for part in rest):
        return key
    return head + "".join(part[0].upper() + part[1:] for part in rest)


def _fields(entry: object) -> dict[str, Any] | None:
    if isinstance(entry, Mapping):
        return {key: value for key, value in list(entry.items()) if isinstance(key, str)}
    if dataclasses.is_dataclass(entry) and not isinstance(entry, type):
        names = [field.name for field in dataclasses.fields(entry)]
        return {name: _attribute(entry, name) for name in names}
    if isinstance(entry, type) or callable(entry):
        return None
    attributes = _attribute(entry, "__dict__")
    if not isinstance(attributes, dict) or not attributes:
        return None
    return {key: value for key, value in list(attributes.items()) if not key.startswith("_")}


def _listed(found: object) -> list[Any]:
    if not isinstance(found, Iterable) or isinstance(found, str | bytes):
        return []
    try:
        return list(islice(found, ENTRIES_LIMIT))
    except Exception:
        return []


def _get_stats(connection: object) -> Any:
    found = _attribute(connection, "getStats")
    return found if found is not None else _attribute(connection, "get_stats")


def _attribute(of: object, name: str) -> Any:
    try:
        return getattr(of, name, None)
    except Exception:
        return None


def _called(function: Callable[[], Any]) -> Any:
    try:
        return function()
    except Exception:
        return None


def _added(add: Callable[..., Any], event: str, handler: Callable[..., None]) -> bool:
    try:
        add(event, handler)
    except TypeError:
        # The W3C's third argument, useCapture, is needed by some wrappers.
        try:
            add(event, handler, False)
        except Exception:
            return False
    except Exception:
        return False
    return True
