"""The three ways to the program: the extension, a WebSocket, and what the application gives."""

import pytest

from notifier.calls.messages import ConferenceLeave, FabricAdd, Stats
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY
from tests.callstats_js.program import program_running

pytestmark = pytest.mark.tools("chromium")

# The extension's content script, as far as a page can see it.
_EXTENSION = """
const heard = [], bridged = [];
const answer = (said) => document.dispatchEvent(
  new CustomEvent("call-notifier:to-page", { detail: JSON.stringify(said) }));
let there = true;
document.addEventListener("call-notifier:to-extension", ({ detail }) => {
  const { bridge, message } = JSON.parse(detail);
  if (bridge) bridged.push(bridge);
  if (bridge === "hello") setTimeout(() => answer({ bridge: there ? "open" : "closed" }), 50);
  if (message) heard.push(message);
  if (message?.type === "hello") answer({ message: { type: "welcome", version: 1 } });
});
"""


def test_the_extension_comes_first(browser: Browser) -> None:
    with program_running() as program:
        heard = browser.run(
            f"""
            {_EXTENSION}
            const claimed = [];
            document.addEventListener("call-notifier:claim",
              ({{ detail }}) => claimed.push(detail));
            const stats = initialized({program.port});
            const pc = new FakeConnection();
            stats.addNewFabric(pc, "bob", "multiplex", "conf");
            pc.become("connected");
            await until(() => heard.some(({{ type }}) => type === "stats"), "stats");
            if (claimed.length !== 1 || claimed[0] !== pc) throw new Error("not claimed");
            return heard.map(({{ type }}) => type);
            """,
            head=LIBRARY,
        )
    assert heard[:4] == ["hello", "conference.join", "fabric.add", "ice.state"]
    assert program.hellos == []


def test_the_extension_loses_the_program_and_finds_it_again(browser: Browser) -> None:
    told = browser.run(
        f"""
        {_EXTENSION}
        const stats = initialized();
        const pc = new FakeConnection();
        stats.addNewFabric(pc, "bob", "multiplex", "conf");
        await until(() => heard.length > 2, "fabric.add");
        const acknowledged = Math.max(...heard.map(({{ seq }}) => seq ?? -1));
        answer({{ message: {{ type: "ack", seq: acknowledged }} }});
        heard.length = 0;
        there = false;
        answer({{ bridge: "closed" }});
        stats.sendFabricEvent(pc, "audioMute", "conf");
        await sleep(300);
        const silent = heard.length;
        there = true;
        answer({{ bridge: "open" }});
        await until(() => heard.length > 3, "all again");
        return {{ silent, bridged, heard: heard.map(({{ type, seq }}) => [type, seq ?? null]) }};
        """,
        head=LIBRARY,
    )
    assert told["silent"] == 0
    # An offer is taken as it is made: it need not be asked for again.
    assert told["bridged"] == ["hello"]
    assert [kind for kind, _ in told["heard"]] == [
        *("hello", "conference.join", "fabric.add", "fabric.event")
    ]
    assert [seq for _, seq in told["heard"]][:3] == [None, None, None]


def test_without_the_program_behind_it_the_websocket_is_taken(browser: Browser) -> None:
    with program_running() as program:
        heard = browser.run(
            f"""
            {_EXTENSION}
            there = false;
            globalThis.callNotifierConfig = {{ port: {program.port}, token: "of a global" }};
            const stats = initialized();
            stats.addNewFabric(new FakeConnection(), "bob", "multiplex", "conf");
            await sleep(700);
            return heard.length;
            """,
            head=LIBRARY,
            until=lambda: program.wait_for(FabricAdd),
        )
    assert heard == 0
    assert program.hellos[0].token == "of a global"


def test_the_application_gives_a_way_of_its_own(browser: Browser) -> None:
    told = browser.run(
        """
        const sent = [];
        let connects = 0;
        const transport = {
          send(text) {
            const message = JSON.parse(text);
            sent.push(message);
            if (message.type === "hello") this.onmessage('{"type":"welcome","version":1}');
          },
          connect() {
            connects += 1;
            setTimeout(() => (connects > 1 ? this.onopen() : this.onclose()));
          },
        };
        const stats = initialized(undefined, { callNotifier: { transport } });
        stats.addNewFabric(new FakeConnection(), "bob", "multiplex", "conf");
        await until(() => sent.length > 2, "messages");
        transport.onclose();
        await until(() => sent.filter(({ type }) => type === "hello").length > 1, "another hello");
        return { connects, sent: sent.map(({ type }) => type) };
        """,
        head=LIBRARY,
    )
    assert told["connects"] == 3
    assert told["sent"][:3] == ["hello", "conference.join", "fabric.add"]


def test_a_socket_is_such_a_way(browser: Browser) -> None:
    with program_running() as program:
        browser.run(
            f"""
            const transport = new WebSocket("ws://127.0.0.1:{program.port}/");
            await new Promise((resolve) => transport.addEventListener("open", resolve));
            const stats = initialized(undefined, {{ callNotifier: {{ transport }} }});
            const pc = new FakeConnection();
            stats.addNewFabric(pc, "bob", "multiplex", "conf");
            pc.become("connected");
            await until(() => pc.asked > 1, "getStats");
            """,
            head=LIBRARY,
            until=lambda: program.wait_for(Stats),
        )


def test_nobody_there_is_nothing_to_notice(browser: Browser) -> None:
    """No statistics are read for nobody, and the application is told that all is well."""
    told = browser.run(
        """
        const told = [];
        const stats = initialized(undefined, { init: (...said) => told.push(said) });
        const pc = new FakeConnection();
        const added = stats.addNewFabric(pc, "bob", "multiplex", "conf");
        pc.become("connected");
        stats.on("preCallTestResults", (...said) => told.push(said));
        stats.makePrecallTest();
        await sleep(2500);
        return { told, added: added.status, asked: pc.asked };
        """,
        head=LIBRARY,
    )
    assert told == {"told": [["success", "initialize: success"]], "added": "success", "asked": 0}


def test_the_page_goes_away(browser: Browser) -> None:
    with program_running() as program:
        browser.run(
            f"""
            const stats = initialized({program.port});
            const other = initialized({program.port}, {{ disableBeforeUnloadHandler: true }});
            stats.addNewFabric(new FakeConnection(), "bob", "multiplex", "conf");
            other.addNewFabric(new FakeConnection(), "eve", "multiplex", "stays");
            await sleep(2000);
            // A frame that is really taken away may take with it what it said last.
            dispatchEvent(new PageTransitionEvent("pagehide"));
            await sleep(2000);
            """,
            head=LIBRARY,
        )
        left = program.wait_for(ConferenceLeave)
    # Two objects of a page are one client.
    assert len(program.hellos) == 1
    assert [one.call_id for one in left] == [program.of(FabricAdd)[0].call_id]
