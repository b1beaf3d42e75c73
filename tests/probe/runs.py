"""Runs of the probe for tests: inside this process or as a child, perhaps in a namespace."""

import sys
from collections.abc import Callable

from notifier.measurement import Mode, RunMeasurement, Transport
from notifier.probe.request import Progress, RunRequest, ServerDone, ServerTarget
from notifier.probe.run import run
from notifier.sct.process import run_test
from notifier.sct.request import SctRequest
from tests.net.coturn import PASSWORD, USERNAME, Coturn
from tests.net.namespace import Namespace

__all__ = ["Reports", "in_namespace", "probe", "target"]


class Reports(list[Progress | ServerDone]):
    """What a run says on the way."""

    def __call__(self, report: Progress | ServerDone) -> None:
        """Keep it."""
        self.append(report)

    @property
    def servers(self) -> list[ServerDone]:
        """The servers that were reported done, in that order."""
        return [report for report in self if isinstance(report, ServerDone)]

    @property
    def progress(self) -> list[Progress]:
        """The progress reports."""
        return [report for report in self if isinstance(report, Progress)]


def target(server: Coturn, transport: Transport = "udp", **changes: object) -> ServerTarget:
    """A coturn with its own user and certificate authority."""
    fields: dict[str, object] = {
        "url": server.url(transport),
        "provider": transport,
        "username": USERNAME,
        "password": PASSWORD,
        "ca_file": str(server.ca_file),
    }
    return ServerTarget(**{**fields, **changes})  # type: ignore[arg-type]


async def probe(
    *targets: ServerTarget,
    mode: Mode = "light",
    on_report: Callable[[Progress | ServerDone], None] = lambda _: None,
) -> RunMeasurement:
    """One run in this process."""
    return await run(RunRequest(mode=mode, servers=targets), on_report)


async def in_namespace(
    namespace: Namespace, *targets: ServerTarget, mode: Mode = "full"
) -> RunMeasurement:
    """One run as a child in a namespace; nothing is forecast."""
    tested = await run_test(
        SctRequest(run=RunRequest(mode=mode, servers=targets)),
        lambda _: None,
        command=tuple(namespace.command(sys.executable, "-m", "notifier.sct")),
    )
    return tested.measurement
