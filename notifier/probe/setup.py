"""From a server's address to a relayed loop that carries data.

Two allocations on the same server are made side by side, then each gets a channel to the other's
relayed address.
"""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

from notifier.probe.endpoint import Endpoint, connect
from notifier.probe.failure import ServerFailure
from notifier.probe.loop_path import LoopPath
from notifier.probe.sockets import ResolvedAddress
from notifier.turn.uri import TurnUri

__all__ = ["open_loop"]


async def open_loop(
    uri: TurnUri,
    address: ResolvedAddress,
    opened: list[Endpoint],
    *,
    username: str | None,
    password: str,
    ca_file: Path | None,
    limit: float,
) -> LoopPath:
    """Make both allocations and bind them to each other.

    :param opened: gets every endpoint as soon as there is one; the caller closes them, whatever
        becomes of the path.
    :param limit: seconds for each of the steps: connection, allocation, channel, first packet.
    :raises ServerFailure: with the reason.
    """

    async def one() -> Endpoint:
        endpoint = await connect(
            uri, address, username=username, password=password, ca_file=ca_file, limit=limit
        )
        opened.append(endpoint)
        await endpoint.allocate(limit=limit)
        return endpoint

    sender, receiver = await _both(one(), one())
    if sender.client.relayed is None or receiver.client.relayed is None:
        raise ServerFailure("protocol", "the server named no relayed address")
    channel, _ = await _both(
        sender.bind_channel(receiver.client.relayed, limit=limit),
        receiver.bind_channel(sender.client.relayed, limit=limit),
    )
    path = LoopPath(sender, receiver, channel)
    await path.first_data(limit=limit)
    return path


_A = TypeVar("_A")
_B = TypeVar("_B")


async def _both(first: Coroutine[Any, Any, _A], second: Coroutine[Any, Any, _B]) -> tuple[_A, _B]:
    """Both results; where one fails the other is stopped and the first failure raised."""
    tasks = (asyncio.ensure_future(first), asyncio.ensure_future(second))
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
