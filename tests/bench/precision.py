"""``python -m tests.bench.precision``: the probe and its rivals on links drawn at random.

Each link of :mod:`tests.bench.draw` is made between two network namespaces with a coturn behind it;
the full probe runs through it, and so does each other tool that was asked for, one after the
other. ``--out`` gets one JSON line a link and is gone on with where it was left; ``--report`` reads
such a file and prints the whole distribution of errors as Markdown. Needs root.

    python -m tests.bench.precision --tools ours --links 20
    python -m tests.bench.precision --light --servers 3 --out build/bench/links.jsonl
    python -m tests.bench.precision --report build/bench/links.jsonl
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import get_args

from tests.bench.draw import draw
from tests.bench.record import LinkRecord, Outcome, Tool, append, read
from tests.bench.report import OWN, report

DEFAULT_TOOLS = [tool for tool in get_args(Tool) if tool not in {"light", "servers"}]


def main() -> int:
    """Measure, or report."""
    args = _arguments()
    if args.report:
        print(_report(args, args.report))
        return 0
    tools: list[Tool] = list(args.tools)
    if args.light:
        tools.append("light")
    if args.servers > 1:
        tools.append("servers")
    if args.out is not None:
        args.out.parent.mkdir(parents=True, exist_ok=True)
        _measure(args, tools, args.out)
        return 0
    with tempfile.TemporaryDirectory(prefix="cn-bench-") as folder:
        file = Path(folder, "links.jsonl")
        try:
            _measure(args, tools, file)
        except KeyboardInterrupt:
            print("stopped; of the links so far:", file=sys.stderr)
        if file.exists():
            print(_report(args, file))
    return 0


def _arguments() -> argparse.Namespace:
    def tool_list(text: str) -> list[str]:
        tools = text.split(",")
        if wrong := set(tools) - set(get_args(Tool)):
            raise argparse.ArgumentTypeError(f"{', '.join(wrong)}: none of {get_args(Tool)}")
        return tools

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--links", type=int, default=200, help="how many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first link")
    parser.add_argument(
        "--tools", type=tool_list, default=DEFAULT_TOOLS, help=f"of {','.join(get_args(Tool))}"
    )
    parser.add_argument("--light", action="store_true", help="a light run on each link, too")
    parser.add_argument(
        "--servers", type=int, default=1, help="a full run of so many TURN URIs, too"
    )
    parser.add_argument("--out", type=Path, help="JSON lines; links and tools in it are skipped")
    parser.add_argument("--report", type=Path, help="print the report of such a file")
    parser.add_argument(
        "--worst", type=int, default=0, help="list so many links under each figure, the worst first"
    )
    parser.add_argument("--brief", action="store_true", help="report over all links only")
    return parser.parse_args()


def _report(args: argparse.Namespace, file: Path) -> str:
    return report(list(read(file)), worst=args.worst, brief=args.brief)


def _measure(args: argparse.Namespace, tools: list[Tool], file: Path) -> None:
    # Here, because a report can be read where no link can be made.
    from tests.bench.tools import run

    done = {(r.seed, r.number): _done(r) for r in read(file)} if file.exists() else {}
    for number in range(args.first, args.first + args.links):
        missing = [tool for tool in tools if tool not in done.get((args.seed, number), set())]
        if not missing:
            continue
        scenario = draw(args.seed, number)
        began = time.monotonic()
        # The same losses and jitter for every tool, other ones on every link.
        outcomes: dict[str, Outcome] = {
            tool: run(tool, scenario, number + 1, args.servers) for tool in missing
        }
        append(
            file,
            LinkRecord(
                seed=args.seed,
                number=number,
                link=scenario,
                servers=args.servers,
                tools=outcomes,
            ),
        )
        told = ", ".join(
            f"{tool} {'failed after ' if outcome.error else ''}{outcome.wall_s:.1f} s"
            for tool, outcome in outcomes.items()
        )
        print(f"link {number}: {told} ({time.monotonic() - began:.1f} s)", file=sys.stderr)


def _done(record: LinkRecord) -> set[str]:
    """What need not be run again: a crash of our own probe is no result, a rival's failure is."""
    return {tool for tool, o in record.tools.items() if tool not in OWN or not o.error}


if __name__ == "__main__":
    sys.exit(main())
