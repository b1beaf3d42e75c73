"""What the accuracy bench writes down: one JSON line a link, everything the report needs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from notifier.measurement import RunMeasurement
from tests.net.scenario import Scenario

__all__ = [
    "DISTURBED_MS",
    "Figures",
    "LinkRecord",
    "Octets",
    "Outcome",
    "OwnRun",
    "Tool",
    "append",
    "read",
]

Tool = Literal["ours", "light", "servers", "iperf3", "callstats", "jitsi", "cloudflare"]
"""What may run on a link. The first three are our probe: a full run, a light one, and a full one of
several TURN URIs."""

DISTURBED_MS = 5.0
"""A link whose packets came out later than this was not the link that was asked for."""

_encoder = msgspec.json.Encoder()


class Octets(msgspec.Struct, frozen=True, kw_only=True):
    """IP level, as the emulator counted them."""

    up_in: int
    """What the client sent, whatever became of it."""

    up_out: int
    down_in: int
    down_out: int
    """What reached the client."""

    @property
    def client(self) -> int:
        """What the client sent and received: the cost of a run."""
        return self.up_in + self.down_out


class Figures(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a tool found, as far as it tells: kbit/s, milliseconds, 0..1."""

    loop_kbps: float | None = None
    up_kbps: float | None = None
    down_kbps: float | None = None
    rtt_ms: float | None = None
    jitter_ms: float | None = None
    """By the tool's own definition."""

    loss: float | None = None
    seconds: float | None = None
    """Of the test alone, without the start of its process or browser."""


class OwnRun(msgspec.Struct, frozen=True, kw_only=True):
    """What only our own probe gives."""

    measurement: RunMeasurement
    cpu_s: float
    """Processor time of the child, user and system, imports included."""

    ping_ms: tuple[float, ...] = ()
    """Round trips of ``ping`` on the idle link, just before."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One tool on one link."""

    wall_s: float
    """From the start of its process to its end."""

    octets: Octets
    lateness_ms: float
    """The worst delay of a packet by the emulator itself."""

    idle: float
    """The share of all processors that nobody used meanwhile."""

    attempts: int = 1
    figures: Figures | None = None
    error: str | None = None
    """Why there are none."""

    own: OwnRun | None = None

    @property
    def disturbed(self) -> bool:
        """The machine was too busy for the emulator to keep time."""
        return self.lateness_ms > DISTURBED_MS


class LinkRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the file."""

    seed: int
    number: int
    link: Scenario
    servers: int
    """TURN URIs in the tool ``servers``."""

    tools: dict[str, Outcome]


def append(file: Path, record: LinkRecord) -> None:
    """Add a line."""
    with file.open("ab") as output:
        output.write(_encoder.encode(record) + b"\n")


def read(file: Path) -> Iterator[LinkRecord]:
    """All links of a file, those of the same seed and number put together.

    Lines may hold other tools of the same link (a later run with other ``--tools``); of two
    outcomes of one tool the later one holds.

    :raises msgspec.MsgspecError: where a line is none of ours.
    """
    links: dict[tuple[int, int], LinkRecord] = {}
    with file.open("rb") as lines:
        for line in lines:
            record = msgspec.json.decode(line, type=LinkRecord)
            key = (record.seed, record.number)
            if key in links:
                record = msgspec.structs.replace(record, tools={**links[key].tools, **record.tools})
            links[key] = record
    yield from links.values()
