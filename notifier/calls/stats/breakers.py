"""What is wrong with one stream: the limits of the callstats API, in the manner of RFC 8083.

RTP that stops is ambiguous: a camera may be switched off, a microphone muted, a server may forward
only who speaks, and no statistic says so. So a stream without packets is only held to be broken
where something was to be sent: sound between two peers, as the original does; anything else where
the sender's own reports say that it sends, where a camera gives pictures that do not go out, or
where the connection receives nothing at all.
"""

import math

import msgspec

from notifier.calls.live import TroubleKind
from notifier.calls.sample import FabricSample, StreamSample

__all__ = ["Watched", "should_flow", "stream_troubles"]

SILENCE_MS = 10_000.0
"""Without packets: media timeout."""

RTCP_MS, RTCP_INTERVALS, RTCP_SMOOTHING = 30_000.0, 5.0, 0.2

LOST, LOST_MS = 0.99, 5_000.0
SLOW_AUDIO_MS, SLOW_VIDEO_MS, SLOW_FOR_MS = 1_500.0, 2_000.0, 15_000.0

TFRC_TIMES, TFRC_LEAST_LOSS = 10.0, 0.001
TFRC_REPORTS = 3
"""In a row with too high a rate: RFC 8083 section 4.3 asks for as many intervals at least."""

NO_REPORT_MS = 15_000.0
"""Without packets nor a word of the sender, who used to report."""

_REPORT_FOR_MS = 10_000.0
"""As long as a report is held to be true, without a newer one."""

_SMOOTHING = 0.2
_NOTHING_KBPS = 0.1


class Watched(msgspec.Struct, array_like=True):
    """What is remembered of a stream."""

    seen: float
    """When there were packets last, or silence was no trouble."""

    flowed: bool = False
    quiet_since: float | None = None
    """Of an inbound stream: since when nothing has come."""

    reports: int = 0
    """Of its sender, since then."""

    sends: bool | None = None
    """What those say."""

    report_at: float | None = None
    report_every: float = 0.0
    """Smoothed, ms; 0 before the second one."""

    idle_at: float = 0.0
    """When there were no packets last, or none to be expected."""

    loss: float | None = None
    loss_at: float = 0.0
    lost_since: float | None = None
    rtt: float | None = None
    """Smoothed, ms."""

    rtt_at: float = 0.0
    slow_since: float | None = None
    kbps: float | None = None
    octets: float | None = None
    """Of a packet; smoothed, as is the rate."""

    mean_loss: float | None = None
    greedy: int = 0
    """Reports in a row at which too much was sent."""


def should_flow(stream: StreamSample, watched: Watched, sample: FabricSample, server: bool) -> bool:
    """Of a stream without packets: whether it is broken, and not just without content."""
    if stream.direction == "outbound":
        if stream.active is False:
            return False
        return stream.media == "audio" or bool(stream.source_frames)
    if stream.packets:
        watched.quiet_since = watched.sends = None
        watched.reports = 0
        return True
    if watched.quiet_since is None:
        watched.quiet_since = sample.at - sample.span_ms
    if stream.sender_packets is not None:
        # The first report may speak of what was sent before.
        watched.reports += 1
        if watched.reports > 1 or not stream.sender_packets:
            watched.sends = stream.sender_packets > 0
    if watched.sends is not None:
        return watched.sends
    if sample.down_kbps <= _NOTHING_KBPS:
        return True
    if server or stream.media != "audio":
        return False
    # Who reports is waited for: with sound it takes some seconds.
    waited = sample.at - watched.quiet_since >= NO_REPORT_MS
    return stream.report_age_ms is None or waited


def stream_troubles(
    stream: StreamSample, watched: Watched, sample: FabricSample, quiet: bool, broken: bool
) -> list[TroubleKind]:
    found: list[TroubleKind] = []
    at = sample.at
    if stream.packets or quiet or not watched.flowed or not broken:
        watched.seen = at
    watched.flowed = watched.flowed or stream.packets > 0
    if at - watched.seen >= SILENCE_MS:
        found.append("media-timeout")
    _note_reports(stream, watched, at, quiet)
    if stream.packets and watched.report_at is not None:
        limit = max(RTCP_MS, RTCP_INTERVALS * watched.report_every)
        if at - max(watched.report_at, watched.idle_at) >= limit:
            found.append("rtcp-timeout")
    if not quiet and _is_unusable(stream, watched, sample):
        found.append("media-usability")
    if stream.direction == "outbound":
        if _is_greedy(stream, watched, sample):
            found.append("congestion")
        if stream.has_reports is False and stream.packets:
            found.append("no-receiver-reports")
    return found


def _note_reports(stream: StreamSample, watched: Watched, at: float, quiet: bool) -> None:
    if quiet or not stream.packets:
        watched.idle_at = at  # nobody reports on what does not flow
    if stream.report_age_ms is None:
        return
    came = at - stream.report_age_ms
    if watched.report_at is not None and came > watched.report_at:
        every = came - watched.report_at
        last = watched.report_every or every
        watched.report_every = last + RTCP_SMOOTHING * (every - last)
    watched.report_at = came


def _is_unusable(stream: StreamSample, watched: Watched, sample: FabricSample) -> bool:
    at = sample.at
    if stream.loss is not None:
        watched.loss, watched.loss_at = stream.loss, at
    lost = (
        watched.loss is not None and watched.loss > LOST and at - watched.loss_at <= _REPORT_FOR_MS
    )
    watched.lost_since = (watched.lost_since or at - sample.span_ms) if lost else None
    rtt = stream.rtt_ms if stream.rtt_ms is not None else sample.rtt_ms
    if rtt is not None:
        last = rtt if watched.rtt is None else watched.rtt
        watched.rtt, watched.rtt_at = last + _SMOOTHING * (rtt - last), at
    limit = SLOW_AUDIO_MS if stream.media == "audio" else SLOW_VIDEO_MS
    slow = watched.rtt is not None and watched.rtt > limit and at - watched.rtt_at <= _REPORT_FOR_MS
    watched.slow_since = (watched.slow_since or at - sample.span_ms) if slow else None
    return (watched.lost_since is not None and at - watched.lost_since >= LOST_MS) or (
        watched.slow_since is not None and at - watched.slow_since >= SLOW_FOR_MS
    )


def _is_greedy(stream: StreamSample, watched: Watched, sample: FabricSample) -> bool:
    """Whether it sends far more than TCP would, RFC 8083 section 4.3."""
    if stream.packets:
        kbps = stream.kbps if watched.kbps is None else watched.kbps
        watched.kbps = kbps + _SMOOTHING * (stream.kbps - kbps)
        octets = stream.kbps * sample.span_ms / 8 / stream.packets
        last = octets if watched.octets is None else watched.octets
        watched.octets = last + _SMOOTHING * (octets - last)
    if stream.loss is None:
        return watched.greedy >= TFRC_REPORTS
    last = stream.loss if watched.mean_loss is None else watched.mean_loss
    watched.mean_loss = last + _SMOOTHING * (stream.loss - last)
    greedy = (
        watched.kbps is not None
        and watched.octets is not None
        and watched.rtt is not None
        and watched.rtt > 0
        and watched.mean_loss >= TFRC_LEAST_LOSS
        and watched.kbps
        > TFRC_TIMES * (watched.octets * 8 / (watched.rtt * math.sqrt(2 * watched.mean_loss / 3)))
    )
    watched.greedy = watched.greedy + 1 if greedy else 0
    return watched.greedy >= TFRC_REPORTS
