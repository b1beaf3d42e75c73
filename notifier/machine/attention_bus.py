"""Do not disturb on the Linux desktops, over the session bus.

Each desktop keeps it in a place of its own:

* KDE Plasma: the property ``Inhibited`` of the notification service. Plasma sets it for its own
  do not disturb, and, where so configured, while the screen is mirrored or shared or a program has
  the whole screen.
* dunst: the property ``paused`` of ``org.dunstproject.cmd0``, on the same object.
* swaync: the method ``GetDnd`` of ``org.erikreider.swaync.cc``.
* mako: the mode ``do-not-disturb``, which its manual and its users call so; by the interface
  ``fr.emersion.Mako`` of its notification service.
* Xfce: ``/do-not-disturb`` in the channel ``xfce4-notifyd`` of xfconf.
* GNOME, Cinnamon, MATE: a key of GSettings, read by the command ``gsettings``. (The settings portal
  does not pass these keys on.)

Everything here blocks, each step for :data:`STEP_LIMIT` at most; nothing is started on the bus.
"""

import logging
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.blocking import DBusConnection

__all__ = ["GSETTINGS", "STEP_LIMIT", "do_not_disturb"]

log = logging.getLogger(__name__)

STEP_LIMIT = 0.5
"""Seconds for one question; answers take some milliseconds, ``gsettings`` some tens of them."""


_MODE = "do-not-disturb"
"""Of mako's."""


class Key(NamedTuple):
    """A key of GSettings that says whether notifications are shown."""

    schema: str
    name: str
    quiet: str
    """Its value, as ``gsettings`` prints it, while nothing is to be shown."""


GSETTINGS: Mapping[str, Key] = {
    "gnome": Key("org.gnome.desktop.notifications", "show-banners", "false"),
    "x-cinnamon": Key("org.cinnamon.desktop.notifications", "display-notifications", "false"),
    "mate": Key("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}
"""By the names of XDG_CURRENT_DESKTOP, in lower case."""


def do_not_disturb(environ: Mapping[str, str]) -> bool:
    """Whether the desktop says that nothing is to be shown.

    :param environ: names the session bus and the desktop.
    """
    return _by_bus(environ) or _by_gsettings(environ)


def _by_bus(environ: Mapping[str, str]) -> bool:
    from jeepney import DBusAddress, Properties, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = environ.get("DBUS_SESSION_BUS_ADDRESS")
    if address is None and (runtime := environ.get("XDG_RUNTIME_DIR")):
        address = f"unix:path={runtime}/bus"
    if address is None:
        return False

    def service(interface: str) -> "DBusAddress":
        return DBusAddress(
            "/org/freedesktop/Notifications",
            bus_name="org.freedesktop.Notifications",
            interface=interface,
        )

    xfconf = _named("/org/xfce/Xfconf", "org.xfce.Xfconf")
    mako = DBusAddress(
        "/fr/emersion/Mako",
        bus_name="org.freedesktop.Notifications",
        interface="fr.emersion.Mako",
    )
    questions = [
        Properties(service("org.freedesktop.Notifications")).get("Inhibited"),
        Properties(service("org.dunstproject.cmd0")).get("paused"),
        new_method_call(xfconf, "GetProperty", "ss", ("xfce4-notifyd", "/do-not-disturb")),
        new_method_call(_named("/org/erikreider/swaync/cc", "org.erikreider.swaync.cc"), "GetDnd"),
        new_method_call(mako, "ListModes"),
    ]
    try:
        connection = open_dbus_connection(address, auth_timeout=STEP_LIMIT)
    except Exception as error:  # no bus, one that hangs, an address that cannot be read
        log.info("no session bus to ask whether somebody wants quiet: %s", error)
        return False
    try:
        return any(_says_yes(connection, question) for question in questions)
    finally:
        with suppress(OSError):
            connection.close()


def _says_yes(connection: "DBusConnection", question: "Message") -> bool:
    from jeepney import MessageFlag, MessageType

    question.header.flags |= MessageFlag.no_auto_start  # what does not run wants nothing
    try:
        reply = connection.send_and_get_reply(question, timeout=STEP_LIMIT)
    except (EOFError, OSError) as error:  # TimeoutError is one of the latter
        log.info("not answered whether somebody wants quiet: %r", error)
        return False
    if reply.header.message_type is not MessageType.method_return:
        return False  # not this desktop
    if not reply.body:
        return False
    said = reply.body[0]
    return said is True or said == ("b", True) or (isinstance(said, list) and _MODE in said)


def _named(path: str, name: str) -> "DBusAddress":
    """An object whose interface has the name of its service."""
    from jeepney import DBusAddress

    return DBusAddress(path, bus_name=name, interface=name)


def _by_gsettings(environ: Mapping[str, str]) -> bool:
    names = environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    key = next((GSETTINGS[name] for name in names if name in GSETTINGS), None)
    if key is None or (command := shutil.which("gsettings", path=environ.get("PATH"))) is None:
        return False
    try:
        found = subprocess.run(
            [command, "get", key.schema, key.name],
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=STEP_LIMIT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.info("not known whether %s is to be quiet: %s", key.schema, error)
        return False
    return found.returncode == 0 and found.stdout.decode(errors="replace").strip() == key.quiet
