"""Networks as data: ``tests/scenarios/*.toml``, each a link that people really have."""

from pathlib import Path

import msgspec

from tests.net.direction import Direction

__all__ = ["FOLDER", "Scenario", "ScenarioError", "load", "names"]

FOLDER = Path(__file__).parents[1] / "scenarios"


class ScenarioError(ValueError):
    """The file is no scenario; the message says where and why."""


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file."""

    name: str
    """The file's name without ``.toml``."""

    description: str
    """One sentence: whose network this is, and what makes it good or bad."""

    up: Direction
    """From the client."""

    down: Direction


def names() -> list[str]:
    """All scenarios there are."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def load(name: str, folder: Path = FOLDER) -> Scenario:
    """Read a scenario by its name.

    :raises ScenarioError: where there is none, or a key or value in it is wrong.
    """
    file = folder / f"{name}.toml"
    try:
        scenario = msgspec.toml.decode(file.read_bytes(), type=Scenario)
    except FileNotFoundError:
        raise ScenarioError(f"{name!r} is none of {', '.join(names())}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ScenarioError(f"{file}: {error}") from None
    if scenario.name != name:
        raise ScenarioError(f"{file}: the name in it is {scenario.name!r}")
    return scenario
