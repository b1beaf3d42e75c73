"""``python -m notifier`` is ``call-notifier``."""

import sys

from notifier.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
