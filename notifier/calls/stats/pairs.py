"""The path of a connection: transports, candidate pairs and candidates of a sample.

Octets of a pair and of a transport are those of SRTP, SRTCP and DTLS in all programs: without
STUN, TURN's framing, and the headers of IP and UDP.
"""

from collections.abc import Mapping, Sequence

from notifier.calls.stats.entries import TEXT_LIMIT, Entry, count, linked, ms, number, stamp, text
from notifier.calls.stats.normal import Connection, Traffic

__all__ = ["read_path"]


def read_path(
    connection: Connection, by_type: Mapping[str, list[Entry]], by_id: Mapping[str, Entry]
) -> None:
    """What transports and candidate pairs say, into the connection."""
    transports = by_type.get("transport", [])
    pairs = by_type.get("candidate-pair", [])
    counting = [entry for entry in transports if number(entry, "bytesSent") is not None]
    told = counting or pairs
    connection.up = Traffic(
        _sum(told, "bytesSent"),
        _sum(told, "packetsSent"),
        _sum(pairs, "requestsSent", "responsesSent"),
    )
    connection.down = Traffic(
        _sum(told, "bytesReceived"),
        _sum(told, "packetsReceived"),
        _sum(pairs, "requestsReceived", "responsesReceived"),
    )
    stamps = [at for entry in told if (at := stamp(entry)) is not None]
    connection.stamp = max(stamps, default=None)
    chosen = _selected(transports, pairs, by_id)
    if not chosen:
        return
    connection.pair = "+".join(sorted(str(pair.get("id"))[:TEXT_LIMIT] for pair in chosen))
    trips = [trip for pair in chosen if (trip := ms(pair, "currentRoundTripTime")) is not None]
    connection.rtt_ms = max(trips, default=None)
    rates = [rate for p in chosen if (rate := count(p, "availableOutgoingBitrate")) is not None]
    # Connections that are not bundled estimate each for itself, and share the path.
    connection.available_kbps = sum(rates) / 1000 if rates else None
    _way(connection, linked(chosen[0], "localCandidateId", by_id))


def _sum(entries: Sequence[Entry], *names: str) -> float | None:
    found = [value for e in entries for name in names if (value := count(e, name)) is not None]
    return sum(found) if found else None


def _selected(
    transports: Sequence[Entry], pairs: Sequence[Entry], by_id: Mapping[str, Entry]
) -> list[Entry]:
    """The pairs in use: one, or one a transport where they are not bundled."""
    named = [linked(entry, "selectedCandidatePairId", by_id) for entry in transports]
    unique = {id(pair): pair for pair in named if pair}
    if unique:
        return list(unique.values())
    if chosen := [pair for pair in pairs if pair.get("selected") is True]:
        return chosen
    nominated = [
        pair for pair in pairs if pair.get("nominated") is True and pair.get("state") == "succeeded"
    ]
    return [max(nominated, key=lambda pair: count(pair, "bytesSent") or 0)] if nominated else []


def _way(connection: Connection, local: Entry) -> None:
    if not local:
        return
    connection.network_type = text(local, "networkType")
    protocol = local.get("protocol", local.get("transport"))
    if local.get("candidateType") in ("relay", "relayed"):
        to_server = local.get("relayProtocol")
        connection.relay = f"turn/{to_server if to_server in ('udp', 'tcp', 'tls') else 'udp'}"
        # The address is the relay's own; ours is the one that it was allocated from.
        address = local.get("relatedAddress")
    else:
        connection.relay = ""
        address = local.get("address", local.get("ip"))
    connection.protocol = "tcp" if protocol == "tcp" else "udp"
    connection.ipv6 = isinstance(address, str) and ":" in address
