"""What the tests of teams make of a release that was read: functions that another process finds by their name."""

import os
import signal
from pathlib import Path


def line(extraction):
    return extraction.to_json()


def deadly(extraction):
    """Ends the process, each time that a release says so."""
    if extraction.release.title == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return extraction.to_json()


def deadly_once(extraction):
    """Ends the process in the middle of its work, unless another has before: the release's address is the sign."""
    if extraction.release.url is not None:
        sign = Path(extraction.release.url)
        if not sign.exists():
            sign.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return extraction.to_json()
