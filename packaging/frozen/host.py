"""The frozen native messaging host's beginning."""

import sys

from notifier.calls.host import main

if __name__ == "__main__":
    sys.exit(main())
