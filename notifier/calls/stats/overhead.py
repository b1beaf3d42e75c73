"""What getStats' octets are on the wire.

Programs count what is in the datagrams. To each packet come IP and UDP, TURN's ChannelData header
on a relayed path (RFC 8656 section 12.4), and the frames of TCP and TLS where the path is one; STUN
checks where they are told. Firefox counts no packets on its pairs: those of RTP are known, and the
octets that they leave over are RTCP's. It binds no channels either: each of its packets goes
through a TURN server in a Send or Data indication (section 11).
"""

from notifier.calls.sample import Direction, StreamSample
from notifier.calls.stats.interval import grown
from notifier.calls.stats.normal import Connection, Traffic

__all__ = ["headers", "wire_kbps"]

_STUN_OCTETS = 82
"""Of a check or its answer, on average; 110 with IPv4 and UDP in Chromium."""

_RTCP_OCTETS = 76
"""Of an SRTCP packet, on average, in Firefox, whose share of packets is reckoned by it."""

_RTCP_RATE = 25.0
"""Packets a second at most: Firefox reports on what it gets ten times a second, and what it sends
once. What is beyond them are packets that no stream counts, as long as those of media: forward
error correction, and repetitions."""

_SRTP_TAG = 10
"""RFC 3711 section 4.2; AES-GCM has 16."""

_IPV4, _IPV6, _UDP, _TCP = 20, 40, 8, 32
"""Headers, octets; TCP's with its timestamps (RFC 7323)."""

_CHANNEL_DATA, _FRAME, _TLS_RECORD = 4, 2, 22
"""TURN's, ICE-TCP's (RFC 4571), and those of TLS 1.3 with its tag."""


_INDICATION = 20 + 12 + 4 + 1.5
"""STUN's header, XOR-PEER-ADDRESS with IPv4, DATA's header, and its padding on average."""

_SOFTWARE = 4 + 20
"""What coturn, the server that most have, says of itself in each of its indications by default."""


def wire_kbps(
    now: Traffic, was: Traffic, header: float, streams: list[StreamSample], span: float
) -> float:
    """All that went in one direction; from the streams alone where the transport says nothing.

    :param header: octets in front of each datagram's content
    """
    payload = sum(stream.kbps for stream in streams) * span / 8
    rtp = sum(stream.packets for stream in streams)
    octets, packets = grown(now.octets, was.octets), grown(now.packets, was.packets)
    if octets is None:
        octets, packets = payload + rtp * _SRTP_TAG, rtp
    if packets is None:
        beside = max(0.0, octets - payload - rtp * _SRTP_TAG)
        control = min(beside, _RTCP_RATE * span / 1000 * _RTCP_OCTETS) if rtp else beside
        packets = rtp + control / _RTCP_OCTETS
        if payload and rtp:  # else there is nothing but RTCP
            packets += (beside - control) / (payload / rtp)
    checks = grown(now.checks, was.checks) or 0.0
    return (octets + packets * header + checks * (_STUN_OCTETS + header)) * 8 / span


def headers(now: Connection, direction: Direction) -> float:
    """Octets of IP and all else in front of the content of a datagram, on average."""
    size = _IPV6 if now.ipv6 else _IPV4
    is_firefox = now.up.octets is not None and now.up.packets is None
    turn: float = _CHANNEL_DATA
    if is_firefox:
        turn = _INDICATION + (_SOFTWARE if direction == "inbound" else 0)
    if now.relay in ("turn/tcp", "turn/tls"):
        return size + _TCP + turn + (_TLS_RECORD if now.relay == "turn/tls" else 0)
    if now.relay:
        return size + _UDP + turn
    return size + (_TCP + _FRAME if now.protocol == "tcp" else _UDP)
