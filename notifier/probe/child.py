"""Child processes that run a module of ours: started anywhere, read to their end, never left over.

For the call check, which is a child of the probe, and for whoever runs the probe in a child.
"""

import asyncio
import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = [
    "answer_of",
    "end_child",
    "ending",
    "how_it_ended",
    "kill_child",
    "last_words",
    "python_module",
]

_CHUNK = 4096
"""Octets read at a time; of standard error the last so many are kept."""

_ANSWER_LIMIT = 1 << 20
"""Octets of an answer that is one line."""

_GONE_LIMIT = 2.0
"""Seconds for a child that was killed to be gone."""

_ROOT = str(Path(__file__).resolve().parents[2])
"""The folder that holds the package."""


def python_module(name: str) -> tuple[str, ...]:
    """``python -m`` one of our modules, from any folder; frozen, the program itself does that."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "-m", name)
    return (
        sys.executable,
        # The working directory, which may be anybody's, is not on the import path. The package's
        # folder is at its end: the child runs the same code, installed or not.
        "-P",
        "-c",
        (
            f"import runpy, sys; sys.path.append({_ROOT!r}); "
            f"runpy.run_module({name!r}, run_name='__main__')"
        ),
    )


async def answer_of(
    command: tuple[str, ...], request: bytes, *, environ: Mapping[str, str], limit: float
) -> bytes:
    """Start a child, give it one line and return the one that it answers with.

    It is killed then: it has answered, or is not wanted any more, and in the middle of its work it
    hears nothing. Nothing of it is left when this returns, or is cancelled.

    :param limit: seconds from its start to its answer.
    :raises OSError: it cannot be started, or reads nothing.
    :raises TimeoutError: it did not answer in time.
    :raises ValueError: it said nothing, or no end of it.
    """
    child = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=dict(environ),
        limit=_ANSWER_LIMIT,
        # Ctrl+C in a terminal is meant for us.
        start_new_session=True,
    )
    errors = asyncio.create_task(last_words(child.stderr))
    try:
        async with asyncio.timeout(limit):
            if child.stdin is None or child.stdout is None:
                raise ValueError("its streams are gone")
            child.stdin.write(request + b"\n")
            await child.stdin.drain()
            if answer := await child.stdout.readline():
                return answer
            raise ValueError(f"its process {await how_it_ended(child, errors)}")
    finally:
        kill_child(child)
        gone = asyncio.create_task(end_child(child, errors, limit=_GONE_LIMIT))
        try:
            await asyncio.shield(gone)
        except asyncio.CancelledError:
            await gone
            raise


async def last_words(stream: asyncio.StreamReader | None) -> str:
    """The end of what it says on standard error."""
    kept = b""
    while stream is not None and (chunk := await stream.read(_CHUNK)):
        kept = (kept + chunk)[-_CHUNK:]
    return kept.decode("utf-8", "replace")


async def ending(child: asyncio.subprocess.Process, errors: asyncio.Task[str]) -> tuple[int, str]:
    """Its exit status, or the number of the signal below 0, and the last line it said.

    :param errors: what reads its standard error.
    """
    status = await child.wait()
    return status, (await errors).strip().rpartition("\n")[2]


async def how_it_ended(child: asyncio.subprocess.Process, errors: asyncio.Task[str]) -> str:
    """``ended by signal 11``, or with which exit status, and the last line it said.

    :param errors: what reads its standard error.
    """
    status, words = await ending(child, errors)
    how = f"ended by signal {-status}" if status < 0 else f"ended with exit status {status}"
    return how + (f": {words}" if words else "")


async def end_child(
    child: asyncio.subprocess.Process, errors: asyncio.Task[str], *, limit: float
) -> None:
    """Close a child's input, wait for it to leave, and kill it where it does not.

    :param errors: what reads its standard error.
    :param limit: seconds to wait.
    """
    try:
        async with asyncio.timeout(limit):
            if child.stdin is not None:
                child.stdin.close()
            # Its last lines are read away, so that it does not wait for us.
            while child.stdout is not None and await child.stdout.read(_CHUNK):
                pass
            await child.wait()
    except TimeoutError:
        pass
    finally:
        errors.cancel()
        kill_child(child)
    await child.wait()
    await asyncio.gather(errors, return_exceptions=True)


def kill_child(child: asyncio.subprocess.Process) -> None:
    """End it by force, if it has not ended."""
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
