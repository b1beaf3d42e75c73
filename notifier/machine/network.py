"""Which network carries packets to the server: its kind, and an identity that tells nobody.

The kernel is asked for the route it would take (policy routing and VPNs included); the kind of
the interface comes from sysfs. Where the routing socket is closed to us (some sandboxes), the
default route comes from ``/proc/net``. Nothing is sent to the network.
"""

import hashlib
import hmac
import ipaddress
import logging
import re
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from notifier.machine import rtnetlink
from notifier.machine.facts import NetworkFacts, NetworkType

__all__ = ["NetworkFacts", "Way", "default_way", "network_id", "network_type", "observe"]

log = logging.getLogger(__name__)

_BY_DEVTYPE: dict[str, NetworkType] = {
    "wlan": "wifi",
    "wwan": "cellular",
    "bluetooth": "bluetooth",
    "wimax": "wimax",
    "wireguard": "vpn",
}
"""What a driver says of itself in ``uevent`` (``SET_NETDEV_DEVTYPE`` in the kernel)."""

# linux/if_arp.h
_ETHERNET, _RAW_IP, _NONE, _LOOPBACK = 1, 519, 65534, 772
_WIFI = frozenset({801, 802, 803})
_TUNNELS = frozenset({512, 768, 769, 776, 778, 823})
"""PPP, IP in IP (also IPsec's VTI), IPv6 tunnels, SIT, GRE and GRE over IPv6."""

_NESTING = 4
"""A VLAN on a bridge on a bond on a cable: nobody stacks interfaces deeper."""

_RTF_UP, _RTF_REJECT = 0x1, 0x200

_seen: dict[tuple[str, str], str] = {}
"""Link addresses by interface and gateway. A gateway that stops answering loses its own in the
kernel's table, just when "no connection" has to be told about the network it belongs to."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way packets take out of this machine."""

    interface: str
    gateway: str | None = None
    """IP address of the next machine; None on point-to-point links."""

    link_address: str | None = None
    """The gateway's own, for example its Ethernet address; None where not known."""


def observe(
    key: bytes,
    server: str | None = None,
    public_ip: str | None = None,
    *,
    sys_root: Path = Path("/sys"),
    proc_root: Path = Path("/proc"),
) -> NetworkFacts:
    """Say which network carries packets to the server; never raises, takes milliseconds.

    Best called at the end of a run: by then the kernel has the gateway's link address, and the
    server has told our public address.

    :param key: 32 octets, made once for this installation; see :func:`network_id`.
    :param server: the server's IP address; None, a name, or one without a route: the default
        route decides.
    :param public_ip: our address as the server saw it; where this run got none, the last one
        seen keeps a VPN's identity stable.
    """
    if sys.platform != "linux":
        # Cannot tell; the run itself shows whether anything was reachable.
        return NetworkFacts("unknown", None, True, network_id(key, "unknown", None, public_ip))
    try:
        way = _kernel_way(server)
    except OSError as error:
        log.info("no routing socket (%s): reading the default route from %s", error, proc_root)
        way = default_way(proc_root)
    if way is None:
        return NetworkFacts("unknown", None, False, network_id(key, "unknown", None, None))
    kind = network_type(way.interface, sys_root)
    return NetworkFacts(kind, way.interface, True, network_id(key, kind, way, public_ip))


def network_type(interface: str, sys_root: Path = Path("/sys")) -> NetworkType:
    """Name the kind of an interface from what sysfs says of it.

    A tunnel of whatever make is ``vpn``; a bridge, bond or VLAN is what it stands on. A PPP link
    is taken for a VPN too: sysfs does not tell L2TP from a modem or a DSL line that the machine
    dials itself. A telephone that shares its connection by USB looks like Ethernet.
    """
    return _kind(sys_root / "class" / "net", interface, _NESTING)


def network_id(key: bytes, kind: NetworkType, way: Way | None, public_ip: str | None) -> str:
    """Recognise a network again without being able to say which it is.

    HMAC-SHA256 (RFC 2104) with a key that never leaves this installation, cut to 128 bits: nobody
    can try out gateways to find the network behind an ID, and the IDs of two installations on one
    network differ.

    * With a gateway: its IP address, its link address and the kind of interface. A laptop that
      comes back to its Wi-Fi gets the same ID, and so does a line whose public address changes
      every night. The link address tells apart the many networks whose gateway is 192.168.1.1.
      Cable and Wi-Fi of one router are two networks, for their quality differs. A telephone that
      shares its connection under an invented link address is a new network each time.
    * Without one (VPN, point-to-point): the interface's name without its number, for tun0 may be
      tun1 tomorrow, and the /24 (IPv4) or /48 (IPv6) of the public address, which names the
      other end. A line dialled from this machine may so become a new network overnight.
    * With nothing at all: one ID for "no network".
    """
    if way is not None and way.gateway is not None:
        parts = ["gateway", kind, way.gateway, way.link_address or ""]
    elif way is not None or public_ip is not None:
        stem = re.sub(r"\d+$", "", way.interface) if way is not None else ""
        parts = ["direct", kind, stem, _prefix(public_ip)]
    else:
        parts = ["none"]
    # No part can hold a NUL, so no two lists give the same text.
    digest = hmac.new(key, "\0".join(parts).encode(errors="surrogateescape"), hashlib.sha256)
    return digest.hexdigest()[:32]


def default_way(proc_root: Path = Path("/proc")) -> Way | None:
    """Find the preferred default route and its gateway in ``/proc/net``; IPv4 first."""
    net = proc_root / "net"
    found = [
        *sorted(_proc_routes_ipv4(_lines(net / "route")), key=lambda item: item[0]),
        *sorted(_proc_routes_ipv6(_lines(net / "ipv6_route")), key=lambda item: item[0]),
    ]
    if not found:
        return None
    _, interface, gateway = found[0]
    return Way(interface, gateway, _arp(_lines(net / "arp"), interface, gateway))


def _kernel_way(server: str | None) -> Way | None:
    """Ask the kernel; None where no route is left.

    :raises OSError: there is no routing socket.
    """
    defaults = [route for route in rtnetlink.default_routes() if route.usable]
    chosen = None
    if server is not None:
        try:
            chosen = rtnetlink.route_to(server)
        except (OSError, ValueError) as error:
            # IPv6 server and no IPv6 here, or a name: the network is still the default one.
            log.debug("no route to %s: %s", server, error)
    if chosen is None:
        if not defaults:
            return None
        chosen = defaults[0]
    # The same network whichever family this server was reached by: IPv4's gateway names it.
    gateways = [
        (route.family != socket.AF_INET, route.gateway)
        for route in defaults
        if route.interface == chosen.interface and route.gateway is not None
    ]
    gateway = min(gateways, key=lambda item: item[0])[1] if gateways else chosen.gateway
    try:
        interface = socket.if_indextoname(chosen.interface)
    except OSError:
        return None  # Gone since.
    link_address = None
    if gateway is not None:
        for neighbour in rtnetlink.neighbours():
            if (neighbour.interface, neighbour.address) == (chosen.interface, gateway):
                link_address = neighbour.link_address
        if link_address is None:
            link_address = _seen.get((interface, gateway))
        else:
            _seen[interface, gateway] = link_address
    return Way(interface, gateway, link_address)


def _kind(net: Path, interface: str, nesting: int) -> NetworkType:
    folder = net / interface
    uevent = dict(line.partition("=")[::2] for line in _lines(folder / "uevent"))
    hardware = _number(folder / "type")
    if (known := _BY_DEVTYPE.get(uevent.get("DEVTYPE", ""))) is not None:
        return known
    if hardware in _WIFI or _exists(folder / "wireless") or _exists(folder / "phy80211"):
        return "wifi"
    if hardware in _TUNNELS or _exists(folder / "tun_flags"):
        return "vpn"
    if hardware == _RAW_IP:
        return "cellular"
    if hardware == _NONE:
        # No link layer: a modem where there is a device behind it, else a tunnel (XFRM, …).
        return "cellular" if _exists(folder / "device") else "vpn"
    if hardware != _ETHERNET:
        return "unknown"
    if nesting and (lower := _lower(folder)):
        kinds = {_kind(net, name, nesting - 1) for name in lower}
        return kinds.pop() if len(kinds) == 1 else "unknown"
    return "ethernet"


def _lower(folder: Path) -> list[str]:
    """Names of the interfaces this one stands on, but for virtual machines' on a bridge."""
    try:
        names = [item.name.removeprefix("lower_") for item in folder.glob("lower_*")]
    except OSError:
        return []
    # A bridge's ports: what leads out is the hardware, the rest are guests.
    hardware = [name for name in names if _exists(folder.parent / name / "device")]
    return hardware or [name for name in names if not _exists(folder / "bridge")]


def _proc_routes_ipv4(lines: Iterable[str]) -> Iterable[tuple[int, str, str | None]]:
    for line in lines:
        fields = line.split()
        try:
            interface, target, gateway, flags, _, _, metric, mask = fields[:8]
            if int(target, 16) or int(mask, 16) or int(flags, 16) & _RTF_REJECT:
                continue
            # An IPv4 address as the machine's own 32-bit number.
            address = ipaddress.IPv4Address(int(gateway, 16).to_bytes(4, sys.byteorder))
            up = int(flags, 16) & _RTF_UP
            if up:
                yield int(metric), interface, str(address) if int(address) else None
        except (ValueError, OverflowError):
            continue  # The title line.


def _proc_routes_ipv6(lines: Iterable[str]) -> Iterable[tuple[int, str, str | None]]:
    for line in lines:
        fields = line.split()
        try:
            target, bits, _, _, gateway, metric, _, _, flags, interface = fields[:10]
            if int(target, 16) or int(bits, 16) or int(flags, 16) & _RTF_REJECT:
                continue
            address = ipaddress.IPv6Address(bytes.fromhex(gateway))
            if int(flags, 16) & _RTF_UP and interface != "lo":
                yield int(metric, 16), interface, str(address) if int(address) else None
        except ValueError:
            continue


def _arp(lines: Iterable[str], interface: str, gateway: str | None) -> str | None:
    for line in lines:
        fields = line.split()
        if len(fields) == 6 and (fields[0], fields[5]) == (gateway, interface):
            return None if set(fields[3]) <= {"0", ":"} else fields[3].lower()
    return None


def _prefix(public_ip: str | None) -> str:
    try:
        address = ipaddress.ip_address(public_ip or "")
    except ValueError:
        return ""
    bits = 24 if address.version == 4 else 48
    return str(ipaddress.ip_network((address.packed, bits), strict=False))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, ValueError):
        return []


def _number(path: Path) -> int | None:
    try:
        return int(_lines(path)[0])
    except (IndexError, ValueError):
        return None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
