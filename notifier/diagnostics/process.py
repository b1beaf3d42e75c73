"""Has the diagnostics collected by a child process, and gives them to the front end."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from notifier.diagnostics.messages import Collected, Progressed, Reply, Request, encode
from notifier.probe.child import end_child, ending, last_words, python_module
from notifier.sentence import Sentence, sentence

__all__ = ["COLLECT_LIMIT", "CollectFailed", "collected"]

COLLECT_LIMIT = 90.0
"""Seconds; the slowest part may take 30 of them, and taking out what is private some seconds."""

LEAVE_LIMIT = 2.0
"""Seconds that the child has to end by itself."""

_LINE_LIMIT = 64 * 1024 * 1024
"""Octets of all files together; usual are some hundred thousand."""

COMMAND = python_module("notifier.diagnostics")

_decoder = msgspec.json.Decoder(Reply)


class CollectFailed(Exception):
    """Nothing was collected; the message is one sentence."""

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self.message = message


async def collected(
    front: Mapping[str, Any],
    progress: Callable[[int, int], None],
    *,
    addresses: bool,
    command: tuple[str, ...] = COMMAND,
    limit: float = COLLECT_LIMIT,
) -> Collected:
    """Collect once. Cancelling the task that awaits this ends the child.

    :raises CollectFailed: it crashed, hung or said what nobody understands.
    """
    try:
        child = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            limit=_LINE_LIMIT,
        )
    except (OSError, ValueError) as error:
        raise CollectFailed(
            sentence("The process that collects can't be started: {reason}", reason=error)
        ) from None
    errors = asyncio.create_task(last_words(child.stderr))
    try:
        async with asyncio.timeout(limit):
            assert child.stdin is not None  # noqa: S101 (asked for above)
            request = Request(addresses=addresses, front=front)
            child.stdin.write(encode(request) + b"\n")
            return await _read(child, errors, progress)
    except TimeoutError:
        raise CollectFailed(
            sentence("Collecting took longer than {seconds} s.", seconds=f"{limit:g}")
        ) from None
    except (ValueError, msgspec.MsgspecError) as error:
        raise CollectFailed(
            sentence(
                "The process that collects gave an answer that makes no sense: {reason}",
                reason=error,
            )
        ) from None
    finally:
        await end_child(child, errors, limit=LEAVE_LIMIT)


async def _read(
    child: asyncio.subprocess.Process,
    errors: asyncio.Task[str],
    progress: Callable[[int, int], None],
) -> Collected:
    assert child.stdout is not None  # noqa: S101 (asked for)
    while line := await child.stdout.readline():
        match _decoder.decode(line):
            case Progressed(done, of):
                progress(done, of)
            case Collected() as reply:
                return reply
    raise CollectFailed(_ended(*await ending(child, errors)))


def _ended(status: int, words: str) -> Sentence:
    """That the child ended before it was done.

    :param status: as :func:`ending` has it.
    :param words: its last ones; may be empty.
    """
    if status < 0:
        if words:
            return sentence(
                "The process that collects ended by signal {number}: {words}",
                number=-status,
                words=words,
            )
        return sentence("The process that collects ended by signal {number}.", number=-status)
    if words:
        return sentence(
            "The process that collects ended with exit status {status}: {words}",
            status=status,
            words=words,
        )
    return sentence("The process that collects ended with exit status {status}.", status=status)
