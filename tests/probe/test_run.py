"""The order of a whole run, where the time is short."""

import pytest

from notifier.probe import run as run_module
from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.relay.process import demonstration_relay


async def test_a_run_without_time_left_keeps_what_it_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run_module, "LOAD_UNTIL", 0.0)
    async with demonstration_relay() as relay:
        target = ServerTarget(
            url=relay.url, provider="x", username=relay.username, password=relay.password
        )
        request = RunRequest(mode="full", servers=(target, target))
        measurement = await run_module.run(request, lambda _: None)
    for server in measurement.servers:
        assert (server.reachable, server.error) == (True, None)
        assert server.rtt_ms is not None
        assert (server.loss_fraction, server.throughput_kbps) == (None, None)
        assert server.detail == "its link was not loaded: the run had no time left"


async def test_a_server_that_fails_is_no_further_than_the_others() -> None:
    said: list[Progress | ServerDone] = []
    # Nothing listens at the discard port of loopback: refused at once.
    target = ServerTarget(url="turn:127.0.0.1:9", provider="x", username="a", password="b")
    measurement = await run_module.run(RunRequest(mode="light", servers=(target,)), said.append)
    assert not measurement.servers[0].reachable
    assert {one.phase for one in said if isinstance(one, Progress)} == {"reach"}
