"""Whether a captive portal stands in the way: a page that wants a log-in before it lets through.

A portal looks like many other failures: names resolve to an address of the portal's own, TLS meets
the certificate of a host that was not asked for, UDP vanishes. Only what knows of portals can tell:

* NetworkManager, which has looked by itself, or was told by DHCP or a router advertisement
  (RFC 8910). Asking it costs no packet.
* A page whose answer is known. It is fetched only where settings or policy name one: nothing
  leaves the machine on account of this program that nobody configured.
* The failures themselves, where they say it all: :func:`looks_hijacked`.
"""

import asyncio
import contextlib
import ipaddress
import logging
import os
import re
import sys
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from notifier.machine.network_manager import ask_network_manager
from notifier.measurement import ServerMeasurement
from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["PORTAL_LIMIT", "answer_is_of_a_portal", "find_portal", "looks_hijacked"]

log = logging.getLogger(__name__)

PORTAL_LIMIT = 3.0
"""Seconds for everything: a portal is near, and answers at once."""

_PORTAL = 2
"""NMConnectivityState: behind a captive portal. 0 is unknown, 1 none, 3 limited, 4 full."""

_HEAD_SIZE = 16384
"""Octets of an answer that are looked at; the head of a log-in page is far shorter."""

_STATUS = re.compile(rb"HTTP/1\.[01] ([1-5][0-9][0-9])(?: [^\r\n]*)?\r?$")

_LOG_IN_REQUIRED = 511
"""RFC 6585 section 6: Network Authentication Required, what an honest portal says."""


async def find_portal(check_url: str | None, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a captive portal is known to stand in the way. Never raises.

    :param check_url: a page over plain HTTP that answers 204 (No Content); None asks nothing of
        the network. What it says goes before what NetworkManager remembers.
    :param environ: names the system bus where it is not in its usual place.
    """
    told, fetched = await asyncio.gather(_told(environ), _fetched(check_url))
    return bool(told) if fetched is None else fetched


def looks_hijacked(servers: Sequence[ServerMeasurement]) -> bool:
    """Whether the failures of a run can hardly be anything but a portal's.

    Every server failed, every name stands for an address in a private network, and TLS met a
    certificate that is not of the host. Private addresses alone are no sign: a company may keep
    its servers in its own network.
    """
    if not servers or any(server.reachable for server in servers):
        return False
    named = [server for server in servers if _host_name(server.url) is not None]
    return (
        len(named) == len(servers)
        and all(_is_private(server.server_address) for server in named)
        and any(
            server.error == "tls" and "mismatch" in (server.detail or "").lower()
            for server in named
        )
    )


async def _told(environ: Mapping[str, str]) -> bool | None:
    if sys.platform != "linux":
        return None
    try:
        async with asyncio.timeout(PORTAL_LIMIT):
            return await ask_network_manager("Connectivity", environ) == _PORTAL
    except Exception as error:  # no bus, no NetworkManager, or bytes that are no message
        log.info("NetworkManager does not say whether there is a portal: %s", error)
        return None


async def _fetched(url: str | None) -> bool | None:
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or 80
        if parts.scheme != "http" or host is None:
            raise ValueError("not a page over plain HTTP")
        async with asyncio.timeout(PORTAL_LIMIT):
            answer = await _get(host, port, parts.netloc, parts.path or "/", parts.query)
    except (OSError, ValueError) as error:  # TimeoutError is an OSError
        log.info("the page that tells of a portal was not to be had: %s", error)
        return None
    return answer_is_of_a_portal(answer, host)


async def _get(host: str, port: int, netloc: str, path: str, query: str) -> bytes:
    """The head of the answer to one GET (RFC 9112), followed by what of the body came with it."""
    reader, writer = await asyncio.open_connection(host, port)
    try:
        target = f"{path}?{query}" if query else path
        request = (
            f"GET {target} HTTP/1.1\r\nHost: {netloc}\r\nUser-Agent: call-notifier\r\n"
            "Cache-Control: no-cache\r\nConnection: close\r\n\r\n"
        )
        writer.write(request.encode("ascii"))
        answer = b""
        while b"\r\n\r\n" not in answer and len(answer) < _HEAD_SIZE:
            data = await reader.read(_HEAD_SIZE)
            if not data:
                break
            answer += data
        return answer
    finally:
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()


def answer_is_of_a_portal(answer: bytes, host: str) -> bool | None:
    """What the answer says for which 204 was expected; None where it says neither.

    :param answer: the head, and perhaps some of the body.
    :param host: that was asked, in lower case.
    """
    head = answer.partition(b"\r\n\r\n")[0]
    lines = head.split(b"\n")
    status_line = _STATUS.match(lines[0])
    if status_line is None:
        return None
    status = int(status_line[1])
    if status == 204:
        return False
    if status == _LOG_IN_REQUIRED:
        return True
    fields = {
        name.strip().lower(): value.strip()
        for name, colon, value in (line.partition(b":") for line in lines[1:])
        if colon
    }
    if 300 <= status < 400:
        # A server may send its own callers to HTTPS; a portal sends them to itself.
        try:
            target = urlsplit(fields.get(b"location", b"").decode("latin-1")).hostname
        except ValueError:
            return None
        return None if target is None or target == host else True
    # An empty page is no log-in page, but a broken proxy's.
    return True if status == 200 and fields.get(b"content-length") != b"0" else None


def _host_name(url: str) -> str | None:
    """The host of a TURN URI where it is a name, else None."""
    try:
        host = parse_turn_uri(url).host
    except TurnUriError:
        return None
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host
    return None


def _is_private(ip: str | None) -> bool:
    if ip is None:
        return False
    address = ipaddress.ip_address(ip.partition("%")[0])
    return not address.is_global and not address.is_loopback
