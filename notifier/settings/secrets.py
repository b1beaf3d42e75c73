"""Secrets of TURN servers: from an environment variable or the key ring, never from a file.

Names in the key ring: the service is ``call-notifier``, the user name is ``USER@HOST``, for a
shared secret ``turn-rest:USER@HOST`` (USER may be empty then). A server with addresses on several
hosts has one entry for each, so that adding or removing an address loses nothing; the first one
found counts.

A key ring is another program and may keep us waiting for ever: a locked one does until somebody
types a password. So it is asked by one daemon thread, which a stuck question can neither multiply
nor make hold up the end of the program, and each question has a time limit of its own.
"""

import asyncio
import base64
import hashlib
import hmac
import queue
import threading
import unicodedata
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from notifier.sentence import Sentence, sentence
from notifier.settings.model import ServerSetting
from notifier.settings.paths import APP_NAME
from notifier.turn.uri import parse_turn_uri

__all__ = [
    "KEY_RING_LIMIT_S",
    "MAX_SECRET",
    "STORE_LIMIT_S",
    "TURN_REST_LIFETIME_S",
    "Credentials",
    "SecretProblem",
    "entries",
    "forget",
    "needs_secret",
    "resolve",
    "store",
    "turn_rest",
]

KEY_RING_LIMIT_S = 10.0
"""Reading a secret. A key ring that is open answers within a tenth of a second; a test must not
wait for somebody to come back and type the password of one that is locked."""

STORE_LIMIT_S = 60.0
"""Storing or deleting one: a person asked for it and may first have to unlock the key ring."""

TURN_REST_LIFETIME_S = 3600
"""How long a password made from a shared secret lasts: a run takes a minute or two, and clocks
of client and server may differ by several."""

MAX_SECRET = 1024
"""Characters; Windows' Credential Manager takes 1280."""

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the long-term credential mechanism needs (RFC 8489 section 9.2)."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SecretProblem:
    """There is no secret to be had."""

    reason: Literal[
        "not-stored", "no-variable", "no-key-ring", "locked", "timeout", "failed", "bad"
    ]
    message: Sentence
    """One sentence that says what to do."""


def needs_secret(setting: ServerSetting) -> bool:
    """Whether the server is used with credentials at all."""
    return setting.username is not None or setting.credential == "turn-rest"


def entries(setting: ServerSetting) -> tuple[str, ...]:
    """Return the user names of the server's entries in the key ring, one for each host."""
    kind = "turn-rest:" if setting.credential == "turn-rest" else ""
    hosts = (parse_turn_uri(url).host.lower().rstrip(".") for url in setting.urls)
    return tuple(dict.fromkeys(f"{kind}{setting.username or ''}@{host}" for host in hosts))


def turn_rest(secret: str, username: str | None, *, now: float) -> Credentials:
    """Make credentials that expire from a secret shared with the server.

    The scheme of draft-uberti-behave-turn-rest-00, section 2.2, which coturn (``use-auth-secret``)
    and most hosted TURN services follow: the user name is the time of expiry, then a colon and
    the name where there is one; the password is the base64 of its HMAC-SHA1.

    :param now: seconds since 1970-01-01 UTC, by the wall clock: the server compares with its own.
    """
    expiry = int(now) + TURN_REST_LIFETIME_S
    name = f"{expiry}:{username}" if username else f"{expiry}"
    digest = hmac.new(secret.encode(), name.encode(), hashlib.sha1).digest()
    return Credentials(name, base64.b64encode(digest).decode())


async def resolve(
    setting: ServerSetting,
    *,
    environ: Mapping[str, str],
    now: float,
    limit_s: float = KEY_RING_LIMIT_S,
) -> Credentials | SecretProblem | None:
    """Return what to log in to a server with; None where it is used without credentials.

    The environment variable that the setting names is asked, and it alone; without one the key
    ring.

    :param now: seconds since 1970-01-01 UTC, for credentials that expire.
    :param limit_s: how long to wait for the key ring, seconds.
    """
    if not needs_secret(setting):
        return None
    secret: str | SecretProblem
    if setting.password_env is not None:
        secret = _from_environment(setting.password_env, environ)
    else:
        secret = await _from_key_ring(setting, limit_s)
    if isinstance(secret, SecretProblem):
        return secret
    if setting.credential == "turn-rest":
        return turn_rest(secret, setting.username, now=now)
    return Credentials(setting.username or "", secret)


async def store(
    setting: ServerSetting, secret: str, *, limit_s: float = STORE_LIMIT_S
) -> SecretProblem | None:
    """Put a server's secret into the key ring; None where that worked."""
    if problem := _unusable(secret, sentence("The secret")):
        return problem
    names = entries(setting)

    def put(key_ring: Any) -> SecretProblem | None:
        for name in names:
            key_ring.set_password(APP_NAME, name, secret)
        # Some take a secret and keep nothing: the null one, and policies that forbid storing.
        if key_ring.get_password(APP_NAME, names[0]) != secret:
            message = sentence(
                "The key ring did not keep the secret. "
                "Name an environment variable with password-env instead."
            )
            return SecretProblem("failed", message)
        return None

    return await _ask(put, limit_s)


async def forget(setting: ServerSetting, *, limit_s: float = STORE_LIMIT_S) -> SecretProblem | None:
    """Delete a server's secret from the key ring; None where that worked."""
    names = entries(setting)

    def delete(key_ring: Any) -> SecretProblem | None:
        stored = [name for name in names if key_ring.get_password(APP_NAME, name) is not None]
        for name in stored:
            key_ring.delete_password(APP_NAME, name)
        return None if stored else _not_stored(names)

    return await _ask(delete, limit_s)


def _not_stored(names: tuple[str, ...]) -> SecretProblem:
    return SecretProblem(
        "not-stored",
        sentence(
            "No password is stored in the key ring for {names}: store it with "
            "call-notifier config password URL, or name an environment variable with "
            "password-env.",
            names=", ".join(names),
        ),
    )


def _unusable(secret: str, name: Sentence) -> SecretProblem | None:
    if not secret:
        return SecretProblem("bad", sentence("{what} is empty.", what=name))
    if len(secret) > MAX_SECRET:
        message = sentence("{what} is longer than {limit} characters.", what=name, limit=MAX_SECRET)
        return SecretProblem("bad", message)
    # RFC 8265 section 4.2 (OpaqueString), which RFC 8489 prescribes for passwords, has none. A
    # line break is usually the trace of a file that was read whole.
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in secret):
        message = sentence("{what} holds a line break or another control character.", what=name)
        return SecretProblem("bad", message)
    return None


def _from_environment(name: str, environ: Mapping[str, str]) -> str | SecretProblem:
    secret = environ.get(name)
    if secret is None:
        message = sentence("The environment variable {name} is not set.", name=name)
        return SecretProblem("no-variable", message)
    variable = sentence("The environment variable {name}", name=name)
    return _unusable(secret, variable) or secret


async def _from_key_ring(setting: ServerSetting, limit_s: float) -> str | SecretProblem:
    names = entries(setting)

    stored = sentence("The secret in the key ring")

    def get(key_ring: Any) -> str | SecretProblem:
        for name in names:
            secret = key_ring.get_password(APP_NAME, name)
            if secret is not None:
                return _unusable(secret, stored) or str(secret)
        return _not_stored(names)

    return await _ask(get, limit_s)


async def _ask(
    question: Callable[[Any], _Result | SecretProblem], limit_s: float
) -> _Result | SecretProblem:
    future: Future[_Result | SecretProblem] = Future()
    _questions.put((lambda: _answer(question), future))
    _start_thread()
    try:
        return await asyncio.wait_for(asyncio.wrap_future(future), limit_s)
    except TimeoutError:
        return SecretProblem(
            "timeout",
            sentence(
                "The key ring did not answer within {seconds} s; it may be locked: unlock it, or "
                "name an environment variable with password-env.",
                seconds=f"{limit_s:g}",
            ),
        )


def _answer(question: Callable[[Any], _Result | SecretProblem]) -> _Result | SecretProblem:
    """Ask the key ring. Runs in the thread; whatever goes wrong is an answer."""
    try:
        import keyring  # takes longer to import than the whole of the settings
        from keyring import core
        from keyring.backend import KeyringBackend
        from keyring.backends import fail, null
        from keyring.errors import InitError, KeyringLocked, NoKeyringError

        none = SecretProblem(
            "no-key-ring",
            sentence(
                "There is no key ring on this system. "
                "Name an environment variable with password-env instead."
            ),
        )
        key_ring = keyring.get_keyring()
        if isinstance(key_ring, fail.Keyring) and not (core.load_env() or core.load_config()):
            # Nobody chose it: none was there when we first asked. A program that starts with the
            # session may have asked before the key ring's own program was up.
            viable = [kind for kind in KeyringBackend.get_viable_backends() if kind.priority >= 1]
            if viable:
                key_ring = max(viable, key=lambda kind: kind.priority)()
                keyring.set_keyring(key_ring)
        if isinstance(key_ring, fail.Keyring):
            return none
        # The null backend, chosen to switch key rings off, answers like an empty one. Any other
        # one below 1 is not recommended: it may keep secrets in a plain file.
        if not isinstance(key_ring, null.Keyring) and key_ring.priority < 1:
            return none
        try:
            return question(key_ring)
        except (KeyringLocked, InitError):  # the latter: no prompt to unlock it could be shown
            return SecretProblem(
                "locked",
                sentence(
                    "The key ring is locked or can't be opened: unlock it, or name an environment "
                    "variable with password-env."
                ),
            )
        except NoKeyringError:
            return none
    except Exception as error:  # a backend may raise anything: D-Bus, ctypes, its own
        # Its text is not repeated: nobody promises that it holds no secret.
        return SecretProblem(
            "failed",
            sentence(
                "The key ring can't be used ({kind}). "
                "Name an environment variable with password-env instead.",
                kind=type(error).__name__,
            ),
        )


_Question = tuple[Callable[[], Any], "Future[Any]"]
_questions: "queue.SimpleQueue[_Question]" = queue.SimpleQueue()
_thread: threading.Thread | None = None
_thread_lock = threading.Lock()


def _start_thread() -> None:
    """Start the one thread that talks to the key ring, at the first question."""
    global _thread
    with _thread_lock:
        if _thread is None or not _thread.is_alive():
            # Not an executor's thread: the interpreter waits for those when it ends.
            _thread = threading.Thread(target=_answer_all, name="key ring", daemon=True)
            _thread.start()


def _answer_all() -> None:
    while True:
        ask, future = _questions.get()
        if future.set_running_or_notify_cancel():  # else its time limit has passed meanwhile
            future.set_result(ask())
