"""Services with made-up histories, for pictures: one for each state that a window may show.

Each is made in a folder of its own; its runs are told by :mod:`tests.desktop.story`.
"""

import json
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from notifier.codes import Connectivity
from notifier.diagnostics.bundle import about
from notifier.diagnostics.collect import PARTS, Piece
from notifier.forecast.advice import advice_for
from notifier.forecast.report_card import compare
from notifier.forecast.unusual import Unusual
from notifier.forecast.watched import Figure
from notifier.history.store import History
from notifier.measurement import CallCheck, Interval, Intervals, ServerMeasurement, Throughput
from notifier.probe.estimate import loss_interval
from notifier.quality import CallFigures
from notifier.service.events import (
    CallCompared,
    Limit,
    RunFailed,
    RunProgress,
    ServiceState,
    Trigger,
)
from notifier.service.job import DEMONSTRATION_LABEL
from notifier.settings.model import ServerSetting, Settings
from notifier.updates.offer import Offer
from tests.desktop.story import MINUTE, days_of_calls, days_of_runs, tell, weeks_of_runs
from tests.ui.builders import NOW, failed_server, reached, server
from tests.ui.fake_service import FakeService
from tests.ui.some_calls import live_call

__all__ = [
    "NEWER",
    "SERVERS",
    "amber",
    "demonstration",
    "diagnostics",
    "failed",
    "full_server",
    "green",
    "in_a_call",
    "no_device",
    "nothing_yet",
    "red",
    "sign_in",
    "some_hours",
    "some_weeks",
    "testing",
    "troubled",
    "unsure",
    "unusual",
]

SERVERS = (
    ServerSetting(
        urls=("turn:turn.example.org:3478", "turns:turn.example.org:443"),
        label="Head office",
        username="ann",
    ),
    ServerSetting(urls=("turn:198.51.100.20?transport=tcp",), label="Backup"),
)

NEWER = Offer(
    version="0.3.0",
    source="feed",
    url="https://intranet.example.com/call-notifier",
    summary="Fixes the icon on two screens.",
)


@cache
def _weeks() -> bytes:
    """The history file of some weeks, which takes a second to be told."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "history.sqlite3"
        with History.open(file) as history:
            weeks_of_runs(history)
            days_of_calls(history)
        return file.read_bytes()


def some_weeks(folder: Path) -> FakeService:
    """Two networks over four weeks, and calls."""
    file = folder / "history.sqlite3"
    file.write_bytes(_weeks())
    history = History.open(file)
    run_id = tell(history, full_server(16_000, rtt=21.4), network_type="ethernet")
    return FakeService(
        history=history,
        settings=Settings(servers=SERVERS),
        state=ServiceState(last=reached(history, run_id), next_run=NOW + 5 * MINUTE),
    )


def some_hours(
    folder: Path,
    *servers: ServerMeasurement,
    after: int | None = None,
    unusual: tuple[Unusual, ...] = (),
) -> FakeService:
    """A history of some hours, and a newest run that found this."""
    history = History.open(folder / "history.sqlite3")
    days_of_runs(history)
    run_id = tell(history, *servers, after=after, unusual=unusual)
    return FakeService(
        history=history,
        settings=Settings(servers=SERVERS),
        state=ServiceState(last=reached(history, run_id), next_run=NOW + 5 * MINUTE),
    )


def full_server(kbps: float, *, rtt: float = 42.0, loss: float = 0.0) -> ServerMeasurement:
    """A server with everything that a full run finds: the uplink is the narrow direction."""
    ceiling = kbps >= 16_000
    rate = None if ceiling else Interval(0.985 * kbps, 1.015 * kbps)
    lost = loss_interval(round(100 * loss), 100, 1.4)
    return msgspec.structs.replace(
        server(rtt=rtt, loss=loss),
        throughput_kbps=Throughput(
            loop=kbps,
            up=kbps,
            down=16_000.0,
            loop_at_least=ceiling,
            up_at_least=ceiling,
            down_at_least=True,
        ),
        loaded_rtt_at_least=not ceiling,
        call_check=CallCheck(
            connected=True,
            ice_ms=3.1 * rtt,
            dtls_ms=4.1 * rtt,
            audio_loss_fraction=loss,
            rtt_ms=2 * rtt,
        ),
        relay="self",
        intervals=Intervals(
            rtt_ms=Interval(0.97 * rtt, 1.04 * rtt),
            jitter_ms=Interval(2.1, 2.7),
            loss_fraction=Interval(*lost),
            loop_kbps=rate,
            up_kbps=rate,
        ),
    )


def green(folder: Path) -> FakeService:
    """A good network, and calls of the last days."""
    _, tls = SERVERS[0].urls
    service = some_hours(
        folder,
        full_server(16_000, rtt=23.4),
        server(url=tls, rtt=25.1, kbps=12_000),
        server(url=SERVERS[1].urls[0], provider="Backup", rtt=38.0, kbps=10_500),
    )
    assert service.history is not None
    days_of_calls(service.history)
    return service


def amber(folder: Path) -> FakeService:
    backup = failed_server(url=SERVERS[1].urls[0])
    return some_hours(folder, full_server(640, rtt=61, loss=0.04), backup)


def unusual(folder: Path) -> FakeService:
    """Slower than ever; and a call that went as badly has just ended."""
    slow = Unusual(
        figure=Figure.THROUGHPUT,
        now=640.0,
        usual_low=9_300.0,
        usual_median=10_200.0,
        usual_high=11_000.0,
        since_ms=NOW - 5 * MINUTE,
        new=True,
    )
    service = some_hours(folder, full_server(640, rtt=27), unusual=(slow,))
    call = CallFigures(available_kbps=610.0, concealed=0.0, frozen=0.004, one_way_ms=31.0)
    service.state = replace(service.state, call=CallCompared("call", compare(95, call)))
    return service


def unsure(folder: Path) -> FakeService:
    """One run of another colour than those before it."""
    service = some_hours(folder, full_server(16_000, rtt=27, loss=0.12), after=95)
    service.state = replace(service.state, next_run=NOW + 8_000.0)
    return service


def red(folder: Path) -> FakeService:
    udp, tls = (failed_server(url=url, provider="Head office") for url in SERVERS[0].urls)
    backup = failed_server("refused", url=SERVERS[1].urls[0], detail="Connection refused")
    return some_hours(folder, udp, tls, backup)


def testing(folder: Path) -> FakeService:
    service = some_hours(folder, full_server(1500))
    service.state = replace(
        service.state,
        next_run=None,
        progress=RunProgress("stream", "turn:turn.example.org:3478", 0.42, 5.0),
    )
    return service


def demonstration(folder: Path) -> FakeService:
    history = History.open(folder / "history.sqlite3")
    triggers: dict[int, Trigger] = {3: "start", 0: "manual"}
    for run in reversed(range(4)):
        relay = msgspec.structs.replace(
            server(
                url="turn:127.0.0.1:34781",
                provider=DEMONSTRATION_LABEL,
                rtt=0.3 + run / 10,
                kbps=16_000,
                at_least=True,
            ),
            mapped_address="127.0.0.1",
            server_address="127.0.0.1",
        )
        run_id = tell(
            history,
            relay,
            timestamp=NOW - run * 5.3 * MINUTE,
            network_type="unknown",
            trigger=triggers.get(run, "schedule"),
            known_throughput_kbps=16_000 if run in (1, 2) else None,
            demonstration=True,
        )
    state = ServiceState(
        last=reached(history, run_id),
        next_run=NOW + 5 * MINUTE,
        demonstration=True,
    )
    return FakeService(history=history, state=state)


def in_a_call(folder: Path) -> FakeService:
    service = green(folder)
    held_back = Limit("call", "none")
    service.state = replace(service.state, live=live_call(code=75), limit=held_back)
    return service


def sign_in(folder: Path) -> FakeService:
    """A sign-in page stands before the network, and nobody can be reached."""
    udp, tls = (failed_server(url=url, provider="Head office") for url in SERVERS[0].urls)
    backup = failed_server(url=SERVERS[1].urls[0])
    service = some_hours(folder, udp, tls, backup)
    return _found(service, "captive-portal", Connectivity.NO_CONNECTION)


def no_device(folder: Path) -> FakeService:
    service = some_hours(folder, full_server(16_000, rtt=23.4))
    return _found(service, "no-media-device", Connectivity.NO_MEDIA_DEVICE)


def _found(service: FakeService, cause: str, connectivity: Connectivity) -> FakeService:
    """The same with this cause alone."""
    last = service.state.last
    assert last is not None
    verdict = msgspec.structs.replace(
        last.verdict,
        connectivity_code=int(connectivity),
        causes=(cause,),
        advice=advice_for((cause,)),
    )
    settings = replace(service.settings, captive_check_url="http://check.example.org/204")
    service.settings = settings
    service.state = replace(service.state, last=replace(last, verdict=verdict))
    return service


def failed(folder: Path) -> FakeService:
    """The newest run could not take place."""
    service = some_hours(folder, full_server(16_000, rtt=23.4))
    service.state = replace(service.state, failed=RunFailed("time-limit", ""))
    return service


def troubled(folder: Path) -> FakeService:
    service = some_hours(folder, full_server(600, rtt=27))
    service.state = replace(
        service.state,
        next_run=None,
        paused_until=NOW + 60 * MINUTE,
        quiet_until=NOW + 13 * 60 * MINUTE,
        problems=('settings.toml, line 14: test.intervall: there is no such setting; "interval"?',),
    )
    return service


def nothing_yet(folder: Path) -> FakeService:
    history = History.open(folder / "empty.sqlite3")
    return FakeService(history=history, settings=Settings(servers=SERVERS))


def diagnostics() -> list[tuple[str, str, str]]:
    """Files as a help desk gets them; of most there is the size alone."""
    versions = {
        "program": "0.2.0",
        "installedBy": "deb",
        "newerVersion": None,
        "system": {"name": "Debian GNU/Linux 13 (trixie)", "machine": "x86_64"},
        "environment": {"XDG_CURRENT_DESKTOP": "KDE", "XDG_SESSION_TYPE": "wayland"},
    }
    log = (
        "2026-11-21T08:12:04.318Z INFO notifier.service.event_log: run: full, by network\n"
        "2026-11-21T08:12:29.002Z INFO notifier.service.event_log: verdict: 500 green, "
        "connectivity 100, status 200, network 4f1c22, model call-3\n"
    )
    texts = {
        "versions.json": json.dumps(versions, indent=2) + "\n",
        "log-tray.txt": 40 * log,
        "crash.txt": "No crash is known.\n",
    }
    pieces = [
        Piece(part.name, part.says, texts.get(part.name, " " * (60 + 211 * number % 1500)))
        for number, part in enumerate(PARTS)
    ]
    pieces.insert(0, about(pieces, addresses=False))
    return [(piece.name, str(piece.says), piece.text) for piece in pieces]
