"""What a screen reader sees: a client of the accessibility bus (AT-SPI 2).

The bus is a real one (at-spi-bus-launcher and the registry that it starts), beside the session's
own. The client asks what Orca asks: who is there, what each part is called, what it is, whether it
has the focus, and what can be done with it; and it listens to what has changed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.session import Session, has_owner, wait_for

__all__ = ["LAUNCHER", "Node", "Reader", "accessibility_bus", "reader"]

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")

_BUS = "org.a11y.Bus"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_VALUE = "org.a11y.atspi.Value"
_OBJECT_EVENT = "org.a11y.atspi.Event.Object"

_LIMIT_S = 10.0
"""For one answer."""

_LABELLED_BY = 2
"""AtspiRelationType (at-spi2-core, atspi-constants.h)."""

# AtspiStateType (at-spi2-core, atspi-constants.h).
_STATES = {
    1: "active",
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

    @property
    def showing(self) -> bool:
        """Whether it is on the screen, as far as its windows and scroll areas let it."""
        return "showing" in self.states


class Reader:
    """Asks the programs on one accessibility bus.

    :param events: a second connection, which gets what has changed and nothing else.
    """

    def __init__(self, connection: DBusConnection, events: DBusConnection) -> None:
        self._connection = connection
        self._events = events
        rule = MatchRule(type="signal", interface=_OBJECT_EVENT, member="PropertyChange")
        events.send_and_get_reply(message_bus.AddMatch(rule), timeout=_LIMIT_S)
        # Programs send only what somebody has asked for.
        registry = DBusAddress("/org/a11y/atspi/registry", bus_name=_REGISTRY, interface=_REGISTRY)
        events.send_and_get_reply(
            new_method_call(
                registry,
                "RegisterEvent",
                "sass",
                ("object:property-change:accessible-name", [], ""),
            ),
            timeout=_LIMIT_S,
        )

    def applications(self) -> list[Node]:
        """The programs that are on the bus."""
        return [self._node(name, path, 0) for name, path in self._children(_REGISTRY, _ROOT)]

    def shown(self, top: Node, *, most: int = 100) -> Iterator[Node]:
        """A part and all in it that is on the screen, in the order of reading.

        :param most: of the parts of one part: tables have thousands.
        """
        yield top
        for name, path in self._children(top.bus_name, top.path)[:most]:
            node = self._node(name, path, top.depth + 1)
            if node.showing:
                yield from self.shown(node, most=most)

    def windows(self) -> list[Node]:
        """The windows of all programs that are on the screen."""
        found = []
        for program in self.applications():
            for name, path in self._children(program.bus_name, program.path):
                node = self._node(name, path, 1)
                if node.showing:
                    found.append(node)
        return found

    def labelled(self, node: Node) -> bool:
        """Whether another part is its label."""
        (relations,) = self._call(node.bus_name, node.path, _ACCESSIBLE, "GetRelationSet")
        assert isinstance(relations, list)
        return any(kind == _LABELLED_BY for kind, _ in relations)

    def value(self, node: Node) -> float:
        """Of a progress bar, in its own units."""
        address = DBusAddress(node.path, bus_name=node.bus_name, interface=_VALUE)
        reply = self._connection.send_and_get_reply(
            Properties(address).get("CurrentValue"), timeout=_LIMIT_S
        )
        return float(reply.body[0][1])

    def next_name(self) -> str:
        """What a part is called by now, the next time that one is called otherwise."""
        while True:
            message = self._events.receive(timeout=_LIMIT_S)
            if message.header.fields.get(HeaderFields.member) == "PropertyChange":
                return str(message.body[3][1])

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
    with (
        accessibility_bus(session) as address,
        open_dbus_connection(address) as connection,
        open_dbus_connection(address) as events,
    ):
        yield Reader(connection, events)
