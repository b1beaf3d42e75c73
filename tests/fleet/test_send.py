"""Sending, against a real server: what goes out, and every way in which it can fail."""

import gzip
import subprocess
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from notifier.fleet.answer import MAX_ANSWER
from notifier.fleet.courier import BATCH_COUNT
from notifier.fleet.order import Order, Report
from notifier.fleet.post import collector_url
from notifier.fleet.queue import Queue
from notifier.fleet.send import carry_out
from notifier.fleet.shared import INSTANCE_AGE, SharedTally, standing
from notifier.service.reporting import COMMAND
from tests.fleet.collector import Reply, collector, names_in, snapshots_in
from tests.fleet.figures import NOW
from tests.net.certificates import CertificateKind, issue


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def order(state_dir: Path, url: str, **changes: Any) -> Order:
    made = Order(
        state_dir=str(state_dir),
        url=url,
        snapshot=True,
        send=True,
        identity="none",
        device_id="7d0fbb6c-8a5e-4b4e-9a36-3a2f5f1f2c11",
        installed="deb",
    )
    return msgspec.structs.replace(made, **changes)


def waiting(state_dir: Path) -> int:
    return len(Queue(state_dir / "fleet" / "queue", "none").waiting())


def test_a_snapshot_goes_out(tmp_path: Path) -> None:
    with SharedTally(tmp_path).changed(NOW) as tally:
        tally.failed("busy")
    with collector() as it:
        report = carry_out(order(tmp_path, it.url, token="s3cret"), NOW + 1)
    assert report == Report(kind="taken", status=200, sent=1)
    ((path, headers, body),) = it.requests
    assert path == "/v1/metrics"
    assert headers["Content-Type"] == "application/x-protobuf"
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Authorization"] == "Bearer s3cret"
    names = names_in(gzip.decompress(body))
    assert names == ["callnotifier.client.info", "callnotifier.runs.failed"]
    assert waiting(tmp_path) == 0


def test_what_waits_goes_together(tmp_path: Path) -> None:
    with collector() as it:
        for second in range(BATCH_COUNT + 2):
            carry_out(order(tmp_path, it.url, send=False), NOW + second)
        assert it.requests == []
        report = carry_out(order(tmp_path, it.url, snapshot=False), NOW + 100)
        assert report.sent == BATCH_COUNT + 2
        assert [len(snapshots_in(body)) for body in it.bodies] == [BATCH_COUNT, 2]


def test_a_collector_that_is_away_costs_nothing(tmp_path: Path) -> None:
    with collector(Reply(503, {"Retry-After": "77"}), Reply(hang=True), Reply()) as it:
        first = carry_out(order(tmp_path, it.url), NOW)
        assert (first.kind, first.status, first.retry_after) == ("again", 503, 77.0)
        second = carry_out(order(tmp_path, it.url), NOW + 1)
        assert (second.kind, second.status) == ("again", None)
        assert waiting(tmp_path) == 2
        assert carry_out(order(tmp_path, it.url), NOW + 2).sent == 3
    gone = carry_out(order(tmp_path, it.url), NOW + 3)
    assert gone.kind == "again"
    assert "refused" in gone.words
    assert waiting(tmp_path) == 1


def test_a_refusal_drops_what_was_refused(tmp_path: Path) -> None:
    with collector(
        Reply(401, body=b'{"message":"bad token"}', content_type="application/json")
    ) as it:
        report = carry_out(order(tmp_path, it.url), NOW)
    assert report == Report(kind="refused", status=401, words="bad token", lost={"refused": 1})
    assert waiting(tmp_path) == 0


def test_partly_taken_is_not_sent_again(tmp_path: Path) -> None:
    with collector(Reply(200, body=b"\x0a\x07\x08\x05\x12\x03old")) as it:
        report = carry_out(order(tmp_path, it.url), NOW)
    assert (report.kind, report.sent, report.lost) == ("partly", 1, {"partly": 1})
    assert waiting(tmp_path) == 0


def test_a_redirect_is_not_followed(tmp_path: Path) -> None:
    with collector() as other, collector(Reply(307, {"Location": other.url})) as it:
        report = carry_out(order(tmp_path, it.url, token="s3cret"), NOW)
    assert (report.kind, report.status) == ("refused", 307)
    assert other.requests == []


def test_an_endless_answer_is_not_read(tmp_path: Path) -> None:
    with collector(Reply(400, body=b"x" * (MAX_ANSWER * 4), content_type="text/plain")) as it:
        began = time.monotonic()
        report = carry_out(order(tmp_path, it.url), NOW)
    assert report.kind == "refused"
    assert len(report.words) <= 200
    assert time.monotonic() - began < 10


def test_certificates_of_an_authority_of_ones_own(tmp_path: Path) -> None:
    certificates = issue(tmp_path, "good", ["127.0.0.1"])
    with collector(certificates=certificates) as it:
        untrusted = carry_out(order(tmp_path, it.url), NOW)
        assert untrusted.kind == "again"
        assert "certificate is not trusted" in untrusted.words
        report = carry_out(order(tmp_path, it.url, ca_file=str(certificates.ca_file)), NOW + 1)
        assert report.sent == 2
    report = carry_out(order(tmp_path, it.url, ca_file=str(tmp_path / "missing.pem")), NOW + 2)
    assert (report.kind, report.status) == ("again", None)


@pytest.mark.parametrize("kind", ["expired", "wrong-name", "self-signed"])
def test_a_bad_certificate_gets_no_token(tmp_path: Path, kind: CertificateKind) -> None:
    certificates = issue(tmp_path, kind, ["127.0.0.1"])
    with collector(certificates=certificates) as it:
        report = carry_out(
            order(tmp_path, it.url, ca_file=str(certificates.ca_file), token="s3cret"), NOW
        )
    assert report.kind == "again"
    assert it.requests == []


def test_a_proxy_of_the_environment_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with collector() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        carry_out(order(tmp_path, "http://collector.example"), NOW)
        assert [path for path, _, _ in proxy.requests] == ["http://collector.example/v1/metrics"]
        with collector() as it:
            carry_out(order(tmp_path, it.url), NOW + 1)
            assert len(it.requests) == 1, "none to this machine"


def test_a_damaged_file_costs_itself(tmp_path: Path) -> None:
    with collector() as it:
        for second in range(3):
            carry_out(order(tmp_path, it.url, send=False), NOW + second)
        folder = tmp_path / "fleet" / "queue"
        first, second_, _ = sorted(folder.iterdir())
        first.write_bytes(b"\x1f\x8b damaged")
        second_.write_bytes(gzip.compress(b'{"resource": 7}'))
        report = carry_out(order(tmp_path, it.url, snapshot=False), NOW + 5)
    assert (report.sent, report.lost) == (1, {"damaged": 2})


def test_each_day_has_another_number(tmp_path: Path) -> None:
    with collector() as it:
        carry_out(order(tmp_path, it.url), NOW)
        first = standing(tmp_path)
        carry_out(order(tmp_path, it.url), NOW + INSTANCE_AGE)
        second = standing(tmp_path)
        carry_out(order(tmp_path, it.url), NOW + INSTANCE_AGE + 300)
    assert first is not None
    assert second is not None
    assert first.instance != second.instance
    numbers = [first.instance.encode() in body for body in it.bodies]
    assert numbers == [True, True, False]


def test_of_two_programs_one_sends(tmp_path: Path) -> None:
    from filelock import FileLock

    with collector() as it:
        carry_out(order(tmp_path, it.url, send=False), NOW)
        with FileLock(tmp_path / "fleet" / "sending.lock"):
            assert carry_out(order(tmp_path, it.url), NOW + 1).kind is None
        assert it.requests == []
    assert waiting(tmp_path) == 2


@pytest.mark.parametrize(
    ("named", "url"),
    [
        ("https://otel.example.com", "https://otel.example.com/v1/metrics"),
        ("https://otel.example.com/", "https://otel.example.com/v1/metrics"),
        ("https://otel.example.com/v1/metrics", "https://otel.example.com/v1/metrics"),
        ("http://[::1]:9090/api/v1/otlp", "http://[::1]:9090/api/v1/otlp/v1/metrics"),
    ],
)
def test_the_path_is_appended_where_it_is_missing(named: str, url: str) -> None:
    assert collector_url(named) == url


def test_the_process_itself(tmp_path: Path) -> None:
    with collector() as it:
        told = msgspec.json.encode(order(tmp_path, it.url, token="s3cret"))
        done = subprocess.run(
            COMMAND, input=told + b"\n", capture_output=True, check=True, timeout=60
        )
        assert msgspec.json.decode(done.stdout, type=Report).sent == 1
        assert done.stderr == b""
        wrong = subprocess.run(COMMAND, input=b"{}\n", capture_output=True, check=False, timeout=60)
    assert wrong.returncode == 1
    assert b"the figures cannot be sent" in wrong.stderr
    assert wrong.stdout == b""


@pytest.mark.parametrize("token", ["s3cret\nmore", "s3cret…"])
def test_a_token_that_no_header_takes_is_not_repeated(tmp_path: Path, token: str) -> None:
    with collector() as it:
        report = carry_out(order(tmp_path, it.url, token=token), NOW)
    assert report.kind == "again"
    assert "the token has characters" in report.words
    assert "s3cret" not in report.words
    assert waiting(tmp_path) == 1


def test_a_collector_that_repeats_the_token_is_not_quoted(tmp_path: Path) -> None:
    said = Reply(401, body=b"no such token: s3cret", content_type="text/plain")
    with collector(said) as it:
        report = carry_out(order(tmp_path, it.url, token="s3cret"), NOW)
    assert report.words == "no such token: [token]"
