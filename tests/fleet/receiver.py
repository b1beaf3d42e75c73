"""Real clients, real receivers: ``python -m tests.fleet.receiver TOOLS`` (packaging/try-fleet).

``TOOLS`` holds victoria-metrics, prometheus, promtool and prometheus-node-exporter. Everything
listens on loopback and ends with this program. Four clients with the four identities test two
relays and an address where nothing answers, one of them has a call, and all report both ways: by
OTLP to VictoriaMetrics, and by text files to Prometheus. Then each expression of the dashboard and
of the alert rules is asked of both; the collector is away for a while, and what waited arrives.
"""

import contextlib
import gzip
import itertools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from notifier.fleet.courier import Entry
from notifier.fleet.identity import SERVICE
from notifier.fleet.metrics import METRICS
from notifier.fleet.otlp import request
from notifier.fleet.protobuf import encode_request
from notifier.fleet.queue import Queue
from notifier.fleet.shared import FOLDER, look
from notifier.fleet.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
MONITORING = ROOT / "packaging" / "monitoring"

IDENTITIES = ("none", "installation", "machine", "person")

INTERVAL = 60
"""Seconds between two sends: the least that policy may ask for."""

AWAY = 200.0
"""Seconds for which the collector is away: three snapshots of each client."""

LIMIT = 1200.0
"""Seconds for anything that is waited for: after four failures a client waits up to 960."""

CALL_SECONDS = 40


def main(tools: Path) -> int:
    """Try it all; 1 where something is not as it should be."""
    work = Path(tempfile.mkdtemp(prefix="try-fleet-"))
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, work, ignore_errors=True)
        failures = Trial(tools, work, stack).run()
    for failure in failures:
        print(f"FAILED: {failure}")
    print("all is as it should be" if not failures else f"{len(failures)} failures")
    return 1 if failures else 0


class Trial:
    """One pass through everything."""

    def __init__(self, tools: Path, work: Path, stack: contextlib.ExitStack) -> None:
        self.tools = tools
        self.work = work
        self.stack = stack
        self.failures: list[str] = []
        self.otlp_port, self.prometheus_port, self.node_port = _free_ports(3)
        self.clients: dict[str, subprocess.Popen[bytes]] = {}

    def run(self) -> list[str]:
        """What is not as it should be."""
        self.rules()
        relays = [self.relay(), self.relay("--loss-up", "0.3", "--loss-down", "0.3")]
        collector = self.start_collector()
        self.start_prometheus()
        for number, identity in enumerate(IDENTITIES):
            self.start_client(identity, relays[number % 2], with_call=number == 0)
        self.wait("a first verdict of each", lambda: self.count("callnotifier_verdict_code") == 4)
        self.have_a_call()
        self.wait("the call", lambda: self.count("callnotifier_forecasts_total") > 0)
        self.text_files()
        time.sleep(2.5 * INTERVAL)  # rates want two points
        self.names()
        self.expressions("OTLP to VictoriaMetrics", self.otlp_port)
        self.expressions("text files to Prometheus", self.prometheus_port)
        self.rules_in_force()
        self.identities()
        self.outage(collector)
        self.ends()
        return self.failures

    # What is started

    def start(self, *command: object, **environ: str) -> subprocess.Popen[bytes]:
        """Start something that ends with us."""
        log = (self.work / f"{Path(str(command[0])).name}-{time.monotonic_ns()}.log").open("wb")
        process = subprocess.Popen(
            [str(word) for word in command],
            env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
            cwd=self.work,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
        )
        self.stack.callback(log.close)
        self.stack.callback(_end, process)
        return process

    def relay(self, *options: str) -> dict[str, str]:
        """A TURN server on loopback: its address, user name and password."""
        process = subprocess.Popen(
            [sys.executable, "-m", "notifier.relay", *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.stack.callback(_end, process)
        assert process.stdout is not None
        access: dict[str, str] = json.loads(process.stdout.readline())
        return access

    def start_collector(self) -> subprocess.Popen[bytes]:
        """VictoriaMetrics, with the names that Prometheus makes."""
        return self.start(
            self.tools / "victoria-metrics",
            f"-storageDataPath={self.work / 'collector'}",
            f"-httpListenAddr=127.0.0.1:{self.otlp_port}",
            "-opentelemetry.usePrometheusNaming",
            "-retentionPeriod=1",
            "-search.latencyOffset=0s",
        )

    def start_prometheus(self) -> None:
        """Prometheus, that scrapes a node_exporter with our folder, and evaluates our rules."""
        folder = self.work / "textfiles"
        folder.mkdir()
        self.start(
            self.tools / "prometheus-node-exporter",
            f"--web.listen-address=127.0.0.1:{self.node_port}",
            "--collector.disable-defaults",
            "--collector.textfile",
            f"--collector.textfile.directory={folder}",
        )
        config = {
            "global": {"scrape_interval": "5s", "evaluation_interval": "5s"},
            "rule_files": [str(MONITORING / "call-notifier.rules.yml")],
            "scrape_configs": [
                {
                    "job_name": "node",
                    "static_configs": [{"targets": [f"127.0.0.1:{self.node_port}"]}],
                }
            ],
        }
        file = self.work / "prometheus.yml"
        file.write_text(json.dumps(config))  # JSON is YAML
        self.start(
            self.tools / "prometheus",
            f"--config.file={file}",
            f"--storage.tsdb.path={self.work / 'prometheus'}",
            f"--web.listen-address=127.0.0.1:{self.prometheus_port}",
        )

    def start_client(self, identity: str, relay: dict[str, str], *, with_call: bool) -> None:
        """``watch`` as a person on a machine of their own would have it, by its policy."""
        home = self.work / identity
        policy = home / "policy.d"
        policy.mkdir(parents=True)
        nothing = "turn:127.0.0.1:9?transport=tcp"
        servers = [
            {
                "urls": [relay["url"]],
                "label": "Head office",
                "username": relay["username"],
                "password-env": "RELAY_PASSWORD",
            },
            {
                "urls": [nothing],
                "label": "Nobody",
                "username": relay["username"],
                "password-env": "RELAY_PASSWORD",
            },
        ]
        said = {
            "mandatory": {
                "server": servers,
                "test": {"data-budget-mb": 1000},
                "fleet": {
                    "collector": f"http://127.0.0.1:{self.otlp_port}/opentelemetry",
                    "interval": INTERVAL,
                    "identity": identity,
                    "attributes": ["site=Berlin"],
                    "textfile": str(self.work / "textfiles"),
                },
            }
        }
        (policy / "fleet.json").write_text(json.dumps(said))
        self.clients[identity] = self.start(
            sys.executable,
            "-m",
            "tests.fleet.client",
            policy,
            "--interval",
            "30",
            RELAY_PASSWORD=relay["password"],
            **self.home_of(identity),
        )

    def home_of(self, identity: str) -> dict[str, str]:
        """The environment that keeps one client apart from the others."""
        home = self.work / identity
        runtime = home / "run"
        runtime.mkdir(parents=True, exist_ok=True, mode=0o700)
        return {
            **{
                f"XDG_{n}_HOME": str(home / n.lower()) for n in ("CONFIG", "DATA", "STATE", "CACHE")
            },
            "XDG_RUNTIME_DIR": str(runtime),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }

    def have_a_call(self) -> None:
        """A real call that is reported to the first client."""
        example = ROOT / "docs" / "examples" / "aiortc_call.py"
        call = self.start(
            sys.executable, example, "--seconds", CALL_SECONDS, **self.home_of(IDENTITIES[0])
        )
        self.check("the call went through", call.wait(CALL_SECONDS + 60) == 0)

    # What is looked at

    def check(self, what: str, holds: object, detail: object = "") -> None:
        """Note whether something is so."""
        print(f"{'ok' if holds else 'NOT OK'}: {what} {detail}".rstrip(), flush=True)
        if not holds:
            self.failures.append(f"{what} {detail}".rstrip())

    def wait(self, what: str, holds: Callable[[], object]) -> None:
        """Wait until something is so."""
        began = time.monotonic()
        while not holds() and time.monotonic() - began < LIMIT:
            time.sleep(1)
        self.check(what, holds(), f"({time.monotonic() - began:.0f} s)")

    def query(self, expression: str, port: int | None = None) -> list[Any]:
        """The result of an instant query; empty while nobody answers."""
        port = port or self.otlp_port
        query = urllib.parse.urlencode({"query": expression, "nocache": "1"})
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/api/v1/query?{query}", timeout=10
            ) as answer:
                found: list[Any] = json.load(answer)["data"]["result"]
                return found
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{expression}: {error.read().decode()}") from error
        except OSError:
            return []

    def count(self, name: str) -> int:
        """How many series of a metric have come."""
        return len(self.query(f"last_over_time({name}[15m])"))

    def rules(self) -> None:
        """What promtool says of the alert rules."""
        promtool = self.tools / "promtool"
        for what in (
            "check rules call-notifier.rules.yml",
            "test rules call-notifier.rules.test.yml",
        ):
            done = subprocess.run([promtool, *what.split()], cwd=MONITORING, check=False)
            self.check(f"promtool {what}", done.returncode == 0)

    def text_files(self) -> None:
        """What promtool says of each."""
        files = list((self.work / "textfiles").glob("*.prom"))
        self.check("each client keeps a text file", len(files) == len(IDENTITIES))
        for file in files:
            done = subprocess.run(
                [self.tools / "promtool", "check", "metrics"],
                stdin=file.open("rb"),
                capture_output=True,
                text=True,
                check=False,
            )
            said = done.stdout + done.stderr
            self.check(f"promtool check metrics < {file.name}", done.returncode == 0, said)

    def names(self) -> None:
        """Both ways lead to the same names, which are those of the table."""
        found = []
        for port in (self.otlp_port, self.prometheus_port):
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port}/api/v1/label/__name__/values", timeout=10
            ) as answer:
                names = json.load(answer)["data"]
            ours = (name for name in names if name.startswith("callnotifier_"))
            found.append({re.sub("_(bucket|sum|count)$", "", name) for name in ours})
        # A text file has the usual series from the start, with 0.
        first = {metric.prometheus for metric in METRICS if metric.series}
        alone = found[0] ^ found[1]
        self.check("both ways have the same names", alone <= found[1] and alone <= first, alone)
        known = {metric.prometheus for metric in METRICS}
        self.check("no name is unknown to the table", found[0] <= known, found[0] - known or "")
        print(f"    not seen, for it did not happen here: {', '.join(sorted(known - found[0]))}")

    def expressions(self, way: str, port: int) -> None:
        """Ask everything that dashboard and alerts ask."""
        for title, expression in _dashboard():
            expression = expression.replace("$__range", "15m").replace("$window", "15m")
            result = self.query(expression, port)
            numbers = [each["value"][1] for each in result]
            self.check(
                f"{way}: {title}",
                numbers and "NaN" not in numbers,
                f"{len(numbers)} series, {numbers[:3]}",
            )
        for name, expression in _alerts():
            self.check(f"{way}: alert {name} can be asked", True, len(self.query(expression, port)))

    def rules_in_force(self) -> None:
        """Prometheus evaluates the rules all the time, without an error."""
        with urllib.request.urlopen(
            f"http://127.0.0.1:{self.prometheus_port}/api/v1/rules", timeout=10
        ) as answer:
            groups = json.load(answer)["data"]["groups"]
        rules = [rule for group in groups for rule in group["rules"]]
        wrong = [rule["name"] for rule in rules if rule["health"] != "ok"]
        self.check("Prometheus evaluates all alert rules", len(rules) == 9 and not wrong, wrong)

    def identities(self) -> None:
        """Each client tells what its identity says."""
        found = {
            each["metric"]["identity"]: each["metric"]
            for each in self.query("last_over_time(callnotifier_client_info[15m])")
        }
        self.check("four identities", set(found) == set(IDENTITIES))
        for identity, labels in found.items():
            extra = {"host_name", "user_name"} & set(labels)
            wanted: set[str] = {"machine": {"host_name"}, "person": {"host_name", "user_name"}}.get(
                identity, set()
            )
            self.check(f"{identity} tells no more than that", extra == wanted, extra or "")
            device = (self.work / identity / "data" / "call-notifier" / "device-id").read_text()
            known = labels["service_instance_id"] == device.strip()
            self.check(f"{identity}: device id", known == (identity != "none"))

    def outage(self, collector: subprocess.Popen[bytes]) -> None:
        """The collector is away and comes back; nothing is lost."""
        _end(collector)
        began = time.time()
        print(f"the collector is away for {AWAY:.0f} s", flush=True)
        time.sleep(AWAY)
        waiting = {identity: self.waiting(identity) for identity in IDENTITIES}
        self.check(
            "figures wait on the disk",
            all(len(entries) >= 2 for entries in waiting.values()),
            {identity: len(entries) for identity, entries in waiting.items()},
        )
        self.sizes("none")
        self.start_collector()
        back = time.time()
        self.wait("all that waited arrives", lambda: not any(map(self.waiting, IDENTITIES)))
        time.sleep(5)
        for identity in IDENTITIES:
            label = f'callnotifier_client_info{{identity="{identity}"}}'
            found = self.query(f"{label}[{int(time.time() - began) + 60}s]")
            times = sorted(at for series in found for at, _ in series["values"])
            late = [at for at in times if began < at < back]
            longest = max(b - a for a, b in itertools.pairwise(times))
            self.check(
                f"{identity}: no gap while the collector was away",
                late and longest < INTERVAL + 15,
                f"{len(late)} points from that time, {longest:.0f} s apart at most",
            )
            tally = self.tally(identity)
            counted = sum(point.value for point in tally.counters["callnotifier.runs"])
            name = f'service_instance_id="{self.name_of(identity)}"'
            (told,) = self.query(f"sum(last_over_time(callnotifier_runs_total{{{name}}}[10m]))")
            self.check(
                f"{identity}: all runs are counted",
                counted - float(told["value"][1]) <= 3,  # those since the last snapshot
                f"{told['value'][1]} of {counted:.0f}",
            )

    def ends(self) -> None:
        """A client that ends takes its text file away; one that is killed leaves it."""
        killed = self.clients.pop(IDENTITIES[0])
        killed.kill()
        killed.wait()
        for client in self.clients.values():
            _end(client)
        left = list((self.work / "textfiles").iterdir())
        self.check("the text files are gone, but that of the one that was killed", len(left) == 1)

    def waiting(self, identity: str) -> list[Entry]:
        """The snapshots of a client that wait."""
        return self.queue(identity).waiting()

    def queue(self, identity: str) -> Queue:
        """A client's queue."""
        folder = self.work / identity / "state" / SERVICE / FOLDER / "queue"
        return Queue(folder, identity)  # type: ignore[arg-type]

    def tally(self, identity: str) -> Tally:
        """A client's figures."""
        found = look(self.work / identity / "state" / SERVICE / FOLDER / "tally.json")
        assert found is not None
        return found

    def name_of(self, identity: str) -> str:
        """Its ``service.instance.id``."""
        if identity == "none":
            return self.tally(identity).instance
        return (self.work / identity / "data" / SERVICE / "device-id").read_text().strip()

    def sizes(self, identity: str) -> None:
        """What a client sends, and how many series that makes."""
        entry = self.waiting(identity)[-1]
        snapshot = self.queue(identity).read(entry)
        body = encode_request(request(snapshot))
        packed = len(gzip.compress(body, mtime=0))
        metrics = snapshot["scopeMetrics"][0]["metrics"]
        series = 0
        for metric in metrics:
            for kind in ("gauge", "sum"):
                series += len(metric.get(kind, {}).get("dataPoints", ()))
            points = metric.get("histogram", {}).get("dataPoints", ())
            series += sum(len(point["bucketCounts"]) + 2 for point in points)
        print(
            f"a snapshot: {len(body)} octets, {packed} packed, {series} series; waiting on the "
            f"disk: {entry.size}; a day at 300 s: {288 * packed / 1e6:.2f} MB in bodies",
            flush=True,
        )
        print("    " + msgspec.json.encode(snapshot["resource"]).decode())


def _dashboard() -> Iterator[tuple[str, str]]:
    board = json.loads((MONITORING / "call-notifier.dashboard.json").read_text())
    for panel in board["panels"]:
        for target in panel["targets"]:
            yield panel["title"], target["expr"]


def _alerts() -> Iterator[tuple[str, str]]:
    """Name and expression of each rule; the file is ours, so its layout is known."""
    text = (MONITORING / "call-notifier.rules.yml").read_text()
    for rule in text.split("- alert: ")[1:]:
        name, rest = rule.split("\n", 1)
        expression = rest.split("expr: |\n", 1)[1].split("        for: ", 1)[0]
        yield name, expression


def _free_ports(number: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
