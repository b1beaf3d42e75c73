"""What figures say of where they come from: the attributes of the resource.

An organisation decides how much (``fleet.identity``); by default nothing that recognises a machine
or a person, and the number that keeps one client's series apart is another one each day.
"""

import getpass
import platform
import secrets
import sys
from collections.abc import Iterable

from notifier import __version__
from notifier.fleet.metrics import METRICS, MOST_CHARACTERS, RESOURCE, Level, prometheus_label

__all__ = ["SERVICE", "instance", "new_instance", "resource"]

SERVICE = "call-notifier"

INSTANCE_OCTETS = 8

RESERVED = frozenset(
    prometheus_label(name)
    for name in (*METRICS[0].attributes, "client", "job", "instance", "service.instance.id")
)
"""Labels that nobody else's attribute may have: all clients would be one, or a file be invalid."""

_OS_TYPES = {"win32": "windows", "darwin": "darwin"}
"""By OpenTelemetry's semantic conventions; whatever else is told as linux."""


def new_instance() -> str:
    """A random number that tells nobody anything."""
    return secrets.token_hex(INSTANCE_OCTETS)


def instance(level: Level, random: str, device_id: str) -> str:
    """The ``service.instance.id``.

    :param random: the day's number.
    :param device_id: that of this installation; used where an organisation wants to recognise it.
    """
    return random if level == "none" else device_id


def resource(level: Level, instance_id: str, said: Iterable[str]) -> dict[str, str]:
    """The attributes of the resource, by name.

    :param said: what an organisation says of this machine, as ``name=value``.
    """
    found = {
        "service.name": SERVICE,
        "service.version": __version__,
        "service.instance.id": instance_id,
        "os.type": _OS_TYPES.get(sys.platform, "linux"),
    }
    allowed = {each.name for each in RESOURCE if level in each.levels}
    if "host.name" in allowed:
        found["host.name"] = platform.node()
    if "user.name" in allowed:
        found["user.name"] = _user_name()
    taken = {prometheus_label(name) for name in found} | RESERVED
    for attribute in said:
        name, _, value = attribute.partition("=")
        if prometheus_label(name) not in taken:
            taken.add(prometheus_label(name))
            found[name] = value
    return {name: value[:MOST_CHARACTERS] for name, value in found.items() if value}


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody of that number is known here
        return ""
