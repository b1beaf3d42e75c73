"""What is usual on a network, learnt from a real history by the real process, or without it."""

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from notifier.forecast.watched import Figure
from notifier.history.store import History
from notifier.probe import child as child_module
from notifier.service import learning
from notifier.service.learning import learn_profile
from tests.processes import children_of
from tests.service.scripted import until
from tests.service.weeks import write_weeks

HOME, OFFICE = "1" * 32, "2" * 32


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks of runs at home, and some days elsewhere."""
    file = tmp_path_factory.mktemp("weeks") / "history.sqlite"
    write_weeks(file, network_id=HOME, kbps=8000.0)
    write_weeks(file, network_id=OFFICE, kbps=3000.0, days=3.0, runs=80)
    return file


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    before = set(children_of(os.getpid()))
    yield
    assert set(children_of(os.getpid())) <= before


def child(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Have this in the place of the models."""
    monkeypatch.setattr(learning, "COMMAND", (sys.executable, "-c", program))


async def learnt(file: Path, network_id: str = HOME) -> tuple[str, float] | None:
    """How it was learnt, and the throughput that is usual on Mondays at midnight."""
    profile = await learn_profile(file, network_id, os.environ)
    if profile is None:
        return None
    return profile.method, profile.habits["Head office"][Figure.THROUGHPUT].median[0]


async def test_two_weeks_are_learnt_by_the_models(weeks: Path) -> None:
    method, usual = await learnt(weeks) or ("", 0.0)
    assert method == "quantiles"
    assert usual == pytest.approx(8240, rel=0.05)


async def test_some_days_by_the_rule(weeks: Path) -> None:
    method, usual = await learnt(weeks, OFFICE) or ("", 0.0)
    assert method == "rule"
    assert usual == pytest.approx(3090, rel=0.05)


async def test_a_network_without_a_history(weeks: Path) -> None:
    assert await learnt(weeks, "3" * 32) is None


async def test_without_a_history_file_nothing_is_learnt_nor_made(tmp_path: Path) -> None:
    assert await learnt(tmp_path / "history.sqlite") is None
    assert not os.listdir(tmp_path)


async def test_of_a_damaged_file_nothing(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite"
    file.write_bytes(b"no database at all, but long enough to be one" * 100)
    assert await learnt(file) is None


FAILURES = {
    "exit status": "raise SystemExit('no library')",
    "crash": "import os; os.abort()",
    "killed": "import os, sys; sys.stdin.readline(); os.kill(os.getpid(), 9)",
    "no answer": "",
    "nonsense": "print('{}')",
    "half an answer": "print('{\"learntMs\": 1', end='')",
    "no end of it": "print('1' * 3_000_000)",
}


@pytest.mark.parametrize("program", FAILURES.values(), ids=FAILURES.keys())
async def test_where_the_models_fail_the_rule_stands_in(
    weeks: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    child(monkeypatch, program)
    method, usual = await learnt(weeks) or ("", 0.0)
    assert method == "rule"
    assert usual == pytest.approx(8240, rel=0.05)


async def test_a_process_that_cannot_be_started(
    weeks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "COMMAND", ("/nonexistent",))
    assert (await learnt(weeks) or ("",))[0] == "rule"


async def test_where_the_rule_fails_as_well_nothing_is_learnt(
    weeks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(monkeypatch, FAILURES["crash"])
    monkeypatch.setattr(learning, "RULE", learning.COMMAND)
    assert await learnt(weeks) is None


async def test_no_run_of_the_history_comes_into_this_process(
    weeks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sixty days of them would leave 20 MB behind in the program that is always there."""

    def read(*_: object) -> None:
        raise AssertionError("the history is read here")

    monkeypatch.setattr(History, "__init__", read)
    assert (await learnt(weeks) or ("",))[0] == "quantiles"


HANGS = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
sys.stdin.readline()
pathlib.Path({mark!r}).touch()
time.sleep(60)
"""


async def test_a_process_that_hangs_is_ended(
    weeks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(monkeypatch, HANGS.format(mark=str(tmp_path / "mark")))
    monkeypatch.setattr(learning, "LEARN_LIMIT", 0.3)
    assert (await learnt(weeks) or ("",))[0] == "rule"


async def test_who_does_not_wait_leaves_no_process(
    weeks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "mark"
    child(monkeypatch, HANGS.format(mark=str(mark)))
    monkeypatch.setattr(child_module, "_GONE_LIMIT", 60.0)
    task = asyncio.create_task(learnt(weeks))
    await until(mark.exists)
    task.cancel()
    await asyncio.wait({task}, timeout=20.0)
    assert task.cancelled()


async def test_it_gets_the_environment_that_it_is_given(
    weeks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    monkeypatch.setenv("TURN_SECRET", "hush")
    child(monkeypatch, f"import os; open({str(seen)!r}, 'w').write('\\n'.join(os.environ))")
    await learn_profile(weeks, HOME, {"PATH": "/bin", "KEPT": "1"})
    names = seen.read_text().split()
    assert "KEPT" in names
    assert "TURN_SECRET" not in names
