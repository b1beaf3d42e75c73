"""Which network this machine is on, and what is remembered of each that it was on.

A network has an identity by its gateway or by the address that the server saw
(:mod:`notifier.machine.network`), so a run knows best which one it was made on. Between runs it is
the one that the kernel's routes and the last such address say; without any route, the one before.
"""

import time
from dataclasses import replace

from notifier.machine.facts import NetworkFacts
from notifier.machine.network import observe
from notifier.measurement import RunMeasurement
from notifier.prediction import Known
from notifier.service.known import known_on
from notifier.service.memory import InForce, NetworkMemory
from notifier.service.records import Records
from notifier.settings.identity import network_key
from notifier.settings.model import Settings
from notifier.settings.paths import Paths

__all__ = ["MOST_MEMORIES", "Networks"]

MOST_MEMORIES = 8
"""Networks that are remembered at a time, a quarter of a megabyte each at most: those that were
asked for last. What is remembered of others can be had from the history again."""


class Networks:
    """The network that we are on, and those that were met since the start.

    :param paths: where the key lies that makes their identities.
    :param records: where what is remembered comes from at first.
    """

    def __init__(self, paths: Paths, records: Records) -> None:
        self._paths = paths
        self._records = records
        self._urls: frozenset[str] = frozenset()
        self._corrects = True
        self._memories: dict[str, NetworkMemory] = {}
        self._public_ip: str | None = None
        """As a server saw it last."""

        self._as_measured: dict[str, str] = {}
        """By the network of the default route, the one of the route to the servers where runs found
        that to be another: a server behind a VPN of its own, or on this machine."""

        self._last: str | None = None
        """The network that we were on last, once that is known."""

    def follow(self, settings: Settings) -> None:
        """Begin anew where the settings are others than before: what was believed was believed of
        calls through the servers of that time, and of forecasts that were corrected or not."""
        urls = frozenset(url for server in settings.servers for url in server.urls)
        if (urls, settings.learn_from_calls) != (self._urls, self._corrects):
            self._urls, self._corrects = urls, settings.learn_from_calls
            self._memories.clear()

    def now(self) -> str:
        """The identity of the network that we seem to be on; a run may find out better."""
        facts = observe(network_key(self._paths), None, self._public_ip)
        if not facts.has_route:
            return self._lost(facts.network_id)
        return self._as_measured.get(facts.network_id, facts.network_id)

    def of_run(self, measurement: RunMeasurement, *, demonstration: bool) -> NetworkFacts:
        """The network that a run was made on just now, or that was lost before it.

        Losing a network is news about that network: with an identity of its own, "no network"
        would be told once and never again.

        :param demonstration: the run went to the embedded relay, whose network is this machine: it
            says nothing of where we are.
        """
        servers = measurement.servers
        mapped = next((s.mapped_address for s in servers if s.mapped_address), None)
        self._public_ip = mapped or self._public_ip
        server = next((s.server_address for s in servers if s.server_address), None)
        facts = observe(network_key(self._paths), server, self._public_ip)
        if demonstration:
            return facts
        if not facts.has_route:
            return replace(facts, network_id=self._lost(facts.network_id))
        self._last = facts.network_id
        default = observe(network_key(self._paths), None, self._public_ip)
        self._as_measured[default.network_id] = facts.network_id
        return facts

    def met(self, network_id: str) -> NetworkMemory | None:
        """What is remembered of a network that a run since the start was made on."""
        return self._memories.get(network_id)

    def memory(self, network_id: str) -> NetworkMemory:
        """What is remembered of a network: from the history at first, then from each run."""
        memory = self._memories.pop(network_id, None)
        if memory is None:
            memory = NetworkMemory(
                network_id,
                self._records.history,
                urls=self._urls,
                now=time.time() * 1000,
                corrects=self._corrects,
            )
        self._memories[network_id] = memory  # at the end: the one that was asked for last
        if len(self._memories) > MOST_MEMORIES:
            del self._memories[next(iter(self._memories))]
        return memory

    def known(self, network_id: str, *, demonstration: bool) -> Known:
        """What the last full run on a network found, for those after it that measure less."""
        return known_on(self._records.history, network_id, demonstration=demonstration)

    def forecast_in_force(self) -> InForce | None:
        """What a call that begins now is compared with; None where nothing was forecast here, or
        too long ago."""
        memory = self.met(self.now())
        forecast = None if memory is None else memory.in_force
        return forecast if forecast is not None and forecast.holds(time.time() * 1000) else None

    def _lost(self, without: str) -> str:
        """The network that we were on before there was no route any more.

        :param without: the identity of having none, where no network was ever met.
        """
        if self._last is None:
            self._last = self._records.last_network()
        return self._last or without
