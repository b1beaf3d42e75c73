"""The data set of real calls, as training reads it: what was measured, and what calls then got.

A file holds one network a line, as JSON, and may be compressed with xz (its name then ends in
``.xz``). A line has more than is read here; docs/calls-data.md tells all of it.
"""

import lzma
from pathlib import Path

import msgspec

from notifier.measurement import RunMeasurement
from notifier.quality import CallFigures

__all__ = ["Case", "DatasetError", "read_cases"]


class DatasetError(ValueError):
    """The data set cannot be read; the message names the file, the line and the reason."""


class Case(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """One network: the runs on it, and the calls that followed."""

    name: str
    family: str
    """Networks of one family are alike: a cross-validation keeps them together."""

    held_out: bool
    """For the test and never for training."""

    light: RunMeasurement | None
    full: RunMeasurement | None
    calls: tuple[CallFigures, ...]
    """In the order of time."""


_decoder = msgspec.json.Decoder(Case)


def read_cases(path: Path) -> list[Case]:
    """All networks of a file, in its order.

    :raises DatasetError: where it is missing, damaged, or none of ours.
    """
    opened = lzma.open if path.suffix == ".xz" else open
    cases: list[Case] = []
    try:
        with opened(path, "rb") as file:
            cases.extend(_decoder.decode(line) for line in file)
    except (lzma.LZMAError, EOFError) as error:
        raise DatasetError(f"{path}, after line {len(cases)}: damaged: {error}") from None
    except OSError as error:
        raise DatasetError(f"{path}: {error.strerror or error}") from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DatasetError(f"{path}, line {len(cases) + 1}: {error}") from None
    return cases
