"""Where the feed listens: the same place for the program and for all clients, found cheaply.

The folder is that of ``notifier.settings.paths``, which is found there with a library that takes
longer to load than the native messaging host has to start; a test holds both to the same answer.
"""

import os
import stat
import sys
from collections.abc import Mapping

from notifier.sentence import sentence

__all__ = ["PIPE_PREFIX", "SOCKET_NAME", "address_of_this_user", "runtime_dir", "wrong_folder"]

_APP_NAME = "call-notifier"
SOCKET_NAME = "feed.sock"

PIPE_PREFIX = "\\\\.\\pipe\\"
"""What the name of every named pipe of Windows begins with."""


def address_of_this_user(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> str:
    """The socket's path; on Windows the name of a named pipe. Touches nothing.

    :raises OSError: Windows does not know who the user is.
    """
    if platform == "win32":
        # From the system and not from the environment, which may be another user's.
        return f"{PIPE_PREFIX}{_APP_NAME}-{os.getlogin()}-feed"
    return os.path.join(runtime_dir(environ, platform), SOCKET_NAME)


def runtime_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """The folder of sockets, of every platform that has them."""
    named = environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(named):
        return os.path.join(named, _APP_NAME)
    if platform == "darwin":
        return os.path.join(os.path.expanduser("~/Library/Caches/TemporaryItems"), _APP_NAME)
    usual = f"/run/user/{os.geteuid()}"
    if os.access(usual, os.W_OK | os.X_OK) and os.stat(usual).st_uid == os.geteuid():
        return os.path.join(usual, _APP_NAME)
    import tempfile  # dear, and hardly ever needed

    return os.path.join(tempfile.gettempdir(), f"{_APP_NAME}-{os.geteuid()}")


def wrong_folder(address: str) -> str | None:
    """Why the socket's folder can't be trusted, in a sentence; None where it can.

    It may lie in a folder that everybody can write to, so that somebody else may have made it to
    listen there. Clients ask before they say anything; a missing folder is nothing to trust either.
    """
    if address.startswith(PIPE_PREFIX):
        return None
    folder = os.path.dirname(address)
    try:
        facts = os.lstat(folder)
    except OSError as error:
        reason = error.strerror or error
        return sentence("{file} can't be used: {reason}.", file=folder, reason=reason)
    if not stat.S_ISDIR(facts.st_mode):
        return sentence("{folder} is no folder of its own but a link or a file.", folder=folder)
    if sys.platform != "win32" and facts.st_uid != os.geteuid():
        return sentence("{folder} belongs to somebody else; remove it.", folder=folder)
    if facts.st_mode & 0o077:
        return sentence("{folder} is open to other users; set its mode to 700.", folder=folder)
    return None
