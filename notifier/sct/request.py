"""The lines between the test's process and the one that started it.

One :class:`SctRequest` goes in on standard input, secrets included (they never stand in an
argument or the environment of the child); a :class:`Cancel` may follow. :data:`Report` lines come
out on standard output. :class:`Measured` comes before anything is forecast, so that whatever
happens then, a crash in a native library included, costs no measurement; :class:`Predicted` is the
last line where a forecast was asked for. :class:`Failed` is the last line of a run that could not
go on.
"""

from typing import Literal

import msgspec

from notifier.measurement import RunMeasurement
from notifier.prediction import Known, Prediction
from notifier.probe.request import Progress, RunRequest, ServerDone

__all__ = [
    "Cancel",
    "Command",
    "Failed",
    "FailureReason",
    "Measured",
    "Predicted",
    "Report",
    "SctRequest",
]

FailureReason = Literal["cancelled", "crashed", "time-limit"]


class SctRequest(msgspec.Struct, frozen=True, kw_only=True, tag="test"):
    """Do the test once."""

    run: RunRequest
    known: Known | None = None
    """What earlier runs on this network have found, to forecast with; None measures only."""

    model: str | None = None
    """The file of a model to be asked instead of the program's own."""


class Cancel(msgspec.Struct, frozen=True, tag="cancel"):
    """Stop the test: give the allocations back and leave."""


Command = SctRequest | Cancel


class Measured(msgspec.Struct, frozen=True, kw_only=True, tag="measured"):
    """The run is complete."""

    measurement: RunMeasurement


class Predicted(msgspec.Struct, frozen=True, kw_only=True, tag="predicted"):
    """And so is its forecast."""

    prediction: Prediction


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """The test itself could not go on; a failed network is no reason for this."""

    reason: FailureReason
    detail: str


Report = Progress | ServerDone | Measured | Predicted | Failed
