"""The entry point: runs a command and turns what went wrong into one line and an exit status."""

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from relgraph.cli.group import relgraph
from relgraph.cli.output import say
from relgraph.errors import RelgraphError

FAILED = 1
INTERRUPTED = 130
_YOUNG = 100_000
"""Objects between two searches for cycles; with many rows, one every 700 takes a fifth of the time and finds none."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status."""
    gc.set_threshold(_YOUNG)
    try:
        status = relgraph.main(args, prog_name="relgraph", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except click.Abort:
        status = INTERRUPTED
    except (RelgraphError, OSError) as error:
        status = FAILED
        _report(error)
    sys.exit(status if isinstance(status, int) else 0)


def _report(error: RelgraphError | OSError) -> None:
    if isinstance(error, OSError) and error.errno == errno.EPIPE:
        # The reader of our output has gone, as `| head` does: nobody is left to tell, and no flush at exit must try
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    elif isinstance(error, OSError) and error.filename is not None:
        say(f"relgraph: {error.filename}: {error.strerror}")
    else:
        say(f"relgraph: {error}")
