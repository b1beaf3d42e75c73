"""``python -m tests.collect``: the data set of real calls, one file a network, gone on with where
it was left.

Each network of :mod:`tests.collect.draw` is made between two network namespaces with a coturn
behind it; the probe runs through it, light and full, and then the reference call in a real
Chromium. Needs root, coturn, Chromium, ffmpeg and iperf3, and a machine that does nothing else.

    python -m tests.collect --networks 324 --workers 3
"""

import argparse
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from notifier.sct.process import SctFailed
from tests.collect.collector import CollectError, collect
from tests.collect.draw import draw
from tests.collect.film import film
from tests.collect.record import FOLDER, write


def main() -> int:
    """Collect what is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--networks", type=int, default=324, help="how many")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--workers", type=int, default=1, help="networks at the same time")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of the files")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    film()
    probing = threading.Lock()

    def one(number: int) -> bool:
        file: Path = args.out / f"{args.seed}-{number:04}.json"
        if file.exists():
            return True
        began = time.monotonic()
        try:
            collected = collect(args.seed, draw(args.seed, number), probing)
        except (CollectError, SctFailed, RuntimeError, OSError) as error:
            print(f"{number}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            return False
        write(file, collected)
        waits = ", ".join(
            f"attempt {c.attempts}, waited {c.conditions.waited:.2f}, late {c.conditions.late:.3%}"
            for c in collected.calls
        )
        seconds = time.monotonic() - began
        print(f"{number}: {seconds:.0f} s; {waits}", file=sys.stderr, flush=True)
        return True

    numbers = range(args.first, args.first + args.networks)
    with ThreadPoolExecutor(args.workers) as pool:
        missing = list(pool.map(one, numbers)).count(False)
    if missing:
        print(f"{missing} networks gave no result: start this again", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
