"""An RTCIceServer as web apps write it, pasted, into what the settings hold.

W3C WebRTC 1.0, section 4.2.4 (RTCIceServer): ``{"urls": "turn:…" or ["turn:…", …],
"username": "…", "credential": "…"}``. What people copy is often more: the list of them, the whole
RTCConfiguration with its ``iceServers``, or the JavaScript around it; or less: addresses alone. All
of that is read; STUN addresses among them are left out, for this program needs a relay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from notifier.sentence import Sentence, sentence
from notifier.settings.js_literal import LiteralError, read_literals
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


_ADDRESS = re.compile(r"(turn|stun)s?:", re.IGNORECASE)
_CONFIGURATION = re.compile(r"\biceServers[\"'`]?\s*[:=]\s*(?=[\[{])")

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
    except msgspec.DecodeError:
        raw = _addresses(text) or _source(text)
    try:
        if isinstance(raw, list):
            return msgspec.convert([_with_urls(one) for one in raw], list[_WireServer])
        if isinstance(raw, dict) and "iceServers" in raw:
            inner = raw["iceServers"]
            inner = [_with_urls(one) for one in inner] if isinstance(inner, list) else inner
            found = msgspec.convert({"iceServers": inner}, _WireConfiguration).ice_servers
            return found if isinstance(found, list) else [found]
        return [msgspec.convert(_with_urls(raw), _WireServer)]
    except msgspec.ValidationError as error:
        raise IceServerError(
            sentence("it is not an RTCIceServer: {reason}", reason=_plain(error))
        ) from None


def _addresses(text: str) -> dict[str, list[str]] | None:
    """Addresses and nothing else, with commas or blanks between them."""
    parts = [part.strip("\"'") for part in re.split(r"[\s,;]+", text)]
    urls = [part for part in parts if part]
    return {"urls": urls} if all(map(_ADDRESS.match, urls)) else None


def _source(text: str) -> object:
    """The servers in a piece of JavaScript."""
    configuration = _CONFIGURATION.search(text)
    start = configuration.end() if configuration else _bracket(text)
    try:
        if configuration:
            # Behind them may stand any code.
            return {"iceServers": read_literals(text, start, only_first=True)[0]}
        found = read_literals(text, start)
    except LiteralError as error:
        raise IceServerError(
            sentence(
                "it can't be read ({place}). It should look like {example}",
                place=_place(text, error.at),
                example='{"urls": "turn:…", "username": "…", "credential": "…"}',
            )
        ) from None
    return found[0] if len(found) == 1 else found


def _bracket(text: str) -> int:
    """Where the first object or list begins; else where the text does."""
    found = re.search(r"[{\[]", text)
    return found.start() if found else len(text) - len(text.lstrip())


def _with_urls(entry: object) -> object:
    """``url`` is what ``urls`` was called before 2013, and stands in examples to this day."""
    if isinstance(entry, dict) and "urls" not in entry and "url" in entry:
        return entry | {"urls": entry["url"]}
    return entry


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


def _place(text: str, at: int) -> Sentence:
    """Where the text can't be read any further; never the text itself, which holds a password."""
    if at >= len(text.rstrip()):
        return sentence("it ends too early")
    return sentence("line {number} is not as expected", number=text.count("\n", 0, at) + 1)


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
