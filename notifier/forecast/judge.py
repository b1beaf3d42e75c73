"""From a run to a judgement: which server decides, what a call through it gets, and why.

What a call through one server gets is read from its prediction, where a model made one, else by
the threshold rule (:mod:`notifier.forecast.rule`); all the rest is the same for both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast import rule
from notifier.forecast.causes import Cause
from notifier.forecast.odds import figure
from notifier.forecast.reading import Block, CodeOdds, Reading, sure_of
from notifier.forecast.reckoning import reckon
from notifier.forecast.thresholds import Thresholds
from notifier.measurement import LocalLink, RunMeasurement, ServerMeasurement
from notifier.prediction import Known, Prediction
from notifier.turn.uri import TurnUri, TurnUriError, parse_turn_uri

__all__ = ["Judgement", "judge"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is made of a run."""

    summary_code: int
    """A key of :data:`notifier.codes.BY_SUMMARY`."""

    confidence: float
    """0..1: how sure the colour is."""

    odds: CodeOdds
    """How likely each summary code is; adds up to 1."""

    causes: tuple[Cause, ...]
    """What holds the quality back, most important first."""

    server_url: str | None
    """The server that decides; None where none was reachable."""

    connects: bool = True
    """A call can be connected at all."""

    model: str | None = None
    """The model that told; None where the threshold rule did, or a call that did not pass."""


_COLORS = (Color.RED, Color.AMBER, Color.GREEN)
_TRANSPORTS = ("udp", "tcp", "tls")
"""In the order of ICE's preference: what is closest to the packets of a call first."""


def judge(
    measurement: RunMeasurement,
    thresholds: Thresholds,
    *,
    prediction: Prediction = Prediction(),  # noqa: B008 - frozen
    known: Known = Known(),  # noqa: B008 - frozen
) -> Judgement:
    """Judge a run by the server that a call would use; never raises.

    A call needs one working relay, and ICE (RFC 8445 section 5.1.2) takes UDP wherever it works,
    whatever its quality: so UDP decides before TCP before TLS, then the best status and colour,
    then the lower round trip, then the order of the settings. A server that the run had no time
    for comes after those that were measured; one that failed on the way is no working relay. One
    through which a real call's connectivity checks do not pass comes last, for ICE passes over it;
    but where they pass and DTLS or media do not, ICE takes it, and the call ends there.

    :param prediction: what a model says of this run.
    :param known: what earlier runs have found on this network, for a run that measured less.
    """
    working = [server for server in measurement.servers if server.works]
    if not working:
        return _none_works(measurement, thresholds)
    predicted = {server.url: server for server in prediction.servers}
    readings = []
    for server in working:
        its = predicted.get(server.url)
        reading = (
            rule.read(server, working, thresholds, known)
            if its is None
            else reckon(server, its, prediction.calibration, known)
        )
        readings.append(_as_blocked(reading, thresholds))
    best = min(readings, key=_rank)
    causes = (*best.causes, *_first_hop(measurement.local, best.causes, thresholds))
    if _udp_blocked(measurement.servers):
        causes = (*causes, Cause.UDP_BLOCKED)
    if best.block is None and any(reading.block is not None for reading in readings):
        causes = (*causes, Cause.MEDIA_BLOCKED)
    return Judgement(
        best.code,
        best.confidence,
        best.odds,
        causes,
        best.server.url,
        connects=best.block is None,
        model=prediction.model if best.block is None and best.server.url in predicted else None,
    )


def _rank(reading: Reading) -> tuple[bool, bool, int, int, int, float]:
    row = BY_SUMMARY[reading.code]
    transport = _TRANSPORTS.index(reading.server.transport)
    unmeasured = reading.server.loss_fraction is None
    passed_over = reading.block is Block.ICE
    color = -_COLORS.index(row.color)
    return passed_over, unmeasured, transport, -row.status, color, reading.rtt_ms


def _as_blocked(reading: Reading, thresholds: Thresholds) -> Reading:
    """The reading, or that of a server through which no real call passes."""
    block = _block(reading.server, thresholds)
    if block is None:
        return reading
    confidence = thresholds.confidence.unreachable
    return replace(
        reading,
        code=10,
        confidence=confidence,
        odds=sure_of(10, confidence),
        causes=(Cause.MEDIA_BLOCKED, *reading.causes),
        block=block,
    )


def _block(server: ServerMeasurement, thresholds: Thresholds) -> Block | None:
    """How far a real call came, where datagrams pass and it did not.

    Behind terrible loss a handshake fails by chance, and the loss says enough.
    """
    check = server.call_check
    loss = figure(server.loss_fraction)
    if check is None or (loss is not None and loss >= thresholds.loss.terrible):
        return None
    if not check.connected:
        return Block.ICE if check.ice_ms is None else Block.MEDIA
    lost = figure(check.audio_loss_fraction)
    return Block.MEDIA if lost is not None and lost >= thresholds.media.gone else None


_CAUSES_OF_ERRORS: tuple[tuple[Cause, frozenset[str]], ...] = (
    (Cause.BAD_CREDENTIALS, frozenset({"unauthorized", "forbidden"})),
    (Cause.TLS, frozenset({"tls"})),
    (Cause.QUOTA, frozenset({"quota"})),
    (Cause.RELAY_BLOCKED, frozenset({"relay-blocked"})),
    (Cause.DNS, frozenset({"dns"})),
    (Cause.RELAY_UNREACHABLE, frozenset({"timeout", "refused", "protocol"})),
)
"""What somebody can mend first, first."""


_SAID_BY_THE_SERVER = frozenset({"unauthorized", "forbidden", "quota", "relay-blocked"})
"""Errors that nobody on the way can have made: the server itself was reached."""


def _none_works(measurement: RunMeasurement, thresholds: Thresholds) -> Judgement:
    servers = measurement.servers
    errors = {server.error for server in servers}
    causes = [cause for cause, words in _CAUSES_OF_ERRORS if errors & words]
    if measurement.captive_portal and not errors & _SAID_BY_THE_SERVER:
        # Names that are not found, wrong certificates and silence are all of the portal's making.
        causes = [Cause.CAPTIVE_PORTAL]
    causes = causes or [Cause.RELAY_UNREACHABLE]
    confidence = thresholds.confidence.unreachable
    if not servers:
        confidence = 0.0  # Nothing was tried, so nothing is known.
    elif errors <= {"unauthorized", "forbidden", "quota"}:
        confidence = thresholds.confidence.unmeasured
    return Judgement(10, confidence, sure_of(10, confidence), tuple(causes), None, connects=False)


_ARISES_WITH: tuple[tuple[str, frozenset[Cause]], ...] = (
    ("loss", frozenset({Cause.LOSS})),
    ("jitter", frozenset({Cause.JITTER})),
    (
        # A queue builds up at the narrowest place, so it tells where the bandwidth ends too.
        "queue",
        frozenset({Cause.BUFFERBLOAT, Cause.BANDWIDTH, Cause.BANDWIDTH_UP, Cause.BANDWIDTH_DOWN}),
    ),
)


def _first_hop(
    local: LocalLink | None, causes: Sequence[Cause], thresholds: Thresholds
) -> tuple[Cause, ...]:
    """WIFI or LOCAL_NETWORK where something of what was found arises before the gateway.

    A weak signal is blamed too, but not for what was seen to arise behind the gateway.
    """
    if local is None:
        return ()
    sides = {
        getattr(local.origin, field)
        for field, explained in _ARISES_WITH
        if explained.intersection(causes)
    }
    if "local" in sides:
        return (Cause.LOCAL_NETWORK,) if local.wifi is None else (Cause.WIFI,)
    signal = local.wifi.signal_dbm if local.wifi is not None else None
    if None in sides and signal is not None and signal <= thresholds.wifi.weak_dbm:
        return (Cause.WIFI,)
    return ()


def _udp_blocked(servers: Sequence[ServerMeasurement]) -> bool:
    """Every UDP address failed without an answer, while its host answers by TCP or TLS."""
    udp = [server for server in servers if server.transport == "udp"]
    if not udp or any(s.reachable or s.error not in {"timeout", "refused"} for s in udp):
        return False
    hosts = {uri.host.lower() for uri in _uris(udp)}
    others = [server for server in servers if server.transport != "udp" and server.reachable]
    return any(uri.host.lower() in hosts for uri in _uris(others))


def _uris(servers: Sequence[ServerMeasurement]) -> Iterator[TurnUri]:
    for server in servers:
        try:
            yield parse_turn_uri(server.url)
        except TurnUriError:
            continue
