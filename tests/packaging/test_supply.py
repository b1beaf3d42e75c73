"""What a frozen folder contains, and what is known of it: each file is somebody's, or an error."""

import datetime
import http.server
import importlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def supply(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The modules of packaging/supply that need no tools of their own."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("supply.contents")


@pytest.fixture
def advisories(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("supply.advisories")


def distribution(name: str, *files: str, **more: object) -> dict[str, object]:
    facts = {"name": name, "version": "1.0", "expression": "MIT", "licence": None}
    return {**facts, "requires": [], "files": files, "texts": [], **more}


FACTS: dict[str, Any] = {
    "modules": ["notifier", "notifier.cli", "json", "pyimod01_archive", "pkg", "pkg.inner"],
    "stdlib": ["json"],
    "distributions": [
        distribution("pyinstaller", licence="GPLv2", expression=None),
        distribution(
            "pkg",
            "pkg/__init__.py",
            "pkg/inner.py",
            "pkg/_fast.abi3.so",
            "pkg.libs/libssl-1a2b.so.3",
        ),
        distribution("unused", "unused/__init__.py"),
        distribution("numpy", "numpy/__init__.py"),
    ],
}


@pytest.fixture
def folder(tmp_path: Path, supply: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(supply, "_facts", lambda *_: FACTS)
    for name, data in {
        "call-notifier": b"bootloader",
        "packaged": b"deb",
        "_internal/notifier/x.json": b"{}",
        "_internal/libpython3.11.so.1.0": b"... 3.11.2\n",
        "_internal/pkg/_fast.abi3.so": b"elf",
        "_internal/pkg.libs/libssl-1a2b.so.3": b"... OpenSSL 3.5.4 30 Sep 2025\0",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def found(supply: Any, folder: Path) -> dict[str, Any]:
    return {part.name: part for part in supply.contents(folder, Path("python"))}


def test_what_is_in_it_and_of_which_version(supply: Any, folder: Path) -> None:
    parts = found(supply, folder)
    assert list(parts) == ["CPython", "OpenSSL", "pkg", "pyinstaller"]  # not what is unused
    assert (parts["CPython"].version, parts["OpenSSL"].version) == ("3.11.2", "3.5.4")
    assert list(parts["OpenSSL"].files) == ["_internal/pkg.libs/libssl-1a2b.so.3"]
    assert list(parts["pkg"].files) == ["_internal/pkg/_fast.abi3.so"]
    assert list(parts["pyinstaller"].files) == ["call-notifier"]
    assert parts["pyinstaller"].licence == "GPL-2.0-or-later WITH Bootloader-exception"


@pytest.mark.parametrize(
    "name", ["stray.txt", "_internal/libmystery.so.1", "_internal/other/module.abi3.so"]
)
def test_a_file_that_belongs_to_nobody_is_an_error(supply: Any, folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"?")
    with pytest.raises(supply.ContentsError, match="belongs to nobody"):
        supply.contents(folder, Path("python"))


def test_a_library_that_came_with_a_wheel_unannounced_is_one(
    supply: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = "pkg.libs/libgnutls-71454fd1.so.30"
    packaged = distribution("pkg", "pkg/__init__.py", "pkg/_fast.abi3.so", library)
    facts = {**FACTS, "modules": [], "distributions": [FACTS["distributions"][0], packaged]}
    monkeypatch.setattr(supply, "_facts", lambda *_: facts)
    (folder / "_internal" / library).write_bytes(b"elf")
    with pytest.raises(supply.ContentsError, match="came with pkg"):
        supply.contents(folder, Path("python"))


def test_a_module_that_belongs_to_nobody_is_one(
    supply: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supply, "_facts", lambda *_: {**FACTS, "modules": ["mystery"]})
    with pytest.raises(supply.ContentsError, match="module mystery"):
        supply.contents(folder, Path("python"))


def test_the_python_that_has_frozen_it_has_to_be_there(supply: Any, tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "call-notifier").write_bytes(b"bootloader")
    with pytest.raises(supply.ContentsError, match="--python names the Python"):
        supply.contents(tmp_path, tmp_path / "python")


def test_the_table_is_whole(supply: Any) -> None:
    table = supply.table()
    assert not [licence for licence in table["allowed"] if licence.startswith(("GPL", "AGPL"))]
    for entry in table["native"]:
        assert entry["texts"]
        assert entry["licence"]


# What PyPI knows


class Index:
    """A made-up index on loopback."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, bytes]] = {}
        self.url = ""

    def know(self, path: str, version: str, *vulnerabilities: Mapping[str, object]) -> None:
        document = {"info": {"version": version}, "vulnerabilities": vulnerabilities}
        self.pages[f"/pypi/{path}/json"] = (200, json.dumps(document).encode())


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setenv("no_proxy", "*")
    index = Index()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = index.pages.get(self.path, (404, b""))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        index.url = f"http://127.0.0.1:{server.server_address[1]}/pypi"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield index
        server.shutdown()
        thread.join()


HOLE = {"id": "PYSEC-1", "aliases": ["CVE-1"], "summary": "A hole.", "fixed_in": ["1.1"]}


def audit(tmp_path: Path, index: Index, ignored: str = "") -> tuple[int, str]:
    lock, list_ = tmp_path / "lock.txt", tmp_path / "ignored.toml"
    lock.write_text(
        "# made\nthing==1.0 \\\n    --hash=sha256:00\nother==2.0 \\\n    --hash=sha256:00\n"
    )
    list_.write_text(ignored)
    done = subprocess.run(
        [
            sys.executable,
            PACKAGING / "audit",
            "--lock",
            lock,
            "--index",
            index.url,
            "--ignored",
            list_,
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout


def test_nothing_is_known(tmp_path: Path, index: Index) -> None:
    index.know("thing/1.0", "1.0")
    index.know("other", "2.0")  # an index that answers for the newest alone
    assert audit(tmp_path, index) == (0, "")


def test_a_hole_is_told(tmp_path: Path, index: Index) -> None:
    index.know("thing/1.0", "1.0", HOLE)
    index.know("other/2.0", "2.0", {**HOLE, "withdrawn": "2026-01-01"})
    status, out = audit(tmp_path, index)
    assert status == 1
    assert out == "thing 1.0: CVE-1, PYSEC-1: A hole. (fixed in 1.1)\n"


def test_one_that_is_ignored_is_until_its_day(tmp_path: Path, index: Index) -> None:
    index.know("thing/1.0", "1.0", HOLE)
    index.know("other/2.0", "2.0")
    today = datetime.datetime.now(datetime.UTC).date()
    ignored = '[[ignored]]\nid = "CVE-1"\nreason = "not ours"\nuntil = {}\n'
    status, out = audit(tmp_path, index, ignored.format(today))
    assert (status, out) == (0, "thing 1.0: PYSEC-1: ignored: not ours\n")
    status, _ = audit(tmp_path, index, ignored.format(today - datetime.timedelta(days=2)))
    assert status == 1


def test_no_answer_is_not_none(tmp_path: Path, index: Index) -> None:
    index.know("thing/1.0", "1.0")
    index.know("other", "3.0")  # says nothing of 2.0
    status, out = audit(tmp_path, index)
    assert (status, out) == (2, "other 2.0: not known: the index answers for 3.0 only\n")
    index.pages.clear()
    assert audit(tmp_path, index)[0] == 2


@pytest.mark.parametrize(
    "page", [(500, b""), (200, b"<html>"), (200, b"[]"), (200, b'{"info": {"version": "1.0"}}')]
)
def test_what_cannot_be_read_is_no_answer(
    advisories: Any, index: Index, page: tuple[int, bytes]
) -> None:
    index.pages["/pypi/thing/1.0/json"] = page
    with pytest.raises(advisories.UnansweredError):
        advisories.ask("thing", "1.0", index.url)


def test_an_index_that_is_not_authentic_is_not_asked(advisories: Any) -> None:
    with pytest.raises(advisories.UnansweredError, match="https"):
        advisories.ask("thing", "1.0", "http://pypi.example.org/pypi")


@given(text=st.text() | st.text(alphabet="a1=# \n"))
def test_any_text_is_a_lock_file_or_not(text: str) -> None:
    sys.path.insert(0, str(PACKAGING))
    try:
        locked = importlib.import_module("supply.advisories").locked
    finally:
        sys.path.remove(str(PACKAGING))
    for name, version in locked(text).items():
        assert "==" not in name
        assert version.strip() == version != ""
