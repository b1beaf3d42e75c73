"""``python -m notifier.broker``: started by systemd or launchd, as root. It takes no arguments:
what it reads is nobody's choice."""

import logging
import os
import sys

from notifier.broker.server import run
from notifier.settings.paths import Paths


def main() -> int:
    """Serve; what is logged goes to standard error, which the journal keeps with the time."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    return run(Paths.default(), os.environ)


if __name__ == "__main__":
    sys.exit(main())
