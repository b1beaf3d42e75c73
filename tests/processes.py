"""Looks at processes through /proc: who is whose child, and what everybody may read of them."""

from pathlib import Path

__all__ = ["alive", "children_of", "command_line", "descendants_of", "environment"]

_PROC = Path("/proc")


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not waited for does not."""
    return _parent_and_state(pid)[1] not in ("", "Z", "X")


def children_of(pid: int) -> list[int]:
    """The children of a process that run."""
    found = []
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            parent, state = _parent_and_state(int(entry.name))
            if parent == pid and state not in ("Z", "X"):
                found.append(int(entry.name))
    return found


def descendants_of(pid: int) -> list[int]:
    """Its children, theirs, and so on."""
    found: list[int] = []
    todo = [pid]
    while todo:
        children = children_of(todo.pop())
        found += children
        todo += children
    return found


def command_line(pid: int) -> bytes:
    """Its arguments, as every user of the machine can read them; empty where it has ended."""
    try:
        return (_PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return b""


def environment(pid: int) -> bytes:
    """What it was started with; empty where it has ended."""
    try:
        return (_PROC / str(pid) / "environ").read_bytes()
    except OSError:
        return b""


def _parent_and_state(pid: int) -> tuple[int, str]:
    try:
        # The name, in parentheses, may hold anything: proc(5).
        fields = (_PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0, ""
    return int(fields[1]), fields[0]
