"""coturn's own client against the embedded relay: what others understand of what we say."""

import asyncio
import re
import subprocess

import pytest

from notifier.relay.endpoint import EmbeddedRelay
from tests.relay.clients import LIMIT, address

pytestmark = [pytest.mark.coturn, pytest.mark.tools("turnutils_uclient")]

MESSAGES = 5


async def uclient(relay: EmbeddedRelay, *options: str) -> tuple[int | None, str]:
    """Two clients of one process talk to each other over the relay; status and words.

    By Send and Data indications: for channels it takes numbers up to 0x7FFF, as RFC 5766 had
    it, and RFC 8656 section 12 ends at 0x4FFF.
    """
    host, port = address(relay)
    child = await asyncio.create_subprocess_exec(
        "turnutils_uclient",
        *("-y", "-c", "-s", "-m", "2", "-n", str(MESSAGES), "-l", "400", "-p", str(port)),
        *("-u", relay.username, "-w", relay.password, *options, host),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        async with asyncio.timeout(3 * LIMIT):
            words, _ = await child.communicate()
    except TimeoutError:
        child.kill()
        await child.wait()
        raise
    return child.returncode, words.decode(errors="replace")


@pytest.mark.parametrize(
    "options",
    [(), ("-x",), ("-G", "-N")],
    ids=["plain", "IPv6 relayed", "extra requests and negative tests"],
)
async def test_messages_come_through(options: tuple[str, ...]) -> None:
    async with EmbeddedRelay() as relay:
        status, words = await uclient(relay, *options)
    assert status == 0, words
    total = re.search(r"tot_send_msgs=(\d+), tot_recv_msgs=(\d+)\n.*\n.*Total transmit", words)
    assert total is not None, words
    assert int(total[1]) == int(total[2]) == 2 * MESSAGES


async def test_dont_fragment_is_refused_by_name() -> None:
    async with EmbeddedRelay() as relay:
        status, words = await uclient(relay, "-g")
    assert status != 0
    assert "420 (Unknown Attribute)" in words


async def test_a_wrong_password_is_refused() -> None:
    async with EmbeddedRelay() as relay:
        relay.password = "wrong"
        status, words = await uclient(relay)
    assert status != 0
    assert "Cannot complete Allocation" in words
