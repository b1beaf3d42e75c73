"""The embedded relay: a small TURN server (RFC 8656) on loopback, for demonstrations and tests.

::

    client ── UDP ──> endpoint ── Link (up) ──> TurnServer ── UDP ──> peer, loopback alone
           <── UDP ──          <── Link (down) ──         <── UDP ──

:mod:`~notifier.relay.server` is the protocol and :mod:`~notifier.relay.impair` a link with a
rate, a queue, delay, jitter and loss: both are machines without I/O, time is an argument.
:mod:`~notifier.relay.endpoint` puts them on sockets, ``python -m notifier.relay`` is a process
of its own around that, and :mod:`~notifier.relay.process` starts and ends such a process.

It is no relay for the world: it binds to loopback, and relays to loopback.
"""

from notifier.relay.endpoint import EmbeddedRelay
from notifier.relay.impair import LinkSettings
from notifier.relay.process import RelayAccess, RelayStartError, demonstration_relay

__all__ = [
    "EmbeddedRelay",
    "LinkSettings",
    "RelayAccess",
    "RelayStartError",
    "demonstration_relay",
]
