"""The database of an MSI as tables of text, by way of msiinfo and msibuild (Debian: msitools).

The format of an exported table: a line of column names, one of their types, one with the table and
its keys; then a line a row, all with tabs ("Text Archive Files", Windows Installer reference). A
code page may stand before the table's name; libmsi knows that of the whole database alone.
"""

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Table", "names", "read", "summary", "use_utf8", "write"]

LIMIT_S = 600
"""Seconds that one of the tools may take."""

UTF8 = "65001"


@dataclass(slots=True)
class Table:
    """One table."""

    name: str
    columns: list[str]
    types: list[str]
    keys: list[str]
    rows: list[list[str]]

    def __iter__(self):  # type: ignore[no-untyped-def]
        """Rows as dictionaries."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def column(self, name: str) -> list[str]:
        """One value of each row."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]

    def text(self) -> bytes:
        """As it is imported."""
        lines = [self.columns, self.types, [self.name, *self.keys], *self.rows]
        return "".join("\t".join(line) + "\r\n" for line in lines).encode()


def _run(*command: str | Path, folder: str | None = None) -> bytes:
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=LIMIT_S, check=False)
    if done.returncode or b"WARNING" in done.stderr or b"CRITICAL" in done.stderr:
        said = done.stderr.decode(errors="replace").strip()
        raise OSError(f"{command[0]} failed: {said}")
    return done.stdout


def names(msi: Path) -> list[str]:
    """The tables that there are."""
    return _run("msiinfo", "tables", msi).decode().split()


def read(msi: Path, name: str) -> Table:
    """One table."""
    # Of a table with streams msiinfo writes those into its working folder.
    with tempfile.TemporaryDirectory() as folder:
        data = _run("msiinfo", "export", msi.absolute(), name, folder=folder)
    lines = data.decode("utf-8").replace("\r\n", "\n").split("\n")
    columns, types, last = (line.split("\t") for line in lines[:3])
    if last[0] != name:  # a code page stands first where there is text beyond ASCII
        last = last[1:]
    rows = [line.split("\t") for line in lines[3:] if line]
    return Table(name, columns, types, last[1:], rows)


def write(msi: Path, *tables: Table) -> None:
    """Put tables in place of those of the same name."""
    with tempfile.TemporaryDirectory() as folder:
        for table in tables:
            file = Path(folder, f"{table.name}.idt")
            file.write_bytes(table.text())
            _run("msibuild", msi, "-i", file)


def use_utf8(msi: Path) -> None:
    """Have the database keep its texts in UTF-8; what was written before is not read again."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "_ForceCodepage.idt")
        file.write_bytes(f"\r\n\r\n{UTF8}\t_ForceCodepage\r\n".encode())
        _run("msibuild", msi, "-i", file)


def summary(msi: Path) -> str:
    """The summary information, as msiinfo prints it."""
    return _run("msiinfo", "suminfo", msi).decode()
