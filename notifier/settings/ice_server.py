"""An RTCIceServer as web apps write it, pasted as JSON, into what the settings hold.

W3C WebRTC 1.0, section 4.2.4 (RTCIceServer): ``{"urls": "turn:…" or ["turn:…", …],
"username": "…", "credential": "…"}``. What people copy is often more: the list of them, or the
whole RTCConfiguration with its ``iceServers``. All three are read; STUN addresses among them are
left out, for this program needs a relay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from notifier.sentence import Sentence, sentence
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["IceServer", "IceServerError", "parse_ice_servers"]

MAX_LENGTH = 100_000
"""Characters: the longest list seen in the wild is far shorter, and a wrong paste may be huge."""


class IceServerError(ValueError):
    """The text is no RTCIceServer with a TURN address; the message says why in one sentence.

    No credential is ever part of the message.
    """


@dataclass(frozen=True, slots=True)
class IceServer:
    """One TURN server with its credentials."""

    urls: tuple[str, ...]
    """TURN URIs (RFC 7065), at least one."""

    username: str | None
    credential: str | None = field(repr=False)


_Url = Annotated[str, msgspec.Meta(min_length=1)]


class _WireServer(msgspec.Struct, frozen=True, rename="camel"):
    urls: _Url | list[_Url]
    username: str | None = None
    credential: str | None = None
    credential_type: str = "password"


class _WireConfiguration(msgspec.Struct, frozen=True, rename="camel"):
    ice_servers: _WireServer | list[_WireServer]


def parse_ice_servers(text: str) -> tuple[IceServer, ...]:
    """Read the TURN servers out of a pasted RTCIceServer, a list of them or an RTCConfiguration.

    :return: at least one server, in the order of the text.
    :raises IceServerError: with one sentence that says what is wrong.
    """
    if not text.strip():
        raise IceServerError(sentence("nothing was pasted"))
    if len(text) > MAX_LENGTH:
        raise IceServerError(
            sentence("the text is longer than {limit} characters", limit=MAX_LENGTH)
        )
    servers = [server for entry in _decode(text) if (server := _turn_server(entry)) is not None]
    if not servers:
        raise IceServerError(
            sentence("there is no TURN address in it: a URL that begins with turn: or turns:")
        )
    return tuple(servers)


def _decode(text: str) -> Sequence[_WireServer]:
    try:
        raw = msgspec.json.decode(text.encode())
    except UnicodeEncodeError:
        raise IceServerError(sentence("it holds characters that are not Unicode text")) from None
    except RecursionError:
        raise IceServerError(sentence("it is nested too deeply")) from None
    except msgspec.DecodeError as error:
        raise IceServerError(
            sentence(
                "it is not JSON ({place}). Names and texts stand in double quotes: {example}",
                place=_place(error),
                example='{"urls": "turn:…", "username": "…", "credential": "…"}',
            )
        ) from None
    try:
        if isinstance(raw, list):
            return msgspec.convert(raw, list[_WireServer])
        if isinstance(raw, dict) and "iceServers" in raw:
            found = msgspec.convert(raw, _WireConfiguration).ice_servers
            return found if isinstance(found, list) else [found]
        return [msgspec.convert(raw, _WireServer)]
    except msgspec.ValidationError as error:
        raise IceServerError(
            sentence("it is not an RTCIceServer: {reason}", reason=_plain(error))
        ) from None


def _turn_server(entry: _WireServer) -> IceServer | None:
    urls: list[str] = []
    for url in [entry.urls] if isinstance(entry.urls, str) else entry.urls:
        scheme = url.strip().partition(":")[0].lower()
        if scheme in {"stun", "stuns"}:
            continue
        try:
            parse_turn_uri(url.strip())
        except TurnUriError as error:
            raise IceServerError(str(error)) from None
        urls.append(url.strip())
    if not urls:
        return None
    if entry.credential_type != "password":
        raise IceServerError(
            sentence('its credentialType is not "password", the only one supported')
        )
    return IceServer(tuple(urls), entry.username or None, entry.credential or None)


_TYPE_WORDS = {"str": "text", "int": "number", "float": "number", "array": "list", "null": "null"}
_QUOTED_TYPES = re.compile(r"`([a-z]+(?: \| [a-z]+)*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")


def _place(error: msgspec.DecodeError) -> Sentence:
    """Where the text stops being JSON, as far as msgspec says."""
    found = _BYTE.search(str(error))
    if found is None:
        return sentence("it ends too early")
    return sentence("byte {number} is not as expected", number=int(found[1]) + 1)


def _plain(error: msgspec.ValidationError) -> str:
    """msgspec's words with the names of JSON's types that people know, and without its ``$``."""

    def words(match: re.Match[str]) -> str:
        return " or ".join(_TYPE_WORDS.get(name, name) for name in match[1].split(" | "))

    text = str(error).replace("`$.", "`").replace("`$[", "`[")
    kind, separator, path = text.partition(" - at ")
    if kind.startswith("Expected"):
        kind = _QUOTED_TYPES.sub(words, kind)
    said = kind[:1].lower() + kind[1:] + (f" at {path}" if separator else "")
    return said.replace("`", '"')
