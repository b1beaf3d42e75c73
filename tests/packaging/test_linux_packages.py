"""What goes into the .deb and the .rpm: everything that needs neither a frozen build nor a tool.

packaging/try-packages installs them on bare systems.
"""

import configparser
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest

from notifier.autostart.desktop_entry import FILE, entry
from notifier.browsers.extension import HOST_NAME
from notifier.cli.main import command_line
from ui.notifications.message import DESKTOP_ENTRY

CHECKOUT = Path(__file__).resolve().parents[2]
LINUX = CHECKOUT / "packaging/linux"
EPOCH = 1_750_000_000


@pytest.fixture(scope="module")
def modules() -> dict[str, ModuleType]:
    """The recipe's modules; packaging/build finds them in the same way."""
    sys.path.insert(0, str(CHECKOUT / "packaging"))
    try:
        names = ("deb", "manual", "needs", "rpm", "tree")
        return {name: importlib.import_module(f"linux.{name}") for name in names}
    finally:
        sys.path.remove(str(CHECKOUT / "packaging"))


def _release(modules: dict[str, ModuleType], frozen: Path) -> object:
    return modules["tree"].Release(
        version="1.2.3",
        source=CHECKOUT,
        frozen=frozen,
        epoch=EPOCH,
        maintainer="Somebody <somebody@example.org>",
    )


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stands for the frozen folder."""
    folder = tmp_path_factory.mktemp("frozen") / "call-notifier"
    (folder / "_internal").mkdir(parents=True)
    for name in ("call-notifier", "call-notifier-host"):
        (folder / name).write_text("#!/bin/sh\n", encoding="ascii")
        (folder / name).chmod(0o700)
    (folder / "_internal/library.so").write_bytes(b"\x7fELF")
    (folder / "_internal/library.so").chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def staged(
    modules: dict[str, ModuleType], frozen: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What a .deb holds."""
    root = tmp_path_factory.mktemp("staged") / "root"
    modules["tree"].stage(root, "deb", _release(modules, frozen))
    return root


def _desktop(file: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file, encoding="utf-8")
    return parser["Desktop Entry"]


def test_manual_and_completions_are_those_of_the_command_line(
    modules: dict[str, ModuleType],
) -> None:
    """Else: python packaging/linux/manual.py."""
    for name, text in modules["manual"].written().items():
        assert (LINUX / "data" / name).read_text(encoding="utf-8") == text, name


def test_every_command_and_option_is_in_the_manual(modules: dict[str, ModuleType]) -> None:
    page = (LINUX / "data/call-notifier.1").read_text(encoding="utf-8").replace("\\-", "-")
    sections = re.split(r"^\.SS ", page, flags=re.MULTILINE)
    described = {section.splitlines()[0]: section for section in sections[1:]}
    common = {"-h", "--help", "-v", "--verbose"}
    tree = list(modules["manual"].commands(command_line()))
    assert len(tree) > 10
    for command in tree[1:]:
        section = described[" ".join(command.words)]
        for action in command.options:
            for option in set(action.option_strings) - common:
                assert rf"\fB{option}\fR" in section, (command.words, option)
    for action in tree[0].options:
        for option in action.option_strings:
            assert option in sections[0]


def test_manual_has_no_request_by_mistake() -> None:
    page = (LINUX / "data/call-notifier.1").read_text(encoding="utf-8")
    requests = {line.split()[0] for line in page.splitlines() if line[:1] in (".", "'")}
    assert requests <= {".TH", ".SH", ".SS", ".TP", ".PP", ".nh", ".hy", ".ad"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "offered"),
    [(["call-notifier", "conf"], "config"), (["call-notifier", "config", "sh"], "show")],
)
def test_bash_completes(words: list[str], offered: str) -> None:
    script = (
        f". {LINUX}/data/call-notifier.bash; COMP_WORDS=({' '.join(words)}); "
        f"COMP_CWORD={len(words) - 1}; _call_notifier; echo ${{COMPREPLY[@]}}"
    )
    said = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout
    assert offered in said.split()


def test_desktop_file_is_the_one_that_notifications_name(staged: Path) -> None:
    values = _desktop(staged / f"usr/share/applications/{DESKTOP_ENTRY}.desktop")
    assert values["Exec"] == values["TryExec"] == "/usr/bin/call-notifier"
    assert values["StartupWMClass"] == "Call Notifier"
    assert (staged / f"usr/share/icons/hicolor/scalable/apps/{values['Icon']}.svg").is_file()


def test_autostart_is_what_the_program_itself_would_write(staged: Path) -> None:
    written = entry(("/usr/bin/call-notifier", "--background"))
    assert (staged / "etc/xdg/autostart" / FILE).read_bytes() == written


def test_metainfo_names_the_desktop_file_and_the_version(staged: Path) -> None:
    (file,) = (staged / "usr/share/metainfo").iterdir()
    component = ElementTree.parse(file).getroot()  # noqa: S314 - our own
    assert component.findtext("id") == file.name.removesuffix(".metainfo.xml")
    assert component.findtext("launchable") == f"{DESKTOP_ENTRY}.desktop"
    release = component.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": "1.2.3", "date": "2025-06-15"}


def test_browsers_find_the_host(staged: Path) -> None:
    manifests = list(staged.rglob(f"{HOST_NAME}.json"))
    assert len(manifests) >= 4
    for manifest in manifests:
        named = Path(json.loads(manifest.read_bytes())["path"])
        assert named.is_absolute()
        assert (staged / str(named).lstrip("/")).exists()


def test_modes_and_times(staged: Path) -> None:
    """They depend on nobody's umask, and only root sees secrets."""
    for path in (staged, *staged.rglob("*")):
        facts = path.lstat()
        assert facts.st_mtime == EPOCH, path
        if path.is_symlink():
            continue
        expected = 0o755 if path.is_dir() or path.name.startswith("call-notifier-host") else 0o644
        if path == staged / "usr/lib/call-notifier/call-notifier":
            expected = 0o755
        if path.name == "secrets.d":
            expected = 0o700
        assert facts.st_mode & 0o7777 == expected, path


def test_what_the_pages_have_administrators_copy(staged: Path) -> None:
    doc = staged / "usr/share/doc/call-notifier"
    page = (doc / "docs/admin-guide.md").read_text(encoding="utf-8")
    assert "(examples/turnserver.conf)" in page
    assert (doc / "docs/examples/turnserver.conf").is_file()
    assert {file.name for file in (doc / "monitoring").iterdir()} == {
        "call-notifier.dashboard.json",
        "call-notifier.rules.yml",
    }


def test_the_command_is_the_frozen_program(staged: Path) -> None:
    assert os.readlink(staged / "usr/bin/call-notifier") == "../lib/call-notifier/call-notifier"
    assert (staged / "usr/lib/call-notifier/packaged").read_text(encoding="ascii") == "deb\n"


def test_control_fields(modules: dict[str, ModuleType], frozen: Path) -> None:
    text = modules["deb"].control(
        _release(modules, frozen), architecture="amd64", depends=["libc6 (>= 2.36)"], size_kib=12
    )
    fields = dict(line.split(": ", 1) for line in text.splitlines() if line[:1] != " ")
    assert fields["Package"] == "call-notifier"
    assert fields["Version"] == "1.2.3"
    assert fields["Depends"].startswith("libc6 (>= 2.36), ca-certificates")
    assert all(len(line) <= 80 for line in text.splitlines() if line[:1] == " ")


def test_names_of_newer_releases_come_first(modules: dict[str, ModuleType]) -> None:
    renamed = modules["needs"]._with_new_name
    assert renamed("libglib2.0-0 (>= 2.56.0)") == (
        "libglib2.0-0t64 (>= 2.56.0) | libglib2.0-0 (>= 2.56.0)"
    )
    assert renamed("libssl3") == "libssl3t64 | libssl3"
    assert renamed("libegl1") == "libegl1"


def test_rpm_marks_settings_and_lists_only_our_folders(
    modules: dict[str, ModuleType], staged: Path
) -> None:
    lines = modules["rpm"]._files(staged)
    settings = [line for line in lines if line.startswith("%config(noreplace)")]
    assert '%config(noreplace) "/etc/xdg/autostart/call-notifier.desktop"' in settings
    assert '%dir %attr(0700,root,root) "/etc/call-notifier/secrets.d"' in lines
    assert not [line for line in lines if line.startswith("%dir") and "/usr/bin" in line]
    folders = [line.split('"')[1] for line in lines if line.startswith("%dir")]
    others = [name for name in folders if "call-notifier" not in name]
    assert "/etc/opt/chrome" in others  # of a browser that may not be there
    assert not {"/etc", "/etc/opt", "/usr", "/usr/lib", "/usr/share"} & set(others)


@pytest.mark.parametrize("name", ["preinst", "postinst", "prerm", "postrm"])
def test_maintainer_scripts(modules: dict[str, ModuleType], frozen: Path, name: str) -> None:
    text = modules["tree"].filled(LINUX / "deb" / name, _release(modules, frozen))
    assert text.startswith("#!/bin/sh\n")
    assert "set -e\n" in text
    subprocess.run(["sh", "-n"], input=text, text=True, check=True)
    for word in ("curl", "wget", "http", "/home", "$HOME"):
        assert word not in text


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="needs dpkg")
@pytest.mark.parametrize(("installed", "refused"), [("1.2.4", True), ("1.2.3", False)])
def test_downgrade_is_refused_in_a_sentence(
    modules: dict[str, ModuleType], frozen: Path, installed: str, refused: bool
) -> None:
    script = modules["tree"].filled(LINUX / "deb/preinst", _release(modules, frozen))
    done = subprocess.run(
        ["sh", "-s", "upgrade", installed], input=script, capture_output=True, text=True
    )
    assert (done.returncode != 0) == refused
    assert (f"version {installed} is installed" in done.stderr) == refused


def test_spec_scripts(modules: dict[str, ModuleType], frozen: Path) -> None:
    text = modules["tree"].filled(LINUX / "rpm/scripts.spec", _release(modules, frozen))
    for section in re.split(r"^%\w+.*\n", text, flags=re.MULTILINE)[2:]:
        subprocess.run(["sh", "-n"], input=section, text=True, check=True)


def test_units_start_what_is_installed() -> None:
    for unit in (LINUX / "units").glob("*.service"):
        (start,) = re.findall(r"^ExecStart=(\S+)", unit.read_text(encoding="utf-8"), re.MULTILINE)
        assert start in ("/usr/bin/call-notifier", "/usr/lib/call-notifier/call-notifier")


def test_sockets_are_those_of_the_machine(modules: dict[str, ModuleType]) -> None:
    assert modules["tree"].sockets() == ["call-notifier-secrets.socket"]


def test_an_installed_file_is_noticed_to_be_a_package(
    staged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from notifier.updates.installed import installed_by

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(staged / "usr/lib/call-notifier/call-notifier"))
    assert installed_by() == "deb"
