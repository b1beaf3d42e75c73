"""Two links one after the other with a router between them. Needs root.

client -- local link -- gateway -- access link -- server

The local link stands for the Wi-Fi or the cable at home or in the office, the access link for the
line behind the router. The gateway is a namespace of its own that forwards packets and, as the
kernel does, answers pings.
"""

from contextlib import ExitStack
from types import TracebackType
from typing import Self

from tests.net.direction import Direction
from tests.net.emulator import Link, LinkError, batch
from tests.net.namespace import COMMAND_LIMIT, Namespace

__all__ = ["TwoHopPath"]

ACCESS_DEVICE = "cn1"
"""The access link's TUN device; the local link's has the usual name."""

_EVERY_GROUP = "0 2147483647"
"""What systemd sets on every desktop; a fresh namespace lets no group open a ping socket."""

_ONLY_ECHO_REPLIES = "1"
"""Bit 0: ICMP type 0."""


class TwoHopPath:
    """``with TwoHopPath(local=(up, down), access=(up, down)) as path: path.client.exec(…)``

    Each pair is the direction from the client and the one to it.
    """

    def __init__(
        self,
        *,
        local: tuple[Direction, Direction],
        access: tuple[Direction, Direction],
        seed: int = 1,
        answers: bool = True,
        ration_ms: int | None = None,
        ping_sockets: bool = True,
    ) -> None:
        """Describe a path; entering it makes it.

        :param answers: whether the gateway answers pings.
        :param ration_ms: least time between two answers, but for six at the beginning; None: all.
        :param ping_sockets: whether the client's kernel allows ICMP datagram sockets.
        """
        self.local = Link(up=local[0], down=local[1], seed=2 * seed)
        self.access = Link(
            up=access[0],
            down=access[1],
            seed=2 * seed + 1,
            client=self.local.server,
            device=ACCESS_DEVICE,
        )
        self._answers, self._ration_ms = answers, ration_ms
        self._ping_sockets = ping_sockets
        self._stack = ExitStack()
        self.client = self.local.client
        self.gateway = self.local.server
        self.server = self.access.server
        self.gateway_ip = self.local.server_ip
        self.gateway_ipv6 = self.local.server_ipv6
        self.server_ip = self.access.server_ip
        self.server_ipv6 = self.access.server_ipv6

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.local)
            stack.enter_context(self.access)
            self._route()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def _route(self) -> None:
        there, back = self.gateway_ip, self.access.client_ip
        there6, back6 = self.gateway_ipv6, self.access.client_ipv6
        batch(
            self.client,
            [
                f"route replace 0.0.0.0/0 via {there} dev {self.local.device}",
                f"route replace ::/0 via {there6} dev {self.local.device}",
            ],
        )
        batch(
            self.server,
            [
                f"route add {self.local.client_ip}/32 via {back} dev {ACCESS_DEVICE}",
                f"route add {self.local.client_ipv6}/128 via {back6} dev {ACCESS_DEVICE}",
            ],
        )
        silent = str(int(not self._answers))
        _set(
            self.gateway,
            ipv4__ip_forward="1",
            ipv6__conf__all__forwarding="1",
            ipv4__icmp_echo_ignore_all=silent,
            ipv6__icmp__echo_ignore_all=silent,
        )
        if self._ration_ms is not None:
            _set(
                self.gateway,
                ipv4__icmp_ratelimit=str(self._ration_ms),
                ipv4__icmp_ratemask=_ONLY_ECHO_REPLIES,
            )
        if self._ping_sockets:
            _set(self.client, ipv4__ping_group_range=_EVERY_GROUP)


def _set(namespace: Namespace, **settings: str) -> None:
    """Write kernel settings of a namespace: double underscores stand for slashes."""
    for name, value in settings.items():
        # /proc/sys/net shows the namespace of whoever opens the file.
        file = f"/proc/sys/net/{name.replace('__', '/')}"
        done = namespace.exec(
            ["sh", "-c", 'echo "$1" >"$2"', "sh", value, file], limit=COMMAND_LIMIT
        )
        if done.returncode:
            raise LinkError(f"{file} in {namespace.name}: {done.stderr.strip()}")
