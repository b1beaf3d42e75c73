"""What a collector's answer means (OTLP Specification 1.9, OTLP/HTTP): no I/O.

====================  ==============================================================
taken                 200, all of it
partly                200 with ``partialSuccess``: some points rejected, not sent again
again                 408, 429, 500 and above, or no answer: the same is sent later
refused               whatever else: it would be refused again, so it is dropped
====================  ==============================================================

The specification has fewer codes sent again (429, 502, 503, 504), since others' points may then
count twice. Ours are cumulative and carry their time: the same one twice is the same.
"""

import email.utils
from dataclasses import dataclass
from typing import Literal, TypeVar

import msgspec

from notifier.fleet.protobuf import fields

__all__ = ["LONGEST_RETRY_AFTER", "MAX_ANSWER", "Answer", "Kind", "no_answer", "read_answer"]

MAX_ANSWER = 64 * 1024
"""Octets of an answer that are read: a rejection's words, not a page."""

LONGEST_RETRY_AFTER = 86400.0
"""Seconds; a collector cannot silence its clients for longer."""

MOST_WORDS = 200
"""Characters of a collector's own words that are kept."""

Kind = Literal["taken", "partly", "again", "refused"]

Encoding = Literal["protobuf", "json", "other"]
"""Of an answer's body, by its Content-Type."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request."""

    kind: Kind
    status: int | None = None
    """Of HTTP; None where there was no answer."""

    retry_after: float | None = None
    """Seconds, 0 to :data:`LONGEST_RETRY_AFTER`, where the collector said when to come back."""

    rejected: int = 0
    """Data points, where it took the others."""

    words: str = ""
    """The collector's, or what kept us from an answer; printable, at most :data:`MOST_WORDS`."""


_Value = TypeVar("_Value", int, bytes)

_SIGN = 1 << 63


class _PartialSuccess(msgspec.Struct, rename="camel"):
    rejected_data_points: int | str | None = None
    error_message: str | None = None


class _Response(msgspec.Struct, rename="camel"):
    partial_success: _PartialSuccess | None = None


class _Status(msgspec.Struct):
    message: str | None = None


def no_answer(words: str) -> Answer:
    """There was none: no connection, a time limit, a certificate that is not trusted."""
    return Answer("again", words=_plain(words))


def read_answer(
    status: int, *, retry_after: str | None, encoding: Encoding, body: bytes, now: float
) -> Answer:
    """Read an answer, whatever a collector or what claims to be one may send.

    :param retry_after: the header of that name (RFC 9110 section 10.2.3).
    :param body: at most :data:`MAX_ANSWER` octets of it.
    :param now: seconds since 1970, for a date in the header.
    """
    if 200 <= status < 300:
        return _taken(status, body, encoding)
    words = _words(body, encoding)
    if status in (408, 429) or status >= 500:
        return Answer("again", status, _seconds(retry_after, now), words=words)
    return Answer("refused", status, words=words)


def _taken(status: int, body: bytes, encoding: Encoding) -> Answer:
    rejected, words = 0, ""
    try:
        if encoding == "json":
            partial = msgspec.json.decode(body, type=_Response).partial_success
            if partial is not None:
                rejected = int(partial.rejected_data_points or 0)
                words = partial.error_message or ""
        elif encoding == "protobuf":
            # ExportMetricsServiceResponse.partial_success, then its two fields.
            partly = _of_number(1, bytes, body) or b""
            rejected = _of_number(1, int, partly) or 0
            words = (_of_number(2, bytes, partly) or b"").decode("utf-8", "replace")
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return Answer("taken", status)  # it said 200, which is all that counts
    if not 0 < rejected < _SIGN:  # a negative number has the highest bit
        rejected = 0
    kind: Kind = "partly" if rejected else "taken"
    return Answer(kind, status, rejected=rejected, words=_plain(words))


def _words(body: bytes, encoding: Encoding) -> str:
    """Of a google.rpc.Status, or of a page."""
    try:
        if encoding == "json":
            return _plain(msgspec.json.decode(body, type=_Status).message or "")
        if encoding == "protobuf":
            return _plain((_of_number(2, bytes, body) or b"").decode("utf-8", "replace"))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        pass
    return _plain(body.decode("utf-8", "replace"))


def _of_number(number: int, kind: type[_Value], message: bytes) -> _Value | None:
    """The last field of this number and type."""
    found = None
    for its_number, value in fields(message):
        if its_number == number and isinstance(value, kind):
            found = value
    return found


def _plain(words: str) -> str:
    """On one line, without what could act on a terminal or a log."""
    shown = "".join(c if c.isprintable() else " " for c in words[: 4 * MOST_WORDS])
    return " ".join(shown.split())[:MOST_WORDS]


def _seconds(header: str | None, now: float) -> float | None:
    if header is None:
        return None
    header = header.strip()
    if header.isascii() and header.isdigit():
        return float(min(int(header[:9]), int(LONGEST_RETRY_AFTER)))
    try:
        at = email.utils.parsedate_to_datetime(header).timestamp()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return min(max(at - now, 0.0), LONGEST_RETRY_AFTER)
