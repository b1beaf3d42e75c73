"""What a screen reader sees: a client of the accessibility bus (AT-SPI 2).

The bus is a real one (at-spi-bus-launcher and the registry that it starts), beside the session's
own. The client asks what Orca asks: who is there, what each part is called, what it is, whether it
has the focus, and what can be done with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.session import Session, has_owner, wait_for

__all__ = ["LAUNCHER", "Node", "Reader", "accessibility_bus", "reader"]

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")

_BUS = "org.a11y.Bus"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"

_LIMIT_S = 10.0
"""For one answer."""

# AtspiStateType (at-spi2-core, atspi-constants.h).
_STATES = {
    8: "enabled",
    11: "focusable",
    12: "focused",
    20: "pressed",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One part of a program."""

    bus_name: str
    path: str
    role: str
    """As AT-SPI names it: ``push button``, ``label``, ``table cell``, …"""

    name: str
    description: str
    states: frozenset[str]
    depth: int


class Reader:
    """Asks the programs on one accessibility bus."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def applications(self) -> list[Node]:
        """The programs that are on the bus."""
        return [self._node(name, path, 0) for name, path in self._children(_REGISTRY, _ROOT)]

    def tree(self, top: Node) -> Iterator[Node]:
        """A part and all that is in it, in the order of reading."""
        yield top
        for name, path in self._children(top.bus_name, top.path):
            yield from self.tree(self._node(name, path, top.depth + 1))

    def do(self, node: Node, number: int = 0) -> None:
        """Do what a part can do: press a button, say."""
        self._call(node.bus_name, node.path, _ACTION, "DoAction", "i", number)

    def _children(self, name: str, path: str) -> list[tuple[str, str]]:
        (children,) = self._call(name, path, _ACCESSIBLE, "GetChildren")
        assert isinstance(children, list)
        return [(str(each[0]), str(each[1])) for each in children]

    def _node(self, name: str, path: str, depth: int) -> Node:
        (role,) = self._call(name, path, _ACCESSIBLE, "GetRoleName")
        (states,) = self._call(name, path, _ACCESSIBLE, "GetState")
        assert isinstance(states, list)
        bits = states[0] | states[1] << 32
        return Node(
            bus_name=name,
            path=path,
            role=str(role),
            name=self._text(name, path, "Name"),
            description=self._text(name, path, "Description"),
            states=frozenset(word for bit, word in _STATES.items() if bits >> bit & 1),
            depth=depth,
        )

    def _text(self, name: str, path: str, what: str) -> str:
        address = DBusAddress(path, bus_name=name, interface=_ACCESSIBLE)
        reply = self._connection.send_and_get_reply(Properties(address).get(what), timeout=_LIMIT_S)
        return str(reply.body[0][1])

    def _call(
        self, name: str, path: str, interface: str, member: str, signature: str = "", *body: object
    ) -> tuple[object, ...]:
        address = DBusAddress(path, bus_name=name, interface=interface)
        call = new_method_call(address, member, signature or None, body)
        reply = self._connection.send_and_get_reply(call, timeout=_LIMIT_S)
        assert reply.header.message_type is MessageType.method_return, (member, reply.body)
        return tuple(reply.body)


@contextmanager
def accessibility_bus(session: Session) -> Iterator[str]:
    """Start the accessibility bus of a session; gives its address. Programs come after it."""
    session.environ.pop("NO_AT_BRIDGE", None)
    session.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    session.run([str(LAUNCHER), "--launch-immediately"])
    wait_for(lambda: has_owner(session.bus_address, _BUS), "the accessibility bus")
    with open_dbus_connection(session.bus_address) as connection:
        address = DBusAddress("/org/a11y/bus", bus_name=_BUS, interface=_BUS)
        reply = connection.send_and_get_reply(
            new_method_call(address, "GetAddress"), timeout=_LIMIT_S
        )
        yield str(reply.body[0])


@contextmanager
def reader(session: Session) -> Iterator[Reader]:
    """A screen reader's connection, on a bus that is started for it."""
    with accessibility_bus(session) as address, open_dbus_connection(address) as connection:
        yield Reader(connection)
