"""Whose session is in front, and when the machine sleeps: what Windows tells windows of.

A hidden window on a thread of its own gets it. It is a top-level one: a message-only window gets no
broadcasts. WM_WTSSESSION_CHANGE says that this session has lost the screen (somebody else is
switched to, a remote desktop is closed) or has it again; a locked screen is no such change.
WM_POWERBROADCAST tells of sleep; a machine with Modern Standby tells only who has asked with
RegisterSuspendResumeNotification. (Microsoft, "WM_WTSSESSION_CHANGE message", "WM_POWERBROADCAST
message", "RegisterSuspendResumeNotification function".)
"""

import asyncio
import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from typing import Any, Literal

__all__ = ["meaning", "watch_windows"]

log = logging.getLogger(__name__)

CLASS = "CallNotifierSession"
"""Of the window, by which tests find it."""

END_LIMIT = 2.0
"""Seconds for the thread to end, which takes a moment."""

WM_CLOSE = 0x0010
WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1

_FRONT = {1: True, 2: False, 3: True, 4: False}
"""WTS_CONSOLE_CONNECT, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_CONNECT, WTS_REMOTE_DISCONNECT."""

_SLEEP = {0x04: True, 0x12: False, 0x07: False}
"""PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC, and PBT_APMRESUMESUSPEND, which may follow it where
somebody is there."""

_NOTIFY_FOR_THIS_SESSION = 0
_DEVICE_NOTIFY_WINDOW_HANDLE = 0


def meaning(message: int, word: int) -> tuple[Literal["front", "sleep"], bool] | None:
    """What a message to a window says; None: nothing of this.

    :param word: its wParam.
    """
    if message == WM_WTSSESSION_CHANGE and word in _FRONT:
        return "front", _FRONT[word]
    if message == WM_POWERBROADCAST and word in _SLEEP:
        return "sleep", _SLEEP[word]
    return None


async def watch_windows(on_front: Callable[[bool], None], on_sleep: Callable[[bool], None]) -> None:
    """Call back on the loop's own thread until cancelled; see :func:`session.watch_session`."""
    loop = asyncio.get_running_loop()
    known: dict[str, bool] = {"front": True, "sleep": False}
    tell = {"front": on_front, "sleep": on_sleep}

    def take(what: str, now: bool) -> None:
        if known[what] != now:
            known[what] = now
            tell[what](now)

    def hear(message: int, word: int) -> None:
        said = meaning(message, word)
        if said is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(take, *said)

    windows: list[int] = []
    ended = threading.Event()

    def made(handle: int | None) -> None:
        if handle is not None:
            windows.append(handle)
            if ended.is_set():  # before there was a window to close
                _close(handle)

    thread = threading.Thread(target=_listen, args=(hear, made), name="session", daemon=True)
    thread.start()
    try:
        await asyncio.Event().wait()
    finally:
        ended.set()
        for handle in windows:
            _close(handle)
        thread.join(END_LIMIT)


def _listen(hear: Callable[[int, int], None], made: Callable[[int | None], None]) -> None:
    """Have a window, and give away what it is told, until it is closed."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        user, library = ctypes.WinDLL("user32", use_last_error=True), ctypes.windll.kernel32
        arguments = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
        procedure = ctypes.WINFUNCTYPE(ctypes.c_ssize_t, *arguments)

        class WindowClass(ctypes.Structure):
            _fields_ = (
                ("style", wintypes.UINT),
                ("procedure", procedure),
                ("class_extra", ctypes.c_int),
                ("window_extra", ctypes.c_int),
                ("instance", wintypes.HINSTANCE),
                ("icon", wintypes.HICON),
                ("cursor", wintypes.HANDLE),
                ("background", wintypes.HBRUSH),
                ("menu", wintypes.LPCWSTR),
                ("name", wintypes.LPCWSTR),
            )

        user.DefWindowProcW.argtypes = arguments
        user.DefWindowProcW.restype = ctypes.c_ssize_t
        user.CreateWindowExW.restype = wintypes.HWND
        user.CreateWindowExW.argtypes = (
            *(wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD),
            *(ctypes.c_int,) * 4,
            *(wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID),
        )
        library.GetModuleHandleW.restype = wintypes.HMODULE
        library.GetModuleHandleW.argtypes = (wintypes.LPCWSTR,)

        def take(handle: int, message: int, word: int, more: int) -> int:
            if message == WM_CLOSE:
                user.PostQuitMessage(0)
                return 0
            hear(message, word)
            return int(user.DefWindowProcW(handle, message, word, more))

        kept = procedure(take)  # Windows holds no reference
        instance = library.GetModuleHandleW(None)
        described = WindowClass(procedure=kept, instance=instance, name=CLASS)
        user.RegisterClassW(ctypes.byref(described))
        handle = user.CreateWindowExW(0, CLASS, "", 0, 0, 0, 0, 0, None, None, instance, None)
        if not handle:
            log.info("sleep and session are not noticed: error %d", ctypes.get_last_error())
            made(None)
            return
        power = _register(ctypes, wintypes.HWND(handle))
        made(handle)
        message = wintypes.MSG()
        try:
            while user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
                user.DispatchMessageW(ctypes.byref(message))
        finally:
            if power:
                user.UnregisterSuspendResumeNotification(ctypes.c_void_p(power))
            user.DestroyWindow(wintypes.HWND(handle))
            user.UnregisterClassW(CLASS, wintypes.HINSTANCE(instance))
    else:
        made(None)


def _register(ctypes: Any, window: Any) -> int | None:
    """Ask for both kinds of news; returns what to give back."""
    try:
        register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
        if not register(window, _NOTIFY_FOR_THIS_SESSION):
            log.info("whose session is in front is not noticed")
    except (OSError, AttributeError) as error:
        log.info("whose session is in front is not noticed: %s", error)
    try:
        suspend = ctypes.WinDLL("user32").RegisterSuspendResumeNotification
    except AttributeError:  # before Windows 8: the broadcast comes anyway
        return None
    suspend.restype = ctypes.c_void_p
    found: int | None = suspend(window, _DEVICE_NOTIFY_WINDOW_HANDLE)
    return found


def _close(handle: int) -> None:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        ctypes.windll.user32.PostMessageW(wintypes.HWND(handle), WM_CLOSE, 0, 0)
