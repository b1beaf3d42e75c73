"""The feed: where clients report calls, on a socket of this user and, if settings say so, on a
WebSocket of this machine. docs/feed.md describes it for those who write clients.

It runs in the thread of the windows, on any asyncio loop; ``pace`` says how much of it it takes.
What clients say goes to a :class:`Handler`, in order; what is wrong with it is answered here.
"""

import asyncio
import contextlib
import hmac
import logging
import socket
from collections.abc import Callable
from typing import Protocol

from notifier.calls.address import PIPE_PREFIX
from notifier.calls.feed.connection import CLOSE_S, Connection
from notifier.calls.feed.listening import FeedError, FeedTaken, Place, is_this_user, take_place
from notifier.calls.feed.pace import Allowance, Turns
from notifier.calls.feed.wire import FrameWire, Wire
from notifier.calls.messages import Failure, Incoming, Welcome
from notifier.calls.policy import FeedPolicy
from notifier.sentence import sentence

__all__ = ["CONNECTION_LIMIT", "Connection", "Feed", "FeedError", "FeedTaken", "Handler"]

CONNECTION_LIMIT = 64
"""Clients at once."""

_REMEMBERED = 256
"""Clients whose allowance is known after they have gone; more than there can be connections."""

_log = logging.getLogger(__name__)


class Handler(Protocol):
    """Who is told what clients say. What it raises is logged, and the feed goes on."""

    def opened(self, connection: Connection) -> Welcome | Failure:
        """A client has said hello; with a failure it is turned away, and not told of again."""

    def received(self, connection: Connection, message: Incoming) -> None:
        """It sent a message; never hello."""

    def closed(self, connection: Connection) -> None:
        """Nothing more comes from it; once for each that was opened."""


class Feed:
    """Serves one address.

    :param address: a socket's path, or a named pipe (``address.address_of_this_user``).
    :param policy: who may say what; on a WebSocket, its origins alone.
    :param token: what a web page has to know beside that; without one there is no WebSocket.
    :param websocket_port: None: no WebSocket; 0: a free one.
    """

    websocket_problem: str | None = None
    """Why there is no WebSocket although there should be one, in a sentence. The socket goes on."""

    def __init__(
        self,
        address: str,
        handler: Handler,
        *,
        policy: FeedPolicy,
        token: str | None,
        websocket_port: int | None,
    ) -> None:
        self._address = address
        self._handler = handler
        self._policy = policy
        self._token = token
        self._wanted_port = websocket_port
        self._place: Place | None = None
        self._servers: list[asyncio.AbstractServer] = []
        self._web: socket.socket | None = None
        self._web_server: asyncio.AbstractServer | None = None
        self._web_task: asyncio.Task[None] | None = None
        self._connections: set[Connection] = set()
        self._clients: dict[str, Connection] = {}
        self._allowances: dict[str, Allowance] = {}
        """Of clients by their ids: connecting anew is no way to more of it."""

        self._all_gone: asyncio.Event | None = None
        self._running = False
        self._failed = False
        self._loop: asyncio.AbstractEventLoop
        self.turns: Turns

    @property
    def websocket_port(self) -> int | None:
        """Where the WebSocket is; None where there is none."""
        return None if self._web is None else int(self._web.getsockname()[1])

    async def start(self) -> None:
        """Listen. The handler is told nothing before this has returned, nor before its caller has
        done what it does at once.

        :raises FeedError: this address can't be served; another program does, for instance.
        """
        self._loop = loop = asyncio.get_running_loop()
        self.turns = Turns(loop)
        if self._address.startswith(PIPE_PREFIX):
            self._servers = await _serve_pipe(loop, self._connection, self._address)
        else:
            self._place = take_place(self._address)
            server = await loop.create_unix_server(self._connection, sock=self._place.listener)
            self._servers = [server]
        self._running = True
        self._serve_web()
        if self._web_task is not None:
            await self._web_task
        loop.call_soon(self.turns.open)

    async def stop(self) -> None:
        """Say goodbye to all and leave the address; twice is harmless."""
        self._running = False
        for server in self._servers:
            server.close()
        self._servers.clear()
        self._close_web()
        if self._place is not None:
            self._place.leave()
        for connection in list(self._connections):
            connection.end(Failure(code="closing", message="Call Notifier ends."))
        if self._web_task is not None:
            await self._web_task
        if self._connections:
            self._all_gone = asyncio.Event()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._all_gone.wait(), 2 * CLOSE_S)

    def set_policy(self, policy: FeedPolicy) -> None:
        """Hold to other settings from now on; clients that these do not allow are turned away."""
        self._policy = policy
        for connection in list(self._clients.values()):
            forbidden = self._forbidden(connection)
            if forbidden is not None:
                connection.end(forbidden)
        if self._running:
            self._serve_web()

    def set_token(self, token: str | None) -> None:
        """Ask web applications for another token from now on; who is in stays."""
        self._token = token
        if self._running:
            self._serve_web()

    # What connections say.

    def connected(self, connection: Connection, transport: asyncio.Transport) -> Failure | None:
        """Let it in, as one of not too many, and of this user."""
        full = len(self._connections) >= CONNECTION_LIMIT
        self._connections.add(connection)
        peer = transport.get_extra_info("socket")
        if peer is not None and not is_this_user(peer):
            _log.warning("another user's process tried to connect to the calls' feed")
            return Failure(code="forbidden", message="This feed is another user's.")
        if full:
            return Failure(
                code="too-many", message=f"There are {CONNECTION_LIMIT} clients already."
            )
        return None

    def greeted(self, connection: Connection) -> Welcome | Failure:
        """Check who it is, and ask the handler."""
        hello = connection.hello
        if connection.wire.origin is not None and not self._is_token(hello.token):
            return Failure(
                code="forbidden", message="The token is another one (config feed-token)."
            )
        before = self._clients.get(hello.client_id)
        if before is not None and before.origin != connection.origin:
            text = "Another application uses this clientId."
            return Failure(code="forbidden", message=text, field="clientId", of="hello")
        refused = self._forbidden(connection)
        if refused is not None:
            return refused
        if before is not None:
            before.end(Failure(code="closing", message="This client has connected once more."))
        try:
            answer = self._handler.opened(connection)
        except Exception:
            self._report("a client could not be let in")
            return Failure(code="closing", message="Call Notifier made a mistake; it is logged.")
        if isinstance(answer, Welcome):
            self._clients[hello.client_id] = connection
            connection.allowance = self._allowance(connection)
            _log.info("%r is there: %s", connection, hello.client)
        return answer

    def _allowance(self, connection: Connection) -> Allowance:
        """What this client had left, or the whole of one that was not here lately."""
        client_id = connection.hello.client_id
        allowance = self._allowances.pop(client_id, connection.allowance)
        self._allowances[client_id] = allowance
        if len(self._allowances) > _REMEMBERED:
            del self._allowances[next(iter(self._allowances))]
        return allowance

    def received(self, connection: Connection, message: Incoming) -> None:
        """Pass a message on."""
        try:
            self._handler.received(connection, message)
        except Exception:
            self._report(f"a message {type(message).__name__} could not be worked on")

    def ended(self, connection: Connection) -> None:
        """Tell the handler, where it knows of it."""
        if connection.greeted and self._clients.get(connection.hello.client_id) is connection:
            del self._clients[connection.hello.client_id]
            _log.info("%r is gone", connection)
            try:
                self._handler.closed(connection)
            except Exception:
                self._report("a client's end could not be worked on")

    def lost(self, connection: Connection) -> None:
        """Its place is free."""
        self._connections.discard(connection)
        if self._all_gone is not None and not self._connections:
            self._all_gone.set()

    def _report(self, what: str) -> None:
        """Log an exception: the first one, as a client may cause as many as it sends messages."""
        if not self._failed:
            self._failed = True
            _log.exception("feed: %s; further mistakes of this kind are not logged", what)

    # Who may.

    def _is_token(self, said: str | None) -> bool:
        right = self._token
        return bool(right) and hmac.compare_digest((said or "").encode(), (right or "").encode())

    def _forbidden(self, connection: Connection) -> Failure | None:
        """Why the settings turn this client away."""
        origin, handshake = connection.origin, connection.wire.origin
        said = connection.hello.origin
        if handshake is not None and said not in (None, handshake):
            text = "The origin is not the one that the browser named."
            return Failure(code="forbidden", message=text, field="origin", of="hello")
        if handshake is not None and handshake not in self._policy.origins:
            text = "The settings do not list this origin."
            return Failure(code="forbidden", message=text)
        if not self._policy.may_watch(origin):
            text = "The settings do not let calls of this site be watched."
            return Failure(code="forbidden", message=text)
        return None

    # The WebSocket.

    def _serve_web(self) -> None:
        """Open or close the WebSocket, as the settings want it."""
        wanted = self._wanted_port is not None and bool(self._token and self._policy.origins)
        if not wanted:
            self._close_web()
            self.websocket_problem = None
        elif self._web is None:
            try:
                from notifier.calls.feed import websocket

                self._web = websocket.listen(self._wanted_port or 0)
            except ImportError:
                self.websocket_problem = sentence(
                    "The WebSocket needs the Python package {package}.", package="websockets"
                )
            except OSError as error:
                reason = error.strerror or error
                self.websocket_problem = sentence(
                    "The WebSocket can't listen on port {port}: {reason}.",
                    port=self._wanted_port,
                    reason=reason,
                )
            else:
                self.websocket_problem = None
                self._web_task = self._loop.create_task(self._accept_web(self._web))

    async def _accept_web(self, listener: socket.socket) -> None:
        from notifier.calls.feed.websocket import WebSocketWire

        port = listener.getsockname()[1]

        def connection() -> Connection:
            return self._connection(WebSocketWire(self._policy.origins, port))

        server = await self._loop.create_server(connection, sock=listener)
        if self._web is listener:
            self._web_server = server
        else:
            server.close()

    def _close_web(self) -> None:
        if self._web_server is not None:
            self._web_server.close()
        elif self._web is not None and (self._web_task is None or self._web_task.done()):
            self._web.close()
        self._web_server = self._web = None

    def _connection(self, wire: Wire | None = None) -> Connection:
        return Connection(self, wire or FrameWire())


async def _serve_pipe(
    loop: asyncio.AbstractEventLoop, connection: Callable[[], Connection], name: str
) -> list[asyncio.AbstractServer]:
    """Serve a named pipe, on Windows' proactor loop. This has never been run.

    asyncio makes the first instance of the pipe exclusively, so that a second server is refused.
    """
    serve = getattr(loop, "start_serving_pipe", None)
    if serve is None:
        raise FeedError(sentence("This loop has no named pipes."))
    try:
        servers: list[asyncio.AbstractServer] = await serve(connection, name)
    except OSError as error:
        kind = FeedTaken if isinstance(error, PermissionError) else FeedError
        reason = error.strerror or error
        raise kind(
            sentence("The pipe {name} can't be served: {reason}.", name=name, reason=reason)
        ) from error
    return servers
