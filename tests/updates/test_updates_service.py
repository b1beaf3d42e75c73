"""The service's side: looks by schedule, tells once, remembers."""

import asyncio
import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from notifier import __version__
from notifier.service import updating
from notifier.service.events import ServiceState, UpdateChanged
from notifier.service.service import Service
from notifier.service.state import fold
from notifier.service.updating import Updating, ask_in_child, question_of
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from notifier.updates import schedule
from notifier.updates.installed import Installed
from notifier.updates.kept import Kept, read_kept, write_kept
from notifier.updates.look import Answer, Question
from notifier.updates.offer import Offer
from tests.processes import children_of
from tests.service.scripted import EXCELLENT, Events, ScriptedProbe
from tests.updates.server import Server, slowly

NEWER = Offer(version="99.0.0", source="feed", url="https://intranet.example.com/")
NEWEST = Offer(version="99.1.0", source="feed", url="https://intranet.example.com/")
FEED = Settings(updates_feed="https://intranet.example.com/feed.json")


class Clock:
    """The wall clock and the waits of :mod:`notifier.service.updating`, without waiting."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1_800_000_000.0
        monkeypatch.setattr(time, "time", lambda: self.now)
        real = asyncio.timeout

        def timeout(seconds: float) -> asyncio.Timeout:
            self.now += seconds
            return real(0)

        monkeypatch.setattr(asyncio, "timeout", timeout)


class Bench:
    """An updating of which everything is known."""

    def __init__(self, folder: Path, settings: Settings, *answers: Answer) -> None:
        self.settings = settings
        self.answers = list(answers)
        self.asked: list[tuple[Question, Mapping[str, str]]] = []
        self.events = Events()
        self.state = ServiceState()
        self.updating = Updating(
            folder,
            lambda: self.settings,
            self.told,
            {"PATH": "/bin", "TURN_PASSWORD": "secret"},
            rng=random.Random(1),
            ask=self.ask,
            installed=self.installed,
        )

    kind: Installed | None = None

    def installed(self) -> Installed | None:
        return self.kind

    def told(self, event: object) -> None:
        assert isinstance(event, UpdateChanged)
        self.events(event)
        self.state = fold(self.state, event)

    async def ask(self, question: Question, environ: Mapping[str, str]) -> Answer:
        self.asked.append((question, environ))
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    async def until(self, condition: Callable[[], bool]) -> None:
        task = asyncio.create_task(self.updating.run())
        try:
            for _ in range(20_000):
                if condition():
                    return
                await asyncio.sleep(0)
            raise AssertionError("it never came")
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


async def test_it_looks_minutes_after_the_start_and_tells(clock: Clock, tmp_path: Path) -> None:
    begun = clock.now
    bench = Bench(tmp_path, FEED, Answer(offer=NEWER))
    await bench.until(lambda: bool(bench.events))
    assert bench.events == [UpdateChanged(NEWER, seen=False)]
    assert bench.state.update == NEWER
    assert 300 <= clock.now - begun <= 2 * 1800
    question, environ = bench.asked[0]
    assert question == Question(running=__version__, feed=FEED.updates_feed, installed=None)
    assert environ["PATH"] == "/bin"


async def test_once_a_day_and_each_version_once(clock: Clock, tmp_path: Path) -> None:
    begun = clock.now
    bench = Bench(tmp_path, FEED, *[Answer(offer=NEWER)] * 6, Answer(offer=NEWEST))
    await bench.until(lambda: len(bench.events) == 2)
    assert [event.offer for event in bench.events.of(UpdateChanged)] == [NEWER, NEWEST]
    assert len(bench.asked) == 7
    assert 6 * 0.8 * 86_400 <= clock.now - begun <= 6 * 1.2 * 86_400 + 3600


async def test_what_was_put_away_stays_away_until_a_newer_one(clock: Clock, tmp_path: Path) -> None:
    bench = Bench(tmp_path, FEED, Answer(offer=NEWER))
    await bench.until(lambda: bool(bench.events))
    bench.updating.dismiss()
    assert bench.events[-1] == UpdateChanged(NEWER, seen=True)
    after_a_new_start = Bench(tmp_path, FEED, Answer(offer=NEWEST))
    await after_a_new_start.until(lambda: len(after_a_new_start.events) == 2)
    assert after_a_new_start.events == [
        UpdateChanged(NEWER, seen=True),  # at once, without asking
        UpdateChanged(NEWEST, seen=False),
    ]


async def test_a_look_that_fails_changes_nothing(clock: Clock, tmp_path: Path) -> None:
    bench = Bench(tmp_path, FEED, Answer(offer=NEWER), Answer(problem="no way there"))
    await bench.until(lambda: len(bench.asked) == 4)
    assert bench.events == [UpdateChanged(NEWER, seen=False)]


async def test_one_that_is_withdrawn_is_told_no_more(clock: Clock, tmp_path: Path) -> None:
    bench = Bench(tmp_path, FEED, Answer(offer=NEWER), Answer())
    await bench.until(lambda: len(bench.events) == 2)
    assert bench.events[-1] == UpdateChanged(None, seen=False)
    assert bench.state.update is None


@pytest.mark.parametrize(
    ("settings", "installed", "asks"),
    [
        (Settings(), None, False),
        (Settings(), "msi", False),
        (Settings(), "pkg", False),
        (Settings(), "deb", True),
        (Settings(), "rpm", True),
        (FEED, None, True),
        (FEED, "msi", True),
        (replace(FEED, updates_check=False), "deb", False),
    ],
)
async def test_whether_there_is_anything_to_look_at(
    clock: Clock, tmp_path: Path, settings: Settings, installed: Installed | None, asks: bool
) -> None:
    assert (question_of(settings, installed) is not None) == asks
    bench = Bench(tmp_path, settings, Answer())
    bench.kind = installed
    bench.updating._installed = installed
    task = asyncio.create_task(bench.updating.run())
    for _ in range(200):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert bool(bench.asked) == asks


async def test_turned_off_it_is_told_no_more_and_on_again(clock: Clock, tmp_path: Path) -> None:
    bench = Bench(tmp_path, FEED, Answer(offer=NEWER))
    await bench.until(lambda: bool(bench.events))
    looks = len(bench.asked)
    bench.settings = replace(FEED, updates_check=False)
    bench.updating.follow()
    await bench.until(lambda: len(bench.events) == 2)
    assert bench.events[-1] == UpdateChanged(None, seen=False)
    bench.settings = FEED
    bench.updating.follow()
    await bench.until(lambda: len(bench.events) == 3)
    assert bench.state.update == NEWER
    assert len(bench.asked) == looks  # what is remembered is a few minutes old


async def test_another_feed_is_asked_anew(clock: Clock, tmp_path: Path) -> None:
    write_kept(tmp_path, Kept(asked=FEED.updates_feed or "", looked=clock.now, offer=NEWER))
    other = replace(FEED, updates_feed="https://other.example.com/feed.json")
    bench = Bench(tmp_path, other, Answer(offer=NEWEST))
    await bench.until(lambda: bool(bench.events))
    assert bench.events == [UpdateChanged(NEWEST, seen=False)]


async def test_what_is_installed_by_now_is_not_told_from_memory(
    clock: Clock, tmp_path: Path
) -> None:
    kept = Kept(
        asked=FEED.updates_feed or "",
        looked=clock.now - 60,
        offer=Offer(version=__version__, source="feed"),
    )
    write_kept(tmp_path, kept)
    bench = Bench(tmp_path, FEED, Answer())
    await bench.until(lambda: bool(bench.asked))
    assert not bench.events


@pytest.mark.parametrize(
    "data", [b"", b"{", b'{"looked": "x"}', b"\xff" * 40_000, b'{"offer": {"version": "1"}}']
)
async def test_a_damaged_memory_is_none(clock: Clock, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "updates.json").write_bytes(data)
    assert read_kept(tmp_path) == Kept()
    bench = Bench(tmp_path, FEED, Answer(offer=NEWER))
    await bench.until(lambda: bool(bench.events))
    assert read_kept(tmp_path).offer == NEWER


async def test_a_place_in_memory_that_is_not_https_is_not_told(
    clock: Clock, tmp_path: Path
) -> None:
    offer = Offer(version="99.0.0", source="feed", url="file:///bin/sh")
    write_kept(tmp_path, Kept(asked=FEED.updates_feed or "", looked=clock.now, offer=offer))
    bench = Bench(tmp_path, FEED, Answer())
    await bench.until(lambda: bool(bench.asked))
    assert not bench.events


async def test_without_a_place_to_write_it_is_told_all_the_same(
    clock: Clock, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file")
    bench = Bench(tmp_path / "state", FEED, Answer(offer=NEWER))
    await bench.until(lambda: bool(bench.events))
    assert bench.state.update == NEWER


async def test_the_process_gets_no_password(clock: Clock, tmp_path: Path) -> None:
    server = ServerSetting(urls=("turn:a.example",), password_env="TURN_PASSWORD")
    bench = Bench(tmp_path, replace(FEED, servers=(server,)), Answer())
    await bench.until(lambda: bool(bench.asked))
    assert "TURN_PASSWORD" not in bench.asked[0][1]


# The real process


@pytest.fixture
def _nothing_left_over() -> Iterator[None]:
    before = set(children_of(os.getpid()))
    yield
    assert set(children_of(os.getpid())) <= before


def question(server: Server, installed: Installed | None = None) -> Question:
    return Question(running="0.2.0", feed=f"{server.url}/feed.json", installed=installed)


@pytest.mark.usefixtures("_nothing_left_over")
async def test_a_real_look_at_a_real_feed(server: Server) -> None:
    document = {"version": "0.3.0", "url": "https://intranet.example.com/", "summary": "Better."}
    server.pages["/feed.json"] = (200, {}, json.dumps(document).encode())
    answer = await ask_in_child(question(server), os.environ)
    offer = Offer(
        version="0.3.0", source="feed", url="https://intranet.example.com/", summary="Better."
    )
    assert answer == Answer(offer=offer)


async def test_the_same_version_is_none(server: Server) -> None:
    server.pages["/feed.json"] = (200, {}, b'{"version": "0.2.0", "url": "https://a.example/"}')
    assert await ask_in_child(question(server), os.environ) == Answer()


async def test_a_feed_that_is_none(server: Server) -> None:
    server.pages["/feed.json"] = (200, {}, b"<html>")
    answer = await ask_in_child(question(server), os.environ)
    assert "list of versions cannot be read" in answer.problem


@pytest.mark.usefixtures("_nothing_left_over")
async def test_a_feed_that_hangs_is_ended(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updating, "LOOK_LIMIT", 1.0)
    server.pages["/feed.json"] = lambda: slowly(4.0)
    answer = await ask_in_child(question(server), os.environ)
    assert "nobody could say" in answer.problem


@pytest.mark.parametrize(
    "command", ["raise SystemExit('broken')", "print('no JSON')", "import os; os.abort()"]
)
async def test_a_process_that_fails_is_a_problem(
    command: str, monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    monkeypatch.setattr(updating, "COMMAND", (sys.executable, "-c", command))
    answer = await ask_in_child(question(server), os.environ)
    assert answer.problem.startswith("the look for a newer version failed: ")


async def test_the_package_manager_without_a_feed(programs: Path) -> None:
    fake = programs / "apt-cache"
    fake.write_text("#!/bin/sh\necho '  Installed: 0.2.0-1\n  Candidate: 0.4.0-1'\n")
    fake.chmod(0o755)
    environ = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
    asked = Question(running="0.2.0", feed=None, installed="deb")
    answer = await ask_in_child(asked, environ)
    assert answer == Answer(offer=Offer(version="0.4.0", source="packages"))


async def test_what_is_installed_under_a_running_program_wants_a_new_start(
    programs: Path, server: Server
) -> None:
    fake = programs / "apt-cache"
    fake.write_text("#!/bin/sh\necho '  Installed: 0.3.0-1\n  Candidate: 0.3.0-1'\n")
    fake.chmod(0o755)
    environ = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
    answer = await ask_in_child(question(server, "deb"), environ)
    assert answer == Answer(offer=Offer(version="0.3.0", source="packages", ready=True))
    assert not server.asked


async def test_the_whole_service_looks_and_tells(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "FIRST", (0.0, 0.1))
    document = {"version": "99.0.0", "url": "https://intranet.example.com/"}
    server.pages["/feed.json"] = (200, {}, json.dumps(document).encode())
    paths = Paths.under(tmp_path / "person")
    assert paths.policy_dir is not None
    paths.policy_dir.mkdir(parents=True, mode=0o755)
    policy = paths.policy_dir / "it.json"
    policy.write_text(json.dumps({"mandatory": {"updates": {"feed": f"{server.url}/feed.json"}}}))
    policy.chmod(0o644)
    events = Events()
    service = Service(
        paths,
        origin="watch",
        environ=os.environ,
        watch_machine=False,
        measure_with=ScriptedProbe(EXCELLENT),
    )
    service.subscribe(events)
    await service.start()
    try:
        await events.until(lambda: bool(events.of(UpdateChanged)))
        assert service.state.update == NEWER
        service.dismiss_update()
        assert service.state.update_seen
    finally:
        await service.stop()
    assert read_kept(paths.state_dir).seen == "99.0.0"
