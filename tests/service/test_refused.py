"""Servers that let nobody in: said once, and never held against a network."""

import msgspec
import pytest

from notifier.forecast.compose import with_media_device
from notifier.measurement import RunMeasurement
from notifier.notify.rule import Reason
from notifier.probe.request import ServerTarget
from notifier.service.events import VerdictReached
from notifier.settings.model import ServerSetting, Settings
from notifier.settings.paths import Paths
from tests.records import example_measurement
from tests.service.bench import HOME, OFFICE, Network, bench_with_history
from tests.service.scripted import EXCELLENT, UNREACHABLE, URL


def failed(*errors: str) -> RunMeasurement:
    [server] = UNREACHABLE.servers
    return example_measurement(
        *(msgspec.structs.replace(server, error=error, detail="401") for error in errors)
    )


REFUSED = failed("unauthorized")


async def test_it_is_told_once_whatever_the_network_and_that_it_works_again(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(
        paths, EXCELLENT, REFUSED, REFUSED, REFUSED, REFUSED, UNREACHABLE, REFUSED, EXCELLENT
    )
    await bench.run()
    await bench.run()
    assert bench.told == [(True, Reason.FIRST), (False, Reason.ONCE)]
    assert bench.job.telling.wants_another
    await bench.run()
    await bench.run()
    network.move(OFFICE)
    await bench.run()
    assert bench.told[2:] == [
        (True, Reason.REFUSED),
        (False, Reason.REPEATED),
        (False, Reason.REPEATED),
    ]
    await bench.run()  # another trouble, on the other network
    await bench.run()
    assert bench.told[-1] == (False, Reason.REPEATED)
    network.move(HOME)
    await bench.run()
    assert bench.told[-1] == (True, Reason.RECOVERED)
    await bench.run()
    assert bench.told[-1] == (False, Reason.REPEATED)
    await bench.job.close()


async def test_it_is_not_told_again_after_a_new_start(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, REFUSED)
    await bench.run()
    await bench.run()
    await bench.job.close()
    bench = await bench_with_history(paths, REFUSED, EXCELLENT)
    await bench.run()
    await bench.run()
    assert bench.told == [(False, Reason.REPEATED), (True, Reason.RECOVERED)]
    await bench.job.close()


async def test_nothing_is_learnt_of_the_network(paths: Paths, network: Network) -> None:
    bench = await bench_with_history(paths, EXCELLENT, REFUSED, REFUSED, EXCELLENT)
    for _ in range(3):
        await bench.run()
    reached = bench.events.of(VerdictReached)[-1].verdict
    assert reached.refused
    assert (reached.connectivity_code, reached.notification_code, reached.color) == (1, 100, "red")
    assert not reached.unsure
    assert "user name or password" in reached.advice[0]
    assert bench.job.networks.forecast_in_force() is None
    history = bench.job.records.history
    assert history is not None
    assert [run.refused for run in history.runs()] == [True, True, False]
    assert sum(hour.runs for hour in history.hours()) == 1
    assert [past.code for past in bench.job.records.decisions(HOME, since=0.0, limit=9)] == [950]
    await bench.run()
    assert not bench.events.of(VerdictReached)[-1].verdict.unsure, "as if it had not been"
    await bench.job.close()


async def test_one_that_is_not_reached_beside_it_is_a_bad_connection(
    paths: Paths, network: Network
) -> None:
    bench = await bench_with_history(paths, failed("unauthorized", "timeout"))
    await bench.run()
    await bench.run()
    verdict = bench.events.of(VerdictReached)[-1].verdict
    assert not verdict.refused
    assert verdict.causes == ("bad-credentials", "relay-unreachable")
    await bench.job.close()


@pytest.mark.parametrize(("secret_file", "whose"), [(None, "settings"), ("turn", "help desk")])
async def test_the_advice_is_for_who_can_mend_it(
    paths: Paths, network: Network, secret_file: str | None, whose: str
) -> None:
    bench = await bench_with_history(paths, REFUSED)
    targets = (ServerTarget(url=URL, provider="Head office"),)
    settings = Settings(servers=(ServerSetting(urls=(URL,), secret_file=secret_file),))
    reached = await bench.run(settings, targets=targets)
    assert whose in reached.verdict.advice[0]
    again = with_media_device(reached.verdict, present=False, demonstration=False)
    assert again.advice[0] == reached.verdict.advice[0]
    await bench.job.close()
