"""Runs a command and waits for all that it has started, so that whoever waits for this learns what all of them took.

Processes whose parent ends before them, as those do that read releases, come to this one (Linux).
"""

import ctypes
import os
import subprocess
import sys
from contextlib import suppress

SUBREAPER = 36  # of linux/prctl.h


def main():
    """Run the command that the arguments are; its exit status."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    status = subprocess.call(sys.argv[1:])
    with suppress(ChildProcessError):
        while True:
            os.wait()
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main())
