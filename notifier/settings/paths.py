"""Where this program keeps its files, by the customs of the platform.

On Linux these are the directories of the XDG Base Directory Specification, so that
XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME and XDG_RUNTIME_DIR move them. Nothing is made
before something is written there.
"""

import os
import stat
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs

from notifier.settings.atomic import make_private

if TYPE_CHECKING:
    from notifier.settings.policy_registry import Registry

__all__ = ["APP_NAME", "Paths", "PathsError"]

APP_NAME = "call-notifier"
"""The name of every directory of ours."""


_POLICY_DIR = Path("/etc/call-notifier/policy.d")
"""Moved by no variable: whoever starts the program must not choose what is set for them."""

_MANAGED_PREFERENCES = Path("/Library/Managed Preferences")

_SECRETS_DIR = Path("/etc/call-notifier/secrets.d")

_SECRETS_SOCKET = Path("run/call-notifier/secrets.sock")
"""Below / on Linux, below /var on macOS. Its folder is root's, so that nobody else can listen."""


class PathsError(OSError):
    """A directory can't be used; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The places of one user's files."""

    config_file: Path
    """The settings, TOML."""

    data_dir: Path
    """The history and what identifies this installation: kept, worth a backup."""

    state_dir: Path
    """Logs and the feed's token: kept, not worth a backup."""

    runtime_dir: Path
    """Sockets and locks of this session; use :meth:`make_runtime_dir` before writing there."""

    policy_dir: Path | None = None
    """What an organisation has set on this machine (:mod:`notifier.settings.policy`); None:
    nothing."""

    managed_preferences: Path | None = None
    """macOS: where the system writes what configuration profiles set; None on other systems."""

    managed_user: str | None = None
    """Whose folder in it counts beside what is for everybody."""

    registry: "Registry | None" = field(default=None, repr=False)
    """Windows: where policies stand; None on other systems."""

    policy_owner: int = 0
    """The user whose files in it, and whose secrets, count: root, but for tests."""

    secrets_dir: Path | None = None
    """Secrets that only root can read (:mod:`notifier.settings.secret_files`); None: this system
    has no such place."""

    secrets_socket: Path | None = None
    """Where root's service gives out what comes from them (:mod:`notifier.broker`); None where
    there is no ``secrets_dir``."""

    @property
    def history_file(self) -> Path:
        """The SQLite database of runs."""
        return self.data_dir / "history.sqlite3"

    @property
    def feed_token_file(self) -> Path:
        """What web applications say to be let in (:mod:`notifier.settings.feed_token`)."""
        return self.state_dir / "feed-token"

    @classmethod
    def default(cls) -> "Paths":
        """Return the places of the user who runs this; touches no file."""
        dirs = PlatformDirs(APP_NAME, appauthor=False, roaming=False)
        return cls(
            config_file=dirs.user_config_path / "settings.toml",
            data_dir=dirs.user_data_path,
            state_dir=dirs.user_state_path,
            runtime_dir=_runtime_dir(dirs),
            policy_dir=_policy_dir(),
            managed_preferences=_MANAGED_PREFERENCES if sys.platform == "darwin" else None,
            managed_user=_user() if sys.platform == "darwin" else None,
            registry=_registry(),
            secrets_dir=None if sys.platform == "win32" else _SECRETS_DIR,
            secrets_socket=_secrets_socket(),
        )

    @classmethod
    def under(cls, root: Path) -> "Paths":
        """Return places that all lie under one directory."""
        return cls(
            config_file=root / "config" / "settings.toml",
            data_dir=root / "data",
            state_dir=root / "state",
            runtime_dir=root / "run",
            policy_dir=root / "policy.d",
            managed_preferences=root / "Managed Preferences",
            managed_user="ann",
            policy_owner=0 if sys.platform == "win32" else os.geteuid(),
            secrets_dir=None if sys.platform == "win32" else root / "secrets.d",
            secrets_socket=None if sys.platform == "win32" else root / "broker" / "secrets.sock",
        )

    def make_runtime_dir(self) -> Path:
        """Make the directory for sockets and check that nobody else can reach into it.

        :raises PathsError: it can't be made, is a link, belongs to somebody else, or others may
            enter it. It may lie in a directory that everybody can write to, so whoever made it
            first may have meant harm.
        """
        directory = self.runtime_dir
        try:
            make_private(directory)
            facts = directory.lstat()
        except OSError as error:
            raise PathsError(f"{directory} can't be made: {error.strerror or error}") from error
        if sys.platform == "win32":
            return directory
        if not stat.S_ISDIR(facts.st_mode):
            raise PathsError(f"{directory} is no directory of its own but a link or a file")
        if facts.st_uid != os.geteuid():
            raise PathsError(f"{directory} belongs to somebody else; remove it")
        if facts.st_mode & 0o077:
            raise PathsError(f"{directory} is open to other users; set its mode to 700")
        return directory


def _secrets_socket() -> Path | None:
    if sys.platform == "win32":
        return None
    return Path("/var" if sys.platform == "darwin" else "/") / _SECRETS_SOCKET


def _policy_dir() -> Path | None:
    """On Windows the folder beside the installed program: only administrators write there."""
    if sys.platform == "win32":
        return Path(sys.executable).parent / "policy.d" if getattr(sys, "frozen", False) else None
    return None if sys.platform == "darwin" else _POLICY_DIR


def _registry() -> "Registry | None":
    if sys.platform == "win32":
        from notifier.settings.windows_registry import WindowsRegistry

        return WindowsRegistry()
    return None


def _user() -> str | None:
    """The name of who runs this: the system's, not a variable's, which anybody could set."""
    if sys.platform == "win32":
        return None
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return None


def _runtime_dir(dirs: PlatformDirs) -> Path:
    """Choose the place for sockets.

    Not left to platformdirs on Linux and its like: it warns, and it makes directories when only
    asked for their name.
    """
    if sys.platform in {"win32", "darwin"}:
        return dirs.user_runtime_path
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if named and Path(named).is_absolute():  # the specification says: ignore relative ones
        return Path(named) / APP_NAME
    # Missing under cron, sudo or in a container. systemd may have made its directory still.
    usual = Path(f"/run/user/{os.geteuid()}")
    if os.access(usual, os.W_OK | os.X_OK) and usual.stat().st_uid == os.geteuid():
        return usual / APP_NAME
    return Path(tempfile.gettempdir()) / f"{APP_NAME}-{os.geteuid()}"
