"""Which desktop is GNOME, whose ways differ in what :mod:`ui.system.gnome_look` and others name."""

from collections.abc import Mapping

__all__ = ["is_gnome"]


def is_gnome(environ: Mapping[str, str]) -> bool:
    """Whether this is GNOME, or one of its kind (``ubuntu:GNOME``)."""
    return "GNOME" in environ.get("XDG_CURRENT_DESKTOP", "").split(":")
