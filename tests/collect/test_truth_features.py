"""What a probe would report that knows the emulator's settings, worked out by hand."""

import math

import msgspec
import pytest

from notifier.forecast.features import features
from notifier.prediction import Known
from notifier.training import fit
from tests.collect.dataset import Line
from tests.collect.draw import CrossFlow
from tests.collect.test_evaluate import LINES, NARROW, WIDE
from tests.collect.truth_features import KINDS, ceiling, truthful
from tests.net.direction import Direction


def figures(line: Line) -> dict[str, float]:
    """What a model is told."""
    run = truthful(line)
    return features(run.servers[0], run.servers, Known())


def crossed(up: Direction, flow: CrossFlow | None) -> Line:
    """A network with this uplink."""
    network = msgspec.structs.replace(LINES[0].network, up=up, down=WIDE, cross=flow)
    return msgspec.structs.replace(LINES[0], network=network)


def test_a_steady_link_has_its_settings() -> None:
    lossy = msgspec.structs.replace(NARROW, loss=0.05, burst=3.0, jitter_ms=8.0)
    found = figures(crossed(lossy, None))
    assert found["loop_kbps"] == 500
    assert found["loop_uncertain"] == 0
    assert found["loss"] == found["loss_at_most"] == pytest.approx(0.05)
    assert (found["loss_burst"], found["jitter_ms"]) == (3, 8)
    assert (found["rtt_ms"], found["queue_ms"]) == (20, 50)
    assert found["rtt_spread_ms"] == pytest.approx(1.96 * 8)


def test_steps_count_in_the_mean_and_from_the_least_to_the_most() -> None:
    stepping = msgspec.structs.replace(NARROW, rate_steps=((3.0, 1.0), (1.0, 0.2)))
    found = figures(crossed(stepping, None))
    assert found["loop_kbps"] == pytest.approx(500 * 0.8)
    assert found["loop_uncertain"] == pytest.approx((500 - 100) / 400)


def test_a_flow_takes_its_share_while_it_sends() -> None:
    flow = CrossFlow(kind="udp-up", rate_share=0.4, on_s=3.0, off_s=9.0)
    found = figures(crossed(NARROW, flow))
    assert found["loop_kbps"] == pytest.approx(500 * 0.9)
    assert found["loop_uncertain"] == pytest.approx((500 - 300) / 450)
    always = msgspec.structs.replace(flow, off_s=0.0)
    assert figures(crossed(NARROW, always))["loop_kbps"] == pytest.approx(300)
    assert figures(crossed(NARROW, always))["loop_uncertain"] == 0


def test_a_tcp_flow_fills_the_queue() -> None:
    found = figures(crossed(NARROW, CrossFlow(kind="tcp-up", on_s=5.0)))
    assert found["rtt_spread_ms"] == 50
    assert found["loop_kbps"] == pytest.approx(250)


def test_the_narrower_direction_is_what_is_left_and_not_what_there_is() -> None:
    # 5000 kbit/s down, of which 95 % are taken, are fewer than the 500 up.
    flow = CrossFlow(kind="udp-down", rate_share=0.95, on_s=5.0)
    assert figures(crossed(NARROW, flow))["loop_kbps"] == pytest.approx(250)


def test_nothing_lost_has_no_burst() -> None:
    found = figures(LINES[0])
    assert (found["loss"], found["loss_burst"]) == (0, 0)
    assert not any(math.isnan(value) for value in found.values())


def test_forecasts_are_counted_by_kinds_of_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit, "ROUNDS", 2)
    # Three networks are few: their leaves may be small.
    monkeypatch.setitem(fit.PARAMETERS, "min_data_in_leaf", 5)
    monkeypatch.setitem(fit.PARAMETERS, "lambda_l2", 0.0)
    lossy = msgspec.structs.replace(NARROW, loss=0.05)
    stepping = msgspec.structs.replace(NARROW, rate_steps=((3.0, 1.0), (1.0, 0.2)))
    flow = CrossFlow(kind="tcp-up", on_s=5.0)
    links = [(NARROW, None), (lossy, None), (stepping, None), (stepping, flow)]
    calls = LINES[0].calls[:1]
    lines = [
        msgspec.structs.replace(crossed(up, its), name=str(number), family=str(number), calls=calls)
        for number, (up, its) in enumerate(links)
    ]
    rows = [
        [cell.strip() for cell in row.split("|")[1:-1]] for row in ceiling(lines).splitlines()[2:]
    ]
    assert [row[1] for row in rows] == [*KINDS, "all"] * 3
    for row in rows[: 2 * (len(KINDS) + 1)]:  # the rule does not learn from calls
        networks, _, right, good, bad = map(int, row[2:])
        assert networks == (4 if row[1] == "all" else 1)
        # All calls are alike, and good.
        assert (right, good, bad) == (networks, 0, 0)
