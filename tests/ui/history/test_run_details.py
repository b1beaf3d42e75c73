"""The details of a run: every figure in words, each server's reason, what was told."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from notifier.codes import Connectivity
from notifier.history.store import History
from notifier.measurement import (
    CallCheck,
    Interval,
    Intervals,
    LocalLink,
    Origin,
    RelayKind,
    ServerError,
    Throughput,
    WifiLink,
)
from notifier.notify.rule import Decision, Reason
from tests.records import example_unusual
from tests.ui.builders import add_run, failed_server, server
from tests.ui.waiting import WAIT_MS
from ui.history.run_details import RunDetails


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite3") as history:
        yield history


@pytest.fixture
def details(qtbot: QtBot) -> Iterator[RunDetails]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    pane = RunDetails()
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    yield pane
    QLocale.setDefault(before)


def texts(pane: RunDetails) -> list[str]:
    """What one can read in the pane."""
    QCoreApplication.processEvents()  # layouts show their new widgets with the next event
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane)]


def value(pane: RunDetails, name: str) -> str:
    """The value beside the first figure of this name."""
    return label_of(pane, name).accessibleName().removeprefix(f"{name}: ")


def label_of(pane: RunDetails, name: str) -> QLabel:
    """What shows it."""
    QCoreApplication.processEvents()
    for label in pane.findChildren(QLabel):
        if label.accessibleName().startswith(f"{name}: ") and label.isVisibleTo(pane):
            return label
    raise AssertionError(f"no figure {name!r} in {texts(pane)}")


def test_every_figure_of_a_server(details: RunDetails, history: History) -> None:
    run = add_run(history, 55, servers=(server(rtt=42, loss=0.013, kbps=640),), causes=("loss",))

    details.show_run(history.run(run))

    assert "Server: Head office" in texts(details)
    assert "turn:turn.example.org:3478" in texts(details)
    assert value(details, "Reachable") == "Yes"
    assert value(details, "Transport") == "UDP"
    assert value(details, "Set-up") == "126 ms"
    assert value(details, "Round trip") == "42 ms (40 ms to 55 ms)"
    assert value(details, "Jitter") == "2.4 ms"
    assert value(details, "Loss") == "1.3 %, in bursts of 1.4 packets"
    assert value(details, "Throughput") == "640 kbit/s"
    assert value(details, "Under load") == "126 ms"
    assert value(details, "Held back by") == "lost packets"
    assert value(details, "How sure") == "80 %"
    assert value(details, "Network") == "Wi-Fi, Example Net, Helsinki, Finland"
    assert value(details, "Public address") == "203.0.113.7"
    assert value(details, "Took") == "3.9 s, 245.6 kB sent, 246.0 kB received"
    assert value(details, "Judged by") == "The threshold rule"


def test_what_a_model_said_and_was_not_sure_of(details: RunDetails, history: History) -> None:
    run = add_run(
        history,
        75,
        unsure=True,
        unusual=(example_unusual(), example_unusual(figure="loss", now=0.04, usual_high=0.01)),
        model="calls-1",
        trigger="unsure",
        decision=Decision(False, Reason.UNSURE),
    )

    details.show_run(history.run(run))

    assert value(details, "Judged by") == "calls-1"
    assert value(details, "How sure") == "80 %, not sure yet: tested again"
    assert value(details, "Unusual").splitlines() == [
        "Unusually slow for this network: 1.4 Mbit/s, usually at least 5.2 Mbit/s",
        "Unusually many lost packets for this network: 4.0 %, usually below 1.0 %",
    ]
    assert value(details, "Why then") == "to make sure"
    assert "Kept quiet: it was not sure yet, and tested again." in texts(details)


def test_where_nothing_was_forecast_nobody_judged(details: RunDetails, history: History) -> None:
    run = add_run(history, 10, servers=(failed_server(),), connectivity=Connectivity.NO_CONNECTION)

    details.show_run(history.run(run))

    assert "Judged by" not in texts(details)
    assert "Unusual" not in texts(details)

    details.show_run(history.run(add_run(history, demonstration=True)))

    assert "Judged by" not in texts(details)


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (
            CallCheck(
                connected=True, ice_ms=128.0, dtls_ms=168.0, audio_loss_fraction=0.03, rtt_ms=82.0
            ),
            "Connected in 296 ms, 3.0 % of its sound lost, 82 ms to the other end and back",
        ),
        (
            CallCheck(
                connected=True, ice_ms=128.0, dtls_ms=168.0, audio_loss_fraction=1.0, rtt_ms=None
            ),
            "Connected in 296 ms, 100 % of its sound lost",
        ),
        (
            CallCheck(
                connected=False, ice_ms=128.0, dtls_ms=None, audio_loss_fraction=None, rtt_ms=None
            ),
            "Not connected: the encryption could not be agreed on",
        ),
        (
            CallCheck(
                connected=False, ice_ms=None, dtls_ms=None, audio_loss_fraction=None, rtt_ms=None
            ),
            "Not connected: its two ends did not find each other",
        ),
    ],
)
def test_what_became_of_the_test_call(
    details: RunDetails, history: History, check: CallCheck, words: str
) -> None:
    measured = msgspec.structs.replace(server(), call_check=check)
    details.show_run(history.run(add_run(history, 95, servers=(measured,))))
    assert value(details, "Test call") == words


def test_without_a_test_call_nothing_is_said_of_one(details: RunDetails, history: History) -> None:
    details.show_run(history.run(add_run(history, 95, servers=(server(),))))
    assert "Test call" not in texts(details)


@pytest.mark.parametrize(
    ("spikes", "longest", "words"), [(0, None, "None"), (3, 123.4, "3, the longest 123 ms")]
)
def test_hold_ups_over_tcp(
    details: RunDetails, history: History, spikes: int, longest: float | None, words: str
) -> None:
    measured = msgspec.structs.replace(server(), delay_spikes=spikes, longest_spike_ms=longest)
    details.show_run(history.run(add_run(history, 95, servers=(measured,))))
    assert value(details, "Hold-ups") == words


@pytest.mark.parametrize(
    ("relay", "words"), [("reflexive", "This computer's own address"), ("server", "Another server")]
)
def test_a_loop_that_ended_elsewhere(
    details: RunDetails, history: History, relay: RelayKind, words: str
) -> None:
    measured = msgspec.structs.replace(server(), relay=relay)
    details.show_run(history.run(add_run(history, 95, servers=(measured,))))
    assert value(details, "Measured to") == words


def test_what_is_as_usual_takes_no_room(details: RunDetails, history: History) -> None:
    measured = msgspec.structs.replace(server(), relay="self")
    details.show_run(history.run(add_run(history, 95, servers=(measured,))))
    assert not {"Measured to", "Hold-ups"} & set(texts(details))


@pytest.mark.parametrize(("at_least", "words"), [(True, "at least 126 ms"), (False, "126 ms")])
def test_a_queue_that_still_grew(
    details: RunDetails, history: History, at_least: bool, words: str
) -> None:
    measured = msgspec.structs.replace(server(), loaded_rtt_at_least=at_least)
    details.show_run(history.run(add_run(history, 95, servers=(measured,))))
    assert value(details, "Under load") == words


def test_how_sure_each_figure_is(details: RunDetails, history: History) -> None:
    rates = Throughput(loop=1450.0, up=1450.0, down=12_000.0)
    intervals = Intervals(
        rtt_ms=Interval(38.6, 42.2),
        jitter_ms=Interval(2.1, 2.7),
        loss_fraction=Interval(0.003, 0.08),
        loop_kbps=Interval(1430.4, 1469.6),
        up_kbps=Interval(1430.4, 1469.6),
        down_kbps=Interval(11_800.0, 12_200.0),
        loaded_rtt_ms=Interval(118.0, 134.0),
    )
    measured = msgspec.structs.replace(server(), throughput_kbps=rates, intervals=intervals)

    details.show_run(history.run(add_run(history, servers=(measured,))))

    for name, ends in [
        ("Round trip", "39 and 42 ms"),
        ("Jitter", "2.1 and 2.7 ms"),
        ("Loss", "0.3 and 8.0 %"),
        ("Throughput", "1,430 and 1,470 kbit/s"),
        ("Sending", "1,430 and 1,470 kbit/s"),
        ("Receiving", "11.8 and 12.2 Mbit/s"),
        ("Under load", "118 and 134 ms"),
    ]:
        sentence = f"The true value is most likely between {ends} (95 % sure)."
        label = label_of(details, name)
        # The mouse, a screen reader, and the keyboard: all get the same.
        assert label.toolTip().endswith(sentence)
        assert label.accessibleDescription().endswith(sentence)
    details.explain.setChecked(True)
    assert sum("(95 % sure)" in text for text in texts(details)) == 7


def test_without_an_interval_nothing_is_said_of_one(details: RunDetails, history: History) -> None:
    details.show_run(history.run(add_run(history, servers=(server(),))))
    details.explain.setChecked(True)
    assert not any("95 % sure" in text for text in texts(details))


def test_packets_left_out_for_a_busy_computer(details: RunDetails, history: History) -> None:
    measured = msgspec.structs.replace(server(), left_out=3)
    details.show_run(history.run(add_run(history, servers=(measured,))))
    assert value(details, "Left out") == "3 of 100 packet(s): this computer was too busy"

    details.show_run(history.run(add_run(history, servers=(server(),))))
    assert "Left out" not in texts(details)


def test_each_direction_where_it_was_told_apart(details: RunDetails, history: History) -> None:
    rates = Throughput(loop=800.0, up=800.0, down=16_000.0, loop_at_least=False, down_at_least=True)
    measured = msgspec.structs.replace(server(), throughput_kbps=rates)

    details.show_run(history.run(add_run(history, servers=(measured,))))

    assert value(details, "Throughput") == "800 kbit/s"
    assert value(details, "Sending") == "800 kbit/s"
    assert value(details, "Receiving") == "at least 16.0 Mbit/s"


def test_directions_that_are_not_known_take_no_room(details: RunDetails, history: History) -> None:
    details.show_run(history.run(add_run(history, servers=(server(at_least=True),))))

    assert value(details, "Throughput") == "at least 5.0 Mbit/s"
    assert not {"Sending", "Receiving"} & set(texts(details))


def test_the_first_hop(details: RunDetails, history: History) -> None:
    run = history.run(add_run(history))
    local = LocalLink(
        gateway_rtt_ms=3.4,
        gateway_loss_fraction=0.06,
        gateway_jitter_ms=17.0,
        gateway_loaded_rtt_ms=48.0,
        origin=Origin(loss="local"),
        wifi=WifiLink(signal_dbm=-71.0, link_rate_mbps=144.4, retry_fraction=0.12),
    )
    verdict = msgspec.structs.replace(run.verdict, local=local)

    details.show_run(dataclasses.replace(run, verdict=verdict))

    assert {"Your own network", "3.4 ms", "6.0 %", "17 ms", "48 ms"} <= set(texts(details))
    assert value(details, "Where it arises") == "packets are lost before your router"
    assert value(details, "Wi-Fi signal") == "-71 dBm"
    assert value(details, "Wi-Fi rate") == "144 Mbit/s"
    assert value(details, "Wi-Fi repeats") == "12 %"


def test_a_first_hop_without_wifi_and_with_nothing_to_place(
    details: RunDetails, history: History
) -> None:
    run = history.run(add_run(history))
    verdict = msgspec.structs.replace(run.verdict, local=LocalLink(gateway_rtt_ms=3.4))

    details.show_run(dataclasses.replace(run, verdict=verdict))

    shown = set(texts(details))
    assert {"Your own network", "3.4 ms"} <= shown
    assert not {"Where it arises", "Wi-Fi signal", "Wi-Fi rate", "Wi-Fi repeats"} & shown


def test_a_server_that_failed_on_the_way(details: RunDetails, history: History) -> None:
    broken = msgspec.structs.replace(server(), error="timeout")

    details.show_run(history.run(add_run(history, 10, servers=(broken,))))

    assert value(details, "Reachable").startswith("Yes, but it failed during the test. It did not")
    assert value(details, "Round trip") == "42 ms (40 ms to 55 ms)"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ("timeout", "did not answer in time"),
        ("refused", "refused the connection"),
        ("dns", "name was not found"),
        ("tls", "most often the certificate"),
        ("unauthorized", "does not accept the user name or password"),
        ("forbidden", "does not allow"),
        ("quota", "no relay left"),
        ("relay-blocked", "no data came through"),
        ("protocol", "not TURN"),
    ],
)
def test_why_a_server_was_not_reached(
    details: RunDetails, history: History, error: ServerError, says: str
) -> None:
    run = add_run(history, 10, servers=(failed_server(error, detail="raw words"),))

    details.show_run(history.run(run))

    assert value(details, "Reachable").startswith("No. ")
    assert says in value(details, "Reachable")
    assert "raw words" in value(details, "Reachable")
    assert not [text for text in texts(details) if text == "Jitter"]


@pytest.mark.parametrize(
    ("decision", "by", "says"),
    [
        (Decision(True, Reason.FIRST), "freedesktop", "Shown by the desktop."),
        (Decision(True, Reason.CHANGED), "none", "could not show it"),
        (Decision(True, Reason.CHANGED), None, "Told: it differs"),
        (Decision(False, Reason.REPEATED), None, "Kept quiet: the same was told"),
        (Decision(False, Reason.DISABLED), None, "switched off"),
        (Decision(False, Reason.DEMONSTRATION), None, "says nothing about your network"),
        (None, None, "command line"),
    ],
)
def test_what_was_told_and_why_not(
    details: RunDetails, history: History, decision: Decision | None, by: str | None, says: str
) -> None:
    run = add_run(history, decision=decision, delivered_by=by)

    details.show_run(history.run(run))

    assert any(says in text for text in texts(details))


def test_a_demonstration_says_so(details: RunDetails, history: History) -> None:
    details.show_run(history.run(add_run(history, demonstration=True)))

    assert "Demonstration relay: this is not your network." in texts(details)
    assert "Public address" not in texts(details)
    assert "Network" not in texts(details)


def test_explanations_are_tooltips_and_on_demand_text(
    details: RunDetails, history: History
) -> None:
    details.show_run(history.run(add_run(history)))
    explained = [label for label in details.findChildren(QLabel) if label.toolTip()]
    before = len(texts(details))
    assert explained

    details.explain.setFocus()
    QTest.keyClick(details.explain, Qt.Key.Key_Space)

    assert len(texts(details)) > before
    assert any("RFC 3550" in text for text in texts(details))
    # It stays on for the next run.
    details.show_run(history.run(add_run(history)))
    assert any("RFC 3550" in text for text in texts(details))


def test_text_from_outside_is_never_markup(details: RunDetails, history: History) -> None:
    run = add_run(history, 10, servers=(failed_server(detail="<b>bold</b><img src=x>"),))

    details.show_run(history.run(run))

    assert "<b>bold</b>" in value(details, "Reachable")
    formats = {label.textFormat() for label in details.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_keys_scroll(details: RunDetails, history: History, qtbot: QtBot) -> None:
    details.resize(420, 200)
    details.show_run(history.run(add_run(history)))
    bar = details.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=WAIT_MS)

    QTest.keyClick(details, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(details, Qt.Key.Key_Home)
    assert bar.value() == bar.minimum()
    QTest.keyClick(details, Qt.Key.Key_Down)
    assert bar.value() > bar.minimum()


def test_a_message_replaces_a_run(details: RunDetails, history: History) -> None:
    details.show_run(history.run(add_run(history)))

    details.show_message("Nothing to see.")

    assert texts(details) == ["Nothing to see."]
