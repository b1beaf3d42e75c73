"""A StatusNotifier watcher and host of our own on a test's session bus, as a panel's tray has.

Implements what a host needs of the StatusNotifierItem specification and of com.canonical.dbusmenu:
items register, their properties and menus are read, and they are clicked on.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.desktop.session import wait_for

__all__ = ["StatusNotifierTray"]

_WATCHER = "org.kde.StatusNotifierWatcher"
_WATCHER_PATH = "/StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_ITEM_PATH = "/StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_BUS = "org.freedesktop.DBus"
_STOP = "org.example.Stop"
_CALL_LIMIT_S = 10.0


class StatusNotifierTray:
    """A watcher, with a host unless told otherwise, from the start of the block to its end.

    :param address: the session bus.
    :param host: whether somebody draws the icons from the beginning.
    """

    def __init__(self, address: str, *, host: bool = True) -> None:
        self._address = address
        self._host = host
        self._items: list[tuple[str, str]] = []
        self._connection = open_dbus_connection(address)
        self._calls = open_dbus_connection(address)
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "StatusNotifierTray":
        reply = self._connection.send_and_get_reply(
            message_bus.RequestName(_WATCHER), timeout=_CALL_LIMIT_S
        )
        assert reply.body == (1,), "another watcher is on the bus"
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        stop = DBusAddress(_WATCHER_PATH, bus_name=_WATCHER, interface=_STOP)
        self._calls.send_and_get_reply(new_method_call(stop, "Stop"), timeout=_CALL_LIMIT_S)
        self._thread.join(_CALL_LIMIT_S)
        self._connection.close()
        self._calls.close()

    def let_host_come(self) -> None:
        """Somebody draws the icons from now on."""
        self._host = True
        self._signal("StatusNotifierHostRegistered")

    def let_host_go(self) -> None:
        """Nobody draws them any more; the watcher stays."""
        self._host = False
        self._signal("StatusNotifierHostUnregistered")

    @property
    def items(self) -> int:
        """How many icons there are."""
        return len(self._items)

    def wait_for_item(self) -> None:
        """Wait until an icon has registered."""
        wait_for(lambda: self._items, "an icon in the tray")

    def item(self, name: str) -> Any:
        """Return a property of the only icon: Title, ToolTip, IconPixmap."""
        answer = self._call(Properties(self._at(_ITEM)).get(name))
        return answer[0][1]

    def activate(self) -> None:
        """Click on the icon."""
        self._call(new_method_call(self._at(_ITEM), "Activate", "ii", (0, 0)))

    def menu(self) -> list[str]:
        """Return the texts of the icon's menu that are shown, without separators."""
        path = self.item("Menu")
        menu = self._at(_MENU, path)
        _, (_, _, children) = self._call(
            new_method_call(menu, "GetLayout", "iias", (0, 1, ["label", "visible", "type"]))
        )
        shown = []
        for _, (_, properties, _) in children:
            values = {key: value for key, (_, value) in properties.items()}
            if values.get("visible", True) and values.get("type") != "separator":
                shown.append(values.get("label", ""))
        return shown

    def _at(self, interface: str, path: str | None = None) -> DBusAddress:
        name, object_path = self._items[-1]
        return DBusAddress(path or object_path, bus_name=name, interface=interface)

    def _call(self, message: Message) -> tuple[Any, ...]:
        reply = self._calls.send_and_get_reply(message, timeout=_CALL_LIMIT_S)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return tuple(reply.body)

    def _signal(self, member: str, signature: str | None = None, *body: object) -> None:
        source = DBusAddress(_WATCHER_PATH, interface=_WATCHER)
        self._calls.send(new_signal(source, member, signature, body))

    # -- the watcher's side, in its own thread -----------------------------------------------

    def _serve(self) -> None:
        connection = self._connection
        with suppress(OSError, EOFError):
            owners = MatchRule(type="signal", sender=_BUS, member="NameOwnerChanged")
            connection.send(message_bus.AddMatch(owners))
            while True:
                message = connection.receive()
                kind = message.header.message_type
                if kind is MessageType.method_call:
                    if message.header.fields.get(HeaderFields.interface) == _STOP:
                        connection.send(new_method_return(message))
                        return
                    self._answer(connection, message)
                elif kind is MessageType.signal and len(message.body) == 3:
                    name, _, new = message.body
                    if not new:
                        self._items = [item for item in self._items if item[0] != name]

    def _answer(self, connection: DBusConnection, call: Message) -> None:
        fields = call.header.fields
        member = fields.get(HeaderFields.member)
        answers: dict[str, Callable[[], object]] = {
            "IsStatusNotifierHostRegistered": lambda: ("b", self._host),
            "RegisteredStatusNotifierItems": lambda: ("as", [name for name, _ in self._items]),
            "ProtocolVersion": lambda: ("i", 0),
        }
        if member == "RegisterStatusNotifierItem":
            service = call.body[0]
            sender = fields[HeaderFields.sender]
            # Either a bus name, or a path of the sender's (the specification knows both).
            item = (
                (sender, service) if service.startswith("/") else (service, "/StatusNotifierItem")
            )
            connection.send(new_method_return(call))
            self._items.append(item)
        elif member == "Get" and call.body[1] in answers:
            connection.send(new_method_return(call, "v", (answers[call.body[1]](),)))
        elif member == "GetAll":
            values = {name: answer() for name, answer in answers.items()}
            connection.send(new_method_return(call, "a{sv}", (values,)))
        elif member == "Introspect":
            connection.send(new_method_return(call, "s", ("<node/>",)))
        else:
            connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
