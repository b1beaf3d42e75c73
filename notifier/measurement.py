"""What a run of the connectivity test found: plain figures, no judgement.

These structures are the border between the room that measures (:mod:`notifier.probe`) and all
that use the figures (forecast, history, windows). On the wire, and only there, the names are
camelCase; :mod:`notifier.verdict` embeds :class:`ServerEntry` in the record as it stands.

A failed network is a result: a server that could not be reached is a :class:`ServerMeasurement`
with ``reachable`` false and an ``error``, never an exception.
"""

from typing import Literal

import msgspec

__all__ = [
    "CallCheck",
    "Interval",
    "Intervals",
    "LocalLink",
    "Mode",
    "Origin",
    "RelayKind",
    "RoundTrip",
    "RunMeasurement",
    "ServerEntry",
    "ServerError",
    "ServerMeasurement",
    "Side",
    "Throughput",
    "Train",
    "TrainWay",
    "Transport",
    "WifiLink",
]

Mode = Literal["full", "light"]
Transport = Literal["udp", "tcp", "tls"]
ServerError = Literal[
    "timeout",
    "refused",
    "dns",
    "tls",
    "unauthorized",
    "forbidden",
    "quota",
    "relay-blocked",
    "protocol",
]
"""Why a server gave no relayed path: the fixed set; ``detail`` beside it has the raw words."""

Side = Literal["local", "beyond"]
"""Before the gateway (this machine's cable or Wi-Fi, and the gateway itself), or behind it."""

RelayKind = Literal["self", "reflexive", "server"]
"""Where the far end of the measured loop was: a second allocation on the same server, a socket of
our own behind its server-reflexive address, or an allocation on another configured server."""


TrainWay = Literal["loop", "up"]
"""Up and down again through the relay; or up alone, where only short answers come back."""


class Interval(msgspec.Struct, frozen=True, array_like=True):
    """Where the true value lies with 95 % confidence, in the unit of the figure; [low, high]."""

    low: float
    high: float


class Intervals(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """How sure each figure of a server is; a figure that is null has none."""

    rtt_ms: Interval | None = None
    """Of the median."""

    jitter_ms: Interval | None = None
    loss_fraction: Interval | None = None
    loop_kbps: Interval | None = None
    up_kbps: Interval | None = None
    down_kbps: Interval | None = None
    loaded_rtt_ms: Interval | None = None


class RoundTrip(msgspec.Struct, frozen=True, kw_only=True):
    """Round trip to the TURN server, unloaded, by STUN Binding (RFC 8489), milliseconds."""

    min: float
    median: float
    p95: float


class Throughput(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """What the path carries before it queues or drops, kbit/s at IP level (1 kbit = 1000 bit)."""

    loop: float
    """Through the uplink and then the downlink."""

    up: float | None
    """The uplink alone; None where it could not be told apart."""

    down: float | None
    """The downlink alone; None where it could not be told apart."""

    loop_at_least: bool = False
    """The search ended before the link was full: the path carries this or more."""

    up_at_least: bool = False
    down_at_least: bool = False


class CallCheck(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A real WebRTC call between two ends that both reach each other by the relay; milliseconds."""

    connected: bool
    """ICE and DTLS came through, at both ends."""

    ice_ms: float | None
    """From the first connectivity check to both ends' having a path."""

    dtls_ms: float | None
    """From there to both ends' having keys for the media."""

    audio_loss_fraction: float | None
    """0..1, of a hundred Opus packets."""

    rtt_ms: float | None
    """Between the two ends by RTCP (RFC 3550 section 6.4.1): twice that to the server."""


class ServerEntry(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What one server URL got, as the verdict's ``servers`` list carries it."""

    url: str
    """The TURN URI (RFC 7065), without credentials."""

    provider: str
    """The label from the settings; the host where there is none."""

    reachable: bool
    """An allocation was made."""

    transport: Transport
    """How the client talks to the server."""

    error: ServerError | None = None
    setup_ms: float | None = None
    """From the first packet to a relayed path that carries data."""

    rtt_ms: RoundTrip | None = None
    jitter_ms: float | None = None
    """RFC 3550 section 6.4.1 interarrival jitter of the call-like stream."""

    loss_fraction: float | None = None
    """0..1, of the call-like stream over the relayed loop, unloaded."""

    loss_burst: float | None = None
    """Mean length of a loss burst in packets; None where nothing was lost."""

    delay_spikes: int | None = None
    """Waits of the call-like stream for a retransmission, over TCP and TLS; None over UDP, and
    where too few packets arrived."""

    longest_spike_ms: float | None = None
    """How much later than usual a packet came in the longest of them; None without one."""

    throughput_kbps: Throughput | None = None
    loaded_rtt_ms: float | None = None
    """95th percentile of the loop's round trip while loaded."""

    loaded_rtt_at_least: bool = False
    """The load ended before the queue did: it is this long or longer."""

    call_check: CallCheck | None = None
    relay: RelayKind | None = None
    """Where the far end of the loop was; None where there was no loop."""

    intervals: Intervals | None = None

    @property
    def works(self) -> bool:
        """A call could use it: an allocation was made, and nothing failed until the end."""
        return self.reachable and self.error is None


class Train(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One train of the search for the capacity: what went in, and what came out.

    Packets and octets are those of the way up, at IP level; so are the rates, in kbit/s (1 kbit =
    1000 bit). A delay is one way through the loop, or of an uplink train from the request to its
    answer. On the wire it is an array, in this order.
    """

    way: TrainWay
    packets: int
    """That were sent."""

    octets: int
    """Of each."""

    sent_kbps: float | None
    """At which they really left: the octets after the first packet over the time from the first
    one's sending to the last one's. None of fewer than two, and of those that left all at once."""

    received: int
    """Packets that came."""

    received_kbps: float | None
    """At which they came: the octets after the first packet over the time from the first arrival
    to the last. None of fewer than three arrivals, and of those that came all at once."""

    rise_ms: float | None
    """How much the delay grew: the median of the last quarter of the packets that came, less the
    least of the first quarter, both in the order of sending. Negative where it fell; None of fewer
    than four."""

    first_delay_ms: float | None
    """The least delay of the first three packets that came, above the least of the whole run in
    this way: what waited before the train already, and what longer packets take longer. None where
    nothing came."""

    lost_alone: int
    """Packets that are missing before a full queue began to drop them."""


class ServerMeasurement(ServerEntry, frozen=True, kw_only=True, rename="camel"):
    """A :class:`ServerEntry` and what only the program itself needs beside it."""

    detail: str | None = None
    """The raw words behind ``error``, for the details pane and the help desk."""

    mapped_address: str | None = None
    """Our public IP address as this server saw it (XOR-MAPPED-ADDRESS)."""

    server_address: str | None = None
    """The server's IP address that answered."""

    packets_sent: int = 0
    """Packets of the call-like stream; the confidence of ``loss_fraction`` hangs on it."""

    left_out: int = 0
    """Packets of the stream whose times count for nothing, since the processor was taken away from
    the probe meanwhile."""

    stream_wait_ms: tuple[float, float, float] | None = None
    """Quartiles of how much longer than the quickest one the packets of the stream were under way:
    what others' traffic made them wait, and jitter. None of fewer than four."""

    trains: tuple[Train, ...] = ()
    """All that were sent over UDP, in the order in which they were: the first burst, those of the
    search, uplink trains, the load. Empty in a light run."""

    duration_ms: float = 0.0
    bytes_sent: int = 0
    """On the wire, IP and UDP headers included."""

    bytes_received: int = 0

    def entry(self) -> ServerEntry:
        """The part that goes into the verdict record."""
        return ServerEntry(**{name: getattr(self, name) for name in ServerEntry.__struct_fields__})


class WifiLink(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The Wi-Fi link at the end of the load."""

    signal_dbm: float | None = None
    """How strong the access point was heard."""

    link_rate_mbps: float | None = None
    """The rate that this machine last sent with, Mbit/s."""

    retry_fraction: float | None = None
    """0..1, of the transmissions during the run those that were repeats."""


class Origin(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """On which side of the gateway each impairment arises; None wherever that is not clear."""

    loss: Side | None = None
    jitter: Side | None = None
    queue: Side | None = None
    """The delay that is added under load."""


class LocalLink(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The first hop while the run loaded the link; the whole is null where nothing is known."""

    gateway_rtt_ms: float | None = None
    """Median before the load; this and the next three are None where it answers no echoes."""

    gateway_loss_fraction: float | None = None
    """0..1, of echoes that got no answer; None as well where the gateway answers only so many."""

    gateway_jitter_ms: float | None = None
    """Mean change of the round trip from echo to echo."""

    gateway_loaded_rtt_ms: float | None = None
    """95th percentile while loaded."""

    origin: Origin = Origin()
    wifi: WifiLink | None = None
    """None where the way does not lead over Wi-Fi."""


class RunMeasurement(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One whole run: every configured server, in the order of the settings."""

    timestamp: float
    """When the run began, milliseconds since 1970-01-01 UTC."""

    mode: Mode
    servers: tuple[ServerMeasurement, ...]
    duration_ms: float
    bytes_sent: int
    bytes_received: int
    local: LocalLink | None = None
    captive_portal: bool = False
    """A page that asks for a login stands between this network and the rest."""
