"""The threshold rule: each limit, each code, each cause, and what holds for any run."""

import dataclasses
import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_SUMMARY
from notifier.forecast.causes import Cause
from notifier.forecast.judge import Judgement, judge
from notifier.forecast.thresholds import default_thresholds
from notifier.measurement import (
    CallCheck,
    LocalLink,
    Origin,
    RunMeasurement,
    ServerError,
    Throughput,
    WifiLink,
)
from notifier.quality import Grade, Tier, code_of
from tests.forecast.runs import (
    any_run,
    call,
    good_figures,
    known_loop,
    rtt,
    run,
    server,
    throughput,
    unreachable,
)

T = default_thresholds()


def judged(**changes: Any) -> Judgement:
    return judge(run(server(**changes)), T)


def status(judgement: Judgement) -> int:
    return int(BY_SUMMARY[judgement.summary_code].status)


@pytest.mark.parametrize(
    ("changes", "code", "causes"),
    [
        ({}, 95, []),
        # Bandwidth, at and beside each limit: nine tenths of it count.
        ({"throughput_kbps": throughput(2223)}, 95, []),
        ({"throughput_kbps": throughput(2221)}, 90, []),
        ({"throughput_kbps": throughput(889)}, 90, []),
        ({"throughput_kbps": throughput(888)}, 75, ["bandwidth"]),
        ({"throughput_kbps": throughput(278)}, 75, ["bandwidth"]),
        ({"throughput_kbps": throughput(277)}, 70, ["bandwidth"]),
        ({"throughput_kbps": throughput(67)}, 70, ["bandwidth"]),
        ({"throughput_kbps": throughput(66)}, 40, ["bandwidth"]),
        ({"throughput_kbps": throughput(0)}, 40, ["bandwidth"]),
        # Latency.
        ({"rtt_ms": rtt(199.9)}, 95, []),
        ({"rtt_ms": rtt(200)}, 65, ["latency"]),
        ({"rtt_ms": rtt(399.9)}, 65, ["latency"]),
        ({"rtt_ms": rtt(400)}, 30, ["latency"]),
        # Loss.
        ({"loss_fraction": 0.0299}, 95, []),
        ({"loss_fraction": 0.03}, 65, ["loss"]),
        ({"loss_fraction": 0.10}, 20, ["loss"]),
        ({"loss_fraction": 0.25}, 10, ["loss"]),
        # What raises to minor issues, and no further.
        ({"jitter_ms": 39.9}, 95, []),
        ({"jitter_ms": 40}, 65, ["jitter"]),
        ({"jitter_ms": 900}, 65, ["jitter"]),
        ({"loaded_rtt_ms": 799}, 95, []),
        ({"loaded_rtt_ms": 800}, 65, ["bufferbloat"]),
        # Together.
        ({"loss_fraction": 0.05, "throughput_kbps": throughput(1000)}, 60, ["loss"]),
        (
            {"loss_fraction": 0.05, "throughput_kbps": throughput(500)},
            55,
            ["loss", "bandwidth"],
        ),
        (
            {"rtt_ms": rtt(250), "throughput_kbps": throughput(100)},
            50,
            ["bandwidth", "latency"],
        ),
        ({"loss_fraction": 0.12, "rtt_ms": rtt(500)}, 10, ["loss", "latency"]),
        (
            {"loss_fraction": 0.12, "throughput_kbps": throughput(50)},
            10,
            ["loss", "bandwidth"],
        ),
        (
            {"rtt_ms": rtt(500), "loss_fraction": 0.05, "jitter_ms": 80, "loaded_rtt_ms": 2000},
            30,
            ["latency", "loss", "jitter", "bufferbloat"],
        ),
    ],
)
def test_limits(changes: dict[str, Any], code: int, causes: list[str]) -> None:
    found = judged(**changes)
    assert found.summary_code == code
    assert list(found.causes) == causes
    assert found.server_url == "turn:turn.example.com"


def test_every_code_can_be_reached() -> None:
    reached = {
        code_of(loss, latency, tier, raised=raised)
        for loss in Grade
        for latency in (Grade.GOOD, Grade.MINOR, Grade.BAD)
        for tier in Tier
        for raised in (False, True)
    }
    assert reached == set(BY_SUMMARY)


def test_every_code_can_be_reached_by_figures() -> None:
    figures = [
        {
            "loss_fraction": loss,
            "rtt_ms": rtt(latency),
            "throughput_kbps": throughput(kbps),
        }
        for loss in (0.0, 0.05, 0.15, 0.5)
        for latency in (50.0, 300.0, 600.0)
        for kbps in (30.0, 150.0, 500.0, 1500.0, 5000.0)
    ]
    assert {judged(**changes).summary_code for changes in figures} == set(BY_SUMMARY)


@pytest.mark.parametrize(
    ("figures", "cause"),
    [
        (Throughput(loop=500, up=500, down=8000), "bandwidth-up"),
        (Throughput(loop=500, up=8000, down=510), "bandwidth-down"),
        (Throughput(loop=500, up=500, down=520), "bandwidth"),
        (Throughput(loop=500, up=500, down=None), "bandwidth-up"),
        (Throughput(loop=500, up=8000, down=None), "bandwidth-down"),
        (Throughput(loop=500, up=None, down=500), "bandwidth-down"),
        (Throughput(loop=500, up=None, down=8000), "bandwidth-up"),
        (Throughput(loop=500, up=500, up_at_least=True, down=None), "bandwidth-down"),
        (Throughput(loop=500, up=None, down=None), "bandwidth"),
        (Throughput(loop=500, up=900, down=900), "bandwidth"),
    ],
)
def test_direction_of_the_bottleneck(figures: Throughput, cause: str) -> None:
    assert judged(throughput_kbps=figures).causes == (cause,)


LOSSY: dict[str, Any] = {"loss_fraction": 0.2}
WEAK, STRONG = WifiLink(signal_dbm=-82.0), WifiLink(signal_dbm=-55.0)


@pytest.mark.parametrize(
    ("changes", "local", "explained"),
    [
        (LOSSY, None, []),
        (LOSSY, LocalLink(gateway_loss_fraction=0.2), []),
        (LOSSY, LocalLink(origin=Origin(loss="local")), ["local-network"]),
        (LOSSY, LocalLink(origin=Origin(loss="local"), wifi=STRONG), ["wifi"]),
        (LOSSY, LocalLink(origin=Origin(loss="beyond")), []),
        (LOSSY, LocalLink(origin=Origin(loss="beyond"), wifi=WEAK), []),
        (LOSSY, LocalLink(wifi=WEAK), ["wifi"]),
        (LOSSY, LocalLink(wifi=STRONG), []),
        (LOSSY, LocalLink(wifi=WifiLink(signal_dbm=math.nan)), []),
        (LOSSY, LocalLink(origin=Origin(jitter="local", queue="local")), []),
        ({"jitter_ms": 60.0}, LocalLink(origin=Origin(jitter="local")), ["local-network"]),
        ({"loaded_rtt_ms": 900.0}, LocalLink(origin=Origin(queue="local")), ["local-network"]),
        (
            {"throughput_kbps": throughput(300)},
            LocalLink(origin=Origin(queue="local"), wifi=STRONG),
            ["wifi"],
        ),
        ({}, LocalLink(origin=Origin(loss="local"), wifi=WEAK), []),
        ({"rtt_ms": rtt(300)}, LocalLink(wifi=WEAK), []),
    ],
)
def test_the_first_hop_is_blamed_for_what_arises_on_it(
    changes: dict[str, Any], local: LocalLink | None, explained: list[str]
) -> None:
    alone = judge(run(server(**changes)), T)
    found = judge(run(server(**changes), local=local), T)
    assert found == dataclasses.replace(alone, causes=(*alone.causes, *map(Cause, explained)))


def test_the_first_hop_does_not_explain_what_was_not_reached() -> None:
    local = LocalLink(origin=Origin(loss="local", queue="local"), wifi=WEAK)
    assert judge(run(unreachable("timeout"), local=local), T).causes == ("relay-unreachable",)


UDP, TLS = {"url": "turn:a"}, {"url": "turns:b", "transport": "tls"}
NO_ICE, NO_DTLS = call(False, ice_ms=None), call(False)
SILENT = call(True, audio_loss_fraction=0.97)


class TestACallThatDoesNotPass:
    @pytest.mark.parametrize("check", [NO_ICE, NO_DTLS, SILENT])
    def test_is_no_connection_where_nothing_else_works(self, check: CallCheck) -> None:
        found = judge(run(server(call_check=check), unreachable("timeout", **TLS)), T)
        assert (found.summary_code, found.causes) == (10, (Cause.MEDIA_BLOCKED,))
        assert not found.connects
        assert found.server_url == "turn:turn.example.com"

    @pytest.mark.parametrize("check", [None, call(True, audio_loss_fraction=0.5)])
    def test_what_passes_or_was_not_tried_changes_nothing(self, check: CallCheck | None) -> None:
        assert judged(call_check=check) == judged()
        assert judged().connects

    def test_what_else_is_wrong_is_told_after_it(self) -> None:
        found = judged(call_check=NO_DTLS, loss_fraction=0.05)
        assert found.causes == (Cause.MEDIA_BLOCKED, Cause.LOSS)

    def test_behind_terrible_loss_it_is_chance(self) -> None:
        found = judged(call_check=NO_DTLS, loss_fraction=0.25)
        assert (found.summary_code, found.causes, found.connects) == (10, (Cause.LOSS,), True)

    def test_another_server_of_the_same_transport_decides(self) -> None:
        blocked = server(call_check=NO_DTLS, **UDP)
        found = judge(run(blocked, server(url="turn:c", rtt_ms=rtt(150))), T)
        assert (found.summary_code, found.server_url) == (95, "turn:c")
        assert found.causes == (Cause.MEDIA_BLOCKED,)
        assert found.connects

    def test_ice_goes_to_tls_where_its_checks_over_udp_fail(self) -> None:
        found = judge(run(server(call_check=NO_ICE, **UDP), server(**TLS)), T)
        assert (found.summary_code, found.server_url) == (95, "turns:b")
        assert found.causes == (Cause.MEDIA_BLOCKED,)

    def test_ice_stays_with_udp_where_only_dtls_fails(self) -> None:
        found = judge(run(server(call_check=NO_DTLS, **UDP), server(**TLS)), T)
        assert (found.summary_code, found.server_url) == (10, "turn:a")


class TestNoServerReachable:
    @pytest.mark.parametrize(
        ("errors", "causes"),
        [
            (["timeout"], ["relay-unreachable"]),
            (["protocol"], ["relay-unreachable"]),
            (["dns", "tls"], ["tls", "dns"]),
            (["quota"], ["quota"]),
            (["unauthorized"], ["bad-credentials"]),
            (["forbidden", "unauthorized"], ["bad-credentials"]),
            (["relay-blocked"], ["relay-blocked"]),
            (["timeout", "unauthorized"], ["bad-credentials", "relay-unreachable"]),
            (
                ["refused", "relay-blocked", "forbidden"],
                ["bad-credentials", "relay-blocked", "relay-unreachable"],
            ),
        ],
    )
    def test_causes(self, errors: list[ServerError], causes: list[str]) -> None:
        found = judge(run(*(unreachable(error) for error in errors)), T)
        assert found.summary_code == 10
        assert list(found.causes) == causes
        assert found.server_url is None

    @pytest.mark.parametrize(
        ("error", "cause"), [("relay-blocked", "relay-blocked"), ("refused", "relay-unreachable")]
    )
    def test_an_allocation_that_carries_nothing_to_the_end_is_no_relay(
        self, error: ServerError, cause: str
    ) -> None:
        nothing = server(error=error, loss_fraction=None, throughput_kbps=None, loaded_rtt_ms=None)
        found = judge(run(nothing), T)
        assert (found.summary_code, found.causes, found.server_url) == (10, (cause,), None)

    @pytest.mark.parametrize(
        ("errors", "causes"),
        [
            (["timeout", "dns", "tls"], ["captive-portal"]),
            (["refused", "protocol"], ["captive-portal"]),
            (["timeout", "unauthorized"], ["bad-credentials", "relay-unreachable"]),
            (["quota"], ["quota"]),
            (["relay-blocked"], ["relay-blocked"]),
        ],
    )
    def test_a_captive_portal_explains_all_but_what_a_server_says(
        self, errors: list[ServerError], causes: list[str]
    ) -> None:
        behind = msgspec.structs.replace(
            run(*(unreachable(error) for error in errors)), captive_portal=True
        )
        assert list(judge(behind, T).causes) == causes

    def test_a_captive_portal_that_lets_calls_through_is_no_cause(self) -> None:
        behind = msgspec.structs.replace(run(server()), captive_portal=True)
        assert judge(behind, T).causes == ()

    def test_confidence(self) -> None:
        silent = judge(run(unreachable("timeout")), T).confidence
        refused = judge(run(unreachable("unauthorized"), unreachable("quota")), T).confidence
        nothing = judge(run(), T).confidence
        assert silent > refused > nothing == 0


class TestWhichServerDecides:
    def test_best_status_first(self) -> None:
        bad = server(url="turn:a", loss_fraction=0.2)
        slow = server(url="turn:b", throughput_kbps=throughput(500))
        assert judge(run(bad, slow), T).server_url == "turn:b"

    def test_green_before_amber_of_the_same_status(self) -> None:
        amber = server(url="turn:a", throughput_kbps=throughput(500))
        green = server(url="turn:b", throughput_kbps=throughput(1000))
        found = judge(run(amber, green), T)
        assert (found.summary_code, found.server_url) == (90, "turn:b")

    def test_a_bad_udp_path_before_a_good_tcp_one_because_calls_take_it(self) -> None:
        lossy = server(url="turn:a", loss_fraction=0.2)
        clean = server(url="turn:a?transport=tcp", transport="tcp")
        found = judge(run(clean, lossy), T)
        assert (found.summary_code, found.server_url) == (20, "turn:a")

    def test_one_that_failed_on_the_way_last(self) -> None:
        failed = server(url="turn:a", error="relay-blocked", loss_fraction=None)
        works = server(url="turns:b", transport="tls")
        assert judge(run(failed, works), T).server_url == "turns:b"

    def test_udp_then_tcp_then_tls(self) -> None:
        udp = server(url="turn:a", rtt_ms=rtt(90))
        tcp = server(url="turn:b?transport=tcp", transport="tcp", rtt_ms=rtt(60))
        tls = server(url="turns:c", transport="tls", rtt_ms=rtt(30))
        assert judge(run(tls, tcp, udp), T).server_url == "turn:a"
        assert judge(run(tls, tcp), T).server_url == "turn:b?transport=tcp"

    def test_then_the_shorter_way_and_an_unknown_one_last(self) -> None:
        far = server(url="turn:a", rtt_ms=rtt(90))
        near = server(url="turn:b", rtt_ms=rtt(30))
        unknown = server(url="turn:c", rtt_ms=None)
        assert judge(run(unknown, far, near), T).server_url == "turn:b"

    def test_then_the_order_of_the_settings(self) -> None:
        assert judge(run(server(url="turn:a"), server(url="turn:b")), T).server_url == "turn:a"

    def test_unreachable_servers_decide_nothing(self) -> None:
        found = judge(run(unreachable("unauthorized"), server(url="turn:b")), T)
        assert (found.summary_code, found.causes, found.server_url) == (95, (), "turn:b")


class TestUdpBlocked:
    TCP = server(url="turn:turn.example.com?transport=tcp", transport="tcp")

    @pytest.mark.parametrize("error", ["timeout", "refused"])
    def test_found(self, error: ServerError) -> None:
        found = judge(run(unreachable(error), self.TCP), T)
        assert found.causes == (Cause.UDP_BLOCKED,)

    def test_found_whatever_the_ports_and_case(self) -> None:
        tls = server(url="turns:TURN.example.com:443", transport="tls")
        assert judge(run(unreachable("timeout"), tls), T).causes == (Cause.UDP_BLOCKED,)

    @pytest.mark.parametrize(
        "others",
        [
            [unreachable("dns")],
            [unreachable("unauthorized")],
            [unreachable("timeout"), server(url="turn:other.example")],
            [unreachable("timeout", url="turn:other.example")],
            [],
        ],
    )
    def test_not_without_evidence(self, others: list[Any]) -> None:
        assert Cause.UDP_BLOCKED not in judge(run(*others, self.TCP), T).causes

    def test_after_what_is_bad(self) -> None:
        tcp = server(url=self.TCP.url, transport="tcp", rtt_ms=rtt(500))
        found = judge(run(unreachable("timeout"), tcp), T)
        assert found.causes == (Cause.LATENCY, Cause.UDP_BLOCKED)


class TestWithoutThroughput:
    def test_the_last_full_run_counts(self) -> None:
        light = run(server(throughput_kbps=None, loaded_rtt_ms=None), mode="light")
        codes = [
            judge(light, T, known=known_loop(kbps)).summary_code
            for kbps in (50.0, 150.0, 500.0, 1500.0, 5000.0)
        ]
        assert codes == [40, 70, 75, 90, 95]

    def test_its_own_figure_counts_more(self) -> None:
        assert judge(run(server()), T, known=known_loop(50.0)).summary_code == 95

    def test_another_server_of_the_run_counts_more_than_an_earlier_run(self) -> None:
        near = server(url="turn:a", throughput_kbps=None, rtt_ms=rtt(20))
        far = server(url="turn:b", throughput_kbps=throughput(1500))
        found = judge(run(near, far), T, known=known_loop(50.0))
        assert (found.summary_code, found.server_url) == (90, "turn:a")

    def test_with_nothing_known_it_is_good_and_unsure(self) -> None:
        unknown = judged(throughput_kbps=None)
        assert unknown.summary_code == 90
        assert unknown.confidence < judged(throughput_kbps=throughput(3000)).confidence

    def test_an_older_figure_is_less_sure(self) -> None:
        measured = judged(throughput_kbps=throughput(1300)).confidence
        light = run(server(throughput_kbps=None))
        assert judge(light, T, known=known_loop(1300.0)).confidence < measured

    def test_nothing_measured_at_all(self) -> None:
        found = judged(
            rtt_ms=None,
            loss_fraction=None,
            jitter_ms=None,
            throughput_kbps=None,
            loaded_rtt_ms=None,
        )
        assert found.summary_code == 90
        assert found.causes == ()
        assert found.confidence < 0.5

    @pytest.mark.parametrize("figure", [float("nan"), float("inf"), -1.0])
    def test_a_figure_that_cannot_be_is_missing(self, figure: float) -> None:
        assert judged(loss_fraction=figure) == judged(loss_fraction=None)
        assert judged(throughput_kbps=throughput(figure)) == judged(throughput_kbps=None)
        light = run(server(throughput_kbps=None))
        assert judge(light, T, known=known_loop(figure)) == judge(light, T)


class TestConfidence:
    def test_far_from_every_limit_it_reaches_the_ceiling(self) -> None:
        found = judged(rtt_ms=rtt(20), throughput_kbps=throughput(50_000)).confidence
        assert T.confidence.ceiling - 0.01 < found <= T.confidence.ceiling

    def test_at_a_limit_between_colours_it_is_about_half(self) -> None:
        found = judged(rtt_ms=rtt(400, 405)).confidence
        assert found == pytest.approx(T.confidence.ceiling / 2, abs=0.03)

    def test_a_limit_within_one_colour_costs_nothing(self) -> None:
        # Good and excellent bandwidth are both green.
        at_limit = judged(throughput_kbps=throughput(2000 / 0.9)).confidence
        assert at_limit == pytest.approx(judged().confidence, abs=0.01)

    @given(st.floats(0, 0.02) | st.floats(0.15, 1), st.integers(1, 2000), st.integers(1, 2000))
    def test_more_packets_are_surer(self, loss: float, some: int, more: int) -> None:
        less_sure = judged(loss_fraction=loss, packets_sent=some).confidence
        surer = judged(loss_fraction=loss, packets_sent=some + more).confidence
        assert surer >= less_sure - 1e-9

    def test_bursts_are_less_sure(self) -> None:
        alone = judged(loss_fraction=0.015, loss_burst=1.0, packets_sent=300).confidence
        bursts = judged(loss_fraction=0.015, loss_burst=6.0, packets_sent=300).confidence
        assert bursts < alone

    def test_a_wide_spread_is_less_sure(self) -> None:
        narrow, wide = rtt(150, 155), rtt(150, 500)
        assert judged(rtt_ms=wide).confidence < judged(rtt_ms=narrow).confidence

    def test_a_ceiling_reached_rules_out_lower_tiers(self) -> None:
        exact = Throughput(loop=900, up=None, down=None)
        more = Throughput(loop=900, up=None, down=None, loop_at_least=True)
        assert judged(throughput_kbps=more).summary_code == 90
        assert judged(throughput_kbps=more).confidence > judged(throughput_kbps=exact).confidence

    @given(st.floats(0, 199), st.floats(0, 199))
    def test_further_from_the_limit_is_surer(self, one: float, other: float) -> None:
        near, far = max(one, other), min(one, other)
        assert judged(rtt_ms=rtt(far)).confidence >= judged(rtt_ms=rtt(near)).confidence - 1e-9


@given(any_run, st.none() | st.floats())
def test_any_run_is_judged(measurement: RunMeasurement, known: float | None) -> None:
    found = judge(measurement, T, known=known_loop(known))
    assert found.summary_code in BY_SUMMARY
    assert 0 <= found.confidence <= 1
    assert len(set(found.causes)) == len(found.causes)
    working = [s.url for s in measurement.servers if s.works]
    assert (found.server_url in working) if working else found.server_url is None


def test_counts_beyond_any_float() -> None:
    assert judged(loss_fraction=0.0, packets_sent=10**400).summary_code == 95


_WORSE: list[tuple[str, Any]] = [
    ("loss_fraction", st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted)),
    ("rtt_ms", st.tuples(st.floats(0, 2e3), st.floats(0, 2e3)).map(lambda p: map(rtt, sorted(p)))),
    ("jitter_ms", st.tuples(st.floats(0, 500), st.floats(0, 500)).map(sorted)),
    ("loaded_rtt_ms", st.tuples(st.floats(0, 5e3), st.floats(0, 5e3)).map(sorted)),
    (
        "throughput_kbps",
        st.tuples(st.floats(0, 1e4), st.floats(0, 1e4)).map(
            lambda p: map(throughput, sorted(p, reverse=True))
        ),
    ),
]


@pytest.mark.parametrize(("figure", "pairs"), _WORSE, ids=[name for name, _ in _WORSE])
@given(data=st.data(), figures=good_figures, others=st.lists(good_figures, max_size=2))
def test_a_worse_figure_never_gives_a_better_status(
    figure: str, pairs: Any, data: st.DataObject, figures: dict[str, Any], others: list[Any]
) -> None:
    better, worse = data.draw(pairs)
    rest = [server(url=f"turn:{number}", **other) for number, other in enumerate(others)]
    before = judge(run(server(**(figures | {figure: better})), *rest), T)
    after = judge(run(server(**(figures | {figure: worse})), *rest), T)
    assert status(after) <= status(before)


@given(good_figures)
def test_causes_stand_where_the_colour_is_not_green(figures: dict[str, Any]) -> None:
    found = judged(**figures)
    green = BY_SUMMARY[found.summary_code].color == "green"
    assert green == (not found.causes)


# A server that tells how little the shared line carries, is the UDP path a call prefers, or is the
# only one that was measured may well make it worse.
_measured = good_figures.map(
    lambda figures: (
        figures
        | {
            "throughput_kbps": figures["throughput_kbps"] or throughput(900.0),
            "loss_fraction": figures["loss_fraction"] or 0.0,
        }
    )
)


@given(_measured, good_figures)
def test_another_server_never_makes_it_worse(one: dict[str, Any], other: dict[str, Any]) -> None:
    other["transport"] = one.get("transport", "udp")
    alone = judge(run(server(**one)), T)
    both = judge(run(server(**one), server(url="turn:b", **other)), T)
    assert status(both) >= status(alone)
