"""Where browsers are told of our host, and what becomes of those files."""

import json
import os
import stat
from pathlib import Path

import pytest

from notifier import __version__
from notifier.browsers.extension import HOST_NAME, installed, steps
from notifier.browsers.launcher import launcher, problem_of, remove_script
from notifier.browsers.places import BROWSERS, Browser, found, host_folders, sandbox, system_folder
from notifier.browsers.registration import install, install_for_all, look, remove

BY_NAME = {browser.name: browser for browser in BROWSERS}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "somebody's home"
    folder.mkdir()
    return folder


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """Without any browser on the PATH."""
    return {"PATH": str(tmp_path / "bin")}


@pytest.fixture(params=sorted(BY_NAME))
def browser(request: pytest.FixtureRequest) -> Browser:
    result: Browser = BY_NAME[request.param]
    return result


def program(environ: dict[str, str], name: str, text: str = "#!/bin/sh\n") -> Path:
    """A program of that name on the PATH."""
    path = Path(environ["PATH"], name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def host(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a host"
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_the_extension_is_the_one_that_the_manifest_names() -> None:
    extension = installed()
    manifest = json.loads((extension.folder / "manifest.json").read_bytes())
    assert manifest["manifest_version"] == 3
    assert manifest["permissions"] == ["nativeMessaging", "storage"]
    assert "host_permissions" not in manifest
    assert manifest["version"] == extension.version == __version__
    assert len(extension.chromium_id) == 32
    assert set(extension.chromium_id) <= set("abcdefghijklmnop")
    assert f'"{HOST_NAME}"' in (extension.folder / "feed.js").read_text()
    # Chromium refuses folders with such names, and what is named in the manifest has to be there.
    assert not [path for path in extension.folder.rglob("*") if path.name.startswith("_")]
    for script in manifest["content_scripts"]:
        assert all((extension.folder / name).is_file() for name in script["js"])
    for name in [*manifest["icons"].values(), manifest["background"]["service_worker"]]:
        assert (extension.folder / name).is_file()


def test_what_is_installed_is_found_and_goes_again(
    browser: Browser, home: Path, tmp_path: Path, environ: dict[str, str]
) -> None:
    extension = installed()
    command = tmp_path / "a host"
    arguments = {"home": home, "data_dir": tmp_path / "data", "environ": environ}
    assert look(browser, extension, home=home, environ=environ).manifest is None
    for _ in range(2):  # again: the same
        files = install(browser, command, extension, **arguments)  # type: ignore[arg-type]
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o644
        assert file.name == f"{HOST_NAME}.json"
        assert [path.name for path in file.parent.iterdir()] == [file.name]
    manifest = json.loads(files[0].read_bytes())
    assert manifest["name"] == HOST_NAME
    assert manifest["path"] == str(command)
    assert manifest["type"] == "stdio"
    if browser.name == "firefox":
        assert manifest["allowed_extensions"] == [extension.firefox_id]
        assert "allowed_origins" not in manifest
    else:
        assert manifest["allowed_origins"] == [f"chrome-extension://{extension.chromium_id}/"]
        assert "allowed_extensions" not in manifest
    state = look(browser, extension, home=home, environ=environ)
    assert (state.manifest, state.host, state.problem) == (files[0], command, None)
    assert remove([browser], **arguments) == (files, [])  # type: ignore[arg-type]
    assert not files[0].exists()
    assert remove([browser], **arguments) == ([], [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "its field name"),
        ("[]", "its field name"),
        ('{"name": "org.call_notifier.feed"}', "its field"),
        ("\x00", "its field name"),
    ],
)
def test_a_wrong_manifest_is_told(
    home: Path, tmp_path: Path, environ: dict[str, str], text: str, said: str
) -> None:
    (folder,) = host_folders(BY_NAME["chromium"], home, environ)
    folder.mkdir(parents=True)
    file = folder / f"{HOST_NAME}.json"
    file.write_text(text)
    state = look(BY_NAME["chromium"], installed(), home=home, environ=environ)
    assert state.problem is not None
    assert said in state.problem
    gone, left = remove(
        [BY_NAME["chromium"]], home=home, data_dir=tmp_path / "data", environ=environ
    )
    # Only what has our name in it is ours to delete.
    assert (gone == [file]) == ("org.call_notifier" in text)
    assert bool(left) == file.exists()


def test_a_manifest_of_another_extension_is_told(
    home: Path, tmp_path: Path, environ: dict[str, str]
) -> None:
    (file,) = install(
        BY_NAME["chrome"],
        tmp_path / "host",
        installed(),
        home=home,
        data_dir=tmp_path,
        environ=environ,
    )
    manifest = json.loads(file.read_bytes())
    file.write_text(json.dumps({**manifest, "allowed_origins": ["chrome-extension://else/"]}))
    state = look(BY_NAME["chrome"], installed(), home=home, environ=environ)
    assert state.problem is not None
    assert "allowed_origins" in state.problem
    file.write_text(json.dumps({**manifest, "path": "relative"}))
    state = look(BY_NAME["chrome"], installed(), home=home, environ=environ)
    assert state.problem is not None
    assert "names no command" in state.problem


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(
    home: Path, tmp_path: Path, environ: dict[str, str]
) -> None:
    (home / ".config").write_text("a file")
    with pytest.raises(OSError, match="config"):
        install(
            BY_NAME["chromium"],
            tmp_path,
            installed(),
            home=home,
            data_dir=tmp_path,
            environ=environ,
        )


def test_browsers_are_found_by_profile_or_program(home: Path, environ: dict[str, str]) -> None:
    for name in BY_NAME:
        assert not found(BY_NAME[name], home, environ)
    (home / ".config/mozilla/firefox").mkdir(parents=True)
    assert found(BY_NAME["firefox"], home, environ)
    program(environ, "chromium")
    assert found(BY_NAME["chromium"], home, environ)
    assert sandbox(BY_NAME["chromium"], home, environ) is None


def test_chromium_follows_xdg_config_home(home: Path, tmp_path: Path) -> None:
    config = tmp_path / "elsewhere"
    environ = {"XDG_CONFIG_HOME": str(config), "PATH": ""}
    assert host_folders(BY_NAME["chrome"], home, environ) == [
        config / "google-chrome/NativeMessagingHosts"
    ]
    assert host_folders(BY_NAME["chrome"], home, {"XDG_CONFIG_HOME": "relative"}) == [
        home / ".config/google-chrome/NativeMessagingHosts"
    ]
    # Not even where its profiles do: see the module.
    assert host_folders(BY_NAME["firefox"], home, environ) == [
        home / ".mozilla/native-messaging-hosts"
    ]


def test_sandboxed_browsers_are_told_apart(home: Path, environ: dict[str, str]) -> None:
    (home / ".var/app/org.mozilla.firefox").mkdir(parents=True)
    assert sandbox(BY_NAME["firefox"], home, environ) == "flatpak"
    (home / "snap/chromium").mkdir(parents=True)
    assert sandbox(BY_NAME["chromium"], home, environ) == "snap"
    # A package beside it is what is used.
    program(environ, "chromium")
    assert sandbox(BY_NAME["chromium"], home, environ) is None
    # Ubuntu's own script is no package.
    program(environ, "firefox", '#!/bin/sh\nexec /snap/bin/firefox "$@"\n')
    assert sandbox(BY_NAME["firefox"], home, environ) == "snap"


def test_each_system_has_its_places(browser: Browser, home: Path) -> None:
    for platform in ("linux", "darwin"):
        folders = host_folders(browser, home, {}, platform)
        assert folders
        assert all(folder.is_relative_to(home) for folder in folders)
        everybody = system_folder(browser, Path("/build"), platform)
        assert (everybody is None) == (browser.name == "brave")
    assert host_folders(browser, home, {}, "win32") == []
    assert system_folder(browser, Path("/"), "win32") is None
    assert all(key.endswith(r"\NativeMessagingHosts") for key in browser.registry)
    assert len(steps(browser, installed())) >= 3


def test_packages_get_files_below_their_root(tmp_path: Path) -> None:
    root = tmp_path / "package"
    files = install_for_all(root, Path("/usr/bin/call-notifier-host"), installed())
    assert len(files) == len(set(files)) == 4
    for file in files:
        assert file.is_relative_to(root)
        assert json.loads(file.read_bytes())["path"] == "/usr/bin/call-notifier-host"
        assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_the_launcher_starts_the_host_whatever_its_path(tmp_path: Path) -> None:
    command = launcher(tmp_path / 'it\'s a "path" with $HOME')
    assert command.is_absolute()
    assert os.access(command, os.X_OK)
    assert problem_of(command) is None
    remove_script(tmp_path / 'it\'s a "path" with $HOME')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("#!/bin/sh\nexit 1\n", "does not answer"),
        ("#!/bin/sh\necho hello\n", "does not answer"),
        ("#!/nowhere\n", "cannot be started"),
        ("#!/bin/sh\nprintf '\\004\\000\\000\\000null'\n", "does not answer"),
        ("#!/bin/sh\nprintf '\\377\\377\\377\\377x'\n", "does not answer"),
    ],
)
def test_a_host_that_is_none_is_told(tmp_path: Path, text: str, said: str) -> None:
    problem = problem_of(host(tmp_path, text))
    assert problem is not None
    assert said in problem


def test_a_missing_host_is_told(tmp_path: Path) -> None:
    assert "cannot be started" in str(problem_of(tmp_path / "gone"))


def test_a_host_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notifier.browsers.launcher.LIMIT", 0.3)
    assert "does not answer" in str(problem_of(host(tmp_path, "#!/bin/sh\nexec sleep 60\n")))
