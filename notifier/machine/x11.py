"""A few questions to an X11 display, by libxcb.

Qt needs libxcb on X11 as well, so it is there wherever there are windows; not libX11, which ends
the process when the display goes away. Each function blocks for as long as the display does not
answer.
"""

import ctypes
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

__all__ = ["Display", "connected"]

log = logging.getLogger(__name__)

_LIBRARY = "libxcb.so.1"

_MOST_NUMBERS = 64
"""Of a property; a window has a handful of states."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Number(ctypes.Structure):
    """Replies to InternAtom and GetSelectionOwner: both carry one number at the same place."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("number", ctypes.c_uint32),
    )


class _Screens(ctypes.Structure):
    _fields_ = (
        ("data", ctypes.POINTER(ctypes.c_uint32)),  # of a screen, the root window comes first
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


@dataclass(frozen=True, slots=True)
class Display:
    """A connection to a display."""

    _xcb: ctypes.CDLL
    _connection: int
    screen: int
    """The number of its default screen."""

    def root(self) -> int | None:
        """The root window of the default screen; None where there is none."""
        xcb = self._xcb
        screens = xcb.xcb_setup_roots_iterator(xcb.xcb_get_setup(self._connection))
        for _ in range(self.screen):
            xcb.xcb_screen_next(ctypes.byref(screens))
        return None if screens.rem == 0 else int(screens.data[0])

    def atom(self, name: str) -> int:
        """The number of a name; 0 where the display answers nothing."""
        text = name.encode()
        cookie = self._xcb.xcb_intern_atom(self._connection, 0, len(text), text)
        return _number(self._xcb.xcb_intern_atom_reply(self._connection, cookie, None))

    def numbers(self, window: int, name: str, kind: int) -> tuple[int, ...]:
        """The numbers of a property; none where the window does not have it.

        :param kind: the atom of its type.
        """
        xcb, connection = self._xcb, self._connection
        atom = self.atom(name)
        cookie = xcb.xcb_get_property(connection, 0, window, atom, kind, 0, _MOST_NUMBERS)
        reply = xcb.xcb_get_property_reply(connection, cookie, None)
        if not reply:
            return ()
        try:
            size = xcb.xcb_get_property_value_length(reply)
            value = ctypes.string_at(xcb.xcb_get_property_value(reply), size)
            return tuple(memoryview(value).cast("I"))
        finally:
            _free()(reply)

    def selection_owner(self, atom: int) -> int:
        """The window that owns a selection; 0 where none does."""
        cookie = self._xcb.xcb_get_selection_owner(self._connection, atom)
        return _number(self._xcb.xcb_get_selection_owner_reply(self._connection, cookie, None))


@contextmanager
def connected(environ: Mapping[str, str]) -> Iterator[Display | None]:
    """A connection for as long as the block lasts; None where there is no display to ask.

    :param environ: names the display.
    """
    name = environ.get("DISPLAY")
    if not name or (xcb := _library()) is None:
        yield None
        return
    screen = ctypes.c_int(0)
    connection = xcb.xcb_connect(name.encode(), ctypes.byref(screen))
    try:
        broken = xcb.xcb_connection_has_error(connection)
        yield None if broken else Display(xcb, connection, screen.value)
    finally:
        xcb.xcb_disconnect(connection)


def _number(reply: Any) -> int:
    if not reply:
        return 0
    try:
        return int(reply.contents.number)
    finally:
        _free()(ctypes.cast(reply, ctypes.c_void_p))


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
        log.info("X11 cannot be asked: %s", error)
        return None
    pointer, integer = ctypes.c_void_p, ctypes.c_uint32
    number = ctypes.POINTER(_Number)
    for name, result, arguments in (
        ("connect", pointer, (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))),
        ("connection_has_error", ctypes.c_int, (pointer,)),
        ("disconnect", None, (pointer,)),
        ("get_setup", pointer, (pointer,)),
        ("setup_roots_iterator", _Screens, (pointer,)),
        ("screen_next", None, (ctypes.POINTER(_Screens),)),
        ("intern_atom", _Cookie, (pointer, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p)),
        ("intern_atom_reply", number, (pointer, _Cookie, pointer)),
        ("get_property", _Cookie, (pointer, ctypes.c_uint8, *(integer,) * 5)),
        ("get_property_reply", pointer, (pointer, _Cookie, pointer)),
        ("get_property_value", pointer, (pointer,)),
        ("get_property_value_length", ctypes.c_int, (pointer,)),
        ("get_selection_owner", _Cookie, (pointer, integer)),
        ("get_selection_owner_reply", number, (pointer, _Cookie, pointer)),
    ):
        function = getattr(xcb, f"xcb_{name}")
        function.restype, function.argtypes = result, arguments
    return xcb
