"""What the browser extension costs a page: ``python -m tests.bench.extension [ROUNDS]``.

A page that knows nothing of it, in a headless Chromium with the extension and in one without, turn
about in one run, as the machine is busy now and then. With it, the real host and a program's side
are there, so that calls are watched. Printed is the median of each figure over the rounds, both
side by side, and the least and greatest of each.
"""

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from tests.browsers import chromium, program, site
from tests.browsers.chromium import Chromium
from tests.browsers.conftest import Place

__all__: list[str] = []

ROUNDS = 5
LOADS = 15
"""Page loads of one round."""

CALL_S = 15.0
"""Seconds of the call of one round: two connections, sound and picture."""

_MADE = """
(() => {
  const begun = performance.now();
  for (let i = 0; i < 250; i++) new RTCPeerConnection().close();
  return performance.now() - begun;
})()
"""

_LOADED = """
(() => {
  const { loadEventEnd, responseEnd } = performance.getEntriesByType("navigation")[0];
  return loadEventEnd - responseEnd;
})()
"""

_LEFT = """
(async () => {
  const made = [];
  for (let i = 0; i < 200; i++) {
    const pc = new RTCPeerConnection();
    pc.createDataChannel("x");
    await pc.setLocalDescription();
    pc.close();
    made.push(new WeakRef(pc));
  }
  for (let i = 0; i < 5; i++) {
    await new Promise((done) => setTimeout(done, 200));
    gc();
  }
  return made.filter((one) => one.deref()).length;
})()
"""


def _metrics(browser: Chromium, tab: str) -> dict[str, float]:
    found = browser.call(tab, "Performance.getMetrics")["metrics"]
    return {metric["name"]: metric["value"] for metric in found}


def _round(browser: Chromium, origin: str) -> dict[str, float]:
    figures: dict[str, float] = {}
    loads = []
    for _ in range(LOADS):
        tab = browser.open(f"{origin}/call.html")
        time.sleep(0.05)
        loads.append(browser.evaluate(tab, _LOADED))
        browser.close(tab)
    figures["page load, from the last byte to the end, ms"] = statistics.median(loads)
    made = 0.0
    # Chromium makes no more than 500 in one process before it collects garbage.
    for _ in range(4):
        tab = browser.open(f"{origin}/call.html")
        made += browser.evaluate(tab, _MADE)
        browser.evaluate(tab, "gc()")
        browser.close(tab)
    figures["1000 connections made and closed, ms"] = made
    tab = browser.open(f"{origin}/call.html")
    browser.call(tab, "Performance.enable")
    browser.evaluate(tab, "gc()")
    figures["memory of a page without calls, kB"] = _metrics(browser, tab)["JSHeapUsedSize"] / 1e3
    figures["closed connections not let go, of 200"] = browser.evaluate(tab, _LEFT)
    browser.evaluate(tab, "begin()")
    time.sleep(2)
    before = _metrics(browser, tab)
    time.sleep(CALL_S)
    after = _metrics(browser, tab)
    for name, key in (("all of it", "TaskDuration"), ("scripts", "ScriptDuration")):
        spent = (after[key] - before[key]) / (after["Timestamp"] - before["Timestamp"])
        figures[f"main thread in a call, {name}, ms a second"] = spent * 1000
    browser.evaluate(tab, "gc()")
    figures["memory in a call, kB"] = _metrics(browser, tab)["JSHeapUsedSize"] / 1e3
    return figures


def _run(origin: str, *, extension: bool) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="cn-bench-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        runtime = home / "run"
        runtime.mkdir()
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        place = Place("chromium", home, runtime, origin)
        place.register()
        path = Path("resources/extension").resolve() if extension else None
        with program.running(runtime) as told, chromium.started(home, path) as browser:
            figures = _round(browser, origin)
        if extension != bool(told.messages):
            raise SystemExit("the extension was not at work, or not the only one")
        return figures


def main() -> None:
    """Measure, and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found: dict[str, dict[bool, list[float]]] = defaultdict(lambda: {False: [], True: []})
    with site.served() as origin:
        for number in range(rounds):
            for extension in (number % 2 == 0, number % 2 == 1):
                for name, value in _run(origin, extension=extension).items():
                    found[name][extension].append(value)
    print(f"{rounds} rounds; median (least to greatest)")
    print(f"{'':50} {'without':>24} {'with':>24}")
    for name, sides in found.items():
        columns = [
            f"{statistics.median(values):.1f} ({min(values):.1f} to {max(values):.1f})"
            for values in (sides[False], sides[True])
        ]
        print(f"{name:50} {columns[0]:>24} {columns[1]:>24}")


if __name__ == "__main__":
    main()
