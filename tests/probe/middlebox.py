"""A box between a client and a TURN server over UDP: it looks, holds back, and answers itself.

Like a NAT it has a port of its own towards the server for each client.
"""

import asyncio
import functools
import socket
from collections.abc import Callable
from types import TracebackType
from typing import Self

from notifier.probe.sockets import ResolvedAddress
from notifier.turn.stun import (
    Address,
    Attribute,
    Message,
    MessageClass,
    Method,
    is_channel_data,
)
from notifier.turn.uri import TurnUri

__all__ = ["Middlebox", "Script", "refusal"]

Script = Callable[[Message, int], Message | None]
"""Gets a request, and the number of its client (0 is the first); what it returns is the answer, and
the server never sees the request."""


def refusal(request: Message, code: int) -> Message:
    """An error answer, unsigned, with the realm and the nonce that the request came with."""
    answer = Message(request.method, MessageClass.ERROR, request.transaction_id)
    answer.add_error(code, "as the script has it")
    for attribute in (Attribute.REALM, Attribute.NONCE):
        value = request.get(attribute)
        if value is not None:
            answer.add(attribute, value)
    return answer


class Middlebox:
    """``async with Middlebox(server) as box: … box.address …``

    :param server: where requests go.
    :param script: answers in the server's place.
    :param holds_data: what the server sends through channels goes no further.
    """

    def __init__(
        self,
        server: TurnUri,
        script: Script = lambda request, client: None,
        *,
        holds_data: bool = False,
    ) -> None:
        self.requests: list[list[int]] = []
        """The methods of each client's requests, in order of their first packet."""

        self.data_up = 0
        """ChannelData messages from the clients."""

        self._server = (server.host, server.port)
        self._script = script
        self._holds_data = holds_data
        self._inside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._outside: dict[Address, socket.socket] = {}
        self._loop: asyncio.AbstractEventLoop

    @property
    def port(self) -> int:
        """Where clients reach it, on 127.0.0.1."""
        port: int = self._inside.getsockname()[1]
        return port

    @property
    def uri(self) -> TurnUri:
        """The server, as its clients see it."""
        return TurnUri("127.0.0.1", self.port, "udp")

    @property
    def address(self) -> ResolvedAddress:
        """Where it is."""
        return ResolvedAddress(socket.AF_INET, "127.0.0.1", ("127.0.0.1", self.port))

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._inside.setblocking(False)
        self._inside.bind(("127.0.0.1", 0))
        self._loop.add_reader(self._inside, self._from_client)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for used in (self._inside, *self._outside.values()):
            self._loop.remove_reader(used)
            used.close()

    def _from_client(self) -> None:
        data, client = self._inside.recvfrom(65536)
        outside = self._outside.get(client)
        if outside is None:
            outside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            outside.setblocking(False)
            outside.bind(("127.0.0.1", 0))
            self._loop.add_reader(outside, functools.partial(self._from_server, outside, client))
            self._outside[client] = outside
            self.requests.append([])
        if is_channel_data(data):
            self.data_up += 1
        else:
            number = list(self._outside).index(client)
            request = Message.decode(data)
            self.requests[number].append(Method(request.method))
            answer = self._script(request, number)
            if answer is not None:
                self._inside.sendto(answer.encode(), client)
                return
        outside.sendto(data, self._server)

    def _from_server(self, outside: socket.socket, client: Address) -> None:
        data = outside.recv(65536)
        if not (self._holds_data and is_channel_data(data)):
            self._inside.sendto(data, client)
