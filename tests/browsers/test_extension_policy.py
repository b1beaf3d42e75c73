"""Which sites the extension may watch: as the program itself reads the same settings."""

import itertools
import json
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pytest

from notifier.browsers.extension import installed
from notifier.calls.policy import FeedPolicy

SITES = [
    "meet.example",
    "Meet.Example",
    "*.example",
    "*.meet.example",
    "*.EXAMPLE",
    "localhost",
    "127.0.0.1",
    "*.",
    "*",
    "",
    "[::1]",
]

ORIGINS = [
    "https://meet.example",
    "https://MEET.example:8443",
    "http://a.meet.example",
    "https://evilmeet.example",
    "https://meet.example.evil.test",
    "https://example",
    "http://localhost:3000",
    "http://127.0.0.1",
    "https://xn--bcher-kva.example",
]

WATCH: list[Literal["all", "listed", "none"]] = ["all", "listed", "none"]

_SCRIPT = """
import { mayWatch, originOf } from %s;
const { cases, senders } = JSON.parse(process.argv[2]);
console.log(JSON.stringify({
  may: cases.map(([watch, sites, origin]) => mayWatch({ watch, sites }, origin)),
  hidden: mayWatch({ watch: "all" }, null),
  origins: senders.map(originOf),
}));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js to ask")
def test_it_decides_as_the_program_does(tmp_path: Path) -> None:
    lists = [(), *((site,) for site in SITES), tuple(SITES[:3])]
    cases = list(itertools.product(WATCH, lists, ORIGINS))
    senders = [
        {"origin": "https://meet.example", "url": "https://meet.example/room?key=1"},
        {"url": "https://meet.example:444/room?key=1"},
        {"origin": "null", "url": "about:blank"},
        {"url": "about:blank"},
        {"url": "data:text/html,x"},
        {},
    ]
    # A copy that node takes for a module, whatever stands around it.
    (tmp_path / "policy.mjs").write_bytes((installed().folder / "policy.js").read_bytes())
    (tmp_path / "ask.mjs").write_text(_SCRIPT % json.dumps("./policy.mjs"))
    done = subprocess.run(
        ["node", tmp_path / "ask.mjs", json.dumps({"cases": cases, "senders": senders})],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stderr == ""
    said = json.loads(done.stdout)
    for (watch, sites, origin), may in zip(cases, said["may"], strict=True):
        expected = FeedPolicy(watch=watch, sites=sites).may_watch(origin)
        assert may == expected, (watch, sites, origin)
    assert True in said["may"]
    assert False in said["may"]
    # A page that hides where it comes from is never watched.
    assert said["hidden"] is False
    assert said["origins"] == [
        "https://meet.example",
        "https://meet.example:444",
        None,
        None,
        None,
        None,
    ]
