"""What the history takes with a thousand runs and with a million, side by side.

``python -m tests.bench.history [--runs N] [--folder DIR]`` builds both files where they
are not there yet (about a minute and 5 GB for a million), asks each what the program and its
windows ask, and prints the best of :data:`TRIES` answers, in milliseconds unless it says
otherwise. Deletion and undo are tried on the file; the purge on a copy of a shorter one.
"""

import argparse
import io
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from notifier.history import queries
from notifier.history.deletion import UNDO_MS
from notifier.history.export import stored_runs, write_csv, write_json_array
from notifier.history.filters import ALL, RunFilter
from notifier.history.periods import Unit, edges
from notifier.history.store import History, HistoryError
from tests.bench.history_build import LABELS, LAST, build
from tests.bench.history_window import WINDOW_FIGURES

__all__ = ["FIGURES", "TRIES", "measure"]

TRIES = 5

SHORT = 1000
"""Runs of the file that the long one is compared with."""

NETWORKS = 3
"""Whose usual week is read by itself."""

PAGE = 100
PAGES = 1000
EXPORTED = 5000
PURGED = 2000

_DAY_MS = 86_400_000.0
_HOME = RunFilter.of(network_ids={f"{0:032x}"})


def _month(wanted: RunFilter = ALL) -> RunFilter:
    return wanted.within(LAST - 31 * _DAY_MS, LAST)


def _spans(days: int, unit: Unit) -> Callable[[History], object]:
    return lambda history: history.spans(ALL, edges(LAST - days * _DAY_MS, LAST, unit))


def _scrolled(history: History) -> object:
    """As the window's table goes down: each page begins where the last one ended."""
    until = None
    for _ in range(PAGES):
        page = history.runs(until=until, limit=PAGE)
        if not page:
            break
        until = page[-1].timestamp
    return until


def _opening(history: History) -> None:
    """All that the history window asks for before it is seen."""
    history.providers()
    history.count()
    history.undoable(now=LAST)
    history.spans(ALL, edges(LAST - 7 * _DAY_MS, LAST, "hour"))
    usual = ALL.within(LAST - queries.USUAL_DAYS * _DAY_MS, LAST)
    history.hours(usual)
    for network in history.networks()[:NETWORKS]:
        history.hours(replace(usual, network_ids=frozenset({network.network_id})))
    history.runs(limit=PAGE)
    history.calls(limit=PAGE)


def _delete_and_undo(wanted: RunFilter) -> Callable[[History], object]:
    def delete_and_undo(history: History) -> object:
        deleted = history.delete(wanted, now=LAST)
        assert deleted.token is not None
        return history.undo(deleted.token)

    return delete_and_undo


def _opening_emptied(history: History) -> object:
    """All that the window asks for while everything is deleted, and can still be undone."""
    deleted = history.delete(ALL, now=LAST)
    assert deleted.token is not None
    _opening(history)
    return history.undo(deleted.token)


FIGURES: dict[str, Callable[[History], object]] = {
    "all the window asks for at opening": _opening,
    "first page": lambda history: history.runs(limit=PAGE),
    f"{PAGES} pages, one after the other": _scrolled,
    "a page of one network": lambda history: history.runs(_HOME, limit=PAGE),
    "a page of one server": lambda history: history.runs(
        RunFilter.of(providers={LABELS[1]}), limit=PAGE
    ),
    "a page of red runs": lambda history: history.runs(RunFilter.of(colors={"red"}), limit=PAGE),
    "count of all": lambda history: history.count(),
    "networks": lambda history: history.networks(),
    "servers": lambda history: history.providers(),
    "spans: a day by 15 minutes": _spans(1, "quarter"),
    "spans: a week by hours": _spans(7, "hour"),
    "spans: a month by hours": _spans(31, "hour"),
    "spans: a year by days": _spans(365, "day"),
    "series: a month": lambda history: history.series(_month()),
    "series: a month of one network": lambda history: history.series(_month(_HOME)),
    "series: a year": lambda history: history.series(ALL.within(LAST - 365 * _DAY_MS, LAST)),
    "series: all": lambda history: history.series(ALL),
    "usual hours: eight weeks": lambda history: history.hours(
        ALL.within(LAST - queries.USUAL_DAYS * _DAY_MS, LAST)
    ),
    "usual hours: all": lambda history: history.hours(),
    "figures of one network": lambda history: history.figures(_HOME),
    "two servers side by side": lambda history: history.server_pair(*LABELS[:2]),
    "a page of calls": lambda history: history.calls(limit=PAGE),
    "delete a month, and undo": _delete_and_undo(_month()),
    "delete everything, and undo": _delete_and_undo(ALL),
    "delete everything, open the window, and undo": _opening_emptied,
}
"""Each question, and how it is asked."""


def measure(ask: Callable[[History], object], path: Path) -> float:
    """Milliseconds that an answer takes at best; the file is opened anew, and open already."""
    best = float("inf")
    with History.open(path) as history:
        for _ in range(TRIES):
            began = time.perf_counter()
            ask(history)
            best = min(best, time.perf_counter() - began)
            if best > 1.0:
                break
    return best * 1000


def _opened(path: Path) -> float:
    began = time.perf_counter()
    History.open(path).close()
    return (time.perf_counter() - began) * 1000


def _export_rate(path: Path, *, as_csv: bool) -> float:
    """Runs written a second."""

    def loud(error: HistoryError) -> None:
        raise error

    with History.open_read_only(path) as history:
        began = time.perf_counter()
        ids = history.run_ids(limit=EXPORTED)
        runs = islice(stored_runs(history, ids, unreadable=loud), EXPORTED)
        (write_csv if as_csv else write_json_array)(runs, io.StringIO())
        return len(ids) / (time.perf_counter() - began)


def _purge_rate(folder: Path) -> tuple[float, float]:
    """Runs removed a second, and the longest slice in milliseconds."""
    path = folder / "purged.sqlite3"
    build(path, PURGED)
    with History.open(path) as history:
        history.delete(ALL, now=LAST)
        began = at = time.perf_counter()
        longest, more = 0.0, True
        while more:
            more = history.purge(now=LAST + UNDO_MS)
            longest, at = max(longest, time.perf_counter() - at), time.perf_counter()
    return PURGED / (at - began), longest * 1000


def _print_table(short: Path, long: Path, runs: int) -> None:
    print(f"| | {SHORT:,} runs | {runs:,} runs |\n| --- | --- | --- |")
    rows: list[tuple[str, Callable[[Path], float]]] = [("opening the file", _opened)]
    rows += [(what, partial(measure, ask)) for what, ask in FIGURES.items()]
    for what, figure in rows:
        print(f"| {what} | {figure(short):.1f} | {figure(long):.1f} |", flush=True)
    for what, as_csv in (("CSV", True), ("JSON", False)):
        rates = [_export_rate(path, as_csv=as_csv) for path in (short, long)]
        print(f"| export as {what}, runs a second | {rates[0]:,.0f} | {rates[1]:,.0f} |")
    for what, of_window in WINDOW_FIGURES.items():
        print(f"| {what} | {of_window(short):.0f} | {of_window(long):.0f} |", flush=True)
    sizes = [path.stat().st_size / 1e6 for path in (short, long)]
    print(f"| the file, MB | {sizes[0]:,.0f} | {sizes[1]:,.0f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1_000_000, help="of the long history")
    parser.add_argument("--folder", type=Path, help="where the files are kept between two times")
    args = parser.parse_args()
    folder = args.folder or Path(tempfile.mkdtemp(prefix="history-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        paths = []
        for runs in (SHORT, args.runs):
            path = folder / f"{runs}.sqlite3"
            if not path.exists():
                unfinished = folder / f"{runs}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                seconds = build(unfinished / "history.sqlite3", runs)
                (unfinished / "history.sqlite3").rename(path)
                print(f"{runs:,} runs: brought up to date from format 3 in {seconds:.1f} s")
            paths.append(path)
        _print_table(paths[0], paths[1], args.runs)
        with tempfile.TemporaryDirectory() as other:
            rate, longest = _purge_rate(Path(other))
        print(f"\nremoving what was deleted: {rate:,.0f} runs a second, slices of {longest:.0f} ms")
    finally:
        if args.folder is None:
            with suppress(OSError):
                shutil.rmtree(folder)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
