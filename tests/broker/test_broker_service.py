"""Root's service as a process: its socket, its limits, its end, and users who are not root."""

import asyncio
import json
import os
import re
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notifier.broker.answers import BURST
from notifier.broker.server import MAX_OF_ONE_USER
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.secrets import Credentials, SecretProblem, named, resolve, turn_rest
from notifier.settings.secrets_service import ask
from tests.broker.service import Service, connected, places, served
from tests.net.coturn import Coturn
from tests.probe.runs import probe, target

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such service on Windows")

SHARED = "shared with the relay"
TOKEN = "token of the collector"
PASSWORD = "Grüße, hunter2"
REST = ServerSetting(("turn:127.0.0.1",), credential="turn-rest", secret_file="rest")
PLAIN = ServerSetting(("turn:plain.example",), username="all", secret_file="plain")
POLICY = {
    "mandatory": {
        "server": [
            {"urls": "turn:127.0.0.1", "credential": "turn-rest", "secret-file": "rest"},
            {"urls": "turn:plain.example", "username": "all", "secret-file": "plain"},
        ],
        "fleet": {"secret-file": "token"},
    }
}


def put(paths: Paths, name: str, secret: str, mode: int = 0o600) -> None:
    assert paths.secrets_dir is not None
    file = paths.secrets_dir / name
    file.write_text(secret + "\n", encoding="utf-8")
    file.chmod(mode)


@pytest.fixture
def paths() -> Iterator[Paths]:
    with places() as found:
        assert found.policy_dir is not None
        policy = found.policy_dir / "10-all.json"
        policy.write_text(json.dumps(POLICY))
        policy.chmod(0o644)
        put(found, "rest", SHARED)
        put(found, "plain", PASSWORD)
        put(found, "token", TOKEN)
        yield found


@pytest.fixture
def service(paths: Paths) -> Iterator[Service]:
    with served(paths) as running:
        connected(running).close()
        yield running
    assert SHARED not in running.log
    assert TOKEN not in running.log
    assert PASSWORD not in running.log
    assert "Traceback" not in running.log


async def asked(service: Service, name: str, server: str | None = None) -> object:
    answer = await ask(service.socket, name, server=server, owner=os.geteuid(), limit_s=10)
    return answer.refused or (answer.username, answer.secret)


async def test_it_answers_what_policy_uses_and_nothing_else(service: Service) -> None:
    assert await asked(service, "token") == (None, TOKEN)
    assert await asked(service, "plain", "turn:plain.example") == (None, PASSWORD)
    assert await asked(service, "rest") == "not-named"
    made = await ask(
        service.socket, "rest", server="turn:127.0.0.1", owner=os.geteuid(), limit_s=10
    )
    assert made.username is not None
    assert re.fullmatch(r"[0-9]+:[0-9a-f]{16}", made.username)
    assert made.secret != SHARED
    assert service.end() == 0
    assert f"user {os.geteuid()}: token given out" in service.log
    assert f"user {os.geteuid()}: rest: not-named" in service.log


async def test_a_change_of_policy_or_of_a_file_counts_at_once(
    service: Service, paths: Paths
) -> None:
    assert await asked(service, "token") == (None, TOKEN)
    put(paths, "token", "another")
    assert await asked(service, "token") == (None, "another")
    put(paths, "token", "another", mode=0o644)
    assert await asked(service, "token") == "open"
    assert paths.policy_dir is not None
    (paths.policy_dir / "20-off.json").write_text('{"mandatory": {"fleet": {"secret-file": 5}}}')
    (paths.policy_dir / "10-all.json").write_text("{}")
    assert await asked(service, "token") == "not-named"
    service.end()
    assert service.log.count("policy: 20-off.json") == 1


def test_every_user_may_connect_and_nobody_may_put_another_in_its_place(service: Service) -> None:
    assert stat.S_IMODE(service.socket.stat().st_mode) == 0o666
    assert stat.S_IMODE(service.socket.parent.stat().st_mode) == 0o755
    with served(service.paths) as second:
        assert second.wait() == 1
    assert "another process listens" in second.log
    assert service.end() == 0
    assert not service.socket.exists()


def test_what_a_killed_one_has_left_is_no_hindrance(paths: Paths) -> None:
    with served(paths) as first:
        connected(first).close()
        first.process.kill()
        first.wait()
    assert first.socket.exists()
    with served(paths) as second:
        connected(second).close()


def test_a_folder_that_others_can_write_to_is_not_used(paths: Paths) -> None:
    assert paths.secrets_socket is not None
    paths.secrets_socket.parent.mkdir()
    paths.secrets_socket.parent.chmod(0o777)
    with served(paths) as refused:
        assert refused.wait() == 1
    assert "others than its owner can write" in refused.log


def _handed_over(paths: Paths) -> socket.socket:
    assert paths.secrets_socket is not None
    paths.secrets_socket.parent.mkdir(mode=0o755)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(os.fspath(paths.secrets_socket))
    paths.secrets_socket.chmod(0o666)
    listener.listen(8)
    return listener


async def test_with_systemds_socket_it_ends_by_itself_and_the_socket_stays(paths: Paths) -> None:
    with _handed_over(paths) as listener:
        with served(paths, handed_over=listener, idle_s=0.3) as running:
            assert await asked(running, "token") == (None, TOKEN)
            await asyncio.sleep(0.05)  # until the client's end is closed
            assert running.wait() == 0
        assert running.socket.exists()
        with served(paths, handed_over=listener, idle_s=0.3) as again:
            assert await asked(again, "token") == (None, TOKEN)


def test_what_is_handed_over_has_to_be_a_listening_socket(paths: Paths) -> None:
    with socket.socket(socket.AF_UNIX) as deaf, served(paths, handed_over=deaf) as refused:
        assert refused.wait() == 1
    assert "no listening Unix socket" in refused.log


def test_who_says_nothing_keeps_nobody_waiting(service: Service) -> None:
    time.sleep(0.2)  # until the fixture's own client is forgotten
    silent = [connected(service) for _ in range(MAX_OF_ONE_USER)]
    try:
        with connected(service) as further:
            further.sendall(b'{"secret": "token"}\n')
            assert json.loads(further.recv(1000)) == {"refused": "busy"}
        for client in silent:
            begin = time.monotonic()
            assert client.recv(1000) == b"", "closed when its time was over"
            assert time.monotonic() - begin < 10
    finally:
        for client in silent:
            client.close()
    with connected(service) as after:
        after.sendall(b'{"secret": "token"}\n')
        assert json.loads(after.recv(1000)) == {"value": TOKEN}


async def test_who_asks_too_often_is_told_so(service: Service) -> None:
    answers = [await asked(service, "token") for _ in range(BURST + 10)]
    assert answers[0] == (None, TOKEN)
    assert answers[-1] == "busy"
    service.end()
    assert service.log.count("asks too often") == 1


@pytest.fixture(scope="module")
def patient() -> Iterator[Service]:
    """One service for many hostile clients; what they ask too often is refused, as it should be."""
    with places() as paths, served(paths) as running:
        connected(running).close()
        yield running
    assert "Traceback" not in running.log


@settings(max_examples=40)
@given(st.binary(max_size=6000), st.booleans())
def test_whatever_comes_it_goes_on(patient: Service, data: bytes, ends: bool) -> None:
    with connected(patient) as client:
        try:
            client.sendall(data + (b"\n" if ends else b""))
            client.shutdown(socket.SHUT_WR)
            answer = client.recv(1000)
        except ConnectionError:
            answer = b""
    assert answer == b"" or set(json.loads(answer)) == {"refused"}
    assert patient.process.poll() is None


def test_it_imports_little() -> None:
    code = (
        "import sys, notifier.broker.__main__\n"
        "heavy = {'keyring', 'numpy', 'tomlkit', 'PySide6', 'ctypes', 'http', 'msgspec'}\n"
        "sys.exit(f'imported: {heavy & set(sys.modules)}' if heavy & set(sys.modules) else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_only_the_owner_of_the_secrets_can_run_it(paths: Paths) -> None:
    code = (
        "import sys, os, dataclasses\n"
        "from pathlib import Path\n"
        "from notifier.broker.server import run\n"
        "from notifier.settings.paths import Paths\n"
        "paths = Paths.under(Path(sys.argv[1]))\n"
        "sys.exit(run(dataclasses.replace(paths, policy_owner=os.geteuid() + 1), {}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(paths.data_dir.parent)],
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "only root" in done.stderr


# People who are not root.

_AS_NOBODY = """
import asyncio, json, os, sys
from pathlib import Path
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.secrets import Credentials, SecretProblem, named, resolve
from dataclasses import replace
import resource  # nothing may be imported after this user is nobody
paths = replace(Paths.under(Path(sys.argv[1])), policy_owner=0)
os.setgroups([])
os.setresgid(65534, 65534, 65534)
os.setresuid(65534, 65534, 65534)
setting = ServerSetting(**json.loads(sys.argv[2]))
found = asyncio.run(resolve(setting, environ={}, now=0, paths=paths))
if isinstance(found, SecretProblem):
    print(json.dumps({"problem": found.reason, "message": found.message}))
else:
    print(json.dumps({"username": found.username, "password": found.password}))
"""


def as_nobody(paths: Paths, setting: ServerSetting) -> dict[str, str]:
    """What a user who is not root gets."""
    asked_for = {
        "urls": setting.urls,
        "username": setting.username,
        "credential": setting.credential,
        "secret_file": setting.secret_file,
    }
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(paths.data_dir.parent), json.dumps(asked_for)],
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.root
def test_a_password_comes_to_people_through_the_service_alone(
    paths: Paths, service: Service
) -> None:
    assert as_nobody(paths, PLAIN) == {"username": "all", "password": PASSWORD}
    service.end()
    assert "user 65534: plain given out" in service.log
    absent = as_nobody(paths, PLAIN)
    assert absent["problem"] == "no-service"
    assert "call-notifier-secrets.socket" in absent["message"]


@pytest.mark.root
def test_a_secret_that_everybody_could_read_is_not_used(paths: Paths, service: Service) -> None:
    assert paths.secrets_dir is not None
    put(paths, "plain", PASSWORD, mode=0o644)
    for mode in (0o700, 0o755):
        paths.secrets_dir.chmod(mode)
        refused = as_nobody(paths, PLAIN)
        assert refused["problem"] == "refused"
        assert "mode 600" in refused["message"]


@pytest.mark.root
@pytest.mark.coturn
async def test_people_use_a_server_whose_shared_secret_they_never_see(paths: Paths) -> None:
    """And the service needs none of root's capabilities for it."""
    none = ("setpriv", *(f"--{kind}-caps=-all" for kind in ("inh", "ambient")))
    without = (*none, "--bounding-set=-all", "--no-new-privs")
    with (
        Coturn(static_auth_secret=SHARED, tls=False) as server,
        served(paths, without=without) as service,
    ):
        connected(service).close()
        found = as_nobody(paths, REST)
        expiry, name = found["username"].split(":")
        assert 0 < int(expiry) - time.time() < 2 * 3600
        assert found["password"] == turn_rest(SHARED, name, now=int(expiry) - 3600).password
        measurement = await probe(
            target(server, username=found["username"], password=found["password"])
        )
        wrong = await probe(target(server, username=found["username"], password=SHARED))
    assert [s.reachable for s in measurement.servers] == [True]
    assert [s.error for s in wrong.servers] == ["unauthorized"]
    assert SHARED not in json.dumps(found) + service.log


async def test_root_itself_needs_no_service(paths: Paths) -> None:
    assert await named("token", paths=paths) == TOKEN
    assert await resolve(PLAIN, environ={}, now=0, paths=paths) == Credentials("all", PASSWORD)
    made = await resolve(REST, environ={}, now=0, paths=paths)
    assert isinstance(made, Credentials)
    assert made == turn_rest(SHARED, made.username.partition(":")[2], now=0)
    assert made != await resolve(REST, environ={}, now=0, paths=paths), "a name of its own"
    missing = await named("nothing", paths=paths)
    assert isinstance(missing, SecretProblem)
    assert missing.reason == "no-file"
    assert str(paths.secrets_dir) in missing.message
