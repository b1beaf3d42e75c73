"""``call-notifier erase``: takes away what the program keeps for the person who runs it.

A package's removal leaves people's homes alone; this is the other half. It is a command and no
button: nothing brings back what it deletes.
"""

import argparse
import asyncio
import os
import shutil
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from filelock import FileLock, Timeout

from notifier.autostart import forget as forget_autostart
from notifier.browsers.launcher import remove_script
from notifier.browsers.places import BROWSERS
from notifier.browsers.registration import remove
from notifier.cli.output import prepare_output, writing
from notifier.fleet.textfile import file_in
from notifier.fleet.textfile import remove as remove_figures
from notifier.journal.ending import running
from notifier.journal.keeping import log_folder
from notifier.settings.identity import DEVICE_ID_FILE, device_id
from notifier.settings.load import Loaded, load, settle
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.secrets import entries, forget, needs_secret

__all__ = ["add_arguments", "run"]

OK = 0
FAILED = 1
"""The program is running, or something could not be deleted."""

WRONG = 2
"""Nobody was there to agree."""

CONNECT_LIMIT_S = 1.0
"""For a program of this person to answer on its socket: it is on this machine."""

_WATCH_LOCK = "watch.lock"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``erase`` understands."""
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """List everything, ask, and delete it; returns the exit status.

    :raises OutputError: standard output takes nothing any more.
    """
    prepare_output(exact=False)
    if (home := _home_of_another()) is not None:
        message = f"{home} is the home of somebody else: run it as that person, without sudo."
        return _say(f"{message} Nothing was deleted.", FAILED)
    if _running(paths):
        return _say("Call Notifier is running: quit it first, nothing was deleted.", FAILED)
    loaded = load(paths, environ)
    servers = _with_secrets(loaded, environ)
    figures = _figures(loaded, paths)
    _list(paths, servers, figures)
    if not args.yes and not _agreed():
        return _say("Nothing was deleted.", WRONG)
    failures = [
        *_forget_secrets(servers),
        *_attempt(_leave_browsers, paths, environ),
        *_attempt(forget_autostart),
    ]
    if figures is not None:
        failures += _attempt(remove_figures, figures)
    for folder in _folders(paths):
        failures += _delete(folder, paths)
    for failure in failures:
        _say(failure, FAILED)
    if failures:
        return FAILED
    _put("Deleted.")
    return OK


def _folders(paths: Paths) -> list[Path]:
    """Each is the program's own, and nobody else's files are in them."""
    folders = (paths.config_file.parent, paths.data_dir, paths.state_dir, paths.runtime_dir)
    return [folder for folder in dict.fromkeys(folders) if os.path.lexists(folder)]


def _figures(loaded: Loaded, paths: Paths) -> Path | None:
    """What a program that was killed has left where policy wants text files of figures."""
    folder = loaded.settings.fleet_textfile
    if folder is None or not (paths.data_dir / DEVICE_ID_FILE).exists():
        return None
    file = file_in(folder, device_id(paths))
    return file if os.path.lexists(file) else None


def _home_of_another() -> Path | None:
    """The home folder of this process, where it is root's by sudo alone."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    home = Path.home()
    return home if home.exists() and home.stat().st_uid != 0 else None


def _list(paths: Paths, servers: list[ServerSetting], figures: Path | None) -> None:
    _put("This deletes, for you alone and for good:")
    for folder in _folders(paths):
        _put(f"  {folder}, with everything in it")
    if figures is not None:
        _put(f"  {figures}")
    for setting in servers:
        _put(f"  from the key ring: {', '.join(entries(setting))}")
    _put("  what lets your browsers find the program, and your entry for starting at log-in")
    _put("The program itself, what your organisation has set, and browser extensions stay.")


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    try:
        return input("Delete all of it? [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        return False


def _running(paths: Paths) -> bool:
    """Whether the tray program or a watch of this person runs: each has a socket or a lock, and
    leaves a mark beside its log, which is found from another session, too."""
    marks = log_folder(paths.state_dir).glob("*.running")
    # On Windows a mark that was left behind looks like any other.
    if sys.platform != "win32" and any(running(mark.parent, mark.stem) for mark in marks):
        return True
    folder = paths.runtime_dir
    if not folder.is_dir():
        return False
    if hasattr(socket, "AF_UNIX") and any(map(_answers, folder.glob("*"))):
        return True
    if not (folder / _WATCH_LOCK).exists():
        return False
    try:
        with FileLock(folder / _WATCH_LOCK, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def _answers(path: Path) -> bool:
    if not path.is_socket():
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as tried:
        tried.settimeout(CONNECT_LIMIT_S)
        try:
            tried.connect(str(path))
        except OSError:  # left behind by one that was killed
            return False
    return True


def _with_secrets(loaded: Loaded, environ: Mapping[str, str]) -> list[ServerSetting]:
    """Servers whose secret this person may have put into the key ring.

    Also their own where a policy has put others in their place.
    """
    own = [] if loaded.own is None else [loaded.own]
    mine = settle(own, environ, file=loaded.file).settings.servers
    return [
        setting
        for setting in dict.fromkeys((*loaded.settings.servers, *mine))
        if needs_secret(setting) and setting.password_env is None and setting.secret_file is None
    ]


def _forget_secrets(servers: list[ServerSetting]) -> list[str]:
    failures = []
    for setting in servers:
        problem = asyncio.run(forget(setting))
        # Without a key ring nothing is in it.
        if problem is not None and problem.reason not in ("not-stored", "no-key-ring"):
            failures.append(str(problem.message))
    return failures


def _attempt(step: Callable[..., None], *arguments: object) -> list[str]:
    try:
        step(*arguments)
    except (OSError, RuntimeError) as error:
        return [str(error)]
    return []


def _leave_browsers(paths: Paths, environ: Mapping[str, str]) -> None:
    remove(BROWSERS, home=Path.home(), data_dir=paths.data_dir, environ=environ)
    remove_script(paths.data_dir)


def _delete(folder: Path, paths: Paths) -> list[str]:
    if folder.is_symlink():
        # What it points to may be anybody's.
        return [f"{folder} is a link, and stays: delete what it points to yourself."]
    if _is_of_the_machine(folder, paths):
        return [f"{folder} holds what is there for the whole machine, and stays."]
    try:
        if sys.platform != "win32" and folder.stat().st_uid != os.geteuid():
            return [f"{folder} belongs to somebody else, and stays."]
        shutil.rmtree(folder)
    except FileNotFoundError:  # it lay in one that is gone already
        return []
    except OSError as error:
        return [f"{error.filename} cannot be deleted: {error.strerror or error}"]
    return []


def _is_of_the_machine(folder: Path, paths: Paths) -> bool:
    """A variable such as XDG_CONFIG_HOME=/etc leads to where an organisation has its own."""
    kept = [paths.policy_dir, paths.secrets_dir, paths.secrets_socket, paths.managed_preferences]
    if getattr(sys, "frozen", False):
        kept.append(Path(sys.executable))
    place = folder.resolve()
    return any(one is not None and one.resolve().is_relative_to(place) for one in kept)


def _put(line: str) -> None:
    with writing() as out:
        print(line, file=out)


def _say(message: str, status: int) -> int:
    print(f"call-notifier erase: {message}", file=sys.stderr)
    return status
