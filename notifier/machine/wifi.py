"""The Wi-Fi link of an interface: signal, rate and retries, as Linux's kernel tells anybody.

nl80211 (``linux/nl80211.h``) over generic netlink has all three; ``/proc/net/wireless``, which
older kernels and drivers still have, only the signal. The upper half builds and reads messages and
touches no socket. Neither needs privileges or sends anything over the air. On other platforms
there is no reading.
"""

import contextlib
import logging
import socket
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

from notifier.machine import rtnetlink
from notifier.machine.rtnetlink import Message, attributes

__all__ = ["WifiReading", "family_id", "family_request", "from_proc", "read", "station"]

log = logging.getLogger(__name__)

_GENERIC_HEADER = struct.Struct("=BBH")
_ATTRIBUTE = struct.Struct("=HH")

# linux/genetlink.h
GENL_ID_CTRL, CTRL_CMD_NEWFAMILY, CTRL_CMD_GETFAMILY = 16, 1, 3
CTRL_ATTR_FAMILY_ID, CTRL_ATTR_FAMILY_NAME = 1, 2

# linux/nl80211.h
NL80211_CMD_GET_STATION, NL80211_CMD_NEW_STATION = 17, 19
NL80211_ATTR_IFINDEX, NL80211_ATTR_STA_INFO = 3, 21
NL80211_STA_INFO_SIGNAL, NL80211_STA_INFO_SIGNAL_AVG = 7, 13
NL80211_STA_INFO_TX_BITRATE = 8
NL80211_STA_INFO_TX_PACKETS, NL80211_STA_INFO_TX_RETRIES = 10, 11
NL80211_RATE_INFO_BITRATE, NL80211_RATE_INFO_BITRATE32 = 1, 5

_NETLINK_GENERIC = 16
_VERSION = 1
_NOT_KNOWN_DBM = -256
"""What drivers write into /proc/net/wireless where they do not know."""


@dataclass(frozen=True, slots=True)
class WifiReading:
    """The link to the access point at one moment; each None where the driver does not say."""

    signal_dbm: float | None = None
    """How strong the access point is heard, by the last packets."""

    link_rate_mbps: float | None = None
    """The rate of the last packet sent, Mbit/s; what a call gets of it is about half."""

    packets: int | None = None
    """Sent since the association."""

    retries: int | None = None
    """Repeated transmissions since the association."""


def family_request(name: str) -> bytes:
    """The body of a request for the number of a generic netlink family."""
    value = name.encode("ascii") + b"\0"
    padding = b"\0" * (-len(value) % 4)
    return (
        _GENERIC_HEADER.pack(CTRL_CMD_GETFAMILY, _VERSION, 0)
        + _ATTRIBUTE.pack(_ATTRIBUTE.size + len(value), CTRL_ATTR_FAMILY_NAME)
        + value
        + padding
    )


def family_id(message: Message) -> int | None:
    """The number in the answer to it."""
    fields = _generic(message, GENL_ID_CTRL, CTRL_CMD_NEWFAMILY)
    return None if fields is None else _uint(fields.get(CTRL_ATTR_FAMILY_ID), 2)


def station_request(interface: int) -> bytes:
    """The body of a request for the stations an interface (by its index) is linked with."""
    return (
        _GENERIC_HEADER.pack(NL80211_CMD_GET_STATION, _VERSION, 0)
        + _ATTRIBUTE.pack(_ATTRIBUTE.size + 4, NL80211_ATTR_IFINDEX)
        + struct.pack("=I", interface)
    )


def station(message: Message, family: int) -> WifiReading | None:
    """Read an NL80211_CMD_NEW_STATION: one station, the access point where we are a client."""
    fields = _generic(message, family, NL80211_CMD_NEW_STATION)
    if fields is None or NL80211_ATTR_STA_INFO not in fields:
        return None
    info = attributes(fields[NL80211_ATTR_STA_INFO])
    rate = attributes(info.get(NL80211_STA_INFO_TX_BITRATE, b""))
    # In units of 100 kbit/s; the older field has 16 bits and is left out for what exceeds them.
    tenths = _uint(rate.get(NL80211_RATE_INFO_BITRATE32), 4)
    if tenths is None:
        tenths = _uint(rate.get(NL80211_RATE_INFO_BITRATE), 2)
    # The mean over some packets where there is one: a single packet says little.
    signal = _signed_octet(info.get(NL80211_STA_INFO_SIGNAL_AVG))
    if signal is None:
        signal = _signed_octet(info.get(NL80211_STA_INFO_SIGNAL))
    return WifiReading(
        signal_dbm=signal,
        link_rate_mbps=tenths / 10 if tenths else None,
        packets=_uint(info.get(NL80211_STA_INFO_TX_PACKETS), 4),
        retries=_uint(info.get(NL80211_STA_INFO_TX_RETRIES), 4),
    )


def from_proc(text: str, interface: str) -> WifiReading | None:
    """Read ``/proc/net/wireless``: two lines of titles, then "wlan0: 0000 54. -56. -256 …"."""
    for line in text.splitlines()[2:]:
        name, colon, rest = line.partition(":")
        fields = rest.split()
        if colon and name.strip() == interface and len(fields) >= 3:
            with contextlib.suppress(ValueError):
                level = int(fields[2].rstrip("."))
                # Positive ones are a driver's own scale.
                return WifiReading(float(level) if _NOT_KNOWN_DBM < level < 0 else None)
    return None


def read(interface: str, *, proc_root: Path = Path("/proc")) -> WifiReading | None:
    """Read an interface's Wi-Fi link now; never raises, takes a millisecond.

    None where it is none, is not associated, or the platform does not say.
    """
    if sys.platform != "linux":
        return None
    try:
        found = _ask_kernel(interface)
    except OSError as error:
        log.debug("nl80211 tells nothing of %s: %s", interface, error)
        found = None
    if found is not None:
        return found
    try:
        text = (proc_root / "net" / "wireless").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return from_proc(text, interface)


def _ask_kernel(interface: str) -> WifiReading | None:
    index = socket.if_nametoindex(interface)
    request = family_request("nl80211")
    answers = rtnetlink.ask(GENL_ID_CTRL, request, dump=False, protocol=_NETLINK_GENERIC)
    family = next((number for answer in answers if (number := family_id(answer))), None)
    if family is None:
        return None
    answers = rtnetlink.ask(family, station_request(index), dump=True, protocol=_NETLINK_GENERIC)
    found = [reading for answer in answers if (reading := station(answer, family))]
    # Beside the access point there may be neighbours that are spoken with directly (TDLS).
    return max(found, key=lambda reading: reading.packets or 0, default=None)


def _generic(message: Message, kind: int, command: int) -> dict[int, bytes] | None:
    if message.type != kind or len(message.payload) < _GENERIC_HEADER.size:
        return None
    if _GENERIC_HEADER.unpack_from(message.payload)[0] != command:
        return None
    return attributes(message.payload[_GENERIC_HEADER.size :])


def _uint(data: bytes | None, octets: int) -> int | None:
    if data is None or len(data) != octets:
        return None
    return int.from_bytes(data, sys.byteorder)


def _signed_octet(data: bytes | None) -> float | None:
    if data is None or len(data) != 1:
        return None
    return float(int.from_bytes(data, signed=True))
