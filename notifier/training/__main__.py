"""``python -m notifier.training DATA …``: trains the models that the forecast asks.

Reads data sets of calls (docs/calls-data.md) and histories of this program, in which attached calls
are compared with what was measured before them; cross-validates by family, calibrates, trains on
all networks that are not held out, and writes the model and its metrics. The same data and the same
version of LightGBM give the same bytes.

    python -m notifier.training tests/data/calls.jsonl.xz
    python -m notifier.training tests/data/calls.jsonl.xz histories/*.sqlite3 --name ours --out .
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from notifier.forecast.model import MODEL, Model
from notifier.training.dataset import Case, DatasetError, read_cases
from notifier.training.fit import TooFewError, model_file
from notifier.training.home import read_history
from notifier.training.rows import examples
from notifier.training.validate import Forecast, calibration, cross_validate, forecasts

__all__: list[str] = []

METRICS = "call-model-metrics.json"
"""Beside the model."""

FOLDER = Path(__file__).parents[2] / "resources" / "models"

LEAST_CASES = 60
"""With fewer networks than these the models learn chance."""


def main() -> int:
    """Train."""
    parser = argparse.ArgumentParser(
        prog="python -m notifier.training",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "data", type=Path, nargs="+", help="data sets (.jsonl, .jsonl.xz) and histories (.sqlite3)"
    )
    parser.add_argument("--name", default="calls", help="of the model")
    parser.add_argument(
        "--out", type=Path, default=FOLDER, help="folder for both; default: the program's own"
    )
    parser.add_argument(
        "--test",
        action="store_true",
        help="judge the held-out networks too: once, at the end, and never to choose by",
    )
    args = parser.parse_args()
    try:
        # A call may stand in two copies of one history: it teaches once.
        cases = list({case.name: case for file in args.data for case in _read(file)}.values())
    except DatasetError as error:
        print(error, file=sys.stderr)
        return 2
    taught = [case for case in cases if not case.held_out and any(examples(case))]
    if len(taught) < LEAST_CASES:
        print(
            f"{len(taught)} networks or calls are too few to learn from: it takes {LEAST_CASES}",
            file=sys.stderr,
        )
        return 1

    def train(some: Sequence[Case]) -> Model:
        return Model(model_file(args.name, some))

    found = cross_validate(taught, train)
    if not found:
        print(
            "all networks are of one family: how good the model is cannot be said", file=sys.stderr
        )
    try:
        model = model_file(
            args.name, taught, calibration([f for f in found if not f.light] or found)
        )
    except TooFewError as error:
        print(f"there is too little to learn from: {error}", file=sys.stderr)
        return 1
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / MODEL).write_bytes(model)
    metrics = {"model": args.name, "crossValidated": _metrics(found)}
    if args.test:
        held_out = [case for case in cases if case.held_out]
        metrics["heldOut"] = _metrics(forecasts(Model(model), held_out))
    text = msgspec.json.format(msgspec.json.encode(metrics), indent=1) + b"\n"
    (args.out / METRICS).write_bytes(text)
    print(text.decode(), end="")
    return 0


def _read(file: Path) -> list[Case]:
    """:raises DatasetError: where it cannot be read."""
    return read_history(file) if file.suffix == ".sqlite3" else read_cases(file)


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
