"""Tables compiled as Python compiles its modules: the first process that needs one leaves it for all that come later.

They lie beside the bytecode of the code that makes them, as much trusted as that, each named by the digest of all that
it is made from. Where nothing can be written, or no bytecode is wanted, each process makes its own.
"""

import gc
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, wraps
from hashlib import sha256
from inspect import getfile
from pathlib import Path
from typing import Any, TypeVar

from relgraph.files import PARTS, write_whole
from relgraph.resources import package_digest

GROUND = ("compiled.py", "errors.py", "files.py", "resources.py", "vocabulary.py")
"""Modules that all tables are made by."""

T = TypeVar("T")


def compiled(
    *code: str, data: tuple[str, ...] = (), libraries: tuple[str, ...] = ()
) -> Callable[[Callable[[], T]], Callable[[], T]]:
    """Decorator of a function that makes a table: it is asked once, until what the table is made from is another.

    Args:
        code: modules and rooms that make it, beside `GROUND`.
        data: files and folders, seen from `data`, that it is made from.
        libraries: packages whose version may change it.

    >>> from relgraph.names.forms import form_table
    >>> form_table() is form_table()
    True
    """

    def decorated(make: Callable[[], T]) -> Callable[[], T]:
        folder, name = Path(getfile(make)).parent / "__pycache__", make.__name__.strip("_")

        def table() -> T:
            digest = package_digest(*GROUND, *code, data=data, libraries=libraries)
            path = folder / f"{name}.{digest[:16]}.table"
            with suppress(OSError, ValueError):
                read: T = _read(path)
                return read
            made = make()
            if not sys.dont_write_bytecode:
                with suppress(OSError):
                    for former in (*folder.glob(f"{name}.*.table"), *folder.glob(f".{name}{PARTS}")):
                        former.unlink(missing_ok=True)
                    _write(path, made)
            return made

        return wraps(make)(lru_cache(maxsize=1)(table))

    return decorated


def _read(path: Path) -> Any:
    """A table from its file; ValueError where not all of it came to the disk."""
    content = memoryview(path.read_bytes())
    if sha256(content[32:]).digest() != content[:32]:
        raise ValueError(path)
    collects = gc.isenabled()
    gc.disable()  # none of it is garbage, and to look whether it is takes as long as to read it
    try:
        return pickle.loads(content[32:])
    finally:
        if collects:
            gc.enable()


def _write(path: Path, table: object) -> None:
    content = pickle.dumps(table, pickle.HIGHEST_PROTOCOL)
    write_whole(path, sha256(content).digest() + content)
