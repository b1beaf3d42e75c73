"""The order of a whole run, where the time is short."""

import pytest

from notifier.probe import run as run_module
from notifier.probe.request import RunRequest, ServerTarget
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
