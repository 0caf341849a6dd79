"""Writing files so that a reader finds the old one or the new one, never half of one."""

import os
from collections.abc import Iterable
from pathlib import Path

PARTS = ".*.part"
"""Pattern of the names of files that are not yet in their place, or that a killed process left behind."""


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put `data` in the place of the file `path` in one step; devices and pipes are written to as they are.

    Data may come piece by piece, so that it is never held as a whole; where a piece fails, the old file stays.

    Raises:
        OSError: the folder is missing or may not be written to; the old file is as it was.
    """
    target = path.resolve()  # a link stays a link: what it points at is replaced
    pieces = [data] if isinstance(data, bytes) else data
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            device.writelines(pieces)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        if error.errno is None:
            raise  # no trouble of this file's: what was to bring the data failed
        raise OSError(error.errno, error.strerror, str(path)) from error  # the name that the caller knows
    finally:
        part.unlink(missing_ok=True)
