"""What a request gets: no sockets, no clocks, no files of its own.

A secret is given only for what the machine's policy uses it for. One that is shared with a TURN
server never leaves: credentials that expire are made from it, and where the same name is used as
a password or token as well, that is refused. Requests come from any user of the machine and are
believed in nothing.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from notifier.settings.model import ServerSetting, Settings
from notifier.settings.secret_files import NAME, SecretFileError
from notifier.settings.secrets import turn_rest
from notifier.settings.secrets_service import MAX_REQUEST, ServiceRefusal

__all__ = ["BURST", "MAX_USERS", "PER_SECOND", "Allowances", "Reply", "reply_to"]

BURST = 64
"""Requests of one user at once: a run asks once for each server, of which there are 16 at most,
and several programs of theirs may start together."""

PER_SECOND = 1.0
"""After that; a run every minute needs less."""

MAX_USERS = 4096
"""Users whose allowance is known. Who has a full one is not kept."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back, and what is said of it in the log."""

    document: dict[str, str] = field(repr=False)
    told: str
    """Never a secret, nor anything that the request made up."""

    @property
    def line(self) -> bytes:
        """As it goes over the socket."""
        return json.dumps(self.document).encode() + b"\n"


def reply_to(
    request: bytes, settings: Settings, read: Callable[[str], str], *, now: float, chance: str
) -> Reply:
    """Answer one request.

    :param settings: what the machine's policy alone gives.
    :param read: returns a secret by its name, or raises :class:`SecretFileError`.
    :param now: seconds since 1970-01-01 UTC.
    :param chance: a random word, the user's name in credentials where policy gives none.
    """
    asked = _understood(request)
    if asked is None:
        return refusal("request")
    name, url = asked
    if NAME.fullmatch(name) is None:
        return refusal("not-named")
    server: ServerSetting | None = None
    if url is not None:
        server = next(
            (s for s in settings.servers if url in s.urls and s.secret_file == name), None
        )
        if server is None:
            return refusal("not-named", name)
    elif settings.fleet_secret_file != name:
        return refusal("not-named", name)
    rest = server is not None and server.credential == "turn-rest"
    if not rest and any(
        s.secret_file == name and s.credential == "turn-rest" for s in settings.servers
    ):
        return refusal("shared", name)
    try:
        secret = read(name)
    except SecretFileError as error:
        return refusal(error.refusal, name)
    if server is None or not rest:
        return Reply({"value": secret}, f"{name} given out")
    made = turn_rest(secret, server.username or chance, now=now)
    return Reply(
        {"username": made.username, "password": made.password},
        f"credentials made from {name} given out",
    )


def refusal(word: ServiceRefusal, name: str | None = None) -> Reply:
    """Say no.

    :param name: of the secret, where it is one.
    """
    return Reply({"refused": word}, f"refused: {word}" if name is None else f"{name}: {word}")


def _understood(request: bytes) -> tuple[str, str | None] | None:
    if len(request) > MAX_REQUEST or not request.endswith(b"\n"):
        return None
    try:
        match json.loads(request):
            case {"secret": str(name), "server": str(url), **rest} if not rest:
                return name, url
            case {"secret": str(name), **rest} if not rest:
                return name, None
    except (ValueError, RecursionError):
        pass
    return None


@dataclass(slots=True)
class Allowances:
    """How often each user may still ask; times are seconds of any clock that does not go back."""

    _left: dict[int | None, tuple[float, float]] = field(default_factory=dict)
    """What was left, and when; the longest unheard first."""

    def take(self, user: int | None, now: float) -> bool:
        """Whether this user may ask now, which counts as asking."""
        left, since = self._left.pop(user, (float(BURST), now))
        left = min(float(BURST), left + (now - since) * PER_SECOND)
        allowed = left >= 1
        self._left[user] = (left - 1 if allowed else left, now)
        self._forget(now)
        return allowed

    def _forget(self, now: float) -> None:
        full_s = BURST / PER_SECOND
        while self._left:
            user, (_left, since) = next(iter(self._left.items()))
            if now - since < full_s and len(self._left) <= MAX_USERS:
                return
            del self._left[user]
