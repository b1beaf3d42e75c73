"""Look-ups in real databases of every known make, built on the spot."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mmdb_writer import MMDBWriter
from netaddr import IPSet  # type: ignore[import-untyped]

from notifier.machine.geo import Place, look_up, place_in

ADDRESS = "81.2.69.142"

GEOLITE_CITY = {
    "city": {"geoname_id": 2643743, "names": {"de": "London", "en": "London"}},
    "country": {
        "iso_code": "GB",
        "names": {"de": "Vereinigtes Königreich", "en": "United Kingdom"},
    },
    "registered_country": {"iso_code": "US", "names": {"en": "United States"}},
}
GEOLITE_COUNTRY = {"country": {"iso_code": "GB", "names": {"en": "United Kingdom"}}}
GEOLITE_ASN = {
    "autonomous_system_number": 20712,
    "autonomous_system_organization": "Andrews & Arnold Ltd",
}
IP_LOCATION_CITY = {"city": "London", "country_code": "GB", "state1": "England", "timezone": ""}
IP_LOCATION_COUNTRY = {"country_code": "GB"}


def database(path: Path, record: Mapping[str, Any], *networks: str) -> Path:
    networks = networks or ("81.2.69.0/24",)
    version = 6 if ":" in networks[0] else 4
    writer = MMDBWriter(ip_version=version, database_type="Test", languages=["en"])
    writer.insert_network(IPSet(networks), dict(record))
    writer.to_db_file(str(path))
    return path


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (GEOLITE_CITY, Place(None, "London", "United Kingdom")),
        (GEOLITE_COUNTRY, Place(None, None, "United Kingdom")),
        (GEOLITE_ASN, Place("Andrews & Arnold Ltd", None, None)),
        (IP_LOCATION_CITY, Place(None, "London", "GB")),
        (IP_LOCATION_COUNTRY, Place(None, None, "GB")),
        ({"isp": "An ISP", **GEOLITE_ASN}, Place("An ISP", None, None)),
        ({"registered_country": {"iso_code": "DE"}}, Place(None, None, "DE")),
        ({"country": {"names": {"de": "Österreich"}}}, Place(None, None, "Österreich")),
        ({"city": ["London"], "country": 7, "isp": " "}, Place()),
    ],
)
def test_each_make(tmp_path: Path, record: dict[str, Any], place: Place) -> None:
    assert look_up(ADDRESS, [database(tmp_path / "x.mmdb", record)]) == place


def test_files_complete_each_other(tmp_path: Path) -> None:
    files = [
        tmp_path / "missing.mmdb",
        database(tmp_path / "country.mmdb", IP_LOCATION_COUNTRY),
        database(tmp_path / "city.mmdb", GEOLITE_CITY),
        database(tmp_path / "asn.mmdb", GEOLITE_ASN),
    ]
    assert look_up(ADDRESS, files) == Place("Andrews & Arnold Ltd", "London", "GB")


@pytest.mark.parametrize(
    "address",
    [None, "", "nonsense", "127.0.0.1", "192.168.1.7", "10.0.0.1", "::1", "fe80::1", "100.64.0.1"],
)
def test_addresses_that_belong_nowhere(tmp_path: Path, address: str | None) -> None:
    private = ("127.0.0.0/8", "192.168.0.0/16", "10.0.0.0/8", "100.64.0.0/10")
    path = database(tmp_path / "all.mmdb", GEOLITE_CITY, *private)
    assert look_up(address, [path]) == Place()


def test_address_the_file_does_not_know(tmp_path: Path) -> None:
    assert look_up("9.9.9.9", [database(tmp_path / "x.mmdb", GEOLITE_CITY)]) == Place()


def test_both_families(tmp_path: Path) -> None:
    four = database(tmp_path / "4.mmdb", GEOLITE_CITY)
    six = database(tmp_path / "6.mmdb", GEOLITE_ASN, "2a02:8010::/32")
    assert look_up("2a02:8010::1", [four, six]).isp == "Andrews & Arnold Ltd"
    assert look_up("::ffff:81.2.69.142", [four, six]).city == "London"


def test_damaged_and_unreadable_files_know_nothing(tmp_path: Path) -> None:
    (tmp_path / "text.mmdb").write_text("this is no database")
    (tmp_path / "empty.mmdb").touch()
    (tmp_path / "folder.mmdb").mkdir()
    good = database(tmp_path / "good.mmdb", GEOLITE_CITY)
    files = [tmp_path / "text.mmdb", tmp_path / "empty.mmdb", tmp_path / "folder.mmdb", good]
    assert look_up(ADDRESS, files).city == "London"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_any_damage_is_survived(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "x.mmdb"
    if not path.exists():
        database(path, GEOLITE_CITY)
    octets = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "damaged.mmdb"
    damaged.write_bytes(bytes(octets))
    assert isinstance(look_up(ADDRESS, [damaged]), Place)


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["city", "country", "isp", "country_code"]), _values))
def test_any_record_is_read(record: dict[str, Any]) -> None:
    place_in(record)
