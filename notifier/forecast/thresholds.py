"""The threshold rule's numbers: data in ``resources/models``, checked when they are read.

What each number means and where it comes from stands in docs/verdict-rule.md.
"""

import math
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Annotated

import msgspec

__all__ = ["Thresholds", "ThresholdsError", "default_thresholds", "read_thresholds"]

_Fraction = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
_Positive = Annotated[float, msgspec.Meta(gt=0.0)]
_Count = Annotated[int, msgspec.Meta(ge=1)]


class ThresholdsError(ValueError):
    """The numbers cannot be used; the message says which and why."""


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class Loss(_Table, frozen=True, kw_only=True):
    """Fractions from which a loss is minor, bad and terrible."""

    minor: _Fraction
    bad: _Fraction
    terrible: _Fraction

    def __post_init__(self) -> None:
        _ascending("loss", self.minor, self.bad, self.terrible)


class Latency(_Table, frozen=True, kw_only=True):
    """Milliseconds one way from which a latency is minor and bad."""

    minor_ms: _Positive
    bad_ms: _Positive

    def __post_init__(self) -> None:
        _ascending("latency", self.minor_ms, self.bad_ms)


class Raise(_Table, frozen=True, kw_only=True):
    """Milliseconds from which a figure makes minor issues of an otherwise good connection."""

    minor_ms: _Positive


class Wifi(_Table, frozen=True, kw_only=True):
    """When a Wi-Fi link is blamed by its signal alone."""

    weak_dbm: Annotated[float, msgspec.Meta(lt=0.0)]


class Media(_Table, frozen=True, kw_only=True):
    """When the media of a call that connects counts as blocked."""

    gone: Annotated[float, msgspec.Meta(gt=0.0, le=1.0)]
    """Share of the audio packets that did not arrive."""


class Bandwidth(_Table, frozen=True, kw_only=True):
    """Kilobits a second, for one call, from which each tier begins; below poor: insufficient."""

    usable_share: Annotated[float, msgspec.Meta(gt=0.0, le=1.0)]
    """What a call's congestion control and headers leave of the capacity at IP level."""

    poor_kbps: _Positive
    fair_kbps: _Positive
    good_kbps: _Positive
    excellent_kbps: _Positive

    def __post_init__(self) -> None:
        _ascending("bandwidth", self.poor_kbps, self.fair_kbps, self.good_kbps, self.excellent_kbps)


class Errors(_Table, frozen=True, kw_only=True):
    """Standard errors of the figures; ``…_relative`` as a share of the figure."""

    loss_unknown_packets: _Count
    """Packets assumed behind a loss that does not say how many there were."""

    rtt_samples: _Count
    rtt_relative: _Positive
    rtt_floor_ms: _Positive
    jitter_relative: _Positive
    queue_relative: _Positive
    throughput_relative: _Positive
    throughput_elsewhere_relative: _Positive
    """For a throughput of an earlier run, or of another server in this one."""


class Missing(_Table, frozen=True, kw_only=True):
    """How likely each class is of a figure that was not measured, best class first but for
    bandwidth, whose tiers ascend."""

    loss: tuple[_Fraction, _Fraction, _Fraction, _Fraction]
    latency: tuple[_Fraction, _Fraction, _Fraction]
    bandwidth: tuple[_Fraction, _Fraction, _Fraction, _Fraction, _Fraction]
    jitter: _Fraction
    queue: _Fraction

    def __post_init__(self) -> None:
        for name in ("loss", "latency", "bandwidth"):
            if not math.isclose(sum(getattr(self, name)), 1.0, abs_tol=1e-9):
                raise ValueError(f"missing.{name} must add up to 1")


class Confidence(_Table, frozen=True, kw_only=True):
    """Bounds of the confidence."""

    ceiling: _Fraction
    """However far the figures are from every threshold."""

    unreachable: _Fraction
    """No server could be reached, or no call connected through the one that decides."""

    unmeasured: _Fraction
    """Servers answered but turned the program away, so the line itself was not measured."""


class Thresholds(_Table, frozen=True, kw_only=True):
    """All numbers of the rule, one attribute a table of the file."""

    loss: Loss
    latency: Latency
    jitter: Raise
    queue: Raise
    wifi: Wifi
    media: Media
    bandwidth: Bandwidth
    errors: Errors
    missing: Missing
    confidence: Confidence


def read_thresholds(text: str | bytes) -> Thresholds:
    """Read and check the numbers (TOML).

    :raises ThresholdsError: with one sentence that names the key.
    """
    try:
        return msgspec.toml.decode(text, type=Thresholds)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ThresholdsError(f"the threshold rule cannot be used: {error}") from error


@cache
def default_thresholds() -> Thresholds:
    """The numbers that come with the program."""
    file = resources.files("resources") / "models" / "threshold-rule.toml"
    return read_thresholds(file.read_bytes())


def _ascending(name: str, *values: float) -> None:
    if not all(low < high for low, high in pairwise(values)):
        raise ValueError(f"the thresholds of {name} must ascend")
