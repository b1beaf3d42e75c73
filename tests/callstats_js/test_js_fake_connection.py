"""Connections that are none of the browser's: what an SDK makes up that hides its own."""

import pytest

from notifier.calls.messages import (
    ConferenceJoin,
    ConferenceLeave,
    FabricAdd,
    FabricHappening,
    IceState,
    Sdp,
    Stats,
)
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY
from tests.callstats_js.program import program_running

pytestmark = pytest.mark.tools("chromium")


def test_a_fake_connection_is_watched_like_a_real_one(browser: Browser) -> None:
    """Three events, three states in lower case and getStats are all that it has."""
    with program_running() as program:
        told = browser.run(
            f"""
            const stats = initialized({program.port});
            const told = [];
            const pc = new Proxy(new FakeConnection(), {{
              set(on, name, value) {{ if (name.startsWith("on")) told.push(name);
                return Reflect.set(on, name, value); }},
              get(on, name) {{ if (/description/i.test(String(name))) told.push(name);
                const value = on[name];
                return typeof value === "function" ? value.bind(on) : value; }},
            }});
            stats.addNewFabric(pc, "bob", "multiplex", "conf", (...said) => told.push(said));
            pc.become("have-local-offer", "signalingstatechange");
            pc.become("checking");
            pc.become("connected");
            pc.icegatheringstate = "complete"; // Nobody says this: it is polled.
            await until(() => pc.asked > 1, "getStats");
            pc.become("disconnected");
            await sleep(1200);
            const asked = pc.asked;
            await sleep(1200);
            pc.become("connected");
            pc.become("closed", "signalingstatechange");
            await sleep(100);
            return {{ told, heard: pc.listeners.map(([name]) => name), still: pc.asked - asked }};
            """,
            head=LIBRARY,
            until=lambda: program.wait(
                lambda: any(s.new_state == "closed" for s in program.of(IceState))
            ),
        )
    assert told["heard"] == ["icecandidate", "iceconnectionstatechange", "signalingstatechange"]
    assert told["told"] == [
        ["success", "addNewFabric: success"],
        ["appConnectivityError", "ICE is disconnected"],
    ]
    assert told["still"] == 0  # No statistics without a path.
    assert [(state.changed_state, state.new_state) for state in program.of(IceState)] == [
        ("signalingState", "have-local-offer"),
        ("iceConnectionState", "checking"),
        ("iceConnectionState", "connected"),
        ("iceGatheringState", "complete"),
        ("iceConnectionState", "disconnected"),
        ("iceConnectionState", "connected"),
        ("signalingState", "closed"),
    ]
    entry = program.of(Stats)[0].stats[0]
    assert (entry["type"], entry["ssrc"], entry["packetsSent"]) == ("outbound-rtp", 1234, 50)


_STYLES = {
    "promise of a map": "getStats() { return Promise.resolve(new Map([['a', sample(1)]])); }",
    "promise of an object": "async getStats() { return { a: sample(1) }; }",
    "promise of a list": "async getStats() { return [sample(1), 7, null]; }",
    "function": "getStats(good) { setTimeout(() => good([sample(1)])); }",
    "functions behind a selector": (
        "getStats(selector, good, bad) { setTimeout(() => good({ a: sample(1) })); }"
    ),
    "the oldest form": (
        "getStats(good) { good({ result: () => [{ id: 'a', type: 'ssrc', timestamp: new Date(5),"
        " names: () => ['ssrc', 'bytesSent'], stat: (name) => name }] }); }"
    ),
    "handed on to a browser's own": (
        "getStats(...given) { this.pc ??= new RTCPeerConnection();"
        " this.pc.createDataChannel('x'); return this.pc.getStats(...given); }"
    ),
    "with numbers that JSON has not": (
        "async getStats() { return [{ ...sample(1), big: 2n ** 40n, none: NaN }]; }"
    ),
    "one in three": (
        "async getStats() { this.n = (this.n ?? 0) + 1;"
        " if (this.n % 3) throw new Error('later'); return [sample(this.n)]; }"
    ),
    "state words of its own": (
        "get iceconnectionstate() { return 'completed'; } async getStats() { return [sample(1)]; }"
    ),
}


def test_statistics_come_in_every_style(browser: Browser) -> None:
    classes = ",\n".join(
        f"[{name!r}, class {{ get iceConnectionState() {{ return 'connected'; }} {body} }}]"
        for name, body in _STYLES.items()
    )
    with program_running() as program:
        script = f"""
        const stats = initialized({program.port});
        for (const [name, Style] of [{classes}]) {{
          stats.addNewFabric(new Style(), name, "multiplex", "conf");
        }}
        await sleep(4000);
        """
        with browser.opened(script, head=LIBRARY) as case:
            names = {
                added.fabric_id: added.remote_user_id
                for added in program.wait_for(FabricAdd, len(_STYLES))
            }

            def told() -> set[str]:
                return {names[one.fabric_id] for one in program.of(Stats)}

            program.wait(lambda: told() == set(_STYLES))
            case.result()
        entries = {names[one.fabric_id]: one.stats for one in program.of(Stats)}
    oldest = {"id": "a", "type": "ssrc", "timestamp": 5, "ssrc": "ssrc", "bytesSent": "bytesSent"}
    assert entries["the oldest form"] == [oldest]
    assert len(entries["promise of a list"]) == 1
    (odd,) = entries["with numbers that JSON has not"]
    assert (odd["big"], odd["none"]) == (2**40, None)
    assert {"peer-connection"} <= {
        entry["type"] for entry in entries["handed on to a browser's own"]
    }


def test_nothing_that_a_connection_does_reaches_the_page(browser: Browser) -> None:
    """Hanging, throwing, empty, endless: the others go on, and the page hears nothing of it."""
    with program_running() as program:
        asked = browser.run(
            f"""
            const stats = initialized({program.port});
            const connected = {{ iceConnectionState: "connected" }};
            let hanging = 0;
            const circle = {{ type: "circle" }};
            circle.round = circle;
            const odd = {{
              hanging: {{ getStats() {{ hanging += 1; return new Promise(() => {{}}); }} }},
              throwing: {{ getStats() {{ throw new Error("no"); }} }},
              empty: {{ getStats() {{}} }},
              wrong: {{ async getStats() {{ return "statistics"; }} }},
              round: {{ async getStats() {{ return [circle]; }} }},
              long: {{ async getStats() {{ return [{{ type: "x", text: "x".repeat(2e6) }}]; }} }},
              deaf: {{ addEventListener() {{ throw new Error("no"); }},
                async getStats() {{ return [sample(1)]; }} }},
              unreadable: {{ get signalingState() {{ throw new Error("no"); }},
                async getStats() {{ return [sample(1)]; }} }},
            }};
            for (const [name, pc] of Object.entries(odd)) {{
              const answer = stats.addNewFabric(
                Object.defineProperties(pc, Object.getOwnPropertyDescriptors(connected)),
                name, "multiplex", "conf");
              if (answer.status !== "success") throw new Error(`${{name}}: ${{answer.message}}`);
            }}
            const good = new FakeConnection();
            stats.addNewFabric(good, "good", "multiplex", "conf");
            good.become("completed");
            await until(() => good.asked > 2, "the good one");
            return hanging;
            """,
            head=LIBRARY,
        )
        names = {one.fabric_id: one.remote_user_id for one in program.of(FabricAdd)}
        program.wait_for(Stats, 2)
    assert asked == 1  # One that hangs is not asked again, for ten seconds.
    assert {names[one.fabric_id] for one in program.of(Stats)} == {"good", "deaf"}


@pytest.mark.parametrize("collected", [True, False])
def test_descriptions_are_read_only_where_they_are_collected(
    browser: Browser, collected: bool
) -> None:
    with program_running(collect_sdp=collected) as program:
        script = f"""
            const stats = initialized({program.port});
            let read = 0;
            const pc = new FakeConnection();
            Object.defineProperty(pc, "localDescription", {{
              get() {{ read += 1; return {{ sdp: "v=0 here" }}; }} }});
            Object.defineProperty(pc, "remoteDescription", {{
              get() {{ read += 1; return {{ sdp: "v=0 there" }}; }} }});
            stats.addNewFabric(pc, "bob", "multiplex", "conf");
            await sleep(700);
            pc.become("have-local-offer", "signalingstatechange");
            pc.become("checking");
            pc.become("connected");
            await until(() => pc.asked > 0);
            return read;
            """
        # Open until it is heard: what a page has not sent yet is lost with it.
        with browser.opened(script, head=LIBRARY) as case:
            read = case.result()
            program.wait_for(Stats)
    said = [(one.local_sdp, one.remote_sdp) for one in program.of(Sdp)]
    assert said == ([("v=0 here", "v=0 there")] if collected else [])
    assert bool(read) is collected


def test_hold_closing_and_moving(browser: Browser) -> None:
    """Held connections are not measured; a closed one ends its conference a little later; one
    that is given again belongs to where it was given last."""
    with program_running() as program:
        asked = browser.run(
            f"""
            const stats = initialized({program.port});
            const pc = new FakeConnection();
            stats.addNewFabric(pc, "bob", "multiplex", "first");
            pc.become("connected");
            await until(() => pc.asked > 0);
            stats.sendFabricEvent(pc, "fabricHold", "first");
            const before = pc.asked;
            await sleep(2200);
            const held = pc.asked - before;
            stats.sendFabricEvent(pc, "fabricResume", "first");
            await until(() => pc.asked > before);
            stats.addNewFabric(pc, "bob", "multiplex", "second");
            await until(() => pc.asked > before + 1);
            pc.become("closed", "signalingstatechange");
            const late = stats.sendUserFeedback("first", {{ userID: "alice", overall: 5 }});
            await sleep(7000);
            return {{ held, late: late.status }};
            """,
            head=LIBRARY,
        )
        first, second = program.wait_for(ConferenceJoin, 2)
        program.wait_for(ConferenceLeave, 2)
    assert asked == {"held": 0, "late": "success"}
    assert [one.call_id for one in program.of(ConferenceLeave)] == [first.call_id, second.call_id]
    moved = [(one.call_id, one.event) for one in program.of(FabricHappening)]
    assert moved[-1] == (first.call_id, "fabricTerminated")
    closed = next(one for one in program.of(IceState) if one.new_state == "closed")
    left = program.of(ConferenceLeave)[1]
    assert closed.call_id == second.call_id
    assert 4000 < left.timestamp - closed.timestamp < 8000
    # What it was when it was moved is said again, of the new call.
    again = [one.new_state for one in program.of(IceState) if one.call_id == second.call_id]
    assert again[0] == "connected"


def test_a_connection_that_gets_its_names_later(browser: Browser) -> None:
    with program_running() as program:
        script = f"""
            const stats = initialized({program.port});
            const pc = new FakeConnection();
            stats.addNewFabric(pc, "", "multiplex", "");
            pc.become("checking");
            await sleep(1200);
            stats.setIdentifiers({{ remoteUserID: "bob" }}, pc);
            pc.become("connected");
            await sleep(300);
            stats.setIdentifiers({{ conferenceID: "conf" }}, pc);
            await until(() => pc.asked > 0);
            """
        with browser.opened(script, head=LIBRARY) as case:
            case.result()
            program.wait_for(Stats)
    (added,) = program.of(FabricAdd)
    assert program.of(ConferenceJoin)[0].conference_id == "conf"
    assert added.remote_user_id == "bob"
    checking, connected = program.of(IceState)
    assert (checking.new_state, connected.new_state) == ("checking", "connected")
    # Everything has the time at which it was so, not that of its name.
    assert added.timestamp <= checking.timestamp < connected.timestamp - 1000


def test_silence_begins_another_call(browser: Browser) -> None:
    """For the program a call of silent connections is over after half a minute. One that comes
    back belongs to a new one; one that has nothing to say tells that it is there."""
    with program_running() as program:
        script = f"""
            const now = Date.now;
            let later = 0;
            Date.now = () => now() + later;
            const stats = initialized({program.port});
            const pc = new FakeConnection(), other = new FakeConnection();
            stats.addNewFabric(pc, "bob", "multiplex", "conf");
            stats.addNewFabric(other, "eve", "multiplex", "other");
            const dead = new FakeConnection(); // There is a path, and DTLS failed over it.
            dead.connectionState = "failed";
            stats.addNewFabric(dead, "zoe", "multiplex", "dead");
            pc.become("connected");
            pc.become("failed");
            await sleep(1500);
            for (let i = 0; i < 4; i += 1) {{ later += 11_000; await sleep(1300); }}
            pc.become("connected");
            await until(() => pc.asked > 0);
            """
        with browser.opened(script, head=LIBRARY) as case:
            case.result()
            program.wait(lambda: any(one.stats for one in program.of(Stats)))
    first, other, dead, second = program.wait_for(ConferenceJoin, 4)
    assert (first.conference_id, second.conference_id) == ("conf", "conf")
    assert dead.conference_id == "dead"  # And once: it is over, and stays so.
    assert program.of(ConferenceLeave)[0].call_id == first.call_id
    assert [one.new_state for one in program.of(IceState) if one.call_id == second.call_id] == [
        "connected"
    ]
    words = [one.stats for one in program.of(Stats) if one.call_id == other.call_id]
    assert words
    assert not any(words)
