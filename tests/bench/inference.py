"""``python -m tests.bench.inference``: what a forecast costs the process that makes it.

Each of ``--processes`` fresh processes imports the model's libraries, loads the model and asks it
for the example measurement, once and once more, on one thread as ``python -m notifier.sct`` does;
printed are the median and the most of each. The bar is 50 ms from the imports' end to the first
forecast.

    python -m tests.bench.inference --servers 3 --model build/call-model.json
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from notifier.prediction import Known
from tests.records import example_measurement, example_server

_LIMIT = 120.0
"""Seconds for one process."""


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Of one process."""

    imports_ms: float
    first_ms: float
    """The model loaded, and one run forecast."""

    again_ms: float
    """A run forecast by a model that is loaded."""

    plain_mb: float
    """Resident memory before the imports."""

    imported_mb: float
    """And behind them."""

    peak_mb: float
    threads: int


_ROWS = (
    ("imports", "imports_ms", "ms"),
    ("model loaded and first forecast", "first_ms", "ms"),
    ("a further forecast", "again_ms", "ms"),
    ("memory before the imports", "plain_mb", "MB"),
    ("memory behind them", "imported_mb", "MB"),
    ("memory at most", "peak_mb", "MB"),
    ("threads at the end", "threads", ""),
)


def main() -> int:
    """Measure and print; status 1 where there is no model."""
    args = _arguments()
    if args.once:
        print(msgspec.json.encode(_once(args.servers, args.model)).decode())
        return 0
    costs: list[Cost] = []
    for _ in range(args.processes):
        command = [sys.executable, "-m", __spec__.name, "--once", f"--servers={args.servers}"]
        command += [f"--model={args.model}"] if args.model else []
        environ = {**os.environ, "OMP_NUM_THREADS": "1"}
        done = subprocess.run(
            command, env=environ, capture_output=True, text=True, timeout=_LIMIT, check=False
        )
        if done.returncode:
            print(done.stderr.strip().rpartition("\n")[2], file=sys.stderr)
            return 1
        costs.append(msgspec.json.decode(done.stdout.splitlines()[-1], type=Cost))
    print("| | median | most |\n| --- | --- | --- |")
    for title, name, unit in _ROWS:
        values = [getattr(cost, name) for cost in costs]
        cells = (
            f"{value:.4g} {unit}".strip() for value in (statistics.median(values), max(values))
        )
        print(f"| {title} | {' | '.join(cells)} |")
    return 0


def _once(servers: int, model: Path | None) -> Cost:
    urls = [f"turn:turn{number}.example.org" for number in range(servers)]
    measurement = example_measurement(*(example_server(url=url) for url in urls))
    plain = _status("VmRSS")
    began = time.perf_counter()
    from notifier.forecast.model import predict

    imported, imported_kb = time.perf_counter(), _status("VmRSS")
    prediction = predict(measurement, Known(), file=model)
    first = time.perf_counter()
    predict(measurement, Known(), file=model)
    again = time.perf_counter()
    if prediction.problem is not None:
        raise SystemExit(prediction.problem)
    return Cost(
        imports_ms=(imported - began) * 1000,
        first_ms=(first - imported) * 1000,
        again_ms=(again - first) * 1000,
        plain_mb=plain / 1000,
        imported_mb=imported_kb / 1000,
        peak_mb=_status("VmHWM") / 1000,
        threads=_status("Threads"),
    )


def _status(field: str) -> int:
    """A number of ``/proc/self/status`` (proc(5)); memory is in kB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="tests.bench.inference")
    parser.add_argument("--processes", type=int, default=20)
    parser.add_argument("--servers", type=int, default=1, help="that work")
    parser.add_argument("--model", type=Path, help="another model than the installed one")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
