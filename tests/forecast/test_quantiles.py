"""The habit by quantile regression, in the process that learns it."""

import subprocess
import sys

import msgspec
import pytest

from notifier.forecast.baseline import Habit, Profile, read_profile
from notifier.forecast.quantiles import Lesson, train
from notifier.forecast.watched import Figure, Watched
from notifier.probe.child import python_module
from tests.forecast.false_alarms import Found, by_quantiles, examine
from tests.forecast.histories import KINDS, MONDAY, history, steady

COMMAND = python_module("notifier.forecast.quantiles")


def learn(line: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(COMMAND, input=line, capture_output=True, timeout=100, check=False)


def lesson(runs: list[Watched], zone: str | None = "UTC") -> Lesson:
    return Lesson(runs=tuple(runs), now_ms=runs[-1].timestamp_ms, zone=zone)


@pytest.fixture(scope="module")
def cable() -> Lesson:
    return lesson(history(KINDS["cable, slow evenings"], 14, seed=1))


def habit(profile: Profile | None, figure: Figure) -> Habit:
    assert profile is not None
    return profile.habits["turn.example.org"][figure]


def test_the_process_learns_the_same_twice(cable: Lesson) -> None:
    line = msgspec.json.encode(cable) + b"\n"
    first, second = learn(line), learn(line)
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert first.stdout.count(b"\n") == 1
    profile = read_profile(first.stdout)
    assert profile.method == "quantiles"
    assert profile == train(cable)


_WITH_ITS_NICE_VALUE = """
import os, sys
from notifier.forecast import quantiles
before = os.nice(0)
status = quantiles.main()
print(before, os.nice(0), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no nice values")
def test_it_learns_when_nothing_else_wants_the_processor(cable: Lesson) -> None:
    short = msgspec.structs.replace(cable, runs=cable.runs[:1])
    done = subprocess.run(
        (sys.executable, "-c", _WITH_ITS_NICE_VALUE),
        input=msgspec.json.encode(short) + b"\n",
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    before, after = map(int, done.stderr.split())
    assert before <= after == 19


def test_evenings_and_weekends_are_found() -> None:
    """Round trips of 22 ms: two and a half times that at nine, a quarter more on weekends."""
    found = habit(
        train(lesson(history(KINDS["cable, slow evenings"], 28, seed=2))), Figure.ROUND_TRIP
    )
    assert found.median[4] == pytest.approx(22, rel=0.1)
    assert found.median[21] == pytest.approx(22 * 2.5, rel=0.25)
    assert found.median[5 * 24 + 13] > 1.1 * found.median[13]
    assert found.low[4] < found.median[4] < found.high[4]


def test_nine_in_ten_lie_between_the_ends() -> None:
    runs = history(KINDS["DSL"], 28, seed=3)
    found = habit(train(lesson(runs[: 21 * 288])), Figure.ROUND_TRIP)
    later = runs[21 * 288 :]
    inside = 0
    for number, run in enumerate(later):
        slot = number // 12 % 168
        inside += found.low[slot] <= (run.rtt_ms or 0.0) <= found.high[slot]
    assert inside / len(later) == pytest.approx(0.9, abs=0.05)


def test_figures_that_never_change_and_some_that_are_missing() -> None:
    profile = train(lesson(steady(10, rtt_ms=20.0, loss=0.0)))
    assert set(habit(profile, Figure.ROUND_TRIP).median) == {20.0}
    assert set(habit(profile, Figure.LOSS).high) == {0.0}
    assert profile is not None
    assert set(profile.habits["turn.example.org"]) == {Figure.ROUND_TRIP, Figure.LOSS}


def test_a_short_history_is_no_profile() -> None:
    done = learn(msgspec.json.encode(Lesson(runs=(), now_ms=MONDAY)) + b"\n")
    assert (done.returncode, done.stdout) == (0, b"null\n")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"", b"truncated"),
        (b"{\n", b"truncated"),
        (b'{"runs": [[1, 2]], "now_ms": 1}\n', b"runs"),
        (b'{"runs": [], "now_ms": 1, "zone": "Nowhere/Else"}\n', b"no such time zone"),
        (b'{"runs": [], "now_ms": 1, "zone": "../../etc/passwd"}\n', b"habit"),
    ],
)
def test_a_bad_lesson_is_told(line: bytes, words: bytes) -> None:
    done = learn(line)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.startswith(b"the habit cannot be learnt: ")
    assert words in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_native_noise_does_not_spoil_the_answer() -> None:
    noisy = (
        "import os, notifier.forecast.quantiles as q\n"
        "real = q.train\n"
        "def train(lesson):\n"
        "    os.write(1, b'[LightGBM] [Info] noise\\n')\n"
        "    return real(lesson)\n"
        "q.train = train\n"
        "raise SystemExit(q.main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", noisy],
        input=msgspec.json.encode(Lesson(runs=(), now_ms=MONDAY)) + b"\n",
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert done.stdout == b"null\n"
    assert b"noise" in done.stderr


def test_changes_are_seen_within_two_runs_and_a_quiet_fortnight_is_quiet() -> None:
    found = Found()
    for kind in ("fibre", "DSL", "cable, slow evenings"):
        examine(kind, 104, found, relearn=7, how=by_quantiles)
    assert sum(found.alarms.values()) < found.networks
    soon = {
        figure: sum(delay == 2 for delay in delays) / len(delays)
        for figure, delays in found.delays.items()
    }
    assert soon.pop(Figure.LOSS) >= 0.5
    assert soon.pop(Figure.THROUGHPUT) >= 0.9
    assert set(soon.values()) == {1.0}
