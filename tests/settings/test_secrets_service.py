"""Asking root's service: answers that are none, services that are none, and that nothing hangs."""

import asyncio
import contextlib
import json
import os
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.sentence import Sentence
from notifier.settings import secrets_service
from notifier.settings.model import ServerSetting
from notifier.settings.paths import Paths
from notifier.settings.secret_files import MAX_SECRET
from notifier.settings.secrets import Credentials, SecretProblem, named, resolve
from notifier.settings.secrets_service import REFUSALS, Answer, NoAnswerError
from tests.broker.service import places

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such service on Windows")

SECRET = "Grüße, hunter2"
PLAIN = ServerSetting(("turn:plain.example",), username="all", secret_file="plain")
REST = ServerSetting(("turn:rest.example",), credential="turn-rest", secret_file="rest")


@pytest.fixture
def paths(monkeypatch: pytest.MonkeyPatch) -> Iterator[Paths]:
    """Secrets that this process may not read, whoever runs it."""
    real = os.open

    def denied(path: object, *args: object, **more: object) -> int:
        if path == found.secrets_dir:
            raise PermissionError
        return real(path, *args, **more)  # type: ignore[arg-type]  # as it came

    with places() as found:
        monkeypatch.setattr("notifier.settings.secret_files.os.open", denied)
        yield found


@contextlib.asynccontextmanager
async def saying(paths: Paths, answer: bytes | None) -> AsyncIterator[list[bytes]]:
    """Something at the service's place; with None it says nothing.

    Gives what it is asked.
    """
    requests: list[bytes] = []

    done: list[asyncio.Task[None]] = []

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await reader.readline())
        if answer is not None:
            writer.write(answer)
        else:
            await reader.read()  # until the client gives up
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        done.append(asyncio.create_task(client(reader, writer)))

    assert paths.secrets_socket is not None
    paths.secrets_socket.parent.mkdir()
    async with await asyncio.start_unix_server(begin, str(paths.secrets_socket)):
        yield requests
        await asyncio.sleep(0)  # for one that has just connected
        await asyncio.gather(*done)


def reason(found: object) -> str:
    assert isinstance(found, SecretProblem), found
    assert isinstance(found.message, Sentence)
    assert found.message.endswith(".")
    assert SECRET not in repr(found)
    return found.reason


async def test_what_it_says_is_used(paths: Paths) -> None:
    async with saying(paths, json.dumps({"value": SECRET}).encode() + b"\n") as requests:
        found = await resolve(PLAIN, environ={}, now=0, paths=paths)
        assert found == Credentials("all", SECRET)
        assert await named("token", paths=paths) == SECRET
        # Credentials that expire were to come: a password is none.
        assert reason(await resolve(REST, environ={}, now=0, paths=paths)) == "failed"
    assert [json.loads(request) for request in requests] == [
        {"secret": "plain", "server": "turn:plain.example"},
        {"secret": "token"},
        {"secret": "rest", "server": "turn:rest.example"},
    ]


async def test_credentials_that_expire_are_used_as_they_are(paths: Paths) -> None:
    async with saying(paths, b'{"username": "17", "password": "hmac"}\n'):
        found = await resolve(REST, environ={}, now=0, paths=paths)
        assert found == Credentials("17", "hmac")
        assert reason(await resolve(PLAIN, environ={}, now=0, paths=paths)) == "failed"
        assert reason(await named("token", paths=paths)) == "failed"


@pytest.mark.parametrize("word", sorted(REFUSALS))
async def test_each_refusal_is_a_sentence_that_names_the_secret(paths: Paths, word: str) -> None:
    async with saying(paths, json.dumps({"refused": word}).encode() + b"\n"):
        found = await named("token", paths=paths)
    assert reason(found) in {"no-file", "refused", "bad", "failed"}
    assert isinstance(found, SecretProblem)
    assert "token" in found.message or "folder" in word
    assert "administrator" in found.message or word == "busy"


@pytest.mark.parametrize(
    "answer",
    [
        b"{}\n",
        b"\xff\n",
        b"[" * 9000 + b"\n",
        b'{"value": ""}\n',
        b'{"value": "a\\nb"}\n',
        b'{"refused": "because"}\n',
        b'{"value": "a", "username": "b"}\n',
        b"x" * 100_000,
    ],
)
async def test_nonsense_is_no_secret(paths: Paths, answer: bytes) -> None:
    async with saying(paths, answer):
        assert reason(await named("token", paths=paths)) == "failed"


async def test_a_service_that_is_not_there(paths: Paths) -> None:
    absent = await named("token", paths=paths)
    assert reason(absent) == "no-service"
    assert isinstance(absent, SecretProblem)
    assert "call-notifier-secrets" in absent.message or sys.platform == "darwin"
    async with saying(paths, b""):  # it ends in the middle
        assert reason(await named("token", paths=paths)) == "no-service"


async def test_a_service_that_hangs_costs_its_limit(paths: Paths) -> None:
    async with saying(paths, None):
        async with asyncio.timeout(10):
            assert reason(await named("token", paths=paths, limit_s=0.2)) == "timeout"


async def test_one_whose_queue_is_full_costs_its_limit(paths: Paths) -> None:
    assert paths.secrets_socket is not None
    paths.secrets_socket.parent.mkdir()
    with socket.socket(socket.AF_UNIX) as deaf, contextlib.ExitStack() as clients:
        deaf.bind(os.fspath(paths.secrets_socket))
        deaf.listen(0)
        for _ in range(2):
            client = clients.enter_context(socket.socket(socket.AF_UNIX))
            client.setblocking(False)
            with contextlib.suppress(BlockingIOError):
                client.connect(os.fspath(paths.secrets_socket))
        async with asyncio.timeout(10):
            assert reason(await named("token", paths=paths, limit_s=0.3)) == "timeout"


async def test_a_service_of_somebody_else_is_told_nothing(paths: Paths) -> None:
    async with saying(paths, b'{"value": "x"}\n') as requests:
        others = replace(paths, policy_owner=os.geteuid() + 1)
        assert reason(await named("token", paths=others)) == "failed"
    assert requests in ([], [b""])


async def test_where_there_are_none_it_is_said(paths: Paths) -> None:
    nowhere = replace(paths, secrets_dir=None, secrets_socket=None)
    found = await resolve(PLAIN, environ={}, now=0, paths=nowhere)
    assert reason(found) == "refused"
    assert isinstance(found, SecretProblem)
    assert "password-env" in found.message


async def test_a_secret_of_root_is_asked_for_alone(paths: Paths) -> None:
    setting = replace(PLAIN, password_env="TURN_SECRET")
    found = await resolve(setting, environ={"TURN_SECRET": "another"}, now=0, paths=paths)
    assert reason(found) == "no-service"


_texts = st.text() | st.sampled_from([SECRET, "x" * (MAX_SECRET + 1), "missing", "busy"])


@given(
    st.binary()
    | st.dictionaries(
        st.sampled_from(["refused", "value", "username", "password", "more"]),
        _texts | st.integers() | st.none(),
        max_size=4,
    ).map(lambda document: json.dumps(document).encode())
)
def test_any_line_is_an_answer_or_none(line: bytes) -> None:
    try:
        answer = secrets_service._read(line)
    except NoAnswerError:
        return
    assert isinstance(answer, Answer)
    assert (answer.refused is None) == bool(answer.secret)
    assert answer.refused is None or answer.refused in REFUSALS
    assert len(answer.secret) <= MAX_SECRET
    assert not answer.secret or answer.secret not in repr(answer) or len(answer.secret) < 9
