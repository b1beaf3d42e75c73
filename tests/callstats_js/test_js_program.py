"""A page's real call, through the real WebSocket into the real service and its history."""

import asyncio
import socket
from pathlib import Path

import pytest

from notifier.history.store import History
from notifier.machine.facts import NetworkFacts
from notifier.service import call_keeping
from notifier.service import networks as networks_module
from notifier.service import service as service_module
from notifier.service.events import CallLive, CallOver
from notifier.service.service import Service
from notifier.settings.feed_token import feed_token
from notifier.settings.paths import Paths
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY
from tests.service.scripted import EXCELLENT, URL, Events, ScriptedProbe

pytestmark = pytest.mark.tools("chromium")

_PAGE = """
const told = { init: [], stats: [], results: [], verdicts: [] };
const stats = initialized(undefined, {
  init: (...said) => told.init.push(said),
  onStats: (said) => told.stats.push(said),
  callNotifier: { port: PORT, token: "TOKEN" },
  additionalIDs: { productName: "Tests" },
});
stats.on("pctConnectionQualityChange", (said) => told.verdicts.push(said));
stats.on("preCallTestResults", (status, said) => told.results.push([status, said]));
await until(() => told.verdicts.length, "a verdict");
const { near } = await madeCall((pc) => stats.addNewFabric(pc, "bob", "multiplex", "conf"));
await until(() => told.stats.length, "csStatsCallback");
stats.sendUserFeedback("conf", { userID: "alice", overall: 4 });
near.close();
stats.sendFabricEvent(near, "fabricTerminated", "conf");
await sleep(500);
return { ...told, rows: stats.getSctResults().length };
"""


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = NetworkFacts("ethernet", "eth0", True, "1" * 32)
    monkeypatch.setattr(networks_module, "observe", lambda *_: facts)
    monkeypatch.setattr(service_module, "media_device_present", lambda: True)
    monkeypatch.setattr(service_module, "microphone_in_use", lambda: False)
    monkeypatch.setattr(call_keeping, "CHECKPOINT", 0.5)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def test_a_call_of_a_page_is_shown_and_kept(browser: Browser, isolated_home: Path) -> None:
    paths, port = Paths.default(), _free_port()
    paths.config_file.parent.mkdir(parents=True, exist_ok=True)
    paths.config_file.write_text(
        f'[calls]\norigins = ["{browser.origin}"]\nwebsocket-port = {port}\n'
        f'[[server]]\nurls = ["{URL}"]\n'
    )
    service = Service(
        paths,
        origin="tray",
        environ={},
        watch_machine=False,
        measure_with=ScriptedProbe(EXCELLENT),
    )
    events = Events()
    service.subscribe(events)
    await service.start()
    try:
        page = _PAGE.replace("PORT", str(port)).replace("TOKEN", feed_token(paths))
        told = await asyncio.to_thread(browser.run, page, head=LIBRARY, speed=1)
        await events.until(lambda: bool(events.of(CallOver)))
    finally:
        await service.stop()

    assert told["init"] == [["success", "initialize: success"]]
    assert told["results"][0][0] == "success"
    assert told["results"][0][1]["mediaConnectivity"] is True
    assert told["verdicts"][0]["summaryCode"]
    assert told["rows"] >= 1
    said = told["stats"][0]
    assert (said["connectionState"], said["fabricState"]) == ("online", "established")
    kinds = {(track["statsType"], track["mediaType"]) for track in said["mediaStreamTracks"]}
    assert {("outbound-rtp", "audio"), ("inbound-rtp", "video")} <= kinds
    assert all(track["remoteUserID"] in {"alice", "bob"} for track in said["mediaStreamTracks"])
    assert set(said["streams"]) == {str(track["ssrc"]) for track in said["mediaStreamTracks"]}

    live = [event.call for event in events.of(CallLive) if event.call is not None]
    assert any(call.up_kbps > 0 and call.down_kbps > 0 for call in live)
    (over,) = events.of(CallOver)
    with History.open(paths.history_file) as history:
        call = history.call(over.record.call_id)
    assert (call.conference_id, call.user_id, call.client) == ("conf", "alice", "javascript")
    assert (call.origin, call.outcome) == (browser.origin, "success")
    assert call.feedback is not None
    assert call.feedback.overall == 4
    (fabric,) = call.fabrics
    assert (fabric.remote_user_id, fabric.end) == ("bob", "terminated")
    assert fabric.setup_delay_ms is not None
    assert {(stream.direction, stream.media) for stream in fabric.streams} == {
        (direction, media) for direction in ("inbound", "outbound") for media in ("audio", "video")
    }
    names = [event.event for event in call.events]
    assert names.index("fabricSetup") < names.index("fabricTerminated") < names.index("userLeft")
