"""Secrets: where they come from, what happens where there are none, and that nothing hangs."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from notifier.settings.model import ServerSetting
from notifier.settings.secrets import (
    MAX_SECRET,
    TURN_REST_LIFETIME_S,
    Credentials,
    SecretProblem,
    entries,
    forget,
    resolve,
    store,
    stored,
    turn_rest,
)
from tests.session_bus import session_bus
from tests.settings.key_ring import Blocking, InMemory, gnome_key_ring, using

ANN = ServerSetting(("turn:One.example", "turns:one.example.", "turn:two.example"), username="ann")
REST = ServerSetting(("turn:one.example",), username="ann", credential="turn-rest")
ENV = ServerSetting(("turn:one.example",), username="ann", password_env="TURN_SECRET")
SECRET = "Grüße, hunter2"


@pytest.fixture
def ring() -> Iterator[InMemory]:
    backend = InMemory()
    with using(backend):
        yield backend


def reason(result: object) -> str:
    assert isinstance(result, SecretProblem), result
    assert result.message.endswith(".")
    assert result.message.isprintable()
    assert SECRET not in repr(result)
    return result.reason


async def test_without_a_username_nothing_is_asked_for() -> None:
    blocking = Blocking()
    with using(blocking):
        assert await resolve(ServerSetting(("turn:a",)), environ={}, now=0) is None
    assert blocking.asked == 0


async def test_the_named_variable_is_asked_and_it_alone(ring: InMemory) -> None:
    ring.kept["call-notifier", "ann@one.example"] = "another"
    assert await resolve(ENV, environ={"TURN_SECRET": SECRET}, now=0) == Credentials("ann", SECRET)
    missing = await resolve(ENV, environ={}, now=0)
    assert reason(missing) == "no-variable"
    assert isinstance(missing, SecretProblem)
    assert "TURN_SECRET" in missing.message


@pytest.mark.parametrize("secret", ["", "line\n", "\0", "x" * (MAX_SECRET + 1)])
async def test_a_variable_with_a_useless_value_is_told_without_it(secret: str) -> None:
    result = await resolve(ENV, environ={"TURN_SECRET": secret}, now=0)
    assert reason(result) == "bad"
    assert isinstance(result, SecretProblem)
    assert "TURN_SECRET" in result.message
    assert "x" * 20 not in result.message


async def test_the_key_ring_keeps_and_forgets(ring: InMemory) -> None:
    assert reason(await resolve(ANN, environ={}, now=0)) == "not-stored"
    assert await store(ANN, SECRET) is None
    assert ring.kept == {
        ("call-notifier", "ann@one.example"): SECRET,
        ("call-notifier", "ann@two.example"): SECRET,
    }
    assert await resolve(ANN, environ={}, now=0) == Credentials("ann", SECRET)
    assert await forget(ANN) is None
    assert ring.kept == {}
    assert reason(await forget(ANN)) == "not-stored"


async def test_what_is_stored_is_known_before_it_is_replaced(ring: InMemory) -> None:
    assert await stored(ANN) is None
    await store(ANN, SECRET)
    assert await stored(ANN) == SECRET
    ring.kept = dict.fromkeys(ring.kept, "two\nlines")
    assert await stored(ANN) is None, "nobody could bring it back"


async def test_a_key_ring_that_does_not_say_what_it_has() -> None:
    blocking = Blocking()
    with using(blocking):
        try:
            assert reason(await stored(ANN, limit_s=0.05)) == "timeout"
        finally:
            blocking.released.set()


async def test_an_address_more_or_less_loses_nothing(ring: InMemory) -> None:
    await store(ANN, SECRET)
    for urls in [("turn:two.example",), ("turn:new.example", "turn:one.example:443")]:
        changed = ServerSetting(urls, username="ann")
        assert await resolve(changed, environ={}, now=0) == Credentials("ann", SECRET)


def test_entries_are_named_by_user_and_host() -> None:
    assert entries(ANN) == ("ann@one.example", "ann@two.example")
    assert entries(REST) == ("turn-rest:ann@one.example",)
    assert entries(ServerSetting(("turn:[2001:DB8::1]",), credential="turn-rest")) == (
        "turn-rest:@2001:db8::1",
    )


@pytest.mark.parametrize("secret", ["", "two\nlines", "\udcff", "x" * (MAX_SECRET + 1)])
async def test_a_useless_secret_is_not_stored(ring: InMemory, secret: str) -> None:
    assert reason(await store(ANN, secret)) == "bad"
    assert ring.kept == {}


def test_credentials_hide_the_password() -> None:
    credentials = Credentials("ann", SECRET)
    assert SECRET not in f"{credentials} {credentials!r}"


def test_turn_rest_credentials_are_those_of_the_draft() -> None:
    # The passwords: printf NAME | openssl dgst -sha1 -hmac north -binary | base64
    now = 1_700_003_600 - TURN_REST_LIFETIME_S
    assert turn_rest("north", "ann", now=now + 0.9) == Credentials(
        "1700003600:ann", "TwqKCcbzejRFa1sgGqGS7SEzCGg="
    )
    assert turn_rest("north", None, now=now) == Credentials(
        "1700003600", "xF4I6gruVt/PjGbjajGu2UlidPk="
    )


async def test_a_shared_secret_becomes_credentials_that_expire(ring: InMemory) -> None:
    await store(REST, "north")
    now = 1_700_003_600.0 - TURN_REST_LIFETIME_S
    expected = turn_rest("north", "ann", now=now)
    assert await resolve(REST, environ={}, now=now) == expected
    nameless = ServerSetting(("turn:a",), credential="turn-rest", password_env="S")
    assert await resolve(nameless, environ={"S": "north"}, now=now) == Credentials(
        "1700003600", turn_rest("north", None, now=now).password
    )


# Key rings that are of no use.


async def test_no_key_ring_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    with using(keyring.backends.fail.Keyring()):  # type: ignore[no-untyped-call]
        result = await resolve(ANN, environ={}, now=0)
        assert reason(result) == "no-key-ring"
        assert reason(await store(ANN, SECRET)) == "no-key-ring"
        assert reason(await forget(ANN)) == "no-key-ring"
    assert isinstance(result, SecretProblem)
    assert "password-env" in result.message


async def test_a_key_ring_that_is_switched_off_has_nothing_and_keeps_nothing() -> None:
    with using(keyring.backends.null.Keyring()):  # type: ignore[no-untyped-call]
        assert reason(await resolve(ANN, environ={}, now=0)) == "not-stored"
        assert reason(await store(ANN, SECRET)) == "failed"
        assert reason(await forget(ANN)) == "not-stored"


async def test_a_key_ring_that_is_not_recommended_gets_no_secret() -> None:
    class PlainFile(InMemory):
        priority = 0.5  # type: ignore[assignment]

    backend = PlainFile()
    with using(backend):
        assert reason(await store(ANN, SECRET)) == "no-key-ring"
    assert backend.kept == {}


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (keyring.errors.KeyringLocked(SECRET), "locked"),
        (keyring.errors.InitError(SECRET), "locked"),
        (keyring.errors.NoKeyringError(SECRET), "no-key-ring"),
        (keyring.errors.PasswordSetError(SECRET), "failed"),
        (RuntimeError(SECRET), "failed"),
        (OSError(5, SECRET), "failed"),
    ],
)
async def test_whatever_a_key_ring_raises_is_one_sentence(error: Exception, expected: str) -> None:
    class Broken(InMemory):
        def get_password(self, service: str, username: str) -> str | None:
            raise error

        def set_password(self, service: str, username: str, password: str) -> None:
            raise error

    with using(Broken()):
        assert reason(await resolve(ANN, environ={}, now=0)) == expected
        assert reason(await store(ANN, SECRET)) == expected
        assert reason(await forget(ANN)) == expected


async def test_a_key_ring_that_does_not_answer_costs_its_limit_and_one_thread() -> None:
    blocking = Blocking()
    with using(blocking):
        first = asyncio.create_task(resolve(ANN, environ={}, now=0, limit_s=60))
        try:
            assert await asyncio.to_thread(blocking.entered.wait, 30)
            results = await asyncio.gather(
                *(resolve(ANN, environ={}, now=0, limit_s=0.2) for _ in range(5))
            )
            assert [reason(result) for result in results] == ["timeout"] * 5
            named = [thread for thread in threading.enumerate() if thread.name == "key ring"]
            assert len(named) == 1
            assert named[0].daemon
            assert blocking.asked == 1, "one question is stuck; the others were never put"
        finally:
            blocking.released.set()
        # It was only locked: from now on it answers, and abandoned questions are not put.
        assert reason(await first) == "not-stored"
        assert reason(await resolve(ANN, environ={}, now=0, limit_s=60)) == "not-stored"
    assert blocking.asked == 2 * len(entries(ANN))


async def test_a_cancelled_question_leaves_the_key_ring_usable(ring: InMemory) -> None:
    blocking = Blocking()
    with using(blocking):
        task = asyncio.create_task(resolve(ANN, environ={}, now=0))
        assert await asyncio.to_thread(blocking.entered.wait, 30)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        blocking.released.set()
    assert await store(ANN, SECRET) is None


def test_a_key_ring_that_never_answers_does_not_hold_up_the_end() -> None:
    code = (
        "import asyncio, keyring, threading\n"
        "from keyring.backend import KeyringBackend\n"
        "from notifier.settings.model import ServerSetting\n"
        "from notifier.settings.secrets import resolve\n"
        "class Stuck(KeyringBackend):\n"
        "    priority = 5\n"
        "    def get_password(self, service, username): threading.Event().wait()\n"
        "    set_password = delete_password = get_password\n"
        "keyring.set_keyring(Stuck())\n"
        "setting = ServerSetting(('turn:a',), username='ann')\n"
        "print(asyncio.run(resolve(setting, environ={}, now=0, limit_s=0.2)).reason)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert (done.stdout, done.stderr) == ("timeout\n", "")


def test_a_key_ring_that_can_not_be_loaded_is_one_sentence() -> None:
    code = (
        "import asyncio\n"
        "from notifier.settings.model import ServerSetting\n"
        "from notifier.settings.secrets import resolve\n"
        "setting = ServerSetting(('turn:a',), username='ann')\n"
        "print(asyncio.run(resolve(setting, environ={}, now=0, limit_s=60)).message)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHON_KEYRING_BACKEND": "no.such.module.Keyring", "PYTHONPATH": _path()},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith("The key ring can't be used (ModuleNotFoundError).")
    assert done.stderr == ""


def _path() -> str:
    return ":".join(path for path in sys.path if path)


# The real thing.

_REAL = """
import asyncio, os
from notifier.settings.model import ServerSetting
from notifier.settings.secrets import forget, resolve, store

setting = ServerSetting(("turn:one.example", "turn:two.example"), username="ann")

async def main():
    bus = os.environ.pop("DBUS_SESSION_BUS_ADDRESS")
    print((await resolve(setting, environ={}, now=0, limit_s=60)).reason)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus
    print((await resolve(setting, environ={}, now=0, limit_s=60)).reason)
    print(await store(setting, "Grüße"))
    print((await resolve(setting, environ={}, now=0, limit_s=60)).password)
    print(await store(setting, "once more"))
    print((await resolve(setting, environ={}, now=0, limit_s=60)).password)
    print(await forget(setting))
    print((await resolve(setting, environ={}, now=0, limit_s=60)).reason)

asyncio.run(main())
"""


@pytest.mark.tools("dbus-daemon", "gnome-keyring-daemon")
def test_gnome_key_ring_keeps_and_forgets_and_may_come_late(tmp_path: Path) -> None:
    with gnome_key_ring(tmp_path / "home") as environ:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", _REAL],
            env=environ,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=90,
            check=False,
        )
    assert done.stderr == ""
    assert done.stdout.split("\n") == [
        "no-key-ring",
        "not-stored",
        "None",
        "Grüße",
        "None",
        "once more",
        "None",
        "not-stored",
        "",
    ]


@pytest.mark.tools("dbus-daemon")
def test_a_bus_without_a_key_ring_is_no_key_ring(tmp_path: Path) -> None:
    code = (
        "import asyncio\n"
        "from notifier.settings.model import ServerSetting\n"
        "from notifier.settings.secrets import resolve\n"
        "setting = ServerSetting(('turn:a',), username='ann')\n"
        "print(asyncio.run(resolve(setting, environ={}, now=0, limit_s=60)).reason)\n"
    )
    with session_bus(tmp_path) as address:
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={
                "DBUS_SESSION_BUS_ADDRESS": address,
                "PYTHONPATH": _path(),
                "HOME": str(tmp_path),
            },
            capture_output=True,
            text=True,
            timeout=90,
            check=True,
        )
    assert done.stdout == "no-key-ring\n"
