"""Whether the program's own files were replaced or removed while it runs, and starting the new one.

A frozen program reads modules from its files when they are first wanted. After an upgrade those are
another version's, and what it would read there fits no more. So it makes way: it ends in order and
becomes the new one, in the same process; but only once that one has shown that it can be started at
all: an old program that says so, and tests nothing, is better than none. Of a program that is not
frozen nothing is said: who works on a checkout knows what they do.
"""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from notifier.probe.child import end_child, ending, last_words
from notifier.sentence import Sentence, sentence

__all__ = ["Installation", "start_again"]

Look = Literal["same", "changing", "new", "gone"]

SETTLED = 20.0
"""Seconds for which the files have to be untouched: a package's are put in place one by one."""

START_LIMIT = 30.0
"""Seconds for the new program to say its version: a cold disk and a virus scanner included."""

TRY_AGAIN = 300.0
"""Seconds until one that could not be started is tried again, though its files are the same."""

GONE_LIMIT = 2.0
"""Seconds for one that was tried to be gone."""

_RESET = "PYINSTALLER_RESET_ENVIRONMENT"
"""Tells PyInstaller's loader that it is no child of the program that it takes the place of."""


class Installation:
    """The files that this process was started from.

    :param program: the program's file; None where there is none of its own.
    """

    def __init__(self, program: Path | None = None) -> None:
        if program is None and getattr(sys, "frozen", False):
            program = Path(sys.executable)
        self._program = program
        self._first = None if program is None else _identity(program)
        self._fault: Sentence | None = None
        self._tried: tuple[float, float] | None = None
        """When the files had last changed as the new program was tried, and when that was."""

    def look(self, now: float | None = None) -> Look:
        """How the files stand.

        :param now: seconds of the wall clock, by which files' times are told.
        """
        if self._program is None or self._first is None:
            return "same"
        identity = _identity(self._program)
        if identity == self._first:
            return "same"
        age = (time.time() if now is None else now) - _changed(self._program)
        # A clock that was set back makes nobody wait for it to come round again.
        if 0 <= age < SETTLED:
            return "changing"
        return "gone" if identity is None else "new"

    async def fault(self, environ: Mapping[str, str]) -> Sentence | None:
        """Why the program that lies there now cannot be started; None where it can.

        It is asked for its version, which is tried again where the files have changed since.
        """
        if self._program is None:
            return None
        changed, now = _changed(self._program), time.monotonic()
        if self._tried is None or self._tried[0] != changed or now - self._tried[1] >= TRY_AGAIN:
            self._fault = await _fault(self._program, environ)
            self._tried = (changed, now)
        return self._fault


async def _fault(program: Path, environ: Mapping[str, str]) -> Sentence | None:
    try:
        child = await asyncio.create_subprocess_exec(
            *(str(program), "--version"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env={**environ, _RESET: "1"},
            start_new_session=True,
        )
    except OSError as error:
        return _cannot(error.strerror or str(error))
    errors = asyncio.create_task(last_words(child.stderr))
    try:
        async with asyncio.timeout(START_LIMIT):
            status, words = await ending(child, errors)
    except TimeoutError:
        return _cannot(sentence("it did not answer within {limit} s", limit=round(START_LIMIT)))
    finally:
        await end_child(child, errors, limit=GONE_LIMIT)
    if status == 0:
        return None
    return _cannot(words or sentence("it ended with status {status}", status=status))


def _cannot(reason: str) -> Sentence:
    return sentence(
        "Another version of this program was installed, and cannot be started: {reason}. "
        "Nothing is tested until it is installed once more.",
        reason=reason,
    )


def start_again(
    arguments: Sequence[str], environ: Mapping[str, str], program: str | None = None
) -> None:
    """Become the program that lies there now; returns only where that fails.

    :param arguments: behind the program's name.
    :param program: None for our own file.
    :raises OSError: it cannot be started.
    """
    command = [program or sys.executable, *arguments]
    # The frozen program has put everything else back when it began.
    anew = {**environ, _RESET: "1"}
    if sys.platform == "win32":
        # execve starts another process there, and quotes nothing: of a path with a blank, such as
        # that of Program Files, the rest would be arguments.
        subprocess.Popen(command, env=anew)
        os._exit(0)
    os.execve(command[0], command, anew)  # noqa: S606 - our own program


def _identity(program: Path) -> tuple[int, int] | None:
    try:
        facts = program.stat()
    except OSError:
        return None
    return (facts.st_dev, facts.st_ino)


def _changed(program: Path) -> float:
    """When something was last put beside the program, or taken from there."""
    newest = 0.0
    for path in (program, program.parent, program.parent / "_internal"):
        try:
            newest = max(newest, path.stat().st_ctime)
        except OSError:
            continue
    return newest
