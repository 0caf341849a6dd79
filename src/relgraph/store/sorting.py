"""Lines in order, however many: what is too much for memory waits in temporary files.

Owns no meaning of a line; it holds no line break.
"""

import heapq
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

MOST = 200_000
"""Lines that are held at once; of N-Quads some 60 MB."""


def in_order(lines: Iterable[str], *, most: int = MOST) -> Generator[str, None, None]:
    """Lines by code point, each once.

    >>> list(in_order(["b", "a", "c", "a"], most=2))
    ['a', 'b', 'c']
    """
    with ExitStack() as files:
        runs: list[Iterator[str]] = []
        held: list[str] = []
        for line in lines:
            held.append(line)
            if len(held) >= most:
                runs.append(_spilt(held, files))
                held = []
        previous = None
        for line in heapq.merge(*runs, sorted(held)):
            if line != previous:
                yield line
            previous = line


def _spilt(lines: list[str], files: ExitStack) -> Iterator[str]:
    """Lines in order, from a file that lives as long as `files` does."""
    # Only a line feed ends a line: a text may hold other separators
    file: IO[str] = files.enter_context(TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115 - the stack closes it
    file.writelines(f"{line}\n" for line in sorted(lines))
    file.seek(0)
    return (line.removesuffix("\n") for line in file)
