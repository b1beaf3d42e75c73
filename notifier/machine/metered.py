"""Whether somebody pays for each byte here: what the platform knows of the connection in use.

Linux asks NetworkManager on the system bus: its ``Metered`` property says what the person set for
the connection, or what NetworkManager guessed from DHCP (telephones that share their connection
say so) and from the kind of device. Windows and macOS have no way to it without a window system
or a signed program, so the answer there is that it is not known.
"""

import asyncio
import logging
import os
import sys
from collections.abc import Mapping

from notifier.machine.network_manager import ask_network_manager

__all__ = ["METERED_LIMIT", "metered"]

log = logging.getLogger(__name__)

METERED_LIMIT = 2.0
"""Seconds for the whole conversation with the bus; it takes some milliseconds."""

_YES, _NO, _GUESS_YES, _GUESS_NO = 1, 2, 3, 4
"""NMMetered of NetworkManager's D-Bus types; 0 is "unknown"."""


async def metered(environ: Mapping[str, str] = os.environ) -> bool | None:
    """Whether the connection in use is metered; None where that is not known. Never raises.

    A guess of NetworkManager's counts like its knowledge: libnm's documentation asks for that.

    :param environ: names the system bus where it is not in its usual place.
    """
    if sys.platform != "linux":
        return None
    try:
        async with asyncio.timeout(METERED_LIMIT):
            state = await ask_network_manager("Metered", environ)
    except TimeoutError:
        log.info("the system bus did not say in time whether the connection is metered")
        return None
    except Exception as error:  # no bus, no NetworkManager, or bytes that are no message
        log.info("not known whether the connection is metered: %s", error)
        return None
    if state in (_YES, _GUESS_YES):
        return True
    return False if state in (_NO, _GUESS_NO) else None
