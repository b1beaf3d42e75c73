"""What a real call is worth: its four figures, their ratings, and the summary code they earn.

The one rule for training a forecast, judging it, and telling after a call how it did. The
reference call is described in docs/calls-data.md; the limits and their reasons in
docs/verdict-rule.md. In short::

    loss       concealed audio or frozen video     good, minor, bad, terrible
    latency    one way, from end to end            good, minor, bad
    tier       what the sender had for itself      insufficient .. excellent

    loss terrible, no connection, or two of {loss, latency, tier} bad   10
    one bad                                                             20, 30, 40
    loss or latency minor                                               50, 55, 60, 65 by tier
    else                                                                70, 75, 90, 95 by tier
"""

from enum import IntEnum

import msgspec

__all__ = [
    "BAD_CONNECTION",
    "CallFigures",
    "Grade",
    "Tier",
    "call_code",
    "code_of",
    "latency_grade",
    "loss_grade",
    "tier_of",
]

BAD_CONNECTION = 10

CONCEALED = (0.03, 0.10, 0.25)
"""Fractions of the audio samples from which a loss is minor, bad and terrible."""

FROZEN = (0.04, 0.20, 0.50)
"""Fractions of the time in which the video stood still, likewise."""

ONE_WAY_MS = (200.0, 400.0)
"""From which a latency is minor and bad (ITU-T G.107 and G.114)."""

AVAILABLE_KBPS = (60.0, 250.0, 800.0, 2000.0)
"""From which the bandwidth is poor, fair, good and excellent."""


class Grade(IntEnum):
    """The class of a loss or a latency, which has no TERRIBLE."""

    GOOD = 0
    MINOR = 1
    BAD = 2
    TERRIBLE = 3


class Tier(IntEnum):
    """The class of a bandwidth."""

    INSUFFICIENT = 0
    POOR = 1
    FAIR = 2
    GOOD = 3
    EXCELLENT = 4


class CallFigures(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """What a call got, without its warm-up; None where it was not told.

    A call that did not connect has None throughout.
    """

    available_kbps: float | None
    """Median ``availableOutgoingBitrate`` of the nominated candidate pair, at the sender."""

    concealed: float | None
    """0..1: growth of ``concealedSamples`` over that of ``totalSamplesReceived``."""

    frozen: float | None
    """0..1: growth of ``totalFreezesDuration`` over the time."""

    one_way_ms: float | None
    """Half the median ``currentRoundTripTime`` of the nominated pair."""

    connected: bool = True


_MINOR_CODES = {Tier.POOR: 50, Tier.FAIR: 55, Tier.GOOD: 60, Tier.EXCELLENT: 65}
_GOOD_CODES = {Tier.POOR: 70, Tier.FAIR: 75, Tier.GOOD: 90, Tier.EXCELLENT: 95}


def code_of(loss: Grade, latency: Grade, tier: Tier, *, raised: bool = False) -> int:
    """The summary code of one combination of classes.

    :param raised: something else makes minor issues of an otherwise good connection.
    """
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
        return BAD_CONNECTION
    if bad:
        return bad[0]
    if raised or Grade.MINOR in {loss, latency}:
        return _MINOR_CODES[tier]
    return _GOOD_CODES[tier]


def loss_grade(call: CallFigures) -> Grade:
    """What was heard and seen of the losses: the worse of sound and picture."""
    return Grade(max(_class(call.concealed, CONCEALED), _class(call.frozen, FROZEN)))


def latency_grade(call: CallFigures) -> Grade:
    """How long it took from end to end."""
    return Grade(_class(call.one_way_ms, ONE_WAY_MS))


def tier_of(call: CallFigures) -> Tier:
    """What the sender's congestion control found to be there for it; unknown is no hindrance."""
    if call.available_kbps is None:
        return Tier.EXCELLENT
    return Tier(_class(call.available_kbps, AVAILABLE_KBPS))


def call_code(call: CallFigures) -> int:
    """The summary code that a call earned."""
    if not call.connected:
        return BAD_CONNECTION
    return code_of(loss_grade(call), latency_grade(call), tier_of(call))


def _class(value: float | None, limits: tuple[float, ...]) -> int:
    return 0 if value is None else sum(value >= limit for limit in limits)
