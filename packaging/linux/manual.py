"""Writes the manual page and the shells' completions from the command line itself.

    python packaging/linux/manual.py          write them
    python packaging/linux/manual.py --check  status 1 where they are not as they would be written

They are kept in the repository, so that a package can be built without running the program.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

PROGRAM = "call-notifier"


@dataclass(frozen=True, slots=True)
class Command:
    """One command with all that it understands."""

    words: tuple[str, ...]
    """Behind the program's name; empty for the program itself."""

    what: str
    description: str
    options: tuple[argparse.Action, ...]
    arguments: tuple[argparse.Action, ...]
    commands: tuple[str, ...]
    """The next words that there are."""


def commands(
    parser: argparse.ArgumentParser, words: tuple[str, ...] = (), what: str = ""
) -> Iterator[Command]:
    """The program and each command of it, as they stand in the tree."""
    groups = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    plain = [a for a in parser._actions if a not in groups and a.help != argparse.SUPPRESS]
    yield Command(
        words,
        what,
        parser.description or "",
        tuple(a for a in plain if a.option_strings),
        tuple(a for a in plain if not a.option_strings),
        tuple(name for group in groups for name in group.choices),
    )
    for group in groups:
        helps = {action.dest: action.help or "" for action in group._choices_actions}
        for name, child in group.choices.items():
            yield from commands(child, (*words, name), helps.get(name, ""))


# The manual page: man(7)

_FILES = (
    (
        "~/.config/call-notifier/settings.toml",
        "The settings of one person. The settings window and the command config write it.",
    ),
    ("~/.local/share/call-notifier", "The history of one person, and this installation's name."),
    ("~/.local/state/call-notifier", "Logs of one person."),
    (
        "/etc/call-notifier/policy.d/*.json",
        "What an organisation has set for everybody here; files that only root can write count.",
    ),
    (
        "/etc/call-notifier/secrets.d",
        "Passwords and tokens that a policy names; nobody but root can read them.",
    ),
    (
        "/etc/xdg/autostart/call-notifier.desktop",
        (
            "Starts the program when a person logs in. A person switches that off with "
            "call-notifier autostart off, an administrator with Hidden=true in this file."
        ),
    ),
)

_ENVIRONMENT = (
    (
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_RUNTIME_DIR",
        "Move the folders of one person.",
    ),
)

_STATUS = (
    ("0", "It did what it was asked to."),
    ("1", "It could not; a sentence on standard error says why."),
    ("2", "It was not understood, or something that it names does not exist."),
)


def manual_page(parser: argparse.ArgumentParser) -> str:
    """``call-notifier.1``."""
    tree = list(commands(parser))
    program = tree[0]
    lines = [
        f'.TH {PROGRAM.upper()} 1 "" "Call Notifier" "User Commands"',
        ".SH NAME",
        rf"{_text(PROGRAM)} \- tells you, before a call, how the call will go",
        ".SH SYNOPSIS",
        *_synopsis(program),
        ".SH DESCRIPTION",
        (
            "Without a command it sits in the tray: it tests the way to the TURN servers of its "
            "settings from time to time, forecasts how a call would go, and tells by the tray's "
            "colour, by notifications and in its windows."
        ),
        "Where there is no display it does the same on the terminal.",
        ".SH OPTIONS",
        *_described(program),
        ".SH COMMANDS",
    ]
    for command in tree[1:]:
        lines += [f".SS {_text(' '.join(command.words))}", *_synopsis(command), ".PP"]
        lines += [_text(_sentence(command.description or command.what))]
        lines += _described(command, common=program.options)
    lines += [".SH EXIT STATUS", *_list(_STATUS)]
    lines += [".SH FILES", *_list(_FILES)]
    lines += [".SH ENVIRONMENT", *_list(_ENVIRONMENT)]
    lines += [
        ".SH SEE ALSO",
        "The pages in /usr/share/doc/call\\-notifier/docs; policy.md describes each setting.",
    ]
    return "".join(f"{line}\n" for line in lines)


def _synopsis(command: Command) -> list[str]:
    parts = [rf"\fB{_text(' '.join((PROGRAM, *command.words)))}\fR"]
    parts += [f"[{_option(option)}]" for option in command.options]
    parts += [_argument(argument) for argument in command.arguments]
    if command.commands:
        parts.append(r"\fICOMMAND\fR" if command.words else r"[\fICOMMAND\fR]")
    return [".nh", ".ad l", " ".join(parts), ".ad b", ".hy"]


def _option(option: argparse.Action) -> str:
    name = rf"\fB{_text(option.option_strings[-1])}\fR"
    return f"{name} {_value(option)}" if option.nargs != 0 else name


def _argument(argument: argparse.Action) -> str:
    value = _value(argument)
    if argument.nargs in ("*", "?"):
        return f"[{value}{' ...' if argument.nargs == '*' else ''}]"
    return f"{value} ..." if argument.nargs == "+" else value


def _value(action: argparse.Action) -> str:
    named = action.metavar
    if action.choices is not None and named is None:
        named = "|".join(map(str, action.choices))
    if isinstance(named, tuple):
        named = " ".join(named)
    return rf"\fI{_text(named or action.dest.upper())}\fR"


def _described(command: Command, *, common: tuple[argparse.Action, ...] = ()) -> list[str]:
    """What each argument and option means; those of the program itself stand there."""
    known = {option for action in common for option in action.option_strings}
    lines = []
    for action in (*command.arguments, *command.options):
        if action.option_strings and known.issuperset(action.option_strings):
            continue
        names = [rf"\fB{_text(name)}\fR" for name in action.option_strings]
        if action.nargs != 0:
            names.append(_value(action))
            names = [", ".join(names[:-1]) + " " + names[-1]] if names[:-1] else names
        lines += [".TP", ", ".join(names), _text(_sentence(_help(action)))]
    return lines


def _help(action: argparse.Action) -> str:
    # As argparse's own formatter fills a help text in.
    values = {
        name: getattr(value, "__name__", value)
        for name, value in vars(action).items()
        if value is not argparse.SUPPRESS
    }
    return (action.help or "") % values


def _list(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    return [line for head, text in pairs for line in (".TP", rf"\fB{_text(head)}\fR", _text(text))]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] + ("" if not text or text.endswith(".") else ".")


def _text(text: str) -> str:
    """Plain text as roff: nothing in it is a request or an escape."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("~", r"\(ti")
    text = text.replace("^", r"\(ha").replace("`", r"\(ga").replace("…", r"\&...")
    text = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in text)
    return rf"\&{text}" if text.startswith(".") else text


# Completions

_BASH = """\
# Completions of call-notifier for bash. Written by packaging/linux/manual.py.
_call_notifier() {
    local word=${COMP_WORDS[COMP_CWORD]} path= name known=' CHAINS ' words
    for name in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $known == *" ${path:+${path}/}$name "* ]] && path=${path:+${path}/}$name
    done
    case $path in
CASES
    *) words= ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _call_notifier call-notifier
"""

_ZSH = """\
#compdef call-notifier
# Completions of call-notifier for zsh. Written by packaging/linux/manual.py.
local word path= known=' CHAINS '
local -a offered
for word in ${words[2,CURRENT-1]}; do
    [[ $known == *" ${path:+${path}/}$word "* ]] && path=${path:+${path}/}$word
done
case $path in
CASES
esac
_describe -t commands 'call-notifier' offered
_files
"""


def bash_completion(parser: argparse.ArgumentParser) -> str:
    """For ``/usr/share/bash-completion/completions``."""
    tree = list(commands(parser))
    cases = []
    for command in tree:
        words = " ".join((*command.commands, *_flags(command), *_choices(command)))
        cases.append(f"    '{'/'.join(command.words)}') words='{words}' ;;")
    return _filled(_BASH, tree, cases)


def zsh_completion(parser: argparse.ArgumentParser) -> str:
    """For ``/usr/share/zsh/vendor-completions`` or ``site-functions``."""
    tree = list(commands(parser))
    whats = {command.words: command.what for command in tree}
    cases = []
    for command in tree:
        offered = [(name, whats[*command.words, name]) for name in command.commands]
        offered += [(choice, "") for choice in _choices(command)]
        for option in command.options:
            offered += [(name, _help(option)) for name in option.option_strings]
        words = " ".join(_zsh_word(name, what) for name, what in offered)
        cases.append(f"'{'/'.join(command.words)}') offered=({words}) ;;")
    return _filled(_ZSH, tree, cases)


def _filled(template: str, tree: list[Command], cases: list[str]) -> str:
    chains = " ".join("/".join(command.words) for command in tree[1:])
    return template.replace("CHAINS", chains).replace("CASES", "\n".join(cases))


def _flags(command: Command) -> Iterator[str]:
    for option in command.options:
        yield from option.option_strings


def _choices(command: Command) -> Iterator[str]:
    for argument in command.arguments:
        yield from map(str, argument.choices or ())


def _zsh_word(name: str, what: str) -> str:
    text = f"{name}:{' '.join(what.split())}" if what else name
    return "'" + text.replace("'", "'\\''") + "'"


# The files

FILES = {
    "call-notifier.1": manual_page,
    "call-notifier.bash": bash_completion,
    "call-notifier.zsh": zsh_completion,
}


def written() -> dict[str, str]:
    """Name and text of each file, as the command line is now."""
    sys.path.insert(0, str(ROOT))
    from notifier.cli.main import command_line

    parser = command_line()
    return {name: write(parser) for name, write in FILES.items()}


def main() -> int:
    """Write the files, or compare them."""
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    differ = 0
    for name, text in written().items():
        file = HERE / "data" / name
        if check and (not file.exists() or file.read_text(encoding="utf-8") != text):
            sys.stderr.write(f"{file} is not what packaging/linux/manual.py writes\n")
            differ = 1
        elif not check:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return differ


if __name__ == "__main__":
    sys.exit(main())
