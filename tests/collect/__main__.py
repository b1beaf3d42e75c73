"""``python -m tests.collect``: the data set of real calls, one file a network, gone on with where
it was left.

Each network of :mod:`tests.collect.draw` is made between two network namespaces with a coturn
behind it; the probe runs through it, light and full, and then the reference call in a real
Chromium. Needs root, coturn, Chromium, ffmpeg and iperf3, and a machine that does nothing else.

    python -m tests.collect --networks 432 --workers 4
    python -m tests.collect --probe-again --workers 3

The second form makes no calls: it measures the networks that there are once more, and keeps their
calls. It as well goes on where it was left.
"""

import argparse
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec

from notifier.sct.process import SctFailed
from tests.collect.collector import CollectError, collect, probe_again
from tests.collect.draw import draw
from tests.collect.film import film
from tests.collect.record import FOLDER, read, write

_T = TypeVar("_T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Collect what is missing.

    :param arguments: instead of those of the command line.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--networks", type=int, default=324, help="how many")
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    parser.add_argument("--workers", type=int, default=1, help="networks at the same time")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder of the files")
    parser.add_argument(
        "--probe-again", action="store_true", help="measure all networks of the folder anew"
    )
    args = parser.parse_args(arguments)
    args.out.mkdir(parents=True, exist_ok=True)
    probing = threading.Lock()

    def one(number: int) -> str | None:
        file: Path = args.out / f"{args.seed}-{number:04}.json"
        if file.exists():
            return None
        collected = collect(args.seed, draw(args.seed, number), probing)
        write(file, collected)
        return ", ".join(
            f"attempt {c.attempts}, waited {c.conditions.waited:.2f}, late {c.conditions.late:.3%}"
            for c in collected.calls
        )

    def again(file: Path) -> str | None:
        collected = read(file)
        if collected.probed_again:
            return None
        write(file, probe_again(collected, probing))
        return "probed again"

    if args.probe_again:
        return _each(again, sorted(args.out.glob("*.json")), args.workers)
    film()
    return _each(one, range(args.first, args.first + args.networks), args.workers)


def _each(do: Callable[[_T], str | None], things: Iterable[_T], workers: int) -> int:
    """Do it to each of them, and say what it said; a failure costs its own thing.

    :returns: the exit status.
    """

    def tried(thing: _T) -> bool:
        began = time.monotonic()
        try:
            said = do(thing)
        except (CollectError, SctFailed, msgspec.MsgspecError, RuntimeError, OSError) as error:
            print(f"{thing}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            return False
        if said is not None:
            seconds = time.monotonic() - began
            print(f"{thing}: {seconds:.0f} s; {said}", file=sys.stderr, flush=True)
        return True

    with ThreadPoolExecutor(workers) as pool:
        missing = list(pool.map(tried, things)).count(False)
    if missing:
        print(f"{missing} networks gave no result: start this again", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
