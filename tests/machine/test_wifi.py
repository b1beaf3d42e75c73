"""The Wi-Fi link's figures: answers built as the kernel builds them, and whatever else may come.

There is no radio where these tests run: the numbers of commands and attributes are compared with
the kernel's own headers, and the question itself is asked of this machine's kernel.
"""

import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.machine import rtnetlink, wifi
from notifier.machine.rtnetlink import Message
from notifier.machine.wifi import WifiReading

FAMILY = 31
"""What the kernel might have given nl80211."""

PROC = """\
Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
wlp3s0: 0000   54.  -56.  -256        0      0      0     24      0        0
 wlan1: 0000    0.  -256.  -256       0      0      0      0      0        0
 wlan2: 0000   30.   60.    0.        0      0      0      0      0        0
 wlan3: 0000   30.   xx.    0.        0      0      0      0      0        0
"""


def attribute(kind: int, value: bytes) -> bytes:
    return struct.pack("=HH", 4 + len(value), kind) + value + b"\0" * (-len(value) % 4)


def answer(*info: bytes, command: int = wifi.NL80211_CMD_NEW_STATION) -> Message:
    """A station as ``nl80211_send_station`` (net/wireless/nl80211.c) writes it."""
    nested = wifi.NL80211_ATTR_STA_INFO | 0x8000  # NLA_F_NESTED
    return Message(
        FAMILY,
        struct.pack("=BBH", command, 1, 0)
        + attribute(wifi.NL80211_ATTR_IFINDEX, struct.pack("=I", 3))
        + attribute(6, b"\x02\0\0\0\0\x01")  # NL80211_ATTR_MAC
        + attribute(nested, b"".join(info)),
    )


def rate(*fields: bytes) -> bytes:
    return attribute(wifi.NL80211_STA_INFO_TX_BITRATE | 0x8000, b"".join(fields))


SIGNAL = attribute(wifi.NL80211_STA_INFO_SIGNAL, struct.pack("=b", -67))
PACKETS = attribute(wifi.NL80211_STA_INFO_TX_PACKETS, struct.pack("=I", 4000))
RETRIES = attribute(wifi.NL80211_STA_INFO_TX_RETRIES, struct.pack("=I", 350))
RATE = rate(
    attribute(wifi.NL80211_RATE_INFO_BITRATE, struct.pack("=H", 8667)),
    attribute(wifi.NL80211_RATE_INFO_BITRATE32, struct.pack("=I", 8667)),
)


def test_a_station_with_everything() -> None:
    found = wifi.station(answer(SIGNAL, RATE, PACKETS, RETRIES), FAMILY)
    assert found == WifiReading(-67.0, 866.7, 4000, 350)


def test_the_mean_signal_is_preferred() -> None:
    mean = attribute(wifi.NL80211_STA_INFO_SIGNAL_AVG, struct.pack("=b", -61))
    found = wifi.station(answer(SIGNAL, mean), FAMILY)
    assert found == WifiReading(-61.0, None, None, None)


def test_rates_of_old_and_of_fast_links() -> None:
    old = rate(attribute(wifi.NL80211_RATE_INFO_BITRATE, struct.pack("=H", 540)))
    fast = rate(attribute(wifi.NL80211_RATE_INFO_BITRATE32, struct.pack("=I", 96_077)))
    rates = [wifi.station(answer(field), FAMILY) for field in (old, fast, rate())]
    assert [found.link_rate_mbps for found in rates if found] == [54.0, 9607.7, None]


def test_what_is_no_station() -> None:
    assert wifi.station(answer(SIGNAL, command=wifi.NL80211_CMD_GET_STATION), FAMILY) is None
    assert wifi.station(answer(SIGNAL), FAMILY + 1) is None
    assert wifi.station(Message(FAMILY, answer().payload[:4]), FAMILY) is None


@given(st.binary(max_size=200))
def test_any_octets_are_read_without_an_error(data: bytes) -> None:
    info = [attribute(kind, data) for kind in (7, 8, 10, 11, 13)]
    head = bytes([wifi.NL80211_CMD_NEW_STATION, 1, 0, 0])
    for message in (Message(FAMILY, data), Message(FAMILY, head + data), answer(*info)):
        found = wifi.station(message, FAMILY)
        assert found is None or found.signal_dbm is None or -128 <= found.signal_dbm <= 127
    wifi.family_id(Message(wifi.GENL_ID_CTRL, data))
    wifi.family_id(Message(wifi.GENL_ID_CTRL, bytes([wifi.CTRL_CMD_NEWFAMILY, 2, 0, 0]) + data))


@given(st.text(max_size=300), st.text(min_size=1, max_size=10))
def test_any_text_is_read_without_an_error(text: str, interface: str) -> None:
    wifi.from_proc(f"one\ntwo\n{text}", interface)
    wifi.from_proc(f"one\ntwo\n{interface}: {text}", interface)


@pytest.mark.parametrize(
    ("interface", "expected"),
    [
        ("wlp3s0", WifiReading(-56.0)),
        ("wlan1", WifiReading(None)),
        ("wlan2", WifiReading(None)),
        ("wlan3", None),
        ("wlan4", None),
        ("Inter-| sta-|   Quality        |", None),
    ],
)
def test_the_old_table(interface: str, expected: WifiReading | None) -> None:
    assert wifi.from_proc(PROC, interface) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's tables")
def test_the_old_table_is_read_where_nl80211_tells_nothing(tmp_path: Path) -> None:
    table = tmp_path / "net" / "wireless"
    table.parent.mkdir()
    table.write_text(PROC.replace("wlp3s0", "    lo"))
    assert wifi.read("lo", proc_root=tmp_path) == WifiReading(-56.0)
    assert wifi.read("nothing0", proc_root=tmp_path) is None
    assert wifi.read("lo", proc_root=tmp_path / "net") is None


@pytest.mark.skipif(sys.platform != "linux", reason="generic netlink")
def test_this_kernel_numbers_its_families() -> None:
    """The controller's own family is on every machine, and always has the same number."""
    request = wifi.family_request("nlctrl")
    answers = list(rtnetlink.ask(wifi.GENL_ID_CTRL, request, dump=False, protocol=16))
    assert [wifi.family_id(message) for message in answers] == [wifi.GENL_ID_CTRL]


@pytest.mark.tools("cc")
@pytest.mark.skipif(sys.platform != "linux", reason="Linux's headers")
def test_the_numbers_are_those_of_the_kernels_headers(tmp_path: Path) -> None:
    names = [name for name in vars(wifi) if re.match(r"(NL80211|CTRL|GENL)_", name)]
    lines = "".join(f'printf("{name} %d\\n", (int){name});' for name in names)
    source = tmp_path / "numbers.c"
    source.write_text(
        "#include <stdio.h>\n#include <linux/genetlink.h>\n#include <linux/nl80211.h>\n"
        f"int main(void) {{ {lines} return 0; }}\n"
    )
    program = tmp_path / "numbers"
    subprocess.run(["cc", "-o", str(program), str(source)], check=True, timeout=60)
    done = subprocess.run([str(program)], capture_output=True, text=True, check=True, timeout=60)
    found = dict(line.split() for line in done.stdout.splitlines())
    assert {name: int(value) for name, value in found.items()} == {
        name: getattr(wifi, name) for name in names
    }
