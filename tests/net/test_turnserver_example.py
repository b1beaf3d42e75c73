"""docs/examples/turnserver.conf: coturn starts with it, tests go through it, and nothing else does.

In a network namespace that has the file's own addresses, so that only the secret, the certificate
and where things are written differ from what people copy.
"""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from notifier.probe.request import ServerTarget
from notifier.settings.secrets import Credentials, turn_rest
from tests.net.certificates import issue
from tests.net.namespace import Namespace, ip, tied_to_us
from tests.probe.runs import in_namespace

pytestmark = [pytest.mark.root, pytest.mark.coturn]

EXAMPLE = Path(__file__).parents[2] / "docs/examples/turnserver.conf"

OWN = "203.0.113.10"
"""The file's address."""

PRIVATE = "10.0.0.10"
"""Another one of the same machine, which must not be reached through it."""

SECRET = "9f2c" * 16

LIMIT = 20.0


@dataclass
class Running:
    """The server, and where."""

    namespace: Namespace
    folder: Path

    def target(self, url: str, name: str = "office") -> ServerTarget:
        """The server at one of its addresses."""
        made = credentials(name)
        return ServerTarget(
            url=url,
            provider="example",
            username=made.username,
            password=made.password,
            ca_file=str(self.folder / "ca.pem"),
        )

    def knock(self, *names: str, peers: tuple[str, ...] = ()) -> dict[str, Any]:
        """Make an allocation as each of these, and from the first a channel to each peer."""
        users = [(c.username, c.password) for c in map(credentials, names)]
        asked = json.dumps({"url": f"turn:{OWN}:3478", "users": users, "peers": peers})
        done = self.namespace.exec([sys.executable, "-c", _KNOCK, asked], limit=60)
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    @property
    def log(self) -> str:
        """What it wrote."""
        return (self.folder / "log" / "turn.log").read_text(errors="replace")


def credentials(name: str) -> Credentials:
    return turn_rest(SECRET, name, now=time.time())


_KNOCK = """
import asyncio, json, sys
from notifier.probe.endpoint import connect
from notifier.probe.failure import ServerFailure
from notifier.probe.sockets import resolve
from notifier.turn.uri import parse_turn_uri

async def main(asked):
    uri = parse_turn_uri(asked["url"])
    [address] = await resolve(uri)
    endpoints, refused, peers = [], [], {}
    for username, password in asked["users"]:
        endpoint = await connect(uri, address, username=username, password=password, limit=5)
        try:
            await endpoint.allocate(limit=5)
            endpoints.append(endpoint)
        except ServerFailure as failure:
            refused.append(failure.detail)
    for peer in asked["peers"]:
        try:
            await endpoints[0].bind_channel((peer, 9), limit=5)
            peers[peer] = "reached"
        except ServerFailure as failure:
            peers[peer] = failure.detail
    for endpoint in endpoints:
        await endpoint.release()
        endpoint.close()
    print(json.dumps({"made": len(endpoints), "refused": refused, "peers": peers}))

asyncio.run(main(json.loads(sys.argv[1])))
"""


@contextmanager
def running(*, alone: bool = False, **changes: str) -> Iterator[Running]:
    """The server with the example's lines, but for those that every machine changes.

    :param alone: for tests alone: with the ranges that stand there as a comment.
    :param changes: values of further lines, by the option with ``_`` for ``-``.
    """
    number = os.getpid()
    name = f"cn-{number}-conf"
    ip("netns", "add", name)
    namespace = Namespace(name)
    folder = Path(tempfile.mkdtemp(prefix="cn-conf-"))
    try:
        for arguments in (
            ("link", "set", "lo", "up"),
            *(("address", "add", f"{address}/32", "dev", "lo") for address in (OWN, PRIVATE)),
        ):
            assert namespace.exec(["ip", *arguments], limit=LIMIT).returncode == 0
        folder.chmod(0o755)  # it goes on as another user
        (folder / "log").mkdir()
        (folder / "log").chmod(0o777)
        issued = issue(folder, "good", [OWN])
        for file in (issued.certificate, issued.key):
            file.chmod(0o644)
        own = {
            "static-auth-secret": SECRET,
            "cert": str(issued.certificate),
            "pkey": str(issued.key),
        } | {key.replace("_", "-"): value for key, value in changes.items()}
        lines = []
        for line in EXAMPLE.read_text().splitlines():
            if alone and line.startswith("#denied-peer-ip="):
                line = line.removeprefix("#")
            key = line.partition("=")[0]
            lines.append(f"{key}={own.pop(key)}" if key in own else line)
        assert not own, f"the example has no {own}"
        lines[lines.index("syslog")] = f"log-file={folder / 'log' / 'turn.log'}\nsimple-log"
        lines += [f"pidfile={folder / 'log' / 'pid'}", f"userdb={folder / 'log' / 'users'}"]
        file = folder / "turnserver.conf"
        file.write_text("\n".join(lines) + "\n")
        command = tied_to_us("turnserver", "-c", str(file))
        with (folder / "out").open("wb") as out:
            process = subprocess.Popen(
                namespace.command(*command), stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )
        try:
            _wait(process, namespace, folder)
            yield Running(namespace, folder)
        finally:
            process.terminate()
            process.wait(LIMIT)
    finally:
        namespace.delete()
        shutil.rmtree(folder)


def _wait(process: subprocess.Popen[bytes], namespace: Namespace, folder: Path) -> None:
    end = time.monotonic() + LIMIT
    while True:
        said = (folder / "out").read_text(errors="replace")
        assert process.poll() is None, said
        with namespace.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
            if client.connect_ex((OWN, 443)) == 0:
                return
        assert time.monotonic() < end, said
        time.sleep(0.05)


async def test_full_runs_go_through_it_and_nothing_else_does() -> None:
    with running() as server:
        urls = (f"turn:{OWN}", f"turn:{OWN}?transport=tcp", f"turns:{OWN}:443?transport=tcp")
        measured = await in_namespace(server.namespace, *(server.target(url) for url in urls))
        for found in measured.servers:
            assert (found.error, found.relay) == (None, "self"), found
            assert found.loss_fraction == 0
        assert measured.servers[0].throughput_kbps is not None
        # Faster than max-bps: it does not slow a test.
        assert measured.servers[0].throughput_kbps.loop > 9000
        refused = ("127.0.0.1", PRIVATE, "169.254.169.254", "192.168.1.1", "224.0.0.1")
        knocked = await asyncio.to_thread(server.knock, "ann", peers=(OWN, "8.8.8.8", *refused))
        assert knocked["peers"].pop(OWN) == "reached"
        assert knocked["peers"].pop("8.8.8.8") == "reached", "calls go to the Internet"
        assert all(said.startswith("403") for said in knocked["peers"].values()), knocked
        wrong = msgspec.structs.replace(server.target(urls[0]), password=SECRET)
        [found] = (await in_namespace(server.namespace, wrong, mode="light")).servers
        assert found.error == "unauthorized"
        log = server.log
    assert SECRET not in log
    assert credentials("office").password not in log


def test_its_quotas_hold() -> None:
    with running() as server:
        one = server.knock(*["ann"] * 18)
        assert one["made"] == 16
        assert [said[:3] for said in one["refused"]] == ["486", "486"]
    with running(total_quota="20") as server:
        others = server.knock(*(f"user{number}" for number in range(22)))
        assert others["made"] == 20
        assert [said[:3] for said in others["refused"]] == ["486", "486"]


async def test_a_server_for_tests_alone() -> None:
    with running(alone=True) as server:
        measured = await in_namespace(server.namespace, server.target(f"turn:{OWN}"), mode="light")
        knocked = await asyncio.to_thread(server.knock, "ann", peers=("8.8.8.8", PRIVATE))
    assert [found.relay for found in measured.servers] == ["self"]
    assert all(said.startswith("403") for said in knocked["peers"].values()), knocked


def test_each_line_is_explained_and_known_to_coturn() -> None:
    lines = EXAMPLE.read_text().splitlines()
    manual = subprocess.run(
        ["turnserver", "--help"], capture_output=True, text=True, timeout=LIMIT, check=False
    )
    explained = False
    for line in lines:
        if line.startswith("#"):
            explained = True
        elif not line:
            explained = False
        else:
            assert explained, f"no comment stands above {line}"
            option = line.partition("=")[0]
            assert f"--{option}" in manual.stdout + manual.stderr, f"coturn knows no {option}"
    assert max(map(len, lines)) <= 100
