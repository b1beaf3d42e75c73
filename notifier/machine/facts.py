"""What the room finds out, as plain values: no sockets here, so that anybody may read them."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["NetworkFacts", "NetworkType", "Place"]

NetworkType = Literal["bluetooth", "cellular", "ethernet", "wifi", "wimax", "vpn", "unknown"]
"""RTCNetworkType (W3C, Identifiers for WebRTC's Statistics API, first edition)."""


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """The network that carries packets to the TURN server."""

    network_type: NetworkType
    interface: str | None
    """Its name on this machine; None where there is no route or no way to tell."""

    has_route: bool
    """A route leads to the server. True as well where the platform cannot tell: the run itself
    shows whether anything was reachable."""

    network_id: str
    """32 hexadecimal digits that recognise the network again; see
    :func:`notifier.machine.network.network_id`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Roughly where a public address belongs; each None where no database says."""

    isp: str | None = None
    city: str | None = None
    country: str | None = None
