"""Keeps the log of a program from its start to its end, and leaves nothing unsaid in between.

Whatever nobody catches ends in it: an exception of the program, of a thread, of a destructor, of
the loop; a crash in native code ends in the crash file beside it (:mod:`notifier.journal.ending`).
"""

import asyncio
import faulthandler
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from notifier.journal import ending
from notifier.journal.file import PLAIN, JournalFile

__all__ = ["OURS", "TALKATIVE", "keeping", "log_folder", "on_loop_exception"]

log = logging.getLogger(__name__)

OURS = ("notifier", "ui", "qt")
"""Loggers of this program: what they inform of is kept. Of all others warnings are."""

TALKATIVE = ("asyncio", "qasync")
"""They log the results and arguments of whatever they run, and there are passwords among them."""


def log_folder(state_dir: Path) -> Path:
    """Where the logs lie."""
    return state_dir / "log"


@contextmanager
def keeping(state_dir: Path, name: str, version: str) -> Iterator[None]:
    """Write what is logged in the block to ``log/NAME.log``; where that can't be, go on without.

    :param name: of the program that stays.
    """
    folder = log_folder(state_dir)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        first = not _another_runs(folder, name)
        last = ending.last_ending(folder, name) if first else None
        crash = ending.crash_file(folder, name).open("ab", buffering=0)
        ending.crash_file(folder, name).chmod(0o600)
        journal = JournalFile(folder, name)
    except OSError as error:
        log.warning("no log is kept in %s: %s", folder, error)
        yield
        return
    journal.addFilter(_kept)
    with crash:
        put_back = _levels()
        root = logging.getLogger()
        # Python's own last resort is one only while there is no other handler.
        added = [journal, *([] if root.handlers else [logging.lastResort])]
        for handler in filter(None, added):
            root.addHandler(handler)
        hooks = _Hooks(crash)
        try:
            hooks.install()
            _say_beginning(name, version, last)
            if first:
                with suppress(OSError):
                    ending.begin(folder, name, version)
            yield
        except (KeyboardInterrupt, SystemExit):
            _end(folder, name, first=first)
            raise
        except Exception:
            log.critical("ended by a mistake", exc_info=True)
            hooks.note(traceback.format_exc())
            raise
        else:
            _end(folder, name, first=first)
        finally:
            hooks.remove()
            put_back()
            for handler in filter(None, added):
                root.removeHandler(handler)
            journal.close()


def _kept(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OURS


def _another_runs(folder: Path, name: str) -> bool:
    """Whether one of this name does: a person with two sessions has a tray program in each.

    Its marks are left alone then. Windows can't tell a mark of one that runs.
    """
    now = None if sys.platform == "win32" else ending.running(folder, name)
    return now is not None and now.pid != os.getpid()


def _end(folder: Path, name: str, *, first: bool) -> None:
    log.info("ended")
    if first:
        ending.leave(folder, name)


def _say_beginning(name: str, version: str, last: ending.Ending | None) -> None:
    python = sys.version.split()[0]
    log.info(
        "%s %s begins, Python %s, %s", name, version, python, sys.platform, extra={PLAIN: True}
    )
    if last is not None:
        when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(last.began / 1000))
        # Also what a log-out ends in a hurry is no more than worth knowing.
        level = logging.WARNING if last.how == "crashed" else logging.INFO
        log.log(level, "the last run, from %s, %s %s", when, last.how, last.words)


def _levels() -> Any:
    """What is kept of whom; returns what puts everything back."""
    root = logging.getLogger()
    shown = root.getEffectiveLevel()
    handlers = [(handler, handler.level) for handler in root.handlers]
    for handler, level in handlers:
        # On the terminal it stays as it was.
        handler.setLevel(max(level, shown))
    loggers = [logging.getLogger(name) for name in (*OURS, *TALKATIVE)]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        if logger.name in TALKATIVE:
            logger.setLevel(logging.WARNING)
        else:
            logger.setLevel(min(logging.INFO, shown))

    def put_back() -> None:
        for handler, level in handlers:
            handler.setLevel(level)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)

    return put_back


class _Hooks:
    """What Python calls where nobody has caught something."""

    def __init__(self, crash: IO[bytes]) -> None:
        self._crash = crash
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._faults = faulthandler.is_enabled()

    def install(self) -> None:
        faulthandler.enable(self._crash)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        faulthandler.disable()
        if self._faults:
            faulthandler.enable()

    def note(self, words: str) -> None:
        """Keep what the next start is to find."""
        from notifier.redaction.plain import without_secrets

        with suppress(OSError):
            self._crash.write(without_secrets(words).encode("utf-8", "replace"))

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        # Qt's slots end here too, and the program goes on.
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("nobody caught this", exc_info=(kind, error, trace))
        else:
            self._before[0](kind, error, trace)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread is not None else "?"
            told = (args.exc_type, args.exc_value, args.exc_traceback)
            log.error("the thread %s ended by a mistake", name, exc_info=told)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        whose = getattr(args.object, "__qualname__", type(args.object).__name__)
        told = None
        if args.exc_value is not None:
            told = (args.exc_type, args.exc_value, args.exc_traceback)
        log.error(
            "%s in %s", args.err_msg or "an exception that nobody could get", whose, exc_info=told
        )


def on_loop_exception(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what a loop could give to nobody: without the arguments of what it ran."""
    work = context.get("task") or context.get("future")
    of = work.get_coro() if isinstance(work, asyncio.Task) else context.get("handle")
    callback = getattr(of, "_callback", of)
    whose = getattr(callback, "__qualname__", type(callback).__name__)
    # What asyncio says of a callback has its arguments behind its name.
    message = str(context.get("message") or "the loop").partition("(")[0]
    log.error("%s: %s", message, whose, exc_info=context.get("exception"))
