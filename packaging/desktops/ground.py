"""What a desktop stands on here: a display, buses of its own, stand-ins of the system's services.

The display is :func:`tests.desktop.session.desktop_session`'s, in whose environment the other two
are put. The session bus starts services of the system's when they are asked for (settings,
portals), which that of the tests does not.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.session import (
    Session,
    desktop_session,
    has_owner,
    started,
    wait_for,
)
from tests.session_bus import session_bus

__all__ = [
    "COMMAND_LIMIT",
    "ROOT",
    "activating_bus",
    "ground",
    "installed",
    "picture",
    "said",
    "system_bus",
    "xdotool",
]

ROOT = Path(__file__).resolve().parents[2]

COMMAND_LIMIT = 30.0
"""Seconds for one command that only asks or sets something."""

_LOGIN = "org.freedesktop.login1"


@contextmanager
def ground(desktop: str, kind: str, *, width: int = 1280, height: int = 800) -> Iterator[Session]:
    """A display and both buses; what is run in it may choose Wayland or X11 by itself.

    :param desktop: ``XDG_CURRENT_DESKTOP``.
    :param kind: ``XDG_SESSION_TYPE``: ``wayland`` or ``x11``.
    """
    with desktop_session(width=width, height=height) as session:
        folder = Path(session.environ["HOME"])
        environ = session.environ
        for name in ("QT_QPA_PLATFORM", "NO_AT_BRIDGE"):
            del environ[name]
        environ |= {
            "PATH": f"{environ['PATH']}:/usr/games:/usr/sbin",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "XDG_CURRENT_DESKTOP": desktop,
            "XDG_SESSION_TYPE": kind,
            "LIBGL_ALWAYS_SOFTWARE": "1",
        }
        with (
            system_bus(folder, environ) as system,
            activating_bus(folder, {**environ, "DBUS_SYSTEM_BUS_ADDRESS": system}) as address,
        ):
            environ["DBUS_SYSTEM_BUS_ADDRESS"] = system
            environ["DBUS_SESSION_BUS_ADDRESS"] = address
            yield session


@contextmanager
def activating_bus(folder: Path, environ: Mapping[str, str]) -> Iterator[str]:
    """A session bus that starts the system's services; they get this environment."""
    (folder / "session-bus").mkdir()
    with session_bus(folder / "session-bus", environ, services="standard") as address:
        yield address


@contextmanager
def system_bus(folder: Path, environ: Mapping[str, str]) -> Iterator[str]:
    """A system bus that starts nothing, with a stand-in of logind (python3-dbusmock's)."""
    (folder / "system-bus").mkdir()
    with session_bus(folder / "system-bus", environ) as address:
        command = ["/usr/bin/python3", "-m", "dbusmock", "--system", "--template", "logind"]
        with started(
            command,
            {**environ, "DBUS_SYSTEM_BUS_ADDRESS": address, "PYTHONPATH": ""},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ):
            wait_for(lambda: has_owner(address, _LOGIN), "the stand-in of logind")
            yield address


def said(session: Session, *command: str, environ: Mapping[str, str] | None = None) -> str:
    """What a command in this session prints.

    :param environ: besides the session's own.
    """
    return subprocess.run(
        command,
        env={**session.environ, **(environ or {})},
        capture_output=True,
        text=True,
        check=True,
        timeout=COMMAND_LIMIT,
    ).stdout.strip()


def xdotool(session: Session, *words: object) -> None:
    """Move the mouse, click, or press keys, as a person does."""
    said(session, "xdotool", *map(str, words))


def picture(session: Session, file: Path) -> None:
    """Keep what is on the screen."""
    if not session.screen().save(str(file)):
        raise OSError(f"{file} was not written")


def installed(session: Session) -> None:
    """What a package puts where desktops look for it: the entry and the icon."""
    data = Path(session.environ["XDG_DATA_HOME"])
    entry = ROOT / "packaging/linux/data/call-notifier.desktop"
    applications = data / "applications"
    applications.mkdir(parents=True)
    # TryExec would hide it: nothing is in /usr/bin.
    lines = entry.read_text(encoding="utf-8").splitlines(keepends=True)
    shown = "".join(line for line in lines if not line.startswith("TryExec="))
    (applications / entry.name).write_text(
        shown.replace("/usr/bin/call-notifier", "/bin/true"), encoding="utf-8"
    )
    icons = data / "icons/hicolor/scalable/apps"
    icons.mkdir(parents=True)
    shutil.copy(ROOT / "resources/icons/call-notifier.svg", icons)
