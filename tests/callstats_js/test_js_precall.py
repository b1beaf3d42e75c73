"""Tests of the servers, verdicts, and what is asked of the application every few seconds."""

import time

import pytest

from notifier.calls.messages import (
    ConferenceJoin,
    ConnectionRecommendation,
    Devices,
    Failure,
    PrecallResult,
    PrecallStart,
    PrecallStop,
    VerdictTold,
    WifiStats,
)
from tests.callstats_js.browser import Browser
from tests.callstats_js.pages import LIBRARY
from tests.callstats_js.program import program_running

pytestmark = pytest.mark.tools("chromium")

_RESULTS = {
    "mediaConnectivity": True,
    "rtt": 31.5,
    "fractionalLoss": 0.0,
    "throughput": 2400.0,
    "jitter": 2.5,
    "provider": "Office",
}
_VERDICT = {
    "timestamp": 1.0,
    "statusCode": 5,
    "status": "excellent",
    "summaryCode": 95,
    "summary": "excellent network",
    "connectivityCode": 3,
    "connectivity": "success",
    "localIp": "192.0.2.1",
}
_RECOMMENDATION = {
    "aggregatedStats": [{"provider": "Office", "roundTripTime": 31.5}],
    "providerRanking": [{"provider": "Office", "acceptable": True}],
}


def test_rounds_of_tests_and_what_comes_of_them(browser: Browser) -> None:
    with program_running(verdicts=True) as program:
        script = f"""
        localStorage.clear();
        const told = {{ init: [], results: [], whole: [], recommended: [], verdicts: [] }};
        const more = {{ init: (...said) => told.init.push(said), disablePrecalltest: true }};
        const stats = initialized({program.port}, more);
        stats.on("preCallTestResults", (...said) => told.results.push(said));
        stats.on("preCallTest", (said) => told.whole.push(said));
        stats.on("connectionRecommendation", (said) => told.recommended.push(said));
        stats.on("pctConnectionQualityChange", (said) => told.verdicts.push(said));
        stats.startPrecallTests([
          {{ urls: ["turn:one.example", "stun:two.example"], username: "u", credential: "p" }},
          {{ urls: "turns:three.example:443?transport=tcp", username: "u", credential: "p" }},
        ], 10);
        await until(() => told.verdicts.length, "a verdict");
        stats.stopPrecallTests();
        const rows = stats.getSctResults();
        rows.length = 0; // A copy: ours alone.
        return {{ ...told, rows: stats.getSctResults() }};
        """
        with browser.opened(script, head=LIBRARY) as case:
            (start,) = program.wait_for(PrecallStart)
            program.say(PrecallResult(status="success", results=_RESULTS))
            program.say(PrecallResult(status="stopped", results={**_RESULTS, "provider": "Home"}))
            program.say(ConnectionRecommendation(recommendation=_RECOMMENDATION))
            program.say(VerdictTold(verdict=_VERDICT))
            told = case.result()
            program.wait_for(PrecallStop)
        others = browser.run(
            f"""
            const rows = (app) => {{
              const stats = new callstats();
              const callNotifier = {{ port: {program.port} }};
              stats.initialize(app, "s", "u", null, null, {{ callNotifier }});
              return stats.getSctResults().length;
            }};
            return [rows("app"), rows("another")];
            """,
            head=LIBRARY,
        )
    assert (start.urls, start.interval_s) == (
        ["turn:one.example", "turns:three.example:443?transport=tcp"],
        30,
    )
    assert told["init"] == [["success", "initialize: success"]]
    assert told["results"] == [
        ["success", _RESULTS],
        ["stopped", {**_RESULTS, "provider": "Home"}],
    ]
    assert told["whole"][0] == {**_RESULTS, "status": "success"}
    assert told["recommended"] == [_RECOMMENDATION]
    assert told["verdicts"] == [_VERDICT]
    assert [row["provider"] for row in told["rows"]] == ["Office", "Home"]
    for row in told["rows"]:
        assert (row["appID"], row["summaryCode"], row["localIP"]) == ("app", 95, "192.0.2.1")
    # They are the application's, and outlive the page.
    assert others == [2, 0]


def test_one_test_and_its_end_without_a_result(browser: Browser) -> None:
    with program_running(verdicts=True) as program:
        script = f"""
        localStorage.clear();
        const told = [];
        const stats = initialized({program.port}, {{ disablePrecalltest: true }});
        stats.on("preCallTestResults", (...said) => told.push(said));
        stats.makePrecallTest();
        await until(() => told.length, "a result");
        return {{ told, rows: stats.getSctResults() }};
        """
        with browser.opened(script, head=LIBRARY) as case:
            (start,) = program.wait_for(PrecallStart)
            program.say(Failure(code="precall", message="A call goes on.", of="precall.start"))
            told = case.result()
    assert (start.urls, start.interval_s) == ([], None)
    assert told == {"told": [["failure", None]], "rows": []}


def test_who_may_not_ask_is_told_so(browser: Browser) -> None:
    with program_running(verdicts=False) as program:
        told = browser.run(
            f"""
            const told = [];
            const stats = initialized({program.port});
            stats.on("preCallTestResults", (...said) => told.push(said));
            stats.makePrecallTest();
            await until(() => told.length, "a result");
            stats.startPrecallTests([{{ urls: "turn:one.example" }}]);
            await until(() => told.length > 1, "another one");
            return told;
            """,
            head=LIBRARY,
        )
    assert told == [["failure", None], ["failure", None]]
    assert program.of(PrecallStart) == []


def test_what_is_asked_for_twice_is_tested_once(browser: Browser) -> None:
    """Shims set the handler and ask for a test at once, right after initialize or later."""
    with program_running(verdicts=True) as program:
        script = f"""
        const stats = initialized({program.port});
        const ask = () => {{
          stats.on("preCallTestResults", () => {{}});
          stats.makePrecallTest();
        }};
        if (EARLY) ask();
        await sleep(1000);
        if (!EARLY) ask();
        await sleep(300);
        """
        for early in ("true", "false"):
            with browser.opened(script.replace("EARLY", early), head=LIBRARY) as case:
                case.result()
                assert len(program.of(PrecallStart)) == 1
                program.messages.clear()


@pytest.mark.parametrize("wanted", [True, False])
def test_one_test_runs_by_itself_where_somebody_waits_for_it(
    browser: Browser, wanted: bool
) -> None:
    with program_running(verdicts=True) as program:
        browser.run(
            f"""
            const stats = initialized({program.port});
            if ({str(wanted).lower()}) stats.on("preCallTestResults", () => {{}});
            else stats.on("pctConnectionQualityChange", () => {{}});
            stats.addNewFabric(new FakeConnection(), "bob", "multiplex", "conf");
            await sleep(1000);
            """,
            head=LIBRARY,
            until=lambda: program.wait_for(ConferenceJoin),
        )
    assert len(program.of(PrecallStart)) == wanted


def test_the_wifi_and_the_devices(browser: Browser) -> None:
    with program_running() as program:
        script = f"""
        const stats = initialized({program.port});
        stats.attachWifiStatsHandler(async () => JSON.stringify(
          {{ signal: 70, rssi: -61, timestamp: Date.now(), interface: "wlan0", addresses: [] }}));
        stats.addNewFabric(new FakeConnection(), "bob", "multiplex", "conf");
        await sleep(1500);
        const broken = initialized({program.port});
        broken.attachWifiStatsHandler(() => {{ throw new Error("no radio"); }});
        broken.addNewFabric(new FakeConnection(), "eve", "multiplex", "other");
        stats.resetWifiStatsHandler();
        await sleep(1500);
        """
        with browser.opened(script, head=LIBRARY) as case:
            (wifi,) = program.wait_for(WifiStats)
            (devices, *_) = program.wait_for(Devices)
            case.result()
            time.sleep(0.2)
        assert len(program.of(WifiStats)) == 1
    assert (wifi.signal, wifi.rssi, wifi.interface, wifi.noise) == (70, -61, "wlan0", None)
    assert not devices.in_use
    assert {"audioinput", "videoinput"} <= {device.kind for device in devices.devices}
