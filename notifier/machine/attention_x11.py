"""Whether a program has the whole screen, on X11: the window manager says so.

``_NET_ACTIVE_WINDOW`` of the root window and ``_NET_WM_STATE`` of the window that it names
(Extended Window Manager Hints 1.5). By libxcb, which Qt needs on X11 as well, so that it is there
wherever there are windows; not by libX11, which ends the process when the display goes away. On a
Wayland desktop only programs that use X11 are seen; one of those that has the whole screen counts.
"""

import ctypes
import logging
from collections.abc import Mapping
from functools import cache

__all__ = ["full_screen"]

log = logging.getLogger(__name__)

_LIBRARY = "libxcb.so.1"
_ATOM, _WINDOW = 4, 33
"""The predefined atoms ATOM and WINDOW (X Window System Protocol, appendix B)."""

_MOST_STATES = 64
"""A window has a handful of them."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _AtomReply(ctypes.Structure):
    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("atom", ctypes.c_uint32),
    )


class _Screens(ctypes.Structure):
    _fields_ = (
        ("data", ctypes.POINTER(ctypes.c_uint32)),  # of a screen, the root window comes first
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


def full_screen(environ: Mapping[str, str]) -> bool:
    """Whether the window in front has the whole screen; False where that is not known.

    Blocks for as long as the display does not answer.

    :param environ: names the display.
    """
    display = environ.get("DISPLAY")
    if not display or (xcb := _library()) is None:
        return False
    number = ctypes.c_int(0)
    connection = xcb.xcb_connect(display.encode(), ctypes.byref(number))
    try:
        if xcb.xcb_connection_has_error(connection):
            return False
        screens = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(connection))
        for _ in range(number.value):
            xcb.xcb_screen_next(ctypes.byref(screens))
        if screens.rem == 0:
            return False
        root = screens.data[0]
        active = _property(xcb, connection, root, "_NET_ACTIVE_WINDOW", _WINDOW)
        if not active or active[0] == 0:
            return False
        states = _property(xcb, connection, active[0], "_NET_WM_STATE", _ATOM)
        return _atom(xcb, connection, "_NET_WM_STATE_FULLSCREEN") in states
    finally:
        xcb.xcb_disconnect(connection)


def _atom(xcb: ctypes.CDLL, connection: int, name: str) -> int:
    """The number of a name; 0 where the display answers nothing."""
    cookie = xcb.xcb_intern_atom(connection, 0, len(name), name.encode())
    reply = xcb.xcb_intern_atom_reply(connection, cookie, None)
    if not reply:
        return 0
    try:
        return int(reply.contents.atom)
    finally:
        _free()(ctypes.cast(reply, ctypes.c_void_p))


def _property(
    xcb: ctypes.CDLL, connection: int, window: int, name: str, kind: int
) -> tuple[int, ...]:
    """The numbers of a property; none where the window does not have it."""
    atom = _atom(xcb, connection, name)
    cookie = xcb.xcb_get_property(connection, 0, window, atom, kind, 0, _MOST_STATES)
    reply = xcb.xcb_get_property_reply(connection, cookie, None)
    if not reply:
        return ()
    try:
        size = xcb.xcb_get_property_value_length(reply)
        value = ctypes.string_at(xcb.xcb_get_property_value(reply), size)
        return tuple(memoryview(value).cast("I"))
    finally:
        _free()(reply)


@cache
def _free() -> "ctypes._NamedFuncPointer":
    free = ctypes.CDLL(None).free
    free.argtypes, free.restype = (ctypes.c_void_p,), None
    return free


@cache
def _library() -> ctypes.CDLL | None:
    try:
        xcb = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        log.info("not known whether a program has the whole screen: %s", error)
        return None
    pointer, integer = ctypes.c_void_p, ctypes.c_uint32
    for name, result, arguments in (
        ("connect", pointer, (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))),
        ("connection_has_error", ctypes.c_int, (pointer,)),
        ("disconnect", None, (pointer,)),
        ("get_setup", pointer, (pointer,)),
        ("setup_roots_iterator", _Screens, (pointer,)),
        ("screen_next", None, (ctypes.POINTER(_Screens),)),
        ("intern_atom", _Cookie, (pointer, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p)),
        ("intern_atom_reply", ctypes.POINTER(_AtomReply), (pointer, _Cookie, pointer)),
        ("get_property", _Cookie, (pointer, ctypes.c_uint8, *(integer,) * 5)),
        ("get_property_reply", pointer, (pointer, _Cookie, pointer)),
        ("get_property_value", pointer, (pointer,)),
        ("get_property_value_length", ctypes.c_int, (pointer,)),
    ):
        function = getattr(xcb, f"xcb_{name}")
        function.restype, function.argtypes = result, arguments
    return xcb
