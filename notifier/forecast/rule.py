"""The threshold rule: what a call over the measured path will be like, by fixed limits.

docs/verdict-rule.md tells it in plain words, with the numbers and their sources. In short, each
figure of a server becomes a class::

    loss       good, minor, bad, terrible     of the call-like stream over the relayed loop
    latency    good, minor, bad               round trip to the server = one way in a call
    raised     no, yes                        jitter, or a very long queue under load: minor issues
    tier       insufficient .. excellent      what a call can use of the throughput

and the classes become a code::

    loss terrible, or two of {loss, latency, tier} bad   10
    one bad                                              20 loss, 30 latency, 40 tier
    anything minor                                       50, 55, 60, 65 by tier
    else                                                 70, 75, 90, 95 by tier

A server through which datagrams pass and a real call does not has code 10 whatever its figures say.
A figure that is worse never gives a better status. Nothing here raises, whatever was measured.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from notifier.codes import BY_SUMMARY, Color
from notifier.forecast.causes import Cause
from notifier.forecast.odds import class_odds, figure, loss_error, reach_odds, rtt_error
from notifier.forecast.thresholds import Thresholds
from notifier.measurement import LocalLink, RunMeasurement, ServerMeasurement, Throughput
from notifier.turn.uri import TurnUri, TurnUriError, parse_turn_uri

__all__ = ["Block", "Grade", "Judgement", "Tier", "code_of", "judge"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rule makes of a run."""

    summary_code: int
    """A key of :data:`notifier.codes.BY_SUMMARY`."""

    confidence: float
    """0..1: how sure the colour is."""

    causes: tuple[Cause, ...]
    """What holds the quality back, most important first."""

    server_url: str | None
    """The server that decides; None where none was reachable."""

    connects: bool = True
    """A call can be connected at all."""


class Grade(IntEnum):
    """The class of a loss or a latency, which has no TERRIBLE."""

    GOOD = 0
    MINOR = 1
    BAD = 2
    TERRIBLE = 3


class Block(Enum):
    """What of a real call does not pass where datagrams do."""

    ICE = "ice"
    """Its connectivity checks: ICE takes another path, where there is one."""

    MEDIA = "media"
    """DTLS or SRTP, while the checks pass: ICE takes this path, and the call hangs."""


class Tier(IntEnum):
    """The class of a bandwidth."""

    INSUFFICIENT = 0
    POOR = 1
    FAIR = 2
    GOOD = 3
    EXCELLENT = 4


_MINOR_CODES = {Tier.POOR: 50, Tier.FAIR: 55, Tier.GOOD: 60, Tier.EXCELLENT: 65}
_GOOD_CODES = {Tier.POOR: 70, Tier.FAIR: 75, Tier.GOOD: 90, Tier.EXCELLENT: 95}

_COLORS = (Color.RED, Color.AMBER, Color.GREEN)
_TRANSPORTS = ("udp", "tcp", "tls")
"""In the order of ICE's preference: what is closest to the packets of a call first."""


def judge(
    measurement: RunMeasurement,
    thresholds: Thresholds,
    *,
    known_throughput_kbps: float | None = None,
) -> Judgement:
    """Judge a run by the server that a call would use; never raises.

    A call needs one working relay, and ICE (RFC 8445 section 5.1.2) takes UDP wherever it works,
    whatever its quality: so UDP decides before TCP before TLS, then the best status and colour,
    then the lower round trip, then the order of the settings. A server that the run had no time
    for comes after those that were measured; one that failed on the way is no working relay. One
    through which a real call's connectivity checks do not pass comes last, for ICE passes over it;
    but where they pass and DTLS or media do not, ICE takes it, and the call ends there.

    :param known_throughput_kbps: loop throughput at IP level from the last full run on this
        network, for runs that measured none (light mode).
    """
    working = [server for server in measurement.servers if server.works]
    if not working:
        return _none_works(measurement, thresholds)
    readings = [_read(s, working, thresholds, known_throughput_kbps) for s in working]
    best = min(readings, key=_rank)
    causes = (*best.causes, *_first_hop(measurement.local, best.causes, thresholds))
    if _udp_blocked(measurement.servers):
        causes = (*causes, Cause.UDP_BLOCKED)
    if best.block is None and any(reading.block is not None for reading in readings):
        causes = (*causes, Cause.MEDIA_BLOCKED)
    return Judgement(
        best.code, best.confidence, causes, best.server.url, connects=best.block is None
    )


def code_of(loss: Grade, latency: Grade, tier: Tier, *, raised: bool) -> int:
    """The summary code of one combination of classes; see the table above."""
    bad = [
        code
        for code, is_bad in (
            (20, loss >= Grade.BAD),
            (30, latency >= Grade.BAD),
            (40, tier is Tier.INSUFFICIENT),
        )
        if is_bad
    ]
    if loss is Grade.TERRIBLE or len(bad) > 1:
        return 10
    if bad:
        return bad[0]
    if raised or Grade.MINOR in {loss, latency}:
        return _MINOR_CODES[tier]
    return _GOOD_CODES[tier]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One server, read."""

    server: ServerMeasurement
    code: int
    confidence: float
    causes: tuple[Cause, ...]
    rtt_ms: float
    block: Block | None


def _rank(reading: _Reading) -> tuple[bool, bool, int, int, int, float]:
    row = BY_SUMMARY[reading.code]
    transport = _TRANSPORTS.index(reading.server.transport)
    unmeasured = reading.server.loss_fraction is None
    passed_over = reading.block is Block.ICE
    color = -_COLORS.index(row.color)
    return passed_over, unmeasured, transport, -row.status, color, reading.rtt_ms


def _read(
    server: ServerMeasurement,
    reachable: Sequence[ServerMeasurement],
    thresholds: Thresholds,
    known_throughput_kbps: float | None,
) -> _Reading:
    t, errors, missing = thresholds, thresholds.errors, thresholds.missing

    loss = figure(server.loss_fraction)
    loss_limits = (t.loss.minor, t.loss.bad, t.loss.terrible)
    loss_odds: Sequence[float] = missing.loss
    if loss is not None:
        loss_odds = class_odds(loss, loss_error(server, loss, errors), loss_limits)
    loss_grade = Grade(_class(loss, loss_limits) or 0)

    rtt = figure(server.rtt_ms.median if server.rtt_ms is not None else None)
    latency_limits = (t.latency.minor_ms, t.latency.bad_ms)
    latency_odds: Sequence[float] = missing.latency
    if rtt is not None:
        latency_odds = class_odds(rtt, rtt_error(server, rtt, errors), latency_limits)
    latency_grade = Grade(_class(rtt, latency_limits) or 0)

    jitter, queue = figure(server.jitter_ms), figure(server.loaded_rtt_ms)
    jitter_odds = reach_odds(jitter, errors.jitter_relative, t.jitter.minor_ms, missing.jitter)
    queue_odds = reach_odds(queue, errors.queue_relative, t.queue.minor_ms, missing.queue)
    uneven = jitter is not None and jitter >= t.jitter.minor_ms
    bloated = queue is not None and queue >= t.queue.minor_ms

    tier, tier_odds = _bandwidth(server, reachable, thresholds, known_throughput_kbps)

    raised = uneven or bloated
    code = code_of(loss_grade, latency_grade, tier, raised=raised)
    raised_odds = 1 - (1 - jitter_odds) * (1 - queue_odds)
    sure = _color_odds(code, loss_odds, latency_odds, tier_odds, raised_odds)
    confidence = min(1.0, max(0.0, sure * t.confidence.ceiling))
    block = _block(server, t)
    if block is not None:
        code, confidence = 10, t.confidence.unreachable

    # (weight, cause), in the order that breaks ties.
    found = [
        (0 if block is None else 4, Cause.MEDIA_BLOCKED),
        (_weight(loss_grade), Cause.LOSS),
        (_weight(latency_grade), Cause.LATENCY),
        (1 if uneven else 0, Cause.JITTER),
        (_tier_weight(tier), _direction(server, errors.throughput_relative)),
        (1 if bloated else 0, Cause.BUFFERBLOAT),
    ]
    found.sort(key=lambda item: -item[0])
    return _Reading(
        server=server,
        code=code,
        confidence=confidence,
        causes=tuple(cause for weight, cause in found if weight),
        rtt_ms=math.inf if rtt is None else rtt,
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
    return Judgement(10, confidence, tuple(causes), None, connects=False)


def _bandwidth(
    server: ServerMeasurement,
    reachable: Sequence[ServerMeasurement],
    thresholds: Thresholds,
    known_throughput_kbps: float | None,
) -> tuple[Tier, Sequence[float]]:
    """The tier, and how likely each is.

    This server's own figure, else the best of another one in this run (the access link, which
    they share, is what mostly limits), else the last full run's. With none at all, the tier is
    taken for good, the lower of the green ones.
    """
    b, errors = thresholds.bandwidth, thresholds.errors
    limits = (b.poor_kbps, b.fair_kbps, b.good_kbps, b.excellent_kbps)
    relative = errors.throughput_relative
    capacity, at_least = _capacity(server.throughput_kbps)
    if capacity is None:
        relative = errors.throughput_elsewhere_relative
        others = [_capacity(other.throughput_kbps)[0] for other in reachable]
        capacity = max((other for other in others if other is not None), default=None)
    if capacity is None:
        capacity = figure(known_throughput_kbps)
    if capacity is None:
        return Tier.GOOD, thresholds.missing.bandwidth
    usable = capacity * b.usable_share
    tier = Tier(_class(usable, limits) or 0)
    odds = class_odds(usable, usable * relative, limits)
    if at_least:
        # The probe stopped at its own ceiling: lower tiers are out of the question.
        odds = [0.0] * tier + [sum(odds[: tier + 1])] + odds[tier + 1 :]
    return tier, odds


def _capacity(throughput: Throughput | None) -> tuple[float | None, bool]:
    """The narrowest figure there is, kbit/s at IP level, and whether it is a lower bound."""
    if throughput is None:
        return None, False
    figures = [
        (known, at_least)
        for value, at_least in (
            (throughput.loop, throughput.loop_at_least),
            (throughput.up, throughput.up_at_least),
            (throughput.down, throughput.down_at_least),
        )
        if (known := figure(value)) is not None
    ]
    return min(figures, default=(None, False))


def _direction(server: ServerMeasurement, tolerance: float) -> Cause:
    """Which direction is the narrow one; BANDWIDTH where that cannot be said, or both are."""
    throughput = server.throughput_kbps
    narrow, _ = _capacity(throughput)
    if throughput is None or narrow is None:
        return Cause.BANDWIDTH
    up, down = figure(throughput.up), figure(throughput.down)
    limit = narrow * (1 + tolerance)
    # True: it is the narrow one; False: it carries more than the whole; None: not known.
    up_tight = None if up is None else up <= limit and not throughput.up_at_least
    down_tight = None if down is None else down <= limit and not throughput.down_at_least
    if up_tight and down_tight:
        return Cause.BANDWIDTH
    if up_tight or (down_tight is False and up is None):
        return Cause.BANDWIDTH_UP
    if down_tight or (up_tight is False and down is None):
        return Cause.BANDWIDTH_DOWN
    return Cause.BANDWIDTH


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


def _weight(grade: Grade) -> int:
    """3 for a bad figure, 1 for minor issues."""
    return {Grade.GOOD: 0, Grade.MINOR: 1}.get(grade, 3)


def _tier_weight(tier: Tier) -> int:
    """3 for a bad figure; 2 where there is no video, 1 where it is poor: both are not green."""
    return {Tier.INSUFFICIENT: 3, Tier.POOR: 2, Tier.FAIR: 1}.get(tier, 0)


def _class(value: float | None, limits: Sequence[float]) -> int | None:
    return None if value is None else sum(value >= limit for limit in limits)


def _color_odds(
    code: int,
    loss_odds: Sequence[float],
    latency_odds: Sequence[float],
    tier_odds: Sequence[float],
    raised_odds: float,
) -> float:
    """How likely the true figures give the same colour; each errs on its own."""
    color = BY_SUMMARY[code].color
    return sum(
        p_loss * p_latency * p_tier * p_raised
        for loss, p_loss in zip(Grade, loss_odds, strict=True)
        for latency, p_latency in zip(Grade, latency_odds, strict=False)
        for tier, p_tier in zip(Tier, tier_odds, strict=True)
        for raised, p_raised in ((True, raised_odds), (False, 1 - raised_odds))
        if BY_SUMMARY[code_of(loss, latency, tier, raised=raised)].color is color
    )
