"""From the raw samples of a reference call to its four figures (:mod:`notifier.quality`).

The rule stands in docs/calls-data.md; in short, over the samples of the seconds 12 to 32::

    available   median of ``availableOutgoingBitrate``, the caller's nominated pair
    one way     half the median of ``currentRoundTripTime`` there: it crosses the loop twice
    concealed   growth of ``concealedSamples`` / growth of ``totalSamplesReceived``, the callee's
    frozen      growth of ``totalFreezesDuration`` / time, the callee's

What the rule does not say:

* A counter that is missing at first (there is no entry before the first packet) has been zero.
* A call that stayed connected and of whose sound nothing ever arrived was silent: concealed 1.
* A call whose samples end early broke off: the seconds that are missing were silent and frozen.
  One of which nothing is left after the warm-up counts as not connected.
* A freeze is counted by Chromium when it ends, so that a picture that never came, or stood until
  the end, is none by the rule; and one that began in the warm-up counts whole, up to 1.
"""

from collections.abc import Sequence
from statistics import median

from notifier.quality import CallFigures
from tests.collect.record import Call, Sample

__all__ = ["END_S", "WARM_UP_S", "figures", "rated", "value"]

WARM_UP_S = 12
"""The congestion control is still looking for its rate, and nothing counts."""

END_S = 32

_PAIR = "candidate-pair"
_AUDIO = "inbound-rtp/audio"
_VIDEO = "inbound-rtp/video"

_NOT_CONNECTED = CallFigures(
    available_kbps=None, concealed=None, frozen=None, one_way_ms=None, connected=False
)


def figures(call: Call) -> CallFigures:
    """What the call got."""
    samples = rated(call.samples)
    if call.setup_ms is None or len(samples) < 2:
        return _NOT_CONNECTED
    seconds = (samples[-1].ms - samples[0].ms) / 1000
    missing = 1 - min(1.0, round(seconds) / (END_S - WARM_UP_S))
    available = _median(samples, "availableOutgoingBitrate")
    round_trip = _median(samples, "currentRoundTripTime")
    return CallFigures(
        available_kbps=None if available is None else available / 1000,
        concealed=_with_missing(_concealed(samples), missing),
        frozen=_with_missing(_frozen(samples, seconds), missing),
        one_way_ms=None if round_trip is None else round_trip * 1000 / 2,
    )


def rated(samples: Sequence[Sample]) -> list[Sample]:
    """Those after the warm-up; the one at its end is where the counters begin.

    A sample is taken a little before or after its second.
    """
    return [sample for sample in samples if round(sample.ms / 1000) >= WARM_UP_S]


def value(entries: dict[str, dict[str, float | str | None]], entry: str, name: str) -> float | None:
    """A field of one side of a sample; None where it is missing or no number."""
    found = entries.get(entry, {}).get(name)
    return None if isinstance(found, str) else found


def _median(samples: Sequence[Sample], name: str) -> float | None:
    values = [found for s in samples if (found := value(s.caller, _PAIR, name)) is not None]
    return median(values) if values else None


def _growth(samples: Sequence[Sample], entry: str, name: str) -> float | None:
    """None where the counter is never told."""
    values = [value(sample.callee, entry, name) for sample in samples]
    told = [number for number in values if number is not None]
    if not told:
        return None
    return max(0.0, told[-1] - (values[0] or 0.0))


def _concealed(samples: Sequence[Sample]) -> float | None:
    concealed = _growth(samples, _AUDIO, "concealedSamples")
    received = _growth(samples, _AUDIO, "totalSamplesReceived")
    if received is None:
        return 1.0
    return min(1.0, concealed / received) if received and concealed is not None else None


def _frozen(samples: Sequence[Sample], seconds: float) -> float | None:
    frozen = _growth(samples, _VIDEO, "totalFreezesDuration")
    return None if frozen is None else min(1.0, frozen / seconds)


def _with_missing(share: float | None, missing: float) -> float | None:
    return missing or None if share is None else share * (1 - missing) + missing
