"""./run, ./test and what they share, with a Python, a pip and an apt that only take notes.

The scripts run for real, in a checkout of their own; the stubs stand in for whatever would need a
network or root's rights. packaging/try-fresh tries the same on bare systems, without stubs.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.means import MEANS, PACKAGES

CHECKOUT = Path(__file__).parents[1]
SCRIPTS = ["run", "test", "packaging/setup.sh", "packaging/try-fresh"]
LIMIT_S = 60
"""How long anything here may take on a busy machine; nothing takes a second on a free one."""

TOOLS = [
    *("cat", "chmod", "cksum", "cp", "date", "env", "flock", "grep", "mkdir", "readlink", "rm"),
    *("sed", "sh", "sleep", "sort", "tail", "tr"),
]
"""All that the scripts may need of a system that has neither apt nor Python."""

PYTHON = r"""#!/bin/sh
# Python and, in a virtual environment, pip. FAKE_PIP: what pip does. FAKE_NO…: what there is not.
echo "python $*" >>"$FAKE_LOG"
bin=${0%/*}
case "$*" in
"-c import sys, venv"*) [ -z "${FAKE_NO_311:-}" ] || exit 1 ;;
"-c import ensurepip") [ -z "${FAKE_NO_ENSUREPIP:-}" ] || exit 1 ;;
"-m venv "*)
    for folder; do :; done
    mkdir -p "$folder/bin" && cp "$0" "$folder/bin/python"
    ;;
*fetch_pip.py*) echo /somewhere/pip-1-py3-none-any.whl ;;
"-m pip install "*)
    case ${FAKE_PIP:-} in
    fails)
        echo "ERROR: no such package" >&2
        exit 1
        ;;
    waits) while [ ! -e "$FAKE_LOG.go" ]; do sleep 0.05; done ;;
    esac
    cp "$FAKE_PROGRAM" "$bin/call-notifier"
    cp "$FAKE_TOOL" "$bin/ruff"
    cp "$FAKE_TOOL" "$bin/mypy"
    ;;
"-m pytest"*) echo "2 passed" ;;
esac
"""

PROGRAM = """#!/bin/sh
printf '<%s>' "$PWD" "$@"
"""

TOOL = """#!/bin/sh
echo "${0##*/} $*" >>"$FAKE_LOG"
case " ${FAKE_COMPLAINS:-} " in *" ${0##*/} "*) exit 1 ;; esac
"""

# Everything is installed that is named in the file; apt-get install adds to it.
DPKG_QUERY = """#!/bin/sh
for package; do :; done
grep -qx "$package" "$FAKE_LOG.installed" && printf installed
"""

APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$FAKE_LOG"
[ -z "${FAKE_NO_MIRROR:-}" ] || exit 100
for word; do echo "$word" >>"$FAKE_LOG.installed"; done
"""


class Checkout:
    """A copy of the scripts, in a folder with a space in its name, and the stubs they will find."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "a checkout"
        self.bin = folder / "bin"
        self.log = folder / "log"
        (self.root / "packaging").mkdir(parents=True)
        self.bin.mkdir()
        for name in (*SCRIPTS, "packaging/fetch_pip.py"):
            shutil.copy2(CHECKOUT / name, self.root / name)
        (self.root / "pyproject.toml").write_text("[project]\n")
        for tool in TOOLS:
            path = shutil.which(tool)
            assert path, f"this machine has no {tool}"
            (self.bin / tool).symlink_to(path)
        self.stub("python3", PYTHON)
        self.be(1000)
        self.environ = {
            "PATH": str(self.bin),
            "HOME": str(folder),
            "FAKE_LOG": str(self.log),
            "FAKE_PROGRAM": str(self._script(folder / "program", PROGRAM)),
            "FAKE_TOOL": str(self._script(folder / "tool", TOOL)),
        }

    def _script(self, path: Path, text: str) -> Path:
        path.write_text(text)
        path.chmod(0o755)
        return path

    def stub(self, name: str, text: str) -> None:
        self._script(self.bin / name, text)

    def be(self, user: int) -> None:
        self.stub("id", f"#!/bin/sh\necho {user}\n")

    def have_apt(self, *installed: str) -> None:
        self.stub("dpkg-query", DPKG_QUERY)
        self.stub("apt-get", APT_GET)
        Path(f"{self.log}.installed").write_text("".join(f"{name}\n" for name in installed))

    def start(self, script: str = "run", *args: str, **environ: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.root / script, *args],
            env=self.environ | environ,
            cwd=self.bin,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def __call__(
        self, script: str = "run", *args: str, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        process = self.start(script, *args, **environ)
        out, err = process.communicate(timeout=LIMIT_S)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def calls(self, beginning: str = "") -> list[str]:
        """What the stubs were called with so far."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [line for line in lines if line.startswith(beginning)]

    def forget(self) -> None:
        self.log.unlink(missing_ok=True)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def until(condition: Callable[[], bool]) -> None:
    limit = time.monotonic() + LIMIT_S
    while not condition():
        assert time.monotonic() < limit, "it never happened"
        time.sleep(0.02)


@pytest.mark.parametrize("script", SCRIPTS)
def test_is_posix_shell(script: str) -> None:
    shell = shutil.which("dash") or "/bin/sh"
    subprocess.run([shell, "-n", CHECKOUT / script], check=True, timeout=LIMIT_S)


def test_the_closing_check_is_the_test_command() -> None:
    script = CHECKOUT / ".ci/run"
    subprocess.run(["bash", "-n", script], check=True, timeout=LIMIT_S)
    assert 'exec "$root/test"' in script.read_text()
    for path in ("run", "test", ".ci/run", "packaging/try-fresh"):
        assert os.access(CHECKOUT / path, os.X_OK)


def test_the_first_start_sets_up_and_starts_the_program(checkout: Checkout) -> None:
    done = checkout("run", "probe", "two words", "")

    assert done.returncode == 0
    assert done.stdout == f"<{checkout.bin}><probe><two words><>"
    assert all(line.startswith("set-up: ") for line in done.stderr.splitlines())
    assert checkout.calls("python -m pip")[0].endswith(f"-e {checkout.root}")


def test_the_second_start_does_no_set_up_work(checkout: Checkout) -> None:
    checkout()
    checkout.forget()
    for name in ("python3", "python", "pip", "apt-get", "sudo", "curl"):
        checkout.stub(name, f'#!/bin/sh\necho {name} >>"$FAKE_LOG"\nexit 1\n')

    done = checkout("run", "history")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"<{checkout.bin}><history>", "")
    assert checkout.calls() == []


def test_works_through_a_link(checkout: Checkout, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(checkout.root / "run")
    checkout()
    done = subprocess.run(
        ["../link", "x"],
        env=checkout.environ,
        cwd=checkout.bin,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=True,
    )
    assert (done.stdout, done.stderr) == (f"<{checkout.bin}><x>", "")


def test_nothing_is_written_outside_the_virtual_environment(checkout: Checkout) -> None:
    before = set(checkout.root.rglob("*"))
    checkout()
    new = set(checkout.root.rglob("*")) - before
    assert {path.relative_to(checkout.root).parts[0] for path in new} == {".venv"}


@pytest.mark.parametrize("missing", [True, False])
def test_a_missing_or_old_python_is_one_line(checkout: Checkout, missing: bool) -> None:
    if missing:
        (checkout.bin / "python3").unlink()

    done = checkout("run", FAKE_NO_311="yes")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "Python 3.11" in done.stderr
    assert not (checkout.root / ".venv").exists()


def test_a_newer_python_by_another_name_will_do(checkout: Checkout) -> None:
    (checkout.bin / "python3").rename(checkout.bin / "python3.12")
    checkout.stub("python3", "#!/bin/sh\nexit 1\n")
    assert checkout().returncode == 0


def test_a_failed_installation_names_the_log_and_is_tried_again(checkout: Checkout) -> None:
    failed = checkout("run", FAKE_PIP="fails")

    assert (failed.returncode, failed.stdout) == (1, "")
    assert "ERROR: no such package" in failed.stderr
    assert str(checkout.root / ".venv/set-up/log") in failed.stderr

    checkout.forget()
    assert checkout().returncode == 0
    assert checkout.calls("python -m venv") == []  # pip put things back; there is nothing to redo


def test_an_interrupted_set_up_is_made_anew(checkout: Checkout) -> None:
    process = checkout.start("run", FAKE_PIP="waits")
    until(lambda: bool(checkout.calls("python -m pip")))
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=LIMIT_S)
    half_made = checkout.root / ".venv/half-made"
    half_made.touch()
    checkout.forget()

    done = checkout()

    assert done.returncode == 0
    assert "did not end" in done.stderr
    assert not half_made.exists()
    assert len(checkout.calls("python -m venv")) == 1


def test_a_moved_checkout_is_noticed(checkout: Checkout, tmp_path: Path) -> None:
    checkout()
    checkout.root = checkout.root.rename(tmp_path / "elsewhere")
    checkout.forget()

    assert "another place" in checkout().stderr
    assert len(checkout.calls("python -m venv")) == 1
    assert checkout().stderr == ""


def test_a_python_that_went_away_is_noticed(checkout: Checkout) -> None:
    checkout()
    python = checkout.root / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/usr/bin/python3.0-that-was-removed")
    checkout.forget()

    assert checkout().returncode == 0
    assert len(checkout.calls("python -m venv")) == 1


def test_changed_dependencies_are_installed_into_what_is_there(checkout: Checkout) -> None:
    checkout()
    checkout.forget()
    (checkout.root / "pyproject.toml").write_text("[project]\ndependencies = []\n")

    assert checkout().returncode == 0
    assert checkout.calls("python -m venv") == []
    assert len(checkout.calls("python -m pip")) == 1


def test_two_at_once_set_up_once(checkout: Checkout) -> None:
    first = checkout.start("run", "1", FAKE_PIP="waits")
    until(lambda: bool(checkout.calls("python -m pip")))
    second = checkout.start("run", "2", FAKE_PIP="fails")
    assert second.stderr is not None
    assert "another set-up" in second.stderr.readline()
    Path(f"{checkout.log}.go").touch()

    assert first.communicate(timeout=LIMIT_S)[0].endswith("<1>")
    assert second.communicate(timeout=LIMIT_S)[0].endswith("<2>")
    assert len(checkout.calls("python -m pip")) == 1


def test_without_ensurepip_pip_comes_from_the_index(checkout: Checkout) -> None:
    assert checkout("run", FAKE_NO_ENSUREPIP="yes").returncode == 0
    assert len(checkout.calls("python -m venv --without-pip")) == 1
    assert "python /somewhere/pip-1-py3-none-any.whl/pip install" in "\n".join(checkout.calls())


def test_root_installs_only_what_is_missing(checkout: Checkout) -> None:
    checkout.be(0)
    checkout.have_apt("libegl1", "libglib2.0-0t64")

    assert checkout().returncode == 0

    (install,) = checkout.calls("apt-get install")
    assert "--no-install-recommends" in install
    assert " libgl1 " in install
    assert "libgomp1" in install.split()
    assert " libegl1 " not in install
    assert "libglib2.0-0" not in install  # newer releases call it …t64
    assert "coturn" not in install

    checkout.forget()
    (checkout.root / "pyproject.toml").write_text("[project]\ndependencies = []\n")
    checkout()
    assert checkout.calls("apt-get") == []


def test_the_tests_need_more_packages(checkout: Checkout) -> None:
    checkout.be(0)
    checkout.have_apt()
    checkout("test")
    (install,) = checkout.calls("apt-get install")
    assert " coturn " in install


def test_every_program_that_tests_ask_for_is_installed() -> None:
    asked = {name for names in MEANS.values() for name in names}
    for module in CHECKOUT.glob("tests/**/test_*.py"):
        for names in re.findall(r"mark\.tools\(([^)]*)\)", module.read_text(encoding="utf-8")):
            asked.update(re.findall(r'"([^"]+)"', names))
    setup = (CHECKOUT / "packaging/setup.sh").read_text(encoding="utf-8")
    found = re.search(r'^test_packages="([^"]+)"', setup, re.MULTILINE)
    assert found is not None
    always_there = {"util-linux"}
    needed = {PACKAGES.get(name, name) for name in asked} - {"no-such-program"}
    assert needed <= {*found[1].split(), *always_there}


def test_goes_on_where_the_mirror_cannot_be_reached(checkout: Checkout) -> None:
    checkout.be(0)
    checkout.have_apt()
    done = checkout("run", FAKE_NO_MIRROR="yes")
    assert done.returncode == 0
    assert "going on without" in done.stderr


def test_an_ordinary_user_is_told_and_never_asked(checkout: Checkout) -> None:
    checkout.have_apt()
    checkout.stub("sudo", '#!/bin/sh\necho "sudo $*" >>"$FAKE_LOG"\nexit 1\n')

    done = checkout("test")

    assert done.returncode == 0
    assert checkout.calls("apt-get") == []
    assert set(checkout.calls("sudo")) == {"sudo -n true"}
    assert "tests that need these will not run; as root: apt-get install coturn" in done.stderr


def test_sudo_is_used_where_it_does_not_ask(checkout: Checkout) -> None:
    checkout.have_apt()
    checkout.stub("sudo", '#!/bin/sh\necho "sudo $*" >>"$FAKE_LOG"\n[ "$1" = -n ] && shift\n"$@"\n')
    assert checkout("run", http_proxy="http://proxy:1").returncode == 0
    assert len(checkout.calls("apt-get install")) == 1
    assert any("http_proxy=http://proxy:1" in call for call in checkout.calls("sudo"))


def test_the_test_command_checks_everything(checkout: Checkout) -> None:
    done = checkout("test")

    assert done.returncode == 0
    assert done.stdout.endswith("2 passed\n")
    assert checkout.calls("python -m pip")[0].endswith(f"-e {checkout.root}[test]")
    assert checkout.calls("ruff") == ["ruff check", "ruff format --check"]
    assert len(checkout.calls("mypy")) == 1

    checkout.forget()
    checkout()  # who has what the tests need has what the program needs
    assert checkout.calls() == []


def test_the_test_command_hands_arguments_to_pytest_alone(checkout: Checkout) -> None:
    checkout("test")
    checkout.forget()
    assert checkout("test", "tests/turn", "-k", "a or b").returncode == 0
    assert checkout.calls() == ["python -m pytest tests/turn -k a or b"]


def test_one_failing_check_does_not_hide_the_others(checkout: Checkout) -> None:
    done = checkout("test", FAKE_COMPLAINS="ruff mypy")
    assert done.returncode == 1
    assert done.stdout.endswith("2 passed\n")
    assert done.stderr.endswith("test: failed: ruff check, ruff format, mypy\n")


# --- packaging/fetch_pip.py ---


def _load_fetch_pip() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fetch_pip", CHECKOUT / "packaging/fetch_pip.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fetch_pip = _load_fetch_pip()
PYTHON_311 = (3, 11)
HASH = "0" * 64


def _page(*files: str) -> str:
    return "".join(f'<a href="../f/{name}#sha256={HASH}">{name}</a>' for name in files)


def test_the_newest_final_release_is_taken() -> None:
    page = _page(
        "pip-9.0.3-py2.py3-none-any.whl",
        "pip-25.10-py3-none-any.whl",
        "pip-25.9-py3-none-any.whl",
        "pip-26.0b1-py3-none-any.whl",
        "pip-26.0.tar.gz",
    )
    wheel = fetch_pip.newest_wheel(page, "https://index/simple/pip/", PYTHON_311)
    assert wheel.name == "pip-25.10-py3-none-any.whl"
    assert wheel.url == "https://index/simple/f/pip-25.10-py3-none-any.whl"


@pytest.mark.parametrize(
    "attributes",
    [
        f'href="pip-26.0-py3-none-any.whl#sha256={HASH}" data-yanked="broken"',
        f'href="pip-26.0-py3-none-any.whl#sha256={HASH}" data-requires-python="&gt;=3.12"',
        'href="pip-26.0-py3-none-any.whl"',
        'href="pip-26.0-py3-none-any.whl#md5=00"',
        'href="https://[pip-26.0-py3-none-any.whl"',
        "",
    ],
)
def test_releases_that_will_not_do_are_passed_over(attributes: str) -> None:
    page = f"<a {attributes}>x</a>"
    assert fetch_pip.newest_wheel(page, "https://index/simple/pip/", PYTHON_311) is None
    page += _page("pip-24.0-py3-none-any.whl")
    assert fetch_pip.newest_wheel(page, "https://index/simple/pip/", PYTHON_311).version == (24, 0)


@given(st.text() | st.from_regex(r"(<a( (href|data-[a-z]+)(=\"?[^>]{0,40})?)*>){0,4}"))
def test_any_page_is_survived(page: str) -> None:
    fetch_pip.newest_wheel(page, "https://index/simple/pip/", PYTHON_311)


def _index(folder: Path, content: bytes, sha256: str) -> dict[str, str]:
    pages = folder / "simple/pip"
    pages.mkdir(parents=True)
    (pages / "pip-24.0-py3-none-any.whl").write_bytes(content)
    (pages / "index.html").write_text(
        f'<a href="pip-24.0-py3-none-any.whl#sha256={sha256}">pip</a>'
    )
    return {"PIP_INDEX_URL": (folder / "simple").as_uri(), "HOME": str(folder)}


def test_fetches_and_verifies(tmp_path: Path) -> None:
    environ = _index(tmp_path, b"a wheel", hashlib.sha256(b"a wheel").hexdigest())
    path = fetch_pip.fetch_pip(tmp_path, environ)
    assert path == tmp_path / "pip-24.0-py3-none-any.whl"
    assert path.read_bytes() == b"a wheel"


def test_refuses_a_file_that_is_not_what_the_index_states(tmp_path: Path) -> None:
    with pytest.raises(fetch_pip.FetchError, match="SHA-256 differs"):
        fetch_pip.fetch_pip(tmp_path, _index(tmp_path, b"a wheel", HASH))
    assert not (tmp_path / "pip-24.0-py3-none-any.whl").exists()


@pytest.mark.parametrize(
    ("index", "reason"),
    [
        ("http://index.invalid/simple", "neither https nor a file"),
        ("no address", "neither https nor a file"),
        ("https://[bad", "address is wrong"),
        ("file:///nowhere/at/all", "No such file"),
    ],
)
def test_says_why_there_is_no_pip(tmp_path: Path, index: str, reason: str) -> None:
    with pytest.raises(fetch_pip.FetchError, match=reason) as caught:
        fetch_pip.fetch_pip(tmp_path, {"PIP_INDEX_URL": index, "HOME": str(tmp_path)})
    assert "\n" not in str(caught.value)


def test_asks_the_index_that_pip_would_ask(tmp_path: Path) -> None:
    config = tmp_path / ".config/pip/pip.conf"
    config.parent.mkdir(parents=True)
    config.write_text("[global]\nindex-url = https://mirror/simple\n")
    environ = {"HOME": str(tmp_path)}
    assert fetch_pip.pip_option("index-url", environ) == "https://mirror/simple"

    other = tmp_path / "other.conf"
    other.write_text("[install]\nindex-url = https://other/simple\n")
    environ["PIP_CONFIG_FILE"] = str(other)
    assert fetch_pip.pip_option("index-url", environ) == "https://other/simple"

    environ["PIP_INDEX_URL"] = "https://variable/simple"
    assert fetch_pip.pip_option("index-url", environ) == "https://variable/simple"

    other.write_text("no section\n")
    del environ["PIP_INDEX_URL"]
    with pytest.raises(fetch_pip.FetchError, match="cannot be read"):
        fetch_pip.pip_option("index-url", environ)
