"""TURN URIs (RFC 7065): ``turn:host[:port][?transport=udp|tcp]``, ``turns:host[:port]``."""

import ipaddress
import re
from dataclasses import dataclass
from typing import Literal

from notifier.sentence import Sentence, sentence

__all__ = ["TurnUri", "TurnUriError", "parse_turn_uri"]

DEFAULT_PORT = 3478
"""RFC 8656 section 5: TURN over UDP and TCP."""

DEFAULT_TLS_PORT = 5349
"""RFC 8656 section 5: TURN over TLS."""

_URI = re.compile(
    r"(?P<scheme>turns?):(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/?#@\[\]]+)"
    r"(?::(?P<port>[0-9]{1,5}))?(?:\?transport=(?P<transport>[A-Za-z]+))?",
    # ASCII, or the long s of Unicode would make "turn\u017f:" match without meaning TLS.
    re.IGNORECASE | re.ASCII,
)
_HOST_NAME = re.compile(r"(?=.{1,253}$)[\w-]{1,63}(\.[\w-]{1,63})*\.?")


class TurnUriError(ValueError):
    """The text is no TURN URI."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self.message = message
        """What was expected."""


@dataclass(frozen=True, slots=True)
class TurnUri:
    """A parsed TURN URI."""

    host: str
    """Name or IP address, without the brackets of an IPv6 literal."""

    port: int
    transport: Literal["udp", "tcp", "tls"]

    def __str__(self) -> str:
        scheme = "turns" if self.transport == "tls" else "turn"
        host = f"[{self.host}]" if ":" in self.host else self.host
        default = DEFAULT_TLS_PORT if self.transport == "tls" else DEFAULT_PORT
        port = "" if self.port == default else f":{self.port}"
        query = "" if self.transport == "udp" else "?transport=tcp"
        return f"{scheme}:{host}{port}{query}"


def parse_turn_uri(text: str) -> TurnUri:
    """Parse a TURN URI (RFC 7065 section 3.1).

    ``turns:`` means TLS over TCP; ``turns:…?transport=udp`` would be DTLS, which this program
    does not speak.

    :raises TurnUriError: with one sentence that says what is wrong.
    """
    match = _URI.fullmatch(text)
    if match is None and "@" in text:
        # The text is not repeated: what stands before the @ may be a password.
        raise TurnUriError(sentence("a TURN address holds no user name or password, and no @"))
    if match is None:
        raise TurnUriError(
            sentence(
                "{text} is not a TURN address like turn:host:3478?transport=udp or turns:host:443",
                text=repr(text),
            )
        )
    secure = match["scheme"].lower() == "turns"
    host = match["host"]
    if host.startswith("["):
        host = host[1:-1]
        try:
            ipaddress.IPv6Address(host)
        except ValueError:
            raise TurnUriError(
                sentence("{text}: {host} is not an IPv6 address", text=repr(text), host=repr(host))
            ) from None
    elif _HOST_NAME.fullmatch(host) is None:
        raise TurnUriError(
            sentence("{text}: {host} is not a host name", text=repr(text), host=repr(host))
        )
    port = int(match["port"] or (DEFAULT_TLS_PORT if secure else DEFAULT_PORT))
    if not 0 < port < 65536:
        raise TurnUriError(sentence("{text}: the port must be from 1 to 65535", text=repr(text)))
    transport = (match["transport"] or ("tcp" if secure else "udp")).lower()
    if transport not in {"udp", "tcp"}:
        raise TurnUriError(
            sentence(
                "{text}: the transport must be udp or tcp, not {transport}",
                text=repr(text),
                transport=repr(transport),
            )
        )
    if secure:
        if transport == "udp":
            raise TurnUriError(
                sentence("{text}: turns over udp (DTLS) is not supported; use tcp", text=repr(text))
            )
        return TurnUri(host, port, "tls")
    return TurnUri(host, port, "udp" if transport == "udp" else "tcp")
