"""The link emulator against tools that are not ours (ping, iperf3, irtt) and its own counters."""

import ctypes
import json
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import cycle, groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.net import emulator
from tests.net.direction import Direction
from tests.net.emulator import DirectionStats, Link, LinkError, LinkStats, compiled, sweep
from tests.net.namespace import Namespace

pytestmark = pytest.mark.root

LIMIT = 60.0
"""Seconds for one run of a tool; the tools themselves take a few."""

UDP_PORT = 9000
HEADERS = 28
"""IPv4 and UDP, bytes."""

SO_TIMESTAMPNS = 35
"""<asm-generic/socket.h>; the socket module does not name it."""

FREE = Direction()
MS = 1_000_000
"""irtt reports nanoseconds."""


def wait_until(condition: Any, what: str) -> None:
    """Wait for a condition.

    :raises TimeoutError: after :data:`LIMIT`.
    """
    end = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.01)


@contextmanager
def server(namespace: Namespace, port: int, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run a tool's server until it listens (TCP or UDP) and end it afterwards."""
    with namespace.start(arguments) as process:
        try:

            def listens() -> bool:
                tables = [Path(f"/proc/{process.pid}/net/{t}") for t in ("tcp", "tcp6", "udp")]
                text = "".join(table.read_text() for table in tables)
                return re.search(rf":{port:04X} \S+:0000 ", text) is not None

            wait_until(listens, f"{arguments[0]} does not listen")
            yield process
        finally:
            process.kill()


def ping(link: Link, address: str, count: int, *options: str) -> list[float]:
    """Round-trip times in ms, as ping reports them."""
    done = link.client.exec(["ping", "-n", "-c", str(count), *options, address], limit=LIMIT)
    assert done.returncode == 0, done.stdout + done.stderr
    return [float(found) for found in re.findall(r"time=([\d.]+) ms", done.stdout)]


def irtt(link: Link, *, count: int, interval_ms: int) -> dict[str, Any]:
    """What irtt reports about that many packets."""
    interval, duration = f"{interval_ms}ms", f"{count * interval_ms}ms"
    with server(link.server, 2112, "irtt", "server", "-i", "1ms", "-b", link.server_ip):
        done = link.client.exec(
            ["irtt", "client", "-Q", "-i", interval, "-d", duration, "-o", "-", link.server_ip],
            limit=LIMIT,
        )
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def received_numbers(link: Link, count: int, *, size: int = 40, at_once: int = 50) -> list[int]:
    """Send numbered datagrams up; return those that arrived, in order of arrival.

    At most ``at_once`` are sent before the link has dealt with them, so that no socket overflows.
    """
    arrived: list[int] = []
    sender = link.client.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver = link.server.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with sender, receiver:
        receiver.bind((link.server_ip, UDP_PORT))
        receiver.setblocking(False)

        def dealt_with(number: int) -> bool:
            try:
                while True:
                    arrived.append(int.from_bytes(receiver.recv(2048)[:4], "big"))
            except BlockingIOError:
                up = link.stats().up
            gone = up.queue_drops + up.losses
            return up.packets_in == number and len(arrived) + gone == number

        for start in range(0, count, at_once):
            end = min(start + at_once, count)
            for number in range(start, end):
                payload = number.to_bytes(4, "big") + bytes(size - HEADERS - 4)
                sender.sendto(payload, (link.server_ip, UDP_PORT))
            wait_until(lambda end=end: dealt_with(end), "packets are missing")
    return arrived


def assert_adds_up(stats: LinkStats) -> None:
    """Each packet went somewhere, and the kernel kept none from us."""
    for one in (stats.up, stats.down):
        gone = one.queue_drops + one.losses + one.write_errors
        assert one.packets_in == gone + one.packets_out + one.under_way
        assert one.unread == 0
        assert one.write_errors == 0


@pytest.mark.tools("ping")
@pytest.mark.parametrize("version", [4, 6])
def test_delay_as_ping_sees_it(version: int) -> None:
    with Link(up=Direction(delay_ms=20), down=Direction(delay_ms=15)) as link:
        address = link.server_ip if version == 4 else link.server_ipv6
        times = ping(link, address, 20, "-i", "0.02")
        stats = link.stats()
    assert len(times) == 20
    # Never earlier; and at least once the machine was quick (ping itself rounds to 0.1 ms).
    assert 34.9 <= min(times) < 36.0
    assert stats.up.packets_in == stats.down.packets_out == 20
    assert stats.up.ignored == stats.down.ignored
    assert_adds_up(stats)


@pytest.mark.tools("ping")
def test_sending_takes_time_at_the_rate() -> None:
    up = Direction(rate_bps=500_000, queue_ms=100)
    down = Direction(rate_bps=1_000_000, queue_ms=100, delay_ms=10)
    with Link(up=up, down=down) as link:
        # 1400 bytes at IP level: 22.4 ms up, 11.2 ms down, 10 ms on the way.
        times = ping(link, link.server_ip, 10, "-s", str(1400 - HEADERS), "-i", "0.1")
    assert 43.5 <= min(times) < 44.6


@pytest.mark.tools("iperf3")
@pytest.mark.parametrize("towards", ["server", "client"])
def test_rate_and_queue_as_iperf3_sees_them(towards: str) -> None:
    narrow = Direction(rate_bps=4_000_000, queue_ms=250, delay_ms=10)
    up, down = (narrow, FREE) if towards == "server" else (FREE, narrow)
    with Link(up=up, down=down) as link:
        receiver, sender = link.server, link.client
        address = link.server_ip
        if towards == "client":
            receiver, sender, address = link.client, link.server, link.client_ip
        with server(receiver, 5201, "iperf3", "-s", "-1", "-J") as process:
            done = sender.exec(
                ["iperf3", "-u", "-b", "8M", "-l", "1172", "-w", "1M", "-t", "3", "-c", address],
                limit=LIMIT,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            report = json.loads(process.communicate(timeout=LIMIT)[0])
        stats = link.stats()
    seen: DirectionStats = stats.up if towards == "server" else stats.down
    # Offered twice the rate, the queue never runs empty. The first interval fills it, the last
    # one empties it.
    middle = [i["sum"] for i in report["intervals"]][1:-1]
    received = sum(i["bytes"] for i in middle) / sum(i["seconds"] for i in middle) * 8
    assert received * 1200 / 1172 == pytest.approx(4_000_000, rel=0.02)
    # What iperf3 missed, the queue dropped; it can't see those after the last to arrive.
    missed = report["end"]["sum"]["lost_packets"]
    assert seen.queue_drops > 200
    assert seen.queue_drops - 20 <= missed <= seen.queue_drops
    assert seen.losses == 0
    # Full to the last packet, and never fuller.
    assert 125_000 - 1200 < seen.max_queue_bytes <= 125_000
    assert_adds_up(stats)


@pytest.mark.tools("iperf3")
def test_carries_30_megabits() -> None:
    fast = Direction(rate_bps=30_000_000, queue_ms=100, delay_ms=5)
    with Link(up=fast, down=fast) as link:
        with server(link.server, 5201, "iperf3", "-s", "-1", "-J") as process:
            done = link.client.exec(
                ["iperf3", "-u", "-b", "27M", "-l", "1172", "-t", "2", "-c", link.server_ip],
                limit=LIMIT,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            process.communicate(timeout=LIMIT)
        stats = link.stats()
    # Whatever the sender's own pace was (a loaded machine makes it uneven): all went through.
    assert stats.up.packets_in > 5000
    assert stats.up.losses == 0
    assert stats.up.late < 0.25 * stats.up.packets_out
    assert_adds_up(stats)


@pytest.mark.tools("irtt")
def test_delay_of_each_way_as_irtt_sees_it() -> None:
    with Link(up=Direction(delay_ms=30), down=Direction(delay_ms=10)) as link:
        report = irtt(link, count=100, interval_ms=10)["stats"]
    assert 30 * MS <= report["send_delay"]["min"] < 31 * MS
    assert 10 * MS <= report["receive_delay"]["min"] < 11 * MS
    assert report["packets_received"] == report["packets_sent"] >= 90


@pytest.mark.tools("irtt")
def test_jitter_as_irtt_sees_it() -> None:
    uneven = Direction(delay_ms=20, jitter_ms=10, reorder=True)
    with Link(up=uneven, down=Direction(delay_ms=20)) as link:
        up = irtt(link, count=400, interval_ms=4)["stats"]["send_delay"]
    # Half-normal: mean sqrt(2 / pi), standard deviation sqrt(1 - 2 / pi). The drawn values are the
    # seed's; the tolerance is for 400 of them and for the machine.
    assert 20 * MS <= up["min"] < 21 * MS
    assert up["mean"] == pytest.approx((20 + 7.98) * MS, abs=1.5 * MS)
    assert up["stddev"] == pytest.approx(6.03 * MS, abs=1.2 * MS)


@pytest.mark.tools("irtt")
def test_loss_of_each_way_as_irtt_sees_it() -> None:
    lossy = Direction(loss=0.1)
    with Link(up=lossy, down=lossy, seed=7) as link:
        report = irtt(link, count=600, interval_ms=3)
        stats = link.stats()
    found = [one["lost"] for one in report["round_trips"]]
    # irtt's opening and closing packets share the link: a few of the losses may be theirs.
    assert stats.up.losses - 6 <= found.count("true_up") <= stats.up.losses
    assert stats.down.losses - 6 <= found.count("true_down") <= stats.down.losses
    assert stats.up.losses == pytest.approx(0.1 * stats.up.packets_in, abs=30)
    assert_adds_up(stats)


def loss_runs(arrived: list[int], count: int) -> list[int]:
    """Lengths of the runs of missing numbers."""
    there = set(arrived)
    missing = [number not in there for number in range(count)]
    return [len(list(run)) for lost, run in groupby(missing) if lost]


@pytest.mark.parametrize(("loss", "burst", "mean_run"), [(0.1, 1.0, 1 / 0.9), (0.05, 5.0, 5.0)])
def test_losses_come_as_asked_for(loss: float, burst: float, mean_run: float) -> None:
    with Link(up=Direction(loss=loss, burst=burst), down=FREE) as link:
        arrived = received_numbers(link, 10_000)
        stats = link.stats()
    assert len(arrived) == 10_000 - stats.up.losses
    # The seed makes these exact numbers: the tolerance is for the seed chosen, not for luck.
    runs = loss_runs(arrived, 10_000)
    assert sum(runs) == pytest.approx(10_000 * loss, rel=0.15)
    assert sum(runs) / len(runs) == pytest.approx(mean_run, rel=0.15)
    assert_adds_up(stats)


def test_equal_seeds_lose_the_same_packets() -> None:
    def arrived(seed: int, delay_ms: float = 0, jitter_ms: float = 0) -> list[int]:
        up = Direction(loss=0.2, burst=2, delay_ms=delay_ms, jitter_ms=jitter_ms)
        with Link(up=up, down=FREE, seed=seed) as link:
            return sorted(received_numbers(link, 500))

    first = arrived(3)
    assert arrived(3) == first
    # Losses do not depend on other parameters.
    assert arrived(3, delay_ms=3, jitter_ms=1) == first
    assert arrived(4) != first


@pytest.mark.parametrize("reorder", [False, True])
def test_jitter_keeps_the_order_unless_told_otherwise(reorder: bool) -> None:
    uneven = Direction(delay_ms=2, jitter_ms=5, reorder=reorder)
    with Link(up=uneven, down=FREE) as link:
        arrived = received_numbers(link, 200)
    assert sorted(arrived) == list(range(200))
    assert (arrived == list(range(200))) is not reorder


def test_a_queue_holds_four_full_packets_at_least() -> None:
    # One packet takes 240 ms: all ten are there before the first is gone.
    tiny = Direction(rate_bps=50_000, queue_ms=1)
    with Link(up=tiny, down=FREE) as link:
        arrived = received_numbers(link, 10, size=1500)
        stats = link.stats()
    assert arrived == [0, 1, 2, 3]
    assert stats.up.queue_drops == 6


def arrival_times(link: Link, count: int, size: int) -> list[float]:
    """Send datagrams up all at once; return when each came out, in seconds by the kernel."""
    times: list[float] = []
    sender = link.client.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver = link.server.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with sender, receiver:
        receiver.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        receiver.bind((link.server_ip, UDP_PORT))
        receiver.settimeout(LIMIT)
        for _ in range(count):
            sender.sendto(bytes(size - HEADERS), (link.server_ip, UDP_PORT))
        while len(times) < count:
            [(_, _, stamp)] = receiver.recvmsg(size, 64)[1]
            seconds, nanoseconds = struct.unpack("@ll", stamp)
            times.append(seconds + nanoseconds * 1e-9)
    return times


def test_a_rate_in_steps_carries_its_share_in_each() -> None:
    # A packet takes 10 ms at the whole rate: 40 leave in the one step, 10 in the other.
    steps = ((0.4, 1.0), (0.4, 0.25))
    up = Direction(rate_bps=1_000_000, queue_ms=2000, rate_steps=steps)
    with Link(up=up, down=FREE) as link:
        times = arrival_times(link, 130, 1250)
        stats = link.stats()

    def carried(seconds: float) -> list[int]:
        """Packets in each stretch of that length that starts with one and ends before the last."""
        starts = [start for start in times if start + seconds <= times[-1]]
        return [sum(start < t <= start + seconds for t in times) for start in starts]

    # Where the cycle is when the packets come is open; late wake-ups shift a few.
    slack = 2 + stats.up.max_lateness_us / 10_000
    assert max(carried(0.4)) == pytest.approx(40, abs=slack)
    assert min(carried(0.4)) == pytest.approx(10, abs=slack)
    assert sum(carried(0.8)) / len(carried(0.8)) == pytest.approx(50, abs=slack)
    assert stats.up.packets_out == 130
    assert stats.up.queue_drops == 0
    assert_adds_up(stats)


TRANSMITTER = """
#define main link_main
#include "link.c"
#undef main

void *transmitter(char *text)
{
    struct direction *d = calloc(1, sizeof *d);
    parse(d, "up", text, 1);
    return d;
}

int64_t last_bit(void *d, int64_t from, size_t bytes)
{
    return sent_at(d, from, bytes);
}

double waiting(struct direction *d, int64_t busy_until, int64_t at)
{
    d->busy_until = busy_until;
    return backlog(d, at);
}
"""


@pytest.fixture(scope="module")
def transmitter(tmp_path_factory: pytest.TempPathFactory) -> ctypes.CDLL:
    """The emulator's arithmetic, without a clock."""
    folder = tmp_path_factory.mktemp("transmitter")
    (folder / "transmitter.c").write_text(TRANSMITTER)
    subprocess.run(
        [
            *(*emulator._COMPILER, "-Werror", "-shared", "-fPIC", "-I", Path(__file__).parent),
            *("-o", folder / "transmitter.so", folder / "transmitter.c", "-lm"),
        ],
        check=True,
        timeout=LIMIT,
    )
    library = ctypes.CDLL(str(folder / "transmitter.so"))
    library.transmitter.restype = ctypes.c_void_p
    library.last_bit.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_size_t]
    library.last_bit.restype = ctypes.c_int64
    library.waiting.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64]
    library.waiting.restype = ctypes.c_double
    return library


def last_bit(direction: Direction, start: int, size: int) -> Fraction:
    """When the last bit leaves, in nanoseconds: step by step, in exact numbers."""
    assert direction.rate_bps is not None
    steps = [(round(s * 1e9), Fraction(share)) for s, share in direction.rate_steps or ((1, 1),)]
    at = Fraction(start - start % sum(lasts for lasts, _ in steps))
    left = Fraction(size * 8 * 10**9, direction.rate_bps)
    for lasts, share in cycle(steps):
        begin, at = max(at, Fraction(start)), at + lasts
        if begin >= at:
            continue
        if left <= (at - begin) * share:
            return begin + left / share
        left -= (at - begin) * share
    raise AssertionError


@given(
    rate=st.integers(50_000, 100_000_000),
    steps=st.lists(st.tuples(st.floats(0.001, 10), st.floats(0.01, 1)), max_size=6),
    start=st.integers(0, 10**13),  # nearly three hours
    size=st.integers(20, 65_535),
)
def test_sending_is_the_integral_of_the_rate(
    transmitter: ctypes.CDLL,
    rate: int,
    steps: list[tuple[float, float]],
    start: int,
    size: int,
) -> None:
    direction = Direction(rate_bps=rate, queue_ms=100, rate_steps=tuple(steps))
    text = ctypes.create_string_buffer(direction.arguments().encode())
    link = ctypes.c_void_p(transmitter.transmitter(text))
    sent = transmitter.last_bit(link, start, size)
    # Rounded to a nanosecond; hours in a double cost some tenths more at the smallest share.
    assert abs(sent - last_bit(direction, start, size)) <= 2
    # And what is sent until then is what waits at the start.
    assert transmitter.waiting(link, sent, start) == pytest.approx(size, abs=rate * 2e-9)
    assert transmitter.waiting(link, start, start) == 0


def test_full_packets_pass_unbroken() -> None:
    with Link(up=FREE, down=FREE) as link:
        assert received_numbers(link, 5, size=1500) == list(range(5))
        assert link.stats().up.bytes_out == 5 * 1500


def test_the_client_reaches_the_server_only() -> None:
    with Link(up=FREE, down=FREE) as link:
        routes = link.client.exec(["ip", "route"], limit=LIMIT).stdout
        assert routes.startswith("default dev cn0")
        assert link.server.exec(["ip", "route", "get", "192.0.2.1"], limit=LIMIT).returncode


# What it leaves behind


def names() -> set[str]:
    """The namespaces there are."""
    folder = Namespace("").path
    return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


def is_alive(pid: int) -> bool:
    """Whether a process exists and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_nothing_is_left() -> None:
    with Link(up=FREE, down=FREE) as link:
        assert {link.client.name, link.server.name} <= names()
        left = subprocess.Popen(link.client.command("sleep", "600"))
        wait_until(lambda: left.pid in link.client.processes(), "sleep did not start")
    assert not {link.client.name, link.server.name} & names()
    assert left.wait(LIMIT) == -signal.SIGKILL
    assert link.stats().up.packets_in == 0  # kept


def test_nothing_is_left_after_a_failure() -> None:
    link = Link(up=FREE, down=FREE)
    link.__enter__()
    error = ZeroDivisionError()
    link.__exit__(type(error), error, None)
    assert not {link.client.name, link.server.name} & names()
    assert "packets_in=0" in error.__notes__[0]


HOLD_A_LINK = """
import sys
from tests.net.direction import Direction
from tests.net.emulator import Link

with Link(up=Direction(), down=Direction()) as link:
    print(link.client.name, link.server.name, link._process.pid, flush=True)
    sys.stdin.read()
"""


@contextmanager
def other_process_with_a_link() -> Iterator[tuple[subprocess.Popen[str], set[str], int]]:
    """Another test process, its namespaces, and its emulator's process id."""
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_A_LINK],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            client, other, pid = process.stdout.readline().split()
            yield process, {client, other}, int(pid)
        finally:
            process.kill()


def test_nothing_is_left_after_an_interrupt() -> None:
    with other_process_with_a_link() as (process, made, pid):
        assert made <= names()
        process.send_signal(signal.SIGINT)
        process.wait(LIMIT)
        assert not made & names()
        assert not is_alive(pid)


def test_what_a_killed_process_left_is_swept() -> None:
    with other_process_with_a_link() as (process, made, pid):
        sweep()
        assert made <= names()  # its owner lives
        process.kill()
        process.wait(LIMIT)
        wait_until(lambda: not is_alive(pid), "the emulator outlived its owner")
        sweep()
        assert not made & names()


# The binary by itself


def test_counters_come_at_the_end_of_input_and_at_sigterm() -> None:
    with Link(up=FREE, down=FREE) as link:
        for end in ("input", "SIGTERM"):
            with subprocess.Popen(
                [compiled(), link.client.path, link.server.path, "cn1", "1", "", "rate=1000"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            ) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                assert process.stdout.readline() == "ready\n"
                if end == "input":
                    process.stdin.close()
                else:
                    process.send_signal(signal.SIGTERM)
                report = json.loads(process.stdout.readline())
                assert process.wait(LIMIT) == 0
            assert report["up"]["packets_in"] == report["down"]["packets_in"] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        *("speed=3", "rate", "rate=fast", "rate="),
        *("steps=", "steps=5", "steps=5:", "steps=:1", "steps=5:1;", "steps=5:1x"),
        *("steps=0:1", "steps=5:0", "steps=5:1.5", "steps=5:nan", "steps=5:1;x:1"),
    ],
)
def test_wrong_parameters_are_named(wrong: str) -> None:
    done = subprocess.run(
        [compiled(), "/nowhere", "/nowhere", "cn1", "1", "delay=1," + wrong, ""],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )
    assert done.returncode == 2
    assert f"what is {wrong.partition('=')[0]}?" in done.stderr


def test_a_dead_emulator_is_an_error_with_its_words() -> None:
    with Link(up=FREE, down=FREE) as link:
        process = link._process
        assert process is not None
        process.kill()
        process.wait(LIMIT)
        with pytest.raises(LinkError, match="died"):
            link.stats()


def test_no_compiler_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(emulator, "_CACHE", tmp_path / "cache")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LinkError, match=r"cc not found .*apt install gcc"):
        compiled()


def test_what_the_compiler_says_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "link.c"
    source.write_text("int main(void) { return nonsense; }\n")
    monkeypatch.setattr(emulator, "_SOURCE", source)
    monkeypatch.setattr(emulator, "_CACHE", tmp_path / "cache")
    with pytest.raises(LinkError, match="nonsense"):
        compiled()
    assert os.listdir(tmp_path / "cache") == []
