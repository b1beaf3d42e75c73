"""What the collector keeps of each network: both runs of the probe, and the calls, all raw."""

from pathlib import Path

import msgspec

from notifier.measurement import RunMeasurement
from tests.collect.draw import Network

__all__ = ["FOLDER", "Call", "Collected", "Conditions", "Sample", "read", "write"]

FOLDER = Path(__file__).parents[2] / "build" / "collect" / "networks"
"""Where the collector puts them."""

Entry = dict[str, float | str | None]
"""Some fields of an entry of getStats (W3C webrtc-stats), by their names there."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """What both ends of a call said at one moment."""

    ms: float
    """Since the connection."""

    state: str
    """``connectionState`` of the caller."""

    caller: dict[str, Entry]
    """By type and kind, as ``outbound-rtp/video``; ``candidate-pair`` is the nominated one."""

    callee: dict[str, Entry]


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """How the machine fared during a call, so that one that it disturbed can be told."""

    lateness_ms: float
    """The worst delay of a packet by the emulator itself."""

    late: float
    """Share of the packets that the emulator let out more than a millisecond late."""

    waited: float
    """Seconds a second that Chromium's threads, all together, waited for a processor."""


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One reference call."""

    setup_ms: float | None
    """From the offer to the connection; None where there was none within 30 s."""

    samples: tuple[Sample, ...]
    """One a second from the connection on, 33 of them; fewer where the call broke down."""

    conditions: Conditions
    attempts: int
    """This one included: the others were disturbed by the machine."""


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """One file."""

    seed: int
    network: Network
    emulator_seed: int
    light: RunMeasurement
    full: RunMeasurement
    """Right after the light one, and right before the first call."""

    calls: tuple[Call, ...]
    """Two on a network that is called twice."""

    probed_again: bool = False
    """``light`` and ``full`` are of later runs, through the link made anew, than the calls."""


def write(file: Path, collected: Collected) -> None:
    """Write it whole or not at all."""
    part = file.with_suffix(".part")
    part.write_bytes(msgspec.json.encode(collected))
    part.replace(file)


def read(file: Path) -> Collected:
    """Read one file.

    :raises msgspec.MsgspecError: where it is none of ours.
    """
    return msgspec.json.decode(file.read_bytes(), type=Collected)
