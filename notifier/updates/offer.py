"""A newer version, as it is told."""

from typing import Literal

import msgspec

__all__ = ["Offer"]


class Offer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A version above the one that runs."""

    version: str
    """``X.Y.Z``."""

    source: Literal["feed", "packages"]
    """Who said so: the organisation's feed, or the package manager's lists on this machine."""

    ready: bool = False
    """It is installed already: the next start is of that version."""

    url: str | None = None
    """https, from the feed: where it says more of it."""

    summary: str | None = None
    """One line of the feed, for people."""

    published: str | None = None
    """The day, ``YYYY-MM-DD``."""
