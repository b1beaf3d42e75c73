"""``call-notifier browsers``: makes the program known to browsers, and says how that stands."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from notifier.browsers.extension import HOST_NAME, Extension, installed, steps
from notifier.browsers.launcher import launcher, problem_of, remove_script
from notifier.browsers.places import BROWSERS, Browser, found, sandbox
from notifier.browsers.registration import (
    Registration,
    install,
    install_for_all,
    look,
    remove,
)
from notifier.cli.output import prepare_output, printable, writing
from notifier.settings.paths import Paths

__all__ = ["add_arguments", "run"]

OK = 0
FAILED = 1
"""No browser was found, or a file cannot be written or removed."""

WRONG = 2
"""Wrong usage."""

_NAMES = [browser.name for browser in BROWSERS]

_SANDBOX = {
    "snap": (
        "{title} is a snap. Snaps start no programs outside of themselves; only Ubuntu's Firefox "
        "does, through the desktop's portal, once it is allowed to."
    ),
    "flatpak": (
        "{title} is a Flatpak. Flatpaks start no programs outside of themselves: the extension "
        "cannot reach Call Notifier. The same browser as a package of the system can."
    ),
}


def add_arguments(
    parser: argparse.ArgumentParser, *, parents: Sequence[argparse.ArgumentParser] = ()
) -> None:
    """Add the sub-commands of ``browsers``.

    :param parents: have the options that each of them understands besides its own.
    """
    commands = parser.add_subparsers(dest="browsers_command", metavar="COMMAND", required=True)
    which = f"any of {', '.join(_NAMES)}; without one, all that are found"
    add = commands.add_parser(
        "install",
        help="let browsers find the program; says how the extension is loaded",
        description="Registers the program with the browsers of this person that are found.",
        parents=parents,
    )
    add.add_argument("browser", nargs="*", type=_browser, metavar="BROWSER", help=which)
    add.add_argument(
        "--root",
        metavar="DIR",
        type=Path,
        help="for packages: register it for everybody, with files below DIR",
    )
    add.add_argument(
        "--host",
        metavar="PATH",
        type=Path,
        help="with --root: where call-notifier-host is on the machine that the files are for",
    )
    take = commands.add_parser("remove", help="undo that", parents=parents)
    take.add_argument("browser", nargs="*", type=_browser, metavar="BROWSER", help=which)
    status = commands.add_parser(
        "status", help="which browsers there are, and whether they reach it", parents=parents
    )
    status.add_argument("--json", action="store_true", help="as one JSON object")


def _browser(name: str) -> str:
    if name not in _NAMES:
        raise argparse.ArgumentTypeError(f"no browser is called so; there are {', '.join(_NAMES)}")
    return name


def run(args: argparse.Namespace, paths: Paths, environ: Mapping[str, str]) -> int:
    """Do what the arguments ask for and return the exit status.

    :raises OutputError: standard output takes nothing any more.
    """
    prepare_output(exact=getattr(args, "json", False))
    try:
        home = Path.home()
        match args.browsers_command:
            case "install" if args.root is not None or args.host is not None:
                return _install_for_all(args.root, args.host)
            case "install":
                return _install(args.browser, paths, home, environ)
            case "remove":
                return _remove(args.browser, paths, home, environ)
            case _:
                return _status(home, environ, as_json=args.json)
    except (OSError, RuntimeError) as error:  # RuntimeError: there is no home
        _tell(str(error))
        return FAILED


def _chosen(names: Sequence[str]) -> list[Browser]:
    return [browser for browser in BROWSERS if not names or browser.name in names]


def _install(names: Sequence[str], paths: Paths, home: Path, environ: Mapping[str, str]) -> int:
    extension = installed()
    browsers = [b for b in _chosen(names) if names or found(b, home, environ)]
    if not browsers:
        _tell(f"no browser was found; name one of {', '.join(_NAMES)}")
        return FAILED
    command = launcher(paths.data_dir)
    if wrong := problem_of(command):
        _tell(wrong)
        return FAILED
    for browser in browsers:
        apart = sandbox(browser, home, environ)
        if apart is not None:
            _put(_SANDBOX[apart].format(title=browser.title))
        files = install(
            browser, command, extension, home=home, data_dir=paths.data_dir, environ=environ
        )
        for file in files:
            _put(f"{browser.title}: registered in {file}")
    for browser in browsers:
        _put("")
        _put(f"To load the extension into {browser.title}:")
        for number, step in enumerate(steps(browser, extension), 1):
            _put(f"  {number}. {step}")
    return OK


def _install_for_all(root: Path | None, host: Path | None) -> int:
    if root is None or host is None or not host.is_absolute():
        _tell("--root and --host belong together, and --host is an absolute path")
        return WRONG
    for file in install_for_all(root, host, installed()):
        _put(str(file))
    return OK


def _remove(names: Sequence[str], paths: Paths, home: Path, environ: Mapping[str, str]) -> int:
    gone, left = remove(_chosen(names), home=home, data_dir=paths.data_dir, environ=environ)
    if not names:
        remove_script(paths.data_dir)
    for file in gone:
        _put(f"removed {file}")
    for sentence in left:
        _tell(sentence)
    if not gone and not left:
        _put("nothing to remove")
    return OK


def _status(home: Path, environ: Mapping[str, str], *, as_json: bool) -> int:
    extension = installed()
    # Several manifests name one command; it is started once.
    check = cache(problem_of)
    rows = []
    for browser in BROWSERS:
        registration = look(browser, extension, home=home, environ=environ)
        problem = registration.problem
        if problem is None and registration.host is not None:
            problem = check(registration.host)
        rows.append((registration, problem))
    if as_json:
        answer = {
            "host": HOST_NAME,
            "extension": {
                "folder": str(extension.folder),
                "version": extension.version,
                "chromiumId": extension.chromium_id,
                "firefoxId": extension.firefox_id,
            },
            "browsers": [_as_json(row, problem) for row, problem in rows],
        }
        _put(json.dumps(answer, ensure_ascii=False, indent=2))
        return OK
    for row, problem in rows:
        _put(f"{row.browser.title}: {_sentence(row, problem, extension)}")
    _put("")
    _put(f"The extension {extension.version} lies in {extension.folder}")
    _put(f"Its id is {extension.chromium_id} (Firefox: {extension.firefox_id})")
    return OK


def _as_json(row: Registration, problem: str | None) -> dict[str, Any]:
    return {
        "name": row.browser.name,
        "title": row.browser.title,
        "found": row.found,
        "sandbox": row.sandbox,
        "registered": row.manifest is not None,
        "manifest": None if row.manifest is None else str(row.manifest),
        "host": None if row.host is None else str(row.host),
        "works": row.manifest is not None and problem is None,
        "problem": problem,
    }


def _sentence(row: Registration, problem: str | None, extension: Extension) -> str:
    if row.manifest is None:
        if not row.found:
            return "not found"
        text = f"found; not registered (call-notifier browsers install {row.browser.name})"
    elif problem is not None:
        text = problem
    else:
        text = f"{'registered' if row.found else 'not found, but registered'}; the host starts"
    if row.sandbox is not None:
        text += f". {_SANDBOX[row.sandbox].format(title=row.browser.title)}"
    return text


def _put(text: str) -> None:
    with writing() as out:
        print(printable(text) if "\n" not in text else text, file=out)


def _tell(text: str) -> None:
    print(f"call-notifier: {printable(text)}", file=sys.stderr)
