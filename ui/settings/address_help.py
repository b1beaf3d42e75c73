"""What somebody who is no expert may have meant by an address that is no TURN address."""

import ipaddress

from PySide6.QtCore import QCoreApplication

from notifier.turn.uri import TurnUriError, parse_turn_uri

__all__ = ["address_help"]


def address_help(line: str) -> str:
    """Return what to write instead, as a sentence; empty where nobody knows, or nothing is wrong.

    What seems to hold a password (an @) is not repeated.
    """
    if _is_usable(line) or "@" in line:
        return ""
    scheme, _, rest = line.partition(":")
    match scheme.lower():
        case "stun" | "stuns":
            return QCoreApplication.translate(
                "address_help",
                "{address} is a STUN server, which passes no calls on. Ask for a TURN server: its "
                "address begins with turn: or turns:.",
            ).format(address=line)
        case "http" | "https" | "ws" | "wss":
            return QCoreApplication.translate(
                "address_help",
                "{address} is a web page. The address of a TURN server begins with turn: or "
                "turns:, like turn:turn.example.com:3478.",
            ).format(address=line)
        case "turn" | "turns":
            meant = _meant(f"{scheme.lower()}:", rest)
        case _:
            meant = _meant("turn:", line)
    if not meant:
        return ""
    return QCoreApplication.translate(
        "address_help", "{address} is no TURN address. Perhaps {meant} is meant?"
    ).format(address=line, meant=meant)


def _meant(scheme: str, rest: str) -> str:
    """The address without slashes, and with the brackets that an IPv6 address needs."""
    rest = rest.strip("/ ")
    try:
        ipaddress.IPv6Address(rest)
    except ValueError:
        meant = f"{scheme}{rest}"
    else:
        meant = f"{scheme}[{rest}]"
    return meant if _is_usable(meant) else ""


def _is_usable(address: str) -> bool:
    try:
        parse_turn_uri(address)
    except TurnUriError:
        return False
    return True
