"""Prepares the root window as a window manager would.

tint2 waits 15 s for the number of desktops, which a window manager announces. A few calls of Xlib
(which Qt needs anyway) are less than one more program in every test.
"""

import ctypes
import ctypes.util

__all__ = ["prepare"]

_XA_CARDINAL = 6
_REPLACE = 0


def prepare(display: str, color: int) -> None:
    """Announce one desktop, and paint it.

    :param color: 0xRRGGBB.
    """
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    pointer, number, name = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_char_p
    flag = ctypes.c_int
    prototypes: dict[str, tuple[type, list[type]]] = {
        "XOpenDisplay": (pointer, [name]),
        "XDefaultRootWindow": (number, [pointer]),
        "XInternAtom": (number, [pointer, name, flag]),
        "XChangeProperty": (flag, [pointer, number, number, number, flag, flag, pointer, flag]),
        "XSetWindowBackground": (flag, [pointer, number, number]),
        "XClearWindow": (flag, [pointer, number]),
        "XCloseDisplay": (flag, [pointer]),
    }
    for function, (result, arguments) in prototypes.items():
        getattr(x11, function).restype = result
        getattr(x11, function).argtypes = arguments
    connection = x11.XOpenDisplay(display.encode())
    assert connection, f"can't open {display}"
    root = x11.XDefaultRootWindow(connection)
    x11.XSetWindowBackground(connection, root, color)
    x11.XClearWindow(connection, root)
    one = ctypes.c_ulong(1)
    atom = x11.XInternAtom(connection, b"_NET_NUMBER_OF_DESKTOPS", 0)
    x11.XChangeProperty(connection, root, atom, _XA_CARDINAL, 32, _REPLACE, ctypes.byref(one), 1)
    x11.XCloseDisplay(connection)
