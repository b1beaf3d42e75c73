"""The probe's process with a light run's stream cut short: for a soak of thousands of tests.

Everything else is a test's: the interpreter and its imports, the request and the reports, the
allocations at the server. What the tray program keeps of a test does not depend on how many packets
it sent, and 20 ms from one to the next are most of a light run's time.
"""

import dataclasses

from notifier.probe import server
from notifier.sct.__main__ import main

__all__ = ["PACKETS"]

PACKETS = 10
"""Of a stream, in place of 56."""

if __name__ == "__main__":
    server.STREAMS["light"] = dataclasses.replace(server.STREAMS["light"], count=PACKETS)
    main()
