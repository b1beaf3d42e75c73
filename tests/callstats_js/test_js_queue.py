"""What is said while the program is away, and when it comes back."""

import json
import time
from itertools import product
from typing import Any

import pytest

from notifier.calls.messages import (
    Acknowledgement,
    ConferenceJoin,
    FabricAdd,
    FabricHappening,
    Failure,
    IceState,
    Log,
    Stats,
    StatsCallback,
)
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY
from tests.callstats_js.program import Program, program_running

pytestmark = pytest.mark.tools("chromium")


def test_a_program_that_starts_during_the_call_gets_all_of_it(browser: Browser) -> None:
    program = Program()
    program.start()
    program.stop()  # Its port is nobody's now.
    script = f"""
    const told = [];
    const stats = initialized({program.port}, {{ init: (...said) => told.push(said) }});
    const pc = new FakeConnection();
    stats.addNewFabric(pc, "bob", "multiplex", "conf");
    pc.become("checking");
    pc.become("connected");
    await until(() => pc.asked > 5, "getStats");
    return told;
    """
    with browser.opened(script, head=LIBRARY) as case:
        time.sleep(2.5)
        program.start(program.port)
        try:
            program.wait_for(Stats, 5)
            told = case.result()
        finally:
            program.stop()
    assert told == [["success", "initialize: success"]]
    assert len(program.hellos) == 1
    assert [message.seq for message in program.messages] == list(range(len(program.messages)))
    assert isinstance(program.messages[0], ConferenceJoin)
    samples = program.of(Stats)
    # Also those from before it was there, with the times of then.
    assert samples[0].timestamp < program.hellos[0].timestamp
    assert [state.new_state for state in program.of(IceState)] == ["checking", "connected"]


def test_after_another_connection_it_says_what_is_not_acknowledged(browser: Browser) -> None:
    with program_running(acknowledge=False) as program:
        script = f"""
        const stats = initialized({program.port});
        const pc = new FakeConnection();
        stats.addNewFabric(pc, "bob", "multiplex", "conf");
        pc.become("checking");
        pc.become("connected");
        await until(() => pc.asked > 1, "getStats");
        stats.sendFabricEvent(pc, "audioMute", "conf");
        await until(() => pc.asked > 4, "more getStats");
        """
        with browser.opened(script, head=LIBRARY) as case:
            program.wait_for(FabricHappening)
            before = list(program.messages)
            connected = next(one for one in program.of(IceState) if one.new_state == "connected")
            kept = connected.seq
            assert kept is not None
            program.say(Acknowledgement(seq=kept))
            time.sleep(0.3)
            program.messages.clear()
            program.hang_up()
            program.wait_for(FabricHappening)
            case.result()
        after = list(program.messages)

    first, second = program.hellos
    assert first.client_id == second.client_id
    # First the call as what is acknowledged left it, without numbers and with its own times.
    announced = [message for message in after if message.seq is None]
    assert after[: len(announced)] == announced
    join, added, ice = announced
    assert isinstance(join, ConferenceJoin)
    assert isinstance(added, FabricAdd)
    assert isinstance(ice, IceState)
    assert (join.timestamp, added.timestamp) == (before[0].timestamp, before[1].timestamp)
    assert (ice.new_state, ice.timestamp) == ("connected", connected.timestamp)
    # Then all from the first that is not acknowledged, the same as before.
    again = after[len(announced) :]
    left = [message for message in before if message.seq is not None and message.seq > kept]
    assert again[: len(left)] == left


def test_a_program_that_kept_all_is_told_nothing_twice(browser: Browser) -> None:
    with program_running() as program:
        script = f"""
        const stats = initialized({program.port});
        const pc = new FakeConnection();
        stats.addNewFabric(pc, "bob", "multiplex", "conf");
        stats.addNewFabric(new FakeConnection(), "eve", "multiplex", "over");
        pc.become("connected");
        await until(() => pc.asked > 1, "getStats");
        stats.sendFabricEvent(pc, "fabricTerminated", "conf");
        """
        with browser.opened(script, head=LIBRARY) as case:
            case.result()
            time.sleep(0.3)
            program.messages.clear()
            program.hang_up()
            program.wait(lambda: len(program.hellos) == 2)
            time.sleep(0.5)
        # One call is over; of the other one it says that it goes on.
        kinds = [type(message) for message in program.messages]
        assert kinds == [ConferenceJoin, FabricAdd]
        assert all(message.seq is None for message in program.messages)


def test_the_queue_has_an_end(browser: Browser) -> None:
    """The oldest statistics go first, then the oldest of anything; the call can be told still."""
    program = Program()
    program.start()
    program.stop()
    script = f"""
    const stats = initialized({program.port});
    const pc = new FakeConnection();
    stats.addNewFabric(pc, "bob", "multiplex", "conf");
    pc.become("connected");
    await until(() => pc.asked > 1, "getStats");
    const log = (line) => stats.reportError(pc, "conf", "applicationLog", line);
    for (let n = 0; n < 2100; n += 1) log(`line ${{n}}`);
    """
    with browser.opened(script, head=LIBRARY) as case:
        case.result()
        program.start(program.port)
        try:
            program.wait(lambda: any(one.message == "line 2099" for one in program.of(Log)))
        finally:
            program.stop()
    logs = [message.message for message in program.of(Log)]
    assert logs == [f"line {n}" for n in range(2100 - len(logs), 2100)]
    assert 1990 <= len(logs) <= 2000
    queued = [message for message in program.messages if message.seq is not None]
    assert len([one for one in queued if one.timestamp < program.hellos[0].timestamp]) == 2000
    # The beginning of the call was among what went; so it is announced.
    announced = program.messages[:3]
    assert [type(message) for message in announced] == [ConferenceJoin, FabricAdd, IceState]
    assert all(message.seq is None for message in announced)


def test_who_is_turned_away_is_told_once(browser: Browser) -> None:
    refusal = Failure(code="forbidden", message="The settings do not list this origin.")
    with program_running(refusal=refusal) as program:
        script = f"""
        const told = [];
        const stats = initialized({program.port}, {{ init: (...said) => told.push(said) }});
        const pc = new FakeConnection();
        const added = stats.addNewFabric(pc, "bob", "multiplex", "conf");
        stats.makePrecallTest();
        await until(() => told.length, "csInitCallback");
        await sleep(1500);
        return {{ told, added: added.status }};
        """
        with browser.opened(script, head=LIBRARY) as case:
            told = case.result()
    text = "initialize: The settings do not list this origin."
    assert told == {"told": [["authError", text]], "added": "success"}
    assert program.messages == []
    assert len(program.hellos) == 1  # It does not knock again and again.


def test_a_message_that_is_wrong_is_not_said_again(browser: Browser) -> None:
    with program_running(acknowledge=False) as program:
        script = f"""
        const told = [];
        const stats = initialized({program.port}, {{ init: (...said) => told.push(said) }});
        const pc = new FakeConnection();
        stats.addNewFabric(pc, "bob", "multiplex", "conf");
        stats.sendFabricEvent(pc, "audioMute", "conf");
        stats.sendFabricEvent(pc, "videoPause", "conf");
        await until(() => told.length > 1, "csInitCallback");
        return told;
        """
        with browser.opened(script, head=LIBRARY) as case:
            mute = program.wait_for(FabricHappening, 2)[0]
            wrong = Failure(
                code="field", message="Not so.", of="fabric.event", field="event", seq=mute.seq
            )
            program.say(wrong)
            told = case.result()
            program.messages.clear()
            program.hang_up()
            again = program.wait_for(FabricHappening)
    assert told[1] == ["csProtoError", "fabric.event: Not so."]
    assert [one.event for one in again] == ["videoPause"]


_VALUES: list[Any] = [None, True, -1, 1.5, 1e99, "", "seq", [], [1], {}, {"a": None}]


def test_whatever_the_program_says_is_survived(browser: Browser) -> None:
    """Every field of every message as every kind of thing, and things that are no messages."""
    fields = {
        "ack": ["seq"],
        "error": ["code", "message", "seq", "of"],
        "stats.callback": ["callId", "stats"],
        "media.disruption": ["callId", "kind", "payload"],
        "verdict": ["verdict"],
        "precall.result": ["status", "results"],
        "connection.recommendation": ["recommendation"],
        "welcome": ["version", "acknowledged", "collectSdp", "verdicts"],
    }
    with program_running(acknowledge=False) as program:
        script = f"""
        const told = {{}};
        const note = (name) => (...said) => (told[name] = (told[name] ?? 0) + 1);
        const stats = initialized({program.port}, {{ onStats: note("callback") }});
        for (const name of ["stats", "mediaDisruption", "pctConnectionQualityChange",
          "preCallTestResults", "preCallTest", "connectionRecommendation"]) {{
          stats.on(name, note(name));
        }}
        const pc = new FakeConnection();
        stats.addNewFabric(pc, "bob", "multiplex", "conf");
        pc.become("connected");
        await until(() => told.callback, "csStatsCallback");
        return stats.getSctResults().length <= 50;
        """
        with browser.opened(script, head=LIBRARY) as case:
            added = program.wait_for(FabricAdd)[0]
            for text in ("", "{", "null", "[]", "7", '"welcome"', "{}", '{"type": {}}', b"\xff"):
                program.say_raw(text)
            for kind, names in fields.items():
                for name, value in product(names, _VALUES):
                    whole = {"type": kind, "callId": added.call_id, "status": "success"}
                    program.say_raw(json.dumps({**whole, name: value}))
                    program.say_raw(json.dumps({"type": kind, name: value}))
            before = len(program.of(Stats))
            program.wait_for(Stats, before + 2)
            about = {"call_id": added.call_id, "fabric_id": added.fabric_id}
            program.say(StatsCallback(stats={"streams": {}}, **about))
            assert case.result() is True
            # Nothing of what was not acknowledged has gone.
            program.messages.clear()
            program.hang_up()
            program.wait_for(Stats, 2)
    assert isinstance(program.messages[0], ConferenceJoin)
    assert program.messages[0].seq == 0
