"""Whether the program is started when a person logs in, and switching that on and off.

Each platform has a place for one person and one for everybody on a machine, which belongs to the
administrator. What is written there are a few bytes; the three modules beside this one make them
and are told where everything lies, so that each of them is tested on every platform.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from notifier.autostart.command import command
from notifier.autostart.desktop_entry import DesktopEntry
from notifier.autostart.launch_agent import LaunchAgent
from notifier.autostart.run_key import RunKey, system_registry
from notifier.autostart.state import Autostart, AutostartError, Place

__all__ = ["Autostart", "AutostartError", "disable", "enable", "forget", "place", "status"]


def status() -> Autostart:
    """How it stands for the person who runs this; changes nothing."""
    return place().status()


def enable() -> None:
    """Have the program started at this person's next log-in, and each one after it.

    :raises AutostartError: it can't be changed; the message is one sentence.
    """
    place().enable()


def disable() -> None:
    """Have it started no more when this person logs in, also where it is for everybody else.

    :raises AutostartError: it can't be changed; the message is one sentence.
    """
    place().disable()


def forget() -> None:
    """Take away all of it that is this person's own: also what keeps one for everybody off.

    :raises AutostartError: it can't be taken away; the message is one sentence.
    """
    place().forget()


def place(environ: Mapping[str, str] = os.environ) -> Place:
    """Where this platform keeps what is started at log-in."""
    arguments = command(environ)
    if sys.platform == "win32":
        return RunKey(system_registry(), arguments)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library", Path("/Library"), arguments)
    return DesktopEntry.of(environ, Path.home(), arguments)
