"""Whether somebody owns a selection of an X11 display, such as the one of a tray."""

from collections.abc import Mapping

from notifier.machine.x11 import connected

__all__ = ["selection_owner"]


def selection_owner(environ: Mapping[str, str], name: str) -> bool | None:
    """Whether a selection has an owner; None where there is no display to ask.

    Blocks for as long as the display does not answer.

    :param environ: names the display.
    :param name: with ``{screen}`` in the place of the screen's number.
    """
    with connected(environ) as display:
        if display is None:
            return None
        atom = display.atom(name.format(screen=display.screen))
        return None if atom == 0 else display.selection_owner(atom) != 0
