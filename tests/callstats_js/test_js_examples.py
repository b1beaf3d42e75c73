"""The examples of docs/integrate.md, as they stand."""

import re
from pathlib import Path

import pytest

from notifier.calls.messages import (
    ConferenceJoin,
    FabricAdd,
    Feedback,
    IceState,
    SsrcMap,
    Stats,
)
from tests.callstats_js.browser import Browser
from tests.callstats_js.program import program_running

pytestmark = pytest.mark.tools("chromium")

_ROOT = Path(__file__).parents[2]


def test_the_web_page(browser: Browser) -> None:
    """Its button is pressed by a page around it."""
    with program_running() as program:
        text = browser.run(
            f"""
            const frame = document.createElement("iframe");
            frame.allow = "camera; microphone; autoplay";
            frame.src = "/docs/examples/web/index.html#port={program.port}&token=t";
            document.body.append(frame);
            const inside = () => frame.contentDocument;
            const status = () => inside()?.getElementById("status")?.textContent;
            await until(() => status() === "Ready.", "Ready");
            inside().getElementById("call").click();
            await until(() => !inside().getElementById("end").disabled, "in a call");
            await sleep(2500);
            inside().getElementById("mute").click();
            inside().getElementById("end").click();
            inside().querySelector("#rate button[value='5']").click();
            return status();
            """,
            speed=1,
            until=lambda: program.wait_for(Feedback),
        )
    samples = program.of(Stats)
    assert text == "The call is over."
    assert program.hellos[0].token == "t"
    kinds = {entry["kind"] for entry in samples[-1].stats if entry["type"] == "inbound-rtp"}
    assert kinds == {"audio", "video"}
    assert program.of(SsrcMap)[0].usage_label == "mic"
    names = [type(message).__name__ for message in program.messages]
    assert names[-2:] == ["ConferenceLeave", "Feedback"]


def test_the_sdk_that_hides_its_connection(browser: Browser) -> None:
    with program_running() as program:
        address = f"/docs/examples/web/hidden-connection.html#port={program.port}&token=t"
        with browser.visited(address):
            samples = program.wait_for(Stats, 2)
    assert {entry["type"] for entry in samples[0].stats} >= {"outbound-rtp", "candidate-pair"}
    assert "connected" in [state.new_state for state in program.of(IceState)]
    assert program.of(FabricAdd)[0].remote_endpoint_type == "server"


def test_the_electron_page(browser: Browser) -> None:
    """With a socket in the place of the preload script's."""
    with program_running() as program:
        browser.run(
            f"""
            const frame = document.createElement("iframe");
            frame.allow = "autoplay";
            frame.src = "about:blank";
            document.body.append(frame);
            const {{ contentWindow: page, contentDocument: inside }} = frame;
            page.callNotifier = {{
              connect(told) {{
                const socket = new WebSocket("ws://127.0.0.1:{program.port}/");
                socket.onopen = () => told.onopen();
                socket.onmessage = ({{ data }}) => told.onmessage(data);
                socket.onclose = () => told.onclose();
                return {{ send: (text) => socket.send(text), close: () => socket.close() }};
              }},
            }};
            inside.body.innerHTML = '<p id="status"></p>';
            for (const name of [
              "/resources/callstats/callstats.js", "/docs/examples/electron-style/page.js",
            ]) {{
              const script = inside.createElement("script");
              script.src = name;
              const loaded = new Promise((resolve) => (script.onload = resolve));
              inside.body.append(script);
              await loaded;
            }}
            await sleep(3500);
            """,
            speed=1,
            until=lambda: program.wait_for(Stats),
        )
    (join,) = program.of(ConferenceJoin)
    assert join.additional_ids == {"productName": "Electron example"}


def test_what_the_pages_name_is_there() -> None:
    pages = sorted((_ROOT / "docs" / "examples").rglob("*.html"))
    assert len(pages) >= 3
    for page in pages:
        for name in re.findall(r'(?:src|href)="([^"]+)"', page.read_text(encoding="utf-8")):
            assert (page.parent / name).exists(), f"{page}: {name}"
