"""Two runs in a row, good again, networks that keep changing: a day on one network, replayed."""

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from notifier.codes import BY_NOTIFICATION, Color
from notifier.notify.course import CALM_MS, MOST_TOLD, WINDOW_MS, Past, color_of
from notifier.notify.rule import QUIET, Decision, Reason, decide, hushed

GREEN, GOOD, LIMITED, AMBER, RED = 950, 900, 700, 600, 200
MINUTE = 60_000.0
STEP = 5 * MINUTE

codes = st.sampled_from(sorted(BY_NOTIFICATION))


class Network:
    """One network: each verdict is decided as the service does it."""

    def __init__(self) -> None:
        self.now = 1e12
        self.past: list[Past] = []
        self.told: list[tuple[float, int, Reason]] = []
        self.decision = Decision(False, Reason.FIRST)

    def find(
        self, code: int, *, after: float = STEP, unsure: bool = False, quiet: Reason | None = None
    ) -> Decision:
        self.now += after
        decision = decide(
            code,
            last_told=self.told[-1][1] if self.told else None,
            unsure=unsure,
            past=self.past,
            now=self.now,
        )
        decision = hushed(decision, quiet)
        self.past.append(Past(self.now, code, decision.show, decision.reason))
        if decision.show:
            self.told.append((self.now, code, decision.reason))
        self.decision = decision
        return decision

    def reasons(self, *found: int) -> list[Reason]:
        return [self.find(code).reason for code in found]


def test_a_change_must_be_found_twice_unless_it_is_red() -> None:
    network = Network()
    assert network.reasons(GREEN, AMBER, GREEN, AMBER, AMBER) == [
        *(Reason.FIRST, Reason.ONCE, Reason.REPEATED, Reason.ONCE, Reason.CHANGED)
    ]
    assert network.reasons(RED, RED) == [Reason.CHANGED, Reason.REPEATED]
    network = Network()
    assert network.reasons(GREEN, RED) == [Reason.FIRST, Reason.CHANGED]


def test_within_a_colour_it_is_the_code_that_must_be_found_twice() -> None:
    network = Network()
    assert network.reasons(GREEN, GOOD, GREEN, GOOD, GOOD) == [
        *(Reason.FIRST, Reason.ONCE, Reason.REPEATED, Reason.ONCE, Reason.CHANGED)
    ]
    network = Network()
    assert network.reasons(GREEN, AMBER, 550) == [Reason.FIRST, Reason.ONCE, Reason.CHANGED]


def test_what_was_unsure_has_been_found_twice_already() -> None:
    network = Network()
    network.find(GREEN)
    assert network.find(GREEN, unsure=True).reason is Reason.UNSURE
    assert network.find(AMBER, after=10_000).reason is Reason.CHANGED


def test_a_run_of_long_ago_is_no_witness() -> None:
    network = Network()
    assert network.reasons(GREEN, AMBER) == [Reason.FIRST, Reason.ONCE]
    assert network.find(AMBER, after=3 * 3_600_000).reason is Reason.ONCE
    assert network.find(AMBER).reason is Reason.CHANGED


def test_good_again_and_for_how_long_it_was_not() -> None:
    network = Network()
    network.reasons(GREEN, GREEN, AMBER, AMBER, RED, RED)
    network.find(RED, unsure=True)
    assert network.find(GREEN) == Decision(True, Reason.RECOVERED, 4 * STEP)


def test_a_cable_that_is_in_again_is_told_at_once() -> None:
    network = Network()
    assert network.reasons(GREEN, RED, GREEN) == [Reason.FIRST, Reason.CHANGED, Reason.RECOVERED]
    assert network.decision.bad_ms == STEP
    network = Network()
    assert network.reasons(AMBER, RED, GREEN, GREEN)[2:] == [Reason.ONCE, Reason.RECOVERED]


def test_nobody_says_how_long_a_sleeping_machine_had_no_network() -> None:
    network = Network()
    network.reasons(GREEN, RED)
    network.find(RED, after=8 * 3_600_000)
    network.find(GREEN)
    assert network.find(GREEN) == Decision(True, Reason.RECOVERED)


def test_a_network_that_keeps_changing_is_told_once_until_it_is_steady() -> None:
    network = Network()
    reasons = network.reasons(GREEN, RED, GREEN, *[RED, GREEN] * 20)
    assert reasons[:4] == [Reason.FIRST, Reason.CHANGED, Reason.RECOVERED, Reason.UNSTABLE]
    assert set(reasons[4:]) <= {Reason.FLAPPING, Reason.REPEATED}
    network.reasons(*[GREEN] * int(CALM_MS / STEP))
    assert network.decision.reason is Reason.RECOVERED, "steady for long enough"


def test_it_has_to_be_steady_for_longer_each_time() -> None:
    network = Network()
    waits = []
    for _ in range(4):
        network.reasons(*[GREEN, RED] * 4)
        began = network.now
        while network.find(GREEN).reason is not Reason.RECOVERED:
            assert network.now - began < 5 * 3_600_000
        waits.append(network.now - began)
    assert waits == sorted(waits)
    assert waits[-1] > waits[0]


def test_worse_than_all_that_was_told_is_told_all_the_same() -> None:
    network = Network()
    network.reasons(GREEN, AMBER, AMBER, GREEN, GREEN, AMBER, AMBER, GREEN, GREEN)
    assert network.decision.reason is Reason.FLAPPING
    assert network.find(RED).reason is Reason.CHANGED


def test_shades_of_one_colour_that_change_to_and_fro_are_not_called_unstable() -> None:
    network = Network()
    reasons = network.reasons(*[AMBER, AMBER, LIMITED, LIMITED] * 3)
    assert Reason.UNSTABLE not in reasons
    assert Reason.FLAPPING in reasons


def test_better_than_good_is_no_news() -> None:
    network = Network()
    assert network.reasons(GOOD, GREEN, GREEN, GOOD) == [
        *(Reason.FIRST, Reason.BETTER, Reason.BETTER, Reason.REPEATED)
    ]
    network = Network()
    assert network.reasons(GREEN, GOOD, GOOD, GREEN) == [
        *(Reason.FIRST, Reason.ONCE, Reason.CHANGED, Reason.BETTER)
    ]


def test_a_good_moment_of_a_bad_evening_is_not_good_again() -> None:
    network = Network()
    network.reasons(GREEN, *[AMBER] * 24)
    assert network.reasons(GREEN, GREEN, GREEN, AMBER) == [
        *(Reason.ONCE, Reason.SETTLING, Reason.SETTLING, Reason.REPEATED)
    ]
    assert network.reasons(*[GREEN] * 4) == [Reason.ONCE, *[Reason.SETTLING] * 2, Reason.RECOVERED]
    network = Network()
    network.reasons(GREEN, AMBER, AMBER)
    assert network.reasons(GREEN, GREEN) == [Reason.ONCE, Reason.RECOVERED], "it was short"


def test_a_figure_that_has_become_unusual_is_news_unless_all_changes() -> None:
    past = [Past(1e12, AMBER, True, Reason.FIRST)]
    decision = decide(AMBER, last_told=AMBER, unusual=True, past=past, now=1e12 + STEP)
    assert decision == Decision(True, Reason.UNUSUAL)
    past.append(Past(1e12 + 1, RED, True, Reason.UNSTABLE))
    decision = decide(RED, last_told=RED, unusual=True, past=past, now=1e12 + STEP)
    assert decision.reason is Reason.FLAPPING


found = st.tuples(
    codes,
    st.floats(10_000, 3_600_000),
    st.booleans(),
    st.sampled_from([None, None, None, *sorted(QUIET)]),
)


@given(st.lists(found, max_size=80))
def test_any_day(day: Sequence[tuple[int, float, bool, Reason | None]]) -> None:
    network = Network()
    for code, after, unsure, quiet in day:
        decision = network.find(code, after=after, unsure=unsure, quiet=quiet)
        if unsure or quiet is not None:
            assert not decision.show
        if decision.reason is Reason.RECOVERED:
            assert color_of(code) is Color.GREEN
            assert decision.bad_ms is None or 0 < decision.bad_ms < 12 * 3_600_000
        else:
            assert decision.bad_ms is None
    for (_, one, _), (_, other, _) in itertools.pairwise(network.told):
        assert one != other, "never the same twice in a row"
    _bounded(network)


@given(st.lists(st.tuples(st.sampled_from([GREEN, AMBER, RED]), st.floats(10_000, 900_000))))
def test_a_network_that_swings_is_told_of_only_so_often(day: list[tuple[int, float]]) -> None:
    network = Network()
    for code, after in day:
        network.find(code, after=after)
    _bounded(network)


def _bounded(network: Network) -> None:
    for begin, _, _ in network.told:
        lately = [at for at, _, _ in network.told if begin <= at < begin + WINDOW_MS]
        assert len(lately) <= 2 * MOST_TOLD


@given(codes, codes, st.sampled_from(sorted(QUIET)), st.integers(1, 30))
def test_what_holds_when_the_quiet_is_over_is_told(
    before: int, after: int, quiet: Reason, runs: int
) -> None:
    network = Network()
    network.find(before)
    for _ in range(runs):
        network.find(after, quiet=quiet)
    network.find(after)
    assert network.told[-1][1] == after
    assert len(network.told) == (1 if before == after else 2)
