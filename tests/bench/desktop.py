"""What the tray program costs, beside the least that such a program can cost.

``python -m tests.bench.desktop [--starts N] [--minutes M]`` makes a desktop session of its own
(display, bus, tray host,
notification daemon), and prints for an empty tray program (:mod:`tests.bench.empty_tray`) and
for ours, with a configured server and no window open:

* the time from the start of the process to its icon on the panel, taking turns;
* the memory that is resident once the first test is over: the whole (VmRSS, which the bar is for),
  with pages that are shared divided by who shares them (PSS), and what is the process's alone;
* processor time and wake-ups (voluntary switches of all threads) while nothing happens.

``--soak N`` instead has our program test N times (:mod:`tests.bench.soak`), and says how much it
grew over the second half of them. The server is the
embedded relay on loopback: no packet leaves the machine.
"""

import argparse
import json
import math
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.session import START_LIMIT_S, Session, desktop_session, end, started, wait_for

__all__ = [
    "BARS",
    "ROOT",
    "Figures",
    "Memory",
    "configured_server",
    "growth",
    "memory_of",
    "one_more_test",
    "processor_seconds",
    "voluntary_switches",
]

ROOT = Path(__file__).parents[2]

EMPTY: tuple[str, ...] = (sys.executable, "-m", "tests.bench.empty_tray")
OURS: tuple[str, ...] = (sys.executable, "-m", "notifier")

FIRST_TEST_LIMIT_S = 120.0
"""For the first test: in full, with a call, a forecast by the model and its libraries' loading."""

SETTLE_S = 20.0
"""After the first test, before memory and idling are looked at."""

GROWTH_BLOCKS = 10
"""Into so many blocks the second half of a soak is cut."""

_LOOK_S = 0.002
"""Between two looks at the panel: how exact the time to the icon is."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What we may cost."""

    memory: float = 1.35
    """Times the empty program's resident memory."""

    start: float = 1.5
    """Times its time to the icon."""

    core: float = 0.001
    """Of a core, while idle."""

    wake_ups: float = 2.0
    """A second, while idle."""


BARS = Bars()


@dataclass(frozen=True, slots=True)
class Memory:
    """Of one process, MB (10^6 octets)."""

    resident: float
    proportional: float
    """Each page divided by the number of processes that have it (PSS)."""

    private: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one program."""

    start_s: float
    """Median time to the icon."""

    starts: tuple[float, ...]
    memory: Memory
    core: float
    """Part of a core while idle."""

    wake_ups: float
    """A second, while idle."""


def memory_of(pid: int) -> Memory:
    """Read ``/proc/PID/smaps_rollup`` (proc(5))."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    kilobytes = {key: int(value) for key, value in re.findall(r"(\w+):\s+(\d+) kB", text)}
    private = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return Memory(*(kb * 1024 / 1e6 for kb in (kilobytes["Rss"], kilobytes["Pss"], private)))


def processor_seconds(pid: int) -> float:
    """Time on a processor of the threads that the process has now, without its children.

    From the scheduler, which counts nanoseconds (Linux, Documentation/scheduler/sched-stats). The
    times in proc(5)'s ``stat`` are counted in hundredths of a second, and a program that is awake
    for a tenth of a millisecond at a time seems to need nothing at all.
    """
    return sum(
        int(file.read_text().split()[0]) / 1e9
        for file in Path(f"/proc/{pid}/task").glob("*/schedstat")
    )


def voluntary_switches(pid: int) -> int:
    """How often its threads have waited for something, all that exist now together."""
    found = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        match = re.search(r"^voluntary_ctxt_switches:\s+(\d+)", status.read_text(), re.M)
        found += int(match.group(1)) if match else 0
    return found


def tests_made(session: Session) -> int:
    """How many runs are in the history of this session's program."""
    import sqlite3

    file = Path(session.environ["XDG_DATA_HOME"], "call-notifier", "history.sqlite3")
    if not file.exists():
        return 0
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        try:
            return int(database.execute("SELECT count(*) FROM runs").fetchone()[0])
        except sqlite3.OperationalError:  # it is being made
            return 0


def one_more_test(session: Session, before: int) -> None:
    """Wait until there is one more run than before."""
    wait_for(lambda: tests_made(session) > before, "the end of a test", FIRST_TEST_LIMIT_S)


@contextmanager
def configured_server(session: Session) -> Iterator[None]:
    """Run a relay on loopback and write it into the session's settings, budget without end."""
    command = [sys.executable, "-m", "notifier.relay"]
    with started(
        command, os.environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as relay:
        assert relay.stdout is not None
        access = json.loads(relay.stdout.readline())
        folder = Path(session.environ["XDG_CONFIG_HOME"], "call-notifier")
        folder.mkdir(parents=True, exist_ok=True)
        settings = [
            "[test]",
            "data-budget-mb = 100000",
            "[[server]]",
            f'urls = ["{access["url"]}"]',
            f'username = "{access["username"]}"',
            'password-env = "BENCH_TURN_PASSWORD"',
        ]
        (folder / "settings.toml").write_text("\n".join(settings) + "\n")
        session.environ["BENCH_TURN_PASSWORD"] = access["password"]
        yield


def _time_to_icon(session: Session, command: tuple[str, ...]) -> float:
    """From the start of the process until something is drawn on the empty panel."""
    blank = session.tray_pixels()
    began = time.perf_counter()
    with started(command, session.environ, cwd=ROOT, stderr=subprocess.DEVNULL):
        while session.tray_pixels() == blank:
            if time.perf_counter() - began > START_LIMIT_S:
                raise SystemExit(f"{command} showed no icon")
            time.sleep(_LOOK_S)
        took = time.perf_counter() - began
    wait_for(lambda: session.tray_pixels() == blank, "the icon to go")
    return took


def _idle(pid: int, minutes: float) -> tuple[float, float]:
    """Part of a core, and wake-ups a second."""
    began, spent, woken = time.monotonic(), processor_seconds(pid), voluntary_switches(pid)
    time.sleep(60 * minutes)
    took = time.monotonic() - began
    return (processor_seconds(pid) - spent) / took, (voluntary_switches(pid) - woken) / took


def _resident(
    session: Session, command: tuple[str, ...], minutes: float, *, tests: bool
) -> tuple[Memory, float, float]:
    with started(command, session.environ, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        before = tests_made(session)
        if tests:
            one_more_test(session, before)
        time.sleep(SETTLE_S)
        memory = memory_of(process.pid)
        core, wake_ups = _idle(process.pid, minutes)
        if tests and tests_made(session) > before + 1:
            print("(a test was made in the idle minutes)", file=sys.stderr)
        end(process)
    return memory, core, wake_ups


def measure(starts: int, minutes: float) -> tuple[Figures, Figures]:
    """The empty program's figures and ours."""
    with desktop_session() as session:
        session.start_tray_host()
        session.start_notification_daemon()  # else a balloon of Qt's would be a window
        with configured_server(session):
            taken: dict[tuple[str, ...], list[float]] = {EMPTY: [], OURS: []}
            for command in (EMPTY, OURS):
                _time_to_icon(session, command)  # what is read from the disk, once for both
            for _ in range(starts):
                for command, times in taken.items():
                    times.append(_time_to_icon(session, command))
            found = []
            for command, times in taken.items():
                memory, core, wake_ups = _resident(session, command, minutes, tests=command is OURS)
                median = statistics.median(times) if times else float("nan")
                found.append(Figures(median, tuple(times), memory, core, wake_ups))
    return found[0], found[1]


def soak(cycles: int, rows: int = 20) -> None:
    """Print what our program has resident while it makes so many tests, and how that grew."""
    began = time.monotonic()
    with desktop_session() as session:
        session.start_tray_host()
        session.start_notification_daemon()  # else a balloon of Qt's would be a window
        with configured_server(session):
            command = (sys.executable, "-m", "tests.bench.soak")
            with started(command, session.environ, cwd=ROOT, stdout=subprocess.PIPE) as program:
                assert program.stdout is not None
                print("| tests | of the clock, days | resident, MB | its own, MB | minutes |")
                print("| --- | --- | --- | --- | --- |", flush=True)
                first, failed = 0.0, 0
                resident: list[float] = []
                for line in program.stdout:
                    made, clock, problem = json.loads(line)
                    first = first or clock
                    failed += bool(problem)
                    memory = memory_of(program.pid)
                    resident.append(memory.resident)
                    if made % max(1, cycles // rows) == 0 or made == 1:
                        print(
                            f"| {made} | {(clock - first) / 86_400:.1f} | {memory.resident:.1f} "
                            f"| {memory.private:.1f} | {(time.monotonic() - began) / 60:.1f} |",
                            flush=True,
                        )
                    if made >= cycles:
                        break
                print(f"\n{failed} of them gave no verdict.")
                half = resident[len(resident) // 2 :]
                if len(half) >= 2 * GROWTH_BLOCKS:
                    kilobytes, spread = growth(half)
                    print(
                        f"In the second half {kilobytes:.2f} kB a test, "
                        f"give or take {spread:.2f} kB (two standard errors)."
                    )


def growth(resident: Sequence[float]) -> tuple[float, float]:
    """How memory grows, kB a test, and two standard errors of that.

    The slope of a straight line (least squares) through the means of :data:`GROWTH_BLOCKS` blocks
    of tests: what one test has is nearly what the test before it had, so that single tests would
    make the line look surer than it is.

    :param resident: MB after each test.
    """
    size = len(resident) // GROWTH_BLOCKS
    means = [
        statistics.fmean(resident[number * size : (number + 1) * size])
        for number in range(GROWTH_BLOCKS)
    ]
    places = [(number + 0.5) * size for number in range(GROWTH_BLOCKS)]
    slope, start = statistics.linear_regression(places, means)
    left = sum((mean - start - slope * at) ** 2 for at, mean in zip(places, means, strict=True))
    middle = statistics.fmean(places)
    width = sum((at - middle) ** 2 for at in places)
    error = math.sqrt(left / (GROWTH_BLOCKS - 2) / width)
    return 1000 * slope, 1000 * 2 * error


def _table(empty: Figures, ours: Figures) -> str:
    def row(what: str, one: float, two: float, form: str, bar: str) -> str:
        return f"| {what} | {one:{form}} | {two:{form}} | {two / one:.2f} | {bar} |"

    rows = [
        "| | empty program | call-notifier | ratio | at most |",
        "| --- | --- | --- | --- | --- |",
        row(
            "resident memory, MB",
            empty.memory.resident,
            ours.memory.resident,
            ".1f",
            f"{BARS.memory:g} times",
        ),
        row(
            "… of it by share (PSS), MB",
            empty.memory.proportional,
            ours.memory.proportional,
            ".1f",
            "",
        ),
        row("… of it its own, MB", empty.memory.private, ours.memory.private, ".1f", ""),
        row("start to icon, s", empty.start_s, ours.start_s, ".3f", f"{BARS.start:g} times"),
        f"| idle, of a core | {empty.core:.3%} | {ours.core:.3%} | | {BARS.core:.1%} |",
        f"| idle, wake-ups/s | {empty.wake_ups:.2f} | {ours.wake_ups:.2f} | | {BARS.wake_ups:g} |",
    ]
    return "\n".join(rows)


def _main() -> None:
    parser = argparse.ArgumentParser(description="The cost of the tray program.")
    parser.add_argument("--starts", type=int, default=9, help="of each program")
    parser.add_argument("--minutes", type=float, default=3.0, help="of idling")
    parser.add_argument("--soak", type=int, metavar="N", help="instead: so many tests")
    options = parser.parse_args()
    if options.soak:
        soak(options.soak)
        return
    print(_table(*measure(options.starts, options.minutes)))


if __name__ == "__main__":
    _main()
