"""The whole way: a page, the extension, its host, the real program, and what that keeps."""

import json
import time
from pathlib import Path
from typing import Any

from tests.browsers.conftest import Place
from tests.program import LIMIT, run, start

CALL_S = 4.0
"""Seconds of the call: some statistics, and streams to tell of."""


def test_the_program_keeps_what_a_page_s_call_was_like(place: Place, isolated_home: Path) -> None:
    place.register()
    socket = place.runtime / "call-notifier" / "feed.sock"
    with start("watch", "--json") as program, place.browser() as browser:
        end = time.monotonic() + LIMIT
        while not socket.exists() and time.monotonic() < end:
            time.sleep(0.05)
        tab = browser.open(f"{place.origin}/call.html")
        assert browser.evaluate(tab, "begin()") in ("connected", "completed")
        time.sleep(CALL_S)
        browser.evaluate(tab, "hangUp()")
        calls: list[dict[str, Any]] = []
        while not calls and time.monotonic() < end:
            time.sleep(0.5)
            calls = json.loads(run("calls", "--json").out)
        program.process.terminate()
        program.wait()
    (call,) = calls
    assert call["application"] == call["conferenceId"] == "127.0.0.1"
    assert call["origin"] == place.origin
    assert call["client"] == "extension"
    assert call["outcome"] == "success"
    assert len(call["fabrics"]) == 2
    directions = set()
    for fabric in call["fabrics"]:
        assert fabric["setupDelayMs"] < 5000
        assert fabric["relayType"] in (None, "")
        directions |= {(stream["direction"], stream["media"]) for stream in fabric["streams"]}
        assert all(stream["packets"] > 0 for stream in fabric["streams"])
    assert directions == {
        (direction, media) for direction in ("inbound", "outbound") for media in ("audio", "video")
    }
    assert 0 < call["durationMs"] < 1000 * LIMIT
