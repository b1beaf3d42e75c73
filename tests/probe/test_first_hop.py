"""The watch of the first hop: pacing and book without a socket, the octets, and real echoes."""

import asyncio
import socket
import struct
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.machine import wifi
from notifier.machine.wifi import WifiReading
from notifier.measurement import Origin, WifiLink
from notifier.probe.first_hop import (
    MOST,
    SILENT,
    EchoBook,
    FirstHop,
    FirstHopWatch,
    first_hop_of,
    parse_reply,
    request,
)
from notifier.probe.origin import LoopFigures, Phase

TOKEN = bytes(range(8))
CLEAN = LoopFigures(sent=125, lost=0, jitter_s=0.001, queue_s=0.0)


def run_book(
    phases: list[tuple[Phase, float]],
    answer: Callable[[int], float | None] = lambda _: 0.003,
    *,
    stall: tuple[float, float] = (1e9, 0.0),
) -> EchoBook:
    """A book with these phases and how long they last, jumping from event to event.

    :param answer: the round trip of each echo; None for lost.
    :param stall: when the process stands still, and how long.
    """
    book = EchoBook()
    now = 0.0
    answers: list[tuple[float, int]] = []
    for phase, length in phases:
        end = now + length
        book.phase(phase, now)
        while True:
            times = [at for at, _ in answers]
            timer = book.get_timer()
            times += [timer] if timer is not None else []
            at = max(now, min(times, default=end))
            if stall[0] <= at < stall[0] + stall[1]:
                at = stall[0] + stall[1]
            if at >= end:
                break
            now = at
            for due in sorted(answers):
                if due[0] <= now:
                    answers.remove(due)
                    book.mark_answered(due[1], due[0])
            if (sequence := book.due(now)) is not None:
                book.mark_sent(now)
                if (rtt := answer(sequence)) is not None:
                    answers.append((now + rtt, sequence))
        now = end
    return book


class TestBook:
    def test_nothing_before_the_first_phase(self) -> None:
        book = EchoBook()
        assert (book.get_timer(), book.due(5.0)) == (None, None)
        assert book.echoes(5.0) == []

    def test_the_pace_of_each_phase(self) -> None:
        found = run_book([("idle", 1.0), ("stream", 1.0), ("load", 1.0)]).echoes(4.0)
        times = {
            phase: [echo.sent for echo in found if echo.phase == phase]
            for phase in ("idle", "stream", "load")
        }
        assert times["idle"] == pytest.approx([0.02 * n for n in range(10)])
        assert times["stream"] == pytest.approx([1 + 0.02 * n for n in range(50)])
        assert times["load"][:40] == pytest.approx([2 + 0.025 * n for n in range(40)])
        assert [echo.rtt for echo in found[:100]] == pytest.approx([0.003] * 100)

    def test_there_is_an_end(self) -> None:
        phases: list[tuple[Phase, float]] = [("stream", 2.0), ("load", 60.0), ("stream", 60.0)]
        found = run_book(phases).echoes(200.0)
        counts = {phase: sum(echo.phase == phase for echo in found) for phase in MOST}
        assert counts == {"idle": 0, "stream": MOST["stream"], "load": MOST["load"]}

    def test_a_gateway_that_answers_nothing_is_left_alone(self) -> None:
        found = run_book([("stream", 3.0), ("load", 3.0)], lambda _: None).echoes(10.0)
        assert [echo.rtt for echo in found] == [None] * SILENT

    def test_what_a_stall_missed_is_not_made_up_for(self) -> None:
        found = run_book([("stream", 2.0)], stall=(0.5, 0.3)).echoes(3.0)
        gaps = [b.sent - a.sent for a, b in pairwise(found)]
        assert len(found) == pytest.approx(85, abs=1)
        assert min(gaps) == pytest.approx(0.02, abs=0.001)
        assert max(gaps) == pytest.approx(0.32, abs=0.021)

    def test_answers_under_way_at_the_end_are_no_losses(self) -> None:
        book = run_book([("stream", 1.0)], lambda n: None if n % 10 == 3 else 0.15)
        found = book.echoes(1.0)
        assert sum(echo.rtt is None for echo in found) == 4
        assert len(found) == 43

    def test_strange_answers_are_ignored(self) -> None:
        book = EchoBook()
        book.phase("idle", 0.0)
        book.mark_sent(0.0)
        for sequence in (-1, 1, 65535):
            book.mark_answered(sequence, 0.1)
        book.mark_answered(0, 0.2)
        book.mark_answered(0, 0.3)
        assert [echo.rtt for echo in book.echoes(1.0)] == [0.2]

    def test_saying_the_same_phase_again_sends_nothing_more(self) -> None:
        book = EchoBook()
        book.phase("stream", 0.0)
        book.mark_sent(0.0)
        book.phase("stream", 0.001)
        assert book.due(0.001) is None


class TestOctets:
    def test_a_request_as_rfc_792_has_it(self) -> None:
        packet = request(4, 0x1234, 7, TOKEN)
        assert struct.unpack("!BBHHH", packet[:8])[:2] == (8, 0)
        # RFC 1071: the sum over everything, checksum included, is all ones.
        total = sum(struct.unpack("!8H", packet))
        assert (total & 0xFFFF) + (total >> 16) == 0xFFFF
        assert packet[4:] == b"\x12\x34\0\x07" + TOKEN

    def test_a_request_as_rfc_4443_has_it(self) -> None:
        assert request(6, 1, 2, TOKEN) == b"\x80\0\0\0\0\x01\0\x02" + TOKEN

    @pytest.mark.parametrize(("version", "kind"), [(4, 0), (6, 129)])
    def test_a_reply(self, version: int, kind: int) -> None:
        reply = bytes([kind, 0, 9, 9, 0, 1, 1, 44]) + TOKEN
        assert parse_reply(version, reply, TOKEN, raw=False) == 300
        assert parse_reply(version, reply, bytes(8), raw=False) is None
        assert parse_reply(version, reply + b"x", TOKEN, raw=False) is None
        assert parse_reply(version, b"\x08" + reply[1:], TOKEN, raw=False) is None

    def test_a_raw_socket_shows_the_ip_header(self) -> None:
        reply = bytes([0, 0, 9, 9, 0, 1, 0, 5]) + TOKEN
        assert parse_reply(4, b"\x46" + bytes(23) + reply, TOKEN, raw=True) == 5
        assert parse_reply(4, reply, TOKEN, raw=True) is None
        assert parse_reply(6, bytes([129]) + reply[1:], TOKEN, raw=True) == 5

    @given(st.sampled_from([4, 6]), st.binary(max_size=80), st.booleans())
    def test_any_octets(self, version: int, data: bytes, raw: bool) -> None:
        parse_reply(version, data, TOKEN, raw=raw)
        found = parse_reply(version, data + TOKEN, TOKEN, raw=raw)
        assert found is None or 0 <= found <= 0xFFFF


def loopback(address: str = "127.0.0.1") -> FirstHop:
    return FirstHop("lo", address, socket.if_nametoindex("lo"), over_wifi=False)


def test_this_machine_is_no_hop_away() -> None:
    assert first_hop_of("127.0.0.1") is None
    assert first_hop_of("::1") is None
    assert FirstHopWatch.for_server("127.0.0.1") is None


@pytest.mark.parametrize("server", ["", "turn.example.org"])
def test_no_way_no_watch(server: str) -> None:
    assert FirstHopWatch.for_server(server) is None


@pytest.mark.root
@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
async def test_echoes_come_back(address: str) -> None:
    watch = FirstHopWatch(loopback(address))
    await watch.start()
    phases: tuple[Phase, ...] = ("idle", "stream", "load")
    for phase in phases:
        watch.phase(phase)
        await asyncio.sleep(0.4)
    local = await watch.stop(loop=CLEAN)
    assert local is not None
    assert local.gateway_rtt_ms is not None
    assert 0 < local.gateway_rtt_ms < 50
    assert local.gateway_loss_fraction == 0.0
    assert local.gateway_loaded_rtt_ms is not None
    assert local.gateway_jitter_ms is not None
    assert local.origin == Origin()
    assert local.wifi is None


async def test_a_gateway_that_cannot_be_reached_is_nothing_known() -> None:
    # Limited broadcast: no system sends to it unasked.
    watch = FirstHopWatch(loopback("255.255.255.255"))
    await watch.start()
    watch.phase("stream")
    await asyncio.sleep(0.2)
    assert await watch.stop(loop=CLEAN) is None
    watch.close()


async def test_stop_before_anything_came() -> None:
    watch = FirstHopWatch(loopback())
    await watch.start()
    assert await watch.stop(loop=CLEAN) is None


async def test_no_rights_no_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoEchoes(socket.socket):
        """Forbids the sockets of echoes alone: other threads of the tests have servers."""

        def __init__(
            self, family: int = -1, kind: int = -1, proto: int = -1, fileno: int | None = None
        ) -> None:
            if proto in (socket.IPPROTO_ICMP, socket.IPPROTO_ICMPV6):
                raise PermissionError(1, "Operation not permitted")
            super().__init__(family, kind, proto, fileno)

    monkeypatch.setattr(socket, "socket", NoEchoes)
    watch = FirstHopWatch(loopback())
    await watch.start()
    watch.phase("stream")
    await asyncio.sleep(0.05)
    assert await watch.stop(loop=CLEAN) is None


class TestWifi:
    def hop(self, gateway: str | None = None) -> FirstHop:
        return FirstHop("wlan0", gateway, 3, over_wifi=True)

    async def watched(
        self, monkeypatch: pytest.MonkeyPatch, *readings: WifiReading | None
    ) -> WifiLink | None:
        left = list(readings)
        monkeypatch.setattr(wifi, "read", lambda interface: left.pop(0))
        watch = FirstHopWatch(self.hop())
        await watch.start()
        local = await watch.stop(loop=CLEAN)
        assert local is not None
        assert (local.gateway_rtt_ms, local.origin) == (None, Origin())
        return local.wifi

    async def test_the_end_counts_and_retries_are_of_the_run(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = await self.watched(
            monkeypatch,
            WifiReading(-60.0, 300.0, 10_000, 900),
            WifiReading(-70.0, 72.2, 10_900, 1000),
        )
        assert found == WifiLink(signal_dbm=-70.0, link_rate_mbps=72.2, retry_fraction=0.1)

    @pytest.mark.parametrize(
        "before", [None, WifiReading(-60.0), WifiReading(-60.0, packets=50_000, retries=0)]
    )
    async def test_retries_that_cannot_be_told(
        self, monkeypatch: pytest.MonkeyPatch, before: WifiReading | None
    ) -> None:
        after = WifiReading(-70.0, 72.2, 10_900, 1000)
        found = await self.watched(monkeypatch, before, after)
        assert found == WifiLink(signal_dbm=-70.0, link_rate_mbps=72.2)

    async def test_a_driver_that_tells_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert await self.watched(monkeypatch, None, None) == WifiLink()


ROOT = Path(__file__).parents[2]

ROUTES = """
import subprocess, sys
from pathlib import Path
from notifier.probe.first_hop import first_hop_of

def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, timeout=30)

for name, address in (("first0", "10.9.0.2"), ("other0", "10.8.0.2")):
    ip("link", "add", name, "type", "veth", "peer", "name", name + "x")
    ip("address", "add", address + "/24", "dev", name)
    for end in (name, name + "x"):
        ip("link", "set", end, "up")
ip("route", "add", "default", "via", "10.8.0.1", "dev", "other0")
ip("route", "add", "203.0.113.0/24", "via", "10.9.0.1", "dev", "first0")
ip("-6", "route", "add", "2001:db8::/32", "via", "fe80::1", "dev", "first0")
hop = first_hop_of(sys.argv[1], sys_root=Path(sys.argv[2]))
print(hop and (hop.interface, hop.gateway, "wifi" if hop.over_wifi else "cable"))
"""
"""The default route leads elsewhere than the one to the server."""


@pytest.mark.root
@pytest.mark.parametrize(
    ("uevent", "server", "found"),
    [
        ("", "203.0.113.9", ("first0", "10.9.0.1", "cable")),
        ("DEVTYPE=wlan\n", "203.0.113.9", ("first0", "10.9.0.1", "wifi")),
        ("DEVTYPE=wlan\n", "10.9.0.7", ("first0", None, "wifi")),
        ("", "10.9.0.7", None),
        ("DEVTYPE=wireguard\n", "203.0.113.9", None),
        ("DEVTYPE=wwan\n", "203.0.113.9", None),
        ("", "2001:db8::9", ("first0", "fe80::1", "cable")),
    ],
)
def test_the_route_to_the_server_decides(
    tmp_path: Path, uevent: str, server: str, found: tuple[str, str, str] | None
) -> None:
    folder = tmp_path / "class" / "net" / "first0"
    folder.mkdir(parents=True)
    (folder / "uevent").write_text(uevent)
    (folder / "type").write_text("1\n")
    done = subprocess.run(
        ["unshare", "--net", sys.executable, "-c", ROUTES, server, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == f"{found}\n", done.stderr
