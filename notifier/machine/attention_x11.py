"""Whether a program has the whole screen, on X11: the window manager says so.

``_NET_ACTIVE_WINDOW`` of the root window and ``_NET_WM_STATE`` of the window that it names
(Extended Window Manager Hints 1.5). On a Wayland desktop only programs that use X11 are seen; one
of those that has the whole screen counts.
"""

from collections.abc import Mapping

from notifier.machine.x11 import connected

__all__ = ["full_screen"]

_ATOM, _WINDOW = 4, 33
"""The predefined atoms ATOM and WINDOW (X Window System Protocol, appendix B)."""


def full_screen(environ: Mapping[str, str]) -> bool:
    """Whether the window in front has the whole screen; False where that is not known.

    Blocks for as long as the display does not answer.

    :param environ: names the display.
    """
    with connected(environ) as display:
        root = None if display is None else display.root()
        if display is None or root is None:
            return False
        active = display.numbers(root, "_NET_ACTIVE_WINDOW", _WINDOW)
        if not active or active[0] == 0:
            return False
        states = display.numbers(active[0], "_NET_WM_STATE", _ATOM)
        return display.atom("_NET_WM_STATE_FULLSCREEN") in states
