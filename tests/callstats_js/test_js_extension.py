"""The library behind the real extension and its host, in both browsers."""

import json
from pathlib import Path

from notifier.calls.messages import (
    ConferenceJoin,
    ConferenceLeave,
    FabricAdd,
    FabricHappening,
    Feedback,
    Hello,
    IceState,
    Stats,
    StatsCallback,
)
from tests.browsers.conftest import Stage

_LIBRARY = Path(__file__).parents[2] / "resources" / "callstats" / "callstats.js"

_CALL = """
globalThis.told = { init: [], stats: [] };
globalThis.stats = new callstats(null, {}, {});
stats.initialize("app", "secret", "alice",
  (...said) => told.init.push(said), (said) => told.stats.push(said));
globalThis.calling = begin();
ends.forEach((pc, n) => stats.addNewFabric(pc, `end ${n}`, "multiplex", "conf"));
calling
"""


def test_calls_go_through_the_extension_and_are_reported_once(stage: Stage) -> None:
    program = stage.program
    tab = stage.browser.open(f"{stage.place.origin}/call.html")
    stage.evaluate(tab, f"{_LIBRARY.read_text(encoding='utf-8')}; 0")
    stage.evaluate(tab, _CALL)
    first, second = program.wait(FabricAdd, 2)
    program.until(
        lambda: {one.fabric_id for one in program.of(Stats)} == {first.fabric_id, second.fabric_id},
        "statistics of both",
    )
    said = {"connectionState": "online", "mediaStreamTracks": []}
    program.say(StatsCallback(call_id=first.call_id, fabric_id=first.fabric_id, stats=said))
    stage.evaluate(
        tab,
        """(async () => {
          while (!told.stats.length) await new Promise((done) => setTimeout(done, 20));
          stats.sendFabricEvent(ends[0], "audioMute", "conf");
          for (const pc of ends) stats.sendFabricEvent(pc, "fabricTerminated", "conf");
          stats.sendUserFeedback("conf", { userID: "alice", overall: 5 });
          hangUp();
        })()""",
    )
    program.wait(Feedback)
    told = json.loads(stage.evaluate(tab, "JSON.stringify({ ...told, errors })"))
    assert told == {"init": [["success", "initialize: success"]], "stats": [said], "errors": []}

    # The extension leaves these connections to the page: there is one call, the page's own.
    (join,) = program.of(ConferenceJoin)
    assert (join.conference_id, join.origin) == ("conf", stage.place.origin)
    assert sorted(hello.kind for hello in program.of(Hello)) == ["extension", "javascript"]
    assert {one.call_id for one in program.of(Stats)} == {join.call_id}
    ice = [one for one in program.of(IceState) if one.changed_state == "iceConnectionState"]
    assert {one.fabric_id for one in ice if one.new_state in {"connected", "completed"}} == {
        first.fabric_id,
        second.fabric_id,
    }
    entries = {entry["type"] for one in program.of(Stats) for entry in one.stats}
    assert {"inbound-rtp", "outbound-rtp", "candidate-pair"} <= entries
    assert program.of(FabricHappening)[0].event == "audioMute"
    program.wait(ConferenceLeave)
