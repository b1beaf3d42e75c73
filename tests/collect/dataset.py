"""The lines of the data set, whole: what :mod:`notifier.training.dataset` reads, and all beside it.

docs/calls-data.md says what each field is.
"""

import lzma
from collections.abc import Iterable
from pathlib import Path

import msgspec

from notifier.measurement import RunMeasurement
from notifier.quality import CallFigures
from tests.collect.columns import Columns, pack_samples, unpack_samples
from tests.collect.draw import Network, held_out
from tests.collect.figures import figures
from tests.collect.record import Call, Collected, Conditions

__all__ = ["DATA", "Line", "PackedCall", "line_of", "read_lines", "unpacked", "write_lines"]

DATA = Path(__file__).parents[1] / "data" / "calls.jsonl.xz"


class PackedCall(CallFigures, frozen=True, kw_only=True, rename="camel"):
    """A call: its figures, and what they were made of."""

    setup_ms: float | None
    conditions: Conditions
    attempts: int
    samples: Columns


class Line(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One network."""

    name: str
    seed: int
    number: int
    family: str
    held_out: bool
    emulator_seed: int
    network: Network
    light: RunMeasurement
    full: RunMeasurement
    probed_again: bool = False
    """Both runs were made later than the calls, on the same link made anew."""

    calls: tuple[PackedCall, ...]


def line_of(collected: Collected) -> Line:
    """What is kept of a collected network.

    The figures are those of the samples as they are kept, so that they can be made again exactly.
    """
    network = collected.network
    return Line(
        name=f"{collected.seed}-{network.number:04}",
        seed=collected.seed,
        number=network.number,
        family=network.family,
        held_out=held_out(network.number),
        emulator_seed=collected.emulator_seed,
        network=network,
        light=collected.light,
        full=collected.full,
        probed_again=collected.probed_again,
        calls=tuple(_packed(call) for call in collected.calls),
    )


def unpacked(call: PackedCall) -> Call:
    """The call as it was collected, times to the millisecond."""
    return Call(
        setup_ms=call.setup_ms,
        samples=unpack_samples(call.samples),
        conditions=call.conditions,
        attempts=call.attempts,
    )


def write_lines(file: Path, lines: Iterable[Line]) -> None:
    """Write the data set, in the order of seeds and numbers; the same lines give the same bytes."""
    ordered = sorted(lines, key=lambda line: (line.seed, line.number))
    text = b"".join(msgspec.json.encode(line) + b"\n" for line in ordered)
    part = file.with_suffix(".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(lzma.compress(text, preset=9 | lzma.PRESET_EXTREME))
    part.replace(file)


def read_lines(file: Path) -> list[Line]:
    """Read it whole.

    :raises OSError: where it is missing.
    :raises ValueError: where it is none of ours, or damaged.
    """
    try:
        with lzma.open(file) as lines:
            return [_decoder.decode(line) for line in lines]
    except (lzma.LZMAError, EOFError) as error:
        raise ValueError(f"{file}: {error}") from None


_decoder = msgspec.json.Decoder(Line)


def _packed(call: Call) -> PackedCall:
    setup_ms = None if call.setup_ms is None else round(call.setup_ms, 1)
    samples = pack_samples(call.samples)
    kept = Call(
        setup_ms=setup_ms,
        samples=unpack_samples(samples),
        conditions=call.conditions,
        attempts=call.attempts,
    )
    return PackedCall(
        **msgspec.structs.asdict(figures(kept)),
        setup_ms=setup_ms,
        conditions=call.conditions,
        attempts=call.attempts,
        samples=samples,
    )
