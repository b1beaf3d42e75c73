"""``call-notifier watch`` with a policy of its own: ``python -m tests.fleet.client FOLDER …``.

The real command, but for where policy lies: /etc can hold one policy for one machine only.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from notifier.cli import watch
from notifier.cli.main import command_line
from notifier.settings.paths import Paths

if __name__ == "__main__":
    paths = replace(Paths.default(), policy_dir=Path(sys.argv[1]), policy_owner=os.geteuid())
    sys.exit(watch.run(command_line().parse_args(["watch", *sys.argv[2:]]), paths, os.environ))
