"""``python -m tests.collect.pack``: the collected files become one compact data set."""

import argparse
import sys
from pathlib import Path

from tests.collect.dataset import DATA, line_of, write_lines
from tests.collect.record import FOLDER, read


def main() -> int:
    """Pack all that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    lines = [line_of(read(file)) for file in args.folder.glob("*.json")]
    if not lines:
        print(f"{args.folder}: no collected networks", file=sys.stderr)
        return 1
    write_lines(args.out, lines)
    print(f"{args.out}: {len(lines)} networks, {args.out.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
