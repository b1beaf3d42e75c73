"""``python -m notifier.training DATA …``: trains the models that the forecast asks.

Reads data sets of calls (docs/calls-data.md), cross-validates by family, calibrates, trains on all
networks that are not held out, and writes the model and its metrics. The same data and the same
version of LightGBM give the same bytes.

    python -m notifier.training tests/data/calls.jsonl.xz
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import lightgbm
import msgspec

from notifier.forecast.model import FORMAT, MODEL, Model, ModelFile, Training, digest_of
from notifier.forecast.ratings import RATINGS
from notifier.training.dataset import Case, DatasetError, read_cases
from notifier.training.fit import fit
from notifier.training.rows import examples
from notifier.training.validate import Forecast, calibration, cross_validate, forecasts

__all__: list[str] = []

METRICS = "call-model-metrics.json"
"""Beside the model."""

FOLDER = Path(__file__).parents[2] / "resources" / "models"

LEAST_CASES = 60
"""With fewer networks than these the models learn chance."""

GOOD = {
    "loss": 0.0,
    "loss_at_most": 0.037,
    "loss_burst": 0.0,
    "rtt_ms": 20.0,
    "rtt_spread_ms": 1.0,
    "jitter_ms": 1.0,
    "loop_kbps": 10_000.0,
    "loop_at_least": 0.0,
    "loop_uncertain": 0.02,
    "queue_ms": 50.0,
    "queue_at_least": 0.0,
    "packets": 100.0,
    "stream_transport": 0.0,
}
"""A cable or fibre link on which nothing holds a call back; the loss' upper end is what 100 packets
can say of none lost."""


def main() -> int:
    """Train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, nargs="+", help="data sets, .jsonl or .jsonl.xz")
    parser.add_argument("--name", default="calls-2026-11", help="of the model")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder for model and metrics")
    args = parser.parse_args()
    try:
        cases = [case for file in args.data for case in read_cases(file)]
    except DatasetError as error:
        print(error, file=sys.stderr)
        return 2
    taught = [case for case in cases if not case.held_out and any(examples(case))]
    if len(taught) < LEAST_CASES:
        print(f"{len(taught)} networks with calls are too few to learn from", file=sys.stderr)
        return 1
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in args.data)).hexdigest()

    def train(some: Sequence[Case]) -> Model:
        return Model(_model(args.name, digest, some, ()))

    found = cross_validate(taught, train)
    model = _model(args.name, digest, taught, calibration([f for f in found if not f.light]))
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / MODEL).write_bytes(model)
    held_out = forecasts(Model(model), [case for case in cases if case.held_out])
    metrics = {
        "model": args.name,
        "crossValidated": _metrics(found),
        "heldOut": _metrics(held_out),
    }
    text = msgspec.json.format(msgspec.json.encode(metrics), indent=1) + b"\n"
    (args.out / METRICS).write_bytes(text)
    print(text.decode(), end="")
    return 0


def _model(
    name: str,
    digest: str,
    cases: Sequence[Case],
    points: tuple[tuple[float, float], ...],
) -> bytes:
    boosters = fit([example for case in cases for example in examples(case)])
    file = ModelFile(
        format=FORMAT,
        name=name,
        columns={
            rating.name: tuple(column.name for column in rating.columns) for rating in RATINGS
        },
        boosters=boosters,
        digest=digest_of(boosters),
        good=GOOD,
        calibration=points,
        training=Training(calls=len(cases), data=digest, lightgbm=lightgbm.__version__),
    )
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def _metrics(found: Sequence[Forecast]) -> dict[str, dict[str, float]]:
    """How often right, by the kind of run; the whole table is made by the tests' own tools."""
    return {
        "light" if light else "full": {
            "networks": len(some),
            "code": _share([f.code == f.call for f in some]),
            "color": _share([f.right for f in some]),
        }
        for light in (False, True)
        if (some := [f for f in found if f.light is light])
    }


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 4)


if __name__ == "__main__":
    sys.exit(main())
