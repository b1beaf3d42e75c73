"""What can hold a call back, by the codes that the verdict's ``causes`` carries."""

from enum import StrEnum

__all__ = ["Cause"]


class Cause(StrEnum):
    """One cause; the set is open, so readers of a verdict keep codes they do not know."""

    NO_ROUTE = "no-route"
    """This machine is connected to no network at all."""

    CAPTIVE_PORTAL = "captive-portal"
    """The network wants a log-in page to be filled in before it lets anything through."""

    BAD_CREDENTIALS = "bad-credentials"
    """The servers answer, and refuse the user name or password."""

    TLS = "tls"
    """The servers' certificates are not trusted, or they speak no TLS."""

    QUOTA = "quota"
    """The servers have no relay left for this user."""

    DNS = "dns"
    """The servers' names are not found."""

    RELAY_BLOCKED = "relay-blocked"
    """The servers make an allocation but no data comes through it."""

    RELAY_UNREACHABLE = "relay-unreachable"
    """No server gives a relayed path, for whatever other reason."""

    MEDIA_BLOCKED = "media-blocked"
    """Datagrams pass through the relay, but a real call's handshake or media does not."""

    LOSS = "loss"
    """Packets are lost."""

    LATENCY = "latency"
    """Packets take long."""

    JITTER = "jitter"
    """Packets come unevenly."""

    BANDWIDTH = "bandwidth"
    """The line carries too little; which direction is not known, or both."""

    BANDWIDTH_UP = "bandwidth-up"
    """The uplink carries too little."""

    BANDWIDTH_DOWN = "bandwidth-down"
    """The downlink carries too little."""

    BUFFERBLOAT = "bufferbloat"
    """The line queues for a very long time as soon as it is busy."""

    WIFI = "wifi"
    """The Wi-Fi is what does it: the trouble arises on it, or its signal is weak."""

    LOCAL_NETWORK = "local-network"
    """The trouble arises between this machine and its router, which no Wi-Fi connects."""

    UDP_BLOCKED = "udp-blocked"
    """UDP does not get through where TCP or TLS to the same server does."""

    VPN = "vpn"
    """The packets take the way through a VPN."""

    NO_MEDIA_DEVICE = "no-media-device"
    """Neither a microphone nor a camera was found."""
