"""Provider, city and country of a public address, from MaxMind DB files on this machine.

Nothing is asked over the network. Three makes of file are in use, and each record is read for
what it has: GeoLite2 and DB-IP (names by language under ``city`` and ``country``,
``autonomous_system_organization``) and ip-location-db (plain ``city`` and ``country_code``).
"""

import ipaddress
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from notifier.machine.facts import Place

__all__ = ["Place", "look_up", "place_in"]

log = logging.getLogger(__name__)


def look_up(public_ip: str | None, databases: Iterable[Path]) -> Place:
    """Look an address up in each file in turn; the first that knows a field fills it.

    Never raises. Private and loopback addresses belong nowhere; missing, unreadable and damaged
    files know nothing. Reads files: call it off the event loop.
    """
    address = _public(public_ip)
    place = Place()
    if address is None:
        return place
    for path in databases:
        found = _record(address, path)
        if found is not None:
            more = place_in(found)
            place = Place(
                isp=place.isp or more.isp,
                city=place.city or more.city,
                country=place.country or more.country,
            )
    return place


def place_in(record: Mapping[str, Any]) -> Place:
    """Read one record of any of the known makes; what has another shape is left out."""
    return Place(
        isp=_text(record.get("isp"))
        or _text(record.get("autonomous_system_organization"))
        or _text(record.get("organization")),
        city=_name(record.get("city")),
        country=_name(record.get("country"))
        or _name(record.get("registered_country"))
        or _text(record.get("country_code")),
    )


def _public(text: str | None) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(text or "")
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address if address.is_global else None


def _record(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, path: Path
) -> Mapping[str, Any] | None:
    import maxminddb

    try:
        with maxminddb.open_database(path) as database:
            found = database.get(address)
    except FileNotFoundError:
        return None
    except Exception as error:
        # Its decoder raises whatever damaged octets lead it to: KeyError, struct.error,
        # UnicodeDecodeError, RecursionError, its own, …; a ValueError also for an IPv6 address in
        # a database of IPv4 only.
        log.info("%s tells nothing of this address: %s", path, error)
        return None
    return found if isinstance(found, Mapping) else None


def _name(value: object) -> str | None:
    """A place's English name, any name, or its code, from either way of writing it down."""
    if not isinstance(value, Mapping):
        return _text(value)
    names = value.get("names")
    if isinstance(names, Mapping):
        for name in (names.get("en"), *names.values()):
            if (text := _text(name)) is not None:
                return text
    return _text(value.get("iso_code"))


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
