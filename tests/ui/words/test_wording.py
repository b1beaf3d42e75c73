"""There are words for every code, they are the tables' own, and translators find them all."""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QLocale

import notifier.measurement
import notifier.service.events
import ui
from notifier.codes import ROWS, Row, Status
from notifier.forecast.causes import Cause
from notifier.forecast.watched import Figure
from notifier.measurement import Interval, Origin, RoundTrip, Side, Throughput
from notifier.notify.rule import Reason
from notifier.service.events import (
    Limit,
    LimitReason,
    Phase,
    RunFailed,
    RunProgress,
    Trigger,
)
from notifier.settings.model import ServerSetting
from notifier.verdict import UnusualFigure
from tests.records import example_unusual
from ui.words import wording

pytestmark = pytest.mark.usefixtures("british")

UI = Path(ui.__file__).parent

TABLES = ("wording.py", "call_wording.py")

LOOKED_UP = {
    *TABLES,
    *("freedesktop.py", "meaning.py", "server_list.py", "setting_words.py", "translation.py"),
    "trial_view.py",
}
"""Where texts are translated that stand elsewhere: in tables, and in the engine."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.notification_code))
def test_sentences_are_those_of_the_code_tables(row: Row) -> None:
    assert wording.sentence(row.notification_code, row.notification) == row.notification
    assert wording.summary(row.summary_code)


def test_sentence_of_ones_own_stays() -> None:
    assert wording.sentence(950, "All is well") == "All is well"
    assert wording.sentence(123, "A code of later") == "A code of later"


LIMITS = [
    Limit("call", "none"),
    Limit("call", "light"),
    Limit("budget", "fewer"),
    Limit("budget", "light"),
    Limit("budget", "none"),
    Limit("metered", "light"),
    Limit("metered", "none"),
]
"""All that :mod:`notifier.service.polite` and a call can lead to."""


def test_every_limit_has_words() -> None:
    assert {limit.reason for limit in LIMITS} == set(get_args(LimitReason))
    assert len({wording.limit(limit) for limit in LIMITS}) == len(LIMITS)


def test_every_code_has_words() -> None:
    for error in get_args(notifier.measurement.ServerError):
        assert wording.server_error(error).endswith(".")
    assert wording.server_error(None).endswith(".")
    for transport in get_args(notifier.measurement.Transport):
        assert wording.transport(transport) == transport.upper()
    for mode in get_args(notifier.measurement.Mode):
        assert wording.mode(mode) != mode
    for trigger in get_args(Trigger):
        assert wording.trigger(trigger) != trigger
    for phase in get_args(Phase):
        assert wording.progress(RunProgress(phase, "", 0.5, 0.0)) != phase
    for reason in get_args(notifier.service.events.FailureReason):
        assert wording.failure(RunFailed(reason, "")).endswith(".")
    for told in Reason:
        assert wording.reason(told).startswith(("Told", "Kept quiet"))
    for by in ("freedesktop", "tray", "window", "none"):
        assert wording.delivered(by)
    for status in Status:
        assert wording.state_word(status, 3)
    for code in (1, 2, 3):
        assert wording.connectivity(code) != str(code)


@pytest.mark.parametrize(
    "kind", ["bluetooth", "cellular", "ethernet", "wifi", "wimax", "vpn", "unknown"]
)
def test_networks_have_names(kind: str) -> None:
    assert wording.network(kind) != kind


def test_codes_of_later_stand_as_they_are() -> None:
    assert wording.cause("solar-flare") == "solar-flare"
    assert wording.network("pigeon") == "pigeon"
    assert wording.server_error("odd") == "odd"
    assert wording.reason("odd") == "odd"
    assert wording.delivered("odd") == ""
    assert wording.delivered(None) == ""


def test_no_connection_is_said_before_the_status() -> None:
    assert wording.state_word(Status.BAD, 1) == "No connection"
    assert wording.state_word(Status.BAD, 3) == "Bad"


def test_origins() -> None:
    assert wording.origin(Origin()) == ""
    assert wording.origin(Origin(loss="local")) == "packets are lost before your router"
    both = wording.origin(Origin(jitter="beyond", queue="local"))
    assert both == "delay gets uneven behind your router, packets queue up before your router"
    every = {wording.origin(Origin(loss=s, jitter=s, queue=s)) for s in get_args(Side)}
    assert len(every) == 2


def test_causes_and_advice() -> None:
    assert wording.causes(("loss", "udp-blocked")) == "lost packets, UDP is blocked"
    assert wording.advice(("One.",)) == "One."
    assert wording.advice(("One.", "Two.")).splitlines() == ["• One.", "• Two."]


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_of_the_forecast_has_words(cause: Cause) -> None:
    assert wording.cause(cause) not in ("", cause.value)


def test_servers_are_called_as_the_settings_call_them() -> None:
    servers = (
        ServerSetting(urls=("turn:a.example", "turns:a.example"), label="Office"),
        ServerSetting(urls=("turn:b.example",)),
    )

    assert wording.server_name(servers, "turns:a.example") == "Office over TLS"
    assert wording.server_name(servers, "turn:b.example") == "b.example over UDP"
    assert wording.server_name(servers, "turn:gone.example") == "turn:gone.example"
    at = RunProgress("stream", "turn:a.example", 0.5, 2.0)
    assert "call does: Office over UDP (2 s left)" in wording.progress(
        at, wording.server_name(servers, at.server)
    )


def test_progress_names_phase_server_and_time() -> None:
    at = RunProgress("latency", "turn:a.example", 0.3, 4.2)

    assert wording.progress(at) == "Measuring the round trip: turn:a.example (5 s left)"
    assert wording.progress(RunProgress("reach", "", 0.0, 5.0)) == "Reaching the servers"
    assert wording.progress(RunProgress("reach", "", 0.1, 0.0)) == "Reaching the servers"


def test_failure_says_the_detail_but_for_a_cancelled_run() -> None:
    assert wording.failure(RunFailed("crashed", "exit status 3")).endswith(". (exit status 3)")
    assert "by hand" not in wording.failure(RunFailed("cancelled", "by hand"))
    no_password = wording.failure(RunFailed("credentials", "The key ring is locked."))
    assert no_password.startswith("Nothing was tested")
    assert no_password.endswith(". The key ring is locked.")


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, wording.NONE), (0.0, "0 ms"), (0.34, "0.3 ms"), (9.96, "10 ms"), (42.4, "42 ms"),
     (1234.0, "1,234 ms")],
)  # fmt: skip
def test_milliseconds(value: float | None, text: str) -> None:
    assert wording.milliseconds(value) == text


@pytest.mark.parametrize(
    ("fraction", "text"),
    [(None, wording.NONE), (0.0, "0 %"), (0.0004, "below 0.1 %"), (0.013, "1.3 %"), (0.12, "12 %"),
     (1.0, "100 %")],
)  # fmt: skip
def test_loss_is_never_rounded_away(fraction: float | None, text: str) -> None:
    assert wording.loss(fraction) == text


@pytest.mark.parametrize(
    ("kbps", "text"),
    [(None, wording.NONE), (80.0, "80 kbit/s"), (999.7, "1.0 Mbit/s"), (5000.0, "5.0 Mbit/s"),
     (250_000.0, "250 Mbit/s")],
)  # fmt: skip
def test_rates(kbps: float | None, text: str) -> None:
    assert wording.kbps(kbps) == text


@pytest.mark.parametrize(
    ("words", "ends", "between"),
    [
        (wording.sure_ms, Interval(39.1, 42.4), "39 and 42 ms"),
        (wording.sure_ms, Interval(2.14, 2.71), "2.1 and 2.7 ms"),
        # Never twice the same, as far as one more figure helps.
        (wording.sure_ms, Interval(41.6, 42.4), "41.6 and 42.4 ms"),
        (wording.sure_loss, Interval(0.0, 0.037), "0.0 and 3.7 %"),
        (wording.sure_kbps, Interval(1430.4, 1469.6), "1,430 and 1,470 kbit/s"),
        (wording.sure_kbps, Interval(9_800.0, 10_300.0), "9.8 and 10.3 Mbit/s"),
    ],
)
def test_how_sure_a_figure_is(
    words: Callable[[Interval], str], ends: Interval, between: str
) -> None:
    assert words(ends) == f"The true value is most likely between {between} (95 % sure)."


@pytest.mark.parametrize(
    ("figure", "now", "usual", "text"),
    [
        (
            Figure.THROUGHPUT,
            640.0,
            (15_400.0, 16_000.0),
            "640 kbit/s, usually at least 15.4 Mbit/s",
        ),
        (Figure.ROUND_TRIP, 182.3, (31.0, 44.2), "182 ms, usually at most 44 ms"),
        (Figure.LOADED_ROUND_TRIP, 1900.0, (80.0, 240.0), "1,900 ms, usually at most 240 ms"),
        (Figure.JITTER, 31.0, (1.0, 6.4), "jitter 31 ms, usually at most 6.4 ms"),
        (Figure.LOSS, 0.062, (0.0, 0.0), "6.2 %, usually below 0.5 %"),
        (Figure.LOSS, 0.12, (0.0, 0.021), "12 %, usually below 2.5 %"),
        (Figure.LOSS, 0.12, (0.0, 0.02), "12 %, usually below 2.0 %"),
        (Figure.SERVERS, 0.0, (0.99, 0.99), "no call server works"),
    ],
)
def test_what_is_unusual(figure: Figure, now: float, usual: tuple[float, float], text: str) -> None:
    found = UnusualFigure(
        figure=str(figure), now=now, usual_low=usual[0], usual_high=usual[1], text="in English"
    )
    said = wording.unusual(found)
    assert said.startswith("Unusual")
    assert said.endswith(f": {text}")


def test_what_is_unusual_follows_the_locale() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert wording.unusual(example_unusual()).endswith("1,4 Mbit/s, usually at least 5,2 Mbit/s")


def test_a_figure_of_a_later_version_is_said_in_the_records_own_words() -> None:
    found = example_unusual(figure="phase-of-the-moon", text="unusually full")
    assert wording.unusual(found) == "unusually full"


def test_every_figure_that_is_watched_has_words() -> None:
    said = {wording.unusual(example_unusual(figure=str(figure))) for figure in Figure}
    assert len(said) == len(Figure)
    assert example_unusual().text not in said


def test_nothing_is_said_of_how_sure_a_bound_is() -> None:
    assert [wording.sure_ms(None), wording.sure_loss(None), wording.sure_kbps(None)] == [""] * 3


def test_lower_bounds() -> None:
    assert wording.milliseconds(212.0, at_least=True) == "at least 212 ms"
    assert wording.milliseconds(None, at_least=True) == wording.NONE
    assert wording.kbps_narrow(16_000.0, at_least=True) == "≥ 16.0 Mbit/s"
    assert wording.kbps(16_000.0, at_least=True) == "at least 16.0 Mbit/s"
    for write in (wording.kbps_narrow, wording.kbps):
        assert write(16_000.0) == "16.0 Mbit/s"
        assert write(None, at_least=True) == wording.NONE


def test_figures_of_several_parts() -> None:
    assert (
        wording.round_trip(RoundTrip(min=40.0, median=42.0, p95=55.0)) == "42 ms (40 ms to 55 ms)"
    )
    assert wording.round_trip(None) == wording.NONE
    rate = Throughput(loop=20_000.0, up=None, down=None, loop_at_least=True)
    assert wording.throughput(rate) == "at least 20.0 Mbit/s"
    assert wording.throughput(None) == wording.NONE
    assert wording.bytes_amount(1_200_000) == "1.2 MB"
    assert wording.bytes_amount(600) == "600 bytes"
    assert wording.duration(9400) == "9.4 s"
    assert wording.percent(0.8) == "80 %"


def test_numbers_follow_the_locale() -> None:
    QLocale.setDefault(QLocale("de_DE"))

    assert wording.kbps(5000.0) == "5,0 Mbit/s"
    assert wording.loss(0.013) == "1,3 %"


def _literals(file: Path) -> set[str]:
    """Every text given to QT_TRANSLATE_NOOP or translate in a module, but for plurals, which
    tests.translations finds."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
        if name in ("QT_TRANSLATE_NOOP", "translate") and len(node.args) in (2, 3):
            text = node.args[1]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.add(text.value)
    return found


@pytest.mark.parametrize("module", TABLES)
def test_translators_find_every_text(tmp_path: Path, module: str) -> None:
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    if not lupdate.exists():
        pytest.skip("pyside6-lupdate is not installed beside this Python")
    target = tmp_path / "found.ts"
    done = subprocess.run(
        [lupdate, UI / "words" / module, "-ts", target],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sources = {node.text for node in ET.parse(target).iter("source")}  # noqa: S314 - our own

    literals = _literals(UI / "words" / module)
    assert len(literals) > 80
    assert literals <= sources


def test_no_text_for_translation_is_an_f_string() -> None:
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr == "tr":
                    assert isinstance(node.args[0], ast.Constant), f"{file}:{node.lineno}"
                if node.func.attr == "translate" and file.name not in LOOKED_UP:
                    assert all(isinstance(a, ast.Constant) for a in node.args[:2]), (
                        f"{file}:{node.lineno}"
                    )


@pytest.mark.parametrize("language", ["en-GB", "de", "fr", "es", "fi", "ja"])
def test_no_time_is_longer_than_the_longest(language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        times = [wording.date_and_time(day * 86_400_000.0 + day * 1e7) for day in range(365)]
        assert max(map(len, times)) <= len(wording.longest_date_and_time())
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(25, "25 minute"), (180, "3 hour"), (60 * 47, "47 hour"), (4320, "3 day")],
)
def test_how_old_a_verdict_is(minutes: float, words: str) -> None:
    assert wording.how_old(minutes * 60_000).startswith(f"The last test was {words}")
