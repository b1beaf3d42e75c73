"""Writes templates, schema and pages: ``python -m notifier.settings.publish [FOLDER]``.

Without a folder into the checkout that this module lies in.
"""

import sys
from pathlib import Path

from notifier.settings.publish.files import CHECKOUT, files


def main(arguments: list[str]) -> int:
    """Write every file and say which were not up to date."""
    folder = Path(arguments[0]) if arguments else CHECKOUT
    for name, content in files().items():
        file = folder / name
        if not file.exists() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
