"""Whether somebody owns a selection of an X11 display, such as the one of a tray. By libxcb."""

import ctypes
import logging
from collections.abc import Mapping
from typing import Any

__all__ = ["selection_owner"]

log = logging.getLogger(__name__)

_LIBRARY = "libxcb.so.1"


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Answer(ctypes.Structure):
    """Replies to InternAtom and GetSelectionOwner: both carry one number at the same place."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("number", ctypes.c_uint32),
    )


def selection_owner(environ: Mapping[str, str], name: str) -> bool | None:
    """Whether a selection has an owner; None where there is no display to ask.

    Blocks for as long as the display does not answer.

    :param environ: names the display.
    :param name: with ``{screen}`` in the place of the screen's number.
    """
    display = environ.get("DISPLAY")
    if not display:
        return None
    try:
        xcb = ctypes.CDLL(_LIBRARY)
        free = ctypes.CDLL(None).free
    except OSError as error:
        log.info("not known who draws icons on X11: %s", error)
        return None
    pointer, integer = ctypes.c_void_p, ctypes.c_uint32
    for function, result, arguments in (
        (xcb.xcb_connect, pointer, (ctypes.c_char_p, ctypes.POINTER(ctypes.c_int))),
        (xcb.xcb_connection_has_error, ctypes.c_int, (pointer,)),
        (xcb.xcb_disconnect, None, (pointer,)),
        (
            xcb.xcb_intern_atom,
            _Cookie,
            (pointer, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p),
        ),
        (xcb.xcb_intern_atom_reply, ctypes.POINTER(_Answer), (pointer, _Cookie, pointer)),
        (xcb.xcb_get_selection_owner, _Cookie, (pointer, integer)),
        (xcb.xcb_get_selection_owner_reply, ctypes.POINTER(_Answer), (pointer, _Cookie, pointer)),
        (free, None, (pointer,)),
    ):
        function.restype, function.argtypes = result, arguments

    def number(reply: Any) -> int:
        if not reply:
            return 0
        try:
            return int(reply.contents.number)
        finally:
            free(ctypes.cast(reply, ctypes.c_void_p))

    screen = ctypes.c_int(0)
    connection = xcb.xcb_connect(display.encode(), ctypes.byref(screen))
    try:
        if xcb.xcb_connection_has_error(connection):
            return None
        text = name.format(screen=screen.value).encode()
        asked = xcb.xcb_intern_atom(connection, 0, len(text), text)
        atom = number(xcb.xcb_intern_atom_reply(connection, asked, None))
        if atom == 0:
            return None
        asked = xcb.xcb_get_selection_owner(connection, atom)
        return number(xcb.xcb_get_selection_owner_reply(connection, asked, None)) != 0
    finally:
        xcb.xcb_disconnect(connection)
