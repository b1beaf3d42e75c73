"""What both builds of the MSI begin with: a frozen folder, and all that is laid beside it.

    python packaging/windows/prepare.py PAYLOAD STAGE [VERSION]

copies the files to STAGE/files, all with one time (SOURCE_DATE_EPOCH), adds what the frozen folder
does not have (the mark ``packaged``, the native messaging manifests, the policy templates), and
writes STAGE/payload.wxs, STAGE/call-notifier.wxs, STAGE/call-notifier.ico and
STAGE/variables.json. The MSI is then built with STAGE as the working folder.
"""

import hashlib
import json
import os
import shutil
import sys
import uuid
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
sys.path[:0] = [str(CHECKOUT), str(HERE), str(HERE.parent)]

import harvest  # noqa: E402
import program_icon  # noqa: E402

from notifier import __version__  # noqa: E402
from notifier.browsers.extension import installed  # noqa: E402
from notifier.browsers.registration import manifest_of  # noqa: E402

PROGRAM = "call-notifier.exe"
CONSOLE = "call-notifier-console.exe"
HOST = "call-notifier-host.exe"

PRODUCTS = uuid.UUID("9c3f4c39-5e4f-5a0a-8d5f-0b7d2a3f6c12")
"""Names below it are versions: each has its product code, in each build of it."""

NAMES = {
    PROGRAM: "Program",
    CONSOLE: "Console",
    HOST: "Host",
    "native-messaging-chromium.json": "ChromiumManifest",
    "native-messaging-firefox.json": "FirefoxManifest",
}
"""Files that call-notifier.wxs refers to."""

EPOCH = 1_767_225_600
"""The time of all files where SOURCE_DATE_EPOCH says none: 2026-01-01 UTC."""

POLICIES = ("call-notifier.admx", "en-US/call-notifier.adml")


def product_code(version: str) -> str:
    """The product code of a version."""
    return f"{{{str(uuid.uuid5(PRODUCTS, version)).upper()}}}"


def prepare(payload: Path, stage: Path, version: str = __version__) -> None:
    """Write all that stands in the header of this module.

    :raises harvest.HarvestError: the payload can't be installed.
    """
    changed = int(os.environ.get("SOURCE_DATE_EPOCH") or EPOCH)
    if any(not part.isdecimal() for part in version.split(".")) or version.count(".") != 2:
        # Windows Installer compares three numbers, and nothing behind them.
        raise harvest.HarvestError(f"{version} is no version of three numbers")
    files = stage / "files"
    shutil.copytree(payload, files, symlinks=True)
    (files / "packaged").write_bytes(b"msi\n")
    for family in ("chromium", "firefox"):
        # No whole path: on Windows it counts from the manifest (Chrome's and MDN's pages on
        # native messaging), and the folder is the administrator's to choose.
        data = manifest_of(family, Path(HOST), installed())
        (files / f"native-messaging-{family}.json").write_bytes(data)
    for name in POLICIES:
        source = CHECKOUT / "packaging" / "policies" / name
        if source.exists():
            target = files / "policies" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    shutil.copyfile(CHECKOUT / "LICENSE", files / "LICENSE.txt")
    paths = harvest.files_below(files)
    (stage / "payload.wxs").write_text(harvest.fragment(paths, NAMES, "files"), encoding="utf-8")
    shutil.copyfile(HERE / "call-notifier.wxs", stage / "call-notifier.wxs")
    program_icon.write_ico(
        CHECKOUT / "resources/icons/call-notifier.svg", stage / "call-notifier.ico"
    )
    content = hashlib.sha256()
    for file in sorted(file for file in stage.rglob("*") if file.is_file()):
        content.update(file.relative_to(stage).as_posix().encode() + b"\0")
        content.update(hashlib.sha256(file.read_bytes()).digest())
        os.utime(file, (changed, changed))
    variables = {
        "Version": version,
        "ProductCode": product_code(version),
        "PackageCode": f"{{{str(uuid.uuid5(PRODUCTS, content.hexdigest())).upper()}}}",
        "Changed": changed,
    }
    (stage / "variables.json").write_text(json.dumps(variables) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Returns the exit status."""
    if len(arguments) not in (2, 3):
        print("usage: prepare.py PAYLOAD STAGE [VERSION]", file=sys.stderr)
        return 2
    try:
        prepare(Path(arguments[0]), Path(arguments[1]), *arguments[2:])
    except (harvest.HarvestError, OSError) as error:
        print(f"prepare: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
