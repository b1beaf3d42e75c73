"""The schedule: plain numbers as time, a seeded source of chance."""

import math
import random

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from notifier.service.events import Trigger
from notifier.service.schedule import (
    BOOT_SPREAD,
    BUSY_WAIT,
    CALL_SETTLE,
    EVERYBODY_SPREAD,
    FRONT_SETTLE,
    FRONT_SPREAD,
    NETWORK_SETTLE,
    SLEEP_LIMIT,
    START_SPREAD,
    TRIGGER_SPREAD,
    UNSURE_SETTLE,
    UNSURE_SPREAD,
    WAKE_SETTLE,
    Due,
    Schedule,
)

INTERVAL = 300.0
SPREAD = 0.2
NOW = 1000.0
SEEDS = range(20)


def schedule(seed: int = 1, *, interval: float = INTERVAL, spread: float = SPREAD) -> Schedule:
    return Schedule(interval=interval, spread=spread, rng=random.Random(seed))


def after_a_run(seed: int = 1, *, now: float = NOW) -> Schedule:
    """A schedule whose first run has just ended."""
    machine = schedule(seed)
    machine.start(0.0)
    machine.run_started()
    machine.run_ended(now)
    return machine


def due(machine: Schedule, now: float = NOW) -> Due:
    found = machine.due(now)
    assert found is not None
    return found


def test_nothing_is_due_before_the_start() -> None:
    machine = schedule()
    assert machine.due(NOW) is None
    assert machine.wake_at(NOW) is None
    assert not machine.running


@pytest.mark.parametrize("seed", SEEDS)
def test_the_first_run_comes_within_seconds(seed: int) -> None:
    machine = schedule(seed)
    machine.start(NOW)
    assert due(machine).trigger == "start"
    assert NOW <= due(machine).at <= NOW + START_SPREAD
    assert machine.wake_at(NOW) == due(machine).at


def test_machines_do_not_start_together() -> None:
    starts = set()
    for seed in SEEDS:
        machine = schedule(seed)
        machine.start(NOW)
        starts.add(due(machine).at)
    assert len(starts) == len(SEEDS)


def test_machines_that_were_switched_on_together_start_far_apart() -> None:
    starts = []
    for seed in range(200):
        machine = schedule(seed)
        machine.start(NOW, booted=True)
        assert NOW <= due(machine).at <= NOW + BOOT_SPREAD
        starts.append(due(machine).at - NOW)
    # In no tenth of the time is there more than twice its share.
    for tenth in range(10):
        share = [s for s in starts if tenth <= s / BOOT_SPREAD * 10 < tenth + 1]
        assert 0 < len(share) <= 40


@pytest.mark.parametrize("kind", ["network", "wake"])
def test_machines_whose_network_came_back_are_spread(kind: Trigger) -> None:
    found = []
    for seed in range(50):
        machine = after_a_run(seed)
        machine.trigger(kind, NOW)
        found.append(due(machine).at)
    assert max(found) - min(found) > 0.8 * TRIGGER_SPREAD


@pytest.mark.parametrize("running", [False, True])
def test_machines_of_an_organisation_with_another_policy_are_spread(running: bool) -> None:
    """A thousand of them: in no second more than a few, and all within the time for it."""
    begins: list[float] = []
    for seed in range(1000):
        machine = after_a_run(seed)
        if running:
            machine.run_started()
        machine.trigger("settings", NOW, everybody=True)
        if running:
            machine.run_ended(NOW)
        assert due(machine).trigger == "settings"
        begins.append(due(machine).at - NOW)
    assert 0 <= min(begins) <= max(begins) <= EVERYBODY_SPREAD
    for second in range(int(EVERYBODY_SPREAD)):
        assert sum(second <= at < second + 1 for at in begins) <= 10


def test_what_everybody_waits_for_is_no_reason_to_wait_longer_later() -> None:
    machine = after_a_run()
    machine.run_started()
    machine.trigger("settings", NOW, everybody=True)
    machine.run_ended(NOW)
    machine.run_started()
    machine.trigger("settings", NOW)
    machine.run_ended(NOW)
    assert due(machine) == Due(NOW, "settings")


def test_a_start_at_once() -> None:
    machine = schedule()
    machine.start(NOW, at_once=True)
    assert machine.due(NOW) == Due(NOW, "start")


def test_nothing_is_due_while_a_run_is_in_hand() -> None:
    machine = schedule()
    machine.start(NOW)
    machine.run_started()
    assert machine.running
    assert machine.due(NOW + 10 * INTERVAL) is None
    assert machine.wake_at(NOW + 10 * INTERVAL) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_the_next_run_comes_one_interval_after_the_last_ended(seed: int) -> None:
    machine = after_a_run(seed)
    assert due(machine).trigger == "schedule"
    assert 0.8 * INTERVAL <= due(machine).at - NOW <= 1.2 * INTERVAL


def test_no_spread_is_the_interval_itself() -> None:
    machine = schedule(spread=0.0)
    machine.start(0.0)
    machine.run_started()
    machine.run_ended(NOW)
    assert due(machine).at == NOW + INTERVAL


@pytest.mark.parametrize("seed", SEEDS)
def test_a_busy_test_is_tried_again_soon(seed: int) -> None:
    machine = schedule(seed)
    machine.start(0.0)
    machine.run_started()
    machine.run_ended(NOW, busy=True)
    assert 0.8 * BUSY_WAIT <= due(machine).at - NOW <= 1.2 * BUSY_WAIT


@pytest.mark.parametrize(("kind", "settle"), [("network", NETWORK_SETTLE), ("wake", WAKE_SETTLE)])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_trigger_makes_a_run_due_once_it_has_settled(
    kind: Trigger, settle: float, seed: int
) -> None:
    machine = after_a_run(seed)
    machine.trigger(kind, NOW)
    assert due(machine).trigger == kind
    assert settle <= due(machine).at - NOW <= settle + TRIGGER_SPREAD


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_unsure_is_made_sure_of_within_seconds(seed: int) -> None:
    machine = after_a_run(seed)
    machine.run_started()
    machine.trigger("unsure", NOW + 4)
    machine.run_ended(NOW + 4)
    found = due(machine, NOW + 4)
    assert found.trigger == "unsure"
    assert UNSURE_SETTLE <= found.at - NOW - 4 <= UNSURE_SETTLE + UNSURE_SPREAD


def test_machines_that_one_server_made_unsure_are_spread() -> None:
    found = []
    for seed in range(50):
        machine = after_a_run(seed)
        machine.trigger("unsure", NOW)
        found.append(due(machine).at)
    assert max(found) - min(found) > 0.8 * UNSURE_SPREAD


@pytest.mark.parametrize("kind", ["network", "wake", "settings"])
def test_what_was_asked_for_during_an_unsure_run_makes_sure_as_well(kind: Trigger) -> None:
    machine = after_a_run()
    machine.run_started()
    machine.trigger(kind, NOW)
    machine.trigger("unsure", NOW)
    machine.run_ended(NOW)
    assert due(machine).trigger == kind
    machine.trigger("unsure", NOW)
    machine.run_started()
    machine.trigger("unsure", NOW)
    machine.trigger(kind, NOW)
    machine.run_ended(NOW)
    assert due(machine).trigger == kind


def test_a_run_by_hand_comes_before_one_to_make_sure() -> None:
    machine = after_a_run()
    machine.trigger("unsure", NOW)
    machine.trigger("manual", NOW)
    assert machine.due(NOW) == Due(NOW, "manual")


def test_to_make_sure_is_no_reason_during_a_call_or_a_pause() -> None:
    machine = after_a_run()
    machine.trigger("unsure", NOW)
    machine.hold()
    assert machine.due(NOW + 60) is None
    machine.release(NOW + 60)
    assert due(machine, NOW + 60).trigger == "unsure"
    machine.pause(NOW + 600)
    assert machine.due(NOW + 120) is None


@pytest.mark.parametrize("kind", ["settings", "manual"])
def test_what_a_person_did_needs_no_settling(kind: Trigger) -> None:
    machine = after_a_run()
    machine.trigger(kind, NOW)
    assert machine.due(NOW) == Due(NOW, kind)


def test_a_planned_run_waits_for_the_network_to_settle() -> None:
    machine = after_a_run()
    just_before = due(machine).at - 0.1
    machine.trigger("network", just_before)
    found = due(machine, just_before)
    assert found.trigger == "network"
    assert found.at >= just_before + NETWORK_SETTLE


def test_a_network_that_keeps_changing_is_measured_all_the_same() -> None:
    machine = after_a_run()
    machine.trigger("network", NOW)
    first = due(machine).at
    for step in range(1, 20):
        machine.trigger("network", NOW + step / 10)
        assert due(machine, NOW + step / 10).at <= first


def test_a_run_asked_for_by_hand_is_not_put_off() -> None:
    machine = after_a_run()
    machine.trigger("manual", NOW)
    for kind in ("network", "wake", "settings"):
        machine.trigger(kind, NOW)
    assert machine.due(NOW) == Due(NOW, "manual")


@pytest.mark.parametrize("kind", ["network", "wake", "settings"])
def test_a_trigger_during_a_run_leads_to_one_run_after_it(kind: Trigger) -> None:
    machine = after_a_run()
    machine.run_started()
    machine.trigger(kind, NOW + 1)
    machine.trigger(kind, NOW + 2)
    assert machine.due(NOW + 2) is None
    machine.run_ended(NOW + 3)
    found = due(machine, NOW + 3)
    assert found.trigger == kind
    assert found.at <= NOW + 3 + WAKE_SETTLE + TRIGGER_SPREAD
    machine.run_started()
    machine.run_ended(NOW + 20)
    assert due(machine, NOW + 20).trigger == "schedule"


def test_a_run_by_hand_is_nothing_new_while_one_is_in_hand() -> None:
    machine = after_a_run()
    machine.run_started()
    machine.trigger("manual", NOW)
    machine.run_ended(NOW)
    assert due(machine).trigger == "schedule"


def test_a_pause_holds_everything_but_a_run_by_hand() -> None:
    machine = after_a_run()
    machine.pause(NOW + 3600)
    for kind in ("network", "wake", "settings"):
        machine.trigger(kind, NOW)
        assert machine.due(NOW + 3599) is None
    assert machine.wake_at(NOW) == NOW + 3600
    machine.trigger("manual", NOW + 5)
    assert machine.due(NOW + 5) == Due(NOW + 5, "manual")
    assert machine.wake_at(NOW + 5) == NOW + 5
    machine.run_started()
    machine.run_ended(NOW + 10)
    assert machine.due(NOW + 11) is None
    assert machine.paused(NOW + 11)


def test_a_pause_without_end_has_no_time_to_wake_at() -> None:
    machine = after_a_run()
    machine.pause(math.inf)
    assert machine.paused(NOW + 1e9)
    assert machine.wake_at(NOW + 1e9) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pause_that_is_over_is_made_up_for(seed: int) -> None:
    machine = after_a_run(seed)
    machine.pause(NOW + 3600)
    end = NOW + 3600
    assert not machine.paused(end)
    assert end <= due(machine, end).at <= end + START_SPREAD


def test_resuming_by_hand() -> None:
    machine = after_a_run()
    machine.pause(math.inf)
    machine.resume(NOW + 60)
    assert not machine.paused(NOW + 60)
    assert NOW + 60 <= due(machine, NOW + 60).at <= NOW + 60 + START_SPREAD


def test_resuming_where_nothing_is_paused_changes_nothing() -> None:
    machine = after_a_run()
    before = due(machine)
    machine.resume(NOW)
    assert due(machine) == before


def test_resuming_keeps_what_was_asked_for() -> None:
    machine = after_a_run()
    machine.pause(math.inf)
    machine.trigger("manual", NOW)
    machine.resume(NOW)
    assert machine.due(NOW) == Due(NOW, "manual")


def test_resuming_keeps_a_network_that_has_not_settled() -> None:
    machine = after_a_run()
    machine.pause(math.inf)
    machine.trigger("network", NOW)
    machine.resume(NOW)
    assert due(machine).trigger == "network"
    assert due(machine).at >= NOW + NETWORK_SETTLE


def test_a_pause_during_a_run_holds_the_one_after_it() -> None:
    machine = after_a_run()
    machine.run_started()
    machine.pause(NOW + 3600)
    machine.trigger("network", NOW)
    machine.run_ended(NOW + 1)
    assert machine.due(NOW + 100) is None
    machine.resume(NOW + 100)
    assert due(machine, NOW + 100).at <= NOW + 100 + START_SPREAD


def test_a_pause_that_ends_during_a_run() -> None:
    machine = after_a_run()
    machine.pause(NOW + 10)
    machine.run_started()
    assert not machine.paused(NOW + 20)
    assert machine.due(NOW + 20) is None
    machine.run_ended(NOW + 30)
    assert due(machine, NOW + 30).at >= NOW + 30 + 0.8 * INTERVAL


def test_a_pause_is_shortened_and_never_lengthened() -> None:
    machine = after_a_run()
    machine.shorten_pause(NOW + 5)
    assert not machine.paused(NOW)
    machine.pause(NOW + 60)
    machine.shorten_pause(NOW + 3600)
    assert machine.wake_at(NOW) == NOW + 60
    machine.shorten_pause(NOW + 30)
    assert machine.wake_at(NOW) == NOW + 30
    machine.shorten_pause(NOW - 1)
    assert not machine.paused(NOW)


def test_a_shorter_interval_brings_the_next_run_closer() -> None:
    machine = after_a_run()
    machine.change(interval=60.0, spread=0.1, now=NOW)
    assert 54.0 <= due(machine).at - NOW <= 66.0


def test_a_longer_interval_holds_from_the_next_run_on() -> None:
    machine = after_a_run()
    before = due(machine)
    machine.change(interval=3600.0, spread=0.0, now=NOW)
    assert due(machine) == before
    machine.run_started()
    machine.run_ended(before.at)
    assert due(machine, before.at).at == before.at + 3600


def test_a_call_holds_everything_but_a_run_by_hand() -> None:
    machine = after_a_run()
    machine.hold()
    for kind in ("network", "wake", "settings"):
        machine.trigger(kind, NOW)
        assert machine.due(NOW + 3600) is None
    assert machine.waiting(NOW + 3600)
    assert machine.wake_at(NOW) is None
    machine.trigger("manual", NOW + 5)
    assert machine.due(NOW + 5) == Due(NOW + 5, "manual")


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_call_has_held_up_comes_soon_after_it(seed: int) -> None:
    machine = after_a_run(seed)
    machine.hold()
    machine.trigger("network", NOW)
    end = NOW + 3600
    machine.release(end)
    found = due(machine, end)
    assert found.trigger == "network"
    assert CALL_SETTLE <= found.at - end <= CALL_SETTLE + TRIGGER_SPREAD


def test_a_short_call_holds_up_nothing() -> None:
    machine = after_a_run()
    before = due(machine)
    machine.hold()
    machine.release(NOW + 60)
    assert due(machine) == before
    machine.release(NOW + 61)
    assert due(machine) == before


def test_a_run_by_hand_does_not_wait_for_the_end_of_a_call() -> None:
    machine = after_a_run()
    machine.hold()
    machine.trigger("manual", NOW)
    machine.release(NOW)
    assert machine.due(NOW) == Due(NOW, "manual")


def test_a_call_during_a_pause() -> None:
    machine = after_a_run()
    machine.pause(NOW + 600)
    machine.hold()
    assert not machine.waiting(NOW + 500)
    assert machine.wake_at(NOW) == NOW + 600
    assert not machine.paused(NOW + 600)
    assert machine.due(NOW + 700) is None
    machine.release(NOW + 700)
    assert due(machine, NOW + 700).at <= NOW + 700 + CALL_SETTLE + TRIGGER_SPREAD


def test_a_call_during_a_run_holds_the_one_after_it() -> None:
    machine = after_a_run()
    machine.run_started()
    machine.hold()
    machine.trigger("schedule", NOW)
    machine.run_ended(NOW + 1)
    assert machine.due(NOW + 1000) is None
    machine.release(NOW + 1000)
    found = due(machine, NOW + 1000)
    assert (found.trigger, found.at <= NOW + 1000 + CALL_SETTLE + TRIGGER_SPREAD) == (
        "schedule",
        True,
    )


def test_nothing_waits_before_its_time() -> None:
    machine = after_a_run()
    assert not machine.waiting(due(machine).at - 1)
    assert machine.waiting(due(machine).at)
    machine.run_started()
    assert not machine.waiting(NOW + 1e6)
    assert not schedule().waiting(NOW)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_run_put_off_comes_one_interval_later(seed: int) -> None:
    machine = after_a_run(seed)
    machine.trigger("network", NOW)
    machine.put_off(NOW + 10)
    assert due(machine).trigger == "schedule"
    assert 0.8 * INTERVAL <= due(machine).at - NOW - 10 <= 1.2 * INTERVAL


def test_while_somebody_else_has_the_screen_only_a_run_by_hand_is_due() -> None:
    machine = after_a_run()
    machine.leave()
    machine.trigger("network", NOW)
    assert machine.due(NOW + 900) is None
    assert not machine.waiting(NOW + 900)
    machine.trigger("manual", NOW + 900)
    assert machine.due(NOW + 900) == Due(NOW + 900, "manual")


@pytest.mark.parametrize("seed", SEEDS)
def test_coming_back_makes_a_run_soon(seed: int) -> None:
    machine = after_a_run(seed)
    machine.leave()
    machine.come_back(NOW + 1)
    assert due(machine).trigger == "session"
    assert FRONT_SETTLE <= due(machine).at - NOW - 1 <= FRONT_SETTLE + FRONT_SPREAD
    machine.come_back(NOW + 2)  # it was there already
    assert due(machine).at <= NOW + 1 + FRONT_SETTLE + FRONT_SPREAD


def test_what_was_due_meanwhile_keeps_its_reason() -> None:
    machine = after_a_run()
    machine.leave()
    machine.trigger("settings", NOW)
    machine.come_back(NOW + 900)
    assert due(machine, NOW + 900).trigger == "settings"
    assert due(machine, NOW + 900).at >= NOW + 900 + FRONT_SETTLE


def test_coming_back_during_a_run_makes_one_after_it() -> None:
    machine = after_a_run()
    machine.trigger("manual", NOW)
    machine.run_started()
    machine.leave()
    machine.come_back(NOW + 1)
    machine.run_ended(NOW + 5)
    assert due(machine, NOW + 5).trigger == "session"


def test_coming_back_ends_neither_a_pause_nor_a_call() -> None:
    machine = after_a_run()
    machine.leave()
    machine.pause(math.inf)
    machine.hold()
    machine.come_back(NOW)
    assert machine.due(NOW + 900) is None
    machine.release(NOW + 900)
    assert machine.due(NOW + 900) is None
    machine.resume(NOW + 900)
    assert due(machine, NOW + 900).trigger == "session"


def test_nothing_is_due_before_the_machine_sleeps() -> None:
    machine = after_a_run()
    machine.trigger("network", NOW)
    machine.sleep(NOW)
    assert machine.due(NOW + SLEEP_LIMIT - 1) is None
    assert machine.wake_at(NOW + 1) == NOW + SLEEP_LIMIT
    machine.wake()
    assert due(machine, NOW + 1).trigger == "network"


def test_a_machine_that_does_not_say_that_it_woke_counts_as_awake() -> None:
    machine = after_a_run()
    machine.trigger("network", NOW)
    machine.sleep(NOW)
    assert due(machine, NOW + SLEEP_LIMIT).trigger == "network"


KINDS = st.sampled_from(["network", "wake", "session", "settings", "manual", "unsure"])
STEPS = st.floats(min_value=0.0, max_value=900.0)


class AnyOrder(RuleBasedStateMachine):
    """Whatever happens in whatever order, the promises at the top of the module hold."""

    @initialize(seed=st.integers(0, 2**16), interval=st.floats(30, 3600), at_once=st.booleans())
    def begin(self, seed: int, interval: float, at_once: bool) -> None:
        self.now = 0.0
        self.interval, self.spread = interval, 0.2
        self.machine = schedule(seed, interval=interval)
        self.machine.start(self.now, at_once=at_once)
        self.paused_until: float | None = None
        self.asked = False
        """A run by hand is wanted and has not begun."""

        self.pending = False
        """Something happened during the run in hand."""

        self.held = False
        self.away = False
        self.asleep_until = 0.0

    @rule()
    def leave(self) -> None:
        self.machine.leave()
        self.away = True

    @rule()
    def come_back(self) -> None:
        was_away, self.away = self.away, False
        self.machine.come_back(self.now)
        if self.machine.running:
            self.pending = self.pending or was_away
        elif was_away and not self.is_held():
            found = self.machine.due(self.now)
            assert found is not None
            assert found.trigger != "schedule"
            assert found.at <= self.now + FRONT_SETTLE + FRONT_SPREAD

    @rule()
    def sleep(self) -> None:
        self.machine.sleep(self.now)
        self.asleep_until = self.now + SLEEP_LIMIT

    @rule()
    def wake(self) -> None:
        self.machine.wake()
        self.asleep_until = 0.0

    @rule()
    def call(self) -> None:
        self.machine.hold()
        self.held = True

    @rule()
    def hang_up(self) -> None:
        self.machine.release(self.now)
        self.held = False

    @rule(seconds=STEPS)
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @rule(kind=KINDS)
    def trigger(self, kind: Trigger) -> None:
        running = self.machine.running
        self.machine.trigger(kind, self.now)
        if running:
            self.pending = self.pending or kind != "manual"
        elif kind == "manual":
            self.asked = True

    @precondition(lambda self: self.is_due())
    @rule()
    def run(self) -> None:
        self.machine.run_started()
        self.asked = False

    @precondition(lambda self: self.machine.running)
    @rule(seconds=STEPS, busy=st.booleans())
    def end(self, seconds: float, busy: bool) -> None:
        self.now += seconds
        self.machine.run_ended(self.now, busy=busy)
        if self.pending and not self.is_held():
            found = self.machine.due(self.now)
            assert found is not None
            assert found.trigger != "schedule"
            assert found.at <= self.now + WAKE_SETTLE + TRIGGER_SPREAD
        self.pending = False

    @rule(seconds=st.floats(0.1, 7200) | st.just(math.inf))
    def pause(self, seconds: float) -> None:
        self.paused_until = self.now + seconds
        self.machine.pause(self.paused_until)

    @rule(seconds=st.floats(-10, 7200))
    def shorten(self, seconds: float) -> None:
        self.machine.shorten_pause(self.now + seconds)
        if self.paused_until is not None:
            self.paused_until = min(self.paused_until, self.now + seconds)

    @rule()
    def resume(self) -> None:
        self.machine.resume(self.now)
        self.paused_until = None

    @rule(interval=st.floats(30, 3600), spread=st.floats(0, 0.5))
    def change(self, interval: float, spread: float) -> None:
        self.interval, self.spread = interval, spread
        self.machine.change(interval=interval, spread=spread, now=self.now)

    def is_held(self) -> bool:
        return self.paused() or self.held or self.away or self.asleep()

    def asleep(self) -> bool:
        return self.now < self.asleep_until

    def paused(self) -> bool:
        return self.paused_until is not None and self.now < self.paused_until

    def is_due(self) -> bool:
        found = self.machine.due(self.now)
        return found is not None and found.at <= self.now

    @invariant()
    def nothing_is_due_during_a_run(self) -> None:
        if self.machine.running:
            assert self.machine.due(self.now) is None

    @invariant()
    def only_a_run_by_hand_is_due_while_something_holds_the_rest(self) -> None:
        assert self.machine.paused(self.now) == self.paused()
        found = self.machine.due(self.now)
        if self.is_held() and found is not None:
            assert found.trigger == "manual"

    @invariant()
    def what_was_asked_for_is_due_at_once(self) -> None:
        if self.asked:
            found = self.machine.due(self.now)
            assert found is not None
            assert found.trigger == "manual"
            assert found.at <= self.now

    @invariant()
    def a_run_always_comes_again(self) -> None:
        if self.machine.running:
            return
        wake = self.machine.wake_at(self.now)
        if self.asleep():
            assert wake is not None
        elif self.paused():
            assert wake is not None or self.paused_until == math.inf
        elif not self.is_held():
            found = self.machine.due(self.now)
            assert found is not None
            assert wake == found.at
            # The longest wait there is, whatever the interval was when it began.
            assert found.at <= self.now + 3600 * 1.5

    @invariant()
    def the_spread_is_within_its_bounds(self) -> None:
        found = self.machine.due(self.now)
        if found is not None and found.trigger in ("network", "wake", "unsure"):
            assert found.at <= self.now + CALL_SETTLE + TRIGGER_SPREAD


AnyOrder.TestCase.settings = hypothesis_settings(
    max_examples=60, stateful_step_count=40, deadline=None
)
TestAnyOrder = AnyOrder.TestCase
