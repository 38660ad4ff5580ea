#!/usr/bin/env python3
"""Writes the man pages of the program from what it says of itself. usage: manual.py PROGRAM FOLDER"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


def escaped(text: str) -> str:
    """Text as roff takes it: backslashes doubled, no line that begins like a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.splitlines())


def names(argument: dict) -> str:
    """`-v, --verbose VALUE`, or the name of a positional argument."""
    if argument["kind"] == "positional":
        return argument["valueName"].upper()
    forms = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]
    value = "" if argument["kind"] == "flag" else " " + argument["valueName"].upper()
    return ", ".join(forms) + value


def page(command: dict, path: list[str]) -> Iterator[str]:
    """The lines of one command's page."""
    title = "-".join(path)
    yield f'.TH "{escaped(title.upper())}" 1'
    yield f".SH NAME\n{escaped(title)} \\- {escaped(command.get('abstract', ''))}"
    yield f".SH SYNOPSIS\n.B {escaped(' '.join(path))}"
    shown = [one for one in command.get("arguments", []) if one.get("shouldDisplay", True)]
    yield " ".join(f"[{escaped(names(one))}]" if one.get("isOptional") else escaped(names(one)) for one in shown)
    if discussion := command.get("discussion"):
        yield ".SH DESCRIPTION\n.nf\n" + escaped(discussion) + "\n.fi"
    if shown:
        yield ".SH OPTIONS"
        for one in shown:
            preset = f" Default: {one['defaultValue']}." if one.get("defaultValue") else ""
            yield f".TP\n.B {escaped(names(one))}\n{escaped(one.get('abstract', '') + preset) or chr(92) + '&'}"
    children = [one for one in command.get("subcommands", []) if one.get("shouldDisplay", True) and one["commandName"] != "help"]
    if children:
        yield ".SH COMMANDS"
        for child in children:
            yield f".TP\n.BR {escaped(title + '-' + child['commandName'])} (1)\n{escaped(child.get('abstract', ''))}"


def write(command: dict, parents: list[str], folder: Path) -> None:
    """A page for a command and for each below it."""
    path = [*parents, command["commandName"]]
    (folder / f"{'-'.join(path)}.1").write_text("\n".join(page(command, path)) + "\n", encoding="utf-8")
    for child in command.get("subcommands", []):
        if child.get("shouldDisplay", True) and child["commandName"] != "help":
            write(child, path, folder)


def main() -> None:
    """Command line."""
    program, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    said = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    write(json.loads(said)["command"], [], folder)


if __name__ == "__main__":
    main()
