"""The text file's format, and its life."""

import re
import stat
from pathlib import Path

import pytest

from notifier.fleet.exposition import exposition
from notifier.fleet.identity import resource
from notifier.fleet.metrics import METRICS
from notifier.fleet.textfile import file_in, remove, write
from tests.fleet.figures import NOW, empty, full
from tests.records import example_measurement, example_server, example_verdict

RESOURCE = resource("none", "0123456789abcdef", ("site=Berlin",))

SAMPLE = re.compile(
    r'(?P<name>[a-z_]+)\{(?P<labels>([a-z_][a-z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)+)\} '
    r"(?P<value>[-+0-9.e]+)"
)


def test_every_line_is_of_the_format() -> None:
    lines = exposition(full(), RESOURCE, "deb", NOW).splitlines()
    kinds: dict[str, str] = {}
    for line in lines:
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in kinds, "a family must stand together"
            kinds[name] = kind
        elif not line.startswith("# HELP "):
            sample = SAMPLE.fullmatch(line)
            assert sample, line
            assert 'client="0123456789abcdef"' in sample["labels"]
    assert kinds == {metric.prometheus: metric.kind for metric in METRICS}


def test_buckets_add_up() -> None:
    text = exposition(full(), RESOURCE, "deb", NOW)
    counts = [int(n) for n in re.findall(r"callnotifier_run_rtt_seconds_bucket\{.*\} (\d+)", text)]
    assert counts == [0, 0, 0, *[1] * 10]
    assert 'le="+Inf"' in text
    assert re.search(r"callnotifier_run_rtt_seconds_count\{.*\} 1\n", text)


def test_series_stand_there_before_anything_is_counted() -> None:
    text = exposition(empty(), RESOURCE, "deb", NOW)
    assert re.search(r'callnotifier_forecasts_total\{.*right="true".*\} 0\n', text)
    assert re.search(r"callnotifier_run_rtt_seconds_count\{.*\} 0\n", text)
    later = exposition(full(), RESOURCE, "deb", NOW)
    first, second = (
        {line.rpartition(" ")[0] for line in each.splitlines() if line.startswith(name)}
        for each in (text, later)
        for name in ("callnotifier_runs_total",)
    )
    assert first == second


def test_labels_are_escaped() -> None:
    tally = empty()
    measurement = example_measurement(example_server(provider='a "b"\\c\nd'))
    tally.run(example_verdict(measurement), measurement, own_servers=False)
    assert r'server_label="a \"b\"\\c\nd"' in exposition(tally, RESOURCE, "deb", NOW)


def test_it_is_written_whole_for_everybody_to_read(tmp_path: Path) -> None:
    file = file_in(tmp_path, "device")
    for _ in range(2):
        write(file, full(), RESOURCE, "deb", NOW)
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert re.fullmatch(r"call-notifier-[0-9a-f]{12}\.prom", file.name)
    remove(file)
    remove(file)
    assert not list(tmp_path.iterdir())


def test_a_link_that_somebody_laid_there_is_replaced_not_followed(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_text("precious")
    file = file_in(tmp_path, "device")
    file.symlink_to(mine)
    write(file, full(), RESOURCE, "deb", NOW)
    assert mine.read_text() == "precious"
    assert not file.is_symlink()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write(file_in(tmp_path / "no", "device"), full(), RESOURCE, "deb", NOW)
