"""Where a command's words go: data to standard output or a file, talk to standard error.

Text of releases is untrusted: control characters reach a terminal only as visible escapes.
"""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from relgraph.files import write_whole

STDOUT = "-"
# Bidirectional overrides reorder what a reader sees; they belong to no release in German or English
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_ESCAPES = {
    code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    for code in ({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}) | _BIDI
}


def printable(text: str) -> str:
    r"""The text with control characters spelt out, line breaks and tabs kept.

    >>> printable("rot: \x1b[31m")
    'rot: \\x1b[31m'
    """
    return text.translate(_ESCAPES)


def coloured(text: str) -> str:
    r"""A printable text with the headings of its tables in bold, and rules and what stands below a row dim.

    >>> coloured("Land\n────\nJapan\n    Satz: …\n")
    '\x1b[1mLand\x1b[0m\n\x1b[2m────\x1b[0m\nJapan\n\x1b[2m    Satz: …\x1b[0m\n'
    """
    lines = text.split("\n")
    for place, line in enumerate(lines):
        rule = bool(line) and not line.strip("─")
        if rule and place:
            lines[place - 1] = click.style(lines[place - 1], bold=True)
        if rule or line.startswith("    "):
            lines[place] = click.style(line, dim=True)
    return "\n".join(lines)


def emit(data: str | bytes, output: str, *, shown: bool = False) -> None:
    """Write data to standard output (`-`) or, whole or not at all, to the file `output`.

    What is `shown` to people is printable wherever it goes, as a pager hands on what it is given; on a terminal that
    has colours, headings of tables are bold and what stands below a row is dim.
    """
    if shown and isinstance(data, str):
        data = printable(data)
        if output == STDOUT and sys.stdout.isatty() and "NO_COLOR" not in os.environ:
            click.echo(coloured(data).encode(), nl=False)
            return
    if output == STDOUT:
        text = data if isinstance(data, str) else data.decode()
        click.echo((printable(text) if sys.stdout.isatty() else text).encode(), nl=False)
        return
    write_whole(Path(output), data.encode() if isinstance(data, str) else data)
    say(f"wrote {output}")


def stream(pieces: Iterable[str | bytes], output: str) -> None:
    """Like `emit`, piece by piece as they come, so that they are never held as a whole."""
    if output == STDOUT:
        for piece in pieces:
            emit(piece, output)
        return
    write_whole(Path(output), (piece.encode() if isinstance(piece, str) else piece for piece in pieces))
    say(f"wrote {output}")


def say(message: str) -> None:
    """One line to standard error."""
    click.echo(printable(" ".join(message.split())), err=True)
