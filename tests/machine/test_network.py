"""Kinds of interface on laid-out sysfs trees, identities, and both on real interfaces."""

import ast
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifier.machine import rtnetlink
from notifier.machine.facts import NetworkType
from notifier.machine.network import Way, default_way, network_id, network_type, observe

KEY = bytes(range(32))
linux = pytest.mark.skipif(sys.platform != "linux", reason="sysfs and /proc")

Namespace = Callable[[str], str]


def lay_out(root: Path, name: str, files: dict[str, str | None]) -> Path:
    """Make ``/sys/class/net/NAME`` under the root; None makes a folder."""
    folder = root / "class" / "net" / name
    folder.mkdir(parents=True)
    for file, content in files.items():
        if content is None:
            (folder / file).mkdir()
        else:
            (folder / file).write_text(content)
    return root


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ({"type": "1\n", "uevent": "INTERFACE=eth0\nIFINDEX=2\n"}, "ethernet"),
        ({"type": "1\n", "uevent": "DEVTYPE=wlan\nINTERFACE=wlp3s0\n"}, "wifi"),
        ({"type": "1\n", "uevent": "", "wireless": None}, "wifi"),
        ({"type": "1\n", "phy80211": None}, "wifi"),
        ({"type": "803\n"}, "wifi"),
        ({"type": "1\n", "uevent": "DEVTYPE=wwan\n"}, "cellular"),
        ({"type": "65534\n", "uevent": "DEVTYPE=wwan\n"}, "cellular"),
        ({"type": "519\n"}, "cellular"),
        ({"type": "65534\n", "device": None}, "cellular"),
        ({"type": "1\n", "uevent": "DEVTYPE=bluetooth\n"}, "bluetooth"),
        ({"type": "1\n", "uevent": "DEVTYPE=wimax\n"}, "wimax"),
        ({"type": "65534\n", "uevent": "DEVTYPE=wireguard\nINTERFACE=wg0\n"}, "vpn"),
        ({"type": "65534\n", "tun_flags": "0x1001\n"}, "vpn"),
        ({"type": "1\n", "tun_flags": "0x1002\n"}, "vpn"),
        ({"type": "512\n"}, "vpn"),
        ({"type": "65534\n"}, "vpn"),
        ({"type": "768\n"}, "vpn"),
        ({"type": "772\n"}, "unknown"),
        ({"type": "1\n", "uevent": "DEVTYPE=vlan\n"}, "ethernet"),
        ({"type": "no number"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_kind_of_interface(tmp_path: Path, files: dict[str, str | None], kind: str) -> None:
    assert network_type("x0", lay_out(tmp_path, "x0", files)) == kind


def test_interface_that_is_gone(tmp_path: Path) -> None:
    assert network_type("x0", tmp_path) == "unknown"
    assert network_type("no\0name", tmp_path) == "unknown"


def test_vlan_is_what_it_stands_on(tmp_path: Path) -> None:
    lay_out(tmp_path, "wlan0", {"type": "1", "uevent": "DEVTYPE=wlan", "device": None})
    lay_out(tmp_path, "wlan0.7", {"type": "1", "uevent": "DEVTYPE=vlan", "lower_wlan0": None})
    assert network_type("wlan0.7", tmp_path) == "wifi"


def test_bridge_with_guests_is_its_hardware(tmp_path: Path) -> None:
    lay_out(tmp_path, "eth0", {"type": "1", "device": None})
    lay_out(tmp_path, "vnet3", {"type": "1", "tun_flags": "0x1002"})
    ports: dict[str, str | None] = {"lower_eth0": None, "lower_vnet3": None}
    lay_out(tmp_path, "br0", {"type": "1", "bridge": None, **ports})
    assert network_type("br0", tmp_path) == "ethernet"


def test_bond_of_cable_and_wifi_is_neither(tmp_path: Path) -> None:
    lay_out(tmp_path, "eth0", {"type": "1", "device": None})
    lay_out(tmp_path, "wlan0", {"type": "1", "uevent": "DEVTYPE=wlan", "device": None})
    lay_out(tmp_path, "bond0", {"type": "1", "lower_eth0": None, "lower_wlan0": None})
    assert network_type("bond0", tmp_path) == "unknown"


def test_interfaces_that_stand_on_each_other_end(tmp_path: Path) -> None:
    lay_out(tmp_path, "a", {"type": "1", "lower_b": None})
    lay_out(tmp_path, "b", {"type": "1", "lower_a": None})
    assert network_type("a", tmp_path) == "ethernet"


HOME = Way("wlan0", "192.168.1.1", "02:00:00:00:00:01")


def test_id_is_stable_while_the_public_address_changes() -> None:
    first = network_id(KEY, "wifi", HOME, "203.0.113.7")
    assert first == network_id(KEY, "wifi", HOME, "198.51.100.200")
    assert first == network_id(KEY, "wifi", HOME, None)


def test_id_is_stable_over_versions() -> None:
    # Ids are kept in the history: another scheme would make every network a new one.
    assert network_id(KEY, "wifi", HOME, None) == "6f282ad0163a28b2496ddf431ef564f0"


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("wifi", Way("wlan0", "192.168.1.1", "02:00:00:00:00:02")),
        ("wifi", Way("wlan0", "192.168.1.254", "02:00:00:00:00:01")),
        ("ethernet", HOME),
    ],
)
def test_other_networks_have_other_ids(kind: NetworkType, way: Way) -> None:
    assert network_id(KEY, kind, way, None) != network_id(KEY, "wifi", HOME, None)


def test_id_tells_nobody_without_the_key() -> None:
    assert network_id(KEY, "wifi", HOME, None) != network_id(bytes(32), "wifi", HOME, None)


def test_vpn_is_known_by_its_exit() -> None:
    first = network_id(KEY, "vpn", Way("tun0"), "203.0.113.7")
    assert first == network_id(KEY, "vpn", Way("tun1"), "203.0.113.99")
    assert first != network_id(KEY, "vpn", Way("tun0"), "198.51.100.7")
    assert first != network_id(KEY, "vpn", Way("wg0"), "203.0.113.7")
    six = network_id(KEY, "vpn", Way("tun0"), "2001:db8:1:2::3")
    assert six == network_id(KEY, "vpn", Way("tun0"), "2001:db8:1:ffff::4")
    assert six != network_id(KEY, "vpn", Way("tun0"), "2001:db8:2::3")


@given(
    st.none() | st.builds(Way, st.text(max_size=8), st.none() | st.text(), st.none() | st.text()),
    st.none() | st.text(max_size=40),
)
def test_any_id_is_128_bits(way: Way | None, public_ip: str | None) -> None:
    found = network_id(KEY, "unknown", way, public_ip)
    assert len(found) == 32
    assert int(found, 16) >= 0


PROC_ROUTE = """\
Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
wlan0\t00000000\t0102A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
"""
PROC_ARP = """\
IP address       HW type     Flags       HW address            Mask     Device
192.0.2.1        0x1         0x2         02:FC:00:00:00:05     *        eth0
192.168.2.1      0x1         0x0         00:00:00:00:00:00     *        wlan0
"""
PROC_ROUTE_6 = (
    "00000000000000000000000000000000 00 00000000000000000000000000000000 00 "
    "fe800000000000000000000000000001 00000400 00000002 00000000 00000003     eth0\n"
    "00000000000000000000000000000000 00 00000000000000000000000000000000 00 "
    "00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo\n"
)


def proc(root: Path, **files: str) -> Path:
    (root / "net").mkdir()
    for name, content in files.items():
        (root / "net" / name).write_text(content)
    return root


@pytest.mark.skipif(sys.byteorder != "little", reason="the sample is of a little-endian machine")
def test_default_way_in_proc(tmp_path: Path) -> None:
    root = proc(tmp_path, route=PROC_ROUTE, arp=PROC_ARP, ipv6_route=PROC_ROUTE_6)
    assert default_way(root) == Way("eth0", "192.0.2.1", "02:fc:00:00:00:05")


def test_default_way_in_proc_by_ipv6_alone(tmp_path: Path) -> None:
    root = proc(tmp_path, route=PROC_ROUTE.splitlines()[0], ipv6_route=PROC_ROUTE_6)
    assert default_way(root) == Way("eth0", "fe80::1", None)


def test_no_default_way_in_proc(tmp_path: Path) -> None:
    assert default_way(tmp_path) is None


@given(st.text(), st.text(), st.text())
def test_any_proc_files_are_read_without_an_error(
    tmp_path_factory: pytest.TempPathFactory, route: str, route6: str, arp: str
) -> None:
    root = tmp_path_factory.mktemp("proc")
    (root / "net").mkdir()
    for name, content in (("route", route), ("ipv6_route", route6), ("arp", arp)):
        (root / "net" / name).write_bytes(content.encode(errors="surrogatepass"))
    default_way(root)


@linux
@pytest.mark.skipif(sys.byteorder != "little", reason="the sample is of a little-endian machine")
def test_without_a_routing_socket_proc_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(groups: int, protocol: int = 0) -> socket.socket:
        raise PermissionError("not in this sandbox")

    monkeypatch.setattr(rtnetlink, "_socket", closed)
    (tmp_path / "proc").mkdir()
    proc_root = proc(tmp_path / "proc", route=PROC_ROUTE, arp=PROC_ARP)
    sys_root = lay_out(tmp_path, "eth0", {"type": "1"})
    facts = observe(KEY, "198.51.100.1", sys_root=sys_root, proc_root=proc_root)
    assert (facts.network_type, facts.interface, facts.has_route) == ("ethernet", "eth0", True)
    way = Way("eth0", "192.0.2.1", "02:fc:00:00:00:05")
    assert facts.network_id == network_id(KEY, "ethernet", way, None)


def test_other_platforms_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    facts = observe(KEY, "198.51.100.1", "203.0.113.7")
    assert (facts.network_type, facts.interface, facts.has_route) == ("unknown", None, True)


@linux
@pytest.mark.parametrize("server", [None, "127.0.0.1", "::1", "turn.example.com", "", "fe80::1%9"])
def test_observe_never_raises_here(server: str | None) -> None:
    facts = observe(KEY, server)
    assert len(facts.network_id) == 32
    if server == "127.0.0.1":
        assert (facts.network_type, facts.interface, facts.has_route) == ("unknown", "lo", True)


@pytest.mark.root
def test_real_interfaces(in_namespace: Namespace) -> None:
    printed = in_namespace("""
        import socket
        from notifier.machine import rtnetlink
        from notifier.machine.network import network_id, observe, Way

        KEY = bytes(32)
        facts = [observe(KEY, "198.51.100.9")]
        ip("link", "add", "up0", "type", "veth", "peer", "name", "far0")
        ip("address", "add", "10.9.0.2/24", "dev", "up0")
        ip("link", "set", "up0", "up")
        ip("link", "set", "far0", "up")
        ip("route", "add", "default", "via", "10.9.0.1")
        ip("neigh", "add", "10.9.0.1", "lladdr", "02:00:00:00:00:07", "dev", "up0")
        ip("-6", "address", "add", "2001:db8::2/64", "dev", "up0", "nodad")
        ip("-6", "route", "add", "default", "via", "2001:db8::1")
        facts.append(observe(KEY, "198.51.100.9", "203.0.113.7"))
        facts.append(observe(KEY, "2001:db8:7::9", "2001:db8::2"))
        facts.append(observe(KEY))
        # The gateway is gone: still the same network.
        ip("neigh", "del", "10.9.0.1", "dev", "up0")
        facts.append(observe(KEY))
        home = network_id(KEY, "ethernet", Way("up0", "10.9.0.1", "02:00:00:00:00:07"), None)
        # A VPN that takes only the way to the server.
        ip("tuntap", "add", "tun0", "mode", "tun")
        ip("address", "add", "10.10.0.2/32", "dev", "tun0")
        ip("link", "set", "tun0", "up")
        ip("route", "add", "198.51.100.0/24", "dev", "tun0")
        facts.append(observe(KEY, "198.51.100.9", "203.0.113.7"))
        facts.append(observe(KEY))
        # The same network through a bridge.
        ip("link", "add", "br0", "type", "bridge")
        ip("link", "set", "up0", "master", "br0")
        ip("link", "set", "br0", "up")
        ip("route", "replace", "default", "via", "10.9.0.1", "dev", "br0", "onlink")
        facts.append(observe(KEY))
        print([home, [(f.network_type, f.interface, f.has_route, f.network_id) for f in facts]])
    """)
    home, facts = ast.literal_eval(printed)
    nothing, to_four, to_six, to_any, silent, through_vpn, beside_vpn, bridge = facts
    assert nothing[:3] == ("unknown", None, False)
    assert to_four == to_six == to_any == silent == beside_vpn == ("ethernet", "up0", True, home)
    assert through_vpn[:3] == ("vpn", "tun0", True)
    assert bridge[:3] == ("ethernet", "br0", True)
    assert len({nothing[3], home, through_vpn[3]}) == 3


@pytest.mark.root
def test_real_wireguard(in_namespace: Namespace) -> None:
    printed = in_namespace("""
        from notifier.machine.network import network_type
        made = subprocess.run(["ip", "link", "add", "wg0", "type", "wireguard"],
                              capture_output=True, timeout=30).returncode == 0
        print(network_type("wg0") if made else "")
    """).strip()
    if not printed:
        pytest.skip("this kernel has no WireGuard")
    assert printed == "vpn"
