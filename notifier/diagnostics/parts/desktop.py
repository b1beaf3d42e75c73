"""What the desktop offers: trays, notifications, quiet. Asked without a window library."""

import asyncio
import sys
from typing import Any

from notifier.autostart import status
from notifier.autostart.command import command
from notifier.diagnostics.bus import SessionBus, session_bus
from notifier.diagnostics.part import Asked
from notifier.machine.attention import asks_for_quiet
from notifier.machine.selection_x11 import selection_owner

__all__ = ["autostart", "desktop"]

_WATCHER = "org.kde.StatusNotifierWatcher"
_NOTIFICATIONS = "org.freedesktop.Notifications"
_PORTAL = "org.freedesktop.portal.Desktop"
_TRAY_SELECTION = "_NET_SYSTEM_TRAY_S{screen}"
"""Who owns it draws XEmbed icons (System Tray Protocol Specification 0.4)."""


def desktop(asked: Asked) -> dict[str, Any]:
    """Trays and notification services that are there now."""
    found: dict[str, Any] = {"asksForQuiet": asyncio.run(asks_for_quiet(asked.environ))}
    if sys.platform != "linux":
        return found | {"note": "only Linux has several trays and notification services"}
    found["xEmbedTray"] = selection_owner(asked.environ, _TRAY_SELECTION)
    try:
        with session_bus(asked.environ) as bus:
            found |= {"statusNotifier": _trays(bus), "notifications": _notifications(bus)}
            found["portal"] = bus.owner(_PORTAL) is not None
    except Exception as error:  # no bus, one that hangs, bytes that are no message
        found["sessionBus"] = f"not to be asked: {error!r}"
    return found


def _trays(bus: SessionBus) -> dict[str, Any]:
    path = "/StatusNotifierWatcher"
    items = bus.value(_WATCHER, path, _WATCHER, "RegisteredStatusNotifierItems")
    return {
        "watcher": bus.owner(_WATCHER) is not None,
        "host": bus.value(_WATCHER, path, _WATCHER, "IsStatusNotifierHostRegistered"),
        "items": len(items) if isinstance(items, list) else None,
    }


def _notifications(bus: SessionBus) -> dict[str, Any]:
    path = "/org/freedesktop/Notifications"
    if bus.owner(_NOTIFICATIONS) is None:
        return {"service": None}
    server = bus.call(_NOTIFICATIONS, path, "GetServerInformation")
    capabilities = bus.call(_NOTIFICATIONS, path, "GetCapabilities")
    return {
        "service": None
        if server is None
        else dict(zip(("name", "vendor", "version", "specification"), server, strict=False)),
        "capabilities": None if capabilities is None else list(capabilities[0]),
        "inhibited": bus.value(_NOTIFICATIONS, path, _NOTIFICATIONS, "Inhibited"),
    }


def autostart(asked: Asked) -> dict[str, Any]:
    """Whether the program starts at log-in."""
    found = status()
    return {
        "enabled": found.enabled,
        "scope": found.scope,
        "changeable": found.changeable,
        "command": list(command(asked.environ)),
    }
