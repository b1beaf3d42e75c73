"""What is kept quiet because somebody wants quiet, and told as soon as nobody does."""

import time

import pytest

from notifier.notify.rule import Reason
from notifier.service import telling as telling_module
from notifier.service.events import NotificationDecided, QuietChanged
from notifier.service.telling import ASK_AGAIN_MS
from notifier.settings.model import QuietHours, Settings
from notifier.settings.paths import Paths
from tests.service.bench import HOME, OFFICE, SERVERS, Bench, Network, bench_with_history
from tests.service.scripted import BAD, EXCELLENT, UNREACHABLE

ALWAYS = QuietHours(0, 24 * 60)
QUIET = Settings(servers=SERVERS.servers, quiet_hours=ALWAYS)


class Desktop:
    """Says what a test wants it to say."""

    def __init__(self) -> None:
        self.says: str | None = None
        self.asked = 0

    async def __call__(self, _environ: object) -> str | None:
        self.asked += 1
        return self.says


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(telling_module, "asks_for_quiet", desktop)
    return desktop


async def look(bench: Bench, settings: Settings = SERVERS, *, network: str = HOME) -> None:
    await bench.job.telling.look(settings, lambda: network)


async def test_quiet_hours_keep_quiet_and_what_holds_is_told_after_them(
    paths: Paths, network: Network, desktop: Desktop
) -> None:
    bench = await bench_with_history(paths, BAD)
    await bench.run(QUIET)
    assert bench.told == [(False, Reason.QUIET_HOURS)]
    telling = bench.job.telling
    due = telling.next_look(QUIET)
    assert due is not None
    assert time.time() * 1000 < due <= time.time() * 1000 + 24 * 3_600_000
    await look(bench, QUIET)
    assert len(bench.told) == 1
    assert desktop.asked == 0, "the clock says enough"
    await look(bench)
    assert bench.told == [(False, Reason.QUIET_HOURS), (True, Reason.FIRST)]
    assert bench.events.of(NotificationDecided)[-1].notification_row == 2
    assert telling.next_look(SERVERS) is None
    await look(bench)
    await bench.run()
    assert bench.told[2:] == [(False, Reason.REPEATED)]
    await bench.job.close()


async def test_quiet_for_today_is_kept_over_a_new_start(
    paths: Paths, network: Network, desktop: Desktop
) -> None:
    bench = await bench_with_history(paths, BAD)
    quiet = bench.job.telling.quiet
    quiet.for_today(time.time() * 1000)
    until = quiet.until
    assert bench.events.of(QuietChanged) == [QuietChanged(until)]
    await bench.run()
    assert bench.told == [(False, Reason.QUIET_TODAY)]
    await bench.job.close()

    bench = await bench_with_history(paths, BAD)
    quiet = bench.job.telling.quiet
    quiet.read(time.time() * 1000)
    assert quiet.until == until
    assert bench.job.telling.next_look(SERVERS) == until
    await bench.run()
    assert bench.told == [(False, Reason.QUIET_TODAY)]
    quiet.end()
    await look(bench)
    assert bench.told[1:] == [(True, Reason.FIRST)]
    assert bench.events.of(QuietChanged)[-1] == QuietChanged(None)
    await bench.job.close()

    bench = await bench_with_history(paths)
    bench.job.telling.quiet.read(time.time() * 1000)
    assert bench.job.telling.quiet.until is None
    await bench.job.close()


async def test_quiet_for_today_ends_by_itself(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, BAD)
    quiet = bench.job.telling.quiet
    quiet.for_today(time.time() * 1000 - 48 * 3_600_000)
    await bench.run()
    assert bench.told == [(True, Reason.FIRST)], "it is over"
    await look(bench)
    assert quiet.until is None
    await bench.job.close()


def test_a_quiet_that_cannot_be_written_holds_until_the_end_of_the_program(
    paths: Paths, network: Network
) -> None:
    paths.state_dir.parent.mkdir(parents=True, exist_ok=True)
    paths.state_dir.write_text("a file in its place")
    bench = Bench(paths)
    quiet = bench.job.telling.quiet
    quiet.read(time.time() * 1000)
    quiet.for_today(time.time() * 1000)
    assert quiet.until is not None
    quiet.end()
    assert quiet.until is None


@pytest.mark.parametrize("text", ["", "soon", "inf", "nan", "1"])
def test_a_file_that_says_nothing_is_no_quiet(paths: Paths, text: str) -> None:
    paths.state_dir.mkdir(parents=True)
    (paths.state_dir / "quiet-until").write_text(text)
    bench = Bench(paths)
    bench.job.telling.quiet.read(time.time() * 1000)
    assert bench.job.telling.quiet.until is None
    assert not bench.events.of(QuietChanged)


@pytest.mark.parametrize("says", ["do-not-disturb", "full-screen", "presentation"])
async def test_the_desktop_is_asked_when_something_is_to_be_told_and_again_while_it_is_held(
    paths: Paths,
    network: Network,
    desktop: Desktop,
    monkeypatch: pytest.MonkeyPatch,
    says: str,
) -> None:
    bench = await bench_with_history(paths, BAD)
    desktop.says = says
    await bench.run()
    assert bench.told == [(False, Reason(says))]
    assert desktop.asked == 1
    await look(bench)
    assert desktop.asked == 1, "not so soon again"
    due = bench.job.telling.next_look(SERVERS)
    assert due is not None
    assert due - time.time() * 1000 == pytest.approx(ASK_AGAIN_MS, abs=20_000)

    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 61)
    await look(bench)
    assert desktop.asked == 2
    assert len(bench.told) == 1
    desktop.says = None
    monkeypatch.setattr(time, "time", lambda: now + 122)
    await look(bench)
    assert bench.told[1:] == [(True, Reason.FIRST)]
    await bench.run()
    assert desktop.asked == 3, "nobody asks where nothing is to be told"
    await bench.job.close()


async def test_the_desktop_is_not_asked_where_the_settings_do_not_want_it(
    paths: Paths, network: Network, desktop: Desktop
) -> None:
    desktop.says = "do-not-disturb"
    settings = Settings(servers=SERVERS.servers, respect_do_not_disturb=False)
    bench = await bench_with_history(paths, BAD)
    await bench.run(settings)
    assert bench.told == [(True, Reason.FIRST)]
    assert desktop.asked == 0
    await bench.job.close()


async def test_what_watch_prints_disturbs_nobody(
    paths: Paths, network: Network, desktop: Desktop
) -> None:
    desktop.says = "do-not-disturb"
    bench = await bench_with_history(paths, BAD, origin="watch")
    await bench.run(QUIET)
    assert bench.told == [(True, Reason.FIRST)]
    await bench.job.close()


async def test_what_holds_no_more_is_not_told_afterwards(
    paths: Paths, network: Network, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, BAD, BAD, EXCELLENT, EXCELLENT)
    await bench.run()
    await bench.run(QUIET)
    await bench.run(QUIET)
    assert bench.told[2] == (False, Reason.QUIET_HOURS)
    await bench.run(QUIET)
    await bench.run(QUIET)
    assert bench.told[4] == (False, Reason.REPEATED)
    await look(bench)
    assert len(bench.told) == 5
    await bench.job.close()


async def test_of_another_network_or_of_long_ago_nothing_is_told_afterwards(
    paths: Paths, network: Network, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = await bench_with_history(paths, BAD, BAD)
    await bench.run(QUIET)
    await look(bench, network=OFFICE)
    await look(bench)
    assert len(bench.told) == 1
    await bench.run(QUIET)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3 * 3600)
    await look(bench)
    assert len(bench.told) == 2
    await bench.job.close()


async def test_what_was_switched_off_meanwhile_is_not_told_afterwards(
    paths: Paths, network: Network, desktop: Desktop
) -> None:
    bench = await bench_with_history(paths, BAD)
    await bench.run(QUIET)
    await look(bench, Settings(servers=SERVERS.servers, notifications=False))
    await look(bench)
    assert len(bench.told) == 1
    await bench.job.close()


async def test_how_steady_a_network_was_is_known_after_a_new_start(
    paths: Paths, network: Network, desktop: Desktop
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, BAD, BAD)
    for _ in range(3):
        await bench.run()
    await bench.job.close()
    bench = await bench_with_history(paths)
    past = bench.job.records.decisions(HOME, since=0, limit=10)
    assert [(each.shown, each.reason) for each in past] == [
        *((True, Reason.FIRST), (False, Reason.UNSURE), (True, Reason.CHANGED))
    ]
    await bench.job.close()


def test_who_wants_quiet_does_not_wait_for_the_disk(
    paths: Paths, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_: int) -> None:
        raise AssertionError("it may take seconds")

    monkeypatch.setattr("os.fsync", slow)
    quiet = Bench(paths).job.telling.quiet
    quiet.for_today(time.time() * 1000)
    assert (paths.state_dir / "quiet-until").exists()


async def test_no_network_is_over_with_the_next_one_and_leaves_no_trace_on_the_last(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, EXCELLENT, EXCELLENT, UNREACHABLE, EXCELLENT)
    await bench.run()
    network.move(OFFICE)
    await bench.run()
    network.lose()
    await bench.run()
    assert bench.told == [(True, Reason.FIRST), (True, Reason.FIRST), (True, Reason.CHANGED)]
    await bench.run()
    network.move(HOME)
    bench.probe.outcomes = [EXCELLENT]
    for _ in range(2):
        await bench.run()
    assert (True, Reason.RECOVERED) in bench.told[3:]
    told = len(bench.told)
    network.move(OFFICE)
    await bench.run()
    assert bench.told[told:] == [(False, Reason.REPEATED)], "it was never bad there"
    await bench.job.close()
