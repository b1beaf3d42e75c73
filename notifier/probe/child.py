"""Child processes that run a module of ours: started anywhere, read to their end, never left over.

For the call check, which is a child of the probe, and for whoever runs the probe in a child.
"""

import asyncio
import contextlib
import sys
from pathlib import Path

__all__ = ["end_child", "ending", "how_it_ended", "kill_child", "last_words", "python_module"]

_CHUNK = 4096
"""Octets read at a time; of standard error the last so many are kept."""

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
