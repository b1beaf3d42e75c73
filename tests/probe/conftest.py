"""The probe's tests run on the probe's own event loop, as the program does."""

from collections.abc import Callable

from notifier.probe.event_loop import ProbeLoop


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], ProbeLoop]]:
    """Its clockwork says how surely a packet's arrival is known."""
    return {"probe": ProbeLoop}
