"""What a model says of a run: the border between the process that predicts and the one that tells.

The models need libraries that never stay resident, so they are asked in the process that measures;
what comes back is this, small and plain, and :mod:`notifier.forecast.judge` makes a verdict of it.
"""

import msgspec

from notifier.measurement import Throughput

__all__ = ["Known", "Prediction", "ServerPrediction"]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the last full run has found on this network, for a run that measured less."""

    throughput: Throughput | None = None
    loaded_rtt_ms: float | None = None
    loaded_rtt_at_least: bool = False


class ServerPrediction(msgspec.Struct, frozen=True, kw_only=True):
    """What a call through one server would get: how likely each class is, adding up to 1."""

    url: str
    loss: tuple[float, float, float, float]
    """Good, minor, bad, terrible: see :mod:`notifier.quality`."""

    latency: tuple[float, float, float]
    """Good, minor, bad."""

    tier: tuple[float, float, float, float, float]
    """Insufficient, poor, fair, good, excellent."""

    blame: dict[str, float]
    """By cause: its share in the odds of a call's not being green, and of its being red, over all
    ratings."""

    blame_red: dict[str, float] = {}
    """The same in its being red alone."""


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """Of a whole run."""

    servers: tuple[ServerPrediction, ...] = ()
    """Of those that work, in the order of the run."""

    calibration: tuple[tuple[float, float], ...] = ()
    """Points (odds of the colour, how often it was right on calls never trained on), ascending."""

    model: str | None = None
    """Which model it was; None where there was none."""

    problem: str | None = None
    """Why there was none, in one sentence; beside a model: why it was not the one asked for."""
