"""From a server's addresses to a relayed loop that carries data.

::

    this socket ──> allocation ──> relay ──> allocation ──> second socket        "self"
                                     │
                                     ├──> our second socket, as a peer           "reflexive"
                                     └──> allocation on another server           "server"

Two allocations are made side by side, then each gets a channel to the other's relayed address:
three round trips over UDP, and the first packet follows. Where the server does not relay to itself
(403, or nothing comes through) the loop ends at a socket of ours behind its server-reflexive
address, and where it does not relay to that either, on another server.

A host with several addresses is tried as RFC 8305 says (Happy Eyeballs): families alternate, the
next address is tried a quarter of a second after the last, and the first that answers is kept.

A server may send us to another one (300 Try Alternate, RFC 8489 section 10). It may not send us
further inside than it is itself: from a server on the Internet into a private network, or from
anywhere else to this machine. Else whoever answers for a server could have this program knock on
doors that only it can reach.
"""

import asyncio
import ipaddress
import socket
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, TypeVar

from notifier.measurement import RelayKind
from notifier.probe.endpoint import Endpoint, RequestRefused, connect
from notifier.probe.failure import ServerFailure
from notifier.probe.far_end import FarEnd, ReflexiveSocket
from notifier.probe.loop_path import LoopPath
from notifier.probe.sockets import ResolvedAddress
from notifier.turn.client import TRY_ALTERNATE
from notifier.turn.stun import Address
from notifier.turn.uri import DEFAULT_PORT, TurnUri

__all__ = ["Elsewhere", "may_be_sent", "open_allocation", "open_loop"]

NEXT_ADDRESS = 0.25
"""Seconds without an answer after which the next address is tried too (RFC 8305 section 8)."""

MAX_REDIRECTS = 2
"""Servers that may send us on, one after the other."""

FIRST_DATA = 1.25
"""Seconds, beside some round trips, in which a first packet has to come through a loop before
another one is tried: five tries."""

_HINT = 0.25
"""Seconds, beside some round trips, for the relay to see from which address we reach it."""

_ALLOCATION_MISMATCH = 437
"""RFC 8656 section 7.4: our address and port are taken; another port is not."""

Elsewhere = Callable[[list[FarEnd]], Awaitable[Endpoint | None]]
"""Makes an allocation on another configured server, for a loop that cannot end on its own.

The endpoint goes into the list as soon as there is one, like those of :func:`open_loop`, and is of
no use to anybody else; :func:`open_allocation` does both. None where there is no other server, and
:class:`~notifier.probe.failure.ServerFailure` where it fails.
"""

_T = TypeVar("_T")
_A = TypeVar("_A")
_B = TypeVar("_B")


@dataclass(frozen=True, slots=True)
class _Server:
    """Where to ask, and as whom."""

    uri: TurnUri
    addresses: Sequence[ResolvedAddress]
    username: str | None
    password: str = field(repr=False)
    ca_file: Path | None
    limit: float
    opened: list[FarEnd]


class _SentOn(Exception):
    """The server at an address has sent us to another one."""

    def __init__(self, address: ResolvedAddress, refused: RequestRefused) -> None:
        super().__init__(refused.detail)
        self.address = address
        self.refused = refused


async def open_loop(
    uri: TurnUri,
    addresses: Sequence[ResolvedAddress],
    opened: list[FarEnd],
    *,
    username: str | None,
    password: str,
    ca_file: Path | None,
    limit: float,
    on_allocated: Callable[[Endpoint], None] | None = None,
    elsewhere: Elsewhere | None = None,
) -> LoopPath:
    """A relayed path that has carried data; ``path.relay`` says where it ends.

    :param addresses: of the server's host, in the system's order of preference.
    :param opened: gets every socket as soon as there is one; the caller releases and closes them,
        whatever becomes of the path.
    :param limit: seconds for each of the steps: connection, allocation, channel, first packet.
    :param on_allocated: gets the sending endpoint as soon as it has its allocation, so that round
        trips can be taken meanwhile. It is the path's sender in the end, unless its address died
        on the way: then there is another call.
    :param elsewhere: the way to another server, where this one relays neither to itself nor to us.
    :raises ServerFailure: with the reason; ``relay-blocked`` where there is an allocation, and
        nothing comes through it by any of the ways.
    """
    server = _Server(uri, addresses, username, password, ca_file, limit, opened)

    async def pair(
        here: _Server, address: ResolvedAddress, on_answer: Callable[[], None]
    ) -> tuple[Endpoint, Endpoint]:
        async def sending() -> Endpoint:
            endpoint = await _allocate(here, address, on_answer)
            if on_allocated is not None:
                on_allocated(endpoint)
            return endpoint

        return await _both(sending(), _allocate(here, address, on_answer))

    (sender, receiver), here = await _follow(server, pair)
    return await _through(here, sender, receiver, elsewhere)


async def open_allocation(
    uri: TurnUri,
    addresses: Sequence[ResolvedAddress],
    opened: list[FarEnd],
    *,
    username: str | None,
    password: str,
    ca_file: Path | None,
    limit: float,
) -> Endpoint:
    """One allocation by itself; the arguments are those of :func:`open_loop`.

    :raises ServerFailure: with the reason.
    """
    server = _Server(uri, addresses, username, password, ca_file, limit, opened)
    endpoint, _ = await _follow(server, _allocate)
    return endpoint


# Allocations


async def _allocate(
    server: _Server, address: ResolvedAddress, on_answer: Callable[[], None]
) -> Endpoint:
    for last in (False, True):
        endpoint = await connect(
            server.uri,
            address,
            username=server.username,
            password=server.password,
            ca_file=server.ca_file,
            limit=server.limit,
            on_answer=on_answer,
        )
        server.opened.append(endpoint)
        if endpoint.client.reliable:
            on_answer()
        try:
            await endpoint.allocate(limit=server.limit)
        except RequestRefused as refused:
            if refused.answer.code == TRY_ALTERNATE:
                raise _SentOn(address, refused) from None
            if refused.answer.code != _ALLOCATION_MISMATCH or last:
                raise
            # An earlier run's allocation on a port that a NAT has given to us now.
            endpoint.close()
        else:
            break
    return endpoint


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


# Which address, which server

_Attempt = Callable[[_Server, ResolvedAddress, Callable[[], None]], Coroutine[Any, Any, _T]]


async def _follow(server: _Server, attempt: _Attempt[_T]) -> tuple[_T, _Server]:
    """The attempt's result, and the server that it is on, after following redirections."""
    asked: set[Address] = set()
    configured: ResolvedAddress | None = None
    here = server
    for _ in range(MAX_REDIRECTS + 1):
        try:
            return await _first_to_answer(here, attempt), here
        except _SentOn as sent:
            configured = configured or sent.address
            asked.add((sent.address.ip, here.uri.port))
            here = _alternate(here, server.uri, configured, sent, asked)
    raise ServerFailure("protocol", f"the server sends us on more than {MAX_REDIRECTS} times")


def _alternate(
    here: _Server,
    original: TurnUri,
    configured: ResolvedAddress,
    sent: _SentOn,
    asked: set[Address],
) -> _Server:
    """The server that the answer names.

    :raises ServerFailure: where it names none that may be asked.
    """
    answer = sent.refused.answer
    for ip, port in answer.alternates:
        family = socket.AF_INET6 if ":" in ip else socket.AF_INET
        if family != sent.address.family or (ip, port) in asked:
            continue
        if not may_be_sent(configured.ip, ip):
            continue
        # Its certificate has to be for the name given, else for the one configured.
        uri = TurnUri(answer.domain or original.host, port, original.transport)
        sockaddr = (ip, port) if family == socket.AF_INET else (ip, port, 0, 0)
        return _Server(
            uri,
            [ResolvedAddress(family, ip, sockaddr)],
            here.username,
            here.password,
            here.ca_file,
            here.limit,
            here.opened,
        )
    named = ", ".join(f"{ip} port {port}" for ip, port in answer.alternates) or "nobody"
    raise ServerFailure("protocol", f"the server sends us to {named}, where we do not go")


def may_be_sent(configured: str, alternate: str) -> bool:
    """Whether a server at one IP address may send us to another one."""
    return _openness(alternate) >= _openness(configured)


def _openness(ip: str) -> int:
    """How far out an address is: this machine, this link, a private network, the Internet."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return 0
    if address.is_link_local:
        return 1
    return 3 if address.is_global else 2


async def _first_to_answer(server: _Server, attempt: _Attempt[_T]) -> _T:
    """Try the addresses until one works; an address that answers stops all others."""
    waiting = deque(_alternating(server.addresses))
    running: dict[asyncio.Task[_T], ResolvedAddress] = {}
    answered: list[asyncio.Task[_T]] = []
    changed = asyncio.Event()
    failure = ServerFailure("dns", f"{server.uri.host} has no address")

    def start(address: ResolvedAddress) -> None:
        def on_answer() -> None:
            answered.append(task)
            changed.set()

        task = asyncio.ensure_future(attempt(server, address, on_answer))
        task.add_done_callback(lambda _: changed.set())
        running[task] = address

    try:
        while waiting or running:
            if waiting and not any(task in running for task in answered):
                start(waiting.popleft())
            changed.clear()
            if not any(task.done() for task in running):
                try:
                    async with asyncio.timeout(NEXT_ADDRESS if waiting else None):
                        await changed.wait()
                except TimeoutError:
                    continue
            winner = next((task for task in answered if task in running), None)
            if winner is not None and len(running) > 1:
                others = {task: address for task, address in running.items() if task != winner}
                await _stop(others)
                # Kept for the case that the winner dies on the way.
                waiting.extend(others.values())
                for task in others:
                    del running[task]
            for task in [task for task in running if task.done()]:
                del running[task]
                try:
                    return task.result()
                except ServerFailure as error:
                    failure = error
                    if error.error not in ("timeout", "refused"):
                        raise
        raise failure
    finally:
        await _stop(running)


async def _stop(tasks: Collection[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _alternating(addresses: Sequence[ResolvedAddress]) -> list[ResolvedAddress]:
    """The families by turns, the preferred one first (RFC 8305 section 4)."""
    first = [a for a in addresses if a.family == addresses[0].family]
    other = [a for a in addresses if a.family != addresses[0].family]
    return [a for a in chain.from_iterable(zip_longest(first, other)) if a is not None]


# Through the relay


async def _through(
    server: _Server, sender: Endpoint, receiver: Endpoint, elsewhere: Elsewhere | None
) -> LoopPath:
    """A path to the first far end that something arrives at."""
    try:
        return await _to_allocation(server, sender, receiver, "self")
    except ServerFailure as error:
        if error.error != "relay-blocked":
            raise
        blocked = error
    tried = [f"to itself: {blocked.detail}"]
    for name, way in (("to us", _to_reflexive), ("to another server", _to_elsewhere)):
        try:
            path = await way(server, sender, elsewhere)
        except ServerFailure as error:
            if sender.failure is not None:
                raise sender.failure from None
            tried.append(f"{name}: {error.detail}")
            continue
        if path is not None:
            return path
    raise ServerFailure("relay-blocked", "; ".join(tried))


async def _to_allocation(
    server: _Server, sender: Endpoint, receiver: Endpoint, relay: RelayKind
) -> LoopPath:
    loop = asyncio.get_running_loop()
    relayed = _relayed(sender), _relayed(receiver)
    began = loop.time()
    # Both to the end: an answer that is still on its way would be taken for the next one's.
    channel, other = await asyncio.gather(
        sender.bind_channel(relayed[1], limit=server.limit),
        receiver.bind_channel(relayed[0], limit=server.limit),
        return_exceptions=True,
    )
    if isinstance(channel, BaseException):
        raise channel
    if isinstance(other, BaseException):
        raise other
    path = LoopPath(sender, receiver, channel, relay)
    await path.first_data(limit=_patience(loop.time() - began, server.limit))
    return path


async def _to_reflexive(
    server: _Server, sender: Endpoint, elsewhere: Elsewhere | None
) -> LoopPath | None:
    loop = asyncio.get_running_loop()
    relayed = _relayed(sender)
    address = sender.address
    if server.uri.transport == "tls":
        # Over UDP the same server speaks STUN on the other port.
        address = _with_port(address, DEFAULT_PORT)
    receiver = ReflexiveSocket(address)
    server.opened.append(receiver)
    began = loop.time()
    mapped = await receiver.learn(limit=_patience(0.0, server.limit))
    rtt = loop.time() - began
    channel = await sender.bind_channel(mapped, limit=server.limit)
    # A NAT may show the relay another port than it showed the server.
    seen: asyncio.Future[Address] = loop.create_future()

    def on_peer(peer: Address) -> None:
        if not seen.done() and peer[0] == mapped[0]:
            seen.set_result(peer)

    def on_data(number: int, payload: bytes, at: float, doubt: float) -> None:
        if not seen.done() and number == channel:
            seen.set_result(mapped)

    sender.on_peer, sender.on_data = on_peer, on_data
    try:
        receiver.open_towards(relayed)
        await asyncio.wait([seen], timeout=_HINT + 2 * rtt)
    finally:
        sender.on_peer = sender.on_data = None
    if seen.done() and seen.result() != mapped:
        channel = await sender.bind_channel(seen.result(), limit=server.limit)
    path = LoopPath(sender, receiver, channel, "reflexive")
    await path.first_data(limit=_patience(rtt, server.limit))
    return path


async def _to_elsewhere(
    server: _Server, sender: Endpoint, elsewhere: Elsewhere | None
) -> LoopPath | None:
    receiver = None if elsewhere is None else await elsewhere(server.opened)
    if receiver is None:
        return None
    return await _to_allocation(server, sender, receiver, "server")


def _relayed(endpoint: Endpoint) -> Address:
    if endpoint.client.relayed is None:
        raise ServerFailure("protocol", "the server named no relayed address")
    return endpoint.client.relayed


def _with_port(address: ResolvedAddress, port: int) -> ResolvedAddress:
    host, _, *rest = address.sockaddr
    return ResolvedAddress(address.family, address.ip, (host, port, *rest))


def _patience(rtt: float, limit: float) -> float:
    """Seconds to wait for a first packet."""
    return min(limit, FIRST_DATA + 3 * rtt)
