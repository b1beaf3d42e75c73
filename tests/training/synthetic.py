"""Networks whose calls follow a simple rule, so that a test knows what a model can learn of them.

A call is as late as the round trip, loses what the network loses (and repairs none of it), freezes
twice as much, and finds nine tenths of the throughput for itself. The probe measures all of that
with some error.
"""

import random
from dataclasses import dataclass

import msgspec

from notifier.forecast.model import ModelFile
from notifier.measurement import Interval, Intervals, ServerMeasurement
from notifier.quality import CallFigures
from notifier.training import fit
from notifier.training.dataset import Case
from tests.forecast.runs import rtt, run, server, throughput

__all__ = [
    "IMPAIRMENTS",
    "Truth",
    "by_truth_alone",
    "call",
    "cases",
    "full",
    "lines",
    "model_file",
]


@dataclass(frozen=True, slots=True)
class Truth:
    """What a network is like."""

    loss: float = 0.0
    """0..1"""

    rtt_ms: float = 20.0
    kbps: float = 10_000.0


IMPAIRMENTS: dict[str, Truth] = {
    "loss": Truth(loss=0.2),
    "latency": Truth(rtt_ms=600.0),
    "bandwidth": Truth(kbps=120.0),
}
"""By the cause that is to blame: networks on which one figure, and it alone, makes calls bad."""


def full(truth: Truth, *, measured: Truth | None = None, packets: int = 400) -> ServerMeasurement:
    """What the probe finds of a network: the truth itself, unless something else."""
    found = truth if measured is None else measured
    return server(
        rtt_ms=rtt(found.rtt_ms, found.rtt_ms + 2.0),
        jitter_ms=2.0,
        loss_fraction=found.loss,
        loss_burst=1.0 if found.loss else None,
        throughput_kbps=throughput(found.kbps, found.kbps, found.kbps),
        loaded_rtt_ms=found.rtt_ms + 50.0,
        packets_sent=packets,
        intervals=Intervals(
            loss_fraction=Interval(max(0.0, found.loss - 0.01), min(1.0, found.loss + 0.01)),
            loop_kbps=Interval(found.kbps * 0.95, found.kbps * 1.05),
        ),
    )


def by_truth_alone(truth: Truth, *, packets: int = 400) -> ServerMeasurement:
    """Likewise, without the figures of which nothing says which way they work: the length of
    bursts, and how uncertain a throughput is."""
    found = full(truth, packets=packets)
    assert found.intervals is not None
    intervals = Intervals(loss_fraction=found.intervals.loss_fraction)
    return msgspec.structs.replace(found, loss_burst=0.0, intervals=intervals)


def call(truth: Truth) -> CallFigures:
    """What a call over it gets."""
    return CallFigures(
        available_kbps=0.9 * truth.kbps,
        concealed=truth.loss,
        frozen=min(1.0, 2 * truth.loss),
        one_way_ms=truth.rtt_ms,
    )


def cases(count: int, *, seed: int = 1, families: int = 10, held_out: int = 0) -> list[Case]:
    """So many networks, from fine to hopeless in each respect, and as many more to hold out."""
    draw = random.Random(seed)
    return [
        _case(number, draw, f"family-{number % families}", held_out=number >= count)
        for number in range(count + held_out)
    ]


def _case(number: int, draw: random.Random, family: str, *, held_out: bool) -> Case:
    truth = Truth(
        loss=draw.choice((0.0, draw.uniform(0.0, 0.04), draw.uniform(0.03, 0.3))),
        rtt_ms=10 * 2 ** draw.uniform(0, 6.5),
        kbps=30 * 2 ** draw.uniform(0, 9),
    )
    measured = Truth(
        loss=sum(draw.random() < truth.loss for _ in range(400)) / 400,
        rtt_ms=truth.rtt_ms * draw.gauss(1, 0.03),
        kbps=truth.kbps * draw.gauss(1, 0.06),
    )
    found = full(truth, measured=measured)
    unloaded = msgspec.structs.replace(found, throughput_kbps=None, loaded_rtt_ms=None)
    return Case(
        name=f"1-{number:04}",
        family=family,
        held_out=held_out,
        light=run(unloaded, mode="light"),
        full=run(found),
        calls=(call(truth),) * (2 if number % 8 == 0 else 1),
    )


def lines(given: list[Case]) -> bytes:
    """As a data set."""
    return b"".join(msgspec.json.encode(case) + b"\n" for case in given)


def model_file(given: list[Case]) -> ModelFile:
    """A model that was trained on them."""
    data = fit.model_file("synthetic", given, ((0.0, 0.1), (1.0, 0.9)))
    return msgspec.json.decode(data, type=ModelFile)
