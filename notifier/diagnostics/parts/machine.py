"""The network and the devices as the program sees them; nothing is sent for it."""

import asyncio
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from notifier.browsers.extension import installed
from notifier.browsers.launcher import problem_of
from notifier.browsers.places import BROWSERS
from notifier.browsers.registration import look
from notifier.diagnostics.part import Asked
from notifier.machine import rtnetlink
from notifier.machine.capture import microphone_in_use
from notifier.machine.media import media_device_present, sound_sources
from notifier.machine.metered import metered
from notifier.machine.network import observe
from notifier.machine.wifi import read

__all__ = ["browsers", "devices", "network"]

_NO_KEY = bytes(32)
"""The identity that comes of it is thrown away."""


def network(asked: Asked) -> dict[str, Any]:
    """Which way packets take, and what is known of its first hop."""
    facts = observe(_NO_KEY)
    found: dict[str, Any] = {
        "type": facts.network_type,
        "interface": facts.interface,
        "hasRoute": facts.has_route,
        "metered": asyncio.run(metered(asked.environ)),
    }
    if sys.platform != "linux":
        return found
    if facts.interface is not None and (wifi := read(facts.interface)) is not None:
        found["wifi"] = asdict(wifi)
    routes, neighbours = rtnetlink.default_routes(), rtnetlink.neighbours()
    known = {neighbour.address for neighbour in neighbours}
    found["defaultRoutes"] = [
        asdict(route) | {"gatewayKnown": route.gateway in known} for route in routes
    ]
    found["addresses"] = [asdict(address) for address in rtnetlink.addresses()]
    return found


def devices(asked: Asked) -> dict[str, Any]:
    """Microphones and cameras: whether there are any, and whether one records."""
    return {
        "microphoneOrCamera": media_device_present(environ=asked.environ),
        "microphoneInUse": microphone_in_use() if sys.platform == "linux" else None,
        "soundServerHasSource": sound_sources(None, asked.environ)
        if sys.platform == "linux"
        else None,
    }


def browsers(asked: Asked) -> dict[str, Any]:
    """Whether browsers find the program."""
    extension = installed()
    problem = cache(problem_of)  # several manifests name one command
    rows = [look(b, extension, home=Path.home(), environ=asked.environ) for b in BROWSERS]
    return {
        "extension": extension.version,
        "browsers": [
            {
                "name": row.browser.name,
                "found": row.found,
                "sandbox": row.sandbox,
                "manifest": None if row.manifest is None else str(row.manifest),
                "host": None if row.host is None else str(row.host),
                "problem": row.problem or (None if row.host is None else problem(row.host)),
            }
            for row in rows
            if row.found or row.manifest is not None
        ],
    }
