"""Names of web pages in the settings: hosts of sites, and origins of applications (RFC 6454).

Both come out as browsers write them, so that they can be compared letter by letter: lower case,
without the usual port, IPv6 addresses in their short form (RFC 5952). Names in other letters
stand here in their ASCII form (``xn--``, RFC 5890), as they do in an origin.
"""

import re
from ipaddress import IPv4Address, IPv6Address

from notifier.sentence import Sentence, sentence

__all__ = ["ORIGIN", "SITE", "WebNameError", "origin", "site"]

SITE = sentence('a host name like "meet.example.com" or "*.example.com"')
ORIGIN = sentence(
    'an origin like "https://meet.example.com", "http://localhost:8080", "file://" or "app://name"'
)

_MAX_HOST = 253
"""Characters of a host name (RFC 1035 section 2.3.4, without the length bytes)."""

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_WEB = re.compile(r"(https?)://(\[[^\]]*\]|[^:/?#@\[\]]*)(?::([0-9]{1,5}))?")
_APP = re.compile(r"app://[a-z0-9._-]{1,100}")

_USUAL_PORT = {"https": 443, "http": 80}
_THIS_MACHINE = {"localhost", "127.0.0.1", "[::1]"}
"""Where plain HTTP is as good as HTTPS (W3C Secure Contexts, section 3.1)."""


class WebNameError(ValueError):
    """It is none; the message says what was expected, and repeats nothing."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self.message = message


def site(text: str) -> str:
    """Check a host name, or one that begins with ``*.`` and stands for all below it.

    :raises WebNameError: it is none.
    """
    name = text.strip().lower()
    if "/" in name or ":" in name:
        raise WebNameError(
            sentence("expected {expected}, without scheme, port and path", expected=SITE)
        )
    if name == "*":
        raise WebNameError(
            sentence('expected {expected}; every site is watch = "all"', expected=SITE)
        )
    below = name.startswith("*.")
    return ("*." if below else "") + _host(name[2:] if below else name, SITE)


def origin(text: str) -> str:
    """Check an origin: scheme, host and port, without a path.

    :raises WebNameError: it is none, or plain HTTP to another machine.
    """
    name = text.strip().lower()
    if name == "file://" or _APP.fullmatch(name):
        return name
    parts = _WEB.fullmatch(name)
    if parts is None:
        raise WebNameError(
            sentence("expected {expected}: scheme, host and port, without a path", expected=ORIGIN)
        )
    scheme, host, port = parts[1], _host(parts[2], ORIGIN), int(parts[3] or 0)
    if parts[3] and not 1 <= port <= 65535:
        raise WebNameError(
            sentence("expected {expected}, with a port from 1 to 65535", expected=ORIGIN)
        )
    if scheme == "http" and host not in _THIS_MACHINE:
        raise WebNameError(
            sentence(
                "expected {expected}; http:// only of this computer: whoever is on the way could "
                "change the page",
                expected=ORIGIN,
            )
        )
    return f"{scheme}://{host}" + (f":{port}" if port not in (0, _USUAL_PORT[scheme]) else "")


def _host(name: str, expected: str) -> str:
    if not name.isascii():
        raise WebNameError(
            sentence(
                "expected {expected}, other letters in their ASCII form (xn--…)", expected=expected
            )
        )
    labels = name.split(".")
    try:
        if name.startswith("["):
            return f"[{IPv6Address(name[1:-1])}]"
        # Browsers take a name whose last label is a number for an IPv4 address (WHATWG URL).
        if labels[-1].isdigit() or re.fullmatch("0x[0-9a-f]*", labels[-1]):
            return str(IPv4Address(name))
    except ValueError:
        raise WebNameError(
            sentence("expected {expected}, or a whole IP address", expected=expected)
        ) from None
    if len(name) > _MAX_HOST or not all(_LABEL.fullmatch(label) for label in labels):
        raise WebNameError(sentence("expected {expected}", expected=expected))
    return name
