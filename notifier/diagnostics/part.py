"""What a part is asked, and what it is."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from notifier.sentence import Sentence
from notifier.settings.load import Loaded, load
from notifier.settings.paths import Paths

__all__ = ["Asked", "Found", "Part"]

Found = Mapping[str, Any] | str
"""What becomes JSON, or a text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What parts may look at."""

    paths: Paths
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    addresses: bool = False
    """The person agrees to IP addresses."""

    front: Mapping[str, Any] | None = None
    """What a front end that asks says of itself; None: the command line asks."""

    def loaded(self) -> Loaded:
        """The settings in force, read anew."""
        return load(self.paths, self.environ)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive."""

    name: str
    says: Sentence
    """For the person who is to agree: what stands in it."""

    find: Callable[[Asked], Found]
    """Runs in a thread of its own; whatever it raises stands in the file instead."""

    limit_s: float = 10.0
    """How long it may take."""
