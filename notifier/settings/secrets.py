"""Secrets of TURN servers: from an environment variable, the key ring, or what only root can read.

Settings never hold one. A policy may name a file that only root can read
(:mod:`notifier.settings.secret_files`): who may read it reads it, and everybody else asks root's
service, which keeps what is shared with a server to itself (:mod:`notifier.broker`).

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
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex
from typing import Any, Literal, TypeVar

from notifier.sentence import Sentence, sentence
from notifier.settings.model import ServerSetting
from notifier.settings.paths import APP_NAME, Paths
from notifier.settings.secret_files import MAX_SECRET, SecretFileError, is_one_line, read_secret
from notifier.settings.secrets_service import Answer, NoAnswerError, ServiceRefusal, ask
from notifier.turn.uri import parse_turn_uri

__all__ = [
    "KEY_RING_LIMIT_S",
    "MAX_SECRET",
    "SERVICE_LIMIT_S",
    "STORE_LIMIT_S",
    "TURN_REST_LIFETIME_S",
    "Credentials",
    "SecretProblem",
    "entries",
    "forget",
    "from_environment",
    "named",
    "needs_secret",
    "nobodys_name",
    "resolve",
    "store",
    "stored",
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

SERVICE_LIMIT_S = 10.0
"""Asking root's service: it answers within a tenth of a second, but may have to be started first,
on a machine that is just starting itself."""

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
        "not-stored",
        "no-variable",
        "no-key-ring",
        "locked",
        "timeout",
        "failed",
        "bad",
        "no-file",
        "refused",
        "no-service",
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


def nobodys_name() -> str:
    """A random user name for credentials that expire, where policy gives none.

    Without one, all machines that make theirs in the same second have the same, and a server's
    quota for one user would be one for all of them.
    """
    return token_hex(8)


async def resolve(
    setting: ServerSetting,
    *,
    environ: Mapping[str, str],
    now: float,
    limit_s: float = KEY_RING_LIMIT_S,
    paths: Paths | None = None,
) -> Credentials | SecretProblem | None:
    """Return what to log in to a server with; None where it is used without credentials.

    The secret that only root can read is asked for where the setting names one, and it alone;
    else the environment variable that it names, and it alone; without one the key ring.

    :param now: seconds since 1970-01-01 UTC, for credentials that expire.
    :param limit_s: how long to wait for the key ring, seconds.
    :param paths: where root's secrets and its service are; None: where they are by default.
    """
    if not needs_secret(setting):
        return None
    secret: str | SecretProblem
    if setting.secret_file is not None:
        found = await _from_root(
            setting.secret_file, setting.urls[0], paths or Paths.default(), SERVICE_LIMIT_S
        )
        if isinstance(found, Answer):
            return _as_credentials(setting, found)
        secret = found
        setting = replace(setting, username=setting.username or nobodys_name())
    elif setting.password_env is not None:
        secret = from_environment(setting.password_env, environ)
    else:
        secret = await _from_key_ring(setting, limit_s)
    if isinstance(secret, SecretProblem):
        return secret
    if setting.credential == "turn-rest":
        return turn_rest(secret, setting.username, now=now)
    return Credentials(setting.username or "", secret)


async def named(
    name: str, *, paths: Paths | None = None, limit_s: float = SERVICE_LIMIT_S
) -> str | SecretProblem:
    """Return a secret that only root can read and that is for no TURN server: a token.

    :param name: as policy has it.
    :param limit_s: how long to wait for root's service, seconds.
    """
    found = await _from_root(name, None, paths or Paths.default(), limit_s)
    if not isinstance(found, Answer):
        return found
    return found.secret if found.username is None else _service_failed(name)


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


async def stored(
    setting: ServerSetting, *, limit_s: float = STORE_LIMIT_S
) -> str | SecretProblem | None:
    """Return a server's secret as the key ring has it, None where it has none that can be used.

    For who is about to change it: it is waited for as long as for storing one.
    """
    found = await _from_key_ring(setting, limit_s)
    if isinstance(found, SecretProblem) and found.reason in ("not-stored", "bad"):
        return None
    return found


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
    if not is_one_line(secret):
        message = sentence("{what} holds a line break or another control character.", what=name)
        return SecretProblem("bad", message)
    return None


def from_environment(name: str, environ: Mapping[str, str]) -> str | SecretProblem:
    """Return what an environment variable holds: a password, a shared secret, a token."""
    secret = environ.get(name)
    if secret is None:
        message = sentence("The environment variable {name} is not set.", name=name)
        return SecretProblem("no-variable", message)
    variable = sentence("The environment variable {name}", name=name)
    return _unusable(secret, variable) or secret


async def _from_root(
    name: str, server: str | None, paths: Paths, limit_s: float
) -> str | Answer | SecretProblem:
    """Return a secret where this process may read it, else what root's service answers.

    :param server: an address of the server it is for; None where it is for none.
    """
    folder, socket = paths.secrets_dir, paths.secrets_socket
    if folder is None or socket is None:
        message = sentence(
            "The secret {name} can't be read: this system has no secrets that only root can "
            "read. The administrator has to name an environment variable with password-env "
            "instead.",
            name=name,
        )
        return SecretProblem("refused", message)
    try:
        return read_secret(folder, name, owner=paths.policy_owner)
    except SecretFileError as error:
        if error.refusal != "denied":
            return _refused(error.refusal, name, folder)
    try:
        answer = await ask(socket, name, server=server, owner=paths.policy_owner, limit_s=limit_s)
    except NoAnswerError as error:
        match error.why:
            case "late":
                message = sentence(
                    "The service that reads the secret {name} did not answer within {seconds} s; "
                    "the administrator finds the reason in the log of {service}.",
                    name=name,
                    seconds=f"{limit_s:g}",
                    service=_service(),
                )
                return SecretProblem("timeout", message)
            case "absent":
                message = sentence(
                    "The service that reads the secret {name} does not run: the administrator has "
                    "to start {service}.",
                    name=name,
                    service=_service(),
                )
                return SecretProblem("no-service", message)
            case _:
                return _service_failed(name)
    return answer if answer.refused is None else _refused(answer.refused, name, folder)


def _service() -> str:
    """What an administrator knows it by: the name that systemd or launchd has for it."""
    if sys.platform == "darwin":
        return "org.call-notifier.secrets"
    return "call-notifier-secrets.socket"


def _service_failed(name: str) -> SecretProblem:
    message = sentence(
        "The service that reads the secret {name} gave an answer that makes no sense; the "
        "administrator has to see that {service} has the version of this program.",
        name=name,
        service=_service(),
    )
    return SecretProblem("failed", message)


def _refused(refusal: ServiceRefusal, name: str, folder: Path) -> SecretProblem:
    file = folder / name
    match refusal:
        case "missing":
            message = sentence(
                "There is no secret {name} on this computer: the administrator has to write it "
                "into {file}, which only root can read.",
                name=name,
                file=file,
            )
            return SecretProblem("no-file", message)
        case "folder":
            message = sentence(
                "Others than root can write to {folder}, so that no secret in it is used: the "
                "administrator has to make it root's, with mode 700.",
                folder=folder,
            )
        case "owner" | "open" | "kind":
            message = sentence(
                "The secret {name} is not used: the administrator has to make {file} an ordinary "
                "file that belongs to root, with mode 600.",
                name=name,
                file=file,
            )
        case "content":
            message = sentence(
                "The secret {name} is not used: the administrator has to write one line of at "
                "most {limit} characters into {file}.",
                name=name,
                limit=MAX_SECRET,
                file=file,
            )
            return SecretProblem("bad", message)
        case "not-named":
            message = sentence(
                "The secret {name} is not given out: the administrator has to name it as "
                "secret-file where it is used, in a policy that this computer has in force.",
                name=name,
            )
        case "shared":
            message = sentence(
                "The secret {name} is not given out, because it is shared with a TURN server: the "
                "administrator has to use another one here.",
                name=name,
            )
        case "busy":
            message = sentence(
                "The service that reads the secret {name} is asked too often; the next test asks "
                "again.",
                name=name,
            )
        case _:
            message = sentence(
                "The secret {name} can't be read: the administrator finds the reason in the log "
                "of {service}.",
                name=name,
                service=_service(),
            )
            return SecretProblem("failed", message)
    return SecretProblem("refused", message)


def _as_credentials(setting: ServerSetting, found: Answer) -> Credentials | SecretProblem:
    """Hold an answer against what the setting needs: credentials that expire, or a password."""
    if (found.username is None) == (setting.credential == "turn-rest"):
        return _service_failed(str(setting.secret_file))
    return Credentials(found.username or setting.username or "", found.secret)


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
