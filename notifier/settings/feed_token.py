"""The token that a web application says on the WebSocket, beside its origin.

Any program on this machine, also another person's, can connect to 127.0.0.1 and name an origin
that it does not have; only who can read this person's files knows the token.
"""

import re
import secrets
from contextlib import suppress

from notifier.settings.atomic import replace
from notifier.settings.kept import kept
from notifier.settings.paths import Paths

__all__ = ["feed_token", "new_feed_token"]

TOKEN_BYTES = 32
"""Of chance: nobody guesses 256 bits, however many connections they make."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
"""32 bytes in base64url (RFC 4648 section 5) without padding."""


def feed_token(paths: Paths) -> str:
    """Return the token of this installation and user, made at the first call.

    :raises OSError: it can't be read or stored.
    """
    return kept(paths.feed_token_file, _made, _accepted)


def new_feed_token(paths: Paths) -> str:
    """Put another token in the place of the one there was, and return it.

    :raises OSError: it can't be stored; the old one is then still in force.
    """
    token = _made()
    with suppress(FileNotFoundError):
        paths.feed_token_file.chmod(0o600)  # replacing keeps the mode
    replace(paths.feed_token_file, f"{token}\n".encode())
    return token


def _made() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def _accepted(text: str) -> str | None:
    return text if _TOKEN.fullmatch(text) else None
